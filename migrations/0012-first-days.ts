import { sql, type Kysely } from 'kysely';

/**
 * 0008 dated the scores that stood already by the UTC day of their last act, which in Indonesia is the
 * satker's day or the one before. A day on which nothing was done in the satker's zone, but whose UTC
 * day saw an act, can only be such a one: it becomes the satker's day, or goes where that has a row.
 */
const LOCAL_DAY = `date(h.at, CASE s.time_zone
  WHEN 'Asia/Jakarta' THEN '+7 hours'
  WHEN 'Asia/Makassar' THEN '+8 hours'
  WHEN 'Asia/Jayapura' THEN '+9 hours' END)`;

const ACTS = `FROM history h JOIN lke l ON l.satker_code = h.satker_code AND l.year = h.year
  JOIN satker s ON s.code = l.satker_code WHERE l.id = score_day.lke_id`;

const IS_DAY_BEFORE = `day = (SELECT min(first.day) FROM score_day first
    WHERE first.lke_id = score_day.lke_id AND first.tier = score_day.tier)
  AND NOT EXISTS (SELECT 1 ${ACTS} AND ${LOCAL_DAY} = score_day.day)
  AND EXISTS (SELECT 1 ${ACTS} AND substr(h.at, 1, 10) = score_day.day
    AND ${LOCAL_DAY} = date(score_day.day, '+1 day'))`;

const STATEMENTS = [
  `DELETE FROM score_day WHERE ${IS_DAY_BEFORE}
    AND EXISTS (SELECT 1 FROM score_day kept WHERE kept.lke_id = score_day.lke_id
      AND kept.tier = score_day.tier AND kept.day = date(score_day.day, '+1 day'))`,
  `UPDATE score_day SET day = date(day, '+1 day') WHERE ${IS_DAY_BEFORE}`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
