'use strict';

// Search, filters, groups and theme. All of their state is in the address, behind the hash, so that
// it survives a reload and can be sent to somebody: #q=router&severity=error&group=module&at=f-12ab
(() => {
  const FILTERS = ['severity', 'rule', 'module', 'package', 'owner', 'state', 'novelty'];
  const form = document.querySelector('form');
  const list = document.getElementById('list');
  const count = document.getElementById('count');
  const theme = document.getElementById('theme');
  const control = (name) => document.getElementById(name);

  const findings = [...list.children].map((element, place) => {
    const { severity, rule, module, package: packageName, state } = element.dataset;
    const summary = element.firstElementChild;
    const labels = [...summary.children].map(({ textContent }) => textContent);
    return {
      element,
      place,
      severity: [severity],
      rule: [rule],
      module: [module],
      package: [packageName],
      state: [state],
      owner: [...summary.querySelectorAll('.owner')].map(({ textContent }) => textContent),
      novelty: labels.filter((label) => label === 'introduced' || label === 'there before'),
      words: '',
    };
  });

  /** What is searched in; made when it is first needed. */
  const words = (finding) => (finding.words ||= finding.element.textContent.toLowerCase());

  const read = () => new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');

  const matches = (finding, state) =>
    FILTERS.every((name) => !state.get(name) || finding[name].includes(state.get(name))) &&
    (state.get('q') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((word) => words(finding).includes(word));

  /** What stands below each heading of the list, if it has any. */
  let groups = [];

  const heading = () => {
    const head = document.createElement('h3');
    head.className = 'head';
    return head;
  };

  const grouped = (key) => {
    const byName = new Map();
    for (const finding of findings) {
      const name = finding[key][0] ?? 'nobody';
      byName.set(name, byName.get(name) ?? []);
      byName.get(name).push(finding);
    }
    return [...byName.keys()].sort().map((name) => ({ name, head: heading(), members: byName.get(name) }));
  };

  /** Browsers take a hundred times as long to move thousands of elements within a list that is shown. */
  const arrange = (key) => {
    list.replaceChildren();
    groups = key ? grouped(key) : [];
    const all = document.createDocumentFragment();
    const elements = (some) => some.map(({ element }) => element);
    const order = key ? groups.flatMap(({ head, members }) => [head, ...elements(members)]) : elements(findings);
    order.forEach((element) => all.append(element));
    list.append(all);
  };

  let arranged = '';

  const show = () => {
    const state = read();
    const shown = new Set(findings.filter((finding) => matches(finding, state)));
    for (const finding of findings) {
      finding.element.hidden = !shown.has(finding);
    }
    const key = FILTERS.includes(state.get('group')) ? state.get('group') : '';
    if (key !== arranged) {
      arrange(key);
      arranged = key;
    }
    for (const { name, head, members } of groups) {
      const number = members.filter((finding) => shown.has(finding)).length;
      head.hidden = number === 0;
      head.textContent = `${name} (${number})`;
    }
    const noun = findings.length === 1 ? 'finding' : 'findings';
    count.textContent =
      shown.size === findings.length
        ? `${findings.length > 1 ? 'All ' : ''}${findings.length} ${noun} shown.`
        : `${shown.size} of ${findings.length} ${noun} shown.`;
    for (const name of ['q', 'group', ...FILTERS]) {
      if (control(name) && document.activeElement !== control(name)) {
        control(name).value = state.get(name) ?? '';
      }
    }
    theme.value = state.get('theme') ?? '';
    document.documentElement.dataset.theme = theme.value;
    reach(state.get('at'));
  };

  /** Opens what a link leads to and goes there. */
  const reach = (id) => {
    document.querySelectorAll('.at').forEach((element) => element.classList.remove('at'));
    const target = id && document.getElementById(id);
    if (!target) {
      return;
    }
    target.hidden = false;
    for (let around = target; around; around = around.parentElement) {
      if (around.tagName === 'DETAILS') {
        around.open = true;
      }
    }
    if (target.tagName === 'DETAILS') {
      target.classList.add('at');
      target.firstElementChild.focus({ preventScroll: true });
    }
    target.scrollIntoView();
  };

  /** Changes the state in the address; a link leaves a step behind it, typing does not. */
  const write = (changes, step) => {
    const state = read();
    for (const [name, value] of Object.entries(changes)) {
      if (value) {
        state.set(name, value);
      } else {
        state.delete(name);
      }
    }
    const hash = state.size ? `#${state}` : location.pathname + location.search;
    history[step ? 'pushState' : 'replaceState'](null, '', hash);
    show();
  };

  form.hidden = false;
  theme.parentElement.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', ({ target }) => write({ [target.id]: target.value, at: '' }));
  form.addEventListener('reset', () => {
    write(Object.fromEntries(['q', 'group', 'at', ...FILTERS].map((name) => [name, ''])));
  });
  theme.addEventListener('input', () => write({ theme: theme.value }));
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const id = link.getAttribute('href').slice(1);
      write(link.dataset.rule ? { rule: link.dataset.rule, at: id } : { at: id }, true);
    }
  });
  addEventListener('popstate', show);
  addEventListener('hashchange', () => {
    const plain = location.hash && !location.hash.includes('=');
    if (plain) {
      write({ at: location.hash.slice(1) });
    } else {
      show();
    }
  });
  if (location.hash && !location.hash.includes('=')) {
    write({ at: location.hash.slice(1) });
  } else {
    show();
  }
})();
