// The overview of all questions: what is answered and flagged, in words too, and where one is.

export class Palette {
  #nav;
  #counts;
  #links;
  #states = new Map();

  constructor(nav, counts, go) {
    this.#nav = nav;
    this.#counts = counts;
    this.#links = new Map([...nav.querySelectorAll('a')].map((link) => [Number(link.dataset.to), link]));
    nav.addEventListener('click', (event) => {
      const link = event.target.closest('a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(Number(link.dataset.to));
    });
  }

  get unanswered() { return [...this.#states].filter(([, state]) => !state.answered).map(([position]) => position); }

  get flagged() { return [...this.#states].filter(([, state]) => state.flagged).map(([position]) => position); }

  /** One whose result the page shows already. */
  know(position, answered) {
    this.#states.set(position, { answered, flagged: this.#links.get(position).classList.contains('f') });
    this.#sum();
  }

  show(position, answered, flagged) {
    this.#states.set(position, { answered, flagged });
    const link = this.#links.get(position);
    const words = this.#nav.dataset;
    link.classList.toggle('a', answered);
    link.classList.toggle('f', flagged);
    link.querySelector('span').textContent = ` ${answered ? words.answered : words.unanswered}${flagged ? ` ${words.flagged}` : ''}`;
    this.#sum();
  }

  now(position) {
    for (const [at, link] of this.#links) {
      link.classList.toggle('now', at === position);
      if (at === position) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
  }

  #sum() {
    this.#count('answered', this.#states.size - this.unanswered.length);
    this.#count('flagged', this.flagged.length);
    this.#count('unanswered', this.unanswered.length);
  }

  #count(what, number) {
    const element = this.#counts.querySelector(`[data-count="${what}"]`);
    if (element.textContent !== String(number)) element.textContent = number;
  }
}
