import * as fc from 'fast-check';
import { MATARAM, NTB } from '../../../fixtures/cast.js';
import { exactToStored } from '../../domain/exact.js';
import type { Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Actor } from '../../db/store.js';
import { addPerson, setStage, wanted } from '../../../test/support/assessing.js';
import { openOneLke, OPERATOR, type OneLke } from '../../../test/support/one-lke.js';
import { readAnswers, readJudged, readScore } from '../lke/store.js';
import { verifyScores } from '../lke/verify-scores.js';
import { editDetails } from '../evidence/edit-details.js';
import { unlinkEvidence } from '../evidence/unlink-evidence.js';
import { insertEvidence, insertLink, insertVersion } from '../evidence/write-store.js';
import { recordReason } from '../submission/record-reason.js';
import { recordAnswers } from '../sheet/record-answer.js';
import type { WantedAssessment } from './assess-facts.js';
import { recordAssessments, type Assessed } from './record-assessment.js';

const TEAM = 'A.I.1.i.a' as IndicatorCode;
const PLAN = 'A.I.1.i.b' as IndicatorCode;
const AGENTS = 'A.II.1.i.a' as IndicatorCode;
const INTEGRATED = 'A.II.1.i.b' as IndicatorCode;
const letter = (at: string): AnswerValue => ({ kind: 'choice', letter: at });
const counts = (values: Record<string, number>): AnswerValue => ({
  kind: 'counts',
  counts: values,
});
const NO_DAYS = { documentDay: null, periodFrom: null, periodTo: null, validUntil: null };
const WHY = 'Bukti tidak memuat nomor surat.';

let house: OneLke;
let province: Actor;
let inspector: Actor;

beforeEach(async () => {
  house = await openOneLke();
  province = await addPerson(house.store, 'penilai-provinsi', NTB);
  inspector = await addPerson(house.store, 'tpi-anggota', MATARAM);
});
afterEach(() => house.close());

async function claim(answers: readonly (readonly [IndicatorCode, AnswerValue | null])[]) {
  await setStage(house.store, MATARAM, 'pengisian');
  const entries = answers.map(([code, value]) => ({ code, value, note: '' }));
  const done = await recordAnswers(house, house.lke, entries, OPERATOR);
  expect(done.outcome).toBe('recorded');
  await setStage(house.store, MATARAM, 'pendahuluan');
}

async function assess(
  code: IndicatorCode,
  entry: Pick<WantedAssessment, 'value'> & Partial<WantedAssessment>,
  tier: JudgingTier = 'pendahuluan',
  actor = tier === 'tpi' ? inspector : province,
): Promise<Assessed> {
  const entries = [await wanted(house.store, house.lke, tier, code, entry)];
  return recordAssessments(house, { lke: house.lke, tier, entries, actor });
}

const score = async (tier: 'mandiri' | JudgingTier) => {
  const stored = await readScore(house.store.db, house.lke.id, tier);
  return stored === null ? null : [stored.answered, exactToStored(stored.total)];
};
const rowOf = async (code: IndicatorCode, tier: JudgingTier = 'pendahuluan') =>
  (await readAnswers(house.store.db, house.lke.id, tier)).get(code);
const judgedOf = async (code: IndicatorCode) =>
  (await readJudged(house.store.db, house.lke.id, 'pendahuluan')).get(code);
const history = () =>
  house.store.db
    .selectFrom('history')
    .selectAll()
    .where('action', '=', 'assessment.record')
    .execute();
const sound = async () =>
  expect((await verifyScores(house.store, house.instruments)).faults).toEqual([]);

