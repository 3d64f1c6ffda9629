import fc from 'fast-check';
import { loadInstruments } from '../../instruments.js';
import type { IndicatorCode } from '../instrument/instrument.js';
import type { AnswerValue } from '../scoring/answer.js';
import { compareReading, emptiesStored, type FileAnswer } from './compare-reading.js';
import { isTakeable, isTakenByDefault, kindOf, type DifferenceKind } from './difference.js';

const instrument = loadInstruments().instrument('lke-2026');
const CODE = 'A.I.1.i.a' as IndicatorCode;
const AGENTS = 'A.II.1.i.a' as IndicatorCode;
const CHANGES = 'A.II.1.i.b' as IndicatorCode;

describe('what a part of a file means', () => {
  it.each<[string, string | null, string | null, string | null | undefined, DifferenceKind]>([
    ['both the same', 'Ya', 'Ya', undefined, 'same'],
    ['nothing anywhere', null, null, undefined, 'same'],
    ['only the file has it', null, 'Ya', undefined, 'fill'],
    ['only we have it', 'Ya', null, undefined, 'file-empty'],
    ['nobody knows which is newer', 'Ya', 'Tidak', undefined, 'differs'],
    ['the file was changed since', 'Ya', 'Tidak', 'Ya', 'only-in-file'],
    ['filled in the file since', null, 'Ya', null, 'fill'],
    ['we changed since', 'Ya', 'Tidak', 'Tidak', 'only-here'],
    ['we filled it since', 'Ya', null, null, 'file-empty'],
    ['we emptied it since', null, 'Ya', 'Ya', 'only-here'],
    ['both changed', 'Ya', 'Tidak', 'B', 'both'],
    ['both filled it', 'Ya', 'Tidak', null, 'both'],
    ['both changed to the same', 'Ya', 'Ya', 'Tidak', 'same'],
    ['the file was emptied since', 'Ya', null, 'Ya', 'cleared'],
    ['we changed what the file emptied', 'Tidak', null, 'Ya', 'both'],
    ['both emptied it', null, null, 'Ya', 'same'],
  ])('%s', (_title, stored, file, base, kind) => {
    expect(kindOf({ stored, file, base }, Object.is)).toBe(kind);
  });

  const part = fc.constantFrom(null, 'Ya', 'Tidak', 'B');
  it('never overwrites silently what somebody wrote here', () => {
    fc.assert(
      fc.property(part, part, fc.option(part, { nil: undefined }), (stored, file, base) => {
        const kind = kindOf({ stored, file, base }, Object.is);
        if (!isTakenByDefault(kind)) return;
        expect(file).not.toBeNull();
        expect(stored === null || stored === base).toBe(true);
        expect(isTakeable(kind)).toBe(true);
      }),
    );
  });

  it('finds nothing to take where nothing differs, and something wherever it does', () => {
    fc.assert(
      fc.property(part, part, fc.option(part, { nil: undefined }), (stored, file, base) => {
        const kind = kindOf({ stored, file, base }, Object.is);
        expect(kind === 'same').toBe(stored === file);
        if (file !== null && file !== stored) expect(isTakeable(kind)).toBe(true);
      }),
    );
  });
});

const letter = (one: string): AnswerValue => ({ kind: 'choice', letter: one });
const counts = (of: Record<string, number>): AnswerValue => ({ kind: 'counts', counts: of });
const row = (code: IndicatorCode, value: AnswerValue | null, note: string | null = null) => ({
  code,
  value,
  note,
  isInvalid: false,
});

function compare(
  file: readonly FileAnswer[],
  stored: Record<string, [AnswerValue | null, string?]> = {},
  base: Record<string, [AnswerValue | null, string?]> = {},
) {
  const sheet = (of: typeof stored) =>
    new Map(
      Object.entries(of).map(([code, [value, note = '']]) => [
        code as IndicatorCode,
        { value, note, version: 3 },
      ]),
    );
  return compareReading(instrument, { file, stored: sheet(stored), base: sheet(base) });
}

