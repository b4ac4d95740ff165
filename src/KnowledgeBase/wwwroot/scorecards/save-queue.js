// What an interviewer puts down, on its way to the server: each part numbered, kept in the browser until the server says that it
// is on disk, sent again until it does. Of two tabs or devices the higher number wins; the other one is told.

import { Kept } from '../quizzes/kept.js';

const longestWait = 15_000;
const patience = 10_000;

export class SaveQueue {
  #url;
  #token;
  #on;
  #kept;
  #numbers = new Map(); // part → the highest number known
  #waiting = new Map(); // part → what has no reply yet
  #failures = 0;
  #running = false;
  #closed = false;
  #wake = () => {};

  /** A part is 'scores/1/cause' or 'notes/0'. on: saved(part, seq), taken(part, stored, lost), rejected(part), lost(), closed(), changed() */
  constructor(session, keptAs, token, on) {
    this.#url = `/api/scorecards/${session}`;
    this.#kept = new Kept(keptAs);
    this.#token = token;
    this.#on = on;
    addEventListener('online', () => this.wake());
    addEventListener('offline', () => on.changed());
  }

  get unsaved() { return this.#waiting.size; }

  get struggling() { return this.#failures > 0 || !navigator.onLine; }

  /** What the page came with. */
  know(part, seq) { this.#numbers.set(part, seq); }

  /** Takes up what an earlier visit could not send. Returns the parts that must be shown, and those that another device went on with. */
  restore() {
    const restored = [];
    for (const [part, value] of this.#kept.read()) {
      if (!this.#numbers.has(part)) continue;
      if (value.seq > this.#numbers.get(part)) {
        this.#waiting.set(part, value);
        this.#numbers.set(part, value.seq);
        restored.push([part, value]);
      } else {
        this.#on.taken(part, null, value);
      }
    }
    this.#kept.write(this.#waiting);
    if (restored.length > 0) this.wake();
    return restored;
  }

  change(part, value) {
    const seq = (this.#numbers.get(part) ?? 0) + 1;
    this.#numbers.set(part, seq);
    this.#waiting.set(part, { seq, ...value });
    this.#kept.write(this.#waiting);
    this.wake();
  }

  wake() {
    this.#wake();
    this.#on.changed();
    if (!this.#running && !this.#closed) this.#run();
  }

  /** True as soon as nothing waits any more; false if that takes too long. */
  async drained(milliseconds) {
    const end = performance.now() + milliseconds;
    this.wake();
    while (this.#waiting.size > 0 && performance.now() < end) await new Promise((done) => setTimeout(done, 50));
    return this.#waiting.size === 0;
  }

  /** What the server holds: another device may have gone on. */
  async refresh() {
    try {
      const response = await fetch(this.#url, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
      if (response.status === 410) return this.#close();
      if (!response.ok) return;
      const { scores, notes } = await response.json();
      for (const one of scores) this.#take(`scores/${one.position}/${one.criterion}`, one);
      for (const one of notes) this.#take(`notes/${one.position}`, one);
    } catch {
      // no network: what is shown stays
    }
  }

  async #run() {
    this.#running = true;
    while (this.#waiting.size > 0 && !this.#closed) {
      const [part, value] = this.#waiting.entries().next().value;
      const wait = navigator.onLine ? await this.#send(part, value).catch(() => this.#backOff()) : longestWait;
      this.#on.changed();
      if (wait > 0) {
        // One that fails must not hold up the others.
        if (this.#waiting.get(part) === value) {
          this.#waiting.delete(part);
          this.#waiting.set(part, value);
        }
        await new Promise((done) => { this.#wake = done; setTimeout(done, wait); });
      }
    }
    this.#running = false;
    this.#on.changed();
  }

  /** Returns how long to wait before anything else is sent. */
  async #send(part, value, renewed = false) {
    const response = await fetch(`${this.#url}/${part}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.#token.value },
      body: JSON.stringify(value),
      keepalive: true, // leaving the page does not cancel it
      signal: AbortSignal.timeout(patience),
    });
    switch (response.status) {
      case 200:
        this.#done(part, value);
        this.#on.saved(part, value.seq);
        return 0;
      case 409:
        this.#failures = 0;
        this.#take(part, await response.json());
        return 0;
      case 410:
        this.#close();
        return 0;
      case 400:
        if (!renewed) {
          await this.#renewToken();
          return this.#send(part, value, true);
        }
        this.#done(part, value);
        this.#on.rejected(part);
        return 0;
      case 401: case 403: case 404:
        this.#on.lost();
        return this.#backOff();
      case 429:
        this.#failures++;
        return Math.min(longestWait, 1000 * (Number(response.headers.get('Retry-After')) || 1));
      default:
        return this.#backOff();
    }
  }

  /** A token may have been made for somebody who has signed in since. */
  async #renewToken() {
    const response = await fetch('/api/token', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    if (response.ok) this.#token.value = (await response.json()).token;
  }

  #backOff() {
    this.#failures++;
    return Math.min(longestWait, 500 * 2 ** this.#failures) * (0.75 + Math.random() / 2); // not all at the same moment
  }

  #done(part, value) {
    this.#failures = 0;
    if (this.#waiting.get(part) === value) this.#waiting.delete(part); // else it was changed meanwhile
    this.#kept.write(this.#waiting);
  }

  #take(part, stored) {
    const waiting = this.#waiting.get(part);
    const known = this.#numbers.get(part) ?? 0;
    if (stored.seq < known || (stored.seq === known && !waiting)) return;
    if (waiting && waiting.seq === stored.seq && ['level', 'evidence', 'text'].every((key) => waiting[key] === stored[key] || !(key in waiting))) return this.#done(part, waiting);
    this.#numbers.set(part, stored.seq);
    this.#waiting.delete(part);
    this.#kept.write(this.#waiting);
    this.#on.taken(part, stored, waiting);
    this.#on.changed();
  }

  #close() {
    this.#closed = true;
    this.#waiting.clear();
    this.#kept.write(this.#waiting);
    this.#on.closed();
  }
}
