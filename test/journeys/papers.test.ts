import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { formTo } from '../support/html.js';
import { historyRows, readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';

/** Who signs TPI's reports, and the words of the statement to TPN: settings, not print. */
const LKE = `/lke/${MATARAM}/2026`;
const HEAD = `${LKE}/kop/lhe`;
const REPORT = `${LKE}/lhe`;
const STATEMENT = '/admin/tahun/2026/pernyataan';

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
});
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

async function atTpi(): Promise<{ member: TestAgent; lead: TestAgent }> {
  await completeLke(zi, MATARAM);
  expect((await submit(await zi.signIn('ketua.mataram'), MATARAM)).status).toBe(303);
  await assessFully(zi, MATARAM, 'tpi');
  await setStage(zi.deps.store, MATARAM, 'tpi');
  return { member: await zi.signIn('tpi.anggota'), lead: await zi.signIn('tpi.ketua') };
}

const signatory = (name: string, position: string) => ({
  agency: 'KOMISI PEMILIHAN UMUM\nINSPEKTORAT UTAMA',
  address: 'Jalan Imam Bonjol Nomor 29 Jakarta',
  city: 'Jakarta',
  position,
  name,
  nip: '',
  copies: '',
});

const keep = (lead: TestAgent, page: string, name: string, position: string) =>
  sendForm(lead, page, HEAD, signatory(name, position));

const NUMBER = { number: 'LHE-7/2026', day: '2026-03-10' };

describe('who signs a report of TPI', () => {
  it('needs no choice while TPI keeps one', async () => {
    const { member, lead } = await atTpi();
    expect((await keep(lead, HEAD, 'Rina', 'Inspektur Utama')).status).toBe(303);
    expect((await sendForm(member, REPORT, `${REPORT}/nomor`, NUMBER)).status).toBe(303);
    const report = await read(member, `${REPORT}/1/cetak`);
    expect(report).toContain('Jakarta, 10 Maret 2026 Inspektur Utama, Rina');
  });

  it('is chosen from several, and each report keeps its own', async () => {
    const { member, lead } = await atTpi();
    await keep(lead, HEAD, 'Rina', 'Inspektur Utama');
    const added = await keep(lead, `${HEAD}?penanda=baru`, 'Joko', 'Inspektur Wilayah II');
    expect(added.headers['location']).toBe(`${HEAD}?penanda=tpi-2`);
    const unchosen = await sendForm(member, REPORT, `${REPORT}/nomor`, NUMBER);
    expect(unchosen.status).toBe(422);
    expect(readableText(unchosen.text)).toContain('Pilih siapa yang menandatangani LHE ini.');
    const chosen = { ...NUMBER, letterhead: 'tpi-2' };
    expect((await sendForm(member, REPORT, `${REPORT}/nomor`, chosen)).status).toBe(303);
    expect(await read(member, `${REPORT}/1/cetak`)).toContain('Inspektur Wilayah II, Joko');
    const [entry] = await historyRows(zi, 'lhe.number');
    expect(entry?.after).toMatchObject({ lheSignatory: 'Inspektur Wilayah II: Joko' });
    expect(await read(lead, HEAD)).toContain('Inspektur Utama: Rina');
  });

  it('is nobody who is not kept', async () => {
    const { member, lead } = await atTpi();
    await keep(lead, HEAD, 'Rina', 'Inspektur Utama');
    for (const letterhead of ['52', 'tpi-9', 'instansi']) {
      const refused = await sendForm(member, REPORT, `${REPORT}/nomor`, { ...NUMBER, letterhead });
      expect(refused.status).toBe(422);
    }
    for (const other of ['52', 'tpi-9', 'instansi']) {
      await lead.get(`${HEAD}?penanda=${other}`).expect(404);
    }
  });

  it('is added once, however often the same form is sent', async () => {
    const { lead } = await atTpi();
    await keep(lead, HEAD, 'Rina', 'Inspektur Utama');
    const page = `${HEAD}?penanda=baru`;
    const { fields } = formTo((await lead.get(page)).text, HEAD);
    const form = { ...fields, ...signatory('Joko', 'Inspektur Wilayah II') };
    for (let sent = 0; sent < 2; sent += 1) {
      const reply = await lead.post(HEAD).type('form').send(form);
      expect(reply.headers['location']).toBe(`${HEAD}?penanda=tpi-2`);
    }
    const rows = await zi.deps.store.db.selectFrom('letterhead').select('owner').execute();
    expect(rows.map(({ owner }) => owner).sort()).toEqual(['tpi', 'tpi-2']);
  });
});

describe('the words of the statement of full responsibility', () => {
  const words = 'Saya, {nama}, menyatakan benar atas {jumlah} satker:\n1. Data benar.';

  it('are the product’s until the administrator writes others, and say so', async () => {
    const admin = await zi.signIn('admin');
    const page = await read(admin, STATEMENT);
    expect(page).toContain('rumusan bawaan aplikasi');
    expect(page).toContain('naskah resminya belum diperoleh');
    expect((await sendForm(admin, STATEMENT, STATEMENT, { text: words })).status).toBe(303);
    expect(await read(admin, STATEMENT)).toContain('teks yang ditulis administrator');
    expect((await sendForm(admin, STATEMENT, STATEMENT, { text: '' })).status).toBe(303);
    expect(await read(admin, STATEMENT)).toContain('Yang bertanda tangan di bawah ini:');
    expect(await historyRows(zi, 'proposal.statement')).toHaveLength(2);
  });

  it('refuse a field that stands for nothing and keep what was typed', async () => {
    const admin = await zi.signIn('admin');
    const refused = await sendForm(admin, STATEMENT, STATEMENT, { text: 'Saya {nip}.' });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('{nip} tidak dikenal.');
    expect(refused.text).toContain('Saya {nip}.');
  });

  it('show both texts to whoever is late', async () => {
    const admin = await zi.signIn('admin');
    const { fields } = formTo((await admin.get(STATEMENT)).text, STATEMENT);
    await sendForm(admin, STATEMENT, STATEMENT, { text: words });
    const late = await admin
      .post(STATEMENT)
      .type('form')
      .send({ ...fields, text: 'Lain.' });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('Saya, {nama}');
    expect(readableText(late.text)).toContain('Lain.');
  });

  it('are the administrator’s alone', async () => {
    for (const name of ['pusat', 'provinsi', 'tpi.ketua', 'ketua.mataram']) {
      await (await zi.signIn(name)).get(STATEMENT).expect(403);
    }
  });
});
