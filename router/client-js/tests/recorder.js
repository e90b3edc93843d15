/** Only a fail-safe. */
const PATIENCE = 30_000;

/** Keeps what a client hands over, and lets a test wait for it. */
export class Recorder {
  events = [];
  news = [];
  failures = [];
  heads = [];
  #waiting = new Set();

  event(event) {
    this.events.push(event);
    this.#look();
  }

  leftOut(first, last) {
    this.leftOutRanges = [...(this.leftOutRanges ?? []), [first, last]];
    this.#say(`left out ${first} to ${last}`);
  }

  lost(reason, oldest) {
    this.#say(`lost ${reason}, oldest ${oldest}`);
  }

  head(head) {
    this.heads.push(head);
    this.#look();
  }

  service(level) {
    this.#say(`service ${level}`);
  }

  state(state, lastClose) {
    this.#say(state === 'waiting' || state === 'closed' ? `${state} ${lastClose}` : state);
  }

  failed(error) {
    this.failures.push(error);
    this.#look();
  }

  seqs() {
    return this.events.map((event) => event.seq);
  }

  types() {
    return this.events.map((event) => event.type);
  }

  awaitEvents(count) {
    return this.until(() => this.events.length >= count, `${count} events`);
  }

  awaitNews(item, times = 1) {
    const isThere = () => this.news.filter((one) => one.startsWith(item)).length >= times;
    return this.until(isThere, `${times} times ${item}`);
  }

  async until(condition, what) {
    const end = Date.now() + PATIENCE;
    while (!condition()) {
      if (Date.now() >= end) {
        throw new Error(`Waited in vain for ${what}; ${this.news}; ${this.events.length} events`);
      }
      await this.#next(end - Date.now());
    }
  }

  #next(atMost) {
    return new Promise((resolve) => {
      const looked = () => {
        clearTimeout(timer);
        this.#waiting.delete(looked);
        resolve();
      };
      const timer = setTimeout(looked, atMost);
      this.#waiting.add(looked);
    });
  }

  #say(item) {
    this.news.push(item);
    this.#look();
  }

  #look() {
    this.#waiting.forEach((looked) => looked());
  }
}
