// The attempt page with scripts: one question at a time, every choice saved at once. Without them it is a plain form.
import { SaveQueue } from '../saving/save-queue.js';
import { Clock } from '../quizzes/clock.js';
import { HandIn } from '../quizzes/hand-in.js';
import { listen } from '../quizzes/keys.js';
import { Palette } from '../quizzes/palette.js';
import { Question } from '../quizzes/question.js';
import { Status } from '../quizzes/status.js';

const form = document.getElementById('attempt');
const status = new Status(document.getElementById('status'));
const palette = new Palette(document.getElementById('palette'), form.querySelector('.counts'), go);
const help = document.getElementById('key-help');
const elsewhere = document.getElementById('elsewhere').content.firstElementChild; // each notice takes the place of what was there
let current = 0;

const answers = {
  url: `/api/attempts/${form.dataset.attempt}/answers`,
  key: `attempt-${form.dataset.attempt}`,
  held: (reply) => reply.answers.map((answer) => [answer.position, answer]),
  same: (one, other) => one.flagged === other.flagged && (one.confidence ?? 0) === (other.confidence ?? 0) && one.choices.join('\n') === other.choices.join('\n'),
};
const queue = new SaveQueue(answers, form.elements.__RequestVerificationToken, {
  changed: () => status.show(queue.unsaved, queue.struggling),
  saved: (position, seq, { secondsLeft, readable = true }) => {
    status.saved();
    base(position, seq);
    questions.get(position).readable(readable);
    clock?.sync(secondsLeft);
  },
  taken: (position, stored) => {
    const question = questions.get(position);
    if (stored && !question.frozen) {
      question.write(stored);
      palette.show(position, question.answered, question.flagged);
      base(position, stored.seq);
    }
    tellElsewhere(position);
  },
  final: (position, { checked }) => {
    if (checked && !questions.get(position).frozen) { // in another tab: the page must show its solution
      history.replaceState(null, '', `#q${position}`);
      location.reload();
    }
    return checked;
  },
  rejected: (position) => status.rejected(position),
  lost: () => status.lost(),
  closed: () => location.replace(`${form.dataset.page}?late=1`),
});
const questions = new Map([...form.querySelectorAll('fieldset[data-position]')].map((element) => {
  const position = Number(element.dataset.position);
  return [position, new Question(element, () => changed(position))];
}));
const handIn = new HandIn(document.getElementById('hand-in'), form, queue, status);
const face = document.getElementById('clock');
const clock = face && new Clock(face, () => {
  flush();
  clock.say(navigator.onLine ? face.dataset.up : face.dataset.offline);
  handIn.now();
});

// ---- What the page holds

function changed(position) {
  const question = questions.get(position);
  palette.show(position, question.answered, question.flagged);
  base(position, queue.change(position, question.read()) - 1);
}

// The number that the form's choices are based on, for the day the form itself is posted.
function base(position, seq) {
  form.elements[`seq-${position}`].value = seq;
}

function flush() {
  for (const question of questions.values()) question.flush();
}

function tellElsewhere(position) {
  const notice = elsewhere.cloneNode(true);
  notice.textContent = notice.textContent.replace('{0}', position);
  form.querySelector('.notices').replaceChildren(notice);
}

// ---- Moving about

function go(position, focus = true) {
  if (!questions.has(position)) return;
  current = position;
  for (const [at, question] of questions) question.show(at === position);
  palette.now(position);
  history.replaceState(null, '', `#q${position}`); // a reload comes back here
  if (focus) questions.get(position).focus();
}

function toggle(input) {
  if (!input) return;
  input.checked = !input.checked;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

form.addEventListener('click', (event) => {
  const button = event.target.closest('button[type=button]');
  if (button?.dataset.go) go(Number(button.dataset.go));
  if (button?.dataset.opens) document.getElementById(button.dataset.opens).showModal();
});
form.addEventListener('submit', (event) => {
  event.preventDefault(); // Enter in a field would press the first Save
  flush();
  if (event.submitter?.hasAttribute('data-hand-in')) handIn.ask(palette.unanswered.length, palette.flagged.length);
  else if (event.submitter?.hasAttribute('data-check')) handIn.check(event.submitter.formAction);
  else queue.wake();
});
listen({
  choose: (index) => toggle(questions.get(current).options[index]),
  next: () => go(current + 1),
  previous: () => go(current - 1),
  flag: () => toggle(questions.get(current).flag),
  help: () => help.showModal(),
}, document.getElementById('keys-on'));

addEventListener('beforeunload', (event) => {
  flush();
  if (queue.unsaved > 0 && !handIn.leaving) event.preventDefault();
});
// After sleep the clock may have stood still, and another device may have gone on.
document.addEventListener('visibilitychange', async () => {
  flush();
  if (document.visibilityState === 'visible') clock?.sync((await queue.refresh())?.secondsLeft);
  else queue.wake();
});
addEventListener('pageshow', (event) => event.persisted && location.reload());

// ---- Beginning

for (const [position, question] of questions) {
  queue.know(position, question.frozen ? Infinity : question.seq);
  if (question.frozen) palette.know(position, question.answered);
  else palette.show(position, question.answered, question.flagged);
}
for (const [position, answer] of queue.restore()) {
  const question = questions.get(position);
  question.write(answer);
  palette.show(position, question.answered, question.flagged);
  base(position, answer.seq - 1);
}
form.classList.add('paged');
const asked = Number(location.hash.match(/^#q(\d+)$/)?.[1]);
go(questions.has(asked) ? asked : palette.unanswered[0] ?? 1, false);
// Back from checking: what one came for is the verdict, which stands in the heading. Jumping to the fragment, which the browser
// does on its own while it loads, would take the focus away again.
if (questions.get(asked)?.frozen) {
  const focus = () => setTimeout(() => current === asked && questions.get(asked).focus());
  if (document.readyState === 'complete') focus();
  else addEventListener('load', focus);
}
