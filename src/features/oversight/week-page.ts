import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { exactFromStored } from '../../domain/exact.js';
import { shiftWeek, weekOfDay } from '../../domain/oversight/iso-week.js';
import { paths } from '../../paths.js';
import { dayIn, formatDay, formatInstant, formatInteger, formatScore } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { callText, oversightText } from '../../text/messages/oversight.js';
import { tierShort, tierText } from '../../text/messages/review.js';
import type { PageBase } from '../../web/pages.js';
import type { Watched } from './read-standings.js';
import { dayKey, type DayScore } from './store.js';
import type { Standing } from './standing.js';
import { signed } from './table.js';
import { provinceTabs, type Tab } from './tabs.js';
import type { WeekFacts } from './week-facts.js';

const text = oversightText.weekPage;

export interface WeekPage extends PageBase {
  readonly tabs: readonly Tab[];
  readonly words: typeof text;
  readonly span: string;
  readonly isNow: boolean;
  readonly previousHref: string;
  readonly nextHref: string | null;
  readonly calls: readonly (NamedRow & {
    readonly stage: string;
    readonly reasons: readonly string[];
  })[];
  readonly rules: readonly string[];
  readonly moved: readonly MovedRow[];
  readonly stalled: readonly (NamedRow & { readonly text: string })[];
  readonly returned: readonly (NamedRow & {
    readonly text: string;
    readonly indicators: string;
    readonly reason: string;
  })[];
  readonly submitted: readonly (NamedRow & {
    readonly text: string;
    readonly late: string | null;
  })[];
  readonly decided: readonly (NamedRow & { readonly text: string })[];
}

interface NamedRow {
  readonly name: string;
  readonly href: string;
}

interface MovedRow extends NamedRow {
  readonly tier: string;
  readonly filled: string;
  readonly score: string;
  readonly change: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/week': WeekPage;
  }
}

export interface WeekPlace {
  readonly province: string;
  readonly seesMore: boolean;
}

export function weekPage(watched: Watched, facts: WeekFacts, place: WeekPlace): WeekPage {
  const { frame, standings, provinceNames, zone } = watched;
  const { province, seesMore } = place;
  const { week, isNow } = facts;
  const name = provinceNames.get(province) ?? '';
  const next = shiftWeek(week, 1);
  const isRunning = weekOfDay(dayIn(frame.now, zone)).monday >= next.monday;
  const hrefOf = (code: string) => paths.oversightWeek(province, frame.year, code);
  return {
    title: text.title(name, week.code),
    tabs: provinceTabs(province, name, frame.year, 'week', seesMore),
    words: text,
    span: text.span(formatDay(week.monday), formatDay(week.sunday)),
    isNow,
    previousHref: hrefOf(shiftWeek(week, -1).code),
    nextHref: isRunning ? hrefOf(next.code) : null,
    calls: isNow ? standings.flatMap((one) => callRow(one, frame.year)) : [],
    rules: frame.rules.call.map(({ source }) => source),
    moved: standings.flatMap((one) => movedRows(one, facts, frame.year)),
    stalled: isNow ? standings.flatMap((one) => stalledRow(one, frame.year)) : [],
    ...happenings(watched, facts),
  };
}

/** What was handed in, came back or was decided, of satker in scope. */
function happenings(
  { standings, frame: { year } }: Watched,
  { submissions, returns, decisions }: WeekFacts,
): Pick<WeekPage, 'returned' | 'submitted' | 'decided'> {
  const byCode = new Map(standings.map(({ satker }) => [satker.code, satker]));
  const rows = <T extends { satkerCode: string }, R>(
    list: readonly T[],
    rowOf: (one: T, satker: Standing['satker'], base: NamedRow) => R,
  ): R[] =>
    list.flatMap((one) => {
      const satker = byCode.get(one.satkerCode);
      if (satker === undefined) return [];
      const href = paths.submission(satker.code, year);
      return [rowOf(one, satker, { name: satker.name, href })];
    });
  return {
    returned: rows(returns, (one, { timeZone }, base) => ({
      ...base,
      text: text.return(tierText[one.tier], formatInstant(one.at, timeZone)),
      indicators: text.indicators(one.opensAll === 1 ? null : (one.named ?? 0)),
      reason: one.reason,
    })),
    submitted: rows(submissions, (one, { code, timeZone }) => ({
      name: byCode.get(code)?.name ?? code,
      href: paths.submissionOne(code, year, one.number),
      text: text.submission(one.number, formatInstant(one.at, timeZone)),
      late: one.isLate === 1 ? text.late : null,
    })),
    decided: rows(decisions, (one, { timeZone }, base) => ({
      ...base,
      text: `${text.decision[one.kind]}, ${formatInstant(one.at, timeZone)}`,
    })),
  };
}

function callRow({ satker, lke }: Standing, year: number): WeekPage['calls'] {
  if (lke === null || lke.calls.length === 0) return [];
  return [
    {
      name: satker.name,
      href: paths.lke(satker.code, year),
      stage: stageText[lke.stage],
      reasons: lke.calls.map(({ code, count }) => callText[code](count)),
    },
  ];
}

function stalledRow({ satker, lke }: Standing, year: number): WeekPage['stalled'] {
  if (lke === null || !lke.isStalled) return [];
  const days = oversightText.days(formatInteger(lke.idleDays ?? 0));
  const at = `${stageText[lke.stage]}, ${days}`;
  return [{ name: satker.name, href: paths.lke(satker.code, year), text: at }];
}

/** Every tier this viewer sees whose score is another than before the week. */
function movedRows({ satker, lke }: Standing, facts: WeekFacts, year: number): MovedRow[] {
  if (lke === null) return [];
  return TIERS.flatMap((tier): MovedRow[] => {
    if (lke.tiers[tier].state !== 'scored') return [];
    const key = dayKey(lke.id, tier);
    const after = facts.after.get(key);
    const before = facts.before.get(key) ?? { answered: 0, total: '0' };
    if (after === undefined || isSame(before, after)) return [];
    const [from, to] = [exactFromStored(before.total), exactFromStored(after.total)];
    return [
      {
        name: satker.name,
        href: movedHref(tier, satker.code, year),
        tier: tierShort[tier],
        filled: text.from(formatInteger(before.answered), formatInteger(after.answered)),
        score: text.from(formatScore(from), formatScore(to)),
        change: signed(to.sub(from)),
      },
    ];
  });
}

function movedHref(tier: Tier, code: string, year: number): string {
  return tier === 'mandiri' ? paths.lke(code, year) : paths.comparison(code, year);
}

function isSame(a: DayScore, b: DayScore): boolean {
  return a.answered === b.answered && a.total === b.total;
}
