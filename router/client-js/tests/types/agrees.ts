import * as code from './code.js';
import type * as declared from './ssot-router.js';

// Read by the compiler only: the code is what the declarations say, as the compiler understands it.

const Client: new (...given: ConstructorParameters<typeof declared.RouterClient>) => Declared =
  code.RouterClient;
const Refusal: typeof declared.Refused = code.Refused;
const Ignorance: typeof declared.Unknown = code.Unknown;

// Accessors count as read-only properties.
type Declared = declared.RouterClient;
type Exported = keyof typeof declared;
const all: Record<Exported, unknown> = code;
const missing: Exclude<keyof typeof code, Exported> extends never ? true : false = true;
console.log(Client, Refusal, Ignorance, all, missing);
