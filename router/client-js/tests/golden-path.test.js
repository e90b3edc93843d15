import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { RouterClient } from '../ssot-router.js';
import { SOCKETS } from './platform.js';
import { Proxy, seeded, somewhere } from './proxy.js';
import { Servers } from './servers.js';

// Many users, two devices each, whose connections are cut at random points and within frames. What
// counts is what arrives at the clients' listeners, which trust the clients in nothing.

const SEED = Number(process.env.SEED ?? 17);
const USERS = Number(process.env.USERS ?? 40);
const RUNS = Number(process.env.RUNS ?? 10);
const LIMITS = { firstDelay: 20, longestDelay: 300 };

const servers = new Servers();
after(() => servers.close());

const counts = { events: 0, gaps: 0, duplicates: 0, reorderings: 0, leaks: 0, examples: [] };

function fault(kind, what) {
  counts[kind]++;
  counts.examples.push(`${kind}: ${what}`);
}

/** One device of a user: counts whatever is not as it must be. */
class Device {
  #user;
  #ended;
  #last;
  #open = new Map();

  constructor(user, live, ended) {
    this.#user = user;
    this.live = live;
    this.#ended = ended;
  }

  state(state) {
    if (state === 'live') {
      this.live();
    }
  }

  lost(reason) {
    fault('gaps', `${this.#user} lost ${reason}`);
  }

  leftOut(first, last) {
    fault('gaps', `${this.#user} was spared ${first} to ${last}`);
  }

  event(event) {
    counts.events++;
    this.#order(event.seq);
    if (!event.id.startsWith(`acme/${this.#user}/`)) {
      fault('leaks', `${this.#user} got ${event.id}`);
    }
    this.#grammar(event);
  }

  #order(seq) {
    const before = this.#last ?? seq - 1;
    if (seq > before + 1) {
      fault('gaps', `${this.#user}: ${before} then ${seq}`);
    } else if (seq === before) {
      fault('duplicates', `${this.#user}: ${seq}`);
    } else if (seq < before) {
      fault('reorderings', `${this.#user}: ${before} then ${seq}`);
    }
    this.#last = seq;
  }

  #grammar({ type, run, rs, payload }) {
    if (type === 'agent_started') {
      if (payload.agent_name !== `acme/${this.#user}`) {
        fault('leaks', `${this.#user} got a run of ${payload.agent_name}`);
      }
      this.#open.set(run, { rs: 0, tools: new Set() });
    }
    const soFar = this.#open.get(run);
    if (!soFar || rs !== ++soFar.rs) {
      fault('reorderings', `${run} at ${rs} ${type}`);
    } else if (type === 'tool_executing') {
      soFar.tools.add(payload.tool_call_id);
    } else if (type === 'tool_completed' && !soFar.tools.delete(payload.tool_call_id)) {
      fault('reorderings', `${run} completes no open tool`);
    } else if (type === 'agent_completed') {
      if (soFar.tools.size > 0 || payload.status !== 'ok') {
        fault('reorderings', `${run} ends as ${payload.status} with ${soFar.tools.size} open`);
      }
      this.#open.delete(run);
      this.#ended();
    }
  }
}

/** Sends a message, waits until its run has ended on both devices, and goes on. */
async function live(number, proxy) {
  const user = `user-${number}`;
  const random = seeded(SEED * 1_000_003 + number);
  const credential = async () => 'ssot.token.' + (await servers.token(user));
  const WebSocket = number % 2 === 0 ? SOCKETS.platform : SOCKETS.ws;
  let waiting = 0;
  let ended = () => {};
  const devices = [];
  const following = [];
  for (let i = 0; i < 2; i++) {
    following.push(
      new Promise((resolve) => {
        const device = new Device(user, resolve, () => --waiting === 0 && ended());
        const url = `ws://127.0.0.1:${proxy.port}/ws`;
        devices.push(new RouterClient(url, credential, device, { limits: LIMITS, WebSocket }));
      }),
    );
  }
  await Promise.all(following);
  for (let run = 0; run < RUNS; run++) {
    waiting = 2;
    const bothEnded = new Promise((resolve) => (ended = resolve));
    const tools = 2 + Math.floor(random() * 4);
    await devices[run % 2].send('user_message', { tools });
    await bothEnded;
  }
  const figures = devices.map((device) => device.figures());
  devices.forEach((device) => device.close());
  return figures;
}

test(`loses, doubles, mixes up and leaks nothing (seed ${SEED})`, async (context) => {
  const port = await servers.start('any-rate');
  // Two of three connections are cut within the first few events.
  const random = seeded(SEED);
  const cutAfter = somewhere(SEED, Infinity, 4_000);
  const bytesUntilCut = (number) => (random() < 0.67 ? cutAfter(number) : Infinity);
  const proxy = await Proxy.start(port, { bytesUntilCut });
  context.after(() => proxy.close());
  const users = Array.from({ length: USERS }, (_, number) => live(number, proxy));
  const figures = (await Promise.all(users)).flat();
  const sum = (name) => figures.reduce((all, one) => all + one[name], 0);
  context.diagnostic(
    `${USERS * RUNS} runs complete on 2 devices, ${counts.events} events, ` +
      `${sum('connections')} connections of which ${sum('resumed')} resumed, ${proxy.cuts} cuts`,
  );
  const { gaps, duplicates, reorderings, leaks, examples } = counts;
  assert.deepEqual(
    { gaps, duplicates, reorderings, leaks, examples },
    { gaps: 0, duplicates: 0, reorderings: 0, leaks: 0, examples: [] },
  );
  assert.equal(await servers.handled(port), USERS * RUNS);
  assert.deepEqual([sum('gaps'), sum('duplicates')], [0, 0]);
  assert.ok(proxy.cuts > USERS, `only cut ${proxy.cuts}`);
});
