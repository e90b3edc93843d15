import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after } from 'node:test';

const { CHROMIUM, DEMO_PAGE_WORK, SSOT_ROUTER_CLASSPATH } = process.env;
const require = createRequire(join(DEMO_PAGE_WORK, 'package.json'));
const { chromium } = require('playwright-core');

/** Only a fail-safe. */
const PATIENCE = 120_000;

export const axe = require.resolve('axe-core');
export const screenshots = join(DEMO_PAGE_WORK, 'screenshots');

/** The program in a JVM of its own, as it is started from a terminal. */
async function startDemo(pace) {
  const words = ['-cp', SSOT_ROUTER_CLASSPATH, 'dev.ssot.router.program.Main', 'demo', '--pace', pace];
  const java = spawn('java', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => java.once('exit', (status) => resolve(status)));
  for await (const line of createInterface(java.stdout)) {
    return { address: line, end: () => java.kill('SIGTERM') && ended };
  }
  throw new Error('The demonstration did not start');
}

/** One for all tests of a file; each has a context of its own in it, which shares nothing with the others. */
let browser;

function startBrowser() {
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A demonstration and its page in a browser, given to a test. Afterwards nothing may have gone
 * wrong in the console, and nothing have been asked of anybody but this machine.
 */
export function onPage(test, { pace = 120, ...options } = {}) {
  return async () => {
    mkdirSync(screenshots, { recursive: true });
    let status;
    const demo = await startDemo(String(pace));
    browser ??= await startBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    try {
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const seen = watch(page, new URL(demo.address).host);
      await page.goto(demo.address);
      try {
        await live(page, 3);
        await test(page, demo);
      } catch (error) {
        error.message += `\n${await page.innerText('body')}\n${seen.complaints.join('\n')}`;
        throw error;
      }
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(seen.strangers, []);
      assert.ok(seen.requests > 10, `Only ${seen.requests} requests were seen`);
    } finally {
      await context.close();
      status = await demo.end();
    }
    assert.equal(status, 0, 'The demonstration did not end well');
  };
}

after(() => browser?.close());

function watch(page, host) {
  const seen = { complaints: [], strangers: [], requests: 0 };
  const requested = (address) => {
    seen.requests++;
    if (new URL(address).host !== host) {
      seen.strangers.push(address);
    }
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      seen.complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  page.on('request', (request) => requested(request.url()));
  page.on('websocket', (socket) => requested(socket.url()));
  return seen;
}

/** Waits until so many devices are live. */
export function live(page, count) {
  return page.waitForFunction(
    (wanted) => document.querySelectorAll('.state[data-state=live]').length === wanted,
    count,
  );
}

/** What belongs to a user, and one of his devices. */
export const person = (page, user) => page.locator(`[data-user=${user}]`);
export const device = (page, user, place = 0) => person(page, user).locator('.device').nth(place);

export const enter = (page, user, text) => person(page, user).locator('input').fill(text);

export async function ask(page, user, text) {
  await enter(page, user, text);
  await person(page, user).getByRole('button', { name: 'Send' }).click();
}

/**
 * To be run in the page: sends what is typed in all forms, and waits until all is answered.
 *
 * @returns the most runs that were open at one time, of all that the page showed in between
 */
export function mostRunsAtOnce() {
  return new Promise((done) => {
    const open = () => document.querySelectorAll('.run:not([data-status])').length;
    const ended = () => document.querySelectorAll('.run[data-status]').length;
    const forms = [...document.querySelectorAll('form')].filter((form) => form.querySelector('input').value);
    let most = 0;
    const observer = new MutationObserver(() => {
      most = Math.max(most, open());
      if (ended() === forms.length) {
        observer.disconnect();
        done(most);
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    forms.forEach((form) => form.requestSubmit());
  });
}

/** Waits for the end of the run that answers a question, and gives it. */
export async function answered(where, question) {
  const run = where.locator('.run[data-status]', { hasText: question });
  await run.waitFor();
  return run;
}

/** Types, and numbers, of the events that a place shows, in the order in which it shows them. */
export function events(where) {
  return where
    .locator('.events li[data-seq]')
    .evaluateAll((rows) =>
      rows.map(({ dataset }) => ({ type: dataset.type, seq: Number(dataset.seq), rs: Number(dataset.rs) })),
    );
}

/** Figures by name, of a device or, without one, of the whole page. */
export function figures(page, where = page.locator('#totals')) {
  // Counters are shown with the next frame.
  return page
    .evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
    .then(() => where.locator('[data-figure]').evaluateAll((all) =>
      Object.fromEntries(all.map((one) => [one.dataset.figure, Number(one.textContent.replaceAll(',', ''))])),
    ));
}

/** Nothing was lost, doubled or given to the wrong user. */
export async function assertWhole(page) {
  const { gaps, duplicates, leaks } = await figures(page);
  assert.deepEqual({ gaps, duplicates, leaks }, { gaps: 0, duplicates: 0, leaks: 0 });
}

export function range(last) {
  return Array.from({ length: last }, (_, i) => i + 1);
}
