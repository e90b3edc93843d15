/** A socket on which a test says what comes and when, as no network can be told to do. */
export class FakeSocket {
  /** All that were opened, in this order. @type {FakeSocket[]} */
  static all = [];

  sent = [];

  constructor() {
    FakeSocket.all.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {}

  receive(type, payload, rest = {}) {
    this.onmessage({ data: JSON.stringify({ v: 1, type, payload, ...rest }) });
  }

  welcome(seq = 0) {
    this.onopen();
    this.receive('welcome', { from: { epoch: 'e', seq }, resumed: seq > 0 });
  }
}
