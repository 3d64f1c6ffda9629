import { strFromU8, unzipSync } from 'fflate';
import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { lheChecks } from '../../src/features/lhe/checks.js';
import { startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { formsIn } from '../support/html.js';
import { messageOf } from '../support/message-of.js';
import { historyLength } from '../support/people.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

/** Deciding, writing to TPI, concluding: through HTTP, as people read it. */
const LKE = `/lke/${MATARAM}/2026`;
const PRELIMINARY = `${LKE}/keputusan/pendahuluan`;
const TPI = `${LKE}/keputusan/tpi`;
const HOSTILE = '<script>alert(1)</script> & "kutip" ]]> {{kop}}';

let zi: TestApp;
let head: TestAgent;
let ketua: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  ketua = await zi.signIn('ketua.mataram');
  expect((await submit(ketua, MATARAM)).status).toBe(303);
  head = await zi.signIn('sekretaris.provinsi');
}, 60_000);
afterEach(() => zi.close());

async function read(agent: TestAgent, url: string): Promise<string> {
  return readableText((await agent.get(url).expect(200)).text);
}

const decide = (agent: TestAgent, page: string, fields: Record<string, string>) =>
  sendForm(agent, page, page, { checked: 'on', ...fields });

async function assessed(): Promise<void> {
  await assessAs(zi, await lkeOf(zi, MATARAM), 'pendahuluan');
}

async function layak(): Promise<void> {
  await assessed();
  expect((await decide(head, PRELIMINARY, { choice: 'decide-layak' })).status).toBe(303);
}

const HEAD = {
  agency: 'KOMISI PEMILIHAN UMUM\nPROVINSI NUSA TENGGARA BARAT',
  address: 'Jalan Langko Nomor 17 Mataram',
  city: 'Mataram',
  position: 'Sekretaris',
  name: 'Baiq Ratna Dewi',
  nip: '197001011990032001',
  addressee: 'Yth. Inspektur Utama KPU\ndi Jakarta',
  copies: 'Ketua KPU Kota Mataram',
};

async function sendLetter(fields: Record<string, string> = {}): Promise<Response> {
  await sendForm(head, `${LKE}/kop/surat`, `${LKE}/kop/surat`, HEAD);
  const saved = await sendForm(head, `${LKE}/surat`, `${LKE}/surat`, {
    number: '12/ORT.01/52/2026',
    day: '2026-03-09',
    attachments: '1 (satu) berkas',
    ...fields,
  });
  expect(saved.status).toBe(303);
  return sendForm(head, `${LKE}/surat`, `${LKE}/surat/pengiriman`);
}

async function atTpi(): Promise<{ member: TestAgent; lead: TestAgent }> {
  await layak();
  expect((await sendLetter()).status).toBe(303);
  const member = await zi.signIn('tpi.anggota');
  const begun = await sendForm(member, TPI, `${LKE}/penilaian-tpi`);
  expect(begun.status).toBe(303);
  const lead = await zi.signIn('tpi.ketua');
  return { member, lead };
}

/** The report is written before both confirm, who confirm its words too. */
async function confirmed(
  sakip = 'Nilai SAKIP BB.',
): Promise<{ member: TestAgent; lead: TestAgent }> {
  const people = await atTpi();
  await assessAs(zi, await lkeOf(zi, MATARAM), 'tpi', {
    'A.I.1.i.b': { kind: 'choice', letter: 'B' },
  });
  await report(people.member, sakip);
  const dalnis = await zi.signIn('tpi.dalnis');
  for (const agent of [people.lead, dalnis]) {
    const url = `${LKE}/tinjauan/tpi`;
    expect((await sendForm(agent, url, `${url}/konfirmasi`)).status).toBe(303);
  }
  return people;
}

async function write(agent: TestAgent, section: string, text: string): Promise<void> {
  const url = `${LKE}/lhe`;
  expect((await sendForm(agent, url, `${url}/bagian/${section}`, { text })).status).toBe(303);
}

/** Words on every check, and the recommendations as they are proposed. */
async function report(agent: TestAgent, sakip: string): Promise<void> {
  for (const { key } of lheChecks()) await write(agent, key, key === 'sakip' ? sakip : 'Uraian.');
  expect((await sendForm(agent, `${LKE}/lhe`, `${LKE}/lhe/usulan`)).status).toBe(303);
}

