import type TestAgent from 'supertest/lib/agent.js';
import { DENPASAR, MATARAM, NTB } from '../../fixtures/cast.js';
import { verifySubmissions } from '../../src/features/submission/store.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { postFiles } from '../support/evidence.js';
import { fill } from '../support/filling.js';
import { formsIn } from '../support/html.js';
import { historyRows, readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { answer } from '../support/answering.js';

const LKE = `/lke/${MATARAM}/2026`;
const PAGE = `${LKE}/pengajuan`;
const REASONS = `${PAGE}/alasan`;
const RETURN = `${LKE}/pengembalian`;
const CODE = 'A.I.1.i.a';
const OTHER = 'A.I.1.i.b';

let zi: TestApp;
let lead: TestAgent;

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

beforeEach(async () => {
  zi = await startTestApp();
  lead = await zi.signIn('ketua.mataram');
});

afterEach(() => zi.close());

const returnSome = (
  agent: TestAgent,
  codes: readonly string[],
  reason = 'SK belum ditandatangani.',
) =>
  sendForm(agent, RETURN, RETURN, {
    reason,
    opens: 'sebagian',
    ...Object.fromEntries(codes.map((code) => [`kode-${code}`, 'on'])),
  });

describe('submitting', () => {
  it('lists what is missing with links and offers no form', async () => {
    await answer(zi, MATARAM, { [CODE]: 'Ya' });
    const page = await lead.get(PAGE).expect(200);
    const text = readableText(page.text);
    expect(text).toContain('112 indikator belum terisi');
    expect(text).toContain('1 jawaban di atas pilihan terendah belum mempunyai bukti atau alasan');
    expect(page.text).toContain(`href="${LKE}/jawaban/${OTHER}"`);
    expect(text).not.toContain('Ajukan LKE');
  });

  it('is refused with what is missing when it is posted all the same', async () => {
    const reply = await postForm(lead, PAGE, { checked: 'on', confirmed: 'x' });
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain('LKE belum dapat diajukan');
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pengisian');
  });

  it('takes a reason where there is no evidence, and not two at once', async () => {
    await answer(zi, MATARAM, { [CODE]: 'Ya' });
    const action = `${LKE}/jawaban/${CODE}/alasan-tanpa-bukti`;
    const typed = { [`alasan-${CODE}`]: 'Masih di notaris.' };
    const saved = await sendForm(lead, PAGE, REASONS, typed);
    expect([saved.status, saved.headers['location']]).toEqual([303, `${PAGE}#syarat`]);
    expect(await read(lead, PAGE)).toContain('mempunyai bukti atau alasan');
    const late = await postForm(lead, action, { reason: 'Lain.', version: '0' });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('Masih di notaris.');
    expect(await historyRows(zi, 'answer.no-evidence')).toMatchObject([
      { subject: CODE, after: { reason: 'Masih di notaris.' } },
    ]);
  });

  it('is explained by the lead alone; a member reads who does it', async () => {
    await answer(zi, MATARAM, { [CODE]: 'Ya' });
    const member = await zi.signIn('anggota.mataram');
    const page = `${LKE}/jawaban/${CODE}`;
    expect(await read(member, page)).toContain('ketua tim menulis alasannya sebelum mengajukan');
    const sent = { reason: 'Masih di notaris.', version: '0' };
    expect((await postForm(member, `${page}/alasan-tanpa-bukti`, sent)).status).toBe(403);
    expect(await historyRows(zi, 'answer.no-evidence')).toHaveLength(0);
  });

  it('goes on to the next answer that nothing shows or explains', async () => {
    await answer(zi, MATARAM, { [CODE]: 'Ya', [OTHER]: 'A' });
    const typed = { [`alasan-${CODE}`]: 'Masih di notaris.' };
    const saved = await sendForm(lead, PAGE, REASONS, typed);
    expect(saved.headers['location']).toBe(`${PAGE}#alasan-${OTHER}`);
    expect((await lead.get(PAGE)).text).toContain(`id="alasan-${OTHER}"`);
  });

  it('saves every reason that was typed with one button, and loses none that is refused', async () => {
    await answer(zi, MATARAM, { [CODE]: 'Ya', [OTHER]: 'A' });
    const [first, second] = [`alasan-${CODE}`, `alasan-${OTHER}`];
    const long = `${'Notula hilang. '.repeat(2200)}Tamat.`;
    const refused = await sendForm(lead, PAGE, REASONS, { [first]: 'Di notaris.', [second]: long });
    expect(refused.status).toBe(422);
    const form = formsIn(refused.text).find((one) => one.action === REASONS);
    expect(form?.fields).toMatchObject({ [first]: 'Di notaris.', [second]: long });
    expect(await historyRows(zi, 'answer.no-evidence')).toHaveLength(0);
    const saved = await lead
      .post(REASONS)
      .type('form')
      .send({ ...form?.fields, [second]: 'Notula hilang.' });
    expect(saved.headers['location']).toBe(`${PAGE}#syarat`);
    expect(await read(lead, PAGE)).toContain('Setiap jawaban di atas pilihan terendah mempunyai');
    expect(await historyRows(zi, 'answer.no-evidence')).toHaveLength(2);
    const late = { [first]: 'Lain.', [`versi-${CODE}`]: '0', [second]: 'Notula hilang.' };
    const stale = await postForm(lead, REASONS, late);
    expect(stale.status).toBe(409);
    expect(readableText(stale.text)).toContain('Lain.');
    expect(await historyRows(zi, 'answer.no-evidence')).toHaveLength(2);
  });

  it('asks for a reason where a blank one is sent and none stands', async () => {
    await answer(zi, MATARAM, { [CODE]: 'Ya' });
    const action = `${LKE}/jawaban/${CODE}/alasan-tanpa-bukti`;
    expect((await sendForm(lead, PAGE, REASONS, { [`alasan-${CODE}`]: '  ' })).status).toBe(422);
    const reply = await postForm(lead, action, { reason: '  ', version: '0' });
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain('Tulis dahulu mengapa jawaban ini');
    expect(await historyRows(zi, 'answer.no-evidence')).toHaveLength(0);
  });

  it.each(['pengajuan', ''])(
    'refuses a reason that is too long and keeps it (from "%s")',
    async (from) => {
      await answer(zi, MATARAM, { [CODE]: 'Ya' });
      const action = `${LKE}/jawaban/${CODE}/alasan-tanpa-bukti`;
      const reason = `${'Masih di notaris. '.repeat(1800)}Tamat.`;
      const refused = await postForm(lead, action, { reason, version: '0', from });
      expect(refused.status).toBe(422);
      expect(refused.text.includes('Isian terlalu panjang')).toBe(true);
      const form = formsIn(refused.text).find((one) => one.action === action);
      expect(form?.fields).toMatchObject({ reason, version: '0', from });
      const shorter = { ...form?.fields, reason: 'Masih di notaris.' };
      const saved = await lead.post(action).type('form').send(shorter);
      expect(saved.status).toBe(303);
      expect(saved.headers['location']).toContain(from === '' ? `/jawaban/${CODE}` : PAGE);
    },
  );

  it('freezes a numbered copy, prints its hash and head, and passes the ball to the province', async () => {
    await completeLke(zi, MATARAM);
    const reply = await submit(lead, MATARAM);
    expect([reply.status, reply.headers['location']]).toEqual([303, `${PAGE}/1`]);
    const page = await read(lead, `${PAGE}/1`);
    const row = await zi.deps.store.db
      .selectFrom('submission')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(page).toContain(row.content_hash);
    expect(page).toContain(row.head_hash);
    expect(page).toContain('Dokumen fisik di ruang arsip.');
    expect(await read(lead, PAGE)).toContain('Giliran KPU Provinsi');
    expect(await historyRows(zi, 'lke.submit')).toMatchObject([
      { after: { round: 1, stage: 'pendahuluan', contentHash: row.content_hash } },
    ]);
    expect(await verifySubmissions(zi.deps.store.db)).toEqual({ checked: 1, faults: [] });
  });

  it('needs the tick and the content that the page showed', async () => {
    await completeLke(zi, MATARAM);
    const unticked = await sendForm(lead, PAGE, PAGE);
    expect(unticked.status).toBe(422);
    expect(readableText(unticked.text)).toContain('Belum diajukan. Periksa bagian berikut;');
    const page = await lead.get(PAGE);
    const confirmed = /name="confirmed" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? '';
    await fill(lead, OTHER, { note: 'Baru saja.' });
    const stale = await postForm(lead, PAGE, { checked: 'on', confirmed });
    expect(stale.status).toBe(409);
    expect(readableText(stale.text)).toContain('Isian berubah sejak Anda periksa');
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pengisian');
  });

  it('sent ten times has one effect', async () => {
    await completeLke(zi, MATARAM);
    const page = await lead.get(PAGE);
    const confirmed = /name="confirmed" value="([0-9a-f]{64})"/.exec(page.text)?.[1] ?? '';
    const fields = { checked: 'on', confirmed };
    const replies = [];
    for (let time = 0; time < 10; time += 1) replies.push(await postForm(lead, PAGE, fields));
    expect(replies.map(({ status }) => status).sort()).toEqual([
      303,
      ...Array<number>(9).fill(409),
    ]);
    expect(await zi.deps.store.db.selectFrom('submission').selectAll().execute()).toHaveLength(1);
  });

  it('of two at the same moment happens once', async () => {
    await completeLke(zi, MATARAM);
    const html = (await lead.get(PAGE)).text;
    const confirmed = /name="confirmed" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
    const fields = { checked: 'on', confirmed };
    const replies = await Promise.all([postForm(lead, PAGE, fields), postForm(lead, PAGE, fields)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await historyRows(zi, 'lke.submit')).toHaveLength(1);
  });

  it('does not take the score or the stage from the form', async () => {
    await completeLke(zi, MATARAM);
    const forged = { checked: 'on', total: '1', number: '7', stage: 'ditetapkan' };
    expect((await sendForm(lead, PAGE, PAGE, forged)).headers['location']).toBe(`${PAGE}/1`);
    expect(await historyRows(zi, 'lke.submit')).toMatchObject([
      { after: { total: '100', stage: 'pendahuluan' } },
    ]);
  });

  it('is the lead’s: a member is told so, and other roles get 403', async () => {
    await completeLke(zi, MATARAM);
    const member = await zi.signIn('anggota.mataram');
    expect(await read(member, PAGE)).toContain('Ketua tim mengajukan LKE ini');
    expect((await postForm(member, PAGE, { checked: 'on', confirmed: 'x' })).status).toBe(403);
    const province = await zi.signIn('provinsi');
    expect((await postForm(province, PAGE, { checked: 'on', confirmed: 'x' })).status).toBe(403);
  });

  it('says until when before the deadline', async () => {
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('year_date')
        .values({ year: 2026, code: 'mandiri-tutup', satker_code: '', day: '2026-03-31' })
        .execute(),
    );
    expect(await read(lead, PAGE)).toContain('Tenggat pengajuan: 31 Maret 2026 23.59 WIB');
  });

  it('after the deadline stays possible, says so before and is marked late', async () => {
    await completeLke(zi, MATARAM);
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('year_date')
        .values({ year: 2026, code: 'mandiri-tutup', satker_code: '', day: '2026-03-09' })
        .execute(),
    );
    expect(await read(lead, PAGE)).toContain(
      'LKE tetap dapat diajukan dan akan tercatat terlambat',
    );
    await submit(lead, MATARAM);
    expect(await read(lead, `${PAGE}/1`)).toContain('terlambat');
  });

  it('of a KPU Provinsi goes to the centre', async () => {
    await completeLke(zi, NTB);
    const province = await zi.signIn('ketua.ntb');
    expect((await submit(province, NTB)).status).toBe(303);
    expect(await read(province, `/lke/${NTB}/2026/pengajuan`)).toContain('Giliran penilai pusat');
  });

  it('of another satker is not seen', async () => {
    await completeLke(zi, DENPASAR);
    const bali = await zi.signIn('ketua.denpasar');
    await submit(bali, DENPASAR);
    await lead.get(`/lke/${DENPASAR}/2026/pengajuan/1`).expect(404);
    await lead.get(`${PAGE}/1`).expect(404);
  });
});

