import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { findLke, refreshScore } from '../../src/features/lke/store.js';
import type { ProposalTable } from '../../src/db/schema-share.js';
import { startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { FEED_BASE as BASE, FEED_ERROR as ERROR, feedSteps } from '../support/feeding.js';
import type { FeedSteps } from '../support/feeding.js';
import { postFiles } from '../support/evidence.js';
import { historyRows, readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

const LKE = `/lke/${MATARAM}/2026`;
const ADMIN = '/admin/portalrb';
const LOTENG = '52.02';
const CODE = 'A.I.1.i.a';

let zi: TestApp;
let admin: TestAgent;
let feed: FeedSteps;

beforeEach(async () => {
  zi = await startTestApp();
  admin = await zi.signIn('admin');
  feed = feedSteps(zi, admin);
});

afterEach(() => zi.close());

const turnOn = (fields: Readonly<Record<string, string>> = {}) => feed.turnOn(fields);
const makeToken = (fields: Readonly<Record<string, string>> = {}) => feed.makeToken(fields);
const ask = (path: string, token: string | null = null) => feed.ask(path, token);
const proposed = (satker: string, lead: string, category?: ProposalTable['category']) =>
  feed.proposed(satker, lead, category);

describe('before it is turned on', () => {
  it.each([
    '/pengusulan/unit-wbk',
    '/pengusulan/unit-wbbm',
    `/lke/jawaban-unit/${MATARAM}`,
    '/x',
    '',
  ])('answers 404 at %s, with or without a token', async (path) => {
    const token = await makeToken();
    for (const sent of [null, token]) {
      const reply = await ask(path, sent);
      expect([reply.status, reply.body]).toEqual([404, { ...ERROR, code: 'not_found' }]);
    }
  });
});

describe('who may ask', () => {
  beforeEach(() => turnOn());

  it('refuses without, with a wrong and with a revoked token', async () => {
    const token = await makeToken();
    await ask('/pengusulan/unit-wbk', token).expect(200);
    const link = /href="([^"]+\/pencabutan)"/.exec((await admin.get(ADMIN)).text)?.[1] ?? '';
    expect((await sendForm(admin, link, link)).status).toBe(303);
    const headers = [
      undefined,
      'Bearer',
      'Bearer x',
      `Basic ${token}`,
      `Bearer ${token}x`,
      `Bearer ${token}`,
    ];
    for (const header of headers) {
      const get = request(zi.app).get(`${BASE}/pengusulan/unit-wbk`);
      const reply = await (header === undefined ? get : get.set('Authorization', header));
      expect([header, reply.status]).toEqual([header, 401]);
      expect(reply.body).toEqual({ ...ERROR, code: 'unauthorized' });
      expect(reply.headers['www-authenticate']).toBe('Bearer');
      expect(reply.headers['set-cookie']).toBeUndefined();
      expect(reply.headers['cache-control']).toBe('no-store');
    }
  });

  it('takes no session in place of a token', async () => {
    const reply = await admin.get(`${BASE}/pengusulan/unit-wbk`);
    expect(reply.status).toBe(401);
  });

  it.each([
    ['lists with a token for answers', '/pengusulan/unit-wbk', { list: 'off' }],
    ['WBBM lists too', '/pengusulan/unit-wbbm', { list: 'off' }],
    ['answers with a token for lists', `/lke/jawaban-unit/${MATARAM}`, { read: 'off' }],
    ['another year', '/pengusulan/unit-wbk?tahun=2025', { year: '2026' }],
    ['answers of another year', `/lke/jawaban-unit/${MATARAM}?tahun=2025`, { year: '2026' }],
  ])('answers 403 for %s', async (_title, path, fields) => {
    const reply = await ask(path, await makeToken(fields));
    expect([reply.status, reply.body]).toEqual([403, { ...ERROR, code: 'forbidden' }]);
  });

  it.each([
    ['a unit without LKE', '/lke/jawaban-unit/99.99', 404, 'not_found'],
    ['a unit that nobody proposed', `/lke/jawaban-unit/${MATARAM}`, 404, 'not_found'],
    ['a unit that is no code', '/lke/jawaban-unit/abc', 422, 'unprocessable'],
    ['a unit with a quote', "/lke/jawaban-unit/52'--", 422, 'unprocessable'],
    ['a unit that cannot be decoded', '/lke/jawaban-unit/%E0%A4', 422, 'unprocessable'],
    ['a year that is none', '/pengusulan/unit-wbk?tahun=dua', 422, 'unprocessable'],
    ['a year twice', '/pengusulan/unit-wbk?tahun=2026&tahun=2026', 422, 'unprocessable'],
    ['a year that was never opened', '/pengusulan/unit-wbk?tahun=1999', 404, 'not_found'],
    ['an empty year', '/pengusulan/unit-wbk?tahun=', 422, 'unprocessable'],
    ['an address that is none', '/pengusulan', 404, 'not_found'],
    ['another base', '/../portalrb/pengusulan/unit-wbk', 404, 'not_found'],
  ])('answers %s with %s: %i', async (_title, path, status, code) => {
    const reply = await ask(path, await makeToken());
    expect([reply.status, reply.body]).toEqual([status, { ...ERROR, code }]);
  });

  it('answers nothing but GET', async () => {
    const token = await makeToken();
    for (const method of ['post', 'put', 'delete'] as const) {
      const reply = await request(zi.app)
        [method](`${BASE}/pengusulan/unit-wbk`)
        .set('Authorization', `Bearer ${token}`);
      expect([reply.status, reply.body]).toEqual([404, { ...ERROR, code: 'not_found' }]);
    }
  });
});

