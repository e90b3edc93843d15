import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { Refused, RouterClient, Unknown } from '../ssot-router.js';
import { range, SOCKETS } from './platform.js';
import { Proxy, somewhere } from './proxy.js';
import { Recorder } from './recorder.js';
import { Servers } from './servers.js';

// The client against real servers over real sockets, through a proxy that does what networks do.

/** No connection is given up by time, so that each end must be noticed when it comes. */
const LIMITS = { pending: 16, firstDelay: 20, longestDelay: 200, connectWithin: 60_000 };

const servers = new Servers();
const tokens = new Map();
let open = [];

after(() => servers.close());

afterEach(async () => {
  for (const one of open.reverse()) {
    await one.close();
  }
  open = [];
});

function keep(one) {
  open.push(one);
  return one;
}

async function proxyTo(port, options) {
  return keep(await Proxy.start(port, options));
}

/** One token a user is enough where tokens are not the subject. */
async function tokenOf(user) {
  if (!tokens.has(user)) {
    tokens.set(user, servers.token(user));
  }
  return 'ssot.token.' + (await tokens.get(user));
}

function connect(port, recorder, options = {}) {
  const { user = 'alice', credential = () => tokenOf(user), limits, ...rest } = options;
  return keep(
    new RouterClient(`ws://127.0.0.1:${port}/ws`, credential, recorder, {
      limits: { ...LIMITS, ...limits },
      ...rest,
    }),
  );
}

let users = 0;
/** Somebody whose stream is empty. */
const somebody = () => `user-${++users}`;

for (const [name, WebSocket] of Object.entries(SOCKETS)) {
  test(`carries a message to its answer (${name})`, async () => {
    const recorder = new Recorder();
    const client = connect(await servers.start(), recorder, { WebSocket });
    await client.send('user_message', { text: 'Weather?' });
    await recorder.awaitEvents(5);
    assert.deepEqual(recorder.types(), [
      'agent_started',
      'agent_thinking',
      'tool_executing',
      'tool_completed',
      'agent_completed',
    ]);
    assert.equal(recorder.events[4].payload.response, 'It is sunny.');
  });

  test(`hands over every event once although cut within frames (${name})`, async () => {
    const port = await servers.start();
    const proxy = await proxyTo(port, { bytesUntilCut: somewhere(17, 60, 2_000) });
    const recorder = new Recorder();
    const client = connect(proxy.port, recorder, { WebSocket });
    await recorder.awaitNews('live');
    await servers.emit(port, 'alice', 600);
    await recorder.awaitEvents(600);
    assert.deepEqual(recorder.seqs(), range(1, 600));
    assert.ok(proxy.cuts > 10, `only cut ${proxy.cuts}`);
    const { connections, resumed, gaps, duplicates } = client.figures();
    assert.deepEqual([resumed, gaps, duplicates], [connections - 1, 0, 0]);
  });

  test(`has every message handled once although connections are cut (${name})`, async () => {
    const port = await servers.start('any-rate');
    const proxy = await proxyTo(port, { bytesUntilCut: somewhere(23, 40, 1_500) });
    const client = connect(proxy.port, new Recorder(), { WebSocket });
    for (let i = 0; i < 100; i++) {
      await client.send('count');
    }
    assert.equal(await servers.handled(port), 100);
    assert.ok(proxy.cuts > 5, `only cut ${proxy.cuts}`);
  });

  test(`sends what was said while there was no connection (${name})`, async () => {
    const port = await servers.start();
    const proxy = await proxyTo(port);
    proxy.refuses = true;
    const recorder = new Recorder();
    const client = connect(proxy.port, recorder, { WebSocket });
    const first = client.send('count');
    await recorder.awaitNews('waiting 1006');
    proxy.refuses = false;
    await first;
    proxy.cutAll();
    await recorder.awaitNews('waiting 1006', 2);
    await client.send('count');
    assert.equal(await servers.handled(port), 2);
  });

  test(`gives a message up that found no connection in time (${name})`, async () => {
    const proxy = await proxyTo(0);
    proxy.refuses = true;
    const client = connect(proxy.port, new Recorder(), {
      limits: { resendWithin: 100 },
      WebSocket,
    });
    await assert.rejects(client.send('count'), Unknown);
  });

  test(`asks again when it is not let in, and when there is no credential (${name})`, async () => {
    const port = await servers.start();
    const recorder = new Recorder();
    const asked = [];
    const credential = (lastClose) => {
      asked.push(lastClose);
      if (asked.length === 1) {
        throw new Error('no network');
      }
      return asked.length === 2 ? 'ssot.token.bad' : tokenOf('alice');
    };
    connect(port, recorder, { credential, WebSocket });
    await recorder.awaitNews('live');
    assert.deepEqual(asked, [0, 1006, 1006]);
    assert.deepEqual(recorder.failures.map(String), ['Error: no network']);
  });
}

