import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import { sweep } from '../../src/housekeeping.js';
import { postForm, startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { bestAnswer, setStage } from '../support/assessing.js';
import { formTo } from '../support/html.js';
import { historyRows, readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';

/** TPN's result: recorded by the centre, read by the satker once it is decided. */
const LKE = `/lke/${MATARAM}/2026`;
const PAGE = `${LKE}/tpn`;

let zi: TestApp;
let centre: TestAgent;

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

beforeEach(async () => {
  zi = await startTestApp();
  centre = await zi.signIn('pusat');
  await completeLke(zi, MATARAM);
  expect((await submit(await zi.signIn('ketua.mataram'), MATARAM)).status).toBe(303);
  await assessFully(zi, MATARAM, 'tpi');
  await setStage(zi.deps.store, MATARAM, 'tpn');
});
afterEach(() => zi.close());

const totals = (fields: Record<string, string>) => sendForm(centre, PAGE, `${PAGE}/nilai`, fields);
const decide = (fields: Record<string, string>) =>
  sendForm(centre, PAGE, `${PAGE}/keputusan`, {
    kind: 'ditetapkan',
    number: '900/2026',
    day: '2026-03-09',
    ...fields,
  });

describe('TPN’s score', () => {
  it('is recorded as totals, and where it differs from TPI’s it stands', async () => {
    expect(await read(centre, PAGE)).toContain('TPN belum memberi nilai.');
    expect((await totals({ total: '82,45', note: 'Survei ulang.' })).status).toBe(303);
    const text = await read(centre, PAGE);
    expect(text).toContain('Nilai TPN 82,45, nilai TPI 96,67, selisih −14,22.');
    expect(text).toContain('Penilaian TPN (nilai lapangan) Yang berlaku 82,45');
    expect(await historyRows(zi, 'tpn.totals')).toMatchObject([{ after: { tpnTotal: '82.45' } }]);
  });

  it.each([
    [{ total: '' }, 'Tulis nilai antara 0 dan 100'],
    [{ total: '101' }, 'Tulis nilai antara 0 dan 100'],
    [{ total: '80', pengungkit: '61' }, 'Tulis nilai antara 0 dan 60'],
    [{ total: '80', pengungkit: '50', hasil: '29' }, 'tidak sama dengan nilai total'],
  ])('refuses %j in words', async (fields, words) => {
    const refused = await totals(fields);
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain(words);
  });

  it('is not overwritten from a stale page', async () => {
    const { fields } = formTo((await centre.get(PAGE)).text, `${PAGE}/nilai`);
    const send = (total: string) =>
      centre
        .post(`${PAGE}/nilai`)
        .type('form')
        .send({ ...fields, total });
    expect((await send('82')).status).toBe(303);
    expect((await send('82')).status).toBe(303);
    const late = await send('83');
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('82');
    expect(await historyRows(zi, 'tpn.totals')).toHaveLength(1);
  });

  it('shows both notes to whoever typed the same total with another note', async () => {
    const { fields } = formTo((await centre.get(PAGE)).text, `${PAGE}/nilai`);
    const send = (note: string) =>
      centre
        .post(`${PAGE}/nilai`)
        .type('form')
        .send({ ...fields, total: '82', note });
    expect((await send('Survei ulang.')).status).toBe(303);
    const late = await send('Kunjungan lapangan.');
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toMatch(/Survei ulang\. .*Kunjungan lapangan\./);
  });

  it('is typed per indicator by area, and what TPN left out stays empty', async () => {
    const area = `${PAGE}/area/1`;
    const saved = await sendForm(centre, area, area, { 'jawaban-A.I.1.i.a': 'Ya' });
    expect(saved.status).toBe(303);
    expect(await read(centre, PAGE)).toContain('Penilaian TPN (1 dari 113 indikator) Yang berlaku');
    const { fields } = formTo((await centre.get(area)).text, area);
    expect(fields['jawaban-A.I.1.i.b']).toBe('');
    const wrong = await sendForm(centre, area, area, { 'jawaban-A.I.1.i.b': 'Z' });
    expect(wrong.status).toBe(422);
    const one = { ...fields, 'jawaban-A.I.1.i.b': 'B' };
    await centre.post(area).type('form').send(one).expect(303);
    const late = await centre
      .post(area)
      .type('form')
      .send({ ...fields, 'jawaban-A.I.1.i.b': 'C' });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('Tersimpan sekarang: B.');
    const again = formTo(late.text, area).fields;
    expect(again['jawaban-A.I.1.i.b']).toBe('C');
    await centre.post(area).type('form').send(again).expect(303);
    expect((await verifyScores(zi.deps.store, zi.deps.instruments)).faults).toEqual([]);
  });

  it('is none again where every answer was emptied, never 0', async () => {
    const area = `${PAGE}/area/1`;
    await sendForm(centre, area, area, { 'jawaban-A.I.1.i.a': 'Ya' });
    expect(await read(centre, PAGE)).toContain('Yang berlaku adalah nilai TPN.');
    const emptied = await sendForm(centre, area, area, { 'jawaban-A.I.1.i.a': '' });
    expect(emptied.status).toBe(303);
    const text = await read(centre, PAGE);
    expect(text).toContain('TPN belum memberi nilai.');
    expect(text).not.toContain('Yang berlaku');
    expect((await verifyScores(zi.deps.store, zi.deps.instruments)).faults).toEqual([]);
  });

  it('comes in from a worksheet, looked at before anything is written', async () => {
    const file = await centre
      .get(`${LKE}/unduhan/lampiran-iii.xlsx?tingkat=tpi`)
      .responseType('blob')
      .expect(200);
    const sent = await centre
      .post(`${PAGE}/berkas`)
      .field('_csrf', await tokenFrom(centre))
      .attach('file', file.body as Buffer, 'tpn.xlsx');
    expect(sent.status).toBe(303);
    const preview = sent.headers['location'] as string;
    expect(await read(centre, preview)).toContain(
      '113 jawaban terbaca, 113 berbeda dari yang tersimpan, 0 di antaranya berbeda dari penilaian TPI.',
    );
    expect(await historyRows(zi, 'tpn.answers')).toEqual([]);
    const unfilled = await sendForm(centre, preview, preview);
    expect(unfilled.status).toBe(422);
    expect(readableText(unfilled.text)).toContain('sama dengan penilaian TPI. Barangkali');
    expect(await historyRows(zi, 'tpn.answers')).toEqual([]);
    expect((await sendForm(centre, preview, preview, { same: 'on' })).status).toBe(303);
    const text = await read(centre, PAGE);
    expect(text).toContain('Penilaian TPN (113 dari 113 indikator) Yang berlaku 96,67');
    expect(text).toContain('Nilai TPN sama dengan nilai TPI.');
    await centre.get(preview).expect(404);
    expect((await verifyScores(zi.deps.store, zi.deps.instruments)).faults).toEqual([]);
    await centre.get(`${LKE}/unduhan/lampiran-iii.xlsx?tingkat=tpn`).expect(200);
  });

  it.each([
    ['the layout of PortalRB', LKE, 'portalrb', 'hanya lembar kerja susunan Lampiran III'],
    ['another satker', `/lke/52.04/2026`, 'lampiran-iii', 'satker 52.04 tahun 2026'],
  ])('does not come in from a worksheet of %s, which is named', async (_of, lke, layout, said) => {
    const file = await centre.get(`${lke}/unduhan/${layout}.xlsx`).responseType('blob').expect(200);
    const refused = await centre
      .post(`${PAGE}/berkas`)
      .field('_csrf', await tokenFrom(centre))
      .attach('file', file.body as Buffer, 'tpn.xlsx');
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain(said);
  });
});

it('a worksheet that nobody took over is forgotten after a week', async () => {
  const file = await centre
    .get(`${LKE}/unduhan/lampiran-iii.xlsx?tingkat=tpi`)
    .responseType('blob')
    .expect(200);
  const sent = await centre
    .post(`${PAGE}/berkas`)
    .field('_csrf', await tokenFrom(centre))
    .attach('file', file.body as Buffer, 'tpn.xlsx');
  const preview = sent.headers['location'] as string;
  const kept = () => zi.deps.store.db.selectFrom('tpn_file').selectAll().execute();
  zi.clock.advance(6 * 24 * 60 * 60 * 1000);
  await sweep(zi.deps);
  expect(await kept()).toHaveLength(1);
  zi.clock.advance(24 * 60 * 60 * 1000);
  await sweep(zi.deps);
  expect(await kept()).toEqual([]);
  await (await zi.signIn('pusat')).get(preview).expect(404);
});

describe('TPN’s decision', () => {
  it('moves the stage, enters the register and is then the satker’s to read', async () => {
    const lead = await zi.signIn('ketua.mataram');
    await lead.get(PAGE).expect(403);
    await totals({ total: '82,45' });
    expect((await decide({})).status).toBe(303);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('ditetapkan');
    const { db } = zi.deps.store;
    expect(await db.selectFrom('predikat').selectAll().execute()).toMatchObject([
      { satker_code: MATARAM, kind: 'wbk', year: 2026, granted_by: 'tpn', revoked_on: null },
    ]);
    const text = await read(lead, PAGE);
    expect(text).toContain('Ditetapkan Menuju WBK');
    expect(text).toContain('Keputusan nomor 900/2026 tanggal 9 Maret 2026');
    expect(text).toContain('Yang berlaku adalah nilai TPN.');
    expect(text).not.toContain('Catat keputusan');
    expect(await read(lead, `${LKE}/riwayat`)).toContain('Keputusan TPN dicatat');
  });

  it('needs a reason where it grants below the minimum of the law', async () => {
    await totals({ total: '60' });
    const silent = await decide({});
    expect(silent.status).toBe(422);
    expect(readableText(silent.text)).toContain('Nilai TPN 60,00 di bawah nilai minimal 75,00.');
    expect(await historyRows(zi, 'lke.decree')).toEqual([]);
    expect((await decide({ reason: 'Menurut keputusan panel TPN.' })).status).toBe(303);
  });

  it('says of an empty number and an empty day that they are empty, and what else is missing', async () => {
    await totals({ total: '82,45' });
    const refused = await decide({ kind: 'tidak-ditetapkan', number: '', day: '' });
    const text = readableText(refused.text);
    expect(text).toContain('Nomor belum diisi. Tanggal belum diisi. Tulis alasan TPN');
    expect(text).not.toContain('Tanggal tidak terbaca');
  });

  it('needs a reason where TPN did not grant', async () => {
    const refused = await decide({ kind: 'tidak-ditetapkan' });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('Tulis alasan TPN tidak menetapkan.');
    const done = await decide({ kind: 'tidak-ditetapkan', reason: 'Survei di bawah ambang.' });
    expect(done.status).toBe(303);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('tidak-ditetapkan');
    expect(await zi.deps.store.db.selectFrom('predikat').selectAll().execute()).toEqual([]);
    const lead = await zi.signIn('ketua.mataram');
    expect(await read(lead, PAGE)).toContain('Survei di bawah ambang.');
  });

  it('is taken once, however often it is sent', async () => {
    const { fields } = formTo((await centre.get(PAGE)).text, `${PAGE}/keputusan`);
    const body = { ...fields, kind: 'ditetapkan', number: '900/2026', day: '2026-03-09' };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => centre.post(`${PAGE}/keputusan`).type('form').send(body)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409]);
    expect(await historyRows(zi, 'lke.decree')).toHaveLength(1);
  });

  it.each(['ketua.mataram', 'provinsi', 'tpi.ketua', 'admin', 'evaluator'])(
    'is nothing %s can record',
    async (name) => {
      const other = await zi.signIn(name);
      for (const form of ['nilai', 'area/1', 'keputusan']) {
        expect((await postForm(other, `${PAGE}/${form}`, {})).status).toBe(403);
      }
    },
  );

  it.each(['siap-diusulkan', 'tpi', 'ditetapkan'] as const)(
    'changes nothing while the LKE stands at %s',
    async (stage) => {
      await setStage(zi.deps.store, MATARAM, stage);
      const count = (await historyRows(zi, 'lke.decree')).length;
      for (const form of ['nilai', 'area/1', 'keputusan']) {
        expect((await postForm(centre, `${PAGE}/${form}`, { total: '80' })).status).toBe(409);
      }
      expect(await historyRows(zi, 'lke.decree')).toHaveLength(count);
    },
  );
});

