import ExcelJS from 'exceljs';
import type { Response } from 'supertest';
import { DENPASAR, MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { readableText } from '../support/reading.js';
import { startTestApp, type TestApp } from '../support/app.js';

const PAGE = `/lke/${MATARAM}/2026/unduhan`;
const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;

/** Every cell of every sheet as the texts and numbers a reader sees. */
async function cellsOf(response: Response): Promise<Map<string, unknown[]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(response.body as ArrayBuffer);
  return new Map(
    workbook.worksheets.map((sheet) => {
      const cells: unknown[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.result ?? shown(cell))));
      return [sheet.name, cells];
    }),
  );
}

function shown(cell: ExcelJS.Cell): string | number {
  return typeof cell.value === 'number' ? cell.value : cell.text;
}

describe('the worksheet out', () => {
  let zi: TestApp;
  beforeAll(async () => {
    zi = await startTestApp({ PUBLIC_URL: 'http://zi.kpu-ntb.example' });
    await answer(
      zi,
      MATARAM,
      { 'A.I.1.i.a': 'Ya', 'A.II.1.i.a': { agen: 7, perubahan: 7 }, 'B.I.a': '3,60' },
      { 'A.I.1.i.a': '=HYPERLINK("http://example.com")' },
    );
  });
  afterAll(() => zi.close());

  it('has a page that says what each layout is for and what state the sheet is in', async () => {
    const member = await zi.signIn('anggota.mataram');
    const page = readableText((await member.get(PAGE).expect(200)).text);
    expect(page).toContain('3 dari 113 indikator terisi');
    expect(page).toContain('Masih ada 110 indikator yang belum terisi');
    expect(page).toContain('Lampiran III PermenPANRB 90/2021');
    expect(page).toContain('PortalRB 2026');
    expect(page).toContain('LKE-52.71-2026-lampiran-iii-mandiri.xlsx');
    expect(page).toMatch(
      /Nomor riwayat terakhir \d+\. .* Untuk pemeriksaan Kode riwayat: [0-9a-f]{64}/,
    );
  });

  it.each(LAYOUTS)('is taken out as %s, as an attachment that nobody caches', async (layout) => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await lead.get(`${PAGE}/${layout}.xlsx`).responseType('blob').expect(200);
    expect(file.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename=LKE-52.71-2026-${layout}-mandiri.xlsx`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const sheets = await cellsOf(file);
    const main = sheets.get(layout === 'portalrb' ? 'Jawaban' : 'LKE ZI') ?? [];
    expect(main).toContain('Ya');
    expect(main).toContain(3.6);
    expect(main).toContain('=HYPERLINK("http://example.com")');
    expect([...sheets.keys()]).toEqual(expect.arrayContaining(['Bukti', 'meta']));
  });

  it('links evidence to the address under which people reach the product', async () => {
    await zi.deps.store.write(async (tx) => {
      const at = '2026-03-01T00:00:00.000Z';
      const { id: lke_id } = await tx
        .selectFrom('lke')
        .select('id')
        .where('satker_code', '=', MATARAM)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('evidence')
        .values({
          id: 7,
          satker_code: MATARAM,
          name: 'SK Tim ZI',
          kind: 'sk',
          created_at: at,
        } as never)
        .execute();
      await tx
        .insertInto('evidence_version')
        .values({
          id: 9,
          evidence_id: 7,
          number: 1,
          year: 2026,
          type: 'file',
          sha256: 'a'.repeat(64),
          file_name: 'sk-tim.pdf',
          media_type: 'application/pdf',
          size: 1234,
          created_at: at,
        } as never)
        .execute();
      await tx
        .insertInto('evidence_link')
        .values({
          lke_id,
          indicator_code: 'A.I.1.i.a',
          evidence_id: 7,
          evidence_version_id: 9,
          created_at: at,
        })
        .execute();
    });
    const lead = await zi.signIn('ketua.mataram');
    const file = await lead.get(`${PAGE}/lampiran-iii.xlsx`).responseType('blob').expect(200);
    const evidence = (await cellsOf(file)).get('Bukti') ?? [];
    expect(evidence).toContain('SK Tim ZI');
    expect(evidence).toContain(`http://zi.kpu-ntb.example/lke/${MATARAM}/2026/bukti/7`);
  });

  it.each(['evaluator', 'provinsi', 'pusat', 'tpi.ketua', 'admin'])(
    '%s, who may read the LKE, may take it out',
    async (username) => {
      const agent = await zi.signIn(username);
      await agent.get(PAGE).expect(200);
      await agent.get(`${PAGE}/portalrb.xlsx`).expect(200);
    },
  );

  it.each(['ketua.bima', 'ketua.denpasar', 'provinsi.bali'])(
    'for %s it does not exist, exactly like one that is missing',
    async (username) => {
      const agent = await zi.signIn(username);
      for (const tail of ['', '/lampiran-iii.xlsx']) {
        const foreign = await agent.get(`${PAGE}${tail}`).expect(404);
        const missing = await agent.get(`/lke/99.99/2026/unduhan${tail}`).expect(404);
        expect(readableText(foreign.text)).toBe(readableText(missing.text));
      }
    },
  );

  it.each(['lampiran-ii.xlsx', 'lampiran-iii', 'portalrb.xls', '..%2fmeta.xlsx'])(
    'has no file %s',
    async (file) => {
      const lead = await zi.signIn('ketua.mataram');
      await lead.get(`${PAGE}/${file}`).expect(404);
    },
  );

  it.each(['2025', '2027', 'abc', '2026.0', '02026'])('has no year %s', async (year) => {
    const admin = await zi.signIn('admin');
    await admin.get(`/lke/${MATARAM}/${year}/unduhan`).expect(404);
  });

  it('of an empty sheet can be taken out too', async () => {
    const lead = await zi.signIn('ketua.denpasar');
    const url = `/lke/${DENPASAR}/2026/unduhan`;
    const page = readableText((await lead.get(url).expect(200)).text);
    expect(page).toContain('0 dari 113 indikator terisi, nilai 0,00');
    await lead.get(`${url}/lampiran-iii.xlsx`).expect(200);
  });

  it('changes nothing and leaves no entry in the history', async () => {
    const entries = () => zi.deps.store.db.selectFrom('history').select('seq').execute();
    const before = await entries();
    const lead = await zi.signIn('ketua.mataram');
    await lead.get(`${PAGE}/lampiran-iii.xlsx`).expect(200);
    expect(await entries()).toHaveLength(before.length);
  });
});