it('slows down and says when to come again', async () => {
  await zi.close();
  zi = await startTestApp({ ZI_REQUESTS_PER_MINUTE: '40' });
  admin = await zi.signIn('admin');
  feed = feedSteps(zi, admin);
  await turnOn();
  const token = await makeToken();
  let reply = await ask('/pengusulan/unit-wbk', token);
  for (let time = 0; time < 40; time += 1) reply = await ask('/pengusulan/unit-wbk', token);
  expect([reply.status, reply.body]).toEqual([429, { ...ERROR, code: 'too_many_requests' }]);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
});

describe('the lists', () => {
  beforeEach(() => turnOn());

  it('name proposed satker that passed TPI, with category and afirmasi', async () => {
    const token = await makeToken();
    expect((await ask('/pengusulan/unit-wbk', token)).body).toEqual({ tahun: 2026, units: [] });
    await proposed(MATARAM, 'ketua.mataram');
    await proposed(LOTENG, 'ketua.loteng', 'WBK-AFIRMASI');
    const reply = await ask('/pengusulan/unit-wbk', token).expect(200);
    expect(reply.headers['content-type']).toMatch(/^application\/json/);
    expect(reply.body).toEqual({
      tahun: 2026,
      units: [
        {
          id: LOTENG,
          nama: 'KPU Kabupaten Lombok Tengah',
          kategori: 'WBK-AFIRMASI',
          afirmasi: true,
        },
        { id: MATARAM, nama: 'KPU Kota Mataram', kategori: 'WBK', afirmasi: false },
      ],
    });
    expect((await ask('/pengusulan/unit-wbbm', token)).body).toEqual({ tahun: 2026, units: [] });
  });

  it.each(['pengisian', 'pendahuluan', 'menunggu-tpi', 'tpi', 'belum-memenuhi'])(
    'do not name a satker that stands at %s',
    async (stage) => {
      await proposed(MATARAM, 'ketua.mataram');
      await zi.deps.store.write((tx) =>
        tx.updateTable('lke').set({ stage }).where('satker_code', '=', MATARAM).execute(),
      );
      const token = await makeToken();
      expect((await ask('/pengusulan/unit-wbk', token)).body).toEqual({ tahun: 2026, units: [] });
      expect((await ask(`/lke/jawaban-unit/${MATARAM}`, token)).status).toBe(404);
    },
  );

  it('judge WBBM by its own gates, on the score of TPI alone', async () => {
    await proposed(MATARAM, 'ketua.mataram', 'WBBM');
    const token = await makeToken();
    const listed = async () =>
      (await ask('/pengusulan/unit-wbbm', token)).body as { units: object[] };
    expect((await listed()).units).toEqual([
      { id: MATARAM, nama: 'KPU Kota Mataram', kategori: 'WBBM', afirmasi: false },
    ]);
    // An IPKP of 3.2 is enough for WBK, not for WBBM.
    const lke = await findLke(zi.deps.store.db, MATARAM, 2026);
    if (lke === null) throw new Error('no LKE');
    await zi.deps.store.write(async (tx) => {
      await tx
        .updateTable('answer')
        .set({ value: '{"kind":"index","index":"3.2"}' })
        .where('lke_id', '=', lke.id)
        .where('tier', '=', 'tpi')
        .where('indicator_code', 'like', 'B.II%')
        .execute();
      await refreshScore(tx, zi.deps.instruments, lke, 'tpi', zi.deps.clock());
    });
    expect((await listed()).units).toEqual([]);
    expect((await ask(`/lke/jawaban-unit/${MATARAM}`, token)).status).toBe(404);
  });
});

