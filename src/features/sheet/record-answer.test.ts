import * as fc from 'fast-check';
import { exactToDecimal } from '../../domain/exact.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { verifyScores } from '../lke/verify-scores.js';
import { readAnswers, readScore } from '../lke/store.js';
import { openOneLke, OPERATOR, type OneLke } from '../../../test/support/one-lke.js';
import { recordAnswer, recordAnswers, type Recorded } from './record-answer.js';

const TEAM = 'A.I.1.i.a' as IndicatorCode;
const PLAN = 'A.I.1.i.b' as IndicatorCode;
const AGENTS = 'A.II.1.i.a' as IndicatorCode;
const INTEGRATED = 'A.II.1.i.b' as IndicatorCode;
const YES: AnswerValue = { kind: 'choice', letter: 'Ya' };
const letter = (at: string): AnswerValue => ({ kind: 'choice', letter: at });
const counts = (values: Record<string, number>): AnswerValue => ({
  kind: 'counts',
  counts: values,
});

let house: OneLke;
beforeEach(async () => {
  house = await openOneLke();
});
afterEach(() => house.close());

function record(
  code: IndicatorCode,
  value: AnswerValue | null,
  expectedVersion: number,
  note = '',
): Promise<Recorded> {
  const { lke } = house;
  const request = { lke, tier: 'mandiri', code, value, note, expectedVersion } as const;
  return recordAnswer(house, { ...request, actor: OPERATOR });
}

const history = () => house.store.db.selectFrom('history').selectAll().orderBy('seq').execute();
const rowOf = async (code: IndicatorCode) =>
  (await readAnswers(house.store.db, house.lke.id, 'mandiri')).get(code);
const sound = async () =>
  expect((await verifyScores(house.store, house.instruments)).faults).toEqual([]);

describe('saving one answer', () => {
  it('stores the answer, the score and the history together', async () => {
    const saved = await record(TEAM, YES, 0, 'SK nomor 12');
    expect(saved).toMatchObject({
      outcome: 'recorded',
      before: null,
      row: { code: TEAM, value: YES, note: 'SK nomor 12', version: 1 },
    });
    const score = await readScore(house.store.db, house.lke.id, 'mandiri');
    expect(score?.answered).toBe(1);
    expect(score && exactToDecimal(score.total, 6, 'half-up')).toBe('0.25');
    expect(await history()).toMatchObject([
      {
        action: 'answer.record',
        subject: TEAM,
        satker_code: '52.71',
        year: 2026,
        actor_name: 'operator',
        before: null,
        after: '{"value":{"kind":"choice","letter":"Ya"},"note":"SK nomor 12"}',
      },
    ]);
    await sound();
  });

  it('leaves no trace when what is posted is what is stored, whatever its version', async () => {
    await record(TEAM, YES, 0);
    for (const version of [0, 1, 7]) {
      expect(await record(TEAM, YES, version)).toMatchObject({ outcome: 'unchanged' });
    }
    expect(await history()).toHaveLength(1);
    expect((await rowOf(TEAM))?.version).toBe(1);
  });

  it('writes no row for an indicator that stays untouched', async () => {
    expect(await record(TEAM, null, 0)).toEqual({ outcome: 'unchanged', row: null });
    expect(await rowOf(TEAM)).toBeUndefined();
  });

  it('refuses a stale version, hands out what is stored and changes nothing', async () => {
    await record(TEAM, YES, 0, 'dari Ayu');
    const late = await record(TEAM, letter('Tidak'), 0, 'dari Yani');
    expect(late).toMatchObject({
      outcome: 'conflict',
      stored: { value: YES, note: 'dari Ayu', version: 1 },
    });
    expect(await history()).toHaveLength(1);
    expect((await rowOf(TEAM))?.note).toBe('dari Ayu');
  });

  it('refuses once the LKE is no longer being filled', async () => {
    await house.store.write((tx) =>
      tx.updateTable('lke').set({ stage: 'pendahuluan' }).where('id', '=', house.lke.id).execute(),
    );
    expect(await record(TEAM, YES, 0)).toEqual({
      outcome: 'closed',
      stage: 'pendahuluan',
      openness: 'none',
    });
    expect(await rowOf(TEAM)).toBeUndefined();
    expect(await history()).toEqual([]);
  });

  it('clears an answer, keeps its note and counts it as unanswered again', async () => {
    await record(TEAM, YES, 0, 'SK nomor 12');
    const cleared = await record(TEAM, null, 1, 'SK nomor 12');
    expect(cleared).toMatchObject({
      outcome: 'recorded',
      row: { value: null, note: 'SK nomor 12', version: 2 },
      score: { answered: 0 },
    });
    await sound();
  });
});

