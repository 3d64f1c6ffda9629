import ExcelJS from 'exceljs';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM, NTB } from '../../fixtures/cast.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { formTo } from '../support/html.js';
import { historyRows, readableText } from '../support/reading.js';
import { assessFully } from '../support/tier-full.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

/** The centre proposes to TPN, through HTTP, as people read it. */
const PAGE = '/pengusulan/2026';
const SIGNATORY = '/pengusulan/kop';
const BIMA = '52.72';
const LEADS: Readonly<Record<string, string>> = {
  [MATARAM]: 'ketua.mataram',
  [BIMA]: 'ketua.bima',
  [NTB]: 'ketua.ntb',
};

let zi: TestApp;
let centre: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  centre = await zi.signIn('pusat');
});
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

async function makeReady(...satker: readonly string[]): Promise<void> {
  for (const code of satker) {
    await completeLke(zi, code);
    expect((await submit(await zi.signIn(LEADS[code] ?? ''), code)).status).toBe(303);
    await assessFully(zi, code, 'tpi');
    await setStage(zi.deps.store, code, 'siap-diusulkan');
  }
}

const LETTER = { number: '21/PW.02/2026', day: '2026-03-09' };

/** As far as the page that asks for the tick. */
async function check(fields: Record<string, string>) {
  const { fields: form } = formTo((await centre.get(PAGE)).text, PAGE);
  return centre
    .post(PAGE)
    .type('form')
    .send({ ...form, ...LETTER, ...fields });
}

async function proposeAll(fields: Record<string, string>) {
  const checked = await check(fields);
  if (checked.status !== 200) return checked;
  const { fields: form } = formTo(checked.text, PAGE);
  const diperiksa = /value="([\d. ]+)" required/.exec(checked.text)?.[1] ?? '';
  return centre
    .post(PAGE)
    .type('form')
    .send({ ...form, diperiksa });
}

const WANTED = { [`pilih-${MATARAM}`]: 'on', [`alasan-${MATARAM}`]: 'Sedang dilengkapi.' };
const BOTH = { ...WANTED, [`pilih-${BIMA}`]: 'on', [`alasan-${BIMA}`]: 'Siap.' };

describe('the list for proposing', () => {
  it('says that nobody is ready', async () => {
    expect(await read(centre, PAGE)).toContain('Belum ada satker yang siap diusulkan');
    expect((await centre.get('/pengusulan')).headers['location']).toBe(PAGE);
  });

  it('is the centre’s alone', async () => {
    for (const name of ['admin', 'provinsi', 'ketua.mataram', 'tpi.ketua', 'evaluator']) {
      const other = await zi.signIn(name);
      await other.get(PAGE).expect(403);
      expect((await postForm(other, PAGE, LETTER)).status).toBe(403);
    }
    await centre.get('/pengusulan/2031').expect(404);
  });

  it('shows score, gates and requirements with the law that asks for them', async () => {
    await makeReady(MATARAM);
    const text = await read(centre, PAGE);
    expect(text).toContain('1 satker siap diusulkan');
    expect(text).toContain('Nilai TPI 96,67');
    expect(text).toContain('12 dari 12 syarat nilai');
    expect(text).toContain('0 dari 6 syarat pengusulan terpenuhi');
    expect(text).toContain('Usulan ditolak pada praevaluasi bila syarat tingkat instansi');
    expect(text).toContain('Opini BPK');
  });
});

