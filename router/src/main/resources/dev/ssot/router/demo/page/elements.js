/** An element with a class and contents; texts become text and nothing else. */
export function element(name, className, ...contents) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...contents);
  return made;
}

/** A text as nodes, with what stands between backquotes as code. */
export function prose(text) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? element('code', '', part) : part));
}

/** The first element of a copy of a template. */
export function fromTemplate(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

/** A list of named figures, of which each can be set. */
export class Figures {
  #values = new Map();

  /**
   * @param {HTMLElement} list a `dl`
   * @param {Record<string, string>} names the figures and what they are called
   * @param {string[]} alarming those that should stay 0
   */
  constructor(list, names, alarming) {
    for (const [figure, name] of Object.entries(names)) {
      const value = element('dd', '', '0');
      value.dataset.figure = figure;
      list.append(element('div', alarming.includes(figure) ? 'guarded' : '', element('dt', '', name), value));
      this.#values.set(figure, value);
    }
  }

  /** @param {Record<string, number>} figures */
  show(figures) {
    for (const [figure, value] of this.#values) {
      const text = figures[figure].toLocaleString('en');
      if (value.textContent !== text) {
        value.textContent = text;
      }
      value.parentElement.classList.toggle('alarm', figures[figure] > 0);
    }
  }
}
