import fc from 'fast-check';
import type { Indicator, IndicatorCode } from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import type { RawSheet } from '../../src/workbook/read/raw-workbook.js';
import { sheetPlans } from '../../src/workbook/row-tables.js';
import { randomFrom, type Random } from '../support/random.js';
import {
  fill,
  insertRows,
  mapCells,
  moveRows,
  rawOfficial,
  withoutFormulas,
} from '../support/raw-lke.js';
import { answersIn, asRecord, reading } from '../support/readings.js';
import { messUp, typed } from '../support/sheet-mess.js';
import { counts, instrument } from './sample-input.js';

const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;
const RUNS = Number(process.env['ZI_FUZZ_RUNS'] ?? 40);
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const blank: Partial<Record<(typeof LAYOUTS)[number], RawSheet>> = {};

beforeAll(async () => {
  for (const layout of LAYOUTS) {
    const sheet = await rawOfficial({ layout, answers: { mandiri: new Map() } });
    blank[layout] = withoutFormulas(sheet);
  }
});

function blankOf(layout: (typeof LAYOUTS)[number]): RawSheet {
  const sheet = blank[layout];
  if (sheet === undefined) throw new Error('not made yet');
  return sheet;
}

/** Any answers at all, most indicators answered; what is asked twice has the same number. */
function anyAnswers(random: Random): Map<IndicatorCode, AnswerValue> {
  const found = new Map<IndicatorCode, AnswerValue>();
  const changes = random.below(9);
  for (const indicator of instrument.indicators) {
    if (random.below(5) > 0) found.set(indicator.code, anyAnswer(indicator, random, changes));
  }
  for (const code of ['A.II.1.i.a', 'A.II.1.i.b'] as IndicatorCode[]) {
    const indicator = instrument.byCode.get(code);
    if (indicator !== undefined) found.set(code, anyAnswer(indicator, random, changes));
  }
  return found;
}

function anyAnswer(indicator: Indicator, random: Random, changes: number): AnswerValue {
  switch (indicator.type) {
    case 'choice':
      return { kind: 'choice', letter: random.pick(indicator.options).letter };
    case 'index':
      return { kind: 'index', index: random.pick(['0', '3.6', '4', '3.25', '2.123', '1']) };
    case 'counts':
      return counts(indicator, (key) =>
        key === 'perubahan' ? changes : random.pick([0, 1, 7, 12, 340]),
      );
  }
}

describe('a worksheet that went through many hands', () => {
  it.each(LAYOUTS)('%s: says exactly what was answered', (layout) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed);
        const answers = anyAnswers(random);
        const filled = fill(blankOf(layout), layout, answers, (value) => typed(value, random));
        const read = reading(messUp(filled, layout, random));
        expect(answersIn(read)).toEqual(asRecord(answers));
        expect([read.missing, read.invalid, read.unrecognised]).toEqual([[], [], []]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(LAYOUTS)('%s: with slips of the pen never takes one question for another', (layout) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed);
        const answers = anyAnswers(random);
        const filled = fill(blankOf(layout), layout, answers);
        const read = reading(slips(filled, random));
        const got = answersIn(read);
        const wanted = asRecord(answers);
        const isPlain = (code: string) =>
          instrument.byCode.get(code as IndicatorCode)?.type !== 'counts';
        for (const [code, value] of Object.entries(got)) {
          if (isPlain(code)) expect([code, value]).toEqual([code, wanted[code]]);
          else expect([code, wanted[code]]).toEqual([code, expect.objectContaining(partOf(value))]);
        }
        expect(read.missing.length).toBeLessThanOrEqual(6);
        expect(read.unrecognised.length).toBeGreaterThanOrEqual(
          read.missing.filter((code) => wanted[code] !== undefined && isPlain(code)).length,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it.each(LAYOUTS)('%s: with whole areas in another order loses nothing', (layout) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed);
        const answers = anyAnswers(random);
        const filled = fill(blankOf(layout), layout, answers);
        const read = reading(swapAreas(filled, layout, random));
        expect(answersIn(read)).toEqual(asRecord(answers));
        expect(read.missing).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(LAYOUTS)('%s: with rows deleted misses those and no others', (layout) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed);
        const answers = anyAnswers(random);
        const filled = fill(blankOf(layout), layout, answers);
        const plain = instrument.indicators.filter(({ type }) => type !== 'counts');
        const gone = new Set(Array.from({ length: 6 }, () => random.pick(plain).code));
        const rows = new Map(
          [...gone].map((code) => [sheetPlans(instrument)[layout].rowOf.get(code), code]),
        );
        const read = reading(moveRows(filled, (row) => (rows.has(row) ? null : row)));
        expect([...read.missing].sort()).toEqual([...gone].sort());
        for (const code of gone) answers.delete(code);
        expect(answersIn(read)).toEqual(asRecord(answers));
      }),
      { numRuns: RUNS },
    );
  });
});

function partOf(value: unknown): object {
  const { counts: typedCounts } = value as { counts: object };
  return { kind: 'counts', counts: expect.objectContaining(typedCounts) as unknown };
}

/** One letter dropped, doubled or swapped in some of the longer labels. */
function slips(sheet: RawSheet, random: Random): RawSheet {
  return mapCells(sheet, (cell) => {
    if (cell.column > 7 || typeof cell.value !== 'string' || cell.value.length < 25) return cell;
    if (cell.row < 4 || random.below(3) > 0) return cell;
    const { value } = cell;
    const place = 3 + random.below(value.length - 6);
    const [before, one, after] = [
      value.slice(0, place),
      value.charAt(place),
      value.slice(place + 1),
    ];
    const changed = random.pick([
      before + after,
      before + one + one + after,
      `${before}${after.charAt(0)}${one}${after.slice(1)}`,
    ]);
    return { ...cell, value: changed };
  });
}

/** Two areas of one half change places, with a blank row between. */
function swapAreas(sheet: RawSheet, layout: (typeof LAYOUTS)[number], random: Random): RawSheet {
  const { rowOf } = sheetPlans(instrument)[layout];
  const half = random.pick(['A.I', 'A.II']);
  const first = 1 + random.below(5);
  const start = (area: number) => rowOf.get(`${half}.${area}`) ?? 0;
  const [from, middle] = [start(first), start(first + 1)];
  const end =
    first + 2 <= 6 ? start(first + 2) : (rowOf.get(half === 'A.I' ? 'A.II' : 'TOTAL.A') ?? 0);
  const swapped = moveRows(sheet, (row) => {
    if (row >= from && row < middle) return row + (end - middle);
    return row >= middle && row < end ? row - (middle - from) : row;
  });
  return insertRows(swapped, [from]);
}