describe('a count that the sheet asks twice', () => {
  it('is stored in both places, and the version of both rows grows', async () => {
    await record(INTEGRATED, counts({ terintegrasi: 5 }), 0, 'lima sudah masuk SOP');
    await record(AGENTS, counts({ agen: 7, perubahan: 7 }), 0);
    expect(await rowOf(INTEGRATED)).toMatchObject({
      value: counts({ perubahan: 7, terintegrasi: 5 }),
      note: 'lima sudah masuk SOP',
      version: 2,
    });
    expect((await history()).map((entry) => entry.subject)).toEqual([
      INTEGRATED,
      AGENTS,
      INTEGRATED,
    ]);
    await sound();
  });

  it('leaves both places when it is cleared at its source', async () => {
    await record(AGENTS, counts({ agen: 7, perubahan: 7 }), 0);
    expect((await rowOf(INTEGRATED))?.value).toEqual(counts({ perubahan: 7 }));
    await record(AGENTS, counts({ agen: 7 }), 1);
    expect((await rowOf(INTEGRATED))?.value).toBeNull();
    await sound();
  });

  it('is taken from its source when the other indicator is saved without it', async () => {
    await record(AGENTS, counts({ agen: 2, perubahan: 4 }), 0);
    await record(INTEGRATED, counts({ terintegrasi: 3 }), 1);
    expect((await rowOf(INTEGRATED))?.value).toEqual(counts({ perubahan: 4, terintegrasi: 3 }));
    expect((await rowOf(AGENTS))?.version).toBe(1);
  });

  it('reaches its source when a file gives it at the copy only', async () => {
    const value = counts({ perubahan: 6, terintegrasi: 6 });
    await recordAnswers(house, house.lke, [{ code: INTEGRATED, value, note: '' }], OPERATOR);
    expect((await rowOf(AGENTS))?.value).toEqual(counts({ perubahan: 6 }));
    await sound();
  });

  it('follows the source where a file gives two different figures', async () => {
    await recordAnswers(
      house,
      house.lke,
      [
        { code: INTEGRATED, value: counts({ perubahan: 5, terintegrasi: 5 }), note: '' },
        { code: AGENTS, value: counts({ agen: 7, perubahan: 7 }), note: '' },
      ],
      OPERATOR,
    );
    expect((await rowOf(INTEGRATED))?.value).toEqual(counts({ perubahan: 7, terintegrasi: 5 }));
  });
});

describe('saving many answers', () => {
  it('is one transaction whose repetition leaves no trace', async () => {
    const entries = [
      { code: TEAM, value: YES, note: '' },
      { code: PLAN, value: letter('B'), note: 'menyusul' },
    ];
    expect(await recordAnswers(house, house.lke, entries, OPERATOR)).toEqual({
      outcome: 'recorded',
      changed: 2,
    });
    expect(await recordAnswers(house, house.lke, entries, OPERATOR)).toEqual({
      outcome: 'recorded',
      changed: 0,
    });
    expect(await history()).toHaveLength(2);
    await sound();
  });
});

describe('counts as large as they may be', () => {
  it('give a score that can be stored and read back', async () => {
    const primes = [999_999_937, 999_999_929, 999_999_893, 999_999_883, 999_999_797];
    const { indicators } = house.instruments.instrument('lke-2026');
    const entries = indicators.flatMap((indicator, at) => {
      if (indicator.type === 'index') {
        const value: AnswerValue = { kind: 'index', index: '3.599999999999999' };
        return [{ code: indicator.code, value, note: '' }];
      }
      if (indicator.type !== 'counts') return [];
      const typed = indicator.inputs.filter((input) => input.computedFrom === null);
      const value = counts(
        Object.fromEntries(typed.map(({ key }, i) => [key, (primes[(at + i) % 5] ?? 1) - 7 * at])),
      );
      return [{ code: indicator.code, value, note: '' }];
    });
    await recordAnswers(house, house.lke, entries, OPERATOR);
    expect((await readScore(house.store.db, house.lke.id, 'mandiri'))?.answered).toBe(10);
    await sound();
  });
});

describe('after any walk of saves', () => {
  it('the stored score equals a recomputation and a shared count is the same in both places', async () => {
    const { indicators } = house.instruments.instrument('lke-2026');
    const answerOf = (code: IndicatorCode): fc.Arbitrary<AnswerValue | null> => {
      const indicator = indicators.find((each) => each.code === code);
      if (indicator?.type === 'choice') {
        return fc.option(fc.constantFrom(...indicator.options.map((each) => letter(each.letter))));
      }
      if (indicator?.type === 'index') {
        return fc.constantFrom('0', '3.2', '3.6', '4').map((index) => ({ kind: 'index', index }));
      }
      const keys = indicator?.inputs.filter((i) => i.computedFrom === null && i.sameAs === null);
      const shape = Object.fromEntries((keys ?? []).map(({ key }) => [key, fc.nat({ max: 3 })]));
      return fc
        .record(shape, { requiredKeys: [] })
        .map((typed) =>
          Object.keys(typed).length === 0 ? null : counts(typed as Record<string, number>),
        );
    };
    const step = fc
      .constantFrom(AGENTS, INTEGRATED, ...indicators.map((each) => each.code))
      .chain((code) => fc.tuple(fc.constant(code), answerOf(code)));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const [code, value] of steps) {
          await record(code, value, (await rowOf(code))?.version ?? 0);
        }
        await sound();
        const at = async (code: IndicatorCode) => {
          const value = (await rowOf(code))?.value;
          return value?.kind === 'counts' ? value.counts['perubahan'] : undefined;
        };
        expect(await at(INTEGRATED)).toBe(await at(AGENTS));
      }),
      { numRuns: 15 },
    );
  });
});
