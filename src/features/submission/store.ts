/** What other features use of submissions, returns and the stages of an LKE. */
export { frozenContent, reasonOf, type ReasonRow } from './frozen-store.js';
export { standingReopening, type Reopening } from './reopening-store.js';
export {
  insertReturn,
  lkeVersion,
  moveStage,
  returnsOf,
  standingReturn,
  type LkeReturn,
} from './stage-store.js';
export { roundOf, submissionsOf, type Submission } from './submission-store.js';
export { verifySubmissions } from './verify-submissions.js';
