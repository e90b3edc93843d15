import { press } from './controls.js';
import { Figures, fromTemplate } from './elements.js';
import { RunLog } from './runs.js';
import { RouterClient } from './ssot-router.js';
import { StreamCheck } from './stream.js';

/** Shorter than usual, as here one waits for the return on purpose. */
const LIMITS = { firstDelay: 300, longestDelay: 2_500 };

const CLOSE_CODES = {
  1006: 'the connection was lost',
  1012: 'the router restarts',
  4408: 'too slow, cut off',
  4409: 'replaced by a newer device',
};

const FIGURES = { events: 'events', resumed: 'resumed', merged: 'merged', gaps: 'gaps', duplicates: 'duplicates', leaks: 'leaks' };

const ALARMING = ['gaps', 'duplicates', 'leaks'];

/** One device of a user: a client of the router, what it is told, and what is counted of that. */
export class Device {
  view = fromTemplate('device');
  #who;
  #page;
  #log;
  #figures;
  #check;
  #client;
  #replaced = 0;
  #resumed = 0;

  /**
   * @param {{user: string, title: string, session: string, name: string, label: string}} who
   * @param {{owners: object, changed(): void, level(level: string): void, say(text: string): void}} page
   */
  constructor(who, page) {
    this.#who = who;
    this.#page = page;
    this.#check = new StreamCheck(who.user, who.session, page.owners);
    this.#log = new RunLog(this.view.querySelector('.log'));
    this.#figures = new Figures(this.view.querySelector('.figures'), FIGURES, ALARMING);
    this.#label();
    this.#client = new RouterClient(
      `ws://${location.host}/ws`,
      async () => 'ssot.ticket.' + (await press('ticket', this.#named())),
      {
        event: (event) => this.#event(event),
        leftOut: (first, last) => this.#check.leftOut(first, last),
        lost: (reason, oldest) => this.#lost(reason, oldest),
        service: (level) => page.level(level),
        state: (state, code) => this.#state(state, code),
        failed: (error) => page.say(`${this.#title()}: ${error.message}`),
      },
      { limits: LIMITS },
    );
  }

  get isLive() {
    return this.#client.state === 'live';
  }

  get isOpen() {
    return this.#client.state !== 'closed';
  }

  figures() {
    const { connections, resumed, duplicates, gaps } = this.#client.figures();
    const { events, merged, leaks } = this.#check;
    return {
      events,
      connections,
      resumed,
      merged,
      replaced: this.#replaced,
      gaps: gaps + this.#check.gaps,
      duplicates: duplicates + this.#check.duplicates,
      leaks,
    };
  }

  send(text) {
    return this.#client.send('user_message', { text }, this.#who.session);
  }

  /** Shows what has been counted. */
  refresh() {
    this.#figures.show(this.figures());
  }

  close() {
    this.#client.close();
    this.view.remove();
  }

  onRemove(told) {
    this.view.querySelector('.remove').addEventListener('click', told);
  }

  #event(event) {
    this.#check.event(event);
    this.#log.event(event);
    if (event.type === 'agent_completed') {
      const { status, response, error } = event.payload;
      this.#page.say(`${this.#title()}: ${status === 'ok' ? response : `${status.replace('_', ' ')}. ${error}`}`);
    }
    this.#page.changed();
  }

  #lost(reason, oldest) {
    this.#check.begin(oldest - 1);
    this.#log.notice(`It can't go on where it was (${reason}); next is seq ${oldest}`, true);
  }

  #state(state, code) {
    const view = this.view.querySelector('.state');
    view.dataset.state = state;
    view.textContent = state === 'waiting' || state === 'closed' ? CLOSE_CODES[code] ?? state : state;
    if (state === 'live') {
      this.#live();
    } else if (state !== 'connecting' && code in CLOSE_CODES) {
      this.#replaced += code === 4409 ? 1 : 0;
      this.#log.notice(`${code}: ${CLOSE_CODES[code]}`, true);
      this.#page.say(`${this.#title()}: ${CLOSE_CODES[code]}`);
    }
    this.#page.changed();
  }

  #live() {
    const { seq } = this.#client.position;
    const { resumed, connections } = this.#client.figures();
    this.#page.level('full');
    if (connections === 1) {
      this.#check.begin(seq);
      this.#log.notice(`Connected after seq ${seq}`);
      this.#page.say(`${this.#title()} is connected`);
    } else if (resumed > this.#resumed) {
      this.#log.notice(`Resumed after seq ${seq}`);
      this.#page.say(`${this.#title()} is back and has resumed after event ${seq}`);
    }
    this.#resumed = resumed;
  }

  #label() {
    this.view.setAttribute('aria-label', this.#title());
    this.view.dataset.device = this.#who.name;
    this.view.querySelector('h3').textContent = this.#who.label;
    this.view.querySelector('.log').setAttribute('aria-label', `Events of ${this.#title()}`);
    for (const [button, what] of Object.entries({
      cut: 'Cut',
      stall: 'Stall',
      remove: 'Remove',
    })) {
      this.view.querySelector('.' + button).setAttribute('aria-label', `${what} ${this.#title()}`);
    }
    this.#button('cut');
    this.#button('stall');
  }

  #button(name) {
    this.view.querySelector('.' + name).addEventListener('click', async () => {
      try {
        this.#page.say(await press(name, this.#named()));
      } catch (error) {
        this.#page.say(error.message);
      }
    });
  }

  #named() {
    return { user: this.#who.user, device: this.#who.name };
  }

  #title() {
    return `${this.#who.title}’s ${this.#who.label}`;
  }
}
