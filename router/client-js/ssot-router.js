/**
 * A connection to a router (subprotocol `ssot.v1`) that lasts: it connects again as often as need
 * be, resumes where it was and sends again what was not answered, with the same ids. It hands over
 * the user's stream without gap, duplicate or reordering. `ssot-router.d.ts` says what each part
 * takes and gives.
 *
 * @typedef {import('./ssot-router.d.ts').StreamPosition} StreamPosition
 * @typedef {import('./ssot-router.d.ts').RouterEvent} RouterEvent
 * @typedef {ReturnType<typeof setTimeout>} Timer
 * @typedef {{text: string, timer: Timer, accept(): void, refuse(why: Error): void}} Pending
 */

const CONTROL = new Set(
  'hello welcome ack error head gap auth ping pong going_away service_status'.split(' '),
);

/** Protocol broken, and replaced by a newer connection of the user: the next would end alike. */
const FINAL = new Set([1002, 1003, 1007, 1009, 4400, 4409]);

/** The network failed, or a node went away: not a word against this client. */
const BLAMELESS = new Set([1000, 1001, 1005, 1006, 1012]);

/** As `ClientLimits.standard()` of the Java client; times in milliseconds. */
const LIMITS = {
  pending: 64,
  resendWithin: 300_000,
  firstDelay: 250,
  longestDelay: 15_000,
  connectWithin: 10_000,
  pingAfter: 30_000,
  silence: 45_000,
};

/** The message was not accepted, and sending it again would not help. */
export class Refused extends Error {
  /**
   * @param {string} code
   * @param {string} text
   */
  constructor(code, text) {
    super(text);
    this.name = 'Refused';
    this.code = code;
  }
}

/** Nobody can say what became of the message; it may have been handled. */
export class Unknown extends Error {
  name = 'Unknown';
}

export class RouterClient {
  #listener;
  #limits;
  #open;
  #random;
  #name = 'c-' + crypto.getRandomValues(new Uint32Array(4)).join('-') + '-';
  #sent = 0;
  /** @type {Map<string, Pending>} */
  #pending = new Map();
  /** @type {Map<string, Set<(event: any) => void>>} */
  #listening = new Map();
  /** @type {Set<Timer>} */
  #timers = new Set();
  /** @type {import('./ssot-router.d.ts').ClientState} */
  #state = 'waiting';
  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {StreamPosition | undefined} */
  #position;
  /** Number of the connection or attempt; what comes from an earlier one is not looked at. */
  #attempt = 0;
  #lastClose = 0;
  #failures = 0;
  #rebuffs = 0;
  #asked = 0;
  #heard = 0;
  #liveSince = 0;
  #figures = { connections: 0, resumed: 0, duplicates: 0, gaps: 0 };

  /**
   * @param {string} address
   * @param {import('./ssot-router.d.ts').CredentialSource} credential
   * @param {import('./ssot-router.d.ts').ClientListener} [listener]
   * @param {import('./ssot-router.d.ts').ClientOptions} [options]
   */
  constructor(address, credential, listener = {}, options = {}) {
    const Socket = options.WebSocket ?? globalThis.WebSocket;
    if (!Socket) {
      throw new TypeError('This platform has no WebSocket; give one as `options.WebSocket`');
    }
    this.#listener = listener;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#random = options.random ?? Math.random;
    this.#position = options.resume && { ...options.resume };
    this.#open = async (/** @type {() => boolean} */ isWanted) => {
      const shown = await credential(this.#lastClose);
      return isWanted() ? new Socket(address, shown ? ['ssot.v1', shown] : ['ssot.v1']) : undefined;
    };
    this.#later(0, () => this.#connect());
  }

  get state() {
    return this.#state;
  }

  get position() {
    return this.#position && { ...this.#position };
  }

  figures() {
    return { ...this.#figures };
  }

  /**
   * @param {string} type
   * @param {(event: any) => void} told
   */
  on(type, told) {
    return this.#listen('type ' + type, told);
  }

  /**
   * @param {string} run
   * @param {(event: any) => void} told
   */
  onRun(run, told) {
    return this.#listen('run ' + run, told);
  }

  /**
   * @param {string} type
   * @param {object} [payload]
   * @param {string} [session]
   * @returns {Promise<void>}
   */
  send(type, payload = {}, session) {
    return new Promise((accept, refuse) => {
      const id = this.#name + ++this.#sent;
      const text = JSON.stringify({ v: 1, type, id, session, payload });
      if (this.#state === 'closed') {
        throw new Unknown('The client has ended');
      }
      if (this.#pending.size >= this.#limits.pending) {
        throw new Refused('too_many_pending', 'Wait for answers first');
      }
      const late = () => this.#settle(id, new Unknown('No answer came in time'));
      const timer = setTimeout(late, this.#limits.resendWithin);
      this.#pending.set(id, { text, timer, accept, refuse });
      if (this.#state === 'live') {
        this.#socket?.send(text);
      }
    });
  }

  /** @param {string} token */
  renew(token) {
    return this.send('auth', { token });
  }

  close() {
    if (this.#state !== 'closed') {
      this.#finish('The client was closed', 1000);
    }
  }

  #connect() {
    const own = ++this.#attempt;
    const isCurrent = () => own === this.#attempt;
    this.#later(this.#limits.connectWithin, () => this.#lost());
    this.#open(isCurrent).then(
      (socket) => socket && this.#follow(socket, isCurrent),
      (error) => isCurrent() && this.#lost(1006, error),
    );
    this.#enter('connecting');
  }