async function numbered(lead: TestAgent): Promise<void> {
  await sendForm(lead, `${LKE}/kop/lhe`, `${LKE}/kop/lhe`, {
    ...HEAD,
    agency: 'INSPEKTORAT UTAMA',
    city: 'Jakarta',
  });
  const saved = await sendForm(lead, `${LKE}/lhe`, `${LKE}/lhe/nomor`, {
    number: 'LHE-7/2026',
    day: '2026-03-10',
  });
  expect(saved.status).toBe(303);
}

/** What Word would show, and the parts of the file. */
async function docx(agent: TestAgent, url: string): Promise<{ text: string; xml: string }> {
  const reply = await agent
    .get(url)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  expect(reply.headers['content-disposition']).toMatch(/attachment; filename=[\w.-]+\.docx/);
  const files = unzipSync(new Uint8Array(reply.body as Buffer));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const paragraphs = xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<w:(?:tab|br)\/>/g, ' ')
    .replaceAll(/<[^>]+>/g, '');
  return { text: unescape(paragraphs), xml };
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

describe('the province', () => {
  it('cannot say layak before everything is assessed, and reads why', async () => {
    const before = await historyLength(zi);
    const refused = await decide(head, PRELIMINARY, { choice: 'decide-layak' });
    expect(refused.status).toBe(422);
    const text = readableText(refused.text);
    expect(text).toContain('syaratnya belum terpenuhi: semua indikator sudah dinilai.');
    expect(text).toContain('semua ambang sasaran terpenuhi menurut penilaian ini');
    expect(await historyLength(zi)).toBe(before);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
  });

  it('says layak, writes to TPI and freezes what it wrote', async () => {
    await layak();
    expect((await lkeOf(zi, MATARAM)).stage).toBe('menunggu-tpi');
    expect(await read(ketua, `${LKE}/keputusan`)).toContain('Penilaian pendahuluan: Layak');
    expect((await sendLetter()).status).toBe(303);
    const list = await head.get(`${LKE}/keputusan`).expect(200);
    const print = /\/lke\/52\.71\/2026\/surat\/\d+\/cetak/.exec(list.text)?.[0] ?? '';
    const page = await read(ketua, print);
    expect(page).toContain('12/ORT.01/52/2026');
    expect(page).toContain('Mataram, 9 Maret 2026');
    expect(page).toContain('100,00');
    expect(page).toContain('12 dari 12');
    const file = await docx(ketua, print.replace('cetak', 'surat.docx'));
    for (const said of ['12/ORT.01/52/2026', 'KPU Kota Mataram', '100,00', 'NIP 1970']) {
      expect(file.text).toContain(said);
    }
    await zi.deps.store.write((tx) =>
      tx.updateTable('letterhead').set({ signatory_name: 'Orang Lain' }).execute(),
    );
    expect(await read(ketua, print)).toContain('Baiq Ratna Dewi');
    expect(
      await messageOf(
        zi.deps.store.write((tx) => tx.updateTable('letter').set({ number: 'x' }).execute()),
      ),
    ).toContain('frozen');
    expect((await head.get(`${LKE}/surat`)).status).toBe(200);
  });

  it('writes a letter as offices do: urgency, annex with its label, copies', async () => {
    await layak();
    const strange = await sendForm(head, `${LKE}/surat`, `${LKE}/surat`, {
      number: '12/ORT.01/52/2026',
      day: '2026-03-09',
      urgency: 'kilat',
    });
    expect(strange.status).toBe(422);
    expect((await sendLetter({ urgency: 'sangat-segera', attachments: '' })).status).toBe(303);
    const letter = await read(head, `${LKE}/surat/1/cetak`);
    expect(letter).toContain('Sifat Sangat segera Lampiran 1 (satu) berkas');
    expect(letter).toContain(
      'Lampiran surat Nomor: 12/ORT.01/52/2026 Tanggal: 9 Maret 2026 Hasil penilaian pendahuluan',
    );
    expect(letter).toContain('Tembusan: Ketua KPU Kota Mataram');
  });

  it('dates a letter within the year it is about', async () => {
    await layak();
    await sendForm(head, `${LKE}/kop/surat`, `${LKE}/kop/surat`, HEAD);
    const page = `${LKE}/surat`;
    const old = await sendForm(head, page, page, { number: '1', day: '2020-01-01' });
    expect(old.status).toBe(422);
    expect(readableText(old.text)).toContain('Tanggal ini sebelum tahun 2026');
  });

  it('sends the letter, and TPI hears that it may begin and opens the page to do so', async () => {
    await layak();
    const member = await zi.signIn('tpi.anggota');
    expect(await read(member, '/pemberitahuan')).not.toContain('TPI dapat memulai penilaian.');
    expect((await sendLetter()).status).toBe(303);
    const sentence =
      'Surat rekomendasi KPU Kota Mataram untuk LKE 2026 sudah terkirim. TPI dapat memulai penilaian.';
    const { text } = await member.get('/pemberitahuan').expect(200);
    expect(readableText(text)).toContain(sentence);
    const newest = formsIn(text).find((one) => one.fields['id'] !== undefined);
    const opened = await member.post('/pemberitahuan/dibaca').type('form').send(newest?.fields);
    expect(opened.headers['location']).toBe(TPI);
    expect(await read(member, TPI)).toContain('Mulai penilaian TPI');
    for (const other of [ketua, head, await zi.signIn('provinsi')]) {
      expect(await read(other, '/pemberitahuan')).not.toContain('sudah terkirim. TPI');
    }
  });

  it('recommends several satker with one letter', async () => {
    const other = '52.02';
    await completeLke(zi, other);
    await submit(await zi.signIn('ketua.loteng'), other);
    await assessAs(zi, await lkeOf(zi, other), 'pendahuluan');
    await decide(head, `/lke/${other}/2026/keputusan/pendahuluan`, { choice: 'decide-layak' });
    await layak();
    expect((await sendLetter({ [`satker-${other}`]: 'on' })).status).toBe(303);
    for (const satker of [MATARAM, other]) {
      const list = await read(head, `/lke/${satker}/2026/keputusan`);
      expect(list).toContain('Surat rekomendasi 12/ORT.01/52/2026');
    }
    const again = await head.get(`/lke/${other}/2026/surat`).expect(200);
    expect(readableText(again.text)).toContain('Dicatat terkirim');
  });

  it('shows each satker of such a letter what it says of that satker alone', async () => {
    const other = '52.02';
    await completeLke(zi, other);
    const loteng = await zi.signIn('ketua.loteng');
    await submit(loteng, other);
    const lower = { 'A.I.1.i.b': { kind: 'choice', letter: 'B' } } as const;
    await assessAs(zi, await lkeOf(zi, other), 'pendahuluan', lower);
    await decide(head, `/lke/${other}/2026/keputusan/pendahuluan`, { choice: 'decide-layak' });
    await layak();
    expect((await sendLetter({ [`satker-${other}`]: 'on' })).status).toBe(303);
    const { id } = await zi.deps.store.db
      .selectFrom('letter')
      .select('id')
      .executeTakeFirstOrThrow();
    const member = await zi.signIn('tpi.anggota');
    for (const agent of [ketua, member]) {
      for (const said of [
        await read(agent, `${LKE}/surat/${id}/cetak`),
        (await docx(agent, `${LKE}/surat/${id}/surat.docx`)).text,
      ]) {
        expect(said).toContain('Petikan.');
        expect(said).toContain('Hasil penilaian pendahuluan KPU Kota Mataram');
        expect(said).not.toContain('Lombok Tengah');
        expect(said).not.toContain('99,88');
      }
    }
    const theirs = await read(loteng, `/lke/${other}/2026/surat/${id}/cetak`);
    expect(theirs).toContain('99,88');
    expect(theirs).not.toContain('pendahuluan KPU Kota Mataram');
    const whole = await read(head, `${LKE}/surat/${id}/cetak`);
    expect(whole).toContain('Lombok Tengah');
    expect(whole).toContain('Kota Mataram');
    expect(whole).not.toContain('Petikan');
  });

  it('shows no draft of the letter to others', async () => {
    await layak();
    await sendForm(head, `${LKE}/surat`, `${LKE}/surat`, { number: '1', day: '2026-03-09' });
    const letter = await zi.deps.store.db
      .selectFrom('letter')
      .select('id')
      .executeTakeFirstOrThrow();
    await ketua.get(`${LKE}/surat/${letter.id}/cetak`).expect(404);
    await head.get(`${LKE}/surat/${letter.id}/cetak`).expect(200);
    const member = await zi.signIn('tpi.anggota');
    expect(await read(member, TPI)).toContain('Surat rekomendasi belum dicatat terkirim');
    const refused = await member
      .post(`${LKE}/penilaian-tpi`)
      .type('form')
      .send({ _csrf: await tokenFrom(member), version: '1' });
    expect(refused.status).toBe(422);
    const history = `${LKE}/riwayat`;
    expect(await read(head, history)).toContain('Surat rekomendasi disimpan');
    const others = [ketua, await zi.signIn('tpi.anggota'), await zi.signIn('provinsi')];
    for (const other of others) {
      expect(await read(other, history)).not.toContain('Surat rekomendasi disimpan');
    }
  });

  it.each([
    ['decide-belum-layak-ends', 'belum-layak', 'Penilaian tahun ini berakhir.'],
    ['decide-belum-layak-reopens', 'pengisian', 'LKE dibuka lagi untuk diperbaiki.'],
  ])('says no with a reason (%s), though the gates pass', async (choice, stage, words) => {
    await assessed();
    const silent = await decide(head, PRELIMINARY, { choice });
    expect(silent.status).toBe(422);
    expect(readableText(silent.text)).toContain('Tulis alasannya.');
    const reason = `Rapat pleno belum selesai. ${HOSTILE}`;
    expect((await decide(head, PRELIMINARY, { choice, reason })).status).toBe(303);
    expect((await lkeOf(zi, MATARAM)).stage).toBe(stage);
    const page = await ketua.get(`${LKE}/keputusan`).expect(200);
    expect(page.text).not.toContain('<script>alert(1)');
    expect(readableText(page.text)).toContain(words);
    expect(await read(ketua, `${LKE}/riwayat`)).toContain('Penilaian pendahuluan diputuskan');
  });

  it('does nothing twice, nor from a page that grew old', async () => {
    await assessed();
    const html = (await head.get(PRELIMINARY).expect(200)).text;
    const form = formsIn(html).find(({ action }) => action === PRELIMINARY)?.fields ?? {};
    const send = () =>
      head
        .post(PRELIMINARY)
        .type('form')
        .send({ ...form, choice: 'decide-layak', checked: 'on' });
    await zi.deps.store.write((tx) =>
      tx.updateTable('answer').set({ version: 2 }).where('tier', '=', 'pendahuluan').execute(),
    );
    const stale = await send();
    expect(stale.status).toBe(409);
    expect(readableText(stale.text)).toContain('Penilaian berubah sejak Anda periksa');
    expect((await decide(head, PRELIMINARY, { choice: 'decide-layak' })).status).toBe(303);
    const length = await historyLength(zi);
    expect((await send()).status).toBe(409);
    expect(await historyLength(zi)).toBe(length);
  });
});

