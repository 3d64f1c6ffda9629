import type { Tier } from '../../domain/access/tiers.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import type { Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import {
  claimKey,
  isOpenForTier,
  JUDGING_TIERS,
  type JudgingTier,
} from '../../domain/lke/assessment.js';
import type { IndicatorChange } from '../../domain/lke/compare-submissions.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import type { OfficialWording } from '../../domain/wording/official-text.js';
import type { EvidenceLimits } from '../../web/answer-evidence.js';
import type { Deps } from '../../web/deps.js';
import { barredFrom } from '../../web/tier-store.js';
import { evidenceLimits } from '../evidence/store.js';
import { readAnswers, readClaims, readJudged } from '../lke/store.js';
import type { AnswerRow, Claims, Judged, Lke } from '../lke/store.js';
import { readWording } from '../wording/store.js';
import { claimedAnswers, claimedEvidence, newestSubmission } from './claim-store.js';
import type { ClaimedAnswer, ClaimedEvidence, Handed } from './claim-store.js';
import { claimSince } from './claim-since.js';
import { evidenceSince, threadsOf, type NoteThread } from './note-store.js';
import type { NoteFacts } from './note-view.js';
import { openedBy } from './opening-store.js';
import type { IndicatorPlace, TierPlace } from './place.js';
import { visibleThreads } from './visible-threads.js';

/** One tier's work as it stands: every row, what was judged, and the score of what holds. */
export interface TierWork {
  readonly rows: ReadonlyMap<IndicatorCode, AnswerRow>;
  readonly judged: ReadonlyMap<IndicatorCode, Judged>;
  readonly score: SheetScore;
}

export async function readTierWork(
  { store, instruments }: Pick<Deps, 'store' | 'instruments'>,
  lke: Pick<Lke, 'id' | 'instrumentId'>,
  tier: JudgingTier,
  claims?: Claims,
): Promise<TierWork> {
  const rows = await readAnswers(store.db, lke.id, tier);
  const judged = await readJudged(store.db, lke.id, tier, claims);
  const counted = [...rows.values()].flatMap(({ code, value }) =>
    value !== null && judged.get(code)?.holds === true ? [[code, value] as const] : [],
  );
  const score = scoreSheet(instruments.instrument(lke.instrumentId), new Map(counted));
  return { rows, judged, score };
}

/** What a person who assesses is shown of one tier, whole. */
export interface TierFacts extends TierPlace {
  readonly handed: Handed | null;
  readonly claimed: ReadonlyMap<IndicatorCode, ClaimedAnswer>;
  /** Evidence of the claim by indicator. */
  readonly evidence: ReadonlyMap<string, readonly ClaimedEvidence[]>;
  readonly work: TierWork;
  readonly opened: ReadonlySet<number>;
  readonly claims: Claims;
  readonly claimKeyOf: (code: IndicatorCode) => string;
  /** The stage is this tier's own. */
  readonly isOpen: boolean;
  /** Another tier of this LKE in which this person took part. */
  readonly barredBy: Tier | null;
}

export async function readTierFacts(deps: Deps, place: TierPlace): Promise<TierFacts> {
  const { db } = deps.store;
  const { lke, tier, user } = place;
  const handed = await newestSubmission(db, lke.id);
  const claims = await readClaims(db, lke.id);
  return {
    ...place,
    handed,
    claimed: await claimedAnswers(db, lke.id, handed),
    evidence: byIndicator(await claimedEvidence(db, lke.id, handed)),
    work: await readTierWork(deps, lke, tier, claims),
    opened: await openedBy(db, user.userId, lke.satker.code),
    claims,
    claimKeyOf: (code) => claimKey(claims(code)),
    isOpen: isOpenForTier(lke.stage, tier),
    barredBy: await barredFrom(db, user, [`assessment.${tier}`, 'assessment.confirm'], lke),
  };
}

/** One indicator of it, with the lower tiers' word about it. */
export interface ReviewFacts extends TierFacts, IndicatorPlace {
  readonly below: readonly LowerTier[];
  readonly limits: EvidenceLimits;
  readonly wording: OfficialWording | null;
  readonly threads: readonly NoteThread[];
  readonly since: NoteFacts['since'];
  /** Number of the newest submission; 0 before the first. */
  readonly round: number;
  /** What changed of the claim since this tier judged it. */
  readonly changed: IndicatorChange | null;
}

export interface LowerTier {
  readonly tier: JudgingTier;
  readonly row: AnswerRow | null;
  readonly judged: Judged | null;
}

export async function readReviewFacts(deps: Deps, place: IndicatorPlace): Promise<ReviewFacts> {
  const { db } = deps.store;
  const { lke, indicator } = place;
  const facts = await readTierFacts(deps, place);
  const round = facts.handed?.number ?? 0;
  const threads = await threadsOf(db, lke.id, indicator.code);
  const judged = facts.work.judged.get(indicator.code);
  const judgedIn = { round: judged?.round ?? 0, handed: facts.handed };
  return {
    ...facts,
    ...place,
    round,
    changed:
      judged?.holds === false ? await claimSince(db, lke.id, indicator.code, judgedIn) : null,
    threads: visibleThreads({ ...place, handed: facts.handed }, threads),
    since: threads.length === 0 ? [] : await evidenceSince(db, lke.id),
    below: await readBelow(deps, place, facts.claims),
    limits: await evidenceLimits(db),
    wording: await readWording(db, lke.year, [indicator.code]),
  };
}

async function readBelow(
  { store }: Deps,
  { lke, user, tier, indicator }: IndicatorPlace,
  claims: Claims,
): Promise<readonly LowerTier[]> {
  const seen = visibleTiers(user, lke.satker, lke.stage);
  const lower = JUDGING_TIERS.slice(0, JUDGING_TIERS.indexOf(tier));
  const below: LowerTier[] = [];
  for (const one of lower.filter((each) => seen.includes(each))) {
    const row = (await readAnswers(store.db, lke.id, one, [indicator.code])).get(indicator.code);
    const judged = (await readJudged(store.db, lke.id, one, claims)).get(indicator.code) ?? null;
    if (row !== undefined && judged !== null) below.push({ tier: one, row, judged });
  }
  return below;
}

/** Assessed, and the claim is still what was assessed. */
export function isAssessed({ work }: Pick<TierFacts, 'work'>, { code }: Indicator): boolean {
  return work.score.indicators.get(code)?.state !== 'unanswered';
}

/** An assessment stands, but of a claim that changed since. */
export function isLapsed({ work }: Pick<TierFacts, 'work'>, { code }: Indicator): boolean {
  return work.judged.get(code)?.holds === false;
}

function byIndicator(
  rows: readonly ClaimedEvidence[],
): ReadonlyMap<string, readonly ClaimedEvidence[]> {
  const found = new Map<string, ClaimedEvidence[]>();
  for (const row of rows) {
    const list = found.get(row.indicatorCode) ?? [];
    found.set(row.indicatorCode, [...list, row]);
  }
  return found;
}
