/** What other features use of reports. */
export { concludeLhe, lheFingerprint, missingOfLhe } from './conclude-lhe.js';
export { verifyReports } from './concluded-store.js';
export { lheHead, lheList, type LheHead } from './lhe-store.js';
