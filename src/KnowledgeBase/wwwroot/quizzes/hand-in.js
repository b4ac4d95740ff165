// Handing in, or having one question checked: saves what is not saved first. Handing in says what is still open, and waits for the
// network if there is none.

export class HandIn {
  #dialog;
  #form;
  #queue;
  #status;
  #wanted = false;
  #leaving = false;

  constructor(dialog, form, queue, status) {
    this.#dialog = dialog;
    this.#form = form;
    this.#queue = queue;
    this.#status = status;
    this.#confirm.addEventListener('click', () => {
      dialog.close();
      this.now();
    });
    addEventListener('online', () => this.#wanted && this.now());
  }

  get leaving() { return this.#leaving; }

  ask(unanswered, flagged) {
    const say = (what, number) => {
      const line = this.#dialog.querySelector(`[data-when="${what}"]`);
      line.hidden = number === 0;
      if (line.dataset.text) line.textContent = line.dataset.text.replace('{0}', number);
    };
    say('complete', unanswered === 0 ? 1 : 0);
    say('unanswered', unanswered);
    say('flagged', flagged);
    say('unsaved', this.#queue.unsaved);
    say('offline', navigator.onLine ? 0 : 1);
    this.#dialog.showModal();
  }

  /** Posts the whole form, so that even what the queue could not send arrives with it. */
  async now() {
    if (this.#leaving) return;
    this.#wanted = true;
    if (!navigator.onLine) {
      this.#status.handInWaits(); // 'online' calls again
      return;
    }
    await this.#queue.drained(1500);
    try {
      await this.#queue.renewToken(); // also tells whether the server can be reached: a failed post would lose the page
    } catch {
      this.#status.handInWaits();
      setTimeout(() => this.now(), 3000);
      return;
    }
    if (this.#leaving) return; // asked for twice meanwhile
    this.#leaving = true;
    this.#form.action = this.#confirm.dataset.confirm;
    this.#form.submit();
  }

  /** Posts the page to have one question graded and explained. Whatever is not saved stays on the page and is tried again. */
  async check(address) {
    if (this.#leaving || !(await this.#queue.drained(3000))) return;
    try {
      await this.#queue.renewToken();
    } catch {
      return;
    }
    if (this.#leaving) return;
    this.#leaving = true;
    this.#form.action = address;
    this.#form.submit();
  }

  get #confirm() { return this.#dialog.querySelector('[data-confirm]'); }
}