describe('while it is submitted', () => {
  beforeEach(async () => {
    await completeLke(zi, MATARAM);
    await submit(lead, MATARAM);
  });

  it('answers are read-only with the reason, and a save changes nothing', async () => {
    expect(await read(lead, `${LKE}/jawaban/${CODE}`)).toContain('Isian terkunci');
    const reply = await postForm(lead, `${LKE}/jawaban/${CODE}`, { letter: 'Tidak', version: '1' });
    expect(reply.status).toBe(409);
    expect(readableText(reply.text)).toContain('Isian Anda belum tersimpan');
    const reason = { reason: 'x', version: '1' };
    const late = await postForm(lead, `${LKE}/jawaban/${CODE}/alasan-tanpa-bukti`, reason);
    expect(late.status).toBe(409);
  });

  it('the register takes documents, but no indicator does', async () => {
    const file = { name: 'sk.pdf', bytes: pdfFile(['SK tim']) };
    expect((await postFiles(lead, `${LKE}/bukti/baru`, [file])).status).toBe(303);
    const attached = await postFiles(lead, `${LKE}/jawaban/${CODE}/bukti`, [file]);
    expect(attached.status).toBe(409);
    expect(readableText(attached.text)).toContain('Bukti terkunci');
  });
});

describe('a return', () => {
  let province: TestAgent;

  beforeEach(async () => {
    await completeLke(zi, MATARAM);
    await submit(lead, MATARAM);
    province = await zi.signIn('provinsi');
  });

  it('opens the named indicators only', async () => {
    expect((await returnSome(province, [CODE])).status).toBe(303);
    const page = await read(lead, PAGE);
    expect(page).toContain('SK belum ditandatangani.');
    expect(page).toContain('belum diubah');
    const area = await read(lead, `${LKE}/area/1`);
    expect(area).toContain('hanya indikator bertanda "terbuka" yang dapat diubah');
    expect(area.match(/terbuka Terisi/g)).toHaveLength(1);
    expect((await fill(lead, CODE, { note: 'SK sudah ditandatangani.' })).status).toBe(303);
    expect(await read(lead, PAGE)).toContain('sudah diubah');
    const closed = await postForm(lead, `${LKE}/jawaban/${OTHER}`, { letter: 'C', version: '1' });
    expect(closed.status).toBe(409);
    expect(await read(lead, `${LKE}/jawaban/${OTHER}`)).toContain(
      'tidak termasuk yang dikembalikan',
    );
  });

  it('tells the lead beside the button what came back and was not changed yet', async () => {
    await returnSome(province, [CODE]);
    const left = '1 dari 1 butir yang dikembalikan belum diubah.';
    expect(await read(lead, PAGE)).toContain(left);
    expect((await fill(lead, CODE, { note: 'SK sudah ditandatangani.' })).status).toBe(303);
    expect(await read(lead, PAGE)).not.toContain(left);
  });

  it('opens together what shares a count', async () => {
    await returnSome(province, ['A.II.1.i.a']);
    expect(await read(lead, PAGE)).toContain('2 indikator');
    const reply = await fill(lead, 'A.II.1.i.a', { 'count-perubahan': '6' });
    expect(reply.status).toBe(303);
  });

  it('needs a reason and something to open', async () => {
    const bare = await sendForm(province, RETURN, RETURN, { reason: ' ' });
    expect(bare.status).toBe(422);
    const text = readableText(bare.text);
    expect(text).toContain('Tulis alasannya.');
    expect(text).toContain('centang sedikitnya satu indikator');
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
  });

  it('is answered by the next submission, which says what changed', async () => {
    await returnSome(province, [CODE]);
    await fill(lead, CODE, { note: 'SK sudah ditandatangani.' });
    expect((await submit(lead, MATARAM)).headers['location']).toBe(`${PAGE}/2`);
    const changes = await read(lead, `${PAGE}/2/perbandingan`);
    expect(changes).toContain('1 dari 113 indikator berubah.');
    expect(changes).toContain('SK sudah ditandatangani.');
    const rounds = await read(lead, PAGE);
    expect(rounds).toContain('Pengajuan 2');
    expect(rounds).toContain('Pengajuan 1 dikembalikan penilai pendahuluan');
    expect((await lkeOf(zi, MATARAM)).openness).toBe('none');
    expect(await verifySubmissions(zi.deps.store.db)).toEqual({ checked: 2, faults: [] });
  });

  it('made twice from the same page happens once', async () => {
    const fields = { reason: 'Sama.', opens: 'semua', version: '2' };
    expect((await postForm(province, RETURN, fields)).status).toBe(303);
    expect((await postForm(province, RETURN, fields)).status).toBe(409);
    expect(await historyRows(zi, 'lke.return')).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    const fields = { reason: 'x', opens: 'semua', version: '2' };
    for (const who of ['pusat', 'admin', 'evaluator', 'ketua.mataram']) {
      expect([who, (await postForm(await zi.signIn(who), RETURN, fields)).status]).toEqual([
        who,
        403,
      ]);
    }
    expect((await postForm(await zi.signIn('tpi.ketua'), RETURN, fields)).status).toBe(409);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
  });

  it('by TPI passes through the province, which may widen but not narrow it', async () => {
    const lke = await lkeOf(zi, MATARAM);
    await zi.deps.store.write((tx) =>
      tx.updateTable('lke').set({ stage: 'tpi' }).where('id', '=', lke.id).execute(),
    );
    const tpi = await zi.signIn('tpi.anggota');
    expect((await returnSome(tpi, [CODE, OTHER], 'Notula tidak lengkap.')).status).toBe(303);
    const waiting = await lkeOf(zi, MATARAM);
    expect([waiting.stage, waiting.openness]).toEqual(['pendahuluan', 'none']);
    const page = await read(province, RETURN);
    expect(page).toContain('TPI (Siti Rahmawati) mengembalikan LKE ini');
    const version = String(waiting.version);
    const less = { reason: 'x', opens: 'sebagian', [`kode-${CODE}`]: 'on', version };
    const narrowed = await postForm(province, RETURN, less);
    expect(narrowed.status).toBe(422);
    expect(readableText(narrowed.text)).toContain('TPI mengembalikan lebih banyak indikator');
    expect((await sendForm(province, RETURN, RETURN)).status).toBe(303);
    const opened = await lkeOf(zi, MATARAM);
    expect(opened.stage).toBe('pengisian');
    expect(opened.openness).toEqual(new Set([CODE, OTHER]));
    await submit(lead, MATARAM);
    const open = await zi.deps.store.db
      .selectFrom('lke_return')
      .select('id')
      .where('closed_at', 'is', null)
      .execute();
    expect(open).toEqual([]);
  });
});

