import { createServer, connect } from 'node:net';
import { FrameEditor } from './frames.js';

/** Pseudo-random numbers from 0 to below 1; the same seed gives the same (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cuts the first connections after some bytes, wherever in a frame, and lets later ones live. */
export function somewhere(seed, connections, mostBytes) {
  const random = seeded(seed);
  return (number) => (number < connections ? 400 + Math.floor(random() * mostBytes) : Infinity);
}

/** Stands between clients and a server, and is as bad as a network can be. */
export class Proxy {
  connections = 0;
  cuts = 0;
  /** Closes new connections at once. */
  refuses = false;
  /** Lets nothing through although connections stay open. */
  swallows = false;
  #server;
  #open = new Set();
  #bytesUntilCut;
  #edit;

  /**
   * @param target the server's port; may be changed
   * @param bytesUntilCut by the number of the connection, from 0
   * @param edit what becomes of the text of each of the server's frames: a list of texts
   */
  static async start(target, { bytesUntilCut = () => Infinity, edit } = {}) {
    const proxy = new Proxy();
    proxy.target = target;
    proxy.#bytesUntilCut = bytesUntilCut;
    proxy.#edit = edit;
    proxy.#server = createServer((client) => proxy.#connected(client));
    await new Promise((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port() {
    return this.#server.address().port;
  }

  cutAll() {
    this.#open.forEach((socket) => socket.destroy());
  }

  /** Stops to read from the server, or goes on. */
  stall(on) {
    this.#open.forEach((socket) => (on ? socket.pause() : socket.resume()));
  }

  async close() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.cutAll();
    await closed;
  }

  #connected(client) {
    const limit = this.#bytesUntilCut(this.connections++);
    if (this.refuses) {
      client.destroy();
      return;
    }
    const server = connect(this.target, '127.0.0.1');
    const editor = this.#edit && new FrameEditor(this.#edit);
    let left = limit;
    this.#join(client, server);
    client.on('data', (data) => this.#pass(server, editor ? editor.request(data) : data));
    server.on('data', (data) => {
      const part = data.subarray(0, Math.min(left, data.length));
      left -= part.length;
      this.#pass(client, editor ? editor.response(part) : part);
      if (left === 0) {
        this.cuts++;
        // The client gets the part of the frame, and then nothing more.
        client.end();
        server.destroy();
      }
    });
  }

  #join(client, server) {
    for (const [one, other] of [
      [client, server],
      [server, client],
    ]) {
      this.#open.add(one);
      one.setNoDelay(true);
      // What fails is closed, and so is its other side; that is all a proxy can do.
      one.on('error', () => one.destroy());
      one.on('close', () => {
        this.#open.delete(one);
        other.destroySoon();
      });
    }
  }

  #pass(to, data) {
    if (!this.swallows && data.length > 0 && to.writable) {
      to.write(data);
    }
  }
}
