import { scoreSheet } from '../scoring/score-sheet.js';
import { fullInput, toAnswers } from '../../../test/support/sheets.js';
import { instrument } from '../../../test/support/shipped.js';
import { factsOfReadiness, isReady, needsProof, readinessOf, type Proof } from './readiness.js';

const NOTHING: Proof = { evidence: new Map(), reasons: new Map() };
const ALL = instrument.indicators.map(({ code }) => code);
const proofOf = (evidence: readonly string[], reasons: readonly string[] = []): Proof => ({
  evidence: new Map(evidence.map((code) => [code, 1])),
  reasons: new Map(reasons.map((code) => [code, 'Arsip fisik.'])),
});
const best = scoreSheet(instrument, toAnswers(fullInput('best')));
const worst = scoreSheet(instrument, toAnswers(fullInput('worst')));
const empty = scoreSheet(instrument, new Map());

describe('readiness to be submitted', () => {
  it('misses everything in an empty sheet, and asks no proof of what is not claimed', () => {
    const readiness = readinessOf(instrument, empty, NOTHING);
    expect(readiness.unanswered).toHaveLength(ALL.length);
    expect(readiness.unproven).toEqual([]);
    expect(isReady(readiness)).toBe(false);
  });

  it('asks no proof of a sheet at its lowest', () => {
    expect(isReady(readinessOf(instrument, worst, NOTHING))).toBe(true);
  });

  it('asks evidence or a reason for everything above the lowest option', () => {
    const readiness = readinessOf(instrument, best, NOTHING);
    expect(readiness.unanswered).toEqual([]);
    expect(readiness.unproven).toHaveLength(ALL.length);
    expect(factsOfReadiness(readiness)).toEqual({ complete: true, 'evidence-or-reason': false });
  });

  it('is content with either, and names what has neither in the order of the sheet', () => {
    const [first = '', second = '', ...rest] = ALL;
    expect(isReady(readinessOf(instrument, best, proofOf(rest, [first, second])))).toBe(true);
    const missing = readinessOf(instrument, best, proofOf(rest)).unproven;
    expect(new Set(missing)).toEqual(new Set([first, second]));
  });

  it('does not take a reason that was taken back', () => {
    const [code = ''] = ALL;
    const proof: Proof = { evidence: new Map(), reasons: new Map([[code, '']]) };
    expect(readinessOf(instrument, best, proof).unproven).toContain(code);
  });

  it.each([
    ['at its best', best, true],
    ['at its lowest', worst, false],
    ['unanswered', empty, false],
  ])('%s, an indicator is asked for proof: %#', (_title, score, asked) => {
    expect(ALL.every((code) => needsProof(score, code) === asked)).toBe(true);
  });
});
