import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { download, edited } from '../support/filled-workbook.js';
import { fill, LKE, setStage, stored } from '../support/filling.js';
import { applied, boxesOf, IMPORTS, previewed, upload } from '../support/importing.js';
import { historyRows, readableText } from '../support/reading.js';

describe('the old workbook moves in', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'A.I.1.i.b': 'C' }, { 'A.I.1.i.a': 'SK 1' });
  });
  afterEach(() => zi.close());

  it('is shown first, then taken where nothing is stored, then taken back', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      answers: {
        'A.I.1.i.a': 'tidak',
        'A.I.1.i.b': 'B',
        'A.I.1.ii.a': 'ya ',
        'B.I.a': '3,60',
        'A.II.1.i.a:agen': 3,
        'A.II.1.i.a:perubahan': 2,
      },
      notes: { 'A.I.1.ii.a': 'Rencana aksi 2026' },
    });
    const before = (await stored(zi)).rows;
    const preview = await previewed(lead, file);
    const { text } = await lead.get(preview).expect(200);
    expect(text).toContain('<a href="#judul-temuan">temuan pada berkas</a>');
    expect(text).toContain('id="judul-temuan"');
    const page = readableText(text);
    expect(page).toContain('Tersimpan: Ya → di berkas: Tidak');
    expect(page).toContain('(belum terisi) → di berkas: 3,6');
    expect((await stored(zi)).rows).toEqual(before);

    const boxes = await boxesOf(lead, preview);
    expect(boxes).toMatchObject({ 'jawaban-A.I.1.ii.a': 'on', 'catatan-A.I.1.ii.a': 'on' });
    expect(boxes).not.toHaveProperty('jawaban-A.I.1.i.a');
    const reply = await applied(lead, preview, { 'jawaban-A.I.1.i.b': 'on' });
    expect([reply.status, reply.headers['location']]).toEqual([303, preview]);

    const after = await stored(zi);
    expect(after.row('A.I.1.i.a')).toMatchObject({
      value: { letter: 'Ya' },
      note: 'SK 1',
      version: 1,
    });
    expect(after.row('A.I.1.i.b')).toMatchObject({ value: { letter: 'B' }, version: 2 });
    expect(after.row('A.I.1.ii.a')).toMatchObject({
      value: { letter: 'Ya' },
      note: 'Rencana aksi 2026',
    });
    expect(after.row('B.I.a')).toMatchObject({ value: { index: '3.6' } });
    expect(after.row('A.II.1.i.b')).toMatchObject({ value: { counts: { perubahan: 2 } } });
    expect(after.faults).toEqual([]);
    expect(await historyRows(zi, 'lke.import')).toHaveLength(1);

    await fill(lead, 'B.I.a', { index: '3,7' });
    const undo = await lead.get(`${preview}/pembatalan`).expect(200);
    expect(readableText(undo.text)).toContain('1 indikator dibiarkan');
    const undone = await postForm(lead, `${preview}/pembatalan`, {});
    expect(undone.status).toBe(303);
    const told = readableText((await lead.get(preview)).text);
    expect(told).toContain('sedang dikunci: B.I.a');
    const back = await stored(zi);
    expect(back.row('A.I.1.i.b')).toMatchObject({ value: { letter: 'C' } });
    expect(back.row('A.I.1.ii.a')).toMatchObject({ value: null, note: '' });
    expect(back.row('B.I.a')).toMatchObject({ value: { index: '3.7' } });
    expect(back.faults).toEqual([]);
    expect(await historyRows(zi, 'lke.import-undo')).toHaveLength(1);
  });

  it('changes nothing the second time', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), {
      isForeign: true,
      answers: { 'A.I.1.ii.a': 'Ya', 'A.I.2.i.a': 'B' },
    });
    await applied(lead, await previewed(lead, file));
    const before = (await stored(zi)).rows;
    const again = await previewed(lead, file);
    const page = readableText((await lead.get(again)).text);
    expect(page).toContain('Tidak ada yang perlu diputuskan');
    const reply = await postForm(lead, `${again}/penerapan`, { 'jawaban-A.I.1.ii.a': 'on' });
    expect(reply.status).toBe(303);
    expect((await stored(zi)).rows).toEqual(before);
    expect(await historyRows(zi, 'lke.import')).toHaveLength(1);
  });

  it('shows whatever stands in a file as text, never as markup', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const bad = '"><img src=x onerror=alert(1)><script>alert(1)</script>{{title}}';
    const file = await edited(await download(lead), {
      isForeign: true,
      notes: { 'A.I.1.ii.a': bad },
      answers: { 'A.I.1.i.b': bad },
      links: { 'A.I.1.i.a': { name: bad, href: 'https://drive.example.com/"><script>' } },
      also: (_workbook, main) => {
        main.getCell('G230').value = bad;
        main.getCell('K230').value = 'Ya';
      },
    });
    const preview = await previewed(lead, file, `${bad}.xlsx`);
    const page = await lead.get(`${preview}?tampilan=semua`).expect(200);
    expect(page.text).not.toMatch(/<img src=x|<script>alert/);
    expect(readableText(page.text)).toContain('<script>alert(1)</script>{{title}}');
    await applied(lead, preview);
    for (const url of [preview, `${preview}/pembatalan`, IMPORTS, `${LKE}/riwayat`]) {
      expect((await lead.get(url).expect(200)).text).not.toMatch(/<img src=x|<script>alert/);
    }
  });

  it('is refused with a sentence while the LKE is not being filled', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const file = await edited(await download(lead), { answers: { 'A.I.1.ii.a': 'Ya' } });
    await setStage(zi, 'pendahuluan');
    const reply = await upload(lead, file);
    expect(reply.status).toBe(409);
    expect(readableText(reply.text)).toContain('sedang tidak dibuka untuk pengisian');
    expect(readableText((await lead.get(IMPORTS)).text)).not.toContain('Baca dan bandingkan');
  });
});
