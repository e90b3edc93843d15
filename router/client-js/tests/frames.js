/** Reads what a server says on one connection and has each text replaced. */
export class FrameEditor {
  #edit;
  #upgraded = false;
  #rest = Buffer.alloc(0);

  constructor(edit) {
    this.#edit = edit;
  }

  /** A compressed frame can't be left out, as the next ones build on it; so ask for none. */
  request(data) {
    const text = data.toString('latin1');
    return text.startsWith('GET ')
      ? Buffer.from(text.replace(/^sec-websocket-extensions:.*\r\n/im, ''), 'latin1')
      : data;
  }

  response(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    const out = [];
    if (!this.#upgraded) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) {
        return Buffer.alloc(0);
      }
      this.#upgraded = true;
      out.push(this.#take(end + 4));
    }
    for (let size = this.#frameSize(); size <= this.#rest.length; size = this.#frameSize()) {
      out.push(...this.#edited(this.#take(size)));
    }
    return Buffer.concat(out);
  }

  #take(size) {
    const taken = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    return taken;
  }

  /** Bytes of the next frame (RFC 6455 section 5.2), which a server does not mask. */
  #frameSize() {
    if (this.#rest.length < 4) {
      const short = this.#rest.length >= 2 ? this.#rest[1] & 127 : 126;
      return short < 126 ? 2 + short : Infinity;
    }
    const length = this.#rest[1] & 127;
    if (length < 126) {
      return 2 + length;
    }
    return length === 126 ? 4 + this.#rest.readUInt16BE(2) : Infinity;
  }

  #edited(frame) {
    if (frame[0] !== 0x81) {
      return [frame];
    }
    const header = (frame[1] & 127) === 126 ? 4 : 2;
    return this.#edit(frame.subarray(header).toString('utf8')).map(textFrame);
  }
}

function textFrame(text) {
  const payload = Buffer.from(text, 'utf8');
  const header = payload.length < 126 ? [0x81, payload.length] : [0x81, 126, 0, 0];
  const frame = Buffer.concat([Buffer.from(header), payload]);
  if (payload.length >= 126) {
    frame.writeUInt16BE(payload.length, 2);
  }
  return frame;
}
