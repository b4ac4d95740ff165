// The score sheet with scripts: everything saves itself. Without them it is a plain form with Save and Submit.
import { SaveQueue } from '../../saving/save-queue.js';

const pause = 600; // typing is saved when it rests; leaving a field or the page saves at once
const form = document.getElementById('sheet');
const status = document.getElementById('status');
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
let alarm = '';
let leaving = false;

/** A criterion or a note: what its fields say, and how they show what is stored. */
class Part {
  constructor(element) {
    this.element = element;
    this.key = element.dataset.key;
    this.seq = element.querySelector('[data-seq]');
    this.text = element.querySelector('textarea');
    this.radios = [...element.querySelectorAll('input[type=radio]')];
    element.addEventListener('change', () => this.save());
    this.text.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), pause);
      this.count();
    });
    this.was = JSON.stringify(this.read());
  }

  read() {
    return this.radios.length === 0
      ? { text: this.text.value }
      : { level: Number(this.radios.find((radio) => radio.checked)?.value ?? 0), evidence: this.text.value };
  }

  write({ level, evidence, text }) {
    for (const radio of this.radios) radio.checked = Number(radio.value) === level;
    this.text.value = evidence ?? text;
    this.was = JSON.stringify(this.read());
    this.count();
  }

  save() {
    clearTimeout(this.timer);
    const now = JSON.stringify(this.read());
    if (now === this.was) return;
    this.was = now;
    queue.change(this.key, this.read());
    this.count();
  }

  get complete() { return this.radios.some((radio) => radio.checked) && this.text.value.trim() !== ''; }

  count() {
    const question = this.element.dataset.question;
    const shown = question && form.querySelector(`[data-done="${question}"]`);
    if (!shown) return;
    const done = [...parts.values()].filter((part) => part.element.dataset.question === question && part.complete).length;
    shown.textContent = `${done} / ${shown.dataset.of}`;
    if (this.complete) this.element.classList.remove('missing');
  }
}

const sheet = {
  url: `/api/scorecards/${form.dataset.sheet}`,
  key: form.dataset.kept,
  held: ({ scores, notes }) => [
    ...scores.map((one) => [`scores/${one.position}/${one.criterion}`, one]),
    ...notes.map((one) => [`notes/${one.position}`, one]),
  ],
  same: (one, other) => ['level', 'evidence', 'text'].every((key) => one[key] === other[key] || !(key in one)),
};
const queue = new SaveQueue(sheet, form.elements.__RequestVerificationToken, {
  changed: show,
  saved: (key, seq) => {
    parts.get(key).seq.value = seq;
    alarm = '';
    // While another part is still on its way, "saved" would be said too soon.
    if (queue.unsaved === 0) say(status.dataset.saved.replace('{0}', clock.format(new Date())), false);
  },
  taken: (key, stored, lost) => {
    const part = parts.get(key);
    if (stored) {
      part.write(stored);
      part.seq.value = stored.seq;
    }
    tellElsewhere(part, lost);
  },
  rejected: () => { alarm = status.dataset.rejected; },
  lost: () => { alarm = status.dataset.lost; },
  closed: () => {
    leaving = true;
    location.replace(form.dataset.final);
  },
});
const parts = new Map([...form.querySelectorAll('[data-key]')].map((element) => [element.dataset.key, new Part(element)]));

function say(text, alarming) {
  status.classList.toggle('not', alarming);
  if (status.textContent !== text) status.textContent = text; // a live region speaks at every change
}

function show() {
  const words = status.dataset;
  if (alarm) say(alarm, true);
  else if (queue.unsaved === 0) status.classList.remove('not');
  else if (!navigator.onLine) say(words.offline.replace('{0}', queue.unsaved), true);
  else if (queue.struggling) say(words.unsaved.replace('{0}', queue.unsaved), true);
}

// What was typed here and lost against another device's text is not thrown away: it stands beside, to be copied from.
function tellElsewhere(part, lost) {
  const notice = document.getElementById('elsewhere-notice').content.firstElementChild.cloneNode(true);
  const text = lost?.evidence ?? lost?.text ?? '';
  if (text.trim() && text !== part.text.value) {
    const mine = document.getElementById('lost-text').content.firstElementChild.cloneNode(true);
    const field = mine.querySelector('textarea');
    field.id = mine.querySelector('label').htmlFor = `lost-${part.text.id}`;
    field.value = text;
    notice.append(mine);
  }
  part.element.querySelector('.notice')?.remove();
  part.element.append(notice);
}

function flush() {
  for (const part of parts.values()) part.save();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  flush();
  if (!event.submitter?.hasAttribute('data-submit')) return queue.wake();
  say(status.dataset.waits, false);
  if (!await queue.drained(10_000)) return show();
  leaving = true;
  form.action = event.submitter.formAction;
  form.submit();
});
addEventListener('beforeunload', (event) => {
  flush();
  if (queue.unsaved > 0 && !leaving) event.preventDefault();
});
document.addEventListener('visibilitychange', () => {
  flush();
  if (document.visibilityState === 'visible') queue.refresh();
  else queue.wake();
});
addEventListener('pageshow', (event) => event.persisted && location.reload());

for (const [key, part] of parts) queue.know(key, Number(part.seq.value));
for (const [key, value] of queue.restore()) parts.get(key).write(value);
form.dataset.ready = '';
