import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { KyselyPlugin } from 'kysely';
import { MATARAM } from '../../fixtures/cast.js';
import { tableHashes } from '../../src/db/table-hashes.js';
import type { Store } from '../../src/db/store.js';
import { liveContent } from '../../src/features/submission/frozen-store.js';
import { verifySubmissions } from '../../src/features/submission/store.js';
import { contentFingerprint } from '../../src/features/submission/submission-hash.js';
import { submitLke, type Submitted } from '../../src/features/submission/submit-lke.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { completeLke, lkeOf } from '../support/submitting.js';

/** Submitting interrupted at every statement: before or after, never between (quality.md). */
const ACTOR = { userId: null, name: 'Lalu Suryadi', role: 'ketua', origin: 'web 127.0.0.1' };

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
});

afterEach(() => zi.close());

/** Lets the n-th statement of a transaction fail (n counts from 1). */
function failingAt(n: number): { readonly plugin: KyselyPlugin; readonly reached: () => boolean } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      if (count === n) throw new Error(`statement ${n} fails`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { plugin, reached: () => count >= n };
}

async function submitWith(plugin: KyselyPlugin | null): Promise<Submitted> {
  const { store } = zi.deps;
  const lke = await lkeOf(zi, MATARAM);
  const confirmed = contentFingerprint(lke.target, await liveContent(store.db, lke.id));
  const faulty: Store = {
    ...store,
    write: (work) => store.write((tx) => work(plugin === null ? tx : tx.withPlugin(plugin))),
  };
  const request = { lke, roles: ['ketua'] as const, confirmed, actor: ACTOR };
  return submitLke({ ...zi.deps, store: faulty }, request);
}

function everything(): unknown {
  const db = new Sqlite(join(zi.folder, 'tapak.sqlite'), { readonly: true });
  try {
    return tableHashes(db);
  } finally {
    db.close();
  }
}

describe('a submission interrupted at its n-th statement', () => {
  it('leaves everything as it was for every n, and then succeeds as a whole', async () => {
    const before = everything();
    let points = 0;
    for (let n = 1; ; n += 1) {
      const fault = failingAt(n);
      const done = await submitWith(fault.plugin).then(
        (submitted) => submitted,
        () => null,
      );
      if (done !== null) {
        expect(fault.reached()).toBe(false);
        expect(done).toMatchObject({ outcome: 'submitted', submission: { number: 1 } });
        break;
      }
      points += 1;
      expect(everything()).toEqual(before);
    }
    expect(points).toBeGreaterThan(100);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
    expect(await verifySubmissions(zi.deps.store.db)).toEqual({ checked: 1, faults: [] });
  });
});

describe('what was submitted', () => {
  beforeEach(async () => {
    expect(await submitWith(null)).toMatchObject({ outcome: 'submitted' });
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