describe('a file beside what is stored', () => {
  it.each<[string, Record<string, number> | undefined, DifferenceKind]>([
    ['nobody knows what was exported', undefined, 'fill'],
    ['the count was filled in the file', { perubahan: 2 }, 'fill'],
    ['we emptied the count since', { agen: 3, perubahan: 2 }, 'only-here'],
    ['both worked on it', { agen: 9, perubahan: 2 }, 'both'],
  ])('a count that is missing here is filled, where %s', (_title, exported, kind) => {
    const stored = { [AGENTS]: [counts({ perubahan: 2 })] as [AnswerValue] };
    const base = exported === undefined ? {} : { [AGENTS]: [counts(exported)] as [AnswerValue] };
    const [found] = compare([row(AGENTS, counts({ agen: 3, perubahan: 2 }))], stored, base);
    expect(found?.answer.kind).toBe(kind);
  });

  it.each<[string, AnswerValue | null, AnswerValue | null, boolean]>([
    ['another letter', letter('Ya'), letter('Tidak'), false],
    ['nothing for a letter', letter('Ya'), null, true],
    ['nothing for nothing', null, null, false],
    ['a count less', counts({ agen: 3, perubahan: 2 }), counts({ agen: 4 }), true],
    ['a count more', counts({ agen: 3 }), counts({ agen: 4, perubahan: 2 }), false],
  ])('empties something or not: %s', (_title, stored, proposed, empties) => {
    expect(emptiesStored({ kind: 'differs', stored, proposed })).toBe(empties);
  });

  it('tells answer and note apart', () => {
    const [found] = compare([row(CODE, letter('Ya'), 'SK 1')], { [CODE]: [letter('Tidak')] });
    expect(found).toEqual({
      code: CODE,
      version: 3,
      answer: { kind: 'differs', stored: letter('Tidak'), proposed: letter('Ya') },
      note: { kind: 'fill', stored: null, proposed: 'SK 1' },
    });
  });

  it('fills a note alone', () => {
    const [found] = compare([row(CODE, null, 'menyusul')]);
    expect([found?.answer.kind, found?.note.kind]).toEqual(['same', 'fill']);
  });

  it('says nothing of the notes where the file has no place for them', () => {
    const [found] = compare(
      [row(CODE, letter('Ya'))],
      { [CODE]: [letter('Ya'), 'SK 1'] },
      {
        [CODE]: [letter('Ya'), 'SK 1'],
      },
    );
    expect(found?.note.kind).toBe('file-empty');
  });

  it('proposes nothing for what is outside the scale', () => {
    const [found] = compare([{ ...row(CODE, null), isInvalid: true }], {
      [CODE]: [letter('Ya')],
    });
    expect(found?.answer).toEqual({ kind: 'invalid', stored: letter('Ya'), proposed: null });
  });

  it('keeps a count whose cell is empty, and fills the others', () => {
    const [found] = compare([row(AGENTS, counts({ agen: 7 }))], {
      [AGENTS]: [counts({ agen: 3, perubahan: 2 })],
    });
    expect(found?.answer.kind).toBe('differs');
    expect(found?.answer.proposed).toEqual(counts({ agen: 7, perubahan: 2 }));
  });

  it('shows a count that was emptied offline, and does not take it by default', () => {
    const stored = { [AGENTS]: [counts({ agen: 3, perubahan: 2 })] as [AnswerValue] };
    const [found] = compare([row(AGENTS, counts({ agen: 3 }))], stored, stored);
    expect(found?.answer.kind).toBe('cleared');
  });

  it('takes the order of counts for nothing', () => {
    const [found] = compare([row(AGENTS, counts({ perubahan: 2, agen: 3 }))], {
      [AGENTS]: [counts({ agen: 3, perubahan: 2 })],
    });
    expect(found?.answer.kind).toBe('same');
  });

  it('lets the source of a shared count decide, so that the same file settles', () => {
    const file = [
      row(AGENTS, counts({ agen: 3, perubahan: 2 })),
      row(CHANGES, counts({ perubahan: 9, terintegrasi: 4 })),
    ];
    const shared = instrument.byCode.get(CHANGES);
    const key = shared?.type === 'counts' ? shared.inputs.find((i) => i.sameAs !== null)?.key : '';
    const found = compare(file).find(({ code }) => code === CHANGES);
    const proposed = found?.answer.proposed;
    expect(proposed?.kind === 'counts' ? proposed.counts[key ?? ''] : null).toBe(2);
  });

  it('leaves out indicators without a row', () => {
    expect(compare([row(CODE, letter('Ya'))]).map(({ code }) => code)).toEqual([CODE]);
  });
});
