import type { KyselyPlugin } from 'kysely';
import type { Store } from '../../src/db/store.js';
import { loadWording, removeWording } from '../../src/features/wording/load-wording.js';
import { findWording, readWording } from '../../src/features/wording/store.js';
import { openOneLke, OPERATOR, type OneLke } from '../support/one-lke.js';
import { instrument } from '../support/shipped.js';

/** Official wording replaced or removed, interrupted at every statement: before or after. */
let one: OneLke;
beforeEach(async () => {
  one = await openOneLke();
});
afterEach(() => one.close());

const codes = instrument.indicators.slice(0, 12).map(({ code }) => code);
const file = { name: 'resmi.xlsx', sha256: 'ab'.repeat(32), layout: 'lampiran-iii' } as const;

function load(store: Store, title: string) {
  const texts = new Map(codes.map((code) => [code, { question: title, criteria: code }] as const));
  const wording = { source: { title, number: '', day: null }, texts };
  return loadWording(store, OPERATOR, { year: 2026, wording, file, seen: null }, one.clock());
}

/** A store whose n-th statement within a transaction fails. */
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
  return { ...one.store, write: (work) => one.store.write((tx) => work(tx.withPlugin(plugin))) };
}

async function state() {
  const { db } = one.store;
  const history = await db.selectFrom('history').select(['seq', 'hash']).execute();
  const texts = await db.selectFrom('official_text').selectAll().execute();
  return { wording: await findWording(db, 2026), texts, history };
}

/** Interrupts the deed at its first statement, its second …, until it succeeds. */
async function interrupted(deed: (store: Store) => Promise<unknown>): Promise<number> {
  const before = await state();
  for (let n = 1; ; n += 1) {
    const failed = await deed(failingAt(n)).then(
      () => false,
      () => true,
    );
    if (!failed) return n - 1;
    expect(await state()).toEqual(before);
  }
}

it('is replaced as a whole or not at all', async () => {
  await load(one.store, 'Edisi lama');
  const points = await interrupted((store) => load(store, 'Edisi baru'));
  expect(points).toBeGreaterThan(codes.length);
  const { source, texts } = (await readWording(one.store.db, 2026)) ?? {};
  expect(source?.title).toBe('Edisi baru');
  expect([...(texts?.values() ?? [])].map(({ question }) => question)).toEqual(
    codes.map(() => 'Edisi baru'),
  );
});

it('is removed as a whole or not at all', async () => {
  await load(one.store, 'Edisi lama');
  const gone = { year: 2026, seen: null };
  const points = await interrupted((store) => removeWording(store, OPERATOR, gone, one.clock()));
  expect(points).toBeGreaterThan(3);
  expect(await state()).toMatchObject({ wording: null, texts: [] });
});

it('never gives a number twice, so that an old form fits no new set', async () => {
  await load(one.store, 'Edisi lama');
  const first = (await findWording(one.store.db, 2026))?.id ?? 0;
  await removeWording(one.store, OPERATOR, { year: 2026, seen: first }, one.clock());
  await load(one.store, 'Edisi baru');
  const stale = await removeWording(one.store, OPERATOR, { year: 2026, seen: first }, one.clock());
  expect(stale).toMatchObject({ kind: 'stale', stored: { source: { title: 'Edisi baru' } } });
});

it('of two loads over the same set one wins, the other is told', async () => {
  const loads = ['satu', 'dua'].map((title) => {
    const wording = { source: { title, number: '', day: null }, texts: new Map() };
    const load = { year: 2026, wording, file, seen: 0 };
    return loadWording(one.store, OPERATOR, load, one.clock());
  });
  const kinds = (await Promise.all(loads)).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(['done', 'stale']);
});
