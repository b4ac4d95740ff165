// Answers on their way to the server: numbered per question, kept in the browser until the server says they are on disk,
// sent again until it does. Of two tabs or devices the higher number wins; the other one is told.

import { Kept, same } from './kept.js';

const longestWait = 15_000;
const patience = 10_000;

export class AnswerQueue {
  #url;
  #token;
  #on;
  #kept;
  #numbers = new Map(); // position → the highest number known
  #waiting = new Map(); // position → { seq, choices, flagged, confidence } without a reply yet
  #failures = 0;
  #running = false;
  #closed = false;
  #wake = () => {};
  #tabs;
  /** on: saved(position, seq, reply), taken(position, stored), frozen(position), rejected(position), lost(), closed(), changed() */
  constructor(attempt, token, on) {
    this.#url = `/api/attempts/${attempt}/answers`;
    this.#kept = new Kept(`attempt-${attempt}`);
    this.#token = token;
    this.#on = on;
    this.#tabs = new BroadcastChannel(`attempt-${attempt}`);
    this.#tabs.onmessage = ({ data }) => this.#take(data.position, data);
    addEventListener('online', () => this.wake());
    addEventListener('offline', () => on.changed());
  }

  get unsaved() { return this.#waiting.size; }

  get struggling() { return this.#failures > 0 || !navigator.onLine; }

  /** What the page came with. */
  know(position, seq) { this.#numbers.set(position, seq); }

  /** Takes up what an earlier visit could not send. Returns the positions whose answers must be shown. */
  restore() {
    const restored = [];
    for (const [position, answer] of this.#kept.read()) {
      if (answer.seq > (this.#numbers.get(position) ?? 0)) {
        this.#waiting.set(position, answer);
        this.#numbers.set(position, answer.seq);
        restored.push([position, answer]);
      } else {
        this.#on.taken(position, null); // another device went on meanwhile; the page already shows that
      }
    }
    this.#kept.write(this.#waiting);
    if (restored.length > 0) this.wake();
    return restored;
  }

  /** Returns the number under which the change goes out. */
  change(position, answer) {
    const seq = (this.#numbers.get(position) ?? 0) + 1;
    this.#numbers.set(position, seq);
    this.#waiting.set(position, { seq, ...answer });
    this.#kept.write(this.#waiting);
    this.wake();
    return seq;
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

  /** What the server holds: other devices may have gone on. Returns the seconds left, undefined if nobody answers. */
  async refresh() {
    try {
      const response = await fetch(this.#url, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
      if (response.status === 410) return this.#close();
      if (!response.ok) return undefined;
      const { secondsLeft, answers } = await response.json();
      for (const answer of answers) this.#take(answer.position, answer);
      return secondsLeft;
    } catch {
      return undefined;
    }
  }

  /** A token may have been made for somebody who has signed in since. Throws if the server cannot be reached. */
  async renewToken() {
    const response = await fetch('/api/token', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    if (response.status >= 500) throw new Error(`token: ${response.status}`);
    if (response.ok) this.#token.value = (await response.json()).token;
  }

  forget() { this.#waiting.clear(); this.#kept.write(this.#waiting); }

  async #run() {
    this.#running = true;
    while (this.#waiting.size > 0 && !this.#closed) {
      const [position, answer] = this.#waiting.entries().next().value;
      const wait = navigator.onLine ? await this.#send(position, answer).catch(() => this.#backOff()) : longestWait;
      this.#on.changed();
      if (wait > 0) {
        // One that fails must not hold up the others.
        if (this.#waiting.get(position) === answer) {
          this.#waiting.delete(position);
          this.#waiting.set(position, answer);
        }
        await new Promise((done) => { this.#wake = done; setTimeout(done, wait); });
      }
    }
    this.#running = false;
    this.#on.changed();
  }

  /** Returns how long to wait before anything else is sent. */
  async #send(position, answer, renewed = false) {
    const response = await fetch(`${this.#url}/${position}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.#token.value },
      body: JSON.stringify(answer),
      keepalive: true, // leaving the page does not cancel it
      signal: AbortSignal.timeout(patience),
    });
    switch (response.status) {
      case 200: {
        const reply = await response.json();
        this.#done(position, answer);
        this.#tabs.postMessage({ position, ...answer });
        this.#on.saved(position, answer.seq, reply);
        return 0;
      }
      case 409: {
        const stored = await response.json();
        this.#failures = 0;
        if (stored.checked) this.#done(position, answer); // never to be saved
        if (stored.checked) this.#on.frozen(position);
        else this.#take(position, stored);
        return 0;
      }
      case 410:
        this.#close();
        return 0;
      case 400:
        if (!renewed) {
          await this.renewToken();
          return this.#send(position, answer, true);
        }
      // falls through
      case 413:
        this.#done(position, answer);
        this.#on.rejected(position);
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

  #backOff() {
    this.#failures++;
    return Math.min(longestWait, 500 * 2 ** this.#failures) * (0.75 + Math.random() / 2); // not all at the same moment
  }

  #done(position, answer) {
    this.#failures = 0;
    if (this.#waiting.get(position) === answer) this.#waiting.delete(position); // else it was changed meanwhile
    this.#kept.write(this.#waiting);
  }

  #take(position, stored) {
    const waiting = this.#waiting.get(position);
    if (stored.seq < (this.#numbers.get(position) ?? 0) || (stored.seq === this.#numbers.get(position) && !waiting)) return;
    if (waiting && same(waiting, stored)) return this.#done(position, waiting); // ours, but its reply was lost
    this.#numbers.set(position, stored.seq);
    this.#waiting.delete(position);
    this.#kept.write(this.#waiting);
    this.#on.taken(position, stored);
    this.#on.changed();
  }

  #close() {
    this.#closed = true;
    this.forget();
    this.#on.closed();
  }
}