describe('TPI', () => {
  it('concludes memenuhi with a report that stays as it was', async () => {
    const { lead } = await confirmed(HOSTILE);
    const url = `${LKE}/lhe`;
    await ketua.get(`${url}/1/cetak`).expect(404);
    const early = await decide(lead, TPI, { choice: 'conclude-memenuhi' });
    expect(readableText(early.text)).toContain(
      'Kop dan penanda tangan LHE belum diisi atau belum dipilih.',
    );
    await numbered(lead);
    expect((await decide(lead, TPI, { choice: 'conclude-memenuhi' })).status).toBe(303);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('siap-diusulkan');
    const { total } = await zi.deps.store.db
      .selectFrom('score')
      .select('total_sort as total')
      .where('tier', '=', 'tpi')
      .executeTakeFirstOrThrow();
    const shown = total.toFixed(2).replace('.', ',');
    const page = await ketua.get(`${url}/1/cetak`).expect(200);
    const text = readableText(page.text);
    for (const said of [
      'LHE-7/2026',
      `${shown} dari 100`,
      'Memenuhi',
      'Bukti kurang.',
      'A.I.1.i.b',
    ]) {
      expect(text).toContain(said);
    }
    expect(page.text).not.toContain('<script>alert(1)');
    const file = await docx(ketua, `${url}/1/lhe.docx`);
    expect(file.text).toContain(`${shown} dari 100`);
    expect(file.text).toContain(HOSTILE);
    expect(file.xml).not.toContain('<script>');
    await zi.deps.store.write((tx) =>
      tx.updateTable('letterhead').set({ agency: 'LAIN' }).execute(),
    );
    expect(readableText((await ketua.get(`${url}/1/cetak`)).text)).toContain('INSPEKTORAT UTAMA');
    expect(
      await messageOf(
        zi.deps.store.write((tx) => tx.updateTable('lhe').set({ number: 'x' }).execute()),
      ),
    ).toContain('frozen');
  });

  it.each([
    ['conclude-belum-memenuhi-ends', 'belum-memenuhi'],
    ['conclude-belum-memenuhi-reopens', 'pengisian'],
  ])('concludes belum memenuhi with a reason (%s)', async (choice, stage) => {
    const { lead } = await confirmed();
    await numbered(lead);
    expect((await decide(lead, TPI, { choice })).status).toBe(422);
    const reason = 'Survei tidak sahih.';
    expect((await decide(lead, TPI, { choice, reason })).status).toBe(303);
    expect((await lkeOf(zi, MATARAM)).stage).toBe(stage);
    const report = await read(ketua, `${LKE}/lhe/1/cetak`);
    expect(report).toContain('Belum memenuhi');
    expect(report).toContain('Survei tidak sahih.');
  });

  it('confirms anew what was handed in again, though nothing of it changed', async () => {
    const { lead, member } = await confirmed();
    const dalnis = await zi.signIn('tpi.dalnis');
    for (const name of ['tpi.anggota', 'provinsi']) {
      zi.clock.advance(60_000);
      const page = `${LKE}/pengembalian`;
      const fields = { reason: 'Lengkapi.', opens: 'semua' };
      expect((await sendForm(await zi.signIn(name), page, page, fields)).status).toBe(303);
    }
    zi.clock.advance(60_000);
    expect((await submit(ketua, MATARAM)).status).toBe(303);
    expect((await decide(head, PRELIMINARY, { choice: 'decide-layak' })).status).toBe(303);
    expect((await sendLetter({ number: '13/ORT.01/52/2026' })).status).toBe(303);
    const begun = await sendForm(await zi.signIn('tpi.anggota'), TPI, `${LKE}/penilaian-tpi`);
    expect(begun.status).toBe(303);
    expect(await read(member, `${LKE}/lhe`)).toContain('Uraian pada pengajuan sebelumnya;');
    expect((await sendForm(member, `${LKE}/lhe`, `${LKE}/lhe/usulan`)).status).toBe(303);
    await numbered(lead);
    const early = await decide(lead, TPI, { choice: 'conclude-memenuhi' });
    expect(early.status).toBe(422);
    const url = `${LKE}/tinjauan/tpi`;
    for (const agent of [lead, dalnis]) {
      expect((await sendForm(agent, url, `${url}/konfirmasi`)).status).toBe(303);
    }
    expect((await decide(lead, TPI, { choice: 'conclude-memenuhi' })).status).toBe(303);
  });

  it('names in its report whose note is whose', async () => {
    const { member } = await confirmed();
    const note = (tier: 'mandiri' | 'tpi', code: string, said: string) =>
      zi.deps.store.write((tx) =>
        tx
          .updateTable('answer')
          .set({ note: said })
          .where('tier', '=', tier)
          .where('indicator_code', '=', code)
          .execute(),
      );
    await note('mandiri', 'A.I.4.i.c', 'Rapat tiap triwulan.');
    await note('mandiri', 'A.I.4.ii.c', 'SAKIP BB.');
    await note('tpi', 'A.I.4.ii.c', 'Belum terbit.');
    const text = await read(member, `${LKE}/lhe`);
    expect(text).toMatch(/catatan satker: Rapat tiap triwulan\./i);
    expect(text).toMatch(/catatan TPI: Belum terbit\./i);
  });

  it('cannot conclude before both confirmed', async () => {
    const { lead } = await atTpi();
    await assessAs(zi, await lkeOf(zi, MATARAM), 'tpi');
    await numbered(lead);
    const refused = await decide(lead, TPI, { choice: 'conclude-memenuhi' });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('ketua tim dan pengendali teknis');
    expect((await lkeOf(zi, MATARAM)).stage).toBe('tpi');
  });

  it('keeps both texts where two wrote the same section', async () => {
    const { member, lead } = await atTpi();
    const url = `${LKE}/lhe`;
    const mine = formsIn((await member.get(url).expect(200)).text).find(
      ({ action }) => action === `${url}/bagian/inovasi`,
    );
    await sendForm(lead, url, `${url}/bagian/inovasi`, { text: 'Teks ketua.' });
    const conflict = await member
      .post(`${url}/bagian/inovasi`)
      .type('form')
      .send({ ...mine?.fields, text: 'Teks anggota.' });
    expect(conflict.status).toBe(409);
    expect(readableText(conflict.text)).toContain('Teks ketua.');
    expect(readableText(conflict.text)).toContain('Teks anggota.');
    expect(await read(ketua, `${LKE}/riwayat`)).not.toContain('Teks ketua.');
  });
});