test('tells why a message was not accepted', async () => {
  const client = connect(await servers.start(), new Recorder());
  await assert.rejects(client.send('unheard_of'), { name: 'Refused', code: 'unknown_type' });
  await assert.rejects(client.send('break'), { name: 'Refused', code: 'handler_failed' });
  await assert.rejects(client.send('count', { user_id: 'bob' }), { code: 'identity_mismatch' });
});


test('waits and sends again when it is too fast', async () => {
  const port = await servers.start('slow-rate');
  const client = connect(port, new Recorder());
  await Promise.all(range(1, 12).map(() => client.send('count')));
  assert.equal(await servers.handled(port), 12);
});

test('refuses more than may be pending, and says of the rest that nobody knows', async () => {
  const proxy = await proxyTo(0);
  proxy.refuses = true;
  const client = connect(proxy.port, new Recorder());
  const sent = range(1, LIMITS.pending).map(() => client.send('count'));
  await assert.rejects(client.send('count'), { name: 'Refused', code: 'too_many_pending' });
  client.close();
  for (const outcome of await Promise.allSettled(sent)) {
    assert.ok(outcome.reason instanceof Unknown);
  }
  await assert.rejects(client.send('count'), Unknown);
});


test('rejects a message that is no JSON', async () => {
  const client = connect(await servers.start(), new Recorder());
  const endless = {};
  endless.self = endless;
  await assert.rejects(client.send('count', endless), TypeError);
  await client.send('count');
});

test('comes back to a new server and says what is lost', async () => {
  const [first, second] = [await servers.start(), await servers.start()];
  const proxy = await proxyTo(first);
  const recorder = new Recorder();
  connect(proxy.port, recorder);
  await recorder.awaitNews('live');
  await servers.emit(first, 'alice', 1);
  await recorder.awaitEvents(1);
  await servers.emit(second, 'alice', 1);
  proxy.target = second;
  proxy.cutAll();
  await recorder.awaitNews('lost other_epoch, oldest 1');
  await recorder.awaitEvents(2);
  assert.deepEqual(recorder.seqs(), [1, 1]);
});

test('says what is past retention', async () => {
  const port = await servers.start('short-log');
  const proxy = await proxyTo(port);
  const recorder = new Recorder();
  connect(proxy.port, recorder);
  await recorder.awaitNews('live');
  await servers.emit(port, 'alice', 1);
  await recorder.awaitEvents(1);
  proxy.refuses = true;
  proxy.cutAll();
  await recorder.awaitNews('waiting');
  await servers.emit(port, 'alice', 600);
  proxy.refuses = false;
  await recorder.awaitNews('lost past_retention, oldest 90');
  await recorder.awaitEvents(1 + 512);
  assert.deepEqual(recorder.seqs(), [1, ...range(90, 601)]);
});

test('goes on where an earlier client ended', async () => {
  const port = await servers.start();
  const user = somebody();
  const first = new Recorder();
  const client = connect(port, first, { user });
  await first.awaitNews('live');
  await servers.emit(port, user, 3);
  await first.awaitEvents(3);
  client.close();
  await servers.emit(port, user, 2);
  const second = new Recorder();
  const later = connect(port, second, { user, resume: client.position });
  await second.awaitEvents(2);
  assert.deepEqual(second.seqs(), [4, 5]);
  assert.equal(later.figures().resumed, 1);
});

test('comes back after a drain', async () => {
  const [first, second] = [await servers.start(), await servers.start()];
  const proxy = await proxyTo(first);
  const recorder = new Recorder();
  connect(proxy.port, recorder);
  await recorder.awaitNews('live');
  proxy.target = second;
  assert.equal(await servers.drain(first), 'true');
  await recorder.awaitNews('service draining');
  await recorder.awaitNews('waiting 1012');
  await recorder.awaitNews('live', 2);
});

