import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

// The published protocol against the schema that AsyncAPI gives for its own documents.

const require = createRequire(join(process.env.SSOT_CLIENT_JS_WORK, 'package.json'));
const Ajv = require('ajv').default;

const FILE = '../../src/main/resources/dev/ssot/router/wire/ssot.v1.asyncapi.json';

const published = async () => JSON.parse(await readFile(new URL(FILE, import.meta.url), 'utf8'));

/** What is wrong with a document; undefined without faults. */
function faults(document) {
  const schema = require(`@asyncapi/specs/schemas/${document.asyncapi}.json`);
  // It contains the schema of schemas, which the validator would bring along a second time.
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false, validateFormats: false });
  const validate = ajv.compile(schema);
  return validate(document) ? undefined : ajv.errorsText(validate.errors);
}

test('the AsyncAPI file is what AsyncAPI says it has to be', async () => {
  assert.equal(faults(await published()), undefined);
});

test('a document without a title, or with an operation that does nothing, would be found', async () => {
  const untitled = await published();
  delete untitled.info.title;
  assert.match(faults(untitled) ?? '', /title/);
  const idle = await published();
  delete Object.values(idle.operations)[0].action;
  assert.match(faults(idle) ?? '', /action/);
});
