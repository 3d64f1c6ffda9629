import ExcelJS from 'exceljs';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { formTo } from '../support/html.js';
import { readableText } from '../support/reading.js';

/** Each tier in its official columns, for those who may see it and for nobody else. */
const LKE = `/lke/${MATARAM}/2026`;
const PAGE = `${LKE}/unduhan`;
const WHY = 'Notula tidak memuat nama anggota.';

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
  await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'A.I.1.i.b': 'A', 'A.I.1.ii.a': 'Ya' });
});
afterEach(() => zi.close());

async function assess(agent: TestAgent, tier: string, fields: Record<string, string>) {
  await setStage(zi.deps.store, MATARAM, tier as 'tpi');
  const page = `${LKE}/tinjauan/${tier}/A.I.1.i.b`;
  const form = formTo((await agent.get(page)).text, page).fields;
  const saved = await agent
    .post(page)
    .type('form')
    .send({ ...form, ...fields });
  expect(saved.status).toBe(303);
}

/** Answer and note of A.I.1.i.a and .b in the columns named. */
async function columnsOf(agent: TestAgent, file: string, letters: string): Promise<unknown[][]> {
  const reply = await agent.get(`${PAGE}/${file}`).responseType('blob').expect(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(reply.body as ArrayBuffer);
  const sheet = book.getWorksheet(file.startsWith('portalrb') ? 'Jawaban' : 'LKE ZI');
  const rows = file.startsWith('portalrb') ? [6, 7] : [8, 9];
  return rows.map((row) =>
    Array.from(letters, (letter) => sheet?.getCell(`${letter}${row}`).value ?? null),
  );
}

describe('worksheets of the tiers', () => {
  it('carry what a tier assessed and leave what it did not empty, never the claim', async () => {
    const province = await zi.signIn('provinsi');
    await assess(province, 'pendahuluan', { letter: 'C', reason: WHY, note: 'Cek ulang.' });
    const file = 'lampiran-iii.xlsx?tingkat=pendahuluan';
    expect(await columnsOf(province, file, 'KO')).toEqual([
      [null, null],
      ['C', `${WHY}\nCek ulang.`],
    ]);
    expect(await columnsOf(province, 'lampiran-iii.xlsx', 'K')).toEqual([['Ya'], ['A']]);
    const text = readableText((await province.get(`${PAGE}?tingkat=pendahuluan`)).text);
    expect(text).toContain('1 dari 113 indikator dinilai');
    expect(text).toContain('LKE-52.71-2026-lampiran-iii-pendahuluan.xlsx');
    expect(text).not.toContain('Jawaban PortalRB');
  });

  it('show TPI in its own columns of PortalRB beside the satker, to those who may see it', async () => {
    const member = await zi.signIn('tpi.anggota');
    const lead = await zi.signIn('ketua.mataram');
    await assess(member, 'tpi', { letter: 'B', reason: WHY });
    expect(await columnsOf(member, 'portalrb.xlsx?tingkat=tpi', 'KNQ')).toEqual([
      ['Ya', null, null],
      ['A', 'B', WHY],
    ]);
    expect(await columnsOf(lead, 'portalrb.xlsx', 'KNQ')).toEqual([
      ['Ya', null, null],
      ['A', null, null],
    ]);
    await lead.get(`${PAGE}/portalrb.xlsx?tingkat=tpi`).expect(404);
    await lead.get(`${PAGE}?tingkat=tpi`).expect(404);
    expect(readableText((await lead.get(PAGE)).text)).not.toContain('Penilaian TPI');
    await setStage(zi.deps.store, MATARAM, 'siap-diusulkan');
    expect(await columnsOf(lead, 'portalrb.xlsx', 'N')).toEqual([[null], ['B']]);
    expect(readableText((await lead.get(PAGE)).text)).toContain('Penilaian TPI');
  });

  it('leave out an assessment of a claim that changed since', async () => {
    const province = await zi.signIn('provinsi');
    await assess(province, 'pendahuluan', { letter: 'C', reason: WHY });
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    await answer(zi, MATARAM, { 'A.I.1.i.b': 'B' });
    const file = 'lampiran-iii.xlsx?tingkat=pendahuluan';
    expect(await columnsOf(province, file, 'K')).toEqual([[null], [null]]);
  });

  it.each(['tpn', 'bpk', ''])('know no tier %p that has not begun', async (tier) => {
    const centre = await zi.signIn('pusat');
    await centre.get(`${PAGE}/lampiran-iii.xlsx?tingkat=${tier}`).expect(404);
    await centre.get(`${PAGE}/portalrb.xlsx?tingkat=pendahuluan`).expect(404);
  });
});
