/** A place in a user's stream: number of the last event before it, within one epoch. */
export interface StreamPosition {
  readonly epoch: string;
  readonly seq: number;
}

/**
 * The payloads of events by type. An application adds its own:
 *
 *     declare module './ssot-router.js' {
 *       interface Payloads { note: { text: string } }
 *     }
 */
export interface Payloads {
  agent_started: { agent_name: string; message?: string };
  agent_thinking: { reasoning: string; step?: string; progress?: number };
  tool_executing: {
    tool_call_id: string;
    tool_name: string;
    parameters: Record<string, unknown>;
  };
  tool_completed: { tool_call_id: string; tool_name: string; duration_ms: number } & (
    | { status: 'ok'; result: Record<string, unknown> }
    | { status: 'error'; error: string }
  );
  agent_completed: { duration_ms: number } & (
    | { status: 'ok'; response: string }
    | { status: 'failed' | 'cancelled' | 'timed_out'; error: string }
  );
}

/** The envelope of an event of type `T`. */
export interface EventOf<T extends keyof Payloads> {
  readonly v: 1;
  readonly type: T;
  /** Number of the event in the user's stream. */
  readonly seq: number;
  /** The event's name, unique among all events. */
  readonly id: string;
  /** The run that the event belongs to, and its number within it. */
  readonly run?: string;
  readonly rs?: number;
  /** The conversation that the event belongs to. */
  readonly session?: string;
  /** When the event was logged, as ISO 8601 in UTC. */
  readonly ts: string;
  readonly payload: Payloads[T];
}

/** An event whose `type` says what its payload is. */
export type RouterEvent = { [T in keyof Payloads]: EventOf<T> }[keyof Payloads];

/** An event of a type that `Payloads` does not name. */
export type UntypedEvent = Omit<EventOf<'agent_started'>, 'type' | 'payload'> & {
  readonly type: string;
  readonly payload: Record<string, unknown>;
};

/**
 * Where a client stands: it is connecting, follows the stream, waits before it connects again, or
 * has ended, by its owner or as the router would end the next connection alike.
 */
export type ClientState = 'connecting' | 'live' | 'waiting' | 'closed';

/**
 * Asked before each attempt to connect for what goes into the list of subprotocols: `ssot.token.`
 * and a token, `ssot.ticket.` and a ticket, or nothing if a cookie says who the user is.
 *
 * @param lastClose close code that ended the connection before: 0 at first, 4401 if its token was
 *     over, 1006 if the network failed or the router did not let this client in, which the
 *     platform's WebSocket does not tell apart. Give a fresh token for both.
 */
export type CredentialSource = (
  lastClose: number,
) => string | undefined | Promise<string | undefined>;

/** Is told what comes. Methods are called one at a time and may call the client. */
export interface ClientListener {
  /** The next event of the user's stream. */
  event?(event: RouterEvent): void;
  /** The router left these events out on purpose, as this client reads too slowly (`gap`). */
  leftOut?(first: number, last: number): void;
  /** The stream can't go on where it was (`resume_failed`); next comes event `oldest`. */
  lost?(reason: string, oldest: number): void;
  /** The router says where the stream ends; a client that has less resumes by itself. */
  head?(head: StreamPosition): void;
  /** The router says how much of its service it gives. */
  service?(level: string): void;
  /** The connection is in another state, after a connection that ended with `lastClose`. */
  state?(state: ClientState, lastClose: number): void;
  /** The credential could not be had, or the router said something that answers no message. */
  failed?(error: unknown): void;
}

/** Bounds that a client keeps for itself; times in milliseconds. */
export interface ClientLimits {
  /** Messages that may wait for their answers. */
  readonly pending: number;
  /** Time after which a message without an answer is given up. */
  readonly resendWithin: number;
  /** Longest wait before the first attempt to connect again; doubled with each. */
  readonly firstDelay: number;
  /** Longest wait before any attempt. */
  readonly longestDelay: number;
  /** Time that a connection and its `welcome` may take. */
  readonly connectWithin: number;
  /** Time without a frame after which the router is asked whether it is there. */
  readonly pingAfter: number;
  /** Time without a frame after which the connection is given up. */
  readonly silence: number;
}

/** What most clients need not say. */
export interface ClientOptions {
  /** Used where the platform has none, or instead of it. */
  readonly WebSocket?: new (address: string, protocols: string[]) => any;
  readonly limits?: Partial<ClientLimits>;
  /** From 0 to below 1; spreads the attempts of many clients. */
  readonly random?: () => number;
  /** Goes on after this place of an earlier client instead of with the events from now on. */
  readonly resume?: StreamPosition;
}

/** What a client has seen. */
export interface ClientFigures {
  /** Connections that were welcomed. */
  readonly connections: number;
  /** Those that went on where the one before had ended. */
  readonly resumed: number;
  /** Events that came twice and were handed over once. */
  readonly duplicates: number;
  /** Losses that were noticed and mended by resuming. */
  readonly gaps: number;
}

/** The message was not accepted, and sending it again would not help. */
export class Refused extends Error {
  constructor(code: string, text: string);
  /** As the router says it, such as `unknown_type`, or `too_many_pending`. */
  readonly code: string;
}

/** Nobody can say what became of the message; it may have been handled. */
export class Unknown extends Error {}

/** A connection to a router that lasts. It begins to connect when it is made. */
export class RouterClient {
  /** @param address such as `wss://chat.example/ws` */
  constructor(
    address: string,
    credential: CredentialSource,
    listener?: ClientListener,
    options?: ClientOptions,
  );

  readonly state: ClientState;

  /** The place up to which events were handed over; none before the first connection. */
  readonly position: StreamPosition | undefined;

  figures(): ClientFigures;

  /** Is told the events of a type. The result ends that. */
  on<T extends keyof Payloads>(type: T, told: (event: EventOf<T>) => void): () => void;
  on(type: string, told: (event: UntypedEvent) => void): () => void;

  /** Is told the events of a run, until it is over. The result ends that before. */
  onRun(run: string, told: (event: RouterEvent) => void): () => void;

  /**
   * Sends a message, now or when there is a connection, and again after a lost connection. The
   * promise always settles: fulfilled when the handler has accepted the message, else rejected with
   * {@link Refused} or {@link Unknown}.
   */
  send(type: string, payload?: object, session?: string): Promise<void>;

  /** Shows a fresh token on the open connection; for later ones the credential is asked anyway. */
  renew(token: string): Promise<void>;

  /** Ends the client and its timers; what is unanswered is rejected with {@link Unknown}. */
  close(): void;
}
