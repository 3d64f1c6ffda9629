import { MATARAM } from '../../fixtures/cast.js';
import type TestAgent from 'supertest/lib/agent.js';
import type { Indicator } from '../../src/domain/instrument/instrument.js';
import { sweep } from '../../src/housekeeping.js';
import { postForm, startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { fileKinds } from '../hostile/kinds/file-kinds.js';
import { aPdf } from '../support/files.js';
import { exampleWords, officialWorkbook, type OfficialBook } from '../support/official-workbook.js';
import { readXlsx, valueAt } from '../support/read-xlsx.js';
import { historyRows, readableText } from '../support/reading.js';
import { instrument } from '../support/shipped.js';

const HOME = '/admin/tahun/2026/naskah';
const REMOVAL = `${HOME}/penghapusan`;
const SOURCE = { title: 'Lampiran III PermenPANRB', number: '90/2021', day: '2021-12-31' };
const SOURCE_TEXT = 'Lampiran III PermenPANRB, nomor 90/2021, 31 Desember 2021';
const answerPage = (code: string) => `/lke/${MATARAM}/2026/jawaban/${code}`;

let zi: TestApp;
let admin: TestAgent;
let lead: TestAgent;
beforeEach(async () => {
  zi = await startTestApp();
  admin = await zi.signIn('admin');
  lead = await zi.signIn('ketua.mataram');
});
afterEach(() => zi.close());

async function upload(bytes: Buffer, name = 'Lampiran III 90-2021.xlsx', sheet?: string) {
  let post = admin.post(HOME).field('_csrf', await tokenFrom(admin));
  if (sheet !== undefined) post = post.field('sheet', sheet);
  return post.attach('file', bytes, name);
}

/** Uploads an official workbook and gives the address of its preview. */
async function draft(book: OfficialBook = {}): Promise<string> {
  const sent = await upload(await officialWorkbook(book));
  expect(sent.status).toBe(303);
  return String(sent.headers['location']);
}

async function seenOn(page: string): Promise<string> {
  return /name="seen" value="(\d+)"/.exec((await admin.get(page)).text)?.[1] ?? '';
}

async function load(book: OfficialBook = {}, source: Record<string, string> = SOURCE) {
  const preview = await draft(book);
  const done = await postForm(admin, preview, { ...source, seen: await seenOn(preview) });
  expect(done.status).toBe(303);
  return preview;
}

async function remove() {
  const removed = await postForm(admin, REMOVAL, { seen: await seenOn(REMOVAL) });
  expect(removed.status).toBe(303);
}

const textOf = async (agent: TestAgent, page: string): Promise<string> =>
  readableText((await agent.get(page).expect(200)).text);

/** One of the crafted files by its name. */
function crafted(name: string): Buffer {
  const kind = fileKinds.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`no crafted file "${name}"`);
  return kind.bytes();
}

/** Words of the example for one indicator. */
function wordsOf(code: string): Required<ReturnType<typeof exampleWords>> {
  const indicator = instrument.indicators.find((one) => one.code === code) as Indicator;
  return { question: '', criteria: '', ...exampleWords(indicator) };
}

