import { element, prose } from './elements.js';

const NAMES = {
  agent_started: 'started',
  agent_thinking: 'thinks',
  tool_executing: 'calls',
  tool_completed: 'result',
  agent_completed: 'ended',
  dictation: 'dictates',
};

/** Runs, notices and other things that a log keeps; the oldest go first. */
const KEPT = 30;

const LONGEST = 140;

/** What one device was told, a block for each run, with the events in it as they came. */
export class RunLog {
  #log;
  #runs = new Map();

  constructor(log) {
    this.#log = log;
  }

  /** Shows an event in the block of its run. */
  event(event) {
    this.#keepingUp(() => {
      const run = this.#runs.get(event.run) ?? this.#begin(event);
      run.add(event);
      if (event.type === 'agent_completed') {
        this.#runs.delete(event.run);
      }
    });
  }

  /** Shows what happened to the connection, in the midst of the run that it happened to. */
  notice(text, isTrouble) {
    const className = isTrouble ? 'notice trouble' : 'notice';
    const running = [...this.#runs.values()].at(-1);
    this.#keepingUp(() =>
      running ? running.notice(className, text) : this.#append(element('p', className, text)),
    );
  }

  #begin(event) {
    const run = new RunBlock(event);
    this.#runs.set(event.run, run);
    this.#append(run.block);
    return run;
  }

  #append(block) {
    this.#log.querySelector('.nothing')?.remove();
    this.#log.append(block);
    while (this.#log.children.length > KEPT) {
      this.#log.firstElementChild.remove();
    }
  }

  /** Scrolls to the end unless the user looks at something earlier. */
  #keepingUp(change) {
    const { scrollHeight, scrollTop, clientHeight } = this.#log;
    const wasAtEnd = scrollHeight - scrollTop - clientHeight < 48;
    change();
    if (wasAtEnd) {
      this.#log.scrollTop = this.#log.scrollHeight;
    }
  }
}

/** One run. */
class RunBlock {
  block = element('section', 'run');
  #events = element('ol', 'events');
  #dictated;
  #letters = 0;

  constructor({ payload }) {
    this.block.append(element('h4', '', ...prose(payload.message ?? 'A run that began earlier')), this.#events);
    this.#progress(0);
  }

  add(event) {
    if (event.type === 'dictation') {
      this.#dictation(event);
      return;
    }
    this.#events.append(this.#row(event, ...contents(event)));
    if (event.type === 'agent_thinking') {
      this.#progress(event.payload.progress ?? 0);
    } else if (event.type === 'agent_completed') {
      this.#end(event.payload);
    }
  }

  notice(className, text) {
    this.#events.append(element('li', className, text));
    this.#dictated = undefined;
  }

  /** The many pieces of a dictation share one line. */
  #dictation(event) {
    const { length } = event.payload.text;
    this.#letters += length;
    this.#dictated ??= { first: event.seq };
    const { first, row } = this.#dictated;
    const text = `seq ${first} to ${event.seq}, ${Math.round(this.#letters / 1024).toLocaleString('en')} KiB so far`;
    const next = this.#row(event, text);
    row ? row.replaceWith(next) : this.#events.append(next);
    this.#dictated.row = next;
  }

  #row({ type, seq, rs, payload }, ...contents) {
    const row = element(
      'li',
      payload.status === 'error' ? 'failed' : '',
      element('span', 'seq', String(seq)),
      element('span', 'rs', String(rs)),
      element('span', 'type', NAMES[type] ?? type),
      element('span', 'detail', ...contents),
    );
    row.dataset.type = type;
    row.dataset.seq = seq;
    row.dataset.rs = rs;
    return row;
  }

  #progress(share) {
    this.block.style.setProperty('--progress', share);
  }

  #end({ status, response, error }) {
    this.#progress(1);
    this.block.dataset.status = status;
    this.block.append(element('p', 'answer', ...prose(response ?? error)));
  }
}

function contents({ type, payload }) {
  switch (type) {
    case 'agent_started':
      return [payload.agent_name];
    case 'agent_thinking':
      return prose(payload.reasoning);
    case 'tool_executing':
      return [element('code', '', payload.tool_name), ' ', short(fields(payload.parameters))];
    case 'tool_completed':
      return [
        payload.status === 'ok' ? short(result(payload.result)) : `failed: ${payload.error}`,
        element('span', 'took', ` ${payload.duration_ms} ms`),
      ];
    case 'agent_completed':
      return [payload.status.replace('_', ' '), element('span', 'took', ` ${payload.duration_ms} ms`)];
    default:
      return [short(fields(payload))];
  }
}

function result(given) {
  const { hits, searched } = given;
  return Array.isArray(hits)
    ? `${hits.map(({ title }) => title).join('; ') || 'nothing'} (of ${searched} texts)`
    : fields(given);
}

function fields(object) {
  return Object.entries(object)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ');
}

function short(text) {
  return text.length > LONGEST ? text.slice(0, LONGEST - 1) + '…' : text;
}
