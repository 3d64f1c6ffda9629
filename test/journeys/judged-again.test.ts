import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

/** What came back changed: who judged it before sees what is another now. */
const LKE = `/lke/${MATARAM}/2026`;
const RETURN = `${LKE}/pengembalian`;
const CODE = 'A.I.1.i.b';

let zi: TestApp;
let province: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  const ketua = await zi.signIn('ketua.mataram');
  expect((await submit(ketua, MATARAM)).status).toBe(303);
  await assessAs(zi, await lkeOf(zi, MATARAM), 'pendahuluan');
  province = await zi.signIn('provinsi');
  const sent = await sendForm(province, RETURN, RETURN, { reason: 'Perbaiki.', opens: 'semua' });
  expect(sent.status).toBe(303);
  await answer(zi, MATARAM, { [CODE]: 'B' });
  expect((await submit(ketua, MATARAM)).status).toBe(303);
}, 60_000);
afterEach(() => zi.close());

describe('an assessor who judges again what changed', () => {
  it('reads the earlier claim beside the one of now, and goes to the comparison', async () => {
    const page = await province.get(`${LKE}/tinjauan/pendahuluan/${CODE}`).expect(200);
    const text = readableText(page.text);
    expect(text).toContain('Perlu dinilai ulang');
    expect(text).toContain('Yang berubah sejak dinilai');
    expect(text).toMatch(/Jawaban A.* → B/);
    expect(page.text).toContain(`href="${LKE}/pengajuan/2/perbandingan"`);
    await province.get(`${LKE}/pengajuan/2/perbandingan`).expect(200);
  });

  it('reads nothing of a change where nothing changed', async () => {
    const page = await province.get(`${LKE}/tinjauan/pendahuluan/A.I.1.i.a`).expect(200);
    expect(readableText(page.text)).not.toContain('Yang berubah sejak dinilai');
  });
});

describe('a note that was closed too early', () => {
  it('is opened again by the reviewer and waits for the satker', async () => {
    const page = `${LKE}/tinjauan/pendahuluan/${CODE}`;
    const sent = await sendForm(province, page, `${page}/catatan`, {
      'catatan-baru': 'Lampirkan berita acara.',
    });
    expect(sent.status).toBe(303);
    const { id } = await zi.deps.store.db
      .selectFrom('note_thread')
      .select('id')
      .executeTakeFirstOrThrow();
    const thread = `${LKE}/catatan/${id}`;
    const closing = await sendForm(province, page, `${thread}/penutupan`);
    expect(closing.headers['location']).toBe(`${LKE}/catatan?saring=semua#catatan-${id}`);
    const after = readableText((await province.get(`${LKE}/catatan?saring=semua`)).text);
    expect(after).toContain('Bila keliru, pilih Buka lagi catatan.');
    const closed = readableText((await province.get(page)).text);
    expect(closed).toContain('Ditutup');
    expect((await sendForm(province, page, `${thread}/pembukaan`)).status).toBe(303);
    const open = readableText((await province.get(page)).text);
    expect(open).toContain('Menunggu balasan satker');
    expect(open).toContain('Tutup catatan');
    const history = await province.get(`${LKE}/riwayat`).expect(200);
    expect(readableText(history.text)).toContain('Catatan penilai dibuka lagi');
  });
});