describe('loading the official wording of a year', () => {
  it.each(['lampiran-iii', 'portalrb'] as const)(
    'shows what a %s workbook would bring before anything holds',
    async (layout) => {
      const preview = await draft({ layout, answer: () => 'A' });
      const page = await textOf(admin, preview);
      expect(page).toContain('Belum ada yang berubah.');
      expect(page).toContain('Indikator dengan naskah resmi 113 dari 113');
      expect(page).toContain('Kriteria terbagi per pilihan jawaban 103 dari 103');
      expect(page).toContain('Area 1 Manajemen Perubahan 16 indikator, semua cocok');
      expect(page).toContain(wordsOf('A.I.1.i.b').question);
      expect(page).toContain('A Naskah A A.I.1.i.b');
      expect(await textOf(lead, answerPage('A.I.1.i.b'))).not.toContain('Naskah A A.I.1.i.b');
      expect(await historyRows(zi, 'wording.load')).toEqual([]);
    },
  );

  it('suggests the source from the name of the file', async () => {
    const sent = await upload(await officialWorkbook(), 'LKE ZI 90-2021 2026-02-12.xlsx');
    const { text } = await admin.get(String(sent.headers['location']));
    expect(text).toContain('name="title" value="LKE ZI 90-2021"');
    expect(text).toContain('name="number" value="90/2021"');
    expect(text).toContain('name="day" value="2026-02-12"');
  });

  it('lists apart what did not match, what is too long and what belongs to nothing', async () => {
    const words = (indicator: Indicator) => {
      if (indicator.code === 'A.I.1.i.a') return null;
      if (indicator.code !== 'A.I.1.i.b') return exampleWords(indicator);
      return { criteria: 'x'.repeat(32_767) };
    };
    const below = [{ G: 'Soal tambahan daerah', J: 'Ya/Tidak' }];
    const page = await textOf(admin, await draft({ words, below }));
    expect(page).toContain('Indikator dengan naskah resmi 112 dari 113');
    expect(page).toMatch(/A\.I\.1\.i\.a Unit kerja telah membentuk tim .* Tidak ada di berkas/);
    expect(page).toContain('Terlalu panjang, tidak dipakai');
    expect(page).toContain('Soal tambahan daerah');
  });

  it('needs a name of the source', async () => {
    const preview = await draft();
    const refused = await postForm(admin, preview, { title: ' ', number: 'x', day: '31-12-2021' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('name="number" value="x"');
    expect(readableText(refused.text)).toContain('Tanggal tidak terbaca.');
    expect(await historyRows(zi, 'wording.load')).toEqual([]);
  });

  it('tells the history where it is from, not the texts', async () => {
    await load();
    const [entry] = await historyRows(zi, 'wording.load');
    expect(entry).toMatchObject({
      subject: '2026',
      year: 2026,
      satker_code: null,
      actor_role: 'admin',
      before: null,
      after: {
        wordingTitle: SOURCE.title,
        wordingNumber: '90/2021',
        wordingDay: '2021-12-31',
        wordingCount: 113,
        fileName: 'Lampiran III 90-2021.xlsx',
      },
    });
  });

  it('is told to every team in its own history, and its end', async () => {
    await load();
    await remove();
    const page = await textOf(lead, `/lke/${MATARAM}/2026/riwayat?kelompok=tahun`);
    expect(page).toContain('Naskah resmi dihapus');
    expect(page).toContain('Naskah resmi dimuat');
    expect(page).toContain('Judul naskah: Lampiran III PermenPANRB');
    expect(page).toContain('Tanggal naskah: 31 Desember 2021');
  });

  it('sent twice has one effect', async () => {
    const preview = await draft();
    const fields = { ...SOURCE, seen: '0' };
    expect((await postForm(admin, preview, fields)).status).toBe(303);
    expect((await postForm(admin, preview, fields)).status).toBe(303);
    expect(await historyRows(zi, 'wording.load')).toHaveLength(1);
  });

  it('replaces the one before as a whole', async () => {
    await load();
    await load({ words: (one) => ({ criteria: `Baru ${one.code}` }) }, { title: 'Edisi baru' });
    const page = await textOf(lead, answerPage('A.I.1.i.b'));
    expect(page).toContain('Baru A.I.1.i.b');
    expect(page).toContain('Sumber naskah: Edisi baru');
    expect(page).not.toContain('Naskah A');
    const [, second] = await historyRows(zi, 'wording.load');
    expect(second?.before).toMatchObject({ wordingTitle: SOURCE.title });
  });

  it('over a set that somebody loaded meanwhile shows both', async () => {
    const preview = await draft();
    await load({}, { title: 'Edisi orang lain' });
    const late = await postForm(admin, preview, { ...SOURCE, seen: '0' });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('Edisi orang lain');
    expect(readableText(late.text)).toContain(SOURCE_TEXT);
    const seen = /name="seen" value="(\d+)"/.exec(late.text)?.[1] ?? '';
    expect((await postForm(admin, preview, { ...SOURCE, seen })).status).toBe(303);
    expect(await textOf(admin, HOME)).toContain(SOURCE_TEXT);
  });

  it('forgets a preview after a day', async () => {
    const preview = await draft();
    zi.clock.advance(25 * 60 * 60 * 1000);
    admin = await zi.signIn('admin');
    expect((await admin.get(preview)).status).toBe(404);
    await sweep(zi.deps);
    const left = await zi.deps.store.db.selectFrom('wording_draft').select('id').execute();
    expect(left).toEqual([]);
  });
});

describe('a year with official wording', () => {
  it('shows it beside each choice, names the source and keeps ours to be opened', async () => {
    await load();
    const { text } = await lead.get(answerPage('A.I.1.i.b')).expect(200);
    const page = readableText(text);
    expect(page).toContain(`A.I.1.i.b ${wordsOf('A.I.1.i.b').question}`);
    expect(page).toContain(`Sumber naskah: ${SOURCE_TEXT}`);
    for (const letter of ['A', 'B', 'C']) expect(page).toContain(`Naskah ${letter} A.I.1.i.b`);
    const ours = /<details[^>]*><summary>Ringkasan Tapak ZI<\/summary>([\s\S]*?)<\/details>/.exec(
      text,
    )?.[1];
    expect(ours).toContain('Pemilihan anggota tanpa seleksi');
  });

  it('shows criteria as a whole where they cannot be told apart, ours marked at the choice', async () => {
    await load({ words: () => ({ criteria: 'Semua unsur terwakili dan terdokumentasi' }) });
    const page = await textOf(lead, answerPage('A.I.1.i.b'));
    expect(page).toContain('Semua unsur terwakili dan terdokumentasi');
    expect(page).toContain('Pemilihan anggota tanpa seleksi ringkasan Tapak ZI');
  });

  it('says so where the sheet describes only one of two choices', async () => {
    await load();
    const page = await textOf(lead, answerPage('A.I.1.i.a'));
    expect(page).toContain('Ya, apabila A.I.1.i.a terpenuhi.');
    expect(page).toContain('Naskah resmi tidak merinci pilihan ini.');
  });

  it('shows it for numeric indicators with the rules of filling kept', async () => {
    await load();
    const page = await textOf(lead, answerPage('A.II.1.i.a'));
    expect(page).toContain('Rumus resmi A.II.1.i.a');
    expect(page).toContain('ketentuan aplikasi');
  });

  it('lists the official questions of an area and finds their words', async () => {
    await load();
    const area = await textOf(lead, `/lke/${MATARAM}/2026/area/1`);
    expect(area).toContain(wordsOf('A.I.1.i.b').question);
    expect(area).toContain(`Pertanyaan menurut naskah resmi: ${SOURCE_TEXT}.`);
    const found = await textOf(lead, `/lke/${MATARAM}/2026/cari?q=terpenuhi`);
    expect(found).toContain('Naskah resmi: Ya, apabila A.I.1.i.a terpenuhi.');
  });

  it('leaves an indicator without official text as it was', async () => {
    const before = (await lead.get(answerPage('A.I.1.i.a'))).text;
    await load({ words: (one) => (one.code === 'A.I.1.i.a' ? {} : exampleWords(one)) });
    // Its question stands in the sheet, but says what ours says.
    const after = await textOf(lead, answerPage('A.I.1.i.a'));
    expect(after).toContain('Tim pembangunan ZI sudah dibentuk di unit kerja');
    expect(readableText(before)).toContain('Tim pembangunan ZI sudah dibentuk di unit kerja');
  });

  it.each([
    ['lampiran-iii', 'LKE ZI', 'I9'],
    ['portalrb', 'Jawaban', 'I7'],
  ])('downloads worksheets with it: %s', async (layout, sheet, cell) => {
    await load();
    const file = await lead
      .get(`/lke/${MATARAM}/2026/unduhan/${layout}.xlsx`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const workbook = readXlsx(new Uint8Array(file.body as Buffer));
    expect(valueAt(workbook, sheet, cell)).toBe(wordsOf('A.I.1.i.b').criteria);
  });

  it('shows hostile words as the words they are', async () => {
    const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>{{constructor}}';
    await load({ words: () => ({ criteria: hostile }) }, { title: hostile });
    for (const page of [HOME, REMOVAL, await draft({ words: () => ({ criteria: hostile }) })]) {
      expect((await admin.get(page).expect(200)).text).not.toContain('<script>alert');
    }
    for (const page of [answerPage('A.I.1.i.b'), `/lke/${MATARAM}/2026/area/1`]) {
      const { text } = await lead.get(page).expect(200);
      expect(text).not.toContain('<script>alert');
      expect(text).not.toContain('<img src=x');
      expect(readableText(text)).toContain('alert(1)');
    }
  });
});

describe('removing the official wording', () => {
  const pages = [
    `/lke/${MATARAM}/2026`,
    `/lke/${MATARAM}/2026/area/1`,
    `/lke/${MATARAM}/2026/area/hasil`,
    answerPage('A.I.1.i.b'),
    answerPage('A.II.1.i.a'),
    answerPage('B.I.a'),
    `/lke/${MATARAM}/2026/cari?q=tim`,
  ];

  /** All but the head of the history, which tells that something was loaded and removed. */
  const asSeen = async (): Promise<string[]> => {
    const seen: string[] = [];
    for (const page of pages) seen.push((await lead.get(page).expect(200)).text);
    return seen;
  };

  it('brings ours back at once, byte for byte', async () => {
    const before = await asSeen();
    await load();
    expect(await asSeen()).not.toEqual(before);
    await remove();
    expect(await asSeen()).toEqual(before);
    expect(await textOf(admin, HOME)).toContain('Belum ada naskah resmi.');
    const [entry] = await historyRows(zi, 'wording.remove');
    expect(entry).toMatchObject({ before: { wordingTitle: SOURCE.title }, after: null });
  });

  it('asks first, and does not take away what somebody loaded meanwhile', async () => {
    await load();
    const seen = await seenOn(REMOVAL);
    await load({}, { title: 'Edisi orang lain' });
    const late = await postForm(admin, REMOVAL, { seen });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('Edisi orang lain');
    expect(await historyRows(zi, 'wording.remove')).toEqual([]);
  });

  it('once more changes nothing', async () => {
    await load();
    const seen = await seenOn(REMOVAL);
    await remove();
    expect((await postForm(admin, REMOVAL, { seen })).status).toBe(303);
    expect(await historyRows(zi, 'wording.remove')).toHaveLength(1);
    expect((await admin.get(REMOVAL)).status).toBe(404);
  });
});

describe('a file that cannot be', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['no workbook', () => aPdf(), 'Berkas ini bukan lembar kerja Excel.'],
    ['an old .xls', () => crafted('an .xls of Excel 97'), 'format Excel lama'],
    ['one with a password', () => crafted('a workbook with a password'), 'terkunci kata sandi'],
    ['an empty one', () => Buffer.alloc(0), 'Berkas kosong'],
    ['one too large', () => Buffer.alloc(25_000_001), 'lebih besar dari 25,0 MB. Hapus gambar'],
    [
      'one of another instrument',
      () => officialWorkbook({ words: (one) => (one.area === '1' ? exampleWords(one) : null) }),
      'Hanya 16 dari 113 indikator tahun ini yang ditemukan',
    ],
    ['one without a worksheet', () => officialWorkbook({ words: () => null }), 'lembar'],
  ])('is refused with a sentence: %s', async (_, bytes, sentence) => {
    const refused = await upload(await bytes());
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toMatch(new RegExp(sentence));
    const drafts = await zi.deps.store.db.selectFrom('wording_draft').selectAll().execute();
    expect(drafts).toEqual([]);
  });

  it('that was never chosen is asked for', async () => {
    const nothing = await admin.post(HOME).field('_csrf', await tokenFrom(admin));
    expect(nothing.status).toBe(422);
    expect(readableText(nothing.text)).toContain('Berkas belum dipilih.');
  });

  it('with two sheets that could be meant asks which, and takes the one chosen', async () => {
    const bytes = await officialWorkbook({ sheets: ['Biro A', 'Biro "B" & C'] });
    const asked = await upload(bytes);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('name="sheet" id="sheet-1" value="Biro A"');
    const chosen = await upload(bytes, 'dua.xlsx', 'Biro "B" & C');
    expect(chosen.status).toBe(303);
    const page = await textOf(admin, String(chosen.headers['location']));
    expect(page).toContain('Lembar yang dibaca Biro "B" & C');
  });

  it('that is our own export is refused: its words may be ours', async () => {
    const file = await lead
      .get(`/lke/${MATARAM}/2026/unduhan/lampiran-iii.xlsx`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const refused = await upload(file.body as Buffer);
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('unduhan Tapak ZI sendiri');
  });

  it('for a year that is not open does not exist', async () => {
    expect((await admin.get('/admin/tahun/2031/naskah')).status).toBe(404);
    expect((await admin.get(`${HOME}/pratinjau/77`)).status).toBe(404);
    expect((await admin.get(`${HOME}/pratinjau/x`)).status).toBe(404);
  });
});
