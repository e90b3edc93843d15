import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Proxy } from './proxy.js';
import { Servers } from './servers.js';

// What is left when a client has ended. In processes of their own, as only the end of a process
// shows that nothing keeps it alive; the time is only a fail-safe.

const servers = new Servers();
let proxy;
let token;

before(async () => {
  proxy = await Proxy.start(await servers.start());
  token = await servers.token('alice');
});

after(async () => {
  await proxy.close();
  await servers.close();
});

async function run(script) {
  const client = fileURLToPath(new URL('../ssot-router.js', import.meta.url));
  const sockets = fileURLToPath(new URL('platform.js', import.meta.url));
  const source = `
    import { RouterClient } from ${JSON.stringify(client)};
    import { SOCKETS } from ${JSON.stringify(sockets)};
    const connect = (listener, options = {}) => new RouterClient(
      'ws://127.0.0.1:${proxy.port}/ws', () => 'ssot.token.${token}', listener, options);
    ${script}`;
  const arguments_ = ['--input-type=module', '--eval', source];
  const { stdout } = await promisify(execFile)(process.execPath, arguments_, { timeout: 30_000 });
  return stdout.trim();
}

for (const name of ['platform', 'ws']) {
  for (const state of ['connecting', 'live']) {
    test(`leaves nothing behind when it is closed as it is ${state} (${name})`, async () => {
      const said = await run(`
        const client = connect({
          state(state) {
            console.log(state);
            if (state === '${state}') {
              client.close();
            }
          },
        }, { WebSocket: SOCKETS.${name} });`);
      assert.deepEqual(said.split('\n').slice(-2), [state, 'closed']);
    });
  }

  test(`leaves nothing behind when it is closed as it waits (${name})`, async () => {
    proxy.refuses = true;
    // The platform's socket may keep timers of its own for a while, so that they are counted.
    const said = await run(`
      const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
      const client = connect({
        state(state) {
          if (state === 'waiting') {
            const before = timers();
            client.close();
            console.log(before - timers());
          }
        },
      }, { WebSocket: SOCKETS.${name}, limits: { firstDelay: 600_000, longestDelay: 600_000 } });`);
    proxy.refuses = false;
    assert.equal(said, '1');
  });
}

test('leaves nothing behind when it is closed before it began', async () => {
  assert.equal(await run('connect().close();'), '');
});

test('opens no connection when it was closed while the credential was fetched', async () => {
  const before = proxy.connections;
  await run(`
    const client = new RouterClient('ws://127.0.0.1:${proxy.port}/ws', async () => {
      client.close();
      return 'ssot.token.${token}';
    });`);
  assert.equal(proxy.connections, before);
});

test('goes on when a listener throws, and has the error seen', async () => {
  const said = await run(`
    process.on('uncaughtException', (error) => console.log(error.message));
    const client = connect({});
    client.on('agent_started', () => { throw new Error('thrown by a listener'); });
    client.on('agent_completed', (event) => {
      console.log(event.payload.status);
      client.close();
    });
    await client.send('user_message');`);
  assert.deepEqual(said.split('\n').sort(), ['ok', 'thrown by a listener']);
});
