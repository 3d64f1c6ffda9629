import { instrument } from '../../../test/support/shipped.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { fileGroups } from './file-page.js';

const codes = instrument.indicators.filter(({ type }) => type === 'choice').map(({ code }) => code);
const letter = (value: string): AnswerValue => ({ kind: 'choice', letter: value });
const all = (value: string, of: readonly IndicatorCode[]) =>
  new Map(of.map((code) => [code, { value: letter(value) }]));
const file = (value: string, of: readonly IndicatorCode[]) =>
  of.map((code) => ({ code, value: letter(value), note: null }));

describe('what a worksheet of TPN would change', () => {
  it('is shown by area, folded where it is much', () => {
    const found = fileGroups(instrument, {
      stored: new Map(),
      tpi: all('A', codes),
      answers: file('A', codes),
    });
    expect(found.changed).toBe(codes.length);
    expect(found.differs).toBe(0);
    expect(found.groups.map(({ isOpen }) => isOpen)).not.toContain(true);
    expect(found.groups[0]?.title).toBe('1. Manajemen Perubahan');
  });

  it('says where TPN found otherwise than TPI, and leaves out what is stored already', () => {
    const few = codes.slice(0, 3);
    const stored = all('B', few.slice(0, 1));
    const found = fileGroups(instrument, { stored, tpi: all('A', few), answers: file('B', few) });
    expect([found.changed, found.differs]).toEqual([2, 2]);
    expect(found.groups).toHaveLength(1);
    expect(found.groups[0]).toMatchObject({
      isOpen: true,
      count: '2 jawaban, 2 berbeda dari TPI',
      rows: [
        { code: few[1], tpi: 'A', stored: 'belum dinilai', typed: 'B', differs: true },
        { code: few[2] },
      ],
    });
  });

  it('does not call it a difference where TPI did not judge', () => {
    const few = codes.slice(0, 1);
    const found = fileGroups(instrument, {
      stored: new Map(),
      tpi: new Map(),
      answers: file('B', few),
    });
    expect(found.differs).toBe(0);
  });
});
