import assert from 'node:assert/strict';
import test from 'node:test';
import {
  answered,
  ask,
  assertWhole,
  device,
  enter,
  events,
  figures,
  live,
  mostRunsAtOnce,
  onPage,
  person,
  range,
} from './browser.mjs';

const QUESTION = 'What is 12 * (3 + 4), and how does a client resume?';

const FIVE = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_thinking',
  'agent_completed',
];

test('shows all five events in order, and the answer', onPage(async (page) => {
  await ask(page, 'alice', QUESTION);
  const run = await answered(device(page, 'alice'), QUESTION);
  assert.match(await run.locator('.answer').textContent(), /^12 \* \(3 \+ 4\) = 84\. Resume: A client/);
  const seen = await events(run);
  assert.deepEqual(seen.map(({ type }) => type), FIVE);
  assert.deepEqual(seen.map(({ seq }) => seq), range(9));
  assert.deepEqual(seen.map(({ rs }) => rs), range(9));
  assert.equal((await figures(page)).events, 9);
  await assertWhole(page);
}));

test('resumes after a cut in the middle of a run, with nothing missing', onPage(async (page) => {
  const alice = device(page, 'alice');
  await ask(page, 'alice', QUESTION);
  await alice.locator('[data-type=tool_executing]').first().waitFor();
  await alice.getByRole('button', { name: 'Cut' }).click();
  await alice.locator('.notice', { hasText: '1006' }).waitFor();
  await alice.locator('.notice', { hasText: 'Resumed after seq' }).waitFor();
  const run = await answered(alice, QUESTION);
  assert.deepEqual((await events(run)).map(({ seq }) => seq), range(9));
  const { events: count, resumed } = await figures(page, alice);
  assert.deepEqual({ count, resumed }, { count: 9, resumed: 1 });
  await assertWhole(page);
}));

test('shows to a user nothing of another, with both being answered at once', onPage(async (page) => {
  await enter(page, 'alice', 'Wait, then find apricots');
  await enter(page, 'bob', 'Wait, then find blueberries');
  await enter(page, 'carol', 'Wait, then find cherries');
  // All at one time, so that none is answered before the last is asked, however slow the browser is.
  const most = await page.evaluate(mostRunsAtOnce);
  assert.equal(most, 3, 'They were answered one after the other');
  for (const [user, own, others] of [
    ['alice', 'apricot', ['blueberr', 'cherr']],
    ['bob', 'blueberr', ['apricot', 'cherr']],
    ['carol', 'cherr', ['apricot', 'blueberr']],
  ]) {
    const run = await answered(device(page, user), own);
    assert.deepEqual((await events(device(page, user))).map(({ seq }) => seq), range(9));
    assert.equal((await events(run)).length, 9);
    const shown = await person(page, user).textContent();
    others.forEach((word) => assert.ok(!shown.includes(word), `${user} sees ${word}`));
  }
  await assertWhole(page);
}, { pace: 300 }));

test('shows the same stream on a second device', onPage(async (page) => {
  await person(page, 'alice').getByRole('button', { name: 'Add device' }).click();
  await live(page, 4);
  await ask(page, 'alice', QUESTION);
  const shown = [];
  for (const place of [0, 1]) {
    await answered(device(page, 'alice', place), QUESTION);
    shown.push(await device(page, 'alice', place).locator('.run').textContent());
    assert.deepEqual((await events(device(page, 'alice', place))).map(({ seq }) => seq), range(9));
  }
  assert.equal(shown[1], shown[0]);
  assert.equal((await figures(page)).events, 18);
  await assertWhole(page);
}));

test('replaces the oldest device when there are too many', onPage(async (page) => {
  for (const count of [4, 5]) {
    await person(page, 'bob').getByRole('button', { name: 'Add device' }).click();
    await live(page, count);
  }
  await person(page, 'bob').getByRole('button', { name: 'Add device' }).click();
  await device(page, 'bob').locator('.state[data-state=closed]').waitFor();
  await live(page, 5);
  assert.equal((await figures(page)).replaced, 1);
  await device(page, 'bob').getByRole('button', { name: 'Remove' }).click();
  await ask(page, 'bob', 'What is 1 + 1?');
  await answered(device(page, 'bob'), '1 + 1');
  assert.equal((await figures(page)).replaced, 1);
  await assertWhole(page);
}));

test('shows that the run of a crashed agent is ended', onPage(async (page) => {
  await ask(page, 'alice', QUESTION);
  await device(page, 'alice').locator('[data-type=agent_thinking]').first().waitFor();
  await person(page, 'alice').getByRole('button', { name: 'Crash agent' }).click();
  const run = await answered(device(page, 'alice'), QUESTION);
  assert.equal(await run.getAttribute('data-status'), 'timed_out');
  const types = (await events(run)).map(({ type }) => type);
  assert.equal(types.at(-1), 'agent_completed');
  const count = (type) => types.filter((one) => one === type).length;
  assert.equal(count('tool_completed'), count('tool_executing'));
  await assertWhole(page);
}, { pace: 400 }));

test('brings everybody back after the router was drained', onPage(async (page) => {
  await person(page, 'alice').getByRole('button', { name: 'Add device' }).click();
  await live(page, 4);
  await ask(page, 'alice', QUESTION);
  await device(page, 'alice').locator('[data-type=tool_executing]').first().waitFor();
  await page.getByRole('button', { name: 'Drain and restart' }).click();
  await page.locator('#level[data-level=draining]').waitFor();
  await page.waitForFunction(
    () => [...document.querySelectorAll('.device')].every(
      ({ textContent }) => textContent.includes('1012') && textContent.includes('Resumed after'),
    ),
  );
  await live(page, 4);
  const run = await answered(device(page, 'alice', 1), QUESTION);
  assert.equal(await run.getAttribute('data-status'), 'ok');
  assert.equal(await page.locator('#level').getAttribute('data-level'), 'full');
  await ask(page, 'carol', 'What is 6 times 7?');
  await answered(device(page, 'carol'), '42');
  assert.equal((await figures(page)).resumed, 4);
  await assertWhole(page);
}));

test('cuts off a reader that stalls, who loses nothing', onPage(async (page) => {
  await person(page, 'alice').getByRole('button', { name: 'Add device' }).click();
  await live(page, 4);
  await device(page, 'alice').getByRole('button', { name: 'Stall' }).click();
  await device(page, 'alice').locator('.notice', { hasText: '4408' }).waitFor();
  await device(page, 'alice').locator('.notice', { hasText: 'Resumed' }).waitFor();
  for (const place of [0, 1]) {
    await answered(device(page, 'alice', place), 'the stalled reader was cut off');
  }
  const [stalled, other] = [
    await figures(page, device(page, 'alice')),
    await figures(page, device(page, 'alice', 1)),
  ];
  assert.deepEqual([stalled.resumed, other.resumed], [1, 0]);
  assert.equal(stalled.events + stalled.merged, other.events + other.merged);
  await assertWhole(page);
}));

test('says that it needs the key, and presses nothing without it', onPage(async (page, demo) => {
  const stranger = await page.context().newPage();
  await stranger.goto(demo.address.replace(/#.*/, ''));
  await stranger.locator('#news', { hasText: 'Open the address' }).waitFor();
  assert.equal(await stranger.locator('.person').count(), 0);
  await page.reload();
  await live(page, 3);
  assert.ok(!page.url().includes('key'));
}));
