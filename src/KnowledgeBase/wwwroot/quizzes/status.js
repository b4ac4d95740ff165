// Saved is said quietly, not saved is said clearly.

export class Status {
  #element;
  #alarm = '';
  #timer;

  constructor(element) { this.#element = element; }

  show(unsaved, struggling) {
    clearTimeout(this.#timer);
    const words = this.#element.dataset;
    if (this.#alarm) this.#say(this.#alarm, true);
    else if (unsaved === 0) this.#say(this.#element.textContent ? words.saved : '', false);
    else if (!navigator.onLine) this.#say(words.offline.replace('{0}', unsaved), true);
    else if (struggling) this.#say(words.unsaved.replace('{0}', unsaved), true);
    // Most saves take a few milliseconds; a flicker on every choice would only disturb.
    else this.#timer = setTimeout(() => this.#say(words.saving, false), 300);
  }

  saved() {
    this.#alarm = '';
    this.#element.textContent ||= this.#element.dataset.saved;
  }

  rejected(position) { this.#alarm = this.#element.dataset.rejected.replace('{0}', position); }

  lost() { this.#alarm = this.#element.dataset.signedOut; }

  handInWaits() {
    this.#alarm = this.#element.dataset.submitting;
    this.#say(this.#alarm, true);
  }

  #say(text, alarming) {
    this.#element.classList.toggle('not', alarming);
    if (this.#element.textContent !== text) this.#element.textContent = text; // a live region speaks at every change
  }
}
