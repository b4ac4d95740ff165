// A plain script in the head, before the first paint, so that a chosen theme never flashes. Without it the system decides.
(() => {
  const root = document.documentElement;
  const choices = ['auto', 'light', 'dark'];

  const read = () => {
    try {
      const choice = localStorage.getItem('theme');
      return choices.includes(choice) ? choice : 'auto';
    } catch {
      return 'auto'; // storage is forbidden
    }
  };

  const show = (choice) => {
    if (choice === 'auto') delete root.dataset.theme;
    else root.dataset.theme = choice;
    const button = document.getElementById('theme');
    if (!button) return;
    button.hidden = false;
    button.dataset.now = choice;
    button.title = button.dataset[choice];
    button.setAttribute('aria-label', button.dataset[choice]);
  };

  show(read());
  // Where the bare address leads next time: the language last read in.
  document.cookie = `lang=${root.lang.slice(0, 2)}; path=/; max-age=31536000; samesite=lax`;

  addEventListener('DOMContentLoaded', () => {
    show(read());
    document.getElementById('theme')?.addEventListener('click', () => {
      const next = choices[(choices.indexOf(read()) + 1) % choices.length];
      try {
        localStorage.setItem('theme', next);
      } catch {
        // lasts for this page only
      }
      show(next);
    });
  });
  addEventListener('storage', (event) => event.key === 'theme' && show(read())); // other tabs follow
  addEventListener('pageshow', (event) => event.persisted && show(read())); // a page that comes back from the history too
})();