interface Answers {
  readonly unit_id: string;
  readonly nama_unit: string;
  readonly tahun: number;
  readonly answers: readonly Readonly<Record<string, string | number | null>>[];
}

describe('the answers of a unit', () => {
  beforeEach(async () => {
    await turnOn();
    await proposed(MATARAM, 'ketua.mataram');
  });

  const answersOf = async (): Promise<Answers> =>
    (await ask(`/lke/jawaban-unit/${MATARAM}`, await makeToken()).expect(200)).body as Answers;

  it('are all 127 questions in order, each with exactly its six fields', async () => {
    const { answers, ...head } = await answersOf();
    expect(head).toEqual({ unit_id: MATARAM, nama_unit: 'KPU Kota Mataram', tahun: 2026 });
    expect(answers.map(({ soal_id }) => soal_id)).toEqual(
      Array.from({ length: 127 }, (_one, at) => at + 1),
    );
    const fields = [
      'soal_id',
      'jawaban_unit',
      'jawaban_tpi',
      'catatan_unit',
      'bukti_dukung_unit',
      'catatan_tpi',
    ];
    expect(answers.filter((one) => Object.keys(one).join() !== fields.join())).toEqual([]);
    for (const one of answers) {
      expect(typeof one['jawaban_unit']).toBe('string');
      expect(one['jawaban_unit']).not.toMatch(/,/);
    }
  });

  it('are letters, whole numbers and decimals with a point, as strings; null where empty', async () => {
    const { answers } = await answersOf();
    const at = (soal: number) => answers.find(({ soal_id }) => soal_id === soal);
    expect(at(1)).toMatchObject({ jawaban_unit: 'Ya', jawaban_tpi: 'Ya', catatan_unit: null });
    expect(at(1)?.['bukti_dukung_unit']).toBe('sk');
    expect(at(2)?.['bukti_dukung_unit']).toBeNull();
    expect(at(88)?.['jawaban_unit']).toMatch(/^\d+$/);
    const index = answers.filter((one) => /^\d\.\d+$/.test(String(one['jawaban_tpi'])));
    expect(index.map((one) => one['jawaban_tpi'])).toEqual(['3.75', '3.75']);
  });

  it('come from the last submission on the side of the satker, never from a draft', async () => {
    const lke = await findLke(zi.deps.store.db, MATARAM, 2026);
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('answer')
        .set({ note: 'draf sesudah pengajuan' })
        .where('lke_id', '=', lke?.id ?? 0)
        .where('tier', '=', 'mandiri')
        .execute(),
    );
    expect(JSON.stringify(await answersOf())).not.toContain('draf sesudah pengajuan');
  });

  it('leave TPI empty where it did not assess, never the claim', async () => {
    const lke = await findLke(zi.deps.store.db, MATARAM, 2026);
    await zi.deps.store.write((tx) =>
      tx
        .deleteFrom('assessment')
        .where('lke_id', '=', lke?.id ?? 0)
        .where('indicator_code', '=', 'A.I.1.i.b')
        .execute(),
    );
    const { answers } = await answersOf();
    const second = answers.find(({ soal_id }) => soal_id === 2);
    expect(second?.['jawaban_unit']).not.toBeNull();
    expect(second).toMatchObject({ jawaban_tpi: null, catatan_tpi: null });
  });

  it('carry TPI’s reason and note', async () => {
    const lke = await findLke(zi.deps.store.db, MATARAM, 2026);
    const lkeId = lke?.id ?? 0;
    await zi.deps.store.write(async (tx) => {
      const of = { lke_id: lkeId, tier: 'tpi' } as const;
      await tx
        .updateTable('answer')
        .set({ note: 'Lihat LHE.' })
        .where('lke_id', '=', of.lke_id)
        .where('tier', '=', of.tier)
        .where('indicator_code', '=', CODE)
        .execute();
      await tx
        .updateTable('assessment')
        .set({ reason: 'SK belum lengkap.' })
        .where('lke_id', '=', of.lke_id)
        .where('indicator_code', '=', CODE)
        .execute();
    });
    const { answers } = await answersOf();
    expect(answers[0]?.['catatan_tpi']).toBe('SK belum lengkap.\nLihat LHE.');
  });

  it('address evidence by the share link made for the portal, while it is open', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const page = `${LKE}/tautan-berbagi`;
    const fields = { label: 'PortalRB', endsOn: '2026-12-31', feed: 'on' };
    expect((await sendForm(lead, page, page, fields)).status).toBe(200);
    const said = String((await answersOf()).answers[0]?.['bukti_dukung_unit']);
    const path = /^sk: http:\/\/[^/]+(\/b\/\S+\/pratinjau)$/.exec(said)?.[1] ?? '';
    await request(zi.app).get(path).expect(200);
    const link = /href="([^"]+\/pencabutan)"/.exec((await lead.get(page)).text)?.[1] ?? '';
    await sendForm(lead, link, link);
    expect((await answersOf()).answers[0]?.['bukti_dukung_unit']).toBe('sk');
    await request(zi.app).get(path).expect(404);
  });
});

