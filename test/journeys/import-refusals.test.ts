import { DENPASAR, MATARAM } from '../../fixtures/cast.js';
import { sweep } from '../../src/housekeeping.js';
import { findLke } from '../../src/features/lke/store.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { filledFile } from '../support/filled-file.js';
import { download, edited } from '../support/filled-workbook.js';
import { fill, LKE, send, setStage, stored } from '../support/filling.js';
import { applied, boxesOf, IMPORTS, previewed, upload } from '../support/importing.js';
import { officialWorkbook } from '../support/official-workbook.js';
import { readableText } from '../support/reading.js';
import { answers, best, instrument, sampleInput } from '../workbook/sample-input.js';

describe('a worksheet that does not come in', () => {
  let zi: TestApp;
  beforeAll(async () => {
    zi = await startTestApp();
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' });
    await answer(zi, '52.72', { 'A.I.1.i.a': 'Ya' });
  });
  afterAll(() => zi.close());

  async function previews(): Promise<number> {
    return (await zi.deps.store.db.selectFrom('import').select('id').execute()).length;
  }

  async function refused(bytes: Buffer, name: string, sentence: string): Promise<void> {
    const lead = await zi.signIn('ketua.mataram');
    const before = [(await stored(zi)).rows, await previews()];
    const reply = await upload(lead, bytes, name);
    expect(reply.status).toBe(422);
    const page = readableText(reply.text);
    expect(page).toContain(sentence);
    expect(page).toContain('Tidak ada data yang berubah');
    expect([(await stored(zi)).rows, await previews()]).toEqual(before);
  }

  it.each([
    ['a text', Buffer.from('bukan lembar kerja'), 'catatan.xlsx', 'bukan lembar kerja Excel'],
    ['an old xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'lama.xls', 'Excel'],
    ['nothing', Buffer.alloc(0), 'kosong.xlsx', 'kosong (0 byte)'],
    ['a document', Buffer.from('%PDF-1.4'), 'surat.pdf', 'tidak berakhiran .xlsx'],
  ])('because it is %s', (_what, bytes, name, sentence) => refused(bytes, name, sentence));

  it('because no file was chosen', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const page = await lead.get(IMPORTS);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const reply = await lead.post(IMPORTS).field('_csrf', token);
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain('Belum ada berkas yang dipilih');
  });

  it('because it is the file of another satker', async () => {
    const other = await zi.signIn('ketua.bima');
    const file = await download(other, 'lampiran-iii', '/lke/52.72/2026');
    await refused(file, 'bima.xlsx', 'diunduh dari LKE satker 52.72, bukan');
  });

  it('because its mark says another year', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      also: (workbook) => {
        const meta = workbook.worksheets.find((sheet) => sheet.getCell('A1').value === 'format');
        meta?.eachRow((row) => {
          if (row.getCell(1).value === 'year') row.getCell(2).value = 2025;
        });
      },
    });
    await refused(file, 'tahun-lalu.xlsx', 'milik LKE tahun 2025');
  });

  it('because its mark says another instrument', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      also: (workbook) => {
        const meta = workbook.worksheets.find((sheet) => sheet.getCell('A1').value === 'format');
        meta?.eachRow((row) => {
          if (row.getCell(1).value === 'instrumentId') row.getCell(2).value = 'lke-2030';
        });
      },
    });
    await refused(file, 'kelak.xlsx', 'lke-2030');
  });

  it.each(['Jawaban', 'Jawaban Unit'])(
    'because it is the worksheet of TPI, its answers headed “%s”',
    async (heading) => {
      const given = answers(instrument, best);
      const sheet = sampleInput({ tier: 'tpi', answers: { tpi: given } });
      const file = await edited(await writeLke(sheet), {
        also: (_workbook, main) => {
          main.eachRow((row) =>
            row.eachCell((cell) => {
              if (cell.value === 'Jawaban') cell.value = heading;
            }),
          );
        },
      });
      await refused(file, 'tpi.xlsx', 'memuat penilaian TPI');
    },
  );

  it('because it has more sheets that could be meant than a person is asked about', async () => {
    const file = await officialWorkbook({
      sheets: Array.from({ length: 9 }, (_, at) => `Salinan ${at + 1}`),
      words: () => ({}),
      answer: ({ code }) => (code === 'A.I.2.i.b' ? 'A' : null),
    });
    await refused(file, 'sembilan.xlsx', 'memuat 9 lembar yang dapat dibaca sebagai LKE');
  });

  it('because nothing in it is answered', async () => {
    const lead = await zi.signIn('ketua.loteng');
    const page = '/lke/52.02/2026/impor';
    const reply = await upload(
      lead,
      await download(lead, 'portalrb', '/lke/52.02/2026'),
      'a.xlsx',
      page,
    );
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain('kosong semua');
  });

  it('because it has no worksheet of ours in it', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      also: (workbook) => {
        for (const sheet of workbook.worksheets.slice(1)) workbook.removeWorksheet(sheet.id);
        const [main] = workbook.worksheets;
        for (let row = 1; row < 300; row += 1)
          main?.getRow(row).eachCell((cell) => (cell.value = 'x'));
      },
    });
    await refused(file, 'lain.xlsx', 'Lembar LKE tidak ditemukan');
  });

  it('is unknown outside the satker, and forbidden to those who only read', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const preview = await previewed(lead, filledFile());
    const foreign = await zi.signIn('ketua.denpasar');
    const reader = await zi.signIn('provinsi');
    expect((await foreign.get(preview)).status).toBe(404);
    expect((await foreign.get(preview.replace(MATARAM, DENPASAR))).status).toBe(404);
    expect((await reader.get(preview)).status).toBe(403);
    expect((await upload(reader, filledFile())).status).toBe(403);
    expect(
      (await postForm(reader, `${preview}/penerapan`, { 'jawaban-A.I.1.i.b': 'on' })).status,
    ).toBe(403);
  });

  it('is read to its end with 10,000 rows below and a cell of 32,767 characters', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      answers: { 'A.I.2.i.a': 'B' },
      notes: { 'A.I.2.i.a': 'x'.repeat(32_767) },
      also: (_workbook, main) => {
        for (let row = 220; row < 10_220; row += 1) {
          main.getCell(`G${row}`).value = `pertanyaan lain ${row}`;
          main.getCell(`K${row}`).value = 'Ya';
        }
      },
    });
    const preview = await previewed(lead, file);
    const page = await lead.get(preview).expect(200);
    expect(page.text.length).toBeLessThan(400_000);
    const words = readableText(page.text);
    expect(words).toContain('terlalu panjang');
    expect(words).toMatch(/Dan 9\.\d{3} lainnya/);
    await applied(lead, preview);
    expect((await stored(zi)).row('A.I.2.i.a')).toMatchObject({ value: { letter: 'B' }, note: '' });
  });

  it('asks which sheet is meant where two could be, and applies only that one', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await officialWorkbook({
      sheets: ['Draf', 'Salinan'],
      words: () => ({}),
      answer: ({ code }) => (code === 'A.I.2.i.b' ? 'A' : null),
    });
    const preview = await previewed(lead, file);
    const asking = readableText((await lead.get(preview).expect(200)).text);
    expect(asking).toContain('Lembar mana yang dibaca?');
    const before = (await stored(zi)).rows;
    expect(
      (await postForm(lead, `${preview}/penerapan`, { 'jawaban-A.I.2.i.b': 'on' })).status,
    ).toBe(303);
    expect((await stored(zi)).rows).toEqual(before);
    expect((await postForm(lead, `${preview}/lembar`, { sheet: 'lain' })).status).toBe(422);
    expect((await postForm(lead, `${preview}/lembar`, { sheet: 'Salinan' })).status).toBe(303);
    expect(readableText((await lead.get(preview)).text)).toContain('Lembar “Salinan”');
    // What somebody sees ticked is what is written: the choice stands.
    expect((await postForm(lead, `${preview}/lembar`, { sheet: 'Draf' })).status).toBe(303);
    expect(readableText((await lead.get(preview)).text)).toContain('Lembar “Salinan”');
    await applied(lead, preview);
    expect((await stored(zi)).row('A.I.2.i.b')).toMatchObject({ value: { letter: 'A' } });
    expect((await postForm(lead, `${preview}/lembar`, { sheet: 'Draf' })).status).toBe(303);
    const sheets = await zi.deps.store.db.selectFrom('import').select('sheet').execute();
    expect(sheets.at(-1)).toEqual({ sheet: 'Salinan' });
  });

  it('ends after seven days', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const preview = await previewed(lead, filledFile('menyusul'));
    const { _csrf, ...boxes } = await boxesOf(lead, preview);
    expect(_csrf).not.toBe('');
    const before = (await stored(zi)).rows;
    const now = zi.clock.now;
    zi.clock.advance(7 * 24 * 60 * 60 * 1000 + 1000);
    const again = await zi.signIn('ketua.mataram');
    const reply = await again.get(preview);
    expect([reply.status, reply.headers['location']]).toEqual([303, IMPORTS]);
    expect(readableText((await again.get(IMPORTS)).text)).toContain('sudah berakhir');
    expect((await postForm(again, `${preview}/penerapan`, boxes)).status).toBe(303);
    expect((await stored(zi)).rows).toEqual(before);
    await sweep(zi.deps);
    expect((await again.get(preview)).status).toBe(404);
    const rows = await zi.deps.store.db.selectFrom('import').selectAll().execute();
    expect(rows.filter(({ state }) => state === 'preview')).toEqual([]);
    expect(rows.map(({ readings }) => readings)).toEqual(rows.map(() => '[]'));
    zi.clock.now = now;
  });

  it('is not applied or taken back while the LKE is not being filled', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = filledFile('SK 7/2026');
    const done = await previewed(lead, file);
    await applied(lead, done, { 'catatan-A.I.1.i.a': 'on' });
    const open = await previewed(lead, filledFile('SK 8/2026'));
    const boxes = await boxesOf(lead, open);
    await setStage(zi, 'pendahuluan');
    const before = (await stored(zi)).rows;
    const reply = await send(lead, `${open}/penerapan`, { ...boxes, 'catatan-A.I.1.i.a': 'on' });
    expect(reply.status).toBe(409);
    expect(readableText(reply.text)).toContain('tidak dibuka untuk pengisian');
    expect((await postForm(lead, `${done}/pembatalan`, {})).status).toBe(409);
    expect((await stored(zi)).rows).toEqual(before);
    await setStage(zi, 'pengisian');
  });

  it('by a member brings only the areas assigned to them', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const member = await zi.signIn('anggota.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      answers: { 'A.I.3.i.a': 'Ya', 'A.I.6.i.a': 'A', 'B.I.b': 'B' },
    });
    const preview = await previewed(member, file);
    const page = readableText((await member.get(preview)).text);
    expect(page).toContain('bukan bagian Anda');
    expect(Object.keys(await boxesOf(member, preview))).not.toContain('jawaban-A.I.6.i.a');
    const before = (await stored(zi)).rows;
    const forged = await applied(member, preview, { 'jawaban-A.I.6.i.a': 'on' });
    expect(forged.status).toBe(403);
    expect(readableText(forged.text)).toContain('A.I.6.i.a. Tidak ada yang diterapkan');
    expect((await stored(zi)).rows).toEqual(before);
    expect((await applied(member, preview)).status).toBe(303);
    const after = await stored(zi);
    expect(after.row('A.I.3.i.a')).toMatchObject({ value: { letter: 'Ya' } });
    expect(after.row('A.I.6.i.a')).toBeUndefined();
    const other = await zi.signIn('anggota2.mataram');
    expect((await postForm(other, `${preview}/pembatalan`, {})).status).toBe(403);
    expect((await stored(zi)).row('A.I.3.i.a')).toMatchObject({ value: { letter: 'Ya' } });
  });

  it('after a return brings only the indicators that it opened', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      answers: { 'A.I.4.ii.a': 'Ya', 'A.I.5.i.a': 'A' },
    });
    const preview = await previewed(lead, file);
    const boxes = await boxesOf(lead, preview);
    const close = await returned(zi, 'A.I.5.i.a');
    const page = readableText((await lead.get(preview)).text);
    expect(page).toContain('sedang dikunci');
    expect(Object.keys(await boxesOf(lead, preview))).not.toContain('jawaban-A.I.4.ii.a');
    const both = await send(lead, `${preview}/penerapan`, boxes);
    expect(both.status).toBe(403);
    expect((await stored(zi)).row('A.I.5.i.a')).toBeUndefined();
    expect((await applied(lead, preview)).status).toBe(303);
    expect((await stored(zi)).row('A.I.5.i.a')).toMatchObject({ value: { letter: 'A' } });
    expect((await stored(zi)).row('A.I.4.ii.a')).toBeUndefined();
    await close();
  });

  it('by a member whose area is taken away while the page is open brings nothing', async () => {
    const member = await zi.signIn('anggota.mataram');
    const file = await edited(await download(member), {
      isForeign: true,
      notes: { 'A.I.3.i.b': 'menyusul' },
    });
    const preview = await previewed(member, file);
    const { store } = zi.deps;
    const before = (await stored(zi)).rows;
    const of = { satker_code: MATARAM, area: '3' };
    const { user_id } = await zi.deps.store.db
      .selectFrom('area_assignment')
      .select('user_id')
      .where('area', '=', of.area)
      .executeTakeFirstOrThrow();
    await store.write((tx) =>
      tx.deleteFrom('area_assignment').where('area', '=', of.area).execute(),
    );
    const boxes = { 'catatan-A.I.3.i.b': 'on', 'versi-A.I.3.i.b': '0' };
    expect((await postForm(member, `${preview}/penerapan`, boxes)).status).toBe(403);
    expect((await stored(zi)).rows).toEqual(before);
    await store.write((tx) =>
      tx
        .insertInto('area_assignment')
        .values({ ...of, user_id })
        .execute(),
    );
  });

  it('keeps twenty open previews of an LKE and lets the oldest go', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const first = await previewed(lead, filledFile('pertama'));
    const { id } = await zi.deps.store.db
      .selectFrom('import')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await copies(zi, id, 20);
    await previewed(lead, filledFile('terakhir'));
    expect((await lead.get(first)).status).toBe(404);
    const open = await zi.deps.store.db
      .selectFrom('import')
      .select('id')
      .where('state', '=', 'preview')
      .execute();
    expect(open).toHaveLength(20);
  });

  it('ticks and clears the boxes of an area without a script', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const preview = await previewed(lead, filledFile('SK 9/2026'));
    const boxes = await boxesOf(lead, preview);
    const all = await send(lead, `${preview}/penerapan`, { ...boxes, pilih: 'semua:1' });
    expect(all.status).toBe(200);
    expect(all.text).toMatch(/name="catatan-A\.I\.1\.i\.a" value="on" checked/);
    const none = await send(lead, `${preview}/penerapan`, { ...boxes, pilih: 'kosong:1' });
    expect(none.text).not.toMatch(/value="on" checked/);
    await fill(lead, 'A.I.1.i.a', { note: 'ditulis tangan' });
    expect((await lead.get(`${LKE}/impor`)).status).toBe(200);
  });
});

