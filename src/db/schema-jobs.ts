import type { Generated } from 'kysely';
import type { Instant, Json } from './schema-columns.js';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** All worksheets of a province, made in the background for one person; swept with its file. */
export interface JobTable {
  id: Generated<number>;
  province_code: string;
  year: number;
  /** Layouts of the worksheets, a list of codes. */
  layouts: Json;
  tier: 'mandiri' | 'pendahuluan' | 'tpi' | 'tpn';
  /** The satker it holds: those in scope of its starter when it was started. */
  satker_codes: Json;
  state: JobState;
  /** Why it failed, a code of the messages. */
  failure: string | null;
  /** Satker written so far, of all. */
  done: Generated<number>;
  total: number;
  /** Bytes of the finished file. */
  size: number | null;
  created_by: number;
  created_at: Instant;
  ended_at: Instant | null;
}
