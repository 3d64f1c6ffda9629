/** What other features read of TPN's results. */
export { totalsOf } from './result-store.js';
