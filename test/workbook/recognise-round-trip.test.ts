import { answersIn, asRecord, kindsIn, reading } from '../support/readings.js';
import {
  rawExport,
  rawOfficial,
  valuesOf,
  workbookOf,
  withoutFormulas,
} from '../support/raw-lke.js';
import { CASES } from './cases.js';
import { answers, instrument, option, sampleEvidence } from './sample-input.js';
import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';

const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;
const EVERY_CASE = LAYOUTS.flatMap((layout) =>
  Object.entries(CASES).map(([name, sheet]) => [layout, name, sheet] as const),
);

describe('our own export comes back', () => {
  it.each(EVERY_CASE)('%s, %s: every answer', async (layout, _, sheet) => {
    const read = reading(await rawExport({ layout, answers: { mandiri: sheet } }));
    expect(answersIn(read)).toEqual(asRecord(valuesOf(sheet)));
    expect([read.layout, read.missing, read.invalid, read.unrecognised]).toEqual([
      layout,
      [],
      [],
      [],
    ]);
  });

  it.each(EVERY_CASE)('%s, %s: read as a file of others', async (layout, name, sheet) => {
    const official = await rawOfficial({ layout, answers: { mandiri: sheet } });
    const read = reading(workbookOf(withoutFormulas(official)));
    expect(read.ours).toBeNull();
    expect([read.missing, read.invalid, read.unrecognised]).toEqual([[], [], []]);
    // A count asked twice is taken from where it stands.
    if (name !== 'half-filled') expect(answersIn(read)).toEqual(asRecord(valuesOf(sheet)));
  });

  it.each(LAYOUTS)('%s: notes, versions, identity, total', async (layout) => {
    const sheet = answers(
      instrument,
      (one, index) => option(one, index % 5),
      ({ code }) => `Catatan ${code}\nbaris kedua, https://kpu.example/${code}; "kutip" _x0041_`,
    );
    const read = reading(await rawExport({ layout, answers: { mandiri: sheet } }));
    expect(Object.fromEntries(read.rows.map(({ code, note }) => [code, note]))).toEqual(
      Object.fromEntries([...sheet].map(([code, { note }]) => [code, note])),
    );
    expect(read.rows.flatMap(({ evidence }) => evidence)).toEqual([]);
    expect(read.ours).toMatchObject({
      isIntact: true,
      identity: { satkerCode: '52.71', year: 2026, instrumentId: instrument.id, layout },
    });
    expect(read.ours?.versions).toEqual(
      Object.fromEntries([...sheet].map(([code, { version }]) => [code, version])),
    );
    expect(Number(read.fileTotal)).toBeGreaterThan(0);
    expect(read.fileGates).toHaveLength(12);
  });

  it.each(LAYOUTS)('%s: evidence with its names and links', async (layout) => {
    const code = 'A.I.1.i.a' as IndicatorCode;
    const other = 'A.II.5.iii.b' as IndicatorCode;
    const kept = [
      sampleEvidence({ name: '1. SK Tim (final), revisi; 2', href: 'https://zi.example/bukti/1' }),
      sampleEvidence({ name: 'Notulen pleno', href: null, physicalLocation: 'lemari 3' }),
      sampleEvidence({ name: 'Foto (https://lain.example)', href: 'https://zi.example/b?x=1&y=2' }),
    ];
    const evidence = new Map([
      [code, kept],
      [other, kept.slice(0, 1)],
    ]);
    const read = reading(await rawExport({ layout, evidence }));
    const of = (wanted: IndicatorCode) =>
      read.rows
        .find((row) => row.code === wanted)
        ?.evidence.map(({ name, href }) => ({ name, href }));
    const plain = kept.map(({ name, href }) => ({ name, href }));
    expect(of(code)).toEqual(plain);
    expect(of(other)).toEqual(plain.slice(0, 1));
    expect(read.rows.flatMap((row) => row.evidence)).toHaveLength(4);
  });

  it('shows when its identity was mixed with that of another file', async () => {
    const raw = await rawExport();
    const mixed = {
      sheets: raw.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          cell.value === '52.71' ? { ...cell, value: '52.72' } : cell,
        ),
      })),
    };
    expect(reading(mixed).ours?.isIntact).toBe(false);
  });

  it.each(LAYOUTS)('%s: no fault is found in a consistent one', async (layout) => {
    const sheet = CASES['on-the-gates'];
    expect(
      kindsIn(reading(await rawExport({ layout, answers: { mandiri: sheet ?? new Map() } }))),
    ).toEqual([]);
  });
});
