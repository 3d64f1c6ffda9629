import type { Problem } from '../../domain/problem.js';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { yearsText } from '../../text/messages/years.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { calendarOf, type Calendar } from './calendar.js';
import { dateField, type ExceptionTyped } from './form.js';
import { daysOf, listExceptions, listYearSatker, type YearRow } from './year-store.js';

export interface DatesPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly note: string;
  readonly action: string;
  readonly version: number;
  readonly dates: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly source: string;
    readonly problem: string | null;
  }[];
  readonly exceptionAction: string;
  readonly exceptions: readonly {
    readonly satker: string;
    readonly satkerCode: string;
    readonly date: string;
    readonly code: string;
    readonly day: string;
    readonly national: string;
    readonly seen: string;
    readonly reason: string;
    readonly removeLabel: string;
  }[];
  readonly exception: {
    readonly satker: string;
    readonly satkerProblem: string | null;
    readonly codes: readonly {
      readonly value: string;
      readonly label: string;
      readonly selected: boolean;
    }[];
    readonly codeProblem: string | null;
    readonly day: string;
    readonly dayProblem: string | null;
    readonly reason: string;
    readonly reasonProblem: string | null;
  };
  readonly offices: readonly string[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'years/dates': DatesPage;
  }
}

export interface DatesTyped {
  readonly days?: Readonly<Record<string, string>>;
  readonly exception?: ExceptionTyped;
}

export async function datesPage(
  db: Db,
  year: YearRow,
  typed: DatesTyped,
  problems: readonly Problem[],
): Promise<DatesPage> {
  const calendar = calendarOf(year.rulesetId);
  const days = await daysOf(db, year.year, '');
  return {
    title: yearsText.datesTitle(year.year),
    problems: problemLines(problems),
    backHref: paths.adminYear(year.year),
    backText: yearsText.yearTitle(year.year),
    note: calendar.note,
    action: paths.adminYearDates(year.year),
    version: year.version,
    dates: calendar.dates.map(({ code, name, source }) => ({
      id: dateField(code),
      name,
      value: typed.days?.[dateField(code)] ?? days.get(code) ?? '',
      source,
      problem: fieldProblem(problems, dateField(code)),
    })),
    exceptionAction: paths.adminYearExceptions(year.year),
    exceptions: await exceptionRows(db, year, calendar, days),
    exception: exceptionFields(calendar, typed.exception, problems),
    offices: (await listYearSatker(db, year.year)).map(({ code, name }) => `${code} ${name}`),
  };
}

async function exceptionRows(
  db: Db,
  year: YearRow,
  calendar: Calendar,
  days: ReadonlyMap<string, string>,
): Promise<DatesPage['exceptions']> {
  const rows = await listExceptions(db, year.year);
  return rows.map(({ satkerCode, satkerName, code, day, reason }) => {
    const national = days.get(code);
    const name = calendar.dates.find((date) => date.code === code)?.name ?? code;
    return {
      satker: satkerName,
      satkerCode,
      date: name,
      code,
      day: formatDay(day),
      national: national === undefined ? yearsText.noDate : formatDay(national),
      seen: day,
      reason,
      removeLabel: yearsText.removeException(name, satkerName),
    };
  });
}

function exceptionFields(
  calendar: Calendar,
  typed: ExceptionTyped | undefined,
  problems: readonly Problem[],
): DatesPage['exception'] {
  return {
    satker: typed?.satker ?? '',
    satkerProblem: fieldProblem(problems, 'satker'),
    codes: calendar.dates.map(({ code, name }) => ({
      value: code,
      label: name,
      selected: code === typed?.code,
    })),
    codeProblem: fieldProblem(problems, 'code'),
    day: typed?.day ?? '',
    dayProblem: fieldProblem(problems, 'day'),
    reason: typed?.reason ?? '',
    reasonProblem: fieldProblem(problems, 'reason'),
  };
}