describe('the administrator’s page', () => {
  it.each([
    ['a base with capitals', { base: 'PortalRB' }, 'Pakai 3 sampai 40 huruf kecil'],
    ['a base with a path', { base: 'a/b/c' }, 'Pakai 3 sampai 40 huruf kecil'],
    ['a year that is not open', { year: '2031' }, 'Pilih tahun yang sudah dibuka'],
  ])('refuses %s', async (_title, fields, said) => {
    const reply = await sendForm(admin, ADMIN, ADMIN, { enabled: 'on', base: 'kpu', ...fields });
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain(said);
  });

  it('shows a token once, keeps its hash, and tells when it was used', async () => {
    await turnOn();
    const token = await makeToken({ name: 'Kementerian PANRB' });
    expect(readableText((await admin.get(ADMIN)).text)).toContain('Belum pernah dipakai');
    await ask('/pengusulan/unit-wbk', token).expect(200);
    const page = await admin.get(ADMIN);
    expect(readableText(page.text)).toContain('10 Maret 2026 09.00 WIB, dari');
    expect(page.text).not.toContain(token);
    const { db } = zi.deps.store;
    const kept = JSON.stringify([
      await db.selectFrom('feed_token').selectAll().execute(),
      await db.selectFrom('history').selectAll().execute(),
    ]);
    expect(kept).not.toContain(token);
    expect(await historyRows(zi, 'feed-token.make')).toHaveLength(1);
    expect(await historyRows(zi, 'feed.edit')).toHaveLength(1);
  });

  it('makes one token of a form that is sent twice', async () => {
    const html = (await admin.get(ADMIN)).text;
    const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const _csrf = await tokenFrom(admin);
    const send = () =>
      admin.post(`${ADMIN}/token`).type('form').send({ _csrf, key, name: 'Portal', list: 'on' });
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(303);
    expect(readableText((await admin.get(ADMIN)).text)).toContain('hanya tampil sekali');
    expect(await historyRows(zi, 'feed-token.make')).toHaveLength(1);
  });

  it('shows both when two administrators changed the settings', async () => {
    const html = (await admin.get(ADMIN)).text;
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await turnOn();
    const reply = await sendForm(admin, ADMIN, ADMIN, { seen, base: 'lain-lagi', year: '2026' });
    expect(reply.status).toBe(409);
    expect(readableText(reply.text)).toContain('lain-lagi');
    expect(readableText(reply.text)).toContain('portalrb-kpu');
  });
});

