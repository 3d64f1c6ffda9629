import { sql } from 'kysely';

/** 1 where an LKE waits for TPI and its letter is recorded as sent; of a row of `lke`. */
export const LETTER_SENT = sql<number>`(lke.stage = 'menunggu-tpi' AND EXISTS (
  SELECT 1 FROM lke_decision AS newest
  WHERE newest.id = (SELECT max(id) FROM lke_decision WHERE lke_id = lke.id AND tier = 'pendahuluan')
    AND newest.letter_recorded_at IS NOT NULL))`;