test('is closed when its token is over, and asks for another one', async () => {
  const port = await servers.start();
  const recorder = new Recorder();
  const asked = [];
  const credential = async (lastClose) => {
    asked.push(lastClose);
    return 'ssot.token.' + (await servers.token('alice', asked.length === 1 ? 2 : 600));
  };
  connect(port, recorder, { credential });
  await recorder.awaitNews('waiting 4401');
  await recorder.awaitNews('live', 2);
  assert.deepEqual(asked, [0, 4401]);
});

test('stays when a fresh token is shown in time', async () => {
  const port = await servers.start();
  const [renewed, other] = [new Recorder(), new Recorder()];
  const credential = async () => 'ssot.token.' + (await servers.token('alice', 3));
  const client = connect(port, renewed, { credential });
  connect(port, other, { credential });
  await Promise.all([renewed.awaitNews('live'), other.awaitNews('live')]);
  await client.renew(await servers.token('alice', 600));
  await other.awaitNews('waiting 4401');
  await client.send('count');
  assert.deepEqual(renewed.news, ['connecting', 'live']);
});

test('is not renewed by a token of another user', async () => {
  const client = connect(await servers.start(), new Recorder());
  await assert.rejects(client.renew(await servers.token('bob')), Refused);
});

test('shows a new ticket at each attempt', async () => {
  const port = await servers.start();
  const proxy = await proxyTo(port);
  // The router forgets a user without events and connections, and there is nothing to resume then.
  await servers.emit(port, 'alice', 1);
  const recorder = new Recorder();
  let asked = 0;
  const credential = async () => {
    asked++;
    return 'ssot.ticket.' + (await servers.ticket('alice'));
  };
  const client = connect(proxy.port, recorder, { credential });
  for (let times = 1; times <= 3; times++) {
    await recorder.awaitNews('live', times);
    proxy.cutAll();
    await recorder.awaitNews('waiting 1006', times);
  }
  await recorder.awaitNews('live', 4);
  assert.deepEqual([asked, client.figures().resumed], [4, 3]);
});


test('ends when a newer connection replaces it', async () => {
  const port = await servers.start();
  const user = somebody();
  const recorder = new Recorder();
  const client = connect(port, recorder, { user });
  await recorder.awaitNews('live');
  for (let i = 0; i < 8; i++) {
    const later = new Recorder();
    connect(port, later, { user });
    await later.awaitNews('live');
  }
  await recorder.awaitNews('closed 4409');
  await assert.rejects(client.send('count'), Unknown);
});

test('ends when the router says that it breaks the protocol', async () => {
  const recorder = new Recorder();
  connect(await servers.start(), recorder, { resume: { epoch: 7, seq: 'x' } });
  await recorder.awaitNews('closed 4400');
  assert.equal(recorder.failures[0].code, 'protocol');
});

test('gives up a connection that has gone silent', async () => {
  const port = await servers.start();
  const proxy = await proxyTo(port);
  const recorder = new Recorder();
  const user = somebody();
  connect(proxy.port, recorder, { user, limits: { pingAfter: 200, silence: 600 } });
  await recorder.awaitNews('live');
  proxy.swallows = true;
  await recorder.awaitNews('waiting 1006');
  proxy.swallows = false;
  await servers.emit(port, user, 1);
  await recorder.awaitEvents(1);
});

test('keeps a connection on which nothing is said but pings', async () => {
  const pongs = new Recorder();
  const edit = (text) => {
    if (text.includes('"type":"pong"')) {
      pongs.event(text);
    }
    return [text];
  };
  const proxy = await proxyTo(await servers.start(), { edit });
  const recorder = new Recorder();
  connect(proxy.port, recorder, { limits: { pingAfter: 50, silence: 20_000 } });
  await recorder.awaitNews('live');
  await pongs.awaitEvents(1);
  assert.deepEqual(recorder.news, ['connecting', 'live']);
});

test('notices an event that is missing, and gets it by resuming', async () => {
  const port = await servers.start();
  let lost = 0;
  const edit = (text) => (text.includes('"seq":3,') && lost++ === 0 ? [] : [text]);
  const proxy = await proxyTo(port, { edit });
  const recorder = new Recorder();
  const client = connect(proxy.port, recorder);
  await recorder.awaitNews('live');
  await servers.emit(port, 'alice', 5);
  await recorder.awaitEvents(5);
  assert.deepEqual(recorder.seqs(), [1, 2, 3, 4, 5]);
  assert.equal(client.figures().gaps, 1);
});

