// What a measured server says to whoever started it. Run node with --expose-gc.
import { createInterface } from 'node:readline';

export function serve(port) {
  console.log(`listening ${port}`);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', () => {
    globalThis.gc();
    console.log('collected');
  });
  lines.on('close', () => process.exit(0));
}
