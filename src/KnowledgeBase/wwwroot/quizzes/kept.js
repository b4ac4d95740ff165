// What could not be sent yet, in the browser's storage, so that closing the page loses nothing.

export class Kept {
  #key;

  constructor(key) { this.#key = key; }

  /** [[position, { seq, choices, flagged, confidence }], …] */
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
      // then an unsent answer lasts as long as the page
    }
  }
}

/** Whether two answers are one: what was sent, and what the server says it holds. */
export function same(one, other) {
  return one.seq === other.seq && one.flagged === other.flagged && (one.confidence ?? 0) === (other.confidence ?? 0)
    && one.choices.join('\n') === other.choices.join('\n');
}
