import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { RouterClient } from '../ssot-router.js';
import { FakeSocket } from './fake-socket.js';
import { Recorder } from './recorder.js';

// What still comes on a socket that was given up. With a fake socket, as no real one can be made to
// deliver late; the client must not depend on it that they do not.

const sockets = FakeSocket.all;
let client;

afterEach(() => client.close());

beforeEach(() => {
  sockets.length = 0;
});

async function socket(number) {
  while (sockets.length < number) {
    await new Promise(setImmediate);
  }
  return sockets[number - 1];
}

/** A client whose first socket was welcomed, has brought one event, and was given up. */
async function abandoned() {
  const recorder = new Recorder();
  client = new RouterClient('ws://fake', () => 'ssot.token.x', recorder, {
    WebSocket: FakeSocket,
    random: () => 0,
  });
  const old = await socket(1);
  old.welcome();
  event(old, 1);
  old.onerror();
  return { old, recorder };
}

function event(on, seq) {
  on.receive('note', { from: sockets.indexOf(on) + 1 }, { seq, id: `e-${seq}` });
}

test('hands over nothing that comes on an abandoned socket while there is none', async () => {
  const { old, recorder } = await abandoned();
  event(old, 2);
  assert.deepEqual(recorder.seqs(), [1]);
  assert.deepEqual(client.position, { epoch: 'e', seq: 1 });
});

test('hands over what the new socket brings, once, whatever comes on the old one', async () => {
  const { old, recorder } = await abandoned();
  const fresh = await socket(2);
  event(old, 2);
  fresh.welcome(1);
  assert.deepEqual(fresh.sent[0].payload, { resume: { epoch: 'e', seq: 1 } });
  event(old, 2);
  event(fresh, 2);
  event(old, 3);
  event(fresh, 3);
  assert.deepEqual(recorder.seqs(), [1, 2, 3]);
  assert.deepEqual(
    recorder.events.map((one) => one.payload.from),
    [1, 2, 2],
  );
  assert.deepEqual(client.figures(), { connections: 2, resumed: 1, duplicates: 0, gaps: 0 });
});

test('is not moved by a welcome, an answer or an end of an abandoned socket', async () => {
  const { old, recorder } = await abandoned();
  const fresh = await socket(2);
  fresh.welcome(1);
  let settled = false;
  const answer = client.send('count').then(() => (settled = true));
  const { id } = fresh.sent.at(-1);
  old.welcome(7);
  old.receive('ack', { id });
  old.receive('going_away', { reconnect_after_ms: 9_000 });
  old.onmessage({ data: 'no JSON' });
  old.onerror();
  old.onclose({ code: 4400, reason: 'late' });
  await new Promise(setImmediate);
  assert.deepEqual([settled, client.state, client.position.seq], [false, 'live', 1]);
  fresh.receive('ack', { id });
  await answer;
  assert.deepEqual(recorder.seqs(), [1]);
});

test('hands over nothing once it is closed', async () => {
  const { recorder } = await abandoned();
  const fresh = await socket(2);
  fresh.welcome(1);
  client.close();
  event(fresh, 2);
  assert.deepEqual(recorder.seqs(), [1]);
});
