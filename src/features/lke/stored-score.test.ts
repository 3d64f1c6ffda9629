import * as fc from 'fast-check';
import { judgeAll } from '../../domain/predikat/gates.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import { anySheet } from '../../../test/support/sheets.js';
import { openOneLke, type OneLke } from '../../../test/support/one-lke.js';
import { loadInstruments } from '../../instruments.js';
import { countGates, fromStoredScore, toStoredScore } from './stored-score.js';
import { verifyScores } from './verify-scores.js';

const { instrument, ruleset } = loadInstruments().forYear(2026);

describe('a stored score', () => {
  it('reads back exactly what was computed, for any sheet', () => {
    fc.assert(
      fc.property(anySheet(), (answers) => {
        const score = scoreSheet(instrument, answers);
        const gates = judgeAll(ruleset, score);
        const columns = toStoredScore(instrument, score, gates);
        const read = fromStoredScore(columns);
        expect(read.total.equals(score.total)).toBe(true);
        expect(read.pengungkit.equals(score.pengungkit)).toBe(true);
        expect(read.hasil.score.equals(score.hasil.score)).toBe(true);
        expect(read.areas.map((area) => area.ratio.toFraction())).toEqual(
          score.areas.map((area) => area.ratio.toFraction()),
        );
        expect(read.answered).toBe(score.answered);
        expect(Object.values(read.answeredByArea).reduce((a, b) => a + b, 0)).toBe(score.answered);
        for (const target of ['wbk', 'wbbm'] as const) {
          const failed = gates[target].items.filter((item) => !item.passed);
          expect(read.gates[target].failed.map(({ code }) => code)).toEqual(
            failed.map(({ code }) => code),
          );
          expect(countGates(columns, target)).toEqual({ failed: failed.length, of: 12 });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('verifying stored scores', () => {
  let house: OneLke;
  beforeEach(async () => {
    house = await openOneLke();
  });
  afterEach(() => house.close());

  it('finds nothing where all is well', async () => {
    expect(await verifyScores(house.store, house.instruments)).toEqual({ checked: 1, faults: [] });
  });

  it.each([
    ['a changed total', { total: '1/3' }, 'differs from its answers in total'],
    ['a changed sorting figure', { total_sort: 1 }, 'differs from its answers in total_sort'],
    ['a changed detail', { detail: '{}' }, 'differs from its answers in detail'],
  ])('finds %s', async (_title, change, fault) => {
    await house.store.write((tx) => tx.updateTable('score').set(change).execute());
    const { faults } = await verifyScores(house.store, house.instruments);
    expect(faults).toEqual([`52.71 2026 mandiri: ${fault}`]);
  });

  it('finds an LKE whose score is missing, and an answer that its instrument does not know', async () => {
    await house.store.write((tx) => tx.deleteFrom('score').execute());
    const missing = await verifyScores(house.store, house.instruments);
    expect(missing.faults).toEqual(['52.71 2026 mandiri: no stored score']);
    const other = await openOneLke();
    await other.store.write((tx) =>
      tx
        .insertInto('answer')
        .values({
          lke_id: other.lke.id,
          tier: 'mandiri',
          indicator_code: 'A.I.9.i.a',
          value: '{"kind":"choice","letter":"Ya"}',
          note: '',
          version: 1,
          updated_by: null,
          updated_at: '2026-03-10T02:00:00.000Z',
        })
        .execute(),
    );
    const { faults } = await verifyScores(other.store, other.instruments);
    expect(faults).toEqual(['52.71 2026 mandiri: answer to unknown indicator A.I.9.i.a']);
    await other.close();
  });
});