describe('proposing', () => {
  beforeEach(() => makeReady(MATARAM, BIMA));

  it('asks for a reason where requirements are open, and nothing typed is lost', async () => {
    const refused = await proposeAll({ [`pilih-${MATARAM}`]: 'on', number: 'X/1' });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain(
      '10 syarat KPU Kota Mataram belum terpenuhi atau belum diketahui.',
    );
    expect(formTo(refused.text, PAGE).fields).toMatchObject({
      number: 'X/1',
      [`pilih-${MATARAM}`]: 'on',
    });
    expect((await lkeOf(zi, MATARAM)).stage).toBe('siap-diusulkan');
  });

  it('moves the chosen ones only, in one transaction, and tells the team', async () => {
    const done = await proposeAll(WANTED);
    expect(done.status).toBe(303);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('tpn');
    expect((await lkeOf(zi, BIMA)).stage).toBe('siap-diusulkan');
    const { db } = zi.deps.store;
    expect(await db.selectFrom('proposal').selectAll().execute()).toMatchObject([
      { category: 'WBK', afirmasi: 0, letter_number: LETTER.number, letter_day: LETTER.day },
    ]);
    expect(await db.selectFrom('lke_decision').selectAll().execute()).toMatchObject([
      { tier: 'tpn', kind: 'diusulkan', effect: 'moves', letter_number: LETTER.number },
    ]);
    expect(await historyRows(zi, 'lke.propose')).toMatchObject([
      { satker_code: MATARAM, year: 2026, after: { category: 'WBK', stage: 'tpn' } },
    ]);
    const lead = await zi.signIn('ketua.mataram');
    expect(await read(lead, `/lke/${MATARAM}/2026`)).toContain('TPN');
    expect(await read(lead, `/lke/${MATARAM}/2026/riwayat`)).toContain('Diusulkan ke TPN');
  });

  it('names the satker and asks for one tick before anything moves', async () => {
    const asked = await check(BOTH);
    expect(asked.status).toBe(200);
    const text = readableText(asked.text);
    expect(text).toContain(
      '2 satker (KPU Kota Mataram, KPU Kota Bima) diusulkan ke TPN dengan surat 21/PW.02/2026',
    );
    expect(text).toContain('Belum ada yang dicatat');
    const { fields: form } = formTo(asked.text, PAGE);
    const unticked = await centre.post(PAGE).type('form').send(form);
    expect(unticked.status).toBe(422);
    expect(readableText(unticked.text)).toContain('Centang pernyataan bahwa satker');
    const forOthers = await centre
      .post(PAGE)
      .type('form')
      .send({ ...form, diperiksa: MATARAM });
    expect(forOthers.status).toBe(422);
    const back = await centre
      .post(PAGE)
      .type('form')
      .send({ ...form, ubah: '1' });
    expect(formTo(back.text, PAGE).fields).toMatchObject({ ...LETTER, ...BOTH });
    expect((await lkeOf(zi, MATARAM)).stage).toBe('siap-diusulkan');
    expect((await proposeAll(BOTH)).status).toBe(303);
    expect((await lkeOf(zi, BIMA)).stage).toBe('tpn');
  });

  it('tells everything that is missing at once: nobody ticked, no number, no day', async () => {
    const text = readableText((await check({ number: '', day: '' })).text);
    expect(text).toContain('Belum ada satker yang dipilih');
    expect(text).toContain('Nomor belum diisi. Tanggal belum diisi.');
    expect(text.match(/Bagian ini belum diisi/g)).toHaveLength(2);
    expect(text).not.toContain('Tanggal tidak terbaca');
  });

  it('is one proposal however often the form is sent', async () => {
    const { fields: form } = formTo((await centre.get(PAGE)).text, PAGE);
    const body = { ...form, ...LETTER, ...WANTED, diperiksa: MATARAM };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => centre.post(PAGE).type('form').send(body)),
    );
    expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(new Set(replies.map((one) => one.headers['location'])).size).toBe(1);
    expect(await historyRows(zi, 'lke.propose')).toHaveLength(1);
  });

  it('refuses a number that another letter has, a day to come and nobody chosen', async () => {
    await proposeAll(WANTED);
    const other = { [`pilih-${BIMA}`]: 'on', [`alasan-${BIMA}`]: 'Siap.' };
    expect((await proposeAll(other)).status).toBe(422);
    const late = await proposeAll({ ...other, number: '22', day: '2026-03-11' });
    expect(readableText(late.text)).toContain('Tanggal surat tidak boleh sesudah hari ini.');
    const none = await proposeAll({ number: '22' });
    expect(readableText(none.text)).toContain('Belum ada satker yang dipilih');
    expect((await lkeOf(zi, BIMA)).stage).toBe('siap-diusulkan');
  });

  it('proposes none where one of them moved meanwhile', async () => {
    const { fields: form } = formTo((await centre.get(PAGE)).text, PAGE);
    await setStage(zi.deps.store, BIMA, 'tpi');
    const late = await centre
      .post(PAGE)
      .type('form')
      .send({ ...form, ...LETTER, ...BOTH });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('Tidak ada yang diusulkan');
    expect((await lkeOf(zi, MATARAM)).stage).toBe('siap-diusulkan');
  });

  it('lets WBBM wait for a Menuju WBK on record', async () => {
    await zi.deps.store.write((tx) =>
      tx.updateTable('lke').set({ target: 'wbbm' }).where('satker_code', '=', MATARAM).execute(),
    );
    const early = await proposeAll(WANTED);
    expect(early.status).toBe(422);
    expect(readableText(early.text)).toContain('belum dapat diusulkan menuju WBBM');
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('predikat')
        .values({
          satker_code: MATARAM,
          kind: 'wbk',
          year: 2024,
          decree_number: '1 Tahun 2024',
          decree_day: null,
          granted_by: 'tpn',
          revoked_on: null,
          revoked_reason: null,
          version: 1,
        })
        .execute(),
    );
    expect(await read(centre, PAGE)).toContain('Menuju WBK 2024, 1 Tahun 2024');
    expect((await proposeAll(WANTED)).status).toBe(303);
  });
});

