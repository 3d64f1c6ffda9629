/** What other features use of decisions and of what the team recommended. */
export { decisionsOf, recordLetter, standingLayak, type Decision } from './decision-store.js';
export { readDifferences, readFigures, type Difference, type TierFigures } from './figures.js';
export { standingRecommendation, waitingReturn } from './standing-recommendation.js';
