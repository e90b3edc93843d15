import { Refused, RouterClient, Unknown } from '../../ssot-router.js';
import type { ClientFigures, ClientListener, StreamPosition } from '../../ssot-router.js';

// Read by the compiler only: what must be accepted, and beside `@ts-expect-error` what must not.

declare module '../../ssot-router.js' {
  interface Payloads {
    note: { text: string };
  }
}

const listener: ClientListener = {
  event(event) {
    if (event.type === 'tool_completed' && event.payload.status === 'error') {
      const why: string = event.payload.error;
      console.log(event.seq, event.run ?? '', why);
    }
    // @ts-expect-error which payload it is depends on the type
    console.log(event.payload.reasoning);
  },
  leftOut: (first, last) => console.log(last - first),
  lost: (reason, oldest) => console.log(reason.length, oldest + 1),
  head: (head) => console.log(head.epoch, head.seq),
  service: (level) => console.log(level.length),
  state: (state, lastClose) => console.log(state === 'live', lastClose + 1),
  failed: (error) => console.log(String(error)),
};

const client = new RouterClient('wss://chat.example/ws', async () => 'ssot.token.x', listener, {
  limits: { pending: 8 },
  random: Math.random,
  resume: { epoch: 'e', seq: 7 },
  WebSocket,
});
new RouterClient('wss://chat.example/ws', () => undefined);
new RouterClient('wss://chat.example/ws', (lastClose) => 'ssot.ticket.' + lastClose.toFixed());

const end: () => void = client.on('agent_thinking', (event) => {
  const progress: number | undefined = event.payload.progress;
  console.log(event.payload.reasoning.length, progress);
});
end();
client.on('note', (event) => console.log(event.payload.text.length));
client.on('other', (event) => console.log(event.seq, event.payload['anything']));
client.onRun('r-1', (event) => console.log(event.rs, event.ts));

try {
  const nothing: void = await client.send('user_message', { text: 'Weather?' }, 's-1');
  await client.send('ping_me');
  await client.renew('token');
  console.log(nothing);
} catch (error) {
  if (error instanceof Refused) {
    console.log(error.code.length, error.message);
  } else if (error instanceof Unknown) {
    console.log(error.message);
  }
}

const figures: ClientFigures = client.figures();
const position: StreamPosition | undefined = client.position;
console.log(figures.gaps + figures.duplicates, position?.seq, client.state);
client.close();

// @ts-expect-error a credential must be given
new RouterClient('wss://chat.example/ws');
// @ts-expect-error a payload is an object
client.send('user_message', 'Weather?');
// @ts-expect-error no such state
console.log(client.state === 'open');
// @ts-expect-error the state is for reading
client.state = 'live';
// @ts-expect-error no such limit
new RouterClient('wss://chat.example/ws', () => undefined, {}, { limits: { patience: 1 } });