describe('assessing one indicator', () => {
  beforeEach(() =>
    claim([
      [TEAM, letter('Ya')],
      [PLAN, letter('B')],
    ]),
  );

  it('accepts the claim without a reason and scores this tier alone', async () => {
    const before = await score('mandiri');
    expect(await assess(TEAM, { value: 'claim' })).toMatchObject({ outcome: 'recorded' });
    expect(await rowOf(TEAM)).toMatchObject({ value: letter('Ya'), version: 1 });
    expect(await score('pendahuluan')).toEqual([1, '1/4']);
    expect(await score('mandiri')).toEqual(before);
    expect(await score('tpi')).toBeNull();
    expect(await history()).toMatchObject([
      { subject: 'pendahuluan A.I.1.i.a', actor_role: 'penilai-provinsi', before: null },
    ]);
    await sound();
  });

  it.each([
    ['lower', letter('C')],
    ['higher', letter('A')],
  ])('asks why where it is %s than the claim', async (_title, value) => {
    expect(await assess(PLAN, { value })).toEqual({
      outcome: 'refused',
      problems: [{ field: 'reason', code: 'reason-for-difference' }],
    });
    expect(await rowOf(PLAN)).toBeUndefined();
    expect(await assess(PLAN, { value, reason: WHY })).toMatchObject({ outcome: 'recorded' });
    expect(await judgedOf(PLAN)).toMatchObject({ reason: WHY, holds: true });
  });

  it('keeps a new version where only the reason changes', async () => {
    await assess(PLAN, { value: letter('C'), reason: WHY });
    await assess(PLAN, { value: letter('C'), reason: `${WHY} Juga tanpa tanggal.` });
    expect(await rowOf(PLAN)).toMatchObject({ value: letter('C'), version: 2 });
  });

  it('leaves no trace when what is posted is what stands', async () => {
    await assess(PLAN, { value: letter('C'), reason: WHY });
    for (const expectedVersion of [0, 1, 9]) {
      const again = await assess(PLAN, { value: letter('C'), reason: WHY, expectedVersion });
      expect(again).toEqual({ outcome: 'unchanged' });
    }
    expect(await history()).toHaveLength(1);
  });

  it('never overwrites what a colleague wrote meanwhile', async () => {
    await assess(PLAN, { value: letter('C'), reason: WHY });
    const late = await assess(PLAN, { value: 'claim', expectedVersion: 0 });
    expect(late).toMatchObject({ outcome: 'conflict', reason: WHY, stored: { version: 1 } });
    expect(await rowOf(PLAN)).toMatchObject({ value: letter('C') });
  });

  it('can be taken back, and is unassessed then', async () => {
    await assess(TEAM, { value: 'claim' });
    expect(await assess(TEAM, { value: null })).toMatchObject({ outcome: 'recorded' });
    expect(await judgedOf(TEAM)).toBeUndefined();
    expect(await rowOf(TEAM)).toMatchObject({ value: null, version: 2 });
    expect(await score('pendahuluan')).toEqual([0, '0']);
    await sound();
  });

  it.each(['pengisian', 'menunggu-tpi', 'tpi', 'siap-diusulkan', 'ditetapkan'] as const)(
    'is closed at stage %s',
    async (stage) => {
      await setStage(house.store, MATARAM, stage);
      expect(await assess(TEAM, { value: 'claim' })).toEqual({ outcome: 'closed', stage });
      expect(await history()).toEqual([]);
    },
  );

  it('is refused once the role is gone, although the page was open', async () => {
    await house.store.write((tx) =>
      tx.deleteFrom('user_role').where('user_id', '=', province.userId).execute(),
    );
    expect(await assess(TEAM, { value: 'claim' })).toEqual({ outcome: 'forbidden' });
  });

  it('is refused to another tier', async () => {
    const tried = await assess(TEAM, { value: 'claim' }, 'pendahuluan', inspector);
    expect(tried).toEqual({ outcome: 'forbidden' });
  });
});

