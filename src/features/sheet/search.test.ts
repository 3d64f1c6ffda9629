import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { loadInstruments } from '../../instruments.js';
import { emptyScore } from '../../../test/support/empty-score.js';
import {
  nextUnanswered,
  previousUnanswered,
  workingOrder,
} from '../../domain/scoring/next-unanswered.js';
import { searchIndicators } from './search.js';

const { instrument } = loadInstruments().forYear(2026);
const none = new Map<string, { note: string }>();
const codes = (query: string, notes = none): string[] =>
  searchIndicators(instrument, notes, query).map(({ indicator }) => indicator.code);

describe('searching indicators', () => {
  it('finds one by its full code, in any case', () => {
    expect(codes('b.i.A')).toEqual(['B.I.a']);
  });

  it('finds a whole sub-component by the start of its code', () => {
    expect(codes('A.I.1.ii.')).toEqual(['A.I.1.ii.a', 'A.I.1.ii.b', 'A.I.1.ii.c']);
  });

  it('wants every word, in any order', () => {
    expect(codes('disiplin pelanggaran penurunan')).toContain('A.II.3.iii.a');
    expect(codes('disiplin pelanggaran gajahmada')).toEqual([]);
  });

  it('finds a word of the criteria, of the typical evidence and of the own note', () => {
    expect(codes('tanpa seleksi')).toContain('A.I.1.i.b');
    expect(codes('e-LHKPN')).toContain('A.II.5.iii.a');
    const notes = new Map([['A.I.2.i.a', { note: 'Lihat map merah muda' }]]);
    expect(codes('merah muda', notes)).toEqual(['A.I.2.i.a']);
  });

  it('finds a word of the official wording, the line that holds it before the whole', () => {
    const text = { question: 'Apakah ada tim?', criteria: 'a. lengkap\nb. separuh\nc. nihil' };
    const texts = new Map([['A.I.1.i.b' as IndicatorCode, text]]);
    const wording = { source: { title: 'Lampiran III', number: '', day: null }, texts };
    const found = (query: string) => searchIndicators(instrument, none, query, wording);
    expect(found('separuh')).toMatchObject([{ foundIn: 'official', text: 'b. separuh' }]);
    expect(found('nihil lengkap')).toMatchObject([{ foundIn: 'official', text: text.criteria }]);
    expect(searchIndicators(instrument, none, 'separuh').map((hit) => hit.foundIn)).not.toContain(
      'official',
    );
  });

  it('finds words by their beginning, not in the middle of others', () => {
    expect(codes('tim')).toContain('A.I.1.i.a');
    expect(codes('tim')).not.toContain('A.II.2.iii.a');
    expect(codes('lhkpn')).toContain('A.II.5.iii.a');
  });

  it('finds nothing for spaces alone', () => {
    expect(codes('   ')).toEqual([]);
  });
});

describe('the next unanswered indicator', () => {
  const all = (): boolean => true;
  const nothing = emptyScore(instrument);
  const order = workingOrder(instrument);

  it('is the first one when none is named', () => {
    expect(nextUnanswered(order, nothing, all, null)?.code).toBe('A.I.1.i.a');
  });

  it('follows the one that is named', () => {
    expect(nextUnanswered(order, nothing, all, 'A.I.1.i.a')?.code).toBe('A.I.1.i.b');
  });

  it('goes through an area before it begins the next', () => {
    expect(nextUnanswered(order, nothing, all, 'A.I.1.iv.d')?.code).toBe('A.II.1.i.a');
  });

  it('is found backwards too', () => {
    expect(previousUnanswered(order, nothing, all, 'A.I.1.i.b')?.code).toBe('A.I.1.i.a');
    expect(previousUnanswered(order, nothing, all, 'A.I.1.i.a')).toBeNull();
  });

  it('begins from the top again behind the last one', () => {
    expect(nextUnanswered(order, nothing, all, 'B.II.a')?.code).toBe('A.I.1.i.a');
  });

  it('stays within the areas of the person', () => {
    const next = nextUnanswered(order, nothing, ({ area }) => area === 'hasil', 'A.I.1.i.a');
    expect(next?.code).toBe('B.I.a');
  });

  it('is none when everything is answered', () => {
    const done = new Map(
      [...nothing.indicators].map(([code, one]) => [code, { ...one, state: 'answered' as const }]),
    );
    expect(nextUnanswered(order, { indicators: done }, all, null)).toBeNull();
  });
});
