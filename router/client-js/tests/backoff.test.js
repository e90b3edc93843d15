import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { RouterClient, Unknown } from '../ssot-router.js';
import { FakeSocket } from './fake-socket.js';

// The waits between attempts. With a fake clock, as they are too long to wait for and too random to
// be measured beside other work; with a fake socket, as a real one needs real time.

const STANDARD = { firstDelay: 250, longestDelay: 15_000 };
const sockets = FakeSocket.all;

beforeEach((context) => {
  sockets.length = 0;
  context.mock.timers.enable({ apis: ['setTimeout'] });
});

/** A client, and how long it waits after its connection ends. */
async function started(context, random = () => 1 - 2 ** -53, limits = {}) {
  let now = 0;
  context.mock.method(performance, 'now', () => now);
  const pass = async (delay) => {
    now += delay;
    context.mock.timers.tick(delay);
    // The credential is asked between two turns of the loop.
    await new Promise(setImmediate);
  };
  const client = new RouterClient('ws://fake', () => 'ssot.token.x', {}, {
    WebSocket: FakeSocket,
    random,
    limits,
  });
  await pass(0);
  const waits = async (code) => {
    const before = sockets.length;
    sockets.at(-1).onclose({ code });
    for (let waited = 0; ; waited++) {
      if (sockets.length > before) {
        return waited;
      }
      await pass(1);
    }
  };
  return { client, pass, waits };
}

async function inTurn(times, wait) {
  const all = [];
  for (let i = 0; i < times; i++) {
    all.push(await wait());
  }
  return all;
}

test('waits at most twice as long with each attempt, up to a cap', async (context) => {
  const { waits, client } = await started(context);
  const all = await inTurn(8, () => waits(1006));
  assert.deepEqual(all, [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  client.close();
});

test('spreads its waits from nothing to the bound', async (context) => {
  const spread = [0, 0.5, 0.25, 0.999];
  const { waits, client } = await started(context, () => spread.shift());
  assert.deepEqual(await inTurn(4, () => waits(1006)), [1, 250, 250, 1_998]);
  client.close();
});

test('begins anew once it was welcomed', async (context) => {
  const { waits, client } = await started(context);
  await inTurn(5, () => waits(1006));
  sockets.at(-1).welcome();
  assert.equal(await waits(1006), STANDARD.firstDelay);
  client.close();
});

test('does not begin anew when the router sends it away each time', async (context) => {
  const { waits, pass, client } = await started(context);
  const sentAway = (code) => {
    sockets.at(-1).welcome();
    return waits(code);
  };
  assert.deepEqual(await inTurn(3, () => sentAway(4429)), [500, 1_000, 2_000]);
  assert.equal(await sentAway(1012), STANDARD.firstDelay);
  sockets.at(-1).welcome();
  await pass(STANDARD.longestDelay);
  assert.equal(await waits(4401), STANDARD.firstDelay);
  client.close();
});

test('waits as long as a router that goes away asks, and no longer than the cap', async (context) => {
  const { waits, client } = await started(context, () => 0);
  sockets.at(-1).welcome();
  sockets.at(-1).receive('going_away', { reconnect_after_ms: 1_234 });
  assert.equal(await waits(1012), 1_234);
  sockets.at(-1).welcome();
  sockets.at(-1).receive('going_away', { reconnect_after_ms: 1e9 });
  assert.equal(await waits(1012), STANDARD.longestDelay);
  client.close();
});

test('gives up a connection that is not welcomed in time', async (context) => {
  const { pass, client } = await started(context);
  await pass(9_999);
  assert.equal(client.state, 'connecting');
  await pass(1);
  assert.equal(client.state, 'waiting');
  client.close();
});

test('asks after 30 s of silence, and gives up after 45 s', async (context) => {
  const { pass, client } = await started(context);
  sockets.at(-1).welcome();
  await pass(20_000);
  sockets.at(-1).receive('service_status', { level: 'full' });
  await pass(30_000);
  await pass(14_999);
  assert.equal(client.state, 'live');
  await pass(1);
  assert.equal(client.state, 'waiting');
  client.close();
});

test('gives up a message on a connection that stays open, and one that finds none', async (context) => {
  const { pass, client } = await started(context, undefined, { resendWithin: 2_000 });
  const unheard = assert.rejects(client.send('count'), Unknown);
  await pass(2_000);
  await unheard;
  sockets.at(-1).welcome();
  const unanswered = assert.rejects(client.send('count'), Unknown);
  await pass(1_999);
  assert.equal(sockets.at(-1).sent.length, 2);
  await pass(1);
  await unanswered;
  assert.equal(client.state, 'live');
  client.close();
});
