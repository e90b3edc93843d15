/** Which user each of the latest events of the page belongs to. */
export class Owners {
  #users = new Map();
  #most;

  constructor(most = 5_000) {
    this.#most = most;
  }

  /** Whether an event has been seen with another user. */
  isForeign(id, user) {
    const owner = this.#users.get(id) ?? user;
    this.#users.set(id, owner);
    if (this.#users.size > this.#most) {
      this.#users.delete(this.#users.keys().next().value);
    }
    return owner !== user;
  }
}

/**
 * Counts what one device was given, without trusting the client that gave it: every number of the
 * stream once and in order, every number of a run once and in order, and nothing of another user.
 */
export class StreamCheck {
  events = 0;
  merged = 0;
  gaps = 0;
  duplicates = 0;
  leaks = 0;
  #user;
  #session;
  #owners;
  #last;
  #steps = new Map();

  /**
   * @param {string} user
   * @param {string} session the only one that the user has
   * @param {Owners} owners
   */
  constructor(user, session, owners) {
    this.#user = user;
    this.#session = session;
    this.#owners = owners;
  }

  /** The stream begins, or begins anew, behind a number. */
  begin(seq) {
    this.#last = seq;
    this.#steps.clear();
  }

  event({ seq, id, run, rs, session, type }) {
    this.events++;
    this.#expect(seq, seq);
    this.leaks += session !== this.#session || this.#owners.isForeign(id, this.#user) ? 1 : 0;
    if (run) {
      this.#step(run, rs);
      if (type === 'agent_completed') {
        this.#steps.delete(run);
      }
    }
  }

  /** The router said that these numbers come within a later event. */
  leftOut(first, last) {
    this.merged += last - first + 1;
    this.#expect(first, last);
    this.#steps.clear();
  }

  #expect(first, last) {
    if (this.#last !== undefined) {
      this.gaps += Math.max(0, first - this.#last - 1);
      this.duplicates += first <= this.#last ? 1 : 0;
    }
    this.#last = last;
  }

  #step(run, rs) {
    const before = this.#steps.get(run);
    if (before !== undefined) {
      this.gaps += Math.max(0, rs - before - 1);
      this.duplicates += rs <= before ? 1 : 0;
    }
    this.#steps.set(run, rs);
  }
}
