import { paths } from '../../paths.js';
import { decimalToText, formatDay } from '../../text/format.js';
import { predikatText } from '../../text/messages/satker.js';
import { yearsText } from '../../text/messages/years.js';
import type { Conflict } from '../../web/conflict-page.js';
import type { Target } from '../../domain/predikat/gate.js';
import type { Lke } from '../lke/store.js';
import type { Calendar } from './calendar.js';
import { dateField, type ExceptionTyped } from './form.js';
import type { Days } from './save-dates.js';
import type { YearRow } from './year-store.js';

export function datesConflict(
  stored: { readonly year: YearRow; readonly days: ReadonlyMap<string, string> },
  typed: Days,
  calendar: Calendar,
): Conflict {
  const { year, days } = stored;
  const fields = calendar.dates.map(({ code }) => [dateField(code), typed.get(code) ?? '']);
  return {
    subject: yearsText.datesTitle(year.year),
    rows: calendar.dates.map(({ code, name }) => ({
      label: name,
      stored: dayText(days.get(code)),
      typed: dayText(typed.get(code)),
    })),
    action: paths.adminYearDates(year.year),
    fields: {
      ...(Object.fromEntries(fields) as Record<string, string>),
      version: String(year.version),
    },
    backHref: paths.adminYearDates(year.year),
  };
}

export function exceptionConflict(
  year: number,
  stored: string | null,
  typed: ExceptionTyped,
  calendar: Calendar,
): Conflict {
  const name = calendar.dates.find(({ code }) => code === typed.code)?.name ?? typed.code;
  return {
    subject: yearsText.exceptionSubject(name, typed.satker),
    rows: [{ label: yearsText.dayLabel, stored: dayText(stored), typed: dayText(typed.day) }],
    action: paths.adminYearExceptions(year),
    fields: {
      satker: typed.satker,
      code: typed.code,
      day: typed.day,
      reason: typed.reason,
      seen: stored ?? '',
    },
    backHref: paths.adminYearDates(year),
  };
}

export function internalConflict(stored: YearRow, typed: string): Conflict {
  return {
    subject: yearsText.yearTitle(stored.year),
    rows: [
      {
        label: yearsText.internalLabel,
        stored: decimalToText(stored.internalTarget ?? ''),
        typed,
      },
    ],
    action: paths.adminYear(stored.year),
    fields: { internal: typed, version: String(stored.version) },
    backHref: paths.adminYear(stored.year),
  };
}

export function targetConflict(lke: Lke, target: Target, query: string): Conflict {
  return {
    subject: lke.satker.name,
    rows: [
      {
        label: yearsText.targetLabel,
        stored: predikatText[lke.target],
        typed: predikatText[target],
      },
    ],
    action: paths.adminYearTarget(lke.year),
    fields: { satker: lke.satker.code, target, version: String(lke.version), query },
    backHref: paths.adminYearSatker(lke.year),
  };
}

function dayText(day: string | null | undefined): string {
  return day === null || day === undefined || day === '' ? '' : formatDay(day);
}
