import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { readXlsx, sheetOf } from '../support/read-xlsx.js';
import { readableText } from '../support/reading.js';

const PAGE = '/rekap/52/2026';

describe('the recap of a province', () => {
  let zi: TestApp;
  beforeAll(async () => {
    zi = await startTestApp();
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'B.I.a': '3,60' });
    await answer(zi, '52.72', { 'B.I.a': '3,60' });
    await answer(zi, '52.01', { 'B.I.a': '3,60' });
  });
  afterAll(() => zi.close());

  async function rowsFor(username: string, query = ''): Promise<string[]> {
    const agent = await zi.signIn(username);
    const page = await agent.get(`${PAGE}${query}`).expect(200);
    const body = /<tbody>[\s\S]*?<\/tbody>/.exec(page.text)?.[0] ?? '';
    return body
      .split('</tr>')
      .map(readableText)
      .filter((row) => row !== '');
  }

  it('ranks by total, equal totals sharing a place', async () => {
    const rows = await rowsFor('provinsi');
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatch(/^1 52\.71 KPU Kota Mataram/);
    expect(rows[1]).toMatch(/^2 52\.01 /);
    expect(rows[2]).toMatch(/^2 52\.72 /);
    expect(rows[3]).toMatch(/^4 52\.02 /);
    expect(rows[0]).toContain('2 dari 113');
    expect(rows[0]).toMatch(/Belum, 11 dari 12 kurang/);
    expect(rows[0]).toMatch(/Nilai total: kurang \d+,\d+ poin/);
  });

  it('is sorted by the column that was chosen, either way', async () => {
    expect((await rowsFor('provinsi', '?urut=kode'))[0]).toContain('52.01');
    expect((await rowsFor('provinsi', '?urut=-kode'))[0]).toContain('52.72');
    expect((await rowsFor('provinsi', '?urut=-isi'))[0]).toContain('52.71');
    expect((await rowsFor('provinsi', '?urut=apa saja'))[0]).toContain('52.71');
  });

  it.each([
    ['the assessor of the province: its kabupaten/kota, never its own satker', 'provinsi', 10],
    ['the centre: the KPU Provinsi too', 'pusat', 11],
    ['an administrator: the KPU Provinsi too', 'admin', 11],
    ['TPI: those of the own team', 'tpi.ketua', 5],
    ['a lead: the own satker', 'ketua.mataram', 1],
    ['a reader: what was given', 'evaluator', 1],
  ])('holds for %s', async (_title, username, count) => {
    expect(await rowsFor(username)).toHaveLength(count);
    const agent = await zi.signIn(username);
    const file = await agent.get(`${PAGE}/rekap.xlsx`).responseType('blob').expect(200);
    const sheet = sheetOf(readXlsx(new Uint8Array(file.body as Buffer)), 'Rekap');
    const codes = [...sheet.cells].filter(
      ([cell, { value }]) => /^B\d+$/.test(cell) && /^\d\d(\.\d\d)?$/.test(String(value)),
    );
    expect(codes).toHaveLength(count);
  });

  it.each([
    ['a province out of scope', 'provinsi.bali', PAGE],
    ['a province that is none', 'admin', '/rekap/99/2026'],
    ['a year that is not open', 'admin', '/rekap/52/2025'],
    ['a year that is none', 'admin', '/rekap/52/abc'],
    ['something else for a province', 'admin', '/rekap/52.71/2026'],
  ])('of %s does not exist', async (_title, username, url) => {
    const agent = await zi.signIn(username);
    const missing = readableText((await agent.get('/rekap/98/2026').expect(404)).text);
    for (const address of [url, `${url}/rekap.xlsx`]) {
      expect(readableText((await agent.get(address).expect(404)).text)).toBe(missing);
    }
  });

  it('is led to from the list of satker by whoever sees several', async () => {
    const province = await zi.signIn('provinsi');
    expect((await province.get('/satker')).text).toContain(`href="${PAGE}"`);
    const admin = await zi.signIn('admin');
    expect((await admin.get('/satker')).text).not.toContain('/rekap/');
    expect((await admin.get('/satker?provinsi=52')).text).toContain(`href="${PAGE}"`);
  });

  it('is taken out as an attachment that nobody caches, and leaves no entry', async () => {
    const entries = () => zi.deps.store.db.selectFrom('history').select('seq').execute();
    const before = (await entries()).length;
    const agent = await zi.signIn('provinsi');
    const file = await agent.get(`${PAGE}/rekap.xlsx`).expect(200);
    expect(file.headers).toMatchObject({
      'content-disposition': 'attachment; filename=Rekap-ZI-52-2026.xlsx',
      'cache-control': 'no-store',
    });
    expect(await entries()).toHaveLength(before);
  });

  it('of a province without any LKE says what is to come', async () => {
    await zi.deps.store.write(async (tx) => {
      await tx
        .updateTable('user_role')
        .set({ satker_code: '53' })
        .where('role', '=', 'penilai-provinsi')
        .where('satker_code', '=', '51')
        .execute();
    });
    const agent = await zi.signIn('provinsi.bali');
    const page = readableText((await agent.get('/rekap/53/2026').expect(200)).text);
    expect(page).toContain('Belum ada LKE yang dibuka');
    await agent.get('/rekap/53/2026/rekap.xlsx').expect(200);
  });
});
