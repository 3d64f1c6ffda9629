import { readRaw } from '../../src/workbook/read/read-raw.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { describeWithLibreOffice, resave } from '../support/libreoffice.js';
import { valuesOf } from '../support/raw-lke.js';
import { answersIn, asRecord, kindsIn, reading } from '../support/readings.js';
import { CASES } from './cases.js';
import { instrument, sampleEvidence, sampleInput } from './sample-input.js';

const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;

describeWithLibreOffice('a worksheet that LibreOffice saved', () => {
  it('keeps its identity, answers, notes and evidence, and shows no fault', async () => {
    const sheet = new Map(
      [...(CASES['on-the-gates'] ?? [])].map(([code, answer]) => [
        code,
        { ...answer, note: `Catatan ${code}\nbaris kedua` },
      ]),
    );
    const code = instrument.indicators[0]?.code;
    if (code === undefined) throw new Error('no indicator');
    const kept = [
      sampleEvidence({ name: 'SK Tim', href: 'https://zi.example/bukti/1?a=1&b=2' }),
      sampleEvidence({ name: 'Notulen', href: null }),
    ];
    const input = { answers: { mandiri: sheet }, evidence: new Map([[code, kept]]) };
    const files = new Map<string, Uint8Array>();
    for (const layout of LAYOUTS) {
      files.set(`${layout}.xlsx`, await writeLke(sampleInput({ ...input, layout })));
    }
    const saved = await resave(files);
    for (const layout of LAYOUTS) {
      const raw = readRaw(saved.get(`${layout}.xlsx`) ?? Buffer.alloc(0));
      if (!raw.ok) throw new Error(JSON.stringify(raw.problems));
      const read = reading(raw.value);
      expect(read.ours).toMatchObject({ isIntact: true, identity: { layout } });
      expect(answersIn(read)).toEqual(asRecord(valuesOf(sheet)));
      expect(read.rows.map(({ note }) => note)).toEqual(
        [...sheet.values()].map(({ note }) => note),
      );
      expect(
        read.rows.flatMap(({ evidence }) => evidence.map(({ name, href }) => [name, href])),
      ).toEqual([
        ['SK Tim', 'https://zi.example/bukti/1?a=1&b=2'],
        ['Notulen', null],
      ]);
      expect([read.invalid, read.unrecognised, kindsIn(read)]).toEqual([[], [], []]);
    }
  });
});
