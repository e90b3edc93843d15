import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.SSOT_CLIENT_JS_WORK, 'package.json'));

/** The constructors that a client meets: that of Node, which is that of browsers, and `ws`. */
export const SOCKETS = { platform: globalThis.WebSocket, ws: require('ws').WebSocket };

export const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
