import type { Response } from 'supertest';
import { MATARAM } from '../../fixtures/cast.js';
import { codeField } from '../../src/features/submission/form.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { formTo } from '../support/html.js';
import { historyLength } from '../support/people.js';
import { historyRows, readableText } from '../support/reading.js';
import { lkeOf, sendForm } from '../support/submitting.js';
import { DAY, yearSteps, type YearSteps } from '../support/year-steps.js';

/** Whoever decided by mistake takes it back, through HTTP, as people read it. */
const LKE = `/lke/${MATARAM}/2026`;
const PAGE = `${LKE}/keputusan/penarikan`;
const LIST = `${LKE}/keputusan`;
const WHY = 'Salah pilih satker saat memutuskan.';
const MARK = 'DITARIK, TIDAK BERLAKU LAGI';

let zi: TestApp;
let year: YearSteps;

beforeEach(async () => {
  zi = await startTestApp();
  year = yearSteps(zi);
  await year.foundLayak(MATARAM, 'ketua.mataram');
}, 60_000);
afterEach(() => zi.close());

const read = async (username: string, url: string): Promise<string> =>
  readableText((await (await year.as(username)).get(url).expect(200)).text);

const stage = async (): Promise<string> => (await lkeOf(zi, MATARAM)).stage;

async function takeBack(username: string, fields: Record<string, string> = {}): Promise<Response> {
  const agent = await year.as(username);
  return sendForm(agent, PAGE, PAGE, { reason: WHY, checked: 'on', ...fields });
}

async function tookBack(username: string): Promise<void> {
  const reply = await takeBack(username);
  expect([reply.status, reply.headers['location']]).toEqual([303, LIST]);
}

describe('the head of the province', () => {
  it('takes layak back after the letter went out, and TPI cannot begin on it', async () => {
    await year.recommend('12/2026', MATARAM);
    const list = await (await year.as('sekretaris.provinsi')).get(LIST).expect(200);
    expect(readableText(list.text)).toContain('Keputusan terakhir keliru? Tarik putusan layak');
    const letter = /\/lke\/52\.71\/2026\/surat\/\d+\/cetak/.exec(list.text)?.[0] ?? '';
    expect(await read('ketua.mataram', letter)).not.toContain(MARK);
    await tookBack('sekretaris.provinsi');
    expect(await stage()).toBe('pendahuluan');
    expect(await read('ketua.mataram', letter)).toContain(MARK);
    const told = await read('ketua.mataram', LIST);
    expect(told).toContain('Penilaian pendahuluan: Layak Ditarik');
    expect(told).toContain(`Alasan: ${WHY}`);
    expect(told).toContain('Surat rekomendasi 12/2026 tanggal 9 Maret 2026 (Ditarik)');
    expect(await read('tpi.anggota', '/pemberitahuan')).toContain(
      'Keputusan atas LKE 2026 KPU Kota Mataram ditarik. Tahapnya sekarang: Penilaian pendahuluan.',
    );
    const page = `${LIST}/pendahuluan`;
    const yes = { checked: 'on', choice: 'decide-layak' };
    await year.send('sekretaris.provinsi', page, yes);
    expect(await read('tpi.anggota', `${LIST}/tpi`)).toContain('belum dicatat terkirim');
    await year.recommend('13/2026', MATARAM);
    await year.send('tpi.anggota', `${LIST}/tpi`, {}, `${LKE}/penilaian-tpi`);
    expect(await stage()).toBe('tpi');
  });

  it('takes back belum layak that ended the year, with a reason and a look', async () => {
    await tookBack('sekretaris.provinsi');
    const page = `${LIST}/pendahuluan`;
    const no = { checked: 'on', choice: 'decide-belum-layak-ends', reason: 'Keliru.' };
    await year.send('sekretaris.provinsi', page, no);
    expect(await stage()).toBe('belum-layak');
    const before = await historyLength(zi);
    const refused = await takeBack('sekretaris.provinsi', { reason: ' ', checked: '' });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('Belum ditarik. Periksa bagian berikut;');
    const said = readableText(refused.text);
    expect(said).toContain('Tulis mengapa keputusan ini ditarik.');
    expect(said).toContain('Centang pernyataan bahwa penarikan sudah diperiksa.');
    expect([await stage(), await historyLength(zi)]).toEqual(['belum-layak', before]);
    await tookBack('sekretaris.provinsi');
    expect(await stage()).toBe('pendahuluan');
    expect(await historyRows(zi, 'lke.take-back')).toMatchObject([
      { after: { takenBack: 'layak', stage: 'pendahuluan' } },
      { after: { takenBack: 'belum-layak', stage: 'pendahuluan', reason: WHY } },
    ]);
    expect(await read('ketua.mataram', `${LKE}/riwayat`)).toContain('Keputusan ditarik');
  });

  it('drafts the letter again under the number that a draft without satker had', async () => {
    const letter = { number: '14/2026', day: DAY, attachments: '' };
    await year.send('sekretaris.provinsi', `${LKE}/surat`, letter);
    await tookBack('sekretaris.provinsi');
    const yes = { checked: 'on', choice: 'decide-layak' };
    await year.send('sekretaris.provinsi', `${LIST}/pendahuluan`, yes);
    await year.send('sekretaris.provinsi', `${LKE}/surat`, letter);
  });

  it('finds TPI’s return waiting again after taking back what was decided instead', async () => {
    await year.recommend('12/2026', MATARAM);
    await year.send('tpi.anggota', `${LIST}/tpi`, {}, `${LKE}/penilaian-tpi`);
    const back = { reason: 'Notula belum ada.', opens: 'sebagian', [codeField('A.I.1.i.a')]: 'on' };
    await year.send('tpi.anggota', `${LKE}/pengembalian`, back);
    const waits = 'Teruskan kepada satker';
    expect(await read('provinsi', `${LKE}/pengembalian`)).toContain(waits);
    zi.clock.advance(60_000);
    const yes = { checked: 'on', choice: 'decide-layak', reason: 'Sudah lengkap.' };
    await year.send('sekretaris.provinsi', `${LIST}/pendahuluan`, yes);
    zi.clock.advance(60_000);
    await tookBack('sekretaris.provinsi');
    expect(await read('provinsi', `${LKE}/pengembalian`)).toContain(waits);
  });

  it('is too late once TPI has begun, and nobody else may', async () => {
    await year.recommend('12/2026', MATARAM);
    const agent = await year.as('sekretaris.provinsi');
    const { fields } = formTo((await agent.get(PAGE).expect(200)).text, PAGE);
    await year.send('tpi.anggota', `${LIST}/tpi`, {}, `${LKE}/penilaian-tpi`);
    const before = await historyLength(zi);
    const late = await agent
      .post(PAGE)
      .type('form')
      .send({ ...fields, reason: WHY, checked: 'on' });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain(WHY);
    for (const other of ['provinsi', 'ketua.mataram', 'tpi.anggota', 'admin']) {
      await (await year.as(other)).get(PAGE).expect(403);
    }
    expect([await stage(), await historyLength(zi)]).toEqual(['tpi', before]);
  });
});

