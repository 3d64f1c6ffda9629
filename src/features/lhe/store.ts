/** What other features use of reports. */
export { concludeLhe, lheFingerprint, missingOfLhe } from './conclude-lhe.js';
export { verifyReports } from './concluded-store.js';
export { unwrittenOf, type Unwritten } from './unwritten.js';
export { lheHead, lheList, type LheHead } from './lhe-store.js';
