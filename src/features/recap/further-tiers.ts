import type { Viewer } from '../../domain/access/decide.js';
import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Exact } from '../../domain/exact.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import type { Ruleset, Target } from '../../domain/predikat/gate.js';
import { judgeAll } from '../../domain/predikat/gates.js';
import type { Answers } from '../../domain/scoring/answer.js';
import type { Db } from '../../db/store.js';
import type { RecapSatker, RecapTier } from '../../workbook/recap-input.js';
import { hasilCodes, recapScore } from './recap-score.js';
import {
  readAnswersOf,
  readFieldTotals,
  readFurtherScores,
  type ProvinceSatker,
  type TierScore,
} from './store.js';

interface Around {
  /** In the order of the list that is completed. */
  readonly visible: readonly ProvinceSatker[];
  readonly viewer: Viewer | null;
  readonly province: string;
  readonly year: number;
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
}

/**
 * Of each LKE the further tiers that this person may see at its stage and that have begun, each
 * from its own answers; where TPN's field score was recorded, that stands (domain.md, Tiers).
 */
export async function withTiers(
  db: Db,
  list: readonly RecapSatker[],
  around: Around,
): Promise<RecapSatker[]> {
  const { viewer, visible } = around;
  const found = await readTiers(db, around);
  return list.map((satker, at) => {
    const own = visible[at];
    if (satker.lke === null || own?.lke === undefined || own.lke === null) return satker;
    const { id, stage, target } = own.lke;
    const shown = viewer === null ? TIERS : visibleTiers(viewer, own.place, stage);
    const tiers = shown.flatMap((tier) => found(id, tier, target) ?? []);
    return { ...satker, lke: { ...satker.lke, tiers } };
  });
}

type FindTier = (lkeId: number, tier: Tier, target: Target) => RecapTier | null;

async function readTiers(db: Db, around: Around): Promise<FindTier> {
  const { province, year, visible, instrument } = around;
  const fields = await readFieldTotals(db, province, year);
  const scores = await readFurtherScores(db, province, year);
  const ids = visible.flatMap(({ lke }) => lke?.id ?? []);
  const answers = new Map<Tier, ReadonlyMap<number, Answers>>();
  for (const tier of new Set(scores.map((score) => score.tier))) {
    answers.set(tier, await readAnswersOf(db, ids, tier, hasilCodes(instrument)));
  }
  return (lkeId, tier, target) => {
    if (tier === 'mandiri') return null;
    const field = tier === 'tpn' ? fields.get(lkeId) : undefined;
    if (field !== undefined) return recorded(tier, field);
    const score = scores.find((one) => one.lkeId === lkeId && one.tier === tier);
    if (score === undefined) return null;
    return judged(score, answers.get(tier)?.get(lkeId) ?? new Map(), { ...around, target, tier });
  };
}

function recorded(tier: RecapTier['tier'], total: Exact): RecapTier {
  return { tier, total, judged: null };
}

/** A tier that is not through has a score so far, but no verdict. */
function judged(
  { columns }: TierScore,
  answers: Answers,
  by: Pick<Around, 'instrument' | 'ruleset'> & {
    readonly target: Target;
    readonly tier: RecapTier['tier'];
  },
): RecapTier {
  const score = recapScore(columns, answers, by.instrument);
  const { answered, of, total } = score;
  const { items } = judgeAll(by.ruleset, score)[by.target];
  const failed = answered < of ? null : items.filter(({ passed }) => !passed).length;
  const totalGate = items.find(({ code }) => code === 'total') ?? null;
  return { tier: by.tier, total, judged: { answered, of, failed, totalGate } };
}
