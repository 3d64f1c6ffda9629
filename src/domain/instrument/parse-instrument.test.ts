import { instrument } from '../../../test/support/shipped.js';
import { exactFromDecimal } from '../exact.js';
import type { IndicatorCode } from './instrument.js';
import { sharedCounts } from './shared-counts.js';

const code = (text: string): IndicatorCode => text as IndicatorCode;

describe('the instrument of 2026', () => {
  it.each([
    ['1', '8', '4', '4', 12, 4],
    ['2', '7', '3.5', '3.5', 9, 6],
    ['3', '10', '5', '5', 18, 3],
    ['4', '10', '5', '5', 11, 3],
    ['5', '15', '7.5', '7.5', 18, 4],
    ['6', '10', '5', '5', 19, 3],
  ])('area %s weighs %s = %s + %s with %i + %i indicators', (key, both, one, two, m, n) => {
    const area = instrument.areas.find((candidate) => candidate.key === key);
    const halves = instrument.halfAreas.filter((half) => half.area === key);
    const sizes = halves.map((h) => h.subcomponents.flatMap((sub) => sub.indicators).length);
    expect(area?.weight.toString()).toBe(both);
    expect(halves.map((half) => half.weight.toString())).toEqual([one, two]);
    expect(sizes).toEqual([m, n]);
    expect(area?.indicators).toHaveLength(m + n);
  });

  it('has 113 indicators in 42 sub-components and two parts of Hasil', () => {
    expect(instrument.indicators).toHaveLength(113);
    expect(instrument.subcomponents).toHaveLength(42);
    expect(instrument.hasilParts.map((part) => part.code)).toEqual(['B.I', 'B.II']);
    expect(instrument.areas.map((area) => area.key)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      'hasil',
    ]);
    expect(instrument.byCode.size).toBe(113);
  });

  it('gives 60 = 30 + 30 to pengungkit, 40 to hasil, 100 in all', () => {
    const { pengungkit, pemenuhan, reform, hasil, total } = instrument.weights;
    const weights = [pengungkit, pemenuhan, reform, hasil, total].map(String);
    expect(weights).toEqual(['60', '30', '30', '40', '100']);
  });

  it('gives full points that add up to 100 exactly', () => {
    const zero = exactFromDecimal('0');
    const total = instrument.indicators.reduce((sum, i) => sum.add(i.fullPoints), zero);
    expect(total.toString()).toBe('100');
  });

  it.each([
    ['A.I.1.i.a', '0.25'],
    ['A.I.4.ii.h', '0.3125'],
    ['A.II.5.iii.b', '1'],
    ['B.I.a', '17.5'],
    ['B.I.b', '5'],
    ['B.II.a', '17.5'],
  ])('%s is worth %s points in full', (text, points) => {
    expect(instrument.byCode.get(code(text))?.fullPoints.toString()).toBe(points);
  });

  it('keeps the corrected and the official wording', () => {
    const ipak = instrument.byCode.get(code('B.I.a'));
    expect(ipak?.shortName).toBe('IPAK');
    expect(ipak?.officialName).toContain('Survey');
    expect(instrument.byCode.get(code('A.II.5.iii.b'))?.formerName).toContain('LHKASN');
  });

  it('has the changes made, asked twice, as one shared count', () => {
    expect(sharedCounts(instrument)).toEqual([
      {
        source: { code: 'A.II.1.i.a', key: 'perubahan' },
        copy: { code: 'A.II.1.i.b', key: 'perubahan' },
      },
    ]);
  });

  it('knows the eight numeric indicators and their computed totals', () => {
    const counts = instrument.indicators.flatMap((i) => (i.type === 'counts' ? [i] : []));
    const totals = counts.flatMap((i) => i.inputs.filter((input) => input.computedFrom !== null));
    expect(counts).toHaveLength(8);
    expect(totals.map((input) => input.computedFrom)).toEqual([
      ['kepala', 'pejabat', 'lainnya'],
      ['eselon3', 'eselon4', 'fungsional'],
    ]);
  });
});