describe('the readiness of an LKE', () => {
  const page = `${LKE}/portalrb`;

  it('says that nothing is submitted and what would be empty', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const text = readableText((await lead.get(page).expect(200)).text);
    expect(text).toContain('LKE ini belum diajukan');
    expect(text).toContain('Jawaban satker terisi 0 dari 127');
    expect(text).toContain('Belum diusulkan');
    expect(text).toContain('PortalRB belum diizinkan mengambil data');
  });

  it('names evidence without an address and notes that are too long', async () => {
    await turnOn();
    const lead = await zi.signIn('ketua.mataram');
    await completeLke(zi, MATARAM);
    const bytes = pdfFile(['sk']);
    await postFiles(lead, `${LKE}/jawaban/${CODE}/bukti`, [{ name: 'sk.pdf', bytes }]);
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('answer')
        .set({ note: 'x'.repeat(2001) })
        .where('tier', '=', 'mandiri')
        .where('indicator_code', '=', 'A.I.1.i.b')
        .execute(),
    );
    expect((await submit(lead, MATARAM)).status).toBe(303);
    const text = readableText((await lead.get(page).expect(200)).text);
    expect(text).toContain('Jawaban satker terisi 127 dari 127');
    expect(text).toContain('Bukti tanpa alamat 1');
    expect(text).toContain('Catatan terlalu panjang 1');
    expect(text).toContain('Bukti tanpa alamat: sk');
    expect(text).toMatch(/Soal tanpa bukti \(null\) 1\d\d dari 127/);
    expect(text).toContain('Belum ada bukti, jadi bukti_dukung_unit kosong (null)');
    expect(text).toMatch(/Yang perlu diperhatikan 1\d\d soal perlu diperhatikan Soal 1 /);
    expect(text).not.toContain('Tidak ada yang kurang');
    expect(text).toContain('ketentuan aplikasi');
    expect(text).toContain('PortalRB diizinkan mengambil data');
  });

  it('hides TPI’s side from the satker while TPI works, and shows it to TPI', async () => {
    await proposed(MATARAM, 'ketua.mataram');
    await zi.deps.store.write((tx) =>
      tx.updateTable('lke').set({ stage: 'tpi' }).where('satker_code', '=', MATARAM).execute(),
    );
    const lead = readableText((await (await zi.signIn('ketua.mataram')).get(page)).text);
    expect(lead).toContain('Sisi TPI belum dapat Anda lihat');
    expect(lead).not.toContain('Jawaban TPI terisi');
    expect(lead).not.toContain('3.75');
    const tpi = readableText((await (await zi.signIn('tpi.ketua')).get(page)).text);
    expect(tpi).toContain('Jawaban TPI terisi 127 dari 127');
    expect(tpi).toContain('3.75');
  });
});
