import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import type { Store } from '../../src/db/store.js';
import { tableHashes } from '../../src/db/table-hashes.js';
import { applyImport, type Applied } from '../../src/features/imports/apply-import.js';
import { defaultSelection } from '../../src/features/imports/selection.js';
import { undoImport } from '../../src/features/imports/undo-import.js';
import { findLke, type Lke } from '../../src/features/lke/store.js';
import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { download, edited } from '../support/filled-workbook.js';
import { stored } from '../support/filling.js';
import { previewed } from '../support/importing.js';
import { historyRows } from '../support/reading.js';
import { Sqlite } from '../../src/db/sqlite.js';

/** An import applied, then taken back, each interrupted at every statement: before or after. */
const ACTOR = { userId: null, name: 'Lalu Suryadi', role: 'ketua', origin: 'web 127.0.0.1' };
const MINE = () => true;

let zi: TestApp;
let importId: number;

beforeEach(async () => {
  zi = await startTestApp();
  await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'A.II.1.i.a': { agen: 3, perubahan: 2 } });
  const lead = await zi.signIn('ketua.mataram');
  const href = 'https://drive.example.com/sk-tim';
  const file = await edited(await download(lead), {
    answers: { 'A.I.1.i.a': 'Tidak', 'A.I.1.i.b': 'B', 'A.II.1.i.a:perubahan': 1, 'B.I.a': '3,6' },
    notes: { 'A.I.1.ii.a': 'rencana kerja' },
    links: { 'A.I.1.i.b': { name: 'SK Tim', href }, 'A.I.2.i.a': { name: 'SK Tim', href } },
  });
  importId = Number((await previewed(lead, file)).split('/').at(-1));
});

afterEach(() => zi.close());

/** A store whose n-th statement within a transaction fails (n counts from 1). */
function failingAt(n: number): Store {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      if (count === n) throw new Error(`statement ${n} fails`);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const { store } = zi.deps;
  return { ...store, write: (work) => store.write((tx) => work(tx.withPlugin(plugin))) };
}

/** Interrupts the deed at its first statement, its second …, until it succeeds. */
async function interrupted<T>(
  deed: (store: Store) => Promise<T>,
): Promise<{ readonly points: number; readonly done: T }> {
  const before = everything();
  for (let points = 0; ; points += 1) {
    const tried = await deed(failingAt(points + 1)).then(
      (done) => ({ done }),
      () => null,
    );
    if (tried !== null) return { points, done: tried.done };
    expect(everything()).toEqual(before);
  }
}

async function lke(): Promise<Lke> {
  const found = await findLke(zi.deps.store.db, MATARAM, 2026);
  if (found === null) throw new Error('no LKE');
  return found;
}

async function apply(store: Store): Promise<Applied> {
  return applyImport(
    { ...zi.deps, store },
    {
      lke: await lke(),
      importId,
      select: (comparison) => defaultSelection(comparison, MINE),
      seen: null,
      rights: async () => MINE,
      actor: ACTOR,
    },
  );
}

function everything(): unknown {
  const db = new Sqlite(join(zi.folder, 'tapak.sqlite'), { readonly: true });
  try {
    return tableHashes(db);
  } finally {
    db.close();
  }
}

it('is applied as a whole or not at all', async () => {
  const { points, done } = await interrupted(apply);
  expect(done).toMatchObject({ outcome: 'applied', result: { links: [{}, {}] } });
  expect(points).toBeGreaterThan(20);
  const after = await stored(zi);
  expect(after.row('A.I.1.i.a')).toMatchObject({ value: { letter: 'Tidak' }, version: 2 });
  expect(after.row('A.I.1.ii.a')).toMatchObject({ note: 'rencana kerja' });
  // The count that two indicators share went with it.
  expect(after.row('A.II.1.i.b')).toMatchObject({ value: { counts: { perubahan: 1 } } });
  expect(after.faults).toEqual([]);
  expect(await historyRows(zi, 'lke.import')).toHaveLength(1);
});

it('is taken back as a whole or not at all', async () => {
  expect(await apply(zi.deps.store)).toMatchObject({ outcome: 'applied' });
  const { points, done } = await interrupted(async (store) =>
    undoImport(
      { ...zi.deps, store },
      { lke: await lke(), importId, rights: async () => MINE, actor: ACTOR },
    ),
  );
  expect(done).toMatchObject({ outcome: 'undone', plan: { unlinked: [{}, {}] } });
  expect(points).toBeGreaterThan(20);
  const after = await stored(zi);
  expect(after.row('A.I.1.i.a')).toMatchObject({ value: { letter: 'Ya' } });
  expect(after.row('A.II.1.i.b')).toMatchObject({ value: { counts: { perubahan: 2 } } });
  expect(after.faults).toEqual([]);
});
