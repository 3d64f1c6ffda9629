import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { readDialect } from '../../src/db/dialect.js';
import { readHeadFile } from '../../src/db/history-head.js';
import { appendHistory, historyHash, historyHead } from '../../src/db/history.js';
import { openConnection, type Connection } from '../../src/db/open-connection.js';
import { openStore } from '../../src/db/open-store.js';
import type { Database, HistoryTable } from '../../src/db/schema.js';
import type { Store } from '../../src/db/store.js';
import { verifyHistory } from '../../src/db/verify-history.js';
import { messageOf } from '../support/message-of.js';
import { randomFrom, type Random } from '../support/random.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';
import { ACTOR, addHistory, AT } from '../support/small-data.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();
const stores: Store[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function open(folder: string): Promise<Store & { readonly faults: unknown[] }> {
  const faults: unknown[] = [];
  const store = await openStore({ folder, onHeadFault: (error) => void faults.push(error) });
  stores.push(store);
  return { ...store, faults };
}

function headFileOf(folder: string): string {
  return join(folder, 'history-head.json');
}

describe('appending', () => {
  it('numbers without gaps and chains each entry to the one before', async () => {
    const store = await open(newFolder());
    await addHistory(store, 3);
    const rows = await store.db.selectFrom('history').selectAll().orderBy('seq').execute();
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3]);
    expect(rows.map((row) => row.previous_hash)).toEqual(['', rows[0]?.hash, rows[1]?.hash]);
    expect(rows[0]).toMatchObject({
      at: '2026-03-02T01:00:00.000Z',
      actor_id: null,
      actor_name: 'operator',
      origin: 'cli',
      satker_code: '52.71',
      year: 2026,
      before: '{"note":"lama 1"}',
      after: '{"note":"baru 1"}',
    });
  });

  it('an entry without before and after keeps them empty', async () => {
    const store = await open(newFolder());
    const entry = { action: 'user.sign-out', subject: 'budi' };
    await store.write((tx) => appendHistory(tx, ACTOR, entry, AT));
    const row = await store.db.selectFrom('history').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ before: null, after: null, satker_code: null, year: null });
  });

  it('entries written at the same time all find their place', async () => {
    const folder = newFolder();
    const store = await open(folder);
    const entry = { action: 'answer.record', subject: 'A.I.1.i.a' };
    const write = () => store.write((tx) => appendHistory(tx, ACTOR, entry, AT));
    await Promise.all(Array.from({ length: 50 }, write));
    const verdict = await verifyHistory(store.db, readHeadFile(headFileOf(folder)));
    expect(verdict).toMatchObject({ entries: 50, head: { seq: 50 }, faults: [] });
  });

  it('an entry goes with its transaction', async () => {
    const folder = newFolder();
    const store = await open(folder);
    await addHistory(store, 1);
    const undone = store.write(async (tx) => {
      await appendHistory(tx, ACTOR, { action: 'a', subject: 's' }, AT);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect((await historyHead(store.db)).seq).toBe(1);
    expect(readHeadFile(headFileOf(folder))?.seq).toBe(1);
  });

  it.each([
    ['UPDATE', `UPDATE history SET subject = 'x'`],
    ['DELETE', 'DELETE FROM history'],
  ])('%s is refused by the database itself', async (_, statement) => {
    const store = await open(newFolder());
    await addHistory(store, 1);
    const attempt = store.write((tx) => sql.raw(statement).execute(tx));
    expect(await messageOf(attempt)).toBe('history is append-only');
  });

  it('no two contents share a form', () => {
    const row = { seq: 1, at: '', actor_id: null, actor_name: 'ab', actor_role: 'c' };
    const rest = { satker_code: null, year: null, action: '', subject: '', previous_hash: '' };
    const base = { ...row, ...rest, origin: '', before: null, after: null };
    const variants: Omit<HistoryTable, 'hash'>[] = [
      base,
      { ...base, actor_name: 'a', actor_role: 'bc' },
      { ...base, before: '' },
      { ...base, before: 'null' },
      { ...base, after: '' },
      { ...base, subject: '","' },
    ];
    expect(new Set(variants.map(historyHash)).size).toBe(variants.length);
  });
});

describe('the head file', () => {
  it('names the newest entry after every commit, whichever store wrote it', async () => {
    const folder = newFolder();
    const [one, other] = [await open(folder), await open(folder)];
    for (const store of [one, other, one, one, other]) {
      await addHistory(store, 1);
      expect(readHeadFile(headFileOf(folder))).toEqual(await historyHead(store.db));
    }
  });

  it('exists from the start, so that its absence shows', async () => {
    const folder = newFolder();
    const store = await open(folder);
    expect(readHeadFile(headFileOf(folder))).toEqual({ seq: 0, hash: '' });
    await addHistory(store, 2);
    rmSync(headFileOf(folder));
    const { faults } = await verifyHistory(store.db, readHeadFile(headFileOf(folder)));
    expect(faults).toEqual([{ seq: 2, kind: 'head-missing' }]);
  });

  it('stays as the proof when the tail was cut, however many entries follow', async () => {
    const folder = newFolder();
    const store = await open(folder);
    await addHistory(store, 10);
    await store.close();
    const kept = readHeadFile(headFileOf(folder));
    const connection = openConnection(join(folder, 'tapak.sqlite'));
    connection.exec('DROP TRIGGER history_no_delete; DELETE FROM history WHERE seq > 7');
    connection.close();
    const again = await open(folder);
    await addHistory(again, 10);
    expect(readHeadFile(headFileOf(folder))).toEqual(kept);
    expect(again.faults).not.toEqual([]);
    const { faults } = await verifyHistory(again.db, readHeadFile(headFileOf(folder)));
    expect(faults).toEqual([{ seq: 10, kind: 'head-differs' }]);
  });

  it('a head file that cannot be written fails no save', async () => {
    const folder = newFolder();
    const store = await open(folder);
    rmSync(headFileOf(folder));
    // A folder under the temporary name makes every attempt to create the file fail.
    mkdirSync(`${headFileOf(folder)}.tmp`);
    await addHistory(store, 1);
    expect((await historyHead(store.db)).seq).toBe(1);
    expect(store.faults).toHaveLength(1);
  });

  it('an unreadable head file is a fault until the next entry', async () => {
    const folder = newFolder();
    const store = await open(folder);
    await addHistory(store, 2);
    writeFileSync(headFileOf(folder), '{"seq":');
    const damaged = await verifyHistory(store.db, readHeadFile(headFileOf(folder)));
    expect(damaged.faults).toEqual([{ seq: 2, kind: 'head-missing' }]);
    await addHistory(store, 1);
    expect((await verifyHistory(store.db, readHeadFile(headFileOf(folder)))).faults).toEqual([]);
  });
});

