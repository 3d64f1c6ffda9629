import { createHash } from 'node:crypto';
import { dataFolder } from '../../src/db/data-folder.js';
import { Sqlite } from '../../src/db/sqlite.js';

/** The rows an area page is made of, as prepared statements give them. */
export interface RawRows {
  readonly csrfToken: string;
  readonly userName: string;
  readonly roles: readonly { readonly role: string; readonly satker_code: string }[];
  readonly lke: RawLke;
  readonly score: { readonly answered: number; readonly total: string; readonly detail: string };
  readonly answers: readonly RawAnswer[];
  readonly evidence: readonly { readonly code: string; readonly count: number }[];
}

export interface RawLke {
  readonly id: number;
  readonly year: number;
  readonly target: 'wbk' | 'wbbm';
  readonly code: string;
  readonly name: string;
}

export interface RawAnswer {
  readonly code: string;
  readonly value: string | null;
  readonly note: string;
}

export type ReadRows = (cookie: string, satker: string, year: number) => RawRows;

/** Everything the product reads for an area page, by hand: session, person, LKE, score, answers. */
export function rawReader(folder: string, codes: readonly string[]): ReadRows {
  const db = new Sqlite(dataFolder(folder).database, { readonly: true });
  const session = db.prepare('SELECT user_id, data FROM session WHERE id_hash = ?');
  const seen = db.prepare('SELECT last_seen_at, created_at FROM session WHERE id_hash = ?');
  const user = db.prepare(
    'SELECT id, username, name FROM user WHERE id = ? AND disabled_at IS NULL',
  );
  const roles = db.prepare('SELECT role, satker_code FROM user_role WHERE user_id = ? ORDER BY id');
  const areas = db.prepare('SELECT satker_code, area FROM area_assignment WHERE user_id = ?');
  const lke = db.prepare(
    `SELECT l.id, l.year, l.target, l.stage, l.version, y.instrument_id, y.ruleset_id,
       y.internal_target, s.code, s.province_code, s.level, s.name, s.time_zone
     FROM lke l JOIN satker s ON s.code = l.satker_code JOIN year y ON y.year = l.year
     WHERE l.satker_code = ? AND l.year = ?`,
  );
  const score = db.prepare(`SELECT * FROM score WHERE lke_id = ? AND tier = 'mandiri'`);
  const answers = db.prepare(
    `SELECT a.indicator_code AS code, a.value, a.note, a.version, a.updated_at, u.name
     FROM answer a LEFT JOIN user u ON u.id = a.updated_by
     WHERE a.lke_id = ? AND a.tier = 'mandiri'
       AND a.indicator_code IN (${codes.map(() => '?').join(', ')})`,
  );
  const evidence = db.prepare(
    `SELECT l.indicator_code AS code, count(*) AS count
     FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id
       JOIN evidence_version v ON v.id = l.evidence_version_id
     WHERE l.lke_id = ? AND e.withdrawn_at IS NULL AND v.purged_at IS NULL
     GROUP BY l.indicator_code`,
  );
  const openReturn = db.prepare(
    `SELECT id, opens_all FROM lke_return
     WHERE lke_id = ? AND opened = 1 AND closed_at IS NULL ORDER BY id DESC LIMIT 1`,
  );
  const wording = db.prepare('SELECT id, title, number, day FROM official_wording WHERE year = ?');
  const waiting = db.prepare(
    `SELECT coalesce(sum((SELECT count(*) FROM (
       SELECT t.indicator_code FROM note_thread t
         WHERE t.lke_id = l.id AND t.closed_at IS NULL AND t.waits_for = 'satker'
       UNION
       SELECT i.indicator_code FROM lke_return r JOIN lke_return_indicator i ON i.return_id = r.id
         WHERE r.lke_id = l.id AND r.closed_at IS NULL AND r.opened = 1
           AND NOT EXISTS (SELECT 1 FROM note_thread t WHERE t.lke_id = l.id
             AND t.indicator_code = i.indicator_code AND t.closed_at IS NULL
             AND t.waits_for = 'reviewer')
     ))), 0) AS count
     FROM lke l JOIN user_role u ON u.satker_code = l.satker_code
     WHERE u.user_id = ? AND u.role IN ('anggota', 'ketua') AND l.stage = 'pengisian'`,
  );
  const unread = db.prepare(
    `SELECT count(*) AS count FROM notification n
       JOIN user_role u ON u.user_id = n.user_id AND u.role = n.role AND u.satker_code = n.role_at
     WHERE n.user_id = ? AND n.read_at IS NULL`,
  );
  return (cookie, satker, year) => {
    const idHash = createHash('sha256').update(sessionIdIn(cookie)).digest('hex');
    const signedIn = session.get(idHash) as { user_id: number; data: string };
    seen.get(idHash);
    const person = user.get(signedIn.user_id) as { name: string };
    areas.all(signedIn.user_id);
    waiting.get(signedIn.user_id);
    unread.get(signedIn.user_id);
    const one = lke.get(satker, year) as RawLke;
    openReturn.get(one.id);
    wording.get(year);
    return {
      csrfToken: (JSON.parse(signedIn.data) as { csrfToken?: string }).csrfToken ?? '',
      userName: person.name,
      roles: roles.all(signedIn.user_id) as RawRows['roles'],
      lke: one,
      score: score.get(one.id) as RawRows['score'],
      answers: answers.all(one.id, ...codes) as RawAnswer[],
      evidence: evidence.all(one.id) as RawRows['evidence'],
    };
  };
}

/** "zi=s%3A<id>.<signature>" → the id. */
function sessionIdIn(cookie: string): string {
  const value = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1));
  return value.slice(2, value.indexOf('.'));
}
