import type { Actor } from '../db/store.js';

/** Who acts on the command line unless `--as` names somebody. */
export const OPERATOR: Actor = { userId: null, name: 'operator', role: 'operator', origin: 'cli' };
