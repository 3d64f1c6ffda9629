import { exactFromDecimal } from '../../domain/exact.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import {
  decimalToText,
  formatDay,
  formatInstant,
  formatInteger,
  formatShort,
} from '../../text/format.js';
import { yearsText } from '../../text/messages/years.js';
import type { Deps } from '../../web/deps.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { calendarOf } from './calendar.js';
import { datesBefore } from './late-dates.js';
import { countLke } from './lke-store.js';
import { daysOf, listExceptions, type YearRow } from './year-store.js';

export interface YearPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly legalBasis: { readonly label: string; readonly value: string };
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly satkerHref: string;
  readonly addHref: string;
  readonly datesHref: string;
  readonly wordingHref: string;
  readonly requirementsHref: string;
  readonly statementHref: string;
  readonly dates: readonly {
    readonly name: string;
    readonly day: string;
    /** It had passed when the year was opened. */
    readonly isLate: boolean;
  }[];
  readonly late: string | null;
  readonly exceptions: string;
  readonly internal: {
    readonly action: string;
    readonly version: number;
    readonly value: string;
    readonly problem: string | null;
    readonly law: string;
  };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'years/year': YearPage;
  }
}

export async function yearPage(
  deps: Deps,
  year: YearRow,
  typedInternal: string | null,
  problems: readonly Problem[],
): Promise<YearPage> {
  const { db } = deps.store;
  const calendar = calendarOf(year.rulesetId);
  const days = await daysOf(db, year.year, '');
  const late = datesBefore(calendar, new Date(year.createdAt), ({ code }) => days.get(code));
  const exceptions = await listExceptions(db, year.year);
  return {
    title: yearsText.yearTitle(year.year),
    problems: problemLines(problems),
    backHref: paths.adminYears(),
    legalBasis: {
      label: yearsText.facts.legalBasis,
      value: deps.instruments.instrument(year.instrumentId).legalBasis,
    },
    facts: await factsOf(deps, year, calendar.timeZone),
    satkerHref: paths.adminYearSatker(year.year),
    addHref: paths.adminYearSatkerNew(year.year),
    datesHref: paths.adminYearDates(year.year),
    wordingHref: paths.adminWording(year.year),
    requirementsHref: paths.adminRequirements(year.year),
    statementHref: paths.adminStatement(year.year),
    dates: calendar.dates.map(({ code, name }) => {
      const day = days.get(code);
      return {
        name,
        day: day === undefined ? yearsText.noDate : formatDay(day),
        isLate: late.some((one) => one.code === code),
      };
    }),
    late: late.length === 0 ? null : yearsText.lateYear(late.length),
    exceptions: yearsText.exceptionCount(exceptions.length),
    internal: {
      action: paths.adminYear(year.year),
      version: year.version,
      value: typedInternal ?? decimalToText(year.internalTarget ?? ''),
      problem: fieldProblem(problems, 'internal'),
      law: lawOf(deps, year),
    },
  };
}

async function factsOf(deps: Deps, year: YearRow, timeZone: string): Promise<YearPage['facts']> {
  const count = (target: '' | 'wbk' | 'wbbm') =>
    countLke(deps.store.db, { year: year.year, search: '', province: '', target });
  const instrument = deps.instruments.instrument(year.instrumentId);
  const { facts } = yearsText;
  return [
    { label: facts.instrument, value: `${instrument.title} (${instrument.id})` },
    { label: facts.openedAt, value: formatInstant(year.createdAt, timeZone) },
    { label: facts.lke, value: formatInteger(await count('')) },
    { label: facts.wbk, value: formatInteger(await count('wbk')) },
    { label: facts.wbbm, value: formatInteger(await count('wbbm')) },
  ];
}

function lawOf(deps: Deps, year: YearRow): string {
  const { gates } = deps.instruments.ruleset(year.rulesetId);
  const total = (target: 'wbk' | 'wbbm') =>
    formatShort(
      gates[target].find((gate) => gate.code === 'total')?.minimum ?? exactFromDecimal('0'),
    );
  return yearsText.law(total('wbk'), total('wbbm'));
}