  /**
   * @param {WebSocket} socket
   * @param {() => boolean} isCurrent
   */
  #follow(socket, isCurrent) {
    this.#socket = socket;
    socket.onopen = () => isCurrent() && this.#write('hello', { resume: this.#position });
    socket.onmessage = ({ data }) => isCurrent() && this.#text(data);
    // Where a connection did not come about, Node fires no close event behind this one.
    socket.onerror = () => isCurrent() && this.#lost();
    socket.onclose = ({ code, reason }) => {
      if (isCurrent() && FINAL.has(code)) {
        this.#finish(`The router closed the connection with ${code} ${reason}`, code);
      } else if (isCurrent()) {
        this.#lost(code);
      }
    };
  }

  /** @param {unknown} data */
  #text(data) {
    this.#heard = performance.now();
    let message;
    try {
      message = JSON.parse(/** @type {string} */ (data));
      const { v, type, seq } = message;
      if (v !== 1 || typeof type !== 'string' || !(CONTROL.has(type) || seq > 0)) {
        throw new SyntaxError('The router sent a frame that is no message');
      }
    } catch (error) {
      this.#lost(4400, error);
      return;
    }
    this.#message(message);
  }

  /** @param {any} message */
  #message({ type, payload = {}, ...rest }) {
    if (type === 'welcome') {
      this.#welcome(payload);
    } else if (type === 'ack') {
      this.#settle(payload.id);
    } else if (type === 'error') {
      this.#error(payload);
    } else if (type === 'going_away') {
      this.#asked = payload.reconnect_after_ms || 0;
    } else if (type === 'service_status') {
      this.#tell(this.#listener.service, payload.level);
    } else if (this.#state === 'live' && this.#position) {
      if (type === 'head') {
        this.#head(payload, this.#position);
      } else if (type === 'gap') {
        if (this.#advance(payload.first, payload.last, this.#position)) {
          this.#tell(this.#listener.leftOut, payload.first, payload.last);
        }
      } else if (!CONTROL.has(type)) {
        this.#event({ type, payload, ...rest }, this.#position);
      }
    }
  }

  /** @param {any} payload */
  #welcome({ from, resumed, resume_failed: failed }) {
    if (this.#state !== 'connecting' || typeof from?.epoch !== 'string' || !(from.seq >= 0)) {
      this.#lost(4400, new SyntaxError('The router sent a welcome that is none'));
      return;
    }
    this.#position = { epoch: from.epoch, seq: from.seq };
    this.#failures = 0;
    this.#lastClose = 0;
    this.#figures.connections++;
    this.#figures.resumed += resumed ? 1 : 0;
    this.#clearTimers();
    this.#liveSince = performance.now();
    this.#watch();
    for (const { text } of this.#pending.values()) {
      this.#socket?.send(text);
    }
    this.#enter('live');
    if (failed) {
      this.#tell(this.#listener.lost, failed.reason, failed.oldest);
    }
  }

  /**
   * @param {RouterEvent} event
   * @param {StreamPosition} here
   */
  #event(event, here) {
    if (event.seq <= here.seq) {
      this.#figures.duplicates++;
    } else if (this.#advance(event.seq, event.seq, here)) {
      const run = 'run ' + event.run;
      const told = [this.#listener.event, ...this.#told('type ' + event.type), ...this.#told(run)];
      if (event.type === 'agent_completed') {
        this.#listening.delete(run);
      }
      told.forEach((one) => this.#tell(one, event));
    }
  }

  /**
   * @param {StreamPosition} head
   * @param {StreamPosition} here
   */
  #head(head, here) {
    this.#tell(this.#listener.head, head);
    if (head.epoch !== here.epoch || head.seq !== here.seq) {
      this.#gap();
    }
  }

  /**
   * Goes on to `last`, if `first` is the next; else only resuming can bring what is missing.
   *
   * @param {number} first
   * @param {number} last
   * @param {StreamPosition} here
   */
  #advance(first, last, here) {
    if (first !== here.seq + 1 || !(last >= first)) {
      this.#gap();
      return false;
    }
    this.#position = { epoch: here.epoch, seq: last };
    return true;
  }

  #gap() {
    this.#figures.gaps++;
    this.#lost(4400);
  }

  /** @param {any} payload */
  #error({ id, code, message, retryable, retry_after_ms: after }) {
    const pending = this.#pending.get(id);
    if (pending && retryable) {
      const pause = Math.max(after || 0, this.#limits.firstDelay);
      this.#later(pause, () => this.#socket?.send(pending.text));
    } else if (!this.#settle(id, new Refused(code, message))) {
      this.#tell(this.#listener.failed, new Refused(code, message));
    }
  }

  /** Asks a router that has been silent whether it is there, and gives it up if it says nothing. */
  #watch() {
    const { pingAfter, silence } = this.#limits;
    const now = performance.now();
    const wait = Math.max(this.#heard, this.#liveSince) + pingAfter - now;
    if (wait > 0) {
      this.#later(wait, () => this.#watch());
      return;
    }
    this.#write('ping', {});
    this.#later(silence - pingAfter, () => (this.#heard < now ? this.#lost() : this.#watch()));
  }

  /**
   * The connection is of no more use; another one is tried after a pause. 4400 if this client was
   * the one to find fault.
   *
   * @param {number} [code]
   * @param {unknown} [error]
   */
  #lost(code = 1006, error) {
    if (this.#state === 'closed') {
      return;
    }
    const lived = performance.now() - this.#liveSince;
    const isRebuff = !BLAMELESS.has(code) && lived < this.#limits.longestDelay;
    this.#rebuffs = isRebuff ? this.#rebuffs + 1 : 0;
    this.#lastClose = code;
    this.#drop();
    this.#later(this.#delay(), () => this.#connect());
    this.#enter('waiting');
    if (error) {
      this.#tell(this.#listener.failed, error);
    }
  }

  /**
   * Anything up to a bound that doubles, so that clients that lost their connections together do
   * not come back together.
   */
  #delay() {
    const { firstDelay, longestDelay } = this.#limits;
    const doublings = Math.max(this.#failures++, this.#rebuffs);
    const jittered = this.#random() * Math.min(longestDelay, firstDelay * 2 ** doublings);
    const delay = Math.min(longestDelay, Math.max(this.#asked, jittered));
    this.#asked = 0;
    return delay;
  }

  /**
   * @param {string} reason
   * @param {number} code
   */
  #finish(reason, code) {
    this.#lastClose = code;
    this.#drop(1000);
    for (const id of this.#pending.keys()) {
      this.#settle(id, new Unknown(reason));
    }
    this.#enter('closed');
    this.#listening.clear();
  }

  /** @param {number} [code] */
  #drop(code) {
    this.#attempt++;
    this.#clearTimers();
    const socket = /** @type {any} */ (this.#socket);
    this.#socket = undefined;
    // A dead connection never answers a close frame; sockets that can end without one do.
    if (socket && !code && socket.terminate) {
      socket.terminate();
    } else {
      socket?.close(code);
    }
  }

  /**
   * @param {string} id
   * @param {Error} [why]
   */
  #settle(id, why) {
    const pending = this.#pending.get(id);
    if (pending) {
      clearTimeout(pending.timer);
      why ? pending.refuse(why) : pending.accept();
    }
    return this.#pending.delete(id);
  }

  /**
   * @param {string} type
   * @param {object} payload
   */
  #write(type, payload) {
    this.#socket?.send(JSON.stringify({ v: 1, type, payload }));
  }

  /**
   * @param {string} key
   * @param {(event: any) => void} told
   */
  #listen(key, told) {
    const all = this.#listening.get(key) ?? new Set();
    this.#listening.set(key, all.add(told));
    return () => {
      all.delete(told);
      if (all.size === 0 && this.#listening.get(key) === all) {
        this.#listening.delete(key);
      }
    };
  }

  /** @param {string} key */
  #told(key) {
    return this.#listening.get(key) ?? [];
  }

  /**
   * What a listener throws must not end the client, nor be lost.
   *
   * @param {((...given: any[]) => void) | undefined} told
   * @param {...unknown} given
   */
  #tell(told, ...given) {
    try {
      told?.apply(this.#listener, given);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  /** @param {import('./ssot-router.d.ts').ClientState} next */
  #enter(next) {
    this.#state = next;
    this.#tell(this.#listener.state, next, this.#lastClose);
  }

  /**
   * @param {number} delay
   * @param {() => void} task
   */
  #later(delay, task) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      task();
    }, delay);
    this.#timers.add(timer);
  }

  #clearTimers() {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
  }
}