describe('what was approved and then changed', () => {
  beforeEach(() =>
    claim([
      [TEAM, letter('Ya')],
      [PLAN, letter('B')],
    ]),
  );

  it('counts as unassessed until it is renewed', async () => {
    await assess(TEAM, { value: 'claim' });
    await assess(PLAN, { value: 'claim' });
    await claim([[PLAN, letter('A')]]);
    expect(await judgedOf(PLAN)).toMatchObject({ holds: false });
    expect(await score('pendahuluan')).toEqual([1, '1/4']);
    await sound();
    expect(await assess(PLAN, { value: 'claim' })).toMatchObject({ outcome: 'recorded' });
    expect(await score('pendahuluan')).toEqual([2, '1/2']);
    await sound();
  });

  it('is renewed with the same answer too, as a version of its own', async () => {
    await assess(PLAN, { value: letter('C'), reason: WHY });
    await claim([[PLAN, letter('A')]]);
    await assess(PLAN, { value: letter('C'), reason: WHY });
    expect(await judgedOf(PLAN)).toMatchObject({ holds: true });
    expect(await rowOf(PLAN)).toMatchObject({ version: 2 });
  });

  it('is not approved by a page that showed the old claim', async () => {
    const seen = await wanted(house.store, house.lke, 'pendahuluan', PLAN, { value: 'claim' });
    await claim([[PLAN, letter('A')]]);
    const { lke } = house;
    const request = { lke, tier: 'pendahuluan', entries: [seen], actor: province } as const;
    expect(await recordAssessments(house, request)).toEqual({
      outcome: 'claim-changed',
      codes: [PLAN],
    });
    expect(await rowOf(PLAN)).toBeUndefined();
  });
});

describe('evidence of what was approved', () => {
  const asked = () => ({ lke: house.lke, code: TEAM, actor: OPERATOR });

  beforeEach(async () => {
    await claim([[TEAM, letter('Ya')]]);
    await setStage(house.store, MATARAM, 'pengisian');
    await house.store.write(async (tx) => {
      const stamp = { userId: null, at: '2026-03-01T00:00:00.000Z' };
      const details = { kind: 'sk', physicalLocation: '', ...NO_DAYS };
      const id = await insertEvidence(tx, MATARAM, 'SK Tim', details, stamp);
      const content = { type: 'link', url: 'https://www.kpu.go.id/sk' } as const;
      const version = { evidenceId: id, number: 1, year: 2026, content, days: NO_DAYS };
      const versionId = await insertVersion(tx, version, stamp);
      const link = { lkeId: house.lke.id, code: TEAM, evidenceId: id, versionId };
      await insertLink(tx, { ...link, checklistCode: null }, stamp);
    });
    await setStage(house.store, MATARAM, 'pendahuluan');
    await assess(TEAM, { value: 'claim' });
    await setStage(house.store, MATARAM, 'pengisian');
  });

  it('takes the approval with it when it goes, and the score follows at once', async () => {
    expect(await score('pendahuluan')).toEqual([1, '1/4']);
    const link = await house.store.db
      .selectFrom('evidence_link')
      .select('id')
      .executeTakeFirstOrThrow();
    await unlinkEvidence(house, { ...asked(), linkId: link.id });
    expect(await judgedOf(TEAM)).toMatchObject({ holds: false });
    expect(await score('pendahuluan')).toEqual([0, '0']);
    await sound();
  });

  it('takes it with a day of the document that is said to be another', async () => {
    const evidence = await house.store.db
      .selectFrom('evidence')
      .selectAll()
      .executeTakeFirstOrThrow();
    const { name, kind, physical_location: physicalLocation } = evidence;
    const details = { name, kind, physicalLocation, ...NO_DAYS, documentDay: '2026-02-01' };
    const about = { evidenceId: evidence.id, expectedVersion: evidence.version };
    expect(await editDetails(house, { ...asked(), ...about, details })).toEqual({
      outcome: 'done',
    });
    expect(await judgedOf(TEAM)).toMatchObject({ holds: false });
    expect(await score('pendahuluan')).toEqual([0, '0']);
    await sound();
  });

  it('takes it with a new written reason for missing evidence too', async () => {
    const reason = 'Dokumen sedang dipindai.';
    await recordReason(house, { ...asked(), reason, expectedVersion: 0 });
    expect(await judgedOf(TEAM)).toMatchObject({ holds: false });
    await sound();
  });
});

