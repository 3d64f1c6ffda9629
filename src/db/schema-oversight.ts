import type { Generated } from 'kysely';
import type { Day, Instant } from './schema-columns.js';

/** Tables of those who look after many satker: how scores moved, and who was told what. */
export interface OversightTables {
  score_day: ScoreDayTable;
  notification: NotificationTable;
  mail: MailTable;
  mail_opt_out: MailOptOutTable;
}

/**
 * The score of one tier of one LKE as it stood at the end of a day on which it was derived; the
 * newest row always equals the stored score. A day without a row is like the one before it.
 */
export interface ScoreDayTable {
  lke_id: number;
  tier: 'mandiri' | 'pendahuluan' | 'tpi' | 'tpn';
  /** In the satker's zone. */
  day: Day;
  answered: number;
  /** Exact, as a fraction. */
  total: string;
  /** Gates of each target that fail. */
  failed_wbk: number;
  failed_wbbm: number;
}

/** Told to one person in one role; shown only while that role is held. */
export interface NotificationTable {
  id: Generated<number>;
  user_id: number;
  role: string;
  /** Where the role is held. */
  role_at: string;
  kind: 'assigned' | 'submitted' | 'returned' | 'stage' | 'reply' | 'deadline';
  satker_code: string;
  year: number;
  /** By kind: a tier; a stage or what else is told of one (web/notify.ts, web/notify-turn.ts); "tier code" of a reply, or "stage day" of a deadline. */
  subject: string;
  /** Who caused it, as named then; "" for the calendar. */
  by_name: string;
  /** The same thing is told once to the same person. */
  dedupe_key: string;
  created_at: Instant;
  read_at: Instant | null;
}

/** A notification on its way by e-mail; no row where it was never to be sent. */
export interface MailTable {
  notification_id: number;
  /** dropped: read, opted out of or out of scope before it went. */
  state: 'waiting' | 'sent' | 'dropped' | 'failed';
  attempts: number;
  next_at: Instant;
  ended_at: Instant | null;
}

/** Who wants no e-mail. */
export interface MailOptOutTable {
  user_id: number;
  since: Instant;
}
