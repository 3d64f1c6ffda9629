import { MATARAM } from '../../fixtures/cast.js';
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

async function seen(username: string): Promise<{ page: string; cells: readonly unknown[] }> {
  const agent = await zi.signIn(username);
  const page = readableText((await agent.get(PAGE).expect(200)).text);
  const file = await agent.get(`${PAGE}/rekap.xlsx`).responseType('blob').expect(200);
  const { cells } = sheetOf(readXlsx(new Uint8Array(file.body as Buffer)), 'Rekap');
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
  expect([page.includes('Nilai pendahuluan'), page.includes('Nilai TPI')]).toEqual([first, tpi]);
  expect([cells.includes('Nilai pendahuluan'), cells.includes('Nilai TPI')]).toEqual([first, tpi]);
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
  expect(page).toContain('Nilai TPI');
  expect(page).toContain('81,25');
  expect(cells).toContain(81.25);
});