describe('requirements of nomination', () => {
  const ADMIN = '/admin/tahun/2026/syarat';
  const OWN = `/lke/${MATARAM}/2026/syarat`;

  it('are entered with their source, the instansi’s by the administrator', async () => {
    await makeReady(MATARAM);
    const admin = await zi.signIn('admin');
    await centre.get(ADMIN).expect(403);
    const bare = await sendForm(admin, ADMIN, ADMIN, { 'nilai-opini-bpk': 'WTP' });
    expect(bare.status).toBe(422);
    expect(readableText(bare.text)).toContain('Tulis sumbernya');
    const saved = await sendForm(admin, ADMIN, ADMIN, {
      'nilai-opini-bpk': 'WTP',
      'sumber-opini-bpk': 'LHP BPK 2025',
      'tanggal-opini-bpk': '2025-05-20',
      'nilai-sakip-instansi': 'CC',
      'sumber-sakip-instansi': 'LHE AKIP 2025',
    });
    expect(saved.status).toBe(303);
    const text = await read(centre, PAGE);
    expect(text).toContain('WTP (LHP BPK 2025, per 20 Mei 2025)');
    expect(text).toContain('CC (LHE AKIP 2025)');
    expect(await historyRows(zi, 'requirement.record')).toHaveLength(2);
  });

  it('are the satker’s own where the centre records them, and two do not overwrite each other', async () => {
    await makeReady(MATARAM);
    await (await zi.signIn('ketua.mataram')).get(OWN).expect(403);
    await (await zi.signIn('ketua.bima')).get(OWN).expect(404);
    const { fields: form } = formTo((await centre.get(OWN)).text, OWN);
    const send = (fields: Record<string, string>) =>
      centre
        .post(OWN)
        .type('form')
        .send({ ...form, ...fields });
    const one = { 'nilai-lhkan-lhkpn': '98,5', 'sumber-lhkan-lhkpn': 'Rekap LHKPN' };
    expect((await send(one)).status).toBe(303);
    expect((await send(one)).status).toBe(303);
    const stale = await send({ 'nilai-lhkan-lhkpn': '100', 'sumber-lhkan-lhkpn': 'Rekap baru' });
    expect(stale.status).toBe(409);
    expect(readableText(stale.text)).toContain('98,5 · Rekap LHKPN');
    expect(await read(centre, PAGE)).toContain('98,5 % (Rekap LHKPN)');
  });
});

describe('annex and statement', () => {
  it('say what stood when the satker was proposed, on the page, as DOCX and as a list', async () => {
    await makeReady(MATARAM, NTB);
    const done = await proposeAll({
      ...WANTED,
      [`pilih-${NTB}`]: 'on',
      [`kategori-${NTB}`]: 'WBK-AFIRMASI',
      [`alasan-${NTB}`]: 'Daerah rawan bencana.',
    });
    const letter = done.headers['location'] as string;
    expect(await read(centre, letter)).toContain('KPU Kota Mataram (52.71) Menuju WBK');
    const annex = await read(centre, `${letter}/lampiran`);
    expect(annex).toContain('DAFTAR SATUAN KERJA YANG DIUSULKAN');
    expect(annex).toContain('2 (dua): Menuju WBK 1, Menuju WBK (afirmasi) 1');
    expect(annex).toContain('Daerah rawan bencana.');
    const statement = await read(centre, `${letter}/pernyataan`);
    expect(statement).toContain(
      'menyatakan bertanggung jawab mutlak atas pengusulan 2 (dua) satuan kerja',
    );
    expect(statement).toContain('lampiran surat nomor 21/PW.02/2026 tanggal 9 Maret 2026');
    for (const kind of ['lampiran', 'pernyataan']) {
      const file = await centre.get(`${letter}/${kind}.docx`).responseType('blob').expect(200);
      expect((file.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    }
    const head = {
      agency: 'KPU\nRepublik Indonesia',
      address: 'Jalan Imam Bonjol 29',
      city: 'Jakarta',
      position: 'Ketua',
      name: 'Ratna',
    };
    expect((await sendForm(centre, SIGNATORY, SIGNATORY, head)).status).toBe(303);
    expect(await read(centre, letter)).toContain('diambil dari pengaturan sekarang');
    const list = await centre.get(`${letter}/lampiran.xlsx`).responseType('blob').expect(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(list.body as ArrayBuffer);
    const sheet = book.getWorksheet('Usulan');
    expect(sheet?.headerFooter.oddHeader).toContain('KPU Republik Indonesia');
    expect(sheet?.getRow(5).values).toEqual(
      expect.arrayContaining(['52', 'Menuju WBK (afirmasi)', 'Ya', 96.67]),
    );
    await centre.get(`${PAGE}/surat/999`).expect(404);
  });
});
