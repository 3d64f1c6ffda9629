import { MATARAM } from '../../fixtures/cast.js';
import { findLke, refreshScore } from '../../src/features/lke/store.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { readXlsx, sheetOf } from '../support/read-xlsx.js';
import { readableText } from '../support/reading.js';
import { completeLke } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';

/** The recap shows a tier only to those who may see it at the stage of that satker. */
const PAGE = '/rekap/52/2026';

let zi: TestApp;

beforeAll(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  await assessFully(zi, MATARAM, 'pendahuluan');
  await assessFully(zi, MATARAM, 'tpi');
  await setStage(zi.deps.store, MATARAM, 'tpi');
}, 60_000);
afterAll(() => zi.close());

interface Seen {
  readonly page: string;
  /** Of the sheet Tingkat. */
  readonly cells: readonly unknown[];
}

async function seen(username: string): Promise<Seen> {
  const agent = await zi.signIn(username);
  const html = (await agent.get(PAGE).expect(200)).text;
  const page = readableText(html.slice(html.indexOf('id="tingkat"')));
  const file = await agent.get(`${PAGE}/rekap.xlsx`).responseType('blob').expect(200);
  const { cells } = sheetOf(readXlsx(new Uint8Array(file.body as Buffer)), 'Tingkat');
  return { page, cells: [...cells.values()].map(({ value }) => value) };
}

it.each([
  ['provinsi', true, false],
  ['ketua.mataram', true, false],
  ['tpi.ketua', true, true],
  ['pusat', true, true],
  ['admin', true, false],
])('%s sees the tiers of its reach while TPI works', async (username, first, tpi) => {
  const { page, cells } = await seen(username);
  const heads = page.slice(0, page.indexOf('KPU '));
  expect([heads.includes('Pendahuluan'), heads.includes('TPI')]).toEqual([first, tpi]);
  expect([cells.includes('Pendahuluan'), cells.includes('TPI')]).toEqual([first, tpi]);
});

it('a tier that is not through says how far it is and carries no verdict', async () => {
  const { store, instruments, clock } = zi.deps;
  const lke = await findLke(store.db, MATARAM, 2026);
  if (lke === null) throw new Error('no LKE');
  await store.write(async (tx) => {
    for (const table of ['assessment', 'answer'] as const) {
      await tx
        .deleteFrom(table)
        .where('lke_id', '=', lke.id)
        .where('tier', '=', 'tpi')
        .where('indicator_code', '=', 'A.I.1.i.a')
        .execute();
    }
    await refreshScore(tx, instruments, lke, 'tpi', clock());
  });
  const { page, cells } = await seen('tpi.ketua');
  expect(page).toContain('112 dari 113 dinilai');
  expect(cells).toContain('masih dinilai');
});

it('the satker reads TPI’s once it is concluded, and TPN’s field score stands before its own', async () => {
  await setStage(zi.deps.store, MATARAM, 'ditetapkan');
  const lke = await zi.deps.store.db
    .selectFrom('lke')
    .select('id')
    .where('satker_code', '=', MATARAM)
    .executeTakeFirstOrThrow();
  await zi.deps.store.write((tx) =>
    tx
      .insertInto('tpn_result')
      .values({
        lke_id: lke.id,
        total: '81.25',
        pengungkit: null,
        hasil: null,
        note: '',
        version: 1,
        updated_by: null,
        updated_at: '2026-03-10T00:00:00.000Z',
      })
      .execute(),
  );
  const { page, cells } = await seen('ketua.mataram');
  expect(page).toContain('TPI');
  expect(page).toContain('81,25');
  expect(cells).toContain(81.25);
  expect(page).toContain('nilai lapangan yang dicatat');
  expect(cells).toContain('nilai lapangan yang dicatat');
});
