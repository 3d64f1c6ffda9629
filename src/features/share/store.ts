/** What other features use of share links. */
export { evidenceAddress } from './evidence-address.js';
export {
  lastSubmissionOf,
  sharedEvidenceOf,
  type LastSubmission,
  type SharedEvidence,
} from './frozen-evidence-store.js';
export { feedLinkOf, type ShareLink } from './link-store.js';
export { openLinksOf } from './open-link.js';
export { shareToken } from './share-address.js';