describe('ketua tim of TPI', () => {
  it('takes a conclusion back and reports anew; the first report stays, marked', async () => {
    await year.recommend('12/2026', MATARAM);
    await year.conclude('LHE-7/2026', MATARAM);
    expect(await stage()).toBe('siap-diusulkan');
    await tookBack('tpi.ketua');
    expect(await stage()).toBe('tpi');
    expect(await read('ketua.mataram', `${LKE}/lhe/1/cetak`)).toContain(MARK);
    const page = `${LIST}/tpi`;
    const no = { checked: 'on', choice: 'conclude-belum-memenuhi-ends', reason: 'Survei.' };
    const missing = await sendForm(await year.as('tpi.ketua'), page, page, no);
    expect(missing.status).toBe(422);
    expect(readableText(missing.text)).toContain('Nomor dan tanggal LHE belum diisi.');
    const named = { number: 'LHE-8/2026', day: DAY };
    await year.send('tpi.ketua', `${LKE}/lhe`, named, `${LKE}/lhe/nomor`);
    expect(await read('tpi.ketua', `${LKE}/lhe/1/cetak?edisi=2`)).toContain('LHE-8/2026');
    await (await year.as('ketua.mataram')).get(`${LKE}/lhe/1/cetak?edisi=2`).expect(404);
    await year.send('tpi.ketua', page, no);
    expect(await stage()).toBe('belum-memenuhi');
    const second = await read('ketua.mataram', `${LKE}/lhe/1/cetak?edisi=2`);
    expect([second.includes('LHE-8/2026'), second.includes(MARK)]).toEqual([true, false]);
    const list = await read('ketua.mataram', LIST);
    expect(list).toContain('Laporan hasil evaluasi LHE-7/2026 (Ditarik)');
    expect(list).toContain('Laporan hasil evaluasi LHE-8/2026: ');
    await tookBack('tpi.ketua');
    expect(await stage()).toBe('tpi');
  });
});

