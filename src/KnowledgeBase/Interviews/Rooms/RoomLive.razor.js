// A room as it goes on: the server sends ready-made HTML, this puts it in place. Without it the page is reloaded instead.
const room = document.getElementById('room');
const region = document.getElementById('region');
const line = document.getElementById('line');
const note = document.getElementById('own-note');
const bar = document.getElementById('own-bar');
let offset = Number(state().dataset.now) - Date.now(); // server time minus ours
let source;
let heard = 0;
let retry;

function state() { return region.firstElementChild; }
function form() { return document.getElementById('act'); }

// ---- What the server says

function connect() {
  source?.close();
  source = new EventSource(room.dataset.events);
  source.onopen = alive;
  source.onerror = () => {
    line.hidden = false;
    // A browser gives up after an answer that is no stream, as while the site restarts.
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1500 + Math.random() * 1500);
  };
  source.addEventListener('time', (event) => { offset = Number(event.data) - Date.now(); alive(); });
  source.addEventListener('state', (event) => { alive(); show(event.data); });
  source.addEventListener('me', (event) => { alive(); own(JSON.parse(event.data)); });
  source.addEventListener('gone', () => { source.close(); location.reload(); });
}

function alive() {
  heard = Date.now();
  line.hidden = true;
  if (retry) retry();
}

function show(html) {
  const box = document.createElement('template');
  box.innerHTML = html;
  const next = box.content.firstElementChild;
  const now = state();
  if (next.dataset.key !== now.dataset.key) {
    const focused = region.contains(document.activeElement);
    retry = undefined;
    region.replaceChildren(next);
    if (note) { note.textContent = ''; note.className = 'notice'; }
    if (focused) region.querySelector('h2')?.focus();
    scrollTo({ top: 0 });
  } else {
    // The same question: what was half done stays, only what counts up is exchanged.
    for (const part of next.querySelectorAll('[data-part]')) {
      const old = now.querySelector(`[data-part="${part.dataset.part}"]`);
      if (old && !old.querySelector('details[open]') && !old.contains(document.activeElement)) old.replaceWith(part);
    }
    now.dataset.closes = next.dataset.closes ?? '';
    const revision = next.querySelector('[name=revision]');
    if (revision) now.querySelector('[name=revision]').value = revision.value;
  }
  tick();
}

function own(me) {
  if (bar) bar.textContent = me.bar;
  if (me.key !== state().dataset.key || !note) return;
  if (me.note) say(me.note, me.tone);
  if (me.answered && form()) {
    fill(me.choices);
    settle();
  }
}

// ---- One's own answer

function say(text, tone = '') {
  if (note.textContent === text) return;
  note.textContent = text;
  note.className = `notice ${tone}`;
}

function settle() {
  retry = undefined;
  const fields = form().querySelector('fieldset');
  if (fields) fields.disabled = true;
}

// Given on another device of theirs.
function fill(choices) {
  const inputs = [...form().elements].filter((input) => input.name?.startsWith('q-'));
  inputs.forEach((input, index) => {
    if (input.type === 'radio' || input.type === 'checkbox') input.checked = choices.includes(input.value);
    else input.value = choices[index] ?? '';
  });
}

async function answer(sent) {
  const key = state().dataset.key;
  const body = new FormData(sent);
  say(note.dataset.busy);
  let reply;
  try {
    reply = await fetch(sent.action, { method: 'POST', body, headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(10_000) });
  } catch { /* no line */ }
  if (key !== state().dataset.key) return; // the room has gone on, and says so itself
  if (reply?.status === 400 || reply?.status === 404) location.reload(); // another session, or no longer here
  else if (!reply || reply.status === 429 || reply.status >= 500) {
    say(note.dataset.failed, 'bad');
    // The same answer again is answered alike, so trying once more is safe.
    retry = () => { retry = undefined; answer(sent); };
    setTimeout(() => retry?.(), 3000);
  } else {
    const { saved, note: text } = await reply.json();
    say(text, reply.ok ? 'ok' : 'warn');
    if (saved || reply.status === 410) settle();
  }
}

// What the host does: the stream shows what has come of it.
async function act(sent, button) {
  const body = new FormData(sent, button);
  button.disabled = true;
  try {
    const reply = await fetch(button.formAction, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
    if (reply.type !== 'opaqueredirect') location.reload();
  } catch { line.hidden = false; }
  button.closest('details')?.removeAttribute('open');
  button.disabled = false;
}

region.addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.target.hasAttribute('data-answer')) answer(event.target);
  else if (event.submitter) act(event.target, event.submitter);
});

// ---- The clock, which is the server's

function tick() {
  const ring = region.querySelector('[data-ring]');
  const closes = Number(state().dataset.closes);
  if (!ring || !closes) return;
  const left = Math.max(0, (closes - Date.now() - offset) / 1000);
  ring.firstElementChild.textContent = Math.ceil(left);
  ring.style.setProperty('--share', `${(100 * left) / Math.max(1, Number(state().dataset.seconds))}%`);
  ring.classList.toggle('short', left <= 5);
}

// ---- After sleep, a tunnel or another network

function wake() {
  if (document.visibilityState === 'visible' && (source.readyState !== EventSource.OPEN || Date.now() - heard > 20_000)) connect();
  tick();
}

document.addEventListener('visibilitychange', wake);
addEventListener('online', connect);
addEventListener('offline', () => { line.hidden = false; });
addEventListener('pageshow', (event) => event.persisted && location.reload());
addEventListener('pagehide', () => source.close());
// Heartbeats do not reach a script, so a line that has been silent for long is looked at anew.
setInterval(() => { if (Date.now() - heard > 45_000) connect(); }, 15_000);
setInterval(tick, 200);
connect();