/** The province gave it back for one indicator; gives what ends that. */
async function returned({ deps }: TestApp, code: string): Promise<() => Promise<void>> {
  const lke = await findLke(deps.store.db, MATARAM, 2026);
  const at = deps.clock().toISOString();
  const id = await deps.store.write(async (tx) => {
    const made = await tx
      .insertInto('lke_return')
      .values({
        lke_id: lke?.id ?? 0,
        round: 1,
        tier: 'pendahuluan',
        reason: 'Jawaban belum sesuai bukti.',
        opens_all: 0,
        opened: 1,
        passes_on: null,
        returned_by: null,
        returned_by_name: 'Lalu Ahmad Fauzan',
        returned_role: 'penilai-provinsi',
        returned_at: at,
        closed_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const named = { return_id: made.id, indicator_code: code };
    await tx.insertInto('lke_return_indicator').values(named).execute();
    return made.id;
  });
  return async () => {
    await deps.store.write((tx) =>
      tx.updateTable('lke_return').set({ closed_at: at }).where('id', '=', id).execute(),
    );
  };
}

async function copies({ deps }: TestApp, id: number, count: number): Promise<void> {
  await deps.store.write(async (tx) => {
    const found = await tx
      .selectFrom('import')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    for (let made = 1; made <= count; made += 1) {
      await tx
        .insertInto('import')
        .values({ ...found, id: id + made })
        .execute();
    }
  });
}
