import { hasKey, press } from './controls.js';
import { Figures, prose } from './elements.js';
import { Person } from './person.js';
import { Owners } from './stream.js';

const PEOPLE = [
  {
    user: 'alice',
    title: 'Alice',
    tenant: 'acme',
    examples: [
      'What is 12 * (3 + 4), and how does a client resume?',
      'Take it slowly: search for backpressure',
      'What is 2 ^ 10 / 0?',
    ],
  },
  {
    user: 'bob',
    title: 'Bob',
    tenant: 'acme',
    examples: [
      'Will it rain? And tell me about tickets',
      'What is 355 / 113?',
      'Wait a moment, then explain jitter',
    ],
  },
  {
    user: 'carol',
    title: 'Carol',
    tenant: 'globex',
    examples: [
      'Explain isolation, and why a tenant matters',
      'What is 6 times 7?',
      'Find what happens to a dead letter',
    ],
  },
];

const TOTALS = {
  events: 'Events',
  resumed: 'Resumed',
  merged: 'Merged',
  replaced: 'Replaced',
  gaps: 'Gaps',
  duplicates: 'Duplicates',
  leaks: 'Leaks',
};

const LEVELS = {
  full: 'full service',
  'local-only': 'local only',
  draining: 'draining',
};

const news = document.getElementById('news');
const level = document.getElementById('level');
const totals = new Figures(document.getElementById('totals'), TOTALS, ['gaps', 'duplicates', 'leaks']);
const people = [];
let isShowing = false;

const page = {
  owners: new Owners(),

  say(text) {
    news.replaceChildren(...prose(text));
  },

  level(name) {
    level.dataset.level = name;
    level.textContent = LEVELS[name] ?? name;
  },

  /** Shows the counters, at most once a frame. */
  changed() {
    if (!isShowing) {
      isShowing = true;
      requestAnimationFrame(show);
    }
  },
};

function show() {
  isShowing = false;
  people.forEach((person) => person.refresh());
  const all = people.flatMap((person) => person.figures());
  totals.show(
    Object.fromEntries(
      Object.keys(TOTALS).map((figure) => [figure, all.reduce((sum, one) => sum + one[figure], 0)]),
    ),
  );
}

function start() {
  for (const who of PEOPLE) {
    const person = new Person(who, page);
    people.push(person);
    document.getElementById('people').append(person.view);
  }
  document.getElementById('drain').addEventListener('click', async () => {
    try {
      page.say(await press('drain'));
    } catch (error) {
      page.say(error.message);
    }
  });
}

if (hasKey) {
  start();
} else {
  page.say('Open the address that `ssot router demo` has printed; it ends in a key.');
}
