import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Real servers in a JVM of their own, which `ScriptedServers` starts and steers. */
export class Servers {
  #java;
  #asked = new Map();
  #count = 0;

  constructor() {
    const main = 'dev.ssot.router.client.ScriptedServers';
    this.#java = spawn('java', ['-Xmx512m', '-cp', process.env.SSOT_ROUTER_CLASSPATH, main], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface(this.#java.stdout).on('line', (line) => this.#answered(line));
  }

  /** The port of a new server with limits of that name. */
  async start(profile = 'standard') {
    return Number(await this.#ask('start', profile));
  }

  token(user, seconds = 600) {
    return this.#ask('token', user, seconds);
  }

  ticket(user, seconds = 600) {
    return this.#ask('ticket', user, seconds);
  }

  emit(port, user, count, { eventClass = 'critical', length = 100 } = {}) {
    return this.#ask('emit', port, user, count, eventClass, length);
  }

  async handled(port) {
    return Number(await this.#ask('handled', port));
  }

  drain(port) {
    return this.#ask('drain', port);
  }

  async clientLimits() {
    return (await this.#ask('client-limits')).split(' ').map(Number);
  }

  async close() {
    const ended = new Promise((resolve) => this.#java.once('exit', resolve));
    this.#java.stdin.end();
    await ended;
  }

  #ask(...words) {
    return new Promise((resolve, reject) => {
      this.#asked.set(String(++this.#count), { resolve, reject });
      this.#java.stdin.write([this.#count, ...words].join(' ') + '\n');
    });
  }

  #answered(line) {
    const [number, status, ...rest] = line.split(' ');
    const { resolve, reject } = this.#asked.get(number);
    this.#asked.delete(number);
    if (status === 'ok') {
      resolve(rest.join(' '));
    } else {
      reject(new Error(line));
    }
  }
}
