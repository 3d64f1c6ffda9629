import { join } from 'node:path';
import { MATARAM } from '../../fixtures/cast.js';
import type { Store } from '../../src/db/store.js';
import { liveContent } from '../../src/features/submission/frozen-store.js';
import { verifySubmissions } from '../../src/features/submission/store.js';
import { contentFingerprint } from '../../src/features/submission/submission-hash.js';
import { submitLke, type Submitted } from '../../src/features/submission/submit-lke.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { strikeEverywhere } from '../support/failing-at.js';
import { completeLke, lkeOf } from '../support/submitting.js';
import { Sqlite } from '../../src/db/sqlite.js';

/** Submitting interrupted at every statement: before or after, never between (quality.md). */
const ACTOR = { userId: null, name: 'Lalu Suryadi', role: 'ketua', origin: 'web 127.0.0.1' };

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
});

afterEach(() => zi.close());

async function submitWith(store: Store): Promise<Submitted> {
  const lke = await lkeOf(zi, MATARAM);
  const confirmed = contentFingerprint(lke.target, await liveContent(zi.deps.store.db, lke.id));
  const request = { lke, roles: ['ketua'] as const, confirmed, actor: ACTOR };
  return submitLke({ ...zi.deps, store }, request);
}

describe('a submission interrupted at its n-th statement', () => {
  it('leaves everything as it was for every n, and then succeeds as a whole', async () => {
    const { store } = zi.deps;
    const { points, done } = await strikeEverywhere({ folder: zi.folder, store }, submitWith);
    expect(done).toMatchObject({ outcome: 'submitted', submission: { number: 1 } });
    expect(points).toBeGreaterThan(100);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
    expect(await verifySubmissions(zi.deps.store.db)).toEqual({ checked: 1, faults: [] });
  });
});

describe('what was submitted', () => {
  beforeEach(async () => {
    expect(await submitWith(zi.deps.store)).toMatchObject({ outcome: 'submitted' });
  });

  it.each(['submission', 'submission_answer', 'submission_evidence'])(
    'cannot be changed or deleted in %s',
    (table) => {
      const db = new Sqlite(join(zi.folder, 'tapak.sqlite'));
      const columns = db.prepare(`SELECT * FROM ${table}`).all();
      if (columns.length > 0) {
        expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('a submission is frozen');
        const column = table === 'submission' ? 'total' : 'note';
        expect(() => db.exec(`UPDATE ${table} SET ${column} = 'x'`)).toThrow(
          'a submission is frozen',
        );
      }
      const triggers = db
        .prepare(`SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`)
        .pluck();
      expect(triggers.get(table)).toBe(2);
      db.close();
    },
  );

  it.each([
    ['an answer', `UPDATE submission_answer SET note = 'lain' WHERE indicator_code = 'A.I.1.i.a'`],
    ['a missing answer', `DELETE FROM submission_answer WHERE indicator_code = 'B.II.a'`],
    ['the total', `UPDATE submission SET total = '99'`],
    ['the time', `UPDATE submission SET submitted_at = '2026-01-01T00:00:00.000Z'`],
    ['who did it', `UPDATE submission SET submitted_by_name = 'Lain'`],
  ])('is found out by verify when %s was changed behind the triggers', async (_what, sql) => {
    const db = new Sqlite(join(zi.folder, 'tapak.sqlite'));
    const triggers = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'submission%'`)
      .pluck()
      .all() as string[];
    for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
    const { changes } = db.prepare(sql).run();
    db.close();
    expect(changes).toBe(1);
    const verdict = await verifySubmissions(zi.deps.store.db);
    expect(verdict).toEqual({ checked: 1, faults: [`${MATARAM} 2026 1`] });
  });
});