describe('counts that are shared', () => {
  beforeEach(() =>
    claim([
      [AGENTS, counts({ agen: 7, perubahan: 7 })],
      [INTEGRATED, counts({ perubahan: 7, terintegrasi: 7 })],
    ]),
  );

  it('are shared within the tier, and only what was assessed counts', async () => {
    await assess(AGENTS, { value: counts({ agen: 7, perubahan: 6 }), reason: WHY });
    expect((await rowOf(INTEGRATED))?.value).toEqual(counts({ perubahan: 6 }));
    expect(await score('pendahuluan')).toMatchObject([1, expect.anything()]);
    await sound();
  });

  it('are not overwritten where the other indicator is accepted as claimed', async () => {
    await assess(AGENTS, { value: counts({ agen: 7, perubahan: 6 }), reason: WHY });
    const accepted = await assess(INTEGRATED, { value: 'claim', reason: WHY });
    expect(accepted).toMatchObject({ outcome: 'recorded' });
    expect((await rowOf(AGENTS))?.value).toEqual(counts({ agen: 7, perubahan: 6 }));
    expect((await rowOf(INTEGRATED))?.value).toEqual(counts({ perubahan: 6, terintegrasi: 7 }));
  });

  it('bring their reason to an indicator that they make differ', async () => {
    await assess(AGENTS, { value: 'claim' });
    await assess(INTEGRATED, { value: 'claim' });
    await assess(AGENTS, { value: counts({ agen: 7, perubahan: 5 }), reason: WHY });
    expect(await judgedOf(INTEGRATED)).toMatchObject({ reason: WHY, holds: true });
    await sound();
  });
});

/** One answer of an indicator by number: each of its options, or counts and indices. */
function nth(indicator: Indicator, at: number): AnswerValue {
  switch (indicator.type) {
    case 'choice':
      return letter(indicator.options[at % indicator.options.length]?.letter ?? '');
    case 'index':
      return { kind: 'index', index: String((at % 5) * 0.9) };
    case 'counts': {
      const typed = indicator.inputs.filter((input) => input.computedFrom === null);
      return counts(Object.fromEntries(typed.map(({ key }, place) => [key, (at + place) % 4])));
    }
  }
}

describe('no tier’s score', () => {
  it('ever rests on another tier’s answer, whatever is claimed and assessed', async () => {
    const instrument = house.instruments.instrument(house.lke.instrumentId);
    const step = fc.record({
      at: fc.nat(instrument.indicators.length - 1),
      who: fc.constantFrom('mandiri', 'pendahuluan', 'tpi'),
      answer: fc.nat(4),
      accepts: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        for (const { at, who, answer, accepts } of steps) {
          const indicator = instrument.indicators[at];
          if (indicator === undefined) continue;
          const others = (['mandiri', 'pendahuluan', 'tpi'] as const).filter((one) => one !== who);
          const before = await Promise.all(others.map(score));
          if (who === 'mandiri') {
            await claim([[indicator.code, nth(indicator, answer)]]);
            // A changed claim may take an assessment away; it never gives one.
            for (const [place, other] of others.entries()) {
              const [was, now] = [before[place], await score(other)];
              expect(Number(now?.[0] ?? 0)).toBeLessThanOrEqual(Number(was?.[0] ?? 0));
            }
          } else {
            await setStage(house.store, MATARAM, who);
            const value = accepts ? 'claim' : nth(indicator, answer);
            await assess(indicator.code, { value, reason: WHY }, who);
            expect(await Promise.all(others.map(score))).toEqual(before);
          }
        }
        for (const tier of ['pendahuluan', 'tpi'] as const) {
          const judged = await readJudged(house.store.db, house.lke.id, tier);
          const own = [...(await readAnswers(house.store.db, house.lke.id, tier)).values()].flatMap(
            ({ code, value }) =>
              value !== null && judged.get(code)?.holds === true ? [[code, value] as const] : [],
          );
          const expected = scoreSheet(instrument, new Map(own));
          const stored = await score(tier);
          if (stored === null) expect(own).toEqual([]);
          else expect(stored).toEqual([expected.answered, exactToStored(expected.total)]);
        }
        await sound();
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
