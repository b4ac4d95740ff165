// One question on the page: what its fields say, whatever its kind, and how they show what is stored.

import { Ranks } from './ranks.js';

const pause = 400; // typing is saved when it rests; leaving the field or the page saves at once

export class Question {
  #element;
  #ranks;
  #timer;
  #changed;

  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
    if (this.frozen) return;
    const order = element.querySelector('.order');
    this.#ranks = order && new Ranks(order, changed);
    element.addEventListener('change', () => this.#now());
    element.addEventListener('input', (event) => {
      if (event.target !== this.#number) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => !event.isComposing && this.#now(), pause);
    });
  }

  /** Its solution is shown: nothing changes any more. */
  get frozen() { return this.#element.dataset.checked !== undefined; }

  get seq() { return Number(this.#element.dataset.seq); }

  /** Radios or checkboxes to choose from, in order. */
  get options() { return [...this.#element.querySelectorAll('.option > input')]; }

  get flag() { return this.#element.querySelector('.flag input'); }

  get answered() { return this.frozen ? this.#element.dataset.checked !== '' : this.read().choices.length > 0; }

  get flagged() { return this.flag?.checked ?? false; }

  read() {
    return { choices: this.#choices, flagged: this.flagged, confidence: Number(this.#sure.find((one) => one.checked)?.value ?? 0) };
  }

  write({ choices, flagged, confidence = 0 }) {
    for (const option of this.options) option.checked = choices.includes(option.value);
    for (const [place, select] of this.#selects.entries()) select.value = choices[place] ?? '';
    if (this.#number) this.#number.value = choices[0] ?? '';
    for (const one of this.#sure) one.checked = Number(one.value) === confidence;
    this.flag.checked = flagged;
    this.#ranks?.show();
    this.readable(true);
  }

  /** Whether what was typed looks like a number; said beside the field, without an alarm. */
  readable(is) {
    const line = this.#element.querySelector('.odd');
    if (line) line.textContent = is ? '' : line.dataset.text;
  }

  /** What was just typed counts at once. */
  flush() {
    if (this.#timer) this.#now();
  }

  show(is) { this.#element.classList.toggle('now', is); }

  focus() { this.#element.querySelector('h2').focus(); }

  #now() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changed();
  }

  // Options in the order in which the server keeps them, so that both can be compared.
  get #choices() {
    if (this.#number) return this.#number.value.trim() ? [this.#number.value] : [];
    const places = this.#selects.map((select) => select.value);
    if (places.length > 0) return places.some(Boolean) ? places : [];
    return this.options.filter((option) => option.checked).map((option) => option.value).sort();
  }

  get #number() { return this.#element.querySelector('.typed input'); }

  get #selects() { return [...this.#element.querySelectorAll('select')]; }

  get #sure() { return [...this.#element.querySelectorAll('.sure input')]; }
}