it('nobody below TPN reads its score in the history before it decided', async () => {
  await totals({ total: '82,45', note: 'Survei ulang.' });
  const area = `${PAGE}/area/1`;
  expect((await sendForm(centre, area, area, { 'jawaban-A.I.1.i.a': 'Ya' })).status).toBe(303);
  const people = ['ketua.mataram', 'provinsi', 'tpi.ketua', 'admin'];
  const seen = async (name: string) => {
    const text = await read(await zi.signIn(name), `${LKE}/riwayat`);
    return [text.includes('Nilai TPN dicatat'), text.includes('Nilai TPN per indikator dicatat')];
  };
  for (const name of people) expect([name, await seen(name)]).toEqual([name, [false, false]]);
  expect(await seen('pusat')).toEqual([true, true]);
  expect((await decide({})).status).toBe(303);
  for (const name of people) expect([name, await seen(name)]).toEqual([name, [true, true]]);
});

it('a score of TPN is its own, whatever TPI found', async () => {
  await assessFully(zi, MATARAM, 'tpn', (indicator) =>
    indicator.type === 'choice'
      ? { kind: 'choice', letter: indicator.options.at(-1)?.letter ?? '' }
      : bestAnswer(indicator),
  );
  const text = await read(centre, PAGE);
  expect(text).toMatch(/Nilai TPN \d+,\d+, nilai TPI 96,67/);
});
