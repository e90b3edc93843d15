import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { answered, ask, assertWhole, axe, device, events, live, onPage, range, screenshots } from './browser.mjs';

const QUESTION = 'Will it rain? And tell me about tickets';

/** Goes on to what a user of the keyboard reaches next, until it has that name. */
async function tabTo(page, name) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const { label, outline } = await page.evaluate(() => {
      const { activeElement: active } = document;
      const named = active.getAttribute('aria-label') ?? active.labels?.[0]?.textContent;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      return { label: named ?? active.textContent, outline: outlineStyle === 'none' ? '0px' : outlineWidth };
    });
    if (label.trim() === name) {
      assert.notEqual(outline, '0px', `It can't be seen that ${name} has the focus`);
      return;
    }
  }
  assert.fail(`${name} was not reached`);
}

async function assertNothingOverflows(page) {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  assert.ok(scrollWidth <= clientWidth, `${scrollWidth} is wider than ${clientWidth}`);
}

test('can be used by keyboard alone', onPage(async (page) => {
  await tabTo(page, 'Skip to the users');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Add device for Alice');
  await page.keyboard.press('Enter');
  await live(page, 4);
  await tabTo(page, 'Message from Alice');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Wait, and what is 6 * 7?');
  await page.keyboard.press('Enter');
  await device(page, 'alice').locator('[data-type=tool_executing]').first().waitFor();
  await tabTo(page, 'Cut Alice’s laptop');
  await page.keyboard.press('Space');
  await device(page, 'alice').locator('.notice', { hasText: 'Resumed' }).waitFor();
  await answered(device(page, 'alice'), '6 * 7 = 42');
  await tabTo(page, 'Events of Alice’s laptop');
  assert.deepEqual((await events(device(page, 'alice'))).map(({ seq }) => seq), range(9));
  await tabTo(page, 'Remove Alice’s phone');
  await page.keyboard.press('Space');
  await live(page, 3);
  const focused = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.equal(focused, 'Add device for Alice');
  await assertWhole(page);
}));

test('tells what happens to those who do not see it', onPage(async (page) => {
  const news = page.locator('#news[role=status][aria-live=polite]');
  await ask(page, 'alice', 'What is 6 * 7?');
  await news.filter({ hasText: 'Alice’s laptop: 6 * 7 = 42.' }).waitFor();
  await device(page, 'alice').getByRole('button', { name: 'Cut' }).click();
  await news.filter({ hasText: 'Alice’s laptop is back' }).waitFor();
}));

async function assertAccessible(page) {
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
  const found = violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html)}`,
  );
  assert.deepEqual(found, []);
}

test('does not jump when an answer comes', onPage(async (page) => {
  const places = () =>
    page.locator('.device').evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  await ask(page, 'alice', QUESTION);
  await answered(device(page, 'alice'), QUESTION);
  assert.deepEqual(await places(), before);
}));

test('is legible and accessible in light and dark at every width', onPage(async (page) => {
  await ask(page, 'alice', QUESTION);
  await ask(page, 'bob', 'What is 355 / 113?');
  await device(page, 'alice').locator('[data-type=tool_executing]').first().waitFor();
  await device(page, 'alice').getByRole('button', { name: 'Cut' }).click();
  await answered(device(page, 'alice'), QUESTION);
  await answered(device(page, 'bob'), '355');
  await device(page, 'alice').locator('.notice', { hasText: 'Resumed' }).waitFor();
  await page.evaluate(readFileSync(axe, 'utf8'));
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await assertNothingOverflows(page);
      await assertAccessible(page);
      const path = join(screenshots, `${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
}));
