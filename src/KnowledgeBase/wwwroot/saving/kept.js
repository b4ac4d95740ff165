// What could not be sent yet, in the browser's storage, so that closing the page loses nothing.

export class Kept {
  #key;

  constructor(key) { this.#key = key; }

  /** [[part, { seq, … }], …] */
  read() {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? '[]');
    } catch {
      return []; // storage is forbidden or broken
    }
  }

  write(waiting) {
    try {
      if (waiting.size === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify([...waiting]));
    } catch {
      // then what is unsent lasts as long as the page
    }
  }
}
