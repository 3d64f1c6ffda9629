import type { Viewer } from '../../domain/access/decide.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import { compareSubmissions } from '../../domain/lke/compare-submissions.js';
import type { Readiness } from '../../domain/lke/readiness.js';
import type { SentBackBy } from '../../domain/lke/stage-end.js';
import type { SubmissionContent } from '../../domain/lke/submission-content.js';
import type { Deps } from '../../web/deps.js';
import { sentBackBy, type Lke, type Sheet } from '../lke/store.js';
import { datesFor, type YearDay } from '../years/store.js';
import { frozenContent, liveContent, reasonVersionsOf } from './frozen-store.js';
import type { Place } from './place.js';
import { readReadiness } from './read-readiness.js';
import { standingReopening, type Reopening } from './reopening-store.js';
import { returnsOf, standingReturn, type LkeReturn } from './stage-store.js';
import { submissionsOf, type Submission } from './submission-store.js';

/** Everything the page of submissions tells, as it is stored. */
export interface OverviewFacts {
  readonly submissions: readonly Submission[];
  readonly returns: readonly LkeReturn[];
  /** The return that holds the LKE where it is. */
  readonly standing: LkeReturn | null;
  /** The decision that gave it back as a whole, where one did. */
  readonly reopened: Reopening | null;
  readonly readiness: Readiness;
  readonly sheet: Sheet;
  readonly content: SubmissionContent;
  readonly reasonVersions: ReadonlyMap<string, number>;
  /** Indicators that differ from the newest submission. */
  readonly changed: ReadonlySet<string>;
  readonly days: readonly YearDay[];
  readonly sentBack: SentBackBy;
}

export async function readOverview(
  deps: Deps,
  { lke, instrument, user }: Place,
): Promise<OverviewFacts> {
  const { db } = deps.store;
  const submissions = await submissionsOf(db, lke.id);
  const returns = shownReturns(await returnsOf(db, lke.id), user, lke);
  const standing = standingReturn(returns, lke.stage);
  const content = await liveContent(db, lke.id);
  const [newest] = submissions;
  const codes = instrument.indicators.map(({ code }) => code);
  const before =
    standing === null || newest === undefined ? content : await frozenContent(db, newest.id);
  return {
    submissions,
    returns,
    standing,
    reopened: await standingReopening(db, lke.id, lke.stage),
    content,
    ...(await readReadiness(db, deps, lke)),
    reasonVersions: await reasonVersionsOf(db, lke.id),
    changed: new Set(compareSubmissions(codes, before, content).map(({ code }) => code)),
    days: await datesFor(db, lke.year, lke.satker.code),
    sentBack: await sentBackBy(db, lke.id),
  };
}

/**
 * What TPI returned is the assessors' to see until they pass it on; where they decided again instead,
 * until TPI's work shows.
 */
function shownReturns(
  returns: readonly LkeReturn[],
  viewer: Viewer,
  { satker, stage }: Lke,
): readonly LkeReturn[] {
  const seen = visibleTiers(viewer, satker, stage);
  const passedOn = new Set(returns.map(({ passesOn }) => passesOn));
  return returns.filter(
    ({ id, opened, tier }) => opened || passedOn.has(id) || seen.includes(tier),
  );
}
