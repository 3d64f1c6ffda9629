import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { decide, type Viewer } from '../../domain/access/decide.js';
import { ZERO, type Exact } from '../../domain/exact.js';
import { paths } from '../../paths.js';
import { dayIn, formatDay, formatInteger, formatScore } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { menujuText } from '../../text/messages/workbook.js';
import { SORTS, sortOf, type OversightQuery, type Sort } from './query.js';
import { recordedIn, type Frame, type LkeStanding, type Standing } from './standing.js';

export interface SortColumn {
  readonly label: string;
  readonly href: string;
  /** For aria-sort. */
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly mark: string;
  readonly isNumber: boolean;
}

export interface SatkerRow {
  readonly code: string;
  readonly name: string;
  /** null where the LKE is not open. */
  readonly lke: null | {
    readonly href: string;
    readonly target: string;
    readonly stage: string;
    readonly turn: string;
    readonly stageHref: string;
    readonly filled: string;
    readonly filledHref: string;
    readonly tiers: readonly TierCell[];
    readonly week: string;
    /** How many more or fewer are filled; null where as many. */
    readonly weekFilled: string | null;
    readonly weekHref: string;
    readonly activity: string;
    /** null where the history is not this viewer's to read. */
    readonly historyHref: string | null;
    readonly idle: string;
    readonly isStalled: boolean;
    readonly end: string;
    readonly isOver: boolean;
    readonly endHref: string;
  };
}

export interface TierCell {
  readonly label: string;
  /** The words where there is no score. */
  readonly absent: string | null;
  readonly href: string;
  readonly score: string;
  /** null where only totals are known, which say nothing of the areas. */
  readonly verdict: string | null;
  readonly verdictHref: string;
  readonly passed: boolean;
  /** How much is assessed, where not all is; or that the total was recorded as such. */
  readonly partly: string | null;
}

const NUMBERS: ReadonlySet<Sort> = new Set([
  'isi',
  'mandiri',
  'pendahuluan',
  'tpi',
  'tpn',
  'mandek',
]);

export function sortColumns(
  query: OversightQuery,
  hrefOf: (urut: string) => string,
): readonly SortColumn[] {
  const { key, descending } = sortOf(query);
  return SORTS.map((sort) => {
    const isSorted = sort === key;
    return {
      label: text.columns[sort],
      href: hrefOf(isSorted && !descending ? `-${sort}` : sort),
      sorted: !isSorted ? 'none' : descending ? 'descending' : 'ascending',
      mark: !isSorted ? '' : descending ? '▼' : '▲',
      isNumber: NUMBERS.has(sort),
    };
  });
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
      target: menujuText(lke.target),
      stage: stageText[lke.stage],
      turn: lke.ball === null ? text.nobody : text.turn(text.ball[lke.ball]),
      stageHref: paths.submission(code, year),
      filled: text.of(formatInteger(lke.answered), formatInteger(of)),
      filledHref:
        lke.answered < of ? paths.nextUnanswered(code, year) : paths.area(code, year, '1'),
      tiers: TIERS.map((tier) => tierCell(tier, lke, code, frame)),
      week: weekText(lke.week),
      weekFilled: lke.week.answered === 0 ? null : text.weekFilled(signedCount(lke.week.answered)),
      weekHref: paths.oversightWeek(provinceCode, year),
      activity:
        lastActivity === null
          ? text.noActivity
          : formatDay(dayIn(new Date(lastActivity), timeZone)),
      historyHref: mayReadHistory ? paths.history(code, year) : null,
      idle: idleText(idleDays, lke.isStalled),
      isStalled: lke.isStalled,
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
    : paths.comparison(code, year);
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
  return {
    label,
    absent: null,
    href,
    score: totalText(score, lke, frame),
    verdict: failed === 0 ? text.pass : text.short(failed),
    verdictHref,
    passed: failed === 0,
    partly:
      isOwn || answered >= of ? null : text.partly(formatInteger(answered), formatInteger(of)),
  };
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

function weekText({ answered, total }: LkeStanding['week']): string {
  if (answered === 0 && total.compare(ZERO) === 0) return text.still;
  return signed(total);
}

/** "+1,25", "−0,50", "0,00". */
export function signed(value: Exact): string {
  const sign = value.compare(ZERO);
  return `${sign > 0 ? '+' : sign < 0 ? '−' : ''}${formatScore(value.abs())}`;
}

export function signedCount(count: number): string {
  return `${count > 0 ? '+' : count < 0 ? '−' : ''}${formatInteger(Math.abs(count))}`;
}

function idleText(days: number | null, isStalled: boolean): string {
  if (days === null) return text.ended;
  return isStalled ? text.stalled(formatInteger(days)) : text.days(formatInteger(days));
}

function endless({ ball }: LkeStanding): string {
  return ball === null ? text.ended : text.noDate;
}
