import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp } from '../support/app.js';
import { evidenceState } from '../support/evidence.js';
import { download, edited } from '../support/filled-workbook.js';
import { at, stored } from '../support/filling.js';
import { fullAnswers, fullNotes, NOTES_FOR_LIBREOFFICE } from '../support/full-answers.js';
import { applied, boxesOf, previewed } from '../support/importing.js';
import { describeWithLibreOffice, resave } from '../support/libreoffice.js';
import { readableText } from '../support/reading.js';

const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;

describeWithLibreOffice('a file of ours that was worked on in LibreOffice', () => {
  it.each(LAYOUTS)(
    'brings as %s what was changed there and nothing else',
    async (layout) => {
      const zi = await startTestApp({ PUBLIC_URL: 'http://zi.kpu-ntb.example' });
      try {
        await answer(zi, MATARAM, fullAnswers(zi), fullNotes(zi, NOTES_FOR_LIBREOFFICE));
        const lead = await zi.signIn('ketua.mataram');
        const links = 'https://drive.example.com/sk https://drive.example.com/notula';
        await postForm(lead, `${at('A.I.1.i.a')}/bukti`, { links });
        const before = await stored(zi);
        const letter = before.row('A.I.1.i.a')?.value;
        const other = letter?.kind === 'choice' && letter.letter === 'Ya' ? 'Tidak' : 'Ya';
        const changed = await edited(await download(lead, layout), {
          layout,
          answers: { 'A.I.1.i.a': other, 'B.I.a': 3.21, 'A.II.1.i.a:agen': 5 },
          notes: { 'A.I.1.i.b': 'ditulis di LibreOffice\nbaris dua' },
        });
        const saved = (await resave(new Map([['lke', changed]]))).get('lke');
        const preview = await previewed(lead, saved ?? Buffer.alloc(0));
        expect(readableText((await lead.get(preview)).text)).toContain(
          'hasil unduhan dari LKE ini',
        );
        const boxes = await boxesOf(lead, preview);
        const offered = Object.keys(boxes)
          .filter((name) => boxes[name] === 'on')
          .sort();
        expect(offered).toEqual([
          'catatan-A.I.1.i.b',
          'jawaban-A.I.1.i.a',
          'jawaban-A.II.1.i.a',
          'jawaban-B.I.a',
        ]);
        await applied(lead, preview);
        const after = await stored(zi);
        const different = [...after.rows.values()].filter(
          ({ code, version }) => before.row(code)?.version !== version,
        );
        expect(different.map(({ code }) => code).sort()).toEqual([
          'A.I.1.i.a',
          'A.I.1.i.b',
          'A.II.1.i.a',
          'B.I.a',
        ]);
        expect(after.row('A.I.1.i.b')?.note).toBe('ditulis di LibreOffice\nbaris dua');
        expect(after.row('B.I.a')?.value).toEqual({ kind: 'index', index: '3.21' });
        expect((await evidenceState(zi)).links).toHaveLength(2);
        expect(after.faults).toEqual([]);
      } finally {
        await zi.close();
      }
    },
    120_000,
  );
});
