import type { Generated } from 'kysely';
import type { Day, Instant } from './schema-columns.js';

/** Tables for those without an account: share links, and the feed of the portal. */
export interface ShareTables {
  share_link: ShareLinkTable;
  feed_token: FeedTokenTable;
  proposal: ProposalTable;
}

/** Its address is signed, not stored; rows are never deleted, so that an id means one link. */
export interface ShareLinkTable {
  id: Generated<number>;
  lke_id: number;
  /** For whom. */
  label: string;
  /** Last day on which it opens, in the satker's zone. */
  ends_on: Day;
  /** Its addresses stand in the feed. */
  in_feed: number;
  /** The form that made it: sent twice, it makes one link. */
  form_key: string;
  created_by: number | null;
  created_by_name: string;
  created_at: Instant;
  revoked_by_name: string | null;
  revoked_at: Instant | null;
}

export interface FeedTokenTable {
  id: Generated<number>;
  name: string;
  /** SHA-256 of the token; the token itself was shown once. */
  token_hash: string;
  /** May ask for the lists of proposals. */
  may_list: number;
  /** May ask for answers. */
  may_read: number;
  /** Only this year; null: the year of the feed, whichever it is. */
  year: number | null;
  form_key: string;
  created_by: number | null;
  created_by_name: string;
  created_at: Instant;
  /** To the minute. */
  last_used_at: Instant | null;
  last_address: string | null;
  revoked_at: Instant | null;
}

/** What the centre proposed to TPN: at most one for an LKE. */
export interface ProposalTable {
  lke_id: number;
  category: 'WBK' | 'WBK-AFIRMASI' | 'WBBM';
  afirmasi: number;
  letter_number: string | null;
  letter_day: Day | null;
  proposed_by: number | null;
  proposed_by_name: string;
  proposed_at: Instant;
  /** null: it stands. */
  withdrawn_at: Instant | null;
}
