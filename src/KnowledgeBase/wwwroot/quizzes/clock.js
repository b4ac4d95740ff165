// The time left. It counts on its own between the server's words and says something only at half, five minutes and one minute.

export class Clock {
  #element;
  #time;
  #say;
  #end;
  #all;
  #last;
  #timer;
  #up;

  constructor(element, up) {
    this.#element = element;
    this.#time = element.querySelector('time');
    this.#say = element.querySelector('[data-say]');
    this.#all = Number(element.dataset.all);
    this.#last = Number(element.dataset.left);
    this.#up = up;
    this.#end = performance.now() + this.#last * 1000;
    this.#hideable(element.querySelector('button'));
    this.#timer = setInterval(() => this.#tick(), 250);
    this.#tick();
  }

  /** The server's word; small differences are only the time its reply took. */
  sync(secondsLeft) {
    if (typeof secondsLeft !== 'number') return;
    const end = performance.now() + secondsLeft * 1000;
    if (Math.abs(end - this.#end) > 1500) this.#end = end;
  }

  say(text) { this.#say.textContent = text; }

  #tick() {
    const left = Math.max(0, Math.ceil((this.#end - performance.now()) / 1000));
    if (left !== this.#last || !this.#time.textContent) this.#show(left);
    if (left === 0) {
      clearInterval(this.#timer);
      this.#up();
    }
  }

  #show(left) {
    const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
    const two = (number) => String(number).padStart(2, '0');
    this.#time.textContent = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
    this.#element.querySelector('.track b').style.width = `${(100 * left) / Math.max(1, this.#all)}%`;
    this.#element.classList.toggle('short', left <= 60);
    const { half, five, one } = this.#element.dataset;
    for (const [mark, text] of [[Math.floor(this.#all / 2), half], [300, five], [60, one]]) {
      if (this.#last > mark && left <= mark && mark < this.#all) this.say(text);
    }
    this.#last = left;
  }

  #hideable(button) {
    const set = (hidden) => {
      this.#element.classList.toggle('hidden-time', hidden);
      button.setAttribute('aria-pressed', String(hidden));
      button.textContent = hidden ? button.dataset.show : button.dataset.hide;
    };
    const key = 'clock-hidden';
    try { set(localStorage.getItem(key) === 'yes'); } catch { /* storage is forbidden */ }
    button.addEventListener('click', () => {
      const hidden = button.getAttribute('aria-pressed') !== 'true';
      set(hidden);
      try { localStorage.setItem(key, hidden ? 'yes' : 'no'); } catch { /* lasts for this page only */ }
    });
  }
}
