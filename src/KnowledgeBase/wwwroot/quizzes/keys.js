// Single keys: 1–9 and A–E choose, N and P turn the page, F flags, ? helps. Silent while somebody types, composes or has a dialog
// open, and switchable (WCAG 2.1.4), since dictation software would trigger them.

const typed = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])';
const setting = 'single-keys';

export function listen(actions, toggle) {
  try { toggle.checked = localStorage.getItem(setting) !== 'off'; } catch { /* storage is forbidden */ }
  toggle.addEventListener('change', () => {
    try { localStorage.setItem(setting, toggle.checked ? 'on' : 'off'); } catch { /* lasts for this page only */ }
  });

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || !toggle.checked) return;
    if (event.target.closest?.(typed) || document.querySelector('dialog[open]')) return;
    const act = actionOf(event.key, actions);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(key, { choose, next, previous, flag, help }) {
  if (/^[1-9]$/.test(key)) return () => choose(Number(key) - 1);
  if (/^[a-e]$/i.test(key)) return () => choose(key.toLowerCase().charCodeAt(0) - 97);
  return { n: next, p: previous, f: flag, '?': help }[key.toLowerCase()];
}
