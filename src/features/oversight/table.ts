import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { decide, type Viewer } from '../../domain/access/decide.js';
import { ZERO, type Exact } from '../../domain/exact.js';
import { paths } from '../../paths.js';
import { dayIn, formatDayShort, formatInteger, formatScore } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { withQuery } from '../../web/pager.js';
import { verdictOf } from './gate-verdict.js';
import { LAST_DAYS } from './span.js';
import type { Frame, LkeStanding, Standing } from './standing.js';
import { recordedIn } from './tier-standing.js';

export interface SatkerRow {
  readonly code: string;
  readonly name: string;
  /** null where the LKE is not open. */
  readonly lke: null | {
    readonly href: string;
    /** WBK or WBBM. */
    readonly target: string;
    readonly stage: string;
    readonly turn: string;
    readonly stageHref: string;
    readonly filled: string;
    readonly filledHref: string;
    readonly tiers: readonly TierCell[];
    /** What each tier's score did in seven days; none where none is another. */
    readonly moves: readonly MoveText[];
    readonly still: string;
    readonly weekHref: string;
    readonly activity: string;
    /** null where the history is not this viewer's to read. */
    readonly historyHref: string | null;
    readonly idle: string;
    /** The word for it; null where it is not. */
    readonly stalled: string | null;
    readonly end: string;
    readonly isOver: boolean;
    readonly endHref: string;
  };
}

interface MoveText {
  /** By how many points. */
  readonly change: string;
  readonly tier: string;
  /** How many indicators more or fewer; null where as many, or none are known. */
  readonly filled: string | null;
}

export interface TierCell {
  readonly label: string;
  /** The words where there is no score. */
  readonly absent: string | null;
  readonly href: string;
  readonly score: string;
  /** null where not all is judged, or only totals are known. */
  readonly verdict: string | null;
  readonly verdictHref: string;
  readonly passed: boolean;
  /** How much is assessed, where not all is; or that the total was recorded as such. */
  readonly partly: string | null;
}

export function rowOf({ satker, lke }: Standing, viewer: Viewer, frame: Frame): SatkerRow {
  const { code, name, timeZone, provinceCode } = satker;
  if (lke === null) return { code, name, lke: null };
  const { year } = frame;
  const of = frame.instrument.indicators.length;
  const home = paths.lke(code, year);
  const mayReadHistory = decide(viewer, 'history.read', satker) === 'allowed';
  const { lastActivity, idleDays, end } = lke;
  return {
    code,
    name,
    lke: {
      href: home,
      target: lke.target.toUpperCase(),
      stage: stageText[lke.stage],
      turn: lke.turn === null ? text.nobody : text.turn(text.turns[lke.turn]),
      stageHref: paths.submission(code, year),
      filled: text.part(formatInteger(lke.answered), formatInteger(of)),
      filledHref:
        lke.answered < of ? paths.nextUnanswered(code, year) : paths.area(code, year, '1'),
      tiers: TIERS.map((tier) => tierCell(tier, lke, code, frame)),
      moves: lke.moves.map(moveText),
      still: text.still,
      weekHref: withQuery(paths.oversightWeek(provinceCode, year, LAST_DAYS), { satker: code }),
      activity:
        lastActivity === null
          ? text.noActivity
          : formatDayShort(dayIn(new Date(lastActivity), timeZone)),
      historyHref: mayReadHistory ? paths.history(code, year) : null,
      idle: idleDays === null ? text.ended : text.days(formatInteger(idleDays)),
      stalled: lke.isStalled ? text.stalled : null,
      end: end === null ? endless(lke) : text.left(end.daysLeft),
      isOver: end !== null && end.daysLeft < 0,
      endHref: `${home}#judul-tenggat`,
    },
  };
}

function tierCell(tier: Tier, lke: LkeStanding, code: string, frame: Frame): TierCell {
  const standing = lke.tiers[tier];
  const { year } = frame;
  const isOwn = tier === 'mandiri';
  const href = isOwn ? `${paths.lke(code, year)}#judul-nilai` : paths.comparison(code, year);
  const verdictHref = isOwn
    ? `${paths.lke(code, year)}#judul-ambang`
    : `${paths.comparison(code, year)}#judul-ambang`;
  const label = text.columns[tier];
  const recorded = recordedIn(lke, tier);
  if (recorded !== null) {
    return {
      label,
      absent: null,
      href: paths.tpnResult(code, year),
      score: totalText(recorded, lke, frame),
      verdict: null,
      verdictHref,
      passed: false,
      partly: text.recorded,
    };
  }
  if (standing.state !== 'scored') {
    const absent = standing.state === 'hidden' ? text.hidden : text.none;
    return {
      label,
      absent,
      href,
      score: '',
      verdict: '',
      verdictHref,
      passed: false,
      partly: null,
    };
  }
  const { failed, score } = standing;
  const { answered, of } = score;
  const verdict = verdictOf(lke, tier);
  return {
    label,
    absent: null,
    href,
    score: totalText(score, lke, frame),
    verdict: verdict === 'belum' ? null : failed === 0 ? text.pass : text.short(failed),
    verdictHref,
    passed: verdict === 'lulus',
    partly: isOwn ? unfilledText(answered) : partlyText(answered, of),
  };
}

function unfilledText(answered: number): string | null {
  return answered === 0 ? text.map.notFilled : null;
}

function partlyText(answered: number, of: number): string | null {
  return answered >= of ? null : text.partly(formatInteger(answered), formatInteger(of));
}

/** A total below its minimum never reads like it: digits are added until the two differ. */
export function totalText(
  { total }: { readonly total: Exact },
  { target }: Pick<LkeStanding, 'target'>,
  { ruleset }: Frame,
): string {
  const minimum = ruleset.gates[target].find(({ code }) => code === 'total')?.minimum ?? ZERO;
  return figureText(total, minimum);
}

/** Two decimals, more where what is below a minimum would read like it. */
export function figureText(value: Exact, minimum: Exact, least = 2): string {
  let digits = least;
  if (value.compare(minimum) < 0) {
    while (formatScore(value, digits) === formatScore(minimum, digits)) digits += 1;
  }
  return formatScore(value, digits);
}

function moveText({ tier, before, after }: LkeStanding['moves'][number]): MoveText {
  const more =
    before.answered === null || after.answered === null ? 0 : after.answered - before.answered;
  return {
    change: signed(after.total.sub(before.total)),
    tier: text.moveBy[tier],
    filled: more === 0 ? null : text.weekFilled(signedCount(more)),
  };
}

/** "+1,25", "−0,50", "0,00". */
export function signed(value: Exact): string {
  const sign = value.compare(ZERO);
  return `${sign > 0 ? '+' : sign < 0 ? '−' : ''}${formatScore(value.abs())}`;
}

export function signedCount(count: number): string {
  return `${count > 0 ? '+' : count < 0 ? '−' : ''}${formatInteger(Math.abs(count))}`;
}

function endless({ turn }: LkeStanding): string {
  return turn === null ? text.ended : text.noDate;
}
