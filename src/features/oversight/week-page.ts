import type { Tier } from '../../domain/access/tiers.js';
import type { Viewer } from '../../domain/access/decide.js';
import type { Part } from '../../domain/oversight/turn.js';
import { paths } from '../../paths.js';
import { formatInstant, formatInteger } from '../../text/format.js';
import { formatScore } from '../../text/format.js';
import { oversightText } from '../../text/messages/oversight.js';
import { tierShort } from '../../text/messages/review.js';
import { withQuery } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { movesBetween, type Move, type Reading } from './moves.js';
import type { Watched } from './read-standings.js';
import { LAST_DAYS, neighboursOf, type Span } from './span.js';
import type { Standing } from './standing.js';
import { signed } from './table.js';
import { aroundOf, type Around } from './place.js';
import { pressingOf, stalledOf, type TurnGroup } from './week-calls.js';
import type { WeekFacts } from './week-facts.js';
import { happeningsOf, type Happenings } from './week-happenings.js';

const text = oversightText.weekPage;

export interface WeekPage extends PageBase, Around, Happenings {
  readonly words: typeof text;
  readonly none: Readonly<Record<'moved' | 'returned' | 'submitted' | 'decided', string>>;
  readonly moment: string;
  readonly isNow: boolean;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly pressing: Readonly<Record<Part, readonly TurnGroup[]>>;
  readonly rules: readonly string[];
  readonly moved: readonly MovedRow[];
  readonly stalled: readonly TurnGroup[];
}

interface MovedRow {
  readonly name: string;
  readonly href: string;
  readonly tier: string;
  readonly filled: string;
  readonly score: string;
  readonly change: string;
  readonly causeHref: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/week': WeekPage;
  }
}

export interface WeekPlace {
  readonly province: string;
  readonly seesMore: boolean;
  /** The only one it tells of; null: every one of the province in scope. */
  readonly satkerCode: string | null;
}

export function weekPage(
  watched: Watched,
  facts: WeekFacts,
  viewer: Viewer,
  place: WeekPlace,
): WeekPage {
  const { frame, standings, provinceNames, zone } = watched;
  const { province, seesMore, satkerCode } = place;
  const { span } = facts;
  const provinceName = provinceNames.get(province) ?? '';
  const name = satkerCode === null ? provinceName : (standings[0]?.satker.name ?? '');
  const { year } = frame;
  const now = span.isNow ? standings : [];
  return {
    title: titleOf(span, name),
    ...aroundOf(
      { province, seesMore },
      watched,
      span.isNow ? 'week' : null,
      (other) => paths.oversightWeek(province, other),
      { satker: satkerCode ?? '' },
    ),
    words: text,
    none: text.none(text.when(span.isNow, span.week === null)),
    moment: oversightText.moment(formatInstant(frame.now.toISOString(), zone)),
    isNow: span.isNow,
    links: linksOf(facts, place, year),
    pressing: pressingOf(now, viewer, year),
    rules: frame.rules.call.map(({ source }) => source),
    moved: standings.flatMap((one) => movedRows(one, facts, year)),
    stalled: stalledOf(now, viewer, year),
    ...happeningsOf(watched, facts, viewer),
  };
}

function titleOf({ week, from, to }: Span, name: string): string {
  if (week === null) return text.lastDaysTitle(from, to, name);
  const [year = '', number = ''] = week.code.split('-W');
  return text.title(Number(number), year, from, to, name);
}

function linksOf({ span, today }: WeekFacts, { province, satkerCode }: WeekPlace, year: number) {
  const { previous, next } = neighboursOf(span, today);
  const link = (label: string, code: string, satker: string | null = satkerCode) => ({
    label,
    href: withQuery(paths.oversightWeek(province, year, code), { satker: satker ?? '' }),
  });
  return [
    link(span.week === null ? text.thisWeek : text.previous, previous.code),
    ...(next === null ? [] : [link(text.next, next.code)]),
    ...(span.week === null || !span.isNow ? [] : [link(text.lastDays, LAST_DAYS)]),
    ...(satkerCode === null ? [] : [link(text.everyone, span.week?.code ?? LAST_DAYS, null)]),
  ];
}

function movedRows({ satker, lke }: Standing, facts: WeekFacts, year: number): MovedRow[] {
  if (lke === null) return [];
  const { code, name } = satker;
  return movesBetween(facts.before, facts.after, lke.id, lke.tiers).map((move) => ({
    name,
    href: paths.lke(code, year),
    tier: tierShort[move.tier],
    filled: filledText(move),
    score: text.from(totalText(move.before), totalText(move.after)),
    change: signed(move.after.total.sub(move.before.total)),
    causeHref: causeOf(move.tier, move.after, code, year),
  }));
}

function filledText({ before, after }: Move): string {
  if (after.answered === null) return text.onlyTotal;
  return text.from(formatInteger(before.answered ?? 0), formatInteger(after.answered));
}

function totalText({ answered, total }: Reading): string {
  const shown = formatScore(total);
  return answered === null ? oversightText.map.recorded(shown) : shown;
}

function causeOf(tier: Tier, { answered }: Reading, code: string, year: number): string {
  if (tier === 'mandiri') return `${paths.lke(code, year)}#judul-nilai`;
  return answered === null ? paths.tpnResult(code, year) : paths.comparison(code, year);
}
