/** What others use of proposals. */
export { verifyProposals } from './annex-store.js';
