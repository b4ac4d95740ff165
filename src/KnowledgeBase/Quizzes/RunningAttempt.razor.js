// The attempt page with scripts: one question at a time, every choice saved at once. Without them it is a plain form.
import { AnswerQueue } from '../quizzes/queue.js';
import { Clock } from '../quizzes/clock.js';
import { HandIn } from '../quizzes/hand-in.js';
import { listen } from '../quizzes/keys.js';
import { Palette } from '../quizzes/palette.js';
import { Status } from '../quizzes/status.js';

const form = document.getElementById('attempt');
const questions = new Map([...form.querySelectorAll('fieldset[data-position]')].map((question) => [Number(question.dataset.position), question]));
const status = new Status(document.getElementById('status'));
const palette = new Palette(document.getElementById('palette'), form.querySelector('.counts'), go);
const help = document.getElementById('key-help');
let current = 0;

const queue = new AnswerQueue(form.dataset.attempt, form.elements.__RequestVerificationToken, {
  changed: () => status.show(queue.unsaved, queue.struggling),
  saved: (position, seq, secondsLeft) => {
    status.saved();
    base(position, seq);
    clock?.sync(secondsLeft);
  },
  taken: (position, stored) => {
    if (stored) {
      write(position, stored);
      base(position, stored.seq);
    }
    tellElsewhere(position);
  },
  rejected: (position) => status.rejected(position),
  lost: () => status.lost(),
  closed: () => location.replace(`${form.dataset.page}?late=1`),
});
const handIn = new HandIn(document.getElementById('hand-in'), form, queue, status);
const face = document.getElementById('clock');
const clock = face && new Clock(face, () => {
  clock.say(navigator.onLine ? face.dataset.up : face.dataset.offline);
  handIn.now();
});

// ---- What the page holds

const inputs = (position) => [...questions.get(position).querySelectorAll('.option input')];
const flag = (position) => questions.get(position).querySelector('.flag input');

function read(position) {
  return { choices: inputs(position).filter((input) => input.checked).map((input) => input.value), flagged: flag(position).checked };
}

function write(position, { choices, flagged }) {
  for (const input of inputs(position)) input.checked = choices.includes(input.value);
  flag(position).checked = flagged;
  palette.show(position, choices.length > 0, flagged);
}

// The number that the form's choices are based on, for the day the form itself is posted.
function base(position, seq) {
  form.elements[`seq-${position}`].value = seq;
}

function changed(position) {
  const { choices, flagged } = read(position);
  palette.show(position, choices.length > 0, flagged);
  base(position, queue.change(position, choices, flagged) - 1);
}

function tellElsewhere(position) {
  const notice = document.getElementById('elsewhere').content.firstElementChild.cloneNode(true);
  notice.textContent = notice.textContent.replace('{0}', position);
  form.querySelector('.notices').replaceChildren(notice);
}

// ---- Moving about

function go(position, focus = true) {
  if (!questions.has(position)) return;
  current = position;
  for (const [at, question] of questions) question.classList.toggle('now', at === position);
  palette.now(position);
  history.replaceState(null, '', `#q${position}`); // a reload comes back here
  if (focus) questions.get(position).querySelector('h2').focus();
}

function toggle(input) {
  if (!input) return;
  input.checked = !input.checked;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

form.addEventListener('change', (event) => {
  const question = event.target.closest('fieldset[data-position]');
  if (question) changed(Number(question.dataset.position));
});
form.addEventListener('click', (event) => {
  const button = event.target.closest('button[type=button]');
  if (button?.dataset.go) go(Number(button.dataset.go));
  if (button?.dataset.opens) document.getElementById(button.dataset.opens).showModal();
});
form.addEventListener('submit', (event) => {
  event.preventDefault(); // Enter in a radio would press the first Save
  if (event.submitter?.hasAttribute('data-hand-in')) handIn.ask(palette.unanswered.length, palette.flagged.length);
  else queue.wake();
});
listen({
  choose: (index) => toggle(inputs(current)[index]),
  next: () => go(current + 1),
  previous: () => go(current - 1),
  flag: () => toggle(flag(current)),
  help: () => help.showModal(),
}, document.getElementById('keys-on'));

addEventListener('beforeunload', (event) => {
  if (queue.unsaved > 0 && !handIn.leaving) event.preventDefault();
});
// After sleep the clock may have stood still, and another device may have gone on.
document.addEventListener('visibilitychange', async () => {
  if (document.visibilityState === 'visible') clock?.sync(await queue.refresh());
  else queue.wake();
});
addEventListener('pageshow', (event) => event.persisted && location.reload());

// ---- Beginning

for (const [position, question] of questions) {
  queue.know(position, Number(question.dataset.seq));
  const { choices, flagged } = read(position);
  palette.show(position, choices.length > 0, flagged);
}
for (const [position, answer] of queue.restore()) {
  write(position, answer);
  base(position, answer.seq - 1);
}
form.classList.add('paged');
const asked = Number(location.hash.match(/^#q(\d+)$/)?.[1]);
go(questions.has(asked) ? asked : palette.unanswered[0] ?? 1, false);
