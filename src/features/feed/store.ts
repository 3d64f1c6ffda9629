/** What other features use of the feed: proposals are recorded here. */
export {
  PROPOSAL_CATEGORIES,
  proposalOf,
  recordProposal,
  removeProposal,
  type Proposal,
  type ProposalCategory,
} from './proposal-store.js';
