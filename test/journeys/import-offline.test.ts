import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { postFiles } from '../support/evidence.js';
import { download, edited } from '../support/filled-workbook.js';
import { fill, send, stored, at } from '../support/filling.js';
import { fullAnswers, fullNotes } from '../support/full-answers.js';
import { applied, boxesOf, previewed } from '../support/importing.js';
import { historyRows, readableText } from '../support/reading.js';

const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;

describe('a file of ours that was edited offline', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
    await answer(
      zi,
      MATARAM,
      { 'A.I.1.i.a': 'Ya', 'A.I.1.i.b': 'B', 'A.I.1.ii.a': 'Ya', 'B.I.a': '3,60' },
      { 'A.I.1.i.a': 'SK 1', 'A.I.1.i.b': 'notula' },
    );
  });
  afterEach(() => zi.close());

  it.each(LAYOUTS)('comes back unchanged as %s with nothing to decide', async (layout) => {
    const lead = await zi.signIn('ketua.mataram');
    const links = 'https://drive.example.com/sk?a=1&b=2 https://drive.example.com/notula';
    await postForm(lead, `${at('A.I.1.i.a')}/bukti`, { links });
    const files = [{ name: 'SK; tim (1) a.n. ketua.pdf', bytes: pdfFile(['SK']) }];
    await postFiles(lead, `${at('A.I.1.i.a')}/bukti`, files);
    await postFiles(lead, `${at('A.I.1.i.b')}/bukti`, [
      { name: 'foto.pdf', bytes: pdfFile(['b']) },
    ]);
    const preview = await previewed(lead, await download(lead, layout));
    const page = readableText((await lead.get(preview)).text);
    expect(page).toContain('hasil unduhan dari LKE ini');
    expect(page).not.toContain('Bukti yang tidak dapat dikaitkan');
    expect(page).toContain('Tidak ada yang perlu diputuskan');
    expect(page).toContain('Tidak ada temuan pada rumus dan angka berkas ini');
  });

  it('shows where each change was made, and takes by default only what changed in the file', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      answers: {
        'A.I.1.i.a': 'Tidak',
        'A.I.1.i.b': 'C',
        'A.I.1.ii.a': null,
        'A.I.2.i.a': 'A',
      },
      notes: { 'A.I.1.i.b': 'notula dan foto' },
    });
    await fill(lead, 'A.I.1.i.b', { letter: 'A' });
    await fill(lead, 'B.I.a', { index: '3,7' });
    const preview = await previewed(lead, file);
    const page = readableText((await lead.get(preview)).text);
    expect(page).toContain('berubah di berkas Tersimpan: Ya → di berkas: Tidak');
    expect(page).toContain('berubah di dua tempat Tersimpan: A → di berkas: C');
    expect(page).toContain('berubah di sini saja Tersimpan: 3,7 → di berkas: 3,6');
    expect(page).toContain('dikosongkan di berkas Tersimpan: Ya → di berkas: (belum terisi)');
    const boxes = await boxesOf(lead, preview);
    const ticked = Object.keys(boxes).filter((name) => boxes[name] === 'on');
    expect(ticked.sort()).toEqual(['catatan-A.I.1.i.b', 'jawaban-A.I.1.i.a', 'jawaban-A.I.2.i.a']);
    await applied(lead, preview);
    const after = await stored(zi);
    expect(after.row('A.I.1.i.a')).toMatchObject({ value: { letter: 'Tidak' }, note: 'SK 1' });
    expect(after.row('A.I.1.i.b')).toMatchObject({
      value: { letter: 'A' },
      note: 'notula dan foto',
    });
    expect(after.row('A.I.1.ii.a')).toMatchObject({ value: { letter: 'Ya' } });
    expect(after.row('B.I.a')).toMatchObject({ value: { index: '3.7' } });
    expect(after.faults).toEqual([]);
  });

  it('still tells where things changed after an import in between', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const old = await download(lead);
    const first = await edited(old, { answers: { 'A.I.1.i.a': 'Tidak' } });
    await applied(lead, await previewed(lead, first));
    const second = await edited(old, { answers: { 'A.I.1.i.b': 'C' } });
    const preview = await previewed(lead, second);
    const boxes = await boxesOf(lead, preview);
    expect(boxes).toMatchObject({ 'jawaban-A.I.1.i.b': 'on' });
    expect(boxes).not.toHaveProperty('jawaban-A.I.1.i.a');
    const page = readableText((await lead.get(preview)).text);
    expect(page).toContain('berubah di sini saja Tersimpan: Tidak → di berkas: Ya');
  });

  it('empties an answer only where a person says so', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), { answers: { 'A.I.1.ii.a': null } });
    const preview = await previewed(lead, file);
    await applied(lead, preview, { 'jawaban-A.I.1.ii.a': 'on' });
    expect((await stored(zi)).row('A.I.1.ii.a')).toMatchObject({ value: null, version: 2 });
  });

  it('whose mark was tampered with is taken for a foreign one', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      answers: { 'A.I.1.i.a': 'Tidak' },
      also: (workbook) => {
        const meta = workbook.worksheets.find((sheet) => sheet.getCell('A1').value === 'format');
        meta?.eachRow((row) => {
          if (row.getCell(1).value === 'A.I.1.i.a') row.getCell(4).value = 99;
        });
      },
    });
    const preview = await previewed(lead, file);
    const page = readableText((await lead.get(preview)).text);
    expect(page).toContain('penandanya sudah diubah');
    expect(await boxesOf(lead, preview)).not.toHaveProperty('jawaban-A.I.1.i.a');
  });

  it('meets an edit made after its preview was opened: nothing is applied, and the page says which', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const member = await zi.signIn('anggota.mataram');
    const file = await edited(await download(lead), {
      answers: { 'A.I.1.i.a': 'Tidak', 'A.I.2.i.a': 'A' },
    });
    const preview = await previewed(lead, file);
    const boxes = await boxesOf(lead, preview);
    await fill(member, 'A.I.1.i.a', { note: 'SK 2' });
    const before = (await stored(zi)).rows;
    const reply = await send(lead, `${preview}/penerapan`, boxes);
    expect(reply.status).toBe(409);
    const page = readableText(reply.text);
    expect(page).toContain('orang lain mengubah A.I.1.i.a. Tidak ada yang diterapkan');
    expect(page).toContain('SK 2');
    expect((await stored(zi)).rows).toEqual(before);
    const again = await applied(lead, preview);
    expect(again.status).toBe(303);
    expect((await stored(zi)).row('A.I.1.i.a')).toMatchObject({
      value: { letter: 'Tidak' },
      note: 'SK 2',
    });
  });

  it('is told in the history as one entry that names every indicator', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      answers: { 'A.I.1.i.a': 'Tidak', 'A.I.2.i.a': 'A' },
      notes: { 'A.I.1.i.b': 'notula dan foto' },
    });
    const preview = await previewed(lead, file);
    await applied(lead, preview);
    expect(await historyRows(zi, 'lke.import')).toHaveLength(1);
    const found = async (query: string) =>
      readableText((await lead.get(`/lke/${MATARAM}/2026/riwayat?${query}`)).text);
    const history = await found('kelompok=jawaban');
    expect(history).toContain('Lembar kerja diimpor Nama berkas: lke-mataram.xlsx');
    expect(history).toContain('3 indikator');
    expect(history).toMatch(/A\.I\.1\.i\.a .*: Jawaban Ya → Tidak/);
    expect(history).toContain('Catatan notula → notula dan foto');
    expect(await found('cari=A.I.2.i.a')).toContain('Lembar kerja diimpor');
    expect(await found('kelompok=tahun')).not.toContain('Lembar kerja diimpor');
    expect(readableText((await lead.get(at('A.I.2.i.a'))).text)).toContain('oleh Lalu Suryadi');
    await postForm(lead, `${preview}/pembatalan`, {});
    expect(await found('kelompok=jawaban')).toContain('Impor dibatalkan');
  });
});

it.each(LAYOUTS)(
  'a full sheet goes out as %s, comes into an empty one and goes out equal',
  async (layout) => {
    const [from, to] = [await startTestApp(), await startTestApp()];
    try {
      await answer(from, MATARAM, fullAnswers(from), fullNotes(from));
      const [sender, receiver] = [
        await from.signIn('ketua.mataram'),
        await to.signIn('ketua.mataram'),
      ];
      const preview = await previewed(receiver, await download(sender, layout));
      await applied(receiver, preview);
      const [sent, received] = [await stored(from), await stored(to)];
      const plain = ({ rows }: typeof sent) =>
        [...rows.values()].map(({ code, value, note }) => ({ code, value, note })).sort(byCode);
      expect(plain(received)).toEqual(plain(sent));
      expect(received.score?.answered).toBe(113);
      expect(received.faults).toEqual([]);
      const again = await previewed(receiver, await download(receiver, layout));
      expect(readableText((await receiver.get(again)).text)).toContain(
        'Tidak ada yang perlu diputuskan',
      );
    } finally {
      await from.close();
      await to.close();
    }
  },
);

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1);
