/** What other features read of TPN's results. */
export { hasResult, totalsOf } from './result-store.js';
