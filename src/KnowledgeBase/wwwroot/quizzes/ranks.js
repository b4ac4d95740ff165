// An order as a list whose items move up and down by buttons. The fields that say which item stands at each place stay in step:
// they are what is saved and what the form posts.

export class Ranks {
  #list;
  #places;
  #accept;
  #live;
  #words;
  #shown;

  constructor(root, changed) {
    this.#list = root.querySelector('.ranks');
    this.#places = [...root.querySelectorAll('select')];
    this.#accept = root.querySelector('[data-accept]');
    this.#live = root.querySelector('[role=status]');
    this.#words = root.dataset.say;
    this.#shown = [...this.#list.children];
    root.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button?.dataset.move) this.#move(button, Number(button.dataset.move), changed);
      if (button === this.#accept) this.#toggle(changed);
    });
    this.show();
  }

  /** The list as the fields have it: what has no place comes last, in the order shown. */
  show() {
    const tokens = this.#places.map((place) => place.value);
    const placed = tokens.map((token) => this.#shown.find((item) => item.dataset.token === token)).filter(Boolean);
    this.#list.append(...placed, ...this.#shown.filter((item) => !placed.includes(item)));
    this.#number();
    this.#accept.setAttribute('aria-pressed', String(tokens.some((token) => token !== '')));
  }

  #move(button, by, changed) {
    const item = button.closest('li');
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      if (by < 0) other.before(item);
      else other.after(item);
      button.focus(); // moving it in the document took the focus away
      this.#number();
      this.#keep(changed);
    }
    this.#say(item);
  }

  // Pressed: the list is the answer as it stands. Pressed again: there is no answer.
  #toggle(changed) {
    if (this.#accept.getAttribute('aria-pressed') === 'true') {
      for (const place of this.#places) place.value = '';
      this.#accept.setAttribute('aria-pressed', 'false');
      changed();
    } else {
      this.#keep(changed);
    }
  }

  #keep(changed) {
    for (const [place, item] of [...this.#list.children].entries()) this.#places[place].value = item.dataset.token;
    this.#accept.setAttribute('aria-pressed', 'true');
    changed();
  }

  #number() {
    for (const [place, item] of [...this.#list.children].entries()) {
      item.querySelector('.letter').textContent = place + 1;
      item.querySelector('[data-move="-1"]').setAttribute('aria-disabled', String(place === 0));
      item.querySelector('[data-move="1"]').setAttribute('aria-disabled', String(place === this.#places.length - 1));
    }
  }

  #say(item) {
    const text = item.querySelector('.text').cloneNode(true);
    for (const twice of text.querySelectorAll('.katex-html, annotation')) twice.remove(); // a formula says itself once
    const place = [...this.#list.children].indexOf(item) + 1;
    this.#live.textContent = this.#words.replace('{1}', place).replace('{2}', this.#places.length).replace('{0}', text.textContent.trim());
  }
}
