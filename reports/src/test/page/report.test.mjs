import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';

const { CHROMIUM, PAGE_TEST_PAGES, PAGE_TEST_REPORTS, PAGE_TEST_WORK } = process.env;
const require = createRequire(join(PAGE_TEST_WORK, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core'), 'utf8');
const screenshots = join(PAGE_TEST_PAGES, 'screenshots');
const named = PAGE_TEST_REPORTS.split('\n').filter(Boolean);

/** Only a fail-safe. */
const PATIENCE = 120_000;

let browser;
before(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});
after(() => browser.close());

const pageOf = (name) => join(PAGE_TEST_PAGES, `${name}.html`);

/** A page given to a test; nothing may go wrong in its console or be asked of anybody. */
function onPage(file, work, { hash = '', ...options } = {}) {
  return async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    try {
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const complaints = [];
      const requests = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href + hash);
      await work(page);
      assert.deepEqual(complaints, []);
      assert.ok(requests.length > 0);
      assert.ok(requests.every((address) => address.startsWith('file:') && address.includes(basename(file))));
    } finally {
      await context.close();
    }
  };
}

const visible = (page) =>
  page.locator('.finding').evaluateAll((all) => all.filter(({ hidden }) => !hidden).map(({ id }) => id));

async function assertNothingOverflows(page) {
  const [wide, shown] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  assert.ok(wide <= shown, `${wide} is wider than ${shown}`);
}

/** What axe finds; without rules that are named, by all that it has. */
async function assertAccessible(page, runOnly) {
  const { violations } = await page.evaluate(
    (options) => globalThis.axe.run(options),
    { resultTypes: ['violations'], ...(runOnly && { runOnly }) },
  );
  assert.deepEqual(
    violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`),
    [],
  );
}

for (const file of [...['every-evidence', 'every-problem', 'changed', 'with-code', 'hostile-text', 'history', 'history-hostile'].map(pageOf), ...named]) {
  const name = basename(file, '.html');
  test(`${name} is whole and accessible in light and dark at every width`, onPage(file, async (page) => {
    // Of a long report the first findings of each kind stand for all.
    await page.evaluate(() => {
      [...document.querySelectorAll('details')].slice(0, 30).forEach((one) => (one.open = true));
    });
    // Axe runs in a world of its own, as the policy of the page lets no script in.
    await page.evaluate(axe);
    // The schemes differ in their colours alone.
    for (const [colorScheme, rules] of [['light'], ['dark', ['color-contrast', 'link-in-text-block']]]) {
      await page.emulateMedia({ colorScheme });
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await assertNothingOverflows(page);
        await page.screenshot({ path: join(screenshots, `${name}-${colorScheme}-${width}.png`) });
      }
      await assertAccessible(page, rules);
    }
  }));
}

test('filters, groups and the theme live in the address and survive a reload', onPage(pageOf('every-evidence'), async (page) => {
  const all = await visible(page);
  await page.locator('#severity').selectOption('warning');
  const warnings = await visible(page);
  assert.ok(warnings.length > 0 && warnings.length < all.length);
  await page.locator('#q').fill('shop/shop.java unresolved');
  await page.locator('#group').selectOption('rule');
  await page.locator('#theme').selectOption('dark');
  const some = await visible(page);
  assert.ok(some.length > 0 && some.length < warnings.length);
  const said = await page.locator('#count').textContent();
  assert.equal(said, `${some.length} of ${all.length} findings shown.`);
  assert.match(page.url(), /#severity=warning&q=shop%2Fshop\.java\+unresolved&group=rule&theme=dark$/);
  assert.deepEqual(await page.locator('.head:visible').allTextContents(), [`unresolved-import (${some.length})`]);
  await page.reload();
  assert.deepEqual(await visible(page), some);
  assert.equal(await page.locator('#q').inputValue(), 'shop/shop.java unresolved');
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  await page.getByRole('button', { name: 'Clear' }).click();
  assert.equal((await visible(page)).length, all.length);
  assert.match(page.url(), /#theme=dark$/);
}));

test('what is all of one module is filtered and grouped by package', onPage(pageOf('every-evidence'), async (page) => {
  assert.equal(await page.locator('#module').count(), 0);
  const all = await visible(page);
  await page.locator('#package').selectOption('shop.chat');
  const some = await visible(page);
  assert.ok(some.length > 0 && some.length < all.length);
  await page.locator('#group').selectOption('package');
  assert.match(page.url(), /#package=shop\.chat&group=package$/);
  assert.deepEqual(await page.locator('.head:visible').allTextContents(), [`shop.chat (${some.length})`]);
}));

test('nothing found is said', onPage(pageOf('every-evidence'), async (page) => {
  assert.match(await page.locator('#count').textContent(), /^0 of \d+ findings shown\.$/);
  assert.deepEqual(await visible(page), []);
}, { hash: '#q=no+such+thing' }));

test('an address leads to a finding, through a filter that hides it, and back', onPage(pageOf('changed'), async (page) => {
  const id = (await visible(page))[2];
  await page.evaluate((to) => (location.hash = to), id);
  const finding = page.locator(`#${id}`);
  await finding.locator('.body').waitFor();
  assert.match(page.url(), new RegExp(`#at=${id}$`));
  await page.locator('#novelty').selectOption('introduced');
  assert.ok((await visible(page)).length > 0);
  await page.goBack();
  await page.locator('#list').waitFor();
}));