describe('the centre', () => {
  const LETTER = { number: '21/PW.02/2026', day: DAY };
  const CENTRE = '/pengusulan/2026';
  const TPN = `${LKE}/tpn`;

  async function proposed(): Promise<string> {
    const chosen = {
      [`pilih-${MATARAM}`]: 'on',
      [`alasan-${MATARAM}`]: 'Dilengkapi.',
      diperiksa: MATARAM,
    };
    const agent = await year.as('pusat');
    const reply = await sendForm(agent, CENTRE, CENTRE, { ...LETTER, ...chosen });
    expect(reply.status).toBe(303);
    return String(reply.headers['location']);
  }

  const decided = (fields: Record<string, string>) =>
    year.send(
      'pusat',
      TPN,
      { kind: 'ditetapkan', number: '900/2026', day: DAY, ...fields },
      `${TPN}/keputusan`,
    );

  const register = () => zi.deps.store.db.selectFrom('predikat').selectAll().execute();

  beforeEach(async () => {
    await year.recommend('12/2026', MATARAM);
    await year.conclude('LHE-7/2026', MATARAM);
  });

  it('withdraws a proposal and proposes again with the same letter', async () => {
    const letter = await proposed();
    expect(await read('pusat', TPN)).toContain('Tarik usulan kepada TPN');
    await tookBack('pusat');
    expect(await stage()).toBe('siap-diusulkan');
    const { db } = zi.deps.store;
    const current = () => db.selectFrom('proposal').selectAll().execute();
    expect(await current()).toMatchObject([{ withdrawn_at: expect.any(String) as string }]);
    expect(await read('pusat', letter)).toContain(`Alasan: ${WHY}`);
    expect(await read('pusat', `${letter}/lampiran`)).toContain(MARK);
    expect(await proposed()).toBe(letter);
    expect(await stage()).toBe('tpn');
    expect(await current()).toMatchObject([{ withdrawn_at: null }]);
    const annex = await read('pusat', `${letter}/lampiran`);
    expect(annex).not.toContain(MARK);
    expect(annex).toContain('Usulan yang ditarik');
    expect(await read('pusat', CENTRE)).toContain('1 satker');
  });

  it('keeps a proposal that TPN has scored, until a score recorded by mistake is removed', async () => {
    await proposed();
    await year.send('pusat', TPN, { total: '84,5' }, `${TPN}/nilai`);
    const agent = await year.as('pusat');
    const refused = await agent.get(PAGE).expect(409);
    expect(readableText(refused.text)).toContain('hapus dahulu di halaman Hasil TPN');
    const stale = await agent.get(TPN).expect(200);
    expect(readableText(stale.text)).not.toContain('Tarik usulan kepada TPN');
    await year.send('pusat', TPN, { total: '84,6' }, `${TPN}/nilai`);
    const action = `${TPN}/nilai/penghapusan`;
    const { fields } = formTo(stale.text, action);
    await agent.post(action).type('form').send(fields).expect(409);
    expect(await read('pusat', TPN)).toContain('84,60');
    await year.send('pusat', TPN, {}, action);
    expect(await read('pusat', TPN)).toContain('TPN belum memberi nilai.');
    expect(await historyRows(zi, 'tpn.clear')).toMatchObject([
      { before: { tpnTotal: '84.6' }, after: null },
    ]);
    await tookBack('pusat');
    expect(await stage()).toBe('siap-diusulkan');
  });

  it('takes back a decree that was typed wrongly, and the register follows', async () => {
    await proposed();
    await decided({});
    expect(await register()).toMatchObject([{ decree_number: '900/2026', revoked_on: null }]);
    await tookBack('pusat');
    expect(await stage()).toBe('tpn');
    expect(await register()).toMatchObject([
      { revoked_on: '2026-03-10', revoked_reason: `Catatan keputusan TPN ditarik: ${WHY}` },
    ]);
    expect(await read('pusat', TPN)).toContain(`Keputusan nomor 900/2026`);
    await decided({ number: '901/2026' });
    expect(await register()).toMatchObject([
      { decree_number: '901/2026', revoked_on: null, revoked_reason: null },
    ]);
    const result = await read('ketua.mataram', TPN);
    expect(result).toContain('Keputusan Keputusan nomor 901/2026 tanggal 9 Maret 2026');
    expect(result).toContain(`Ditarik karena: ${WHY}`);
    expect(await historyRows(zi, 'predikat.revoke')).toHaveLength(1);
    expect(await historyRows(zi, 'predikat.edit')).toHaveLength(1);
  });

  it('takes back a refusal of TPN that was none', async () => {
    await proposed();
    await decided({ kind: 'tidak-ditetapkan', reason: 'Di bawah ambang.' });
    await tookBack('pusat');
    await decided({});
    expect(await stage()).toBe('ditetapkan');
    expect(await register()).toMatchObject([{ decree_number: '900/2026', revoked_on: null }]);
  });
});
