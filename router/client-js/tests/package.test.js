import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { RouterClient } from '../ssot-router.js';
import { Servers } from './servers.js';

// What is published: its size, its types and its documentation.

const MOST_BYTES = 5_000;
const FIVE = [
  'agent_started',
  'agent_thinking',
  'tool_executing',
  'tool_completed',
  'agent_completed',
];

const servers = new Servers();
after(() => servers.close());

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const read = (name) => readFile(path(name), 'utf8');

async function compile(...files) {
  const tsc = join(process.env.SSOT_CLIENT_JS_WORK, 'node_modules/typescript/bin/tsc');
  const options = '--strict --noEmit --allowJs --checkJs --exactOptionalPropertyTypes';
  const target = '--target es2022 --module nodenext --lib es2022,dom,dom.iterable --types';
  const words = [tsc, ...`${options} ${target}`.split(' '), '', ...files];
  const env = { ...process.env, NODE_OPTIONS: '' };
  try {
    return (await promisify(execFile)(process.execPath, words, { env })).stdout;
  } catch (error) {
    return error.stdout + error.stderr;
  }
}

test('is smaller than 5 kB, compressed and with comments, and as small as it says', async () => {
  const size = gzipSync(await read('../ssot-router.js'), { level: 9 }).length;
  assert.ok(size < MOST_BYTES, `${size} bytes`);
  const told = `types for TypeScript: ${(size / 1_000).toFixed(1)} kB compressed`;
  assert.ok((await read('../README.md')).includes(told), `the README does not say: ${told}`);
});

test('imports nothing', async () => {
  assert.doesNotMatch(await read('../ssot-router.js'), /^\s*import\b|\bimport\([^'"]|require\(/m);
});

test('has types that the compiler accepts in use, and not in misuse', async () => {
  assert.equal(await compile(path('types/usage.ts')), '');
});

test('has the types that it says it has', async () => {
  const folder = join(process.env.SSOT_CLIENT_JS_WORK, 'types');
  await mkdir(folder, { recursive: true });
  // Under its own name the compiler would read the declarations in place of the code.
  await copyFile(path('../ssot-router.js'), join(folder, 'code.js'));
  await copyFile(path('../ssot-router.d.ts'), join(folder, 'ssot-router.d.ts'));
  await copyFile(path('types/agrees.ts'), join(folder, 'agrees.ts'));
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  assert.equal(await compile(join(folder, 'code.js'), join(folder, 'agrees.ts')), '');
});

test('says of the five critical events what their schemas say', async () => {
  const schema = JSON.parse(
    await read('../../src/main/resources/dev/ssot/router/wire/ssot.v1.schema.json'),
  );
  const [, payloads] = (await read('../ssot-router.d.ts')).match(/interface Payloads \{(.*?)\n\}/s);
  const entries = payloads.split(/\n  (?=\w+:)/);
  for (const type of FIVE) {
    const entry = entries.find((one) => one.trim().startsWith(type + ':'));
    const typed = [...entry.slice(entry.indexOf('{')).matchAll(/(\w+)(\??): /g)];
    const { properties, required } = schema.$defs[type];
    const names = [...new Set(typed.map(([, name]) => name))];
    assert.deepEqual(names.sort(), Object.keys(properties).sort());
    const optional = typed.filter(([, , mark]) => mark === '?').map(([, name]) => name);
    assert.deepEqual(optional.filter((name) => required.includes(name)), [], type);
  }
});

test('does what its README shows', async () => {
  const readme = await read('../README.md');
  const [, code] = readme.match(/```js\n(.*?)```/s);
  const [, printed] = readme.match(/prints\n\n```text\n(.*?)```/s);
  const token = await servers.token('alice');
  const port = await servers.start();
  const runnable = code
    .replace("'./ssot-router.js'", JSON.stringify(path('../ssot-router.js')))
    .replace("'wss://chat.example/ws'", `'ws://127.0.0.1:${port}/ws'`)
    .replace('await freshToken()', `'${token}'`);
  assert.ok(runnable.includes(token) && runnable.includes(port), 'the example has changed');
  const words = ['--input-type=module', '--eval', runnable];
  const { stdout } = await promisify(execFile)(process.execPath, words, { timeout: 30_000 });
  assert.equal(stdout, printed);
});

test('says at once that a platform without WebSocket needs one', () => {
  const { WebSocket } = globalThis;
  delete globalThis.WebSocket;
  try {
    assert.throws(() => new RouterClient('ws://localhost', () => undefined), /options\.WebSocket/);
  } finally {
    globalThis.WebSocket = WebSocket;
  }
});