test('can be used by keyboard alone', onPage(pageOf('with-code'), async (page) => {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: active } = document;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      return { tag: active.tagName, id: active.id, text: active.textContent.trim(), outline: outlineStyle === 'none' ? '0px' : outlineWidth };
    });
  await page.keyboard.press('Tab');
  assert.equal((await focused()).text, 'Skip to the findings');
  await page.keyboard.press('Enter');
  for (let presses = 0; presses < 40 && (await focused()).id !== 'q'; presses++) {
    await page.keyboard.press('Tab');
  }
  assert.equal((await focused()).id, 'q');
  await page.keyboard.type('ChatRouter');
  for (let presses = 0; presses < 20 && (await focused()).tag !== 'SUMMARY'; presses++) {
    await page.keyboard.press('Tab');
  }
  const { tag, outline } = await focused();
  assert.equal(tag, 'SUMMARY');
  assert.notEqual(outline, '0px');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.finding[open]').count(), 1);
}));

test('is readable without its script', onPage(pageOf('with-code'), async (page) => {
  assert.equal(await page.locator('form').isVisible(), false);
  await page.locator('.finding summary').first().click();
  assert.equal(await page.locator('.finding .body').first().isVisible(), true);
  await page.getByText('Coverage').first().click();
  assert.equal(await page.locator('.finding').count(), 2);
}, { javaScriptEnabled: false }));

test('the theme of a history lives in the address, and a link keeps it', onPage(pageOf('history'), async (page) => {
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.locator('#theme').selectOption('dark');
  assert.match(page.url(), /#theme=dark$/);
  await page.reload();
  assert.equal(await scheme(), 'dark');
  await page.getByRole('link', { name: 'Rivals' }).click();
  assert.equal(await scheme(), 'dark');
}));

test('is printed in black on white, without its controls', onPage(pageOf('with-code'), async (page) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await page.locator('form').isVisible(), false);
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  assert.equal(ink, 'rgb(28, 31, 35)');
}));

test('thousands of findings stay usable', onPage(pageOf('many-findings'), async (page) => {
  const paint = await page.evaluate(
    () => new Promise((seen) => new PerformanceObserver((list) => seen(list.getEntries()[0].startTime)).observe({ type: 'paint', buffered: true })),
  );
  const found = (await visible(page)).length;
  const before = performance.now();
  await page.locator('#group').selectOption('package');
  await page.locator('#q').fill('shop5999');
  assert.equal((await visible(page)).length, 1);
  const filtered = performance.now() - before;
  const size = statSync(pageOf('many-findings')).size;
  console.log(`${found} findings: ${(size / 1e6).toFixed(1)} MB, first paint ${Math.round(paint)} ms, grouped and searched ${Math.round(filtered)} ms`);
  assert.equal(found, 6000);
  assert.ok(size < 10e6);
  // Ten times what it takes: only what hangs is to be found out here.
  assert.ok(paint < 20_000);
  assert.ok(filtered < 20_000);
}));