const COLUMNS = [
  'at',
  'actor_id',
  'actor_name',
  'actor_role',
  'origin',
  'satker_code',
  'year',
  'action',
  'subject',
  'before',
  'after',
  'previous_hash',
  'hash',
] as const;
const ENTRIES = 40;

/** Runs as the owner of the database could, beneath every guard. */
type Tampering = (db: Connection, random: Random) => void;

const edit: Tampering = (db, random) => {
  const column = random.pick(COLUMNS);
  const value = column === 'year' || column === 'actor_id' ? random.below(9000) + 3000 : 'lain';
  const seq = random.below(ENTRIES) + 1;
  db.prepare(`UPDATE history SET "${column}" = ? WHERE seq = ?`).run(value, seq);
};

const emptyAField: Tampering = (db, random) => {
  const seq = random.pick([1, 2, 4, 7, 8, 11, 13, 14]);
  const column = random.pick(['satker_code', 'year', 'before', 'after'] as const);
  db.prepare(`UPDATE history SET "${column}" = NULL WHERE seq = ?`).run(seq);
};

const editAndRehash: Tampering = (db, random) => {
  const seq = random.below(ENTRIES) + 1;
  db.prepare(`UPDATE history SET subject = 'lain' WHERE seq = ?`).run(seq);
  rehash(db, seq, seq);
};

const editAndRehashAllAfter: Tampering = (db, random) => {
  const seq = random.below(ENTRIES) + 1;
  db.prepare(`UPDATE history SET actor_name = 'lain' WHERE seq = ?`).run(seq);
  rehash(db, seq, ENTRIES);
};

const remove: Tampering = (db, random) => {
  db.prepare('DELETE FROM history WHERE seq = ?').run(random.below(ENTRIES) + 1);
};

const removeAndCloseTheGap: Tampering = (db, random) => {
  const seq = random.below(ENTRIES) + 1;
  db.prepare('DELETE FROM history WHERE seq = ?').run(seq);
  for (let n = seq + 1; n <= ENTRIES; n += 1) {
    db.prepare('UPDATE history SET seq = ? WHERE seq = ?').run(n - 1, n);
  }
  rehash(db, seq, ENTRIES - 1);
};

const swap: Tampering = (db, random) => {
  const one = random.below(ENTRIES) + 1;
  const other = ((one - 1 + 1 + random.below(ENTRIES - 1)) % ENTRIES) + 1;
  const move = db.prepare('UPDATE history SET seq = ? WHERE seq = ?');
  move.run(-1, one);
  move.run(one, other);
  move.run(other, -1);
};

const cutTail: Tampering = (db, random) => {
  db.prepare('DELETE FROM history WHERE seq > ?').run(random.below(ENTRIES));
};

function rehash(db: Connection, from: number, to: number): void {
  const read = db.prepare('SELECT * FROM history WHERE seq = ?');
  const write = db.prepare('UPDATE history SET previous_hash = ?, hash = ? WHERE seq = ?');
  for (let seq = from; seq <= to; seq += 1) {
    const previous = (read.get(seq - 1) as HistoryTable | undefined)?.hash ?? '';
    const row = { ...(read.get(seq) as HistoryTable), previous_hash: previous };
    write.run(previous, historyHash(row), seq);
  }
}

describe('verification finds every tampering', () => {
  const each = rounds(25, 125);
  it.each([
    ['an edited field', edit],
    ['an emptied field', emptyAField],
    ['an edit with a fitting hash', editAndRehash],
    ['an edit with all later hashes made to fit', editAndRehashAllAfter],
    ['a deletion', remove],
    ['a deletion with the chain closed again', removeAndCloseTheGap],
    ['a swap', swap],
    ['a cut tail', cutTail],
  ])(
    `%s, ${each} times at random places`,
    async (_, tamper) => {
      const folder = newFolder();
      await addHistory(await open(folder), ENTRIES);
      const connection = openConnection(join(folder, 'tapak.sqlite'));
      const db = new Kysely<Database>({ dialect: readDialect(connection, () => {}) });
      expect((await verifyHistory(db, readHeadFile(headFileOf(folder)))).faults).toEqual([]);
      const missed: number[] = [];
      for (let seed = 1; seed <= each; seed += 1) {
        connection.exec('BEGIN IMMEDIATE; DROP TRIGGER history_no_update');
        connection.exec('DROP TRIGGER history_no_delete');
        tamper(connection, randomFrom(seed));
        const { faults } = await verifyHistory(db, readHeadFile(headFileOf(folder)));
        if (faults.length === 0) missed.push(seed);
        connection.exec('ROLLBACK');
      }
      connection.close();
      expect(missed).toEqual([]);
    },
    LONG_TEST_MS,
  );
});
