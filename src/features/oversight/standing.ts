import { reaches } from '../../domain/access/roles.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import { TIERS, type Tier } from '../../domain/access/tiers.js';
import type { Viewer } from '../../domain/access/decide.js';
import { exactFromDecimal } from '../../domain/exact.js';
import type { Instrument } from '../../domain/instrument/instrument.js';
import { isEndStage } from '../../domain/lke/stages.js';
import { callReasons, type CallReason } from '../../domain/oversight/call-reasons.js';
import { partOf, turnOf, type Part, type Turn } from '../../domain/oversight/turn.js';
import type { Ruleset } from '../../domain/predikat/gate.js';
import { dayIn, daysBetween } from '../../text/format.js';
import { fromStoredScore, stageEnd } from '../lke/store.js';
import type { YearDay } from '../years/store.js';
import { movesSince, type Move } from './moves.js';
import type { Past } from './past-store.js';
import type { OversightRules } from './store.js';
import type { RecordedTotals, TierStanding } from './tier-standing.js';
import type { WatchedLke, WatchedSatker } from './store.js';

/** What a year says, and the moment of looking. */
export interface Frame {
  readonly year: number;
  readonly now: Date;
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
  readonly rules: OversightRules;
  readonly daysOf: (satkerCode: string) => readonly YearDay[];
  /** Scores at the end of the day seven days ago in a zone. */
  readonly weekAgo: (zone: string) => Past;
}

/** Where one satker stands, as this viewer may see it. */
export interface Standing {
  readonly satker: WatchedSatker['place'];
  readonly lke: LkeStanding | null;
}

export interface LkeStanding {
  readonly id: number;
  readonly target: WatchedLke['target'];
  readonly stage: WatchedLke['stage'];
  /** Who alone can bring it on, and what that asks of the viewer; null once the attempt is over. */
  readonly turn: Turn | null;
  readonly part: Part | null;
  readonly answered: number;
  readonly tiers: Readonly<Record<Tier, TierStanding>>;
  /** TPN's field score as totals: it stands before TPN's answers. */
  readonly recorded: RecordedTotals | null;
  /** Against seven days ago. */
  readonly moves: readonly Move[];
  readonly lastActivity: string | null;
  /** Whole days since anything happened; null once the attempt is over. */
  readonly idleDays: number | null;
  readonly isStalled: boolean;
  readonly end: { readonly day: string; readonly daysLeft: number } | null;
  /** Why it is pressing, whoever's turn it is. */
  readonly reasons: readonly CallReason[];
}

export function standingOf({ place, lke }: WatchedSatker, viewer: Viewer, frame: Frame): Standing {
  if (lke === null) return { satker: place, lke: null };
  const tiers = tierStandings(place, lke, viewer);
  const { mandiri } = tiers;
  const answered = mandiri.state === 'scored' ? mandiri.score.answered : 0;
  const since = lastOf(lke.lastActivity, lke.stageSince);
  const idle = wholeDays(since, frame.now, place.timeZone);
  const end = stageEnd(
    frame.daysOf(place.code),
    lke.stage,
    frame.now,
    place.timeZone,
    lke.sentBack,
  );
  const isOver = isEndStage(lke.stage);
  const recorded = tiers.tpn.state === 'hidden' ? null : recordedOf(lke.tpnTotals);
  const turn = turnOf(lke.stage, place.level, lke.isLetterSent);
  const reasons = callReasons(
    {
      stage: lke.stage,
      answered,
      of: frame.instrument.indicators.length,
      failedGates: mandiri.state === 'scored' ? mandiri.failed : 0,
      idleDays: idle,
      daysLeft: end?.daysLeft ?? null,
      daysSinceReturn:
        lke.returned === null ? null : wholeDays(lke.returned.at, frame.now, place.timeZone),
    },
    frame.rules.call,
  );
  return {
    satker: place,
    lke: {
      id: lke.id,
      target: lke.target,
      stage: lke.stage,
      turn,
      part: turn === null ? null : partOf(turn, rolesAt(place, viewer)),
      answered,
      tiers,
      recorded,
      moves: movesSince(frame.weekAgo(place.timeZone), lke.id, tiers, recorded),
      lastActivity: lke.lastActivity,
      idleDays: isOver ? null : idle,
      isStalled: !isOver && idle >= frame.rules.stalledDays,
      end,
      reasons,
    },
  };
}

function tierStandings(
  place: WatchedSatker['place'],
  { target, stage, scores }: WatchedLke,
  viewer: Viewer,
): LkeStanding['tiers'] {
  const visible = visibleTiers(viewer, place, stage);
  const of = (tier: Tier): TierStanding => {
    if (!visible.includes(tier)) return { state: 'hidden' };
    const stored = scores[tier];
    if (stored === undefined) return { state: 'none' };
    const score = fromStoredScore(stored);
    const { failed } = score.gates[target];
    return { state: 'scored', score, sort: stored.total_sort, failed: failed.length };
  };
  return Object.fromEntries(TIERS.map((tier) => [tier, of(tier)])) as Record<Tier, TierStanding>;
}

function recordedOf(totals: WatchedLke['tpnTotals']): RecordedTotals | null {
  if (totals === null) return null;
  const part = (text: string | null) => (text === null ? null : exactFromDecimal(text));
  const { total, pengungkit, hasil } = totals;
  return { total: exactFromDecimal(total), pengungkit: part(pengungkit), hasil: part(hasil) };
}

function rolesAt(place: WatchedSatker['place'], { grants }: Viewer) {
  return grants.filter((grant) => reaches(grant, place)).map(({ role }) => role);
}

function lastOf(activity: string | null, since: string): string {
  return activity !== null && activity > since ? activity : since;
}

function wholeDays(from: string, to: Date, zone: string): number {
  return Math.max(0, daysBetween(dayIn(new Date(from), zone), dayIn(to, zone)));
}
