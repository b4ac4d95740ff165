// What somebody puts down, on its way to the server: each part of a page numbered, kept in the browser until the server says that
// it is on disk, sent again until it does. Of two tabs or devices the higher number wins; the other one is told.

import { Kept } from './kept.js';

const [longestWait, patience] = [15_000, 10_000]; // milliseconds

export class SaveQueue {
  #place;
  #token;
  #on;
  #kept;
  #tabs;
  #numbers = new Map(); // part → the highest number known
  #waiting = new Map(); // part → { seq, … } without a reply yet
  #failures = 0;
  #running = false;
  #closed = false;
  #wake = () => {};

  // place: url, to which `/part` is added; key, its name in this browser; held(reply), the [part, stored] in what the url itself
  // answers; same(one, other), whether what was sent is what is stored. on: saved(part, seq, reply), taken(part, stored, lost),
  // rejected(part), lost(), closed(), changed(), and where a part can end before the whole does, final(part, stored), true if it has.
  constructor(place, token, on) {
    this.#place = place;
    this.#token = token;
    this.#on = on;
    this.#kept = new Kept(place.key);
    this.#tabs = new BroadcastChannel(place.key);
    this.#tabs.onmessage = ({ data }) => this.#take(data.part, data.value);
    addEventListener('online', () => this.wake());
    addEventListener('offline', () => on.changed());
  }

  get unsaved() { return this.#waiting.size; }
  get struggling() { return this.#failures > 0 || !navigator.onLine; }

  /** What the page came with. */
  know(part, seq) { this.#numbers.set(part, seq); }

  /** Takes up what an earlier visit could not send. Returns what must be shown, by part. */
  restore() {
    const restored = [];
    for (const [part, value] of this.#kept.read()) {
      if (!this.#numbers.has(part)) continue;
      if (value.seq > this.#numbers.get(part)) {
        this.#waiting.set(part, value);
        this.#numbers.set(part, value.seq);
        restored.push([part, value]);
      } else {
        this.#on.taken(part, null, value); // another device went on meanwhile; the page already shows that
      }
    }
    this.#kept.write(this.#waiting);
    if (restored.length > 0) this.wake();
    return restored;
  }

  /** Returns the number under which the change goes out. */
  change(part, value) {
    const seq = (this.#numbers.get(part) ?? 0) + 1;
    this.#numbers.set(part, seq);
    this.#waiting.set(part, { seq, ...value });
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

  /** What the server holds: other devices may have gone on. Returns its reply, undefined if nobody answers. */
  async refresh() {
    try {
      const response = await fetch(this.#place.url, { cache: 'no-store', signal: AbortSignal.timeout(patience) });
      if (response.status === 410) return this.#close();
      if (!response.ok) return undefined;
      const reply = await response.json();
      for (const [part, stored] of this.#place.held(reply)) this.#take(part, stored);
      return reply;
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
    const response = await fetch(`${this.#place.url}/${part}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', RequestVerificationToken: this.#token.value },
      body: JSON.stringify(value),
      keepalive: true, // leaving the page does not cancel it
      signal: AbortSignal.timeout(patience),
    });
    switch (response.status) {
      case 200: {
        const reply = await response.json();
        this.#done(part, value);
        this.#tabs.postMessage({ part, value });
        this.#on.saved(part, value.seq, reply);
        return 0;
      }
      case 409: {
        const stored = await response.json();
        this.#failures = 0;
        if (this.#on.final?.(part, stored)) this.#done(part, value); // never to be saved
        else this.#take(part, stored);
        return 0;
      }
      case 410:
        this.#close();
        return 0;
      case 400:
        if (!renewed) {
          await this.renewToken();
          return this.#send(part, value, true);
        }
      // falls through
      case 413:
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
    if (stored.seq < this.#numbers.get(part) || (stored.seq === this.#numbers.get(part) && !waiting)) return;
    if (waiting && waiting.seq === stored.seq && this.#place.same(waiting, stored)) return this.#done(part, waiting); // ours, but its reply was lost
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