test('notices by `head` that the last event is missing', async () => {
  const port = await servers.start('many-heads');
  let lost = 0;
  const edit = (text) => (text.includes('"type":"note","seq":2,') && lost++ === 0 ? [] : [text]);
  const proxy = await proxyTo(port, { edit });
  const recorder = new Recorder();
  const client = connect(proxy.port, recorder);
  await recorder.awaitNews('live');
  await servers.emit(port, 'alice', 2);
  await recorder.awaitEvents(2);
  assert.equal(client.figures().gaps, 1);
  await recorder.until(() => recorder.heads.length > 1, 'another head');
  assert.deepEqual(client.position, recorder.heads.at(-1));
  assert.equal(client.figures().gaps, 1);
});

test('hands over once what comes twice', async () => {
  const port = await servers.start();
  const edit = (text) => (text.includes('"type":"note"') ? [text, text] : [text]);
  const proxy = await proxyTo(port, { edit });
  const recorder = new Recorder();
  const client = connect(proxy.port, recorder);
  await recorder.awaitNews('live');
  await servers.emit(port, 'alice', 5);
  await recorder.awaitEvents(5);
  await client.send('count');
  assert.deepEqual(recorder.seqs(), [1, 2, 3, 4, 5]);
  assert.deepEqual([client.figures().duplicates, client.figures().gaps], [5, 0]);
});

test('comes back when the router says what it does not understand', async () => {
  const port = await servers.start();
  const nonsense = ['{', 'null', '[]', '{"v":2,"type":"ack"}', '{"v":1,"type":"note"}', '{"v":1}'];
  const left = [...nonsense];
  const edit = (text) => (text.includes('"ack"') && left.length > 0 ? [left.shift()] : [text]);
  const proxy = await proxyTo(port, { edit });
  const recorder = new Recorder();
  const client = connect(proxy.port, recorder);
  await client.send('count');
  assert.equal(recorder.failures.length, nonsense.length);
  assert.equal(await servers.handled(port), 1);
});

test('says what the router left out as the client read too slowly', async () => {
  const port = await servers.start('long-log');
  const user = somebody();
  // Compressed, all of it would fit into the buffers of the sockets.
  const proxy = await proxyTo(port, { edit: (text) => [text] });
  const recorder = new Recorder();
  const client = connect(proxy.port, recorder, { user });
  await recorder.awaitNews('live');
  proxy.stall(true);
  await servers.emit(port, user, 450, { eventClass: 'ephemeral', length: 20_000 });
  await servers.emit(port, user, 1);
  proxy.stall(false);
  await recorder.until(() => recorder.events.at(-1)?.payload.text.length === 100, 'the last');
  const leftOut = recorder.leftOutRanges.flatMap(([first, last]) => range(first, last));
  assert.ok(leftOut.length > 0);
  const all = [...recorder.seqs(), ...leftOut].sort((one, other) => one - other);
  assert.deepEqual(all, range(1, 451));
  assert.equal(client.figures().gaps, 0);
});

test('tells events by type and by run until that is ended', async () => {
  const client = connect(await servers.start(), new Recorder());
  const [tools, ofRun, twice] = [[], [], []];
  const recorder = new Recorder();
  const end = client.on('tool_executing', (event) => tools.push(event.payload.tool_name));
  client.on('agent_started', (event) => {
    client.onRun(event.run, (one) => ofRun.push(one.type));
    client.onRun(event.run, (one) => twice.push(one.type))();
  });
  client.on('agent_completed', (event) => recorder.event(event));
  await client.send('user_message', { tools: 2 });
  await recorder.awaitEvents(1);
  end();
  await client.send('user_message', { tools: 1 });
  await recorder.awaitEvents(2);
  assert.deepEqual(tools, ['search', 'search']);
  assert.equal(ofRun.length, 2 * (1 + 3 * 2 + 1) - 2 - 3);
  assert.equal(ofRun.filter((type) => type === 'agent_completed').length, 2);
  assert.deepEqual(twice, []);
});

test('has the limits that the Java client has', async () => {
  const { readFile } = await import('node:fs/promises');
  const source = await readFile(new URL('../ssot-router.js', import.meta.url), 'utf8');
  const [, block] = source.match(/^const LIMITS = \{([^}]*)\}/m);
  const own = [...block.matchAll(/: ([\d_]+),/g)].map(([, number]) => +number.replaceAll('_', ''));
  assert.deepEqual(own, await servers.clientLimits());
});
