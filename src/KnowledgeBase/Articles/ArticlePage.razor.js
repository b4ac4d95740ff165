// What reading gains from script: where one is in the contents, and code that can be copied. The text needs neither.

const prose = document.querySelector('.prose');
const bar = document.querySelector('.bar');

markPlace();
addCopyButtons();
dropNeedlessStops();

/** Marks the heading being read in the contents and keeps that line in view. */
function markPlace() {
  const headings = [...prose.querySelectorAll(':is(h2, h3)[id]')];
  const contents = document.querySelector('.toc');
  const links = new Map([...contents.querySelectorAll('a[href^="#"]')].map((link) => [link.hash.slice(1), link]));
  let current;

  const update = () => {
    const line = bar.offsetHeight + 80;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const heading = atEnd ? headings.at(-1) : headings.findLast((one) => one.getBoundingClientRect().top <= line);
    const link = heading && links.get(heading.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    current = link;
    if (link) keepInView(contents, link);
  };

  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon, { passive: true });
  update();

  const rail = document.getElementById('book');
  const here = rail?.querySelector('[aria-current]');
  if (here) keepInView(rail, here);
}

// Not scrollIntoView: that would move the page too.
function keepInView(box, item) {
  const [outer, inner] = [box.getBoundingClientRect(), item.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
}

function addCopyButtons() {
  const { copy, copied, uncopied } = prose.dataset;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  prose.after(status);

  for (const block of prose.querySelectorAll('.code:not(.output)')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      let said = copied;
      try {
        await navigator.clipboard.writeText(block.querySelector('pre').textContent);
      } catch {
        said = uncopied; // not allowed, or not a secure address
        getSelection().selectAllChildren(block.querySelector('pre'));
      }
      button.textContent = status.textContent = said;
      setTimeout(() => {
        button.textContent = copy;
        status.textContent = '';
      }, 3000);
    });
    block.querySelector('.code-label').after(button);
  }
}

/** Formulas, tables and code can be focused because they may scroll; where nothing scrolls, the tab key should not stop. */
function dropNeedlessStops() {
  const seen = new ResizeObserver((entries) => {
    for (const { target } of entries) target.tabIndex = target.scrollWidth > target.clientWidth + 1 ? 0 : -1;
  });
  for (const part of prose.querySelectorAll('[role="group"][tabindex]')) seen.observe(part);
}
