import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { checkPragmas, openConnection } from '../../src/db/open-connection.js';
import { openStore } from '../../src/db/open-store.js';
import type { Store, Tx } from '../../src/db/store.js';
import { messageOf } from '../support/message-of.js';
import { temporaryFolders } from '../support/temporary-folder.js';

const newFolder = temporaryFolders();
const stores: Store[] = [];

async function open(folder: string): Promise<Store> {
  const store = await openStore({ folder });
  stores.push(store);
  return store;
}

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** A promise and the function that settles it. */
function gate(): { readonly passed: Promise<void>; open(): void } {
  let release = (): void => {};
  const passed = new Promise<void>((resolve) => (release = resolve));
  return { passed, open: () => release() };
}

function setSetting(tx: Tx, key: string, value: string): Promise<unknown> {
  return tx
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

async function setting(store: Store, key: string): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.value;
}

const SETTINGS = [
  ['busy_timeout', 10_000],
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['journal_size_limit', 67_108_864],
  ['trusted_schema', 0],
  ['mmap_size', 0],
] as const;

describe('settings of the connections', () => {
  it.each(SETTINGS)('%s is %s for reading and for writing', async (name, expected) => {
    const store = await open(newFolder());
    const query = sql<Record<string, unknown>>`PRAGMA ${sql.raw(name)}`;
    const read = await query.execute(store.db);
    const written = await store.write((tx) => query.execute(tx));
    expect(Object.values(read.rows[0] ?? {})).toEqual([expected]);
    expect(Object.values(written.rows[0] ?? {})).toEqual([expected]);
  });

  it('a connection whose settings are not in force is refused', async () => {
    const folder = newFolder();
    await open(folder);
    const connection = openConnection(join(folder, 'tapak.sqlite'));
    connection.pragma('synchronous = NORMAL');
    expect(() => checkPragmas(connection)).toThrow('SQLite setting synchronous is 1, needed: 2');
    connection.close();
  });

  it('folder and files are for their owner only', async () => {
    const folder = join(newFolder(), 'data');
    const store = await open(folder);
    await store.write((tx) => setSetting(tx, 'a', '1'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ['tapak.sqlite', 'tapak.sqlite-wal', 'history-head.json']) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  it('all 553 satker are there, and an edit of one survives the next start', async () => {
    const folder = newFolder();
    const store = await open(folder);
    await store.write((tx) =>
      tx.updateTable('satker').set({ name: 'Nama baru' }).where('code', '=', '52.71').execute(),
    );
    await store.write((tx) => tx.deleteFrom('satker').where('code', '=', '51.71').execute());
    await store.close();
    const again = await open(folder);
    const all = await again.db.selectFrom('satker').select(['code', 'name']).execute();
    expect(all).toHaveLength(553);
    expect(all.find((satker) => satker.code === '52.71')?.name).toBe('Nama baru');
    expect(all.find((satker) => satker.code === '51.71')?.name).toBe('KPU Kota Denpasar');
  });
});

describe('writing', () => {
  it('an error takes back the whole transaction', async () => {
    const store = await open(newFolder());
    const broken = store.write(async (tx) => {
      await setSetting(tx, 'a', '1');
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await setting(store, 'a')).toBeUndefined();
  });

  it('the guard against reading past a transaction holds in every one, also after one has ended', async () => {
    const store = await open(newFolder());
    for (const round of [1, 2, 3]) {
      await store.write(async (tx) => {
        await setSetting(tx, `round-${round}`, '1');
        await expect(setting(store, 'a')).rejects.toThrow('must not be used inside store.write');
        await expect(store.write(() => Promise.resolve())).rejects.toThrow('must not be used');
      });
      expect(await setting(store, `round-${round}`)).toBe('1');
    }
  });

  it('another writer waits for a running transaction instead of failing', async () => {
    const folder = newFolder();
    const [one, other] = [await open(folder), await open(folder)];
    const order: string[] = [];
    const [started, mayEnd] = [gate(), gate()];
    const first = one.write(async (tx) => {
      await setSetting(tx, 'a', '1');
      started.open();
      await mayEnd.passed;
      order.push('first ends');
    });
    await started.passed;
    const second = other.write(async (tx) => {
      order.push('second begins');
      await setSetting(tx, 'a', '2');
    });
    // Enough turns for the second to have knocked and found the door closed.
    for (let turn = 0; turn < 20; turn += 1) await setting(other, 'a');
    expect(order).toEqual([]);
    mayEnd.open();
    await Promise.all([first, second]);
    expect(order).toEqual(['first ends', 'second begins']);
    expect(await setting(one, 'a')).toBe('2');
  });

  it('reading goes on during a write and sees the state before it', async () => {
    const store = await open(newFolder());
    await store.write((tx) => setSetting(tx, 'a', 'before'));
    const [started, mayEnd] = [gate(), gate()];
    const writing = store.write(async (tx) => {
      await setSetting(tx, 'a', 'after');
      started.open();
      await mayEnd.passed;
    });
    await started.passed;
    expect(await setting(store, 'a')).toBe('before');
    mayEnd.open();
    await writing;
    expect(await setting(store, 'a')).toBe('after');
  });

  it('closing waits for a running write', async () => {
    const folder = newFolder();
    const store = await open(folder);
    const writing = store.write((tx) => setSetting(tx, 'a', '1'));
    await store.close();
    await writing;
    expect(await setting(await open(folder), 'a')).toBe('1');
  });

  it('50 people changing one row with a version check lose no change', async () => {
    const store = await open(newFolder());
    const satker = store.db.selectFrom('satker').selectAll().where('code', '=', '52.71');
    const first = await satker.executeTakeFirstOrThrow();

    async function addOne(): Promise<void> {
      for (;;) {
        const { name, version } = await satker.executeTakeFirstOrThrow();
        const saved = await store.write((tx) =>
          tx
            .updateTable('satker')
            .set({ name: `${name}+`, version: version + 1 })
            .where('code', '=', '52.71')
            .where('version', '=', version)
            .executeTakeFirst(),
        );
        if (saved.numUpdatedRows === 1n) return;
      }
    }

    await Promise.all(Array.from({ length: 50 }, addOne));
    const last = await satker.executeTakeFirstOrThrow();
    expect(last.version).toBe(first.version + 50);
    expect(last.name).toBe(first.name + '+'.repeat(50));
  });
});

describe('misuse is refused at once', () => {
  const NESTED = 'must not be used inside store.write';

  it.each([
    ['reading through store.db', (store: Store) => setting(store, 'a')],
    ['a write in a write', (store: Store) => store.write((tx) => setSetting(tx, 'a', '1'))],
  ])('%s inside store.write', async (_, misuse) => {
    const store = await open(newFolder());
    await expect(store.write(async () => misuse(store))).rejects.toThrow(NESTED);
    expect(await store.write(async () => 'still works')).toBe('still works');
  });

  it('writing through store.db', async () => {
    const store = await open(newFolder());
    const insert = store.db.insertInto('setting').values({ key: 'a', value: '1' });
    expect(await messageOf(insert.execute())).toContain('readonly');
    await expect(store.db.transaction().execute(async () => 1)).rejects.toThrow('store.write');
  });

  it('a query after the end of its transaction', async () => {
    const store = await open(newFolder());
    const late = await store.write(async (tx) => ({ insert: () => setSetting(tx, 'a', '1') }));
    await expect(late.insert()).rejects.toThrow('already committed');
    const meanwhile = store.write(async (tx) => {
      await expect(late.insert()).rejects.toThrow('already committed');
      await setSetting(tx, 'b', '1');
    });
    await meanwhile;
    expect(await setting(store, 'a')).toBeUndefined();
  });
});
