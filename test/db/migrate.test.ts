import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type KyselyPlugin } from 'kysely';
import { migrations as shipped, type Migration } from '../../migrations/index.js';
import { createDataFolder, dataFolder } from '../../src/db/data-folder.js';
import { migrate, NewerDatabaseError, schemaVersion } from '../../src/db/migrate.js';
import { openConnection } from '../../src/db/open-connection.js';
import { openStore } from '../../src/db/open-store.js';
import { startChild } from '../support/child.js';
import { addLke } from '../support/small-data.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { Sqlite } from '../../src/db/sqlite.js';

const newFolder = temporaryFolders();

type Migrations = ReadonlyMap<string, Migration>;

const ADD_PLAN: Migration = {
  async up(db) {
    await sql`CREATE TABLE plan (id INTEGER PRIMARY KEY, name TEXT NOT NULL)`.execute(db);
    await sql`CREATE TABLE step (id INTEGER PRIMARY KEY, plan_id INTEGER REFERENCES plan(id))`.execute(
      db,
    );
    await sql`INSERT INTO plan (name) SELECT name FROM satker`.execute(db);
    await sql`ALTER TABLE lke ADD COLUMN plan_id INTEGER REFERENCES plan(id)`.execute(db);
    await sql`UPDATE lke SET plan_id = 1`.execute(db);
  },
};
const LATER: Migrations = new Map([...shipped, ['9999-add-plan', ADD_PLAN]]);

/** Counts statements and lets the n-th fail (n counts from 1). */
function failingAt(n: number): { readonly plugin: KyselyPlugin; readonly reached: () => boolean } {
  let count = 0;
  return {
    plugin: {
      transformQuery(args) {
        count += 1;
        if (count === n) throw new Error(`statement ${n} fails`);
        return args.node;
      },
      transformResult: async (args) => args.result,
    },
    reached: () => count >= n,
  };
}

function withPlugin(migrations: Migrations, name: string, plugin: KyselyPlugin): Migrations {
  const real = migrations.get(name);
  if (real === undefined) throw new Error(`no migration ${name}`);
  return new Map([...migrations, [name, { up: (db) => real.up(db.withPlugin(plugin)) }]]);
}

/** Every table, index and trigger, and how many rows. */
function contentOf(folder: string): unknown {
  const db = new Sqlite(join(folder, 'tapak.sqlite'));
  const schema = db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all();
  const lke = schema.length > 0 ? db.prepare('SELECT * FROM lke').all() : [];
  const applied = schema.length > 0 ? db.prepare('SELECT * FROM schema_migration').all() : [];
  db.close();
  return { schema, lke, applied };
}

async function run(folder: string, migrations: Migrations): Promise<readonly string[]> {
  const data = dataFolder(folder);
  createDataFolder(data);
  const writer = openConnection(data.database);
  try {
    return await migrate(writer, migrations, { folder: data, backupBefore: true });
  } finally {
    writer.close();
  }
}

/** Fails at every statement in turn; returns how many there were. */
async function failEverywhere(folder: string, migrations: Migrations, name: string) {
  const before = contentOf(folder);
  for (let n = 1; ; n += 1) {
    const fault = failingAt(n);
    const attempt = run(folder, withPlugin(migrations, name, fault.plugin));
    if (
      await attempt.then(
        () => true,
        () => false,
      )
    ) {
      expect(fault.reached()).toBe(false);
      return n - 1;
    }
    expect(contentOf(folder)).toEqual(before);
  }
}

describe('a migration that fails at its n-th statement', () => {
  it('leaves a new database empty for every n, and the next try succeeds', async () => {
    const folder = newFolder();
    createDataFolder(dataFolder(folder));
    const statements = await failEverywhere(folder, shipped, '0001-first-light');
    expect(statements).toBeGreaterThan(20);
    expect(await run(folder, shipped)).toEqual([]);
  });

  it('leaves a filled database as it was for every n, and the next try succeeds', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    await addLke(store);
    await store.close();
    expect(await failEverywhere(folder, LATER, '9999-add-plan')).toBe(5);
    expect(contentOf(folder)).toMatchObject({ lke: [{ satker_code: '52.71', plan_id: 1 }] });
  });

  it('a migration that breaks references is taken back', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    await addLke(store);
    await store.close();
    const before = contentOf(folder);
    const dropYears: Migration = {
      async up(db) {
        await sql`PRAGMA defer_foreign_keys = ON`.execute(db);
        await sql`DELETE FROM year`.execute(db);
      },
    };
    const broken = run(folder, new Map([...shipped, ['9999-drop-years', dropYears]]));
    await expect(broken).rejects.toThrow('the migration breaks 1 references');
    expect(contentOf(folder)).toEqual(before);
  });
});

describe('starting', () => {
  it('of two stores opened at once one migrates and the other finds it done', async () => {
    const folder = newFolder();
    const applied: string[] = [];
    const onMigrated = (names: readonly string[]): void => void applied.push(...names);
    const stores = await Promise.all([1, 2].map(() => openStore({ folder, onMigrated })));
    expect(applied).toEqual([...shipped.keys()]);
    for (const store of stores) await store.close();
  });

  it('of four processes started at once each migration is one’s and all find all satker', async () => {
    const folder = newFolder();
    const children = [1, 2, 3, 4].map(() => startChild('test/support/db-starter.ts', [folder]));
    const said: string[] = [];
    for (const child of children) for await (const line of child.lines) said.push(line);
    const ends = await Promise.all(children.map((child) => child.ended()));
    expect(ends).toEqual(children.map(() => ({ code: 0, stderr: '' })));
    // Whoever gets the lock next goes on: lines of several processes stand one process after another.
    expect(said.filter((line) => line.startsWith('applied')).sort()).toEqual(
      [...shipped.keys()].map((name) => `applied ${name}`).sort(),
    );
    expect(said.filter((line) => line === 'satker 553')).toHaveLength(4);
  });

  it('a database newer than the program is refused and not changed', async () => {
    const folder = newFolder();
    await (await openStore({ folder, migrations: LATER })).close();
    const before = contentOf(folder);
    await expect(openStore({ folder })).rejects.toThrow(NewerDatabaseError);
    await expect(openStore({ folder })).rejects.toThrow(
      'the database is newer than this program: it has 9999-add-plan',
    );
    expect(contentOf(folder)).toEqual(before);
  });

  it('says which schema it has', async () => {
    const store = await openStore({ folder: newFolder() });
    expect(await schemaVersion(store.db)).toBe([...shipped.keys()].at(-1));
    await store.close();
  });
});

describe('the copy before a migration', () => {
  it('holds the database as it was', async () => {
    const folder = newFolder();
    const store = await openStore({ folder });
    await addLke(store);
    await store.close();
    await (await openStore({ folder, migrations: LATER })).close();
    const copy = new Sqlite(join(folder, 'before-9999-add-plan.sqlite'), { readonly: true });
    expect(copy.prepare('SELECT satker_code FROM lke').pluck().all()).toEqual(['52.71']);
    expect(copy.prepare(`SELECT name FROM sqlite_master WHERE name = 'plan'`).all()).toEqual([]);
    copy.close();
  });

  it('is not made for a new database, nor when switched off', async () => {
    const folder = newFolder();
    await (await openStore({ folder })).close();
    expect(readdirSync(folder).filter((name) => name.startsWith('before'))).toEqual([]);
    await (await openStore({ folder, migrations: LATER, backupBeforeMigrate: false })).close();
    expect(existsSync(join(folder, 'before-9999-add-plan.sqlite'))).toBe(false);
  });
});
