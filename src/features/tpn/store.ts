/** What other features read of TPN's results. */
export { totalsOf, type TpnTotals } from './result-store.js';
