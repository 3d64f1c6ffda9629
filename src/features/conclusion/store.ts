/** What other features use of decisions, letters and reports. */
export {
  decisionsOf,
  insertDecision,
  type Decision,
  type NewDecision,
  type TakenBack,
} from './decision-store.js';
export { standingRecommendation, waitingReturn } from './standing-recommendation.js';
export { verifyLetters, verifyReports } from './paper-store.js';
export { findLetterhead, type LetterheadRow } from './letterhead-store.js';