describe('what TPI returned, before the province passes it on', () => {
  const SAID = 'Notula belum lengkap menurut TPI.';
  let province: TestAgent;

  const moved = async (stage: 'tpi' | 'menunggu-tpi') => {
    const { id } = await lkeOf(zi, MATARAM);
    const change = { stage, version: 5 };
    await zi.deps.store.write(async (tx) => {
      await tx.updateTable('lke').set(change).where('id', '=', id).execute();
      if (stage === 'tpi') return;
      const closed_at = '2026-03-10T02:00:00.000Z';
      await tx.updateTable('lke_return').set({ closed_at }).where('opened', '=', 0).execute();
    });
  };

  beforeEach(async () => {
    await completeLke(zi, MATARAM);
    await submit(lead, MATARAM);
    await moved('tpi');
    province = await zi.signIn('provinsi');
    await returnSome(await zi.signIn('tpi.anggota'), [CODE], SAID);
  });

  const seenBy = async (agent: TestAgent): Promise<boolean[]> => [
    (await read(agent, PAGE)).includes(SAID),
    (await read(agent, `${LKE}/riwayat`)).includes(SAID),
    (await read(agent, LKE)).includes(SAID),
  ];

  it('is the province’s to read, on no page the satker’s or the administrator’s', async () => {
    expect((await seenBy(province)).slice(0, 2)).toEqual([true, true]);
    expect(await seenBy(lead)).toEqual([false, false, false]);
    expect(await seenBy(await zi.signIn('admin'))).toEqual([false, false, false]);
  });

  it('stays so where the province decides again instead', async () => {
    await moved('menunggu-tpi');
    expect(await seenBy(lead)).toEqual([false, false, false]);
  });

  it('is the satker’s once passed on, stays so, and is due by the end of TPI', async () => {
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('year_date')
        .values([
          { year: 2026, code: 'pendahuluan-tutup', satker_code: '', day: '2026-03-01' },
          { year: 2026, code: 'tpi-tutup', satker_code: '', day: '2026-05-30' },
        ])
        .execute(),
    );
    await sendForm(province, RETURN, RETURN);
    const page = await read(lead, PAGE);
    expect(page).toContain('Pengajuan 1 dikembalikan TPI, diteruskan penilai pendahuluan');
    expect(page).not.toContain('Tenggat sudah lewat');
    await submit(lead, MATARAM);
    expect(await read(lead, `${PAGE}/2`)).toContain('tepat waktu');
    expect((await seenBy(lead))[0]).toBe(true);
    const again = await read(province, LKE);
    expect(again).toContain('Penilaian TPI ditutup: 30 Mei 2026');
    expect(again).toContain('Pernah dikembalikan TPI, jadi tenggatnya mengikuti penilaian TPI.');
    expect(again).not.toContain('Tenggat tahap ini sudah lewat');
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('year_date')
        .set({ day: '2026-03-02' })
        .where('code', '=', 'tpi-tutup')
        .execute(),
    );
    const over = await read(province, LKE);
    expect(over).toContain('Tenggat tahap ini sudah lewat, tetapi tahapnya tetap dapat');
    expect(over).toContain('minta administrator memberi tanggal khusus beserta alasannya');
  });
});
