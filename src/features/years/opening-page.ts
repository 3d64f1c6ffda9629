import type { Problem } from '../../domain/problem.js';
import { TARGETS, type Target } from '../../domain/predikat/gate.js';
import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { provinceName, predikatText } from '../../text/messages/satker.js';
import { yearsText } from '../../text/messages/years.js';
import type { Deps } from '../../web/deps.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { listProvinces } from '../satker/store.js';
import { calendarOf } from './calendar.js';
import { datesBefore } from './late-dates.js';
import { yearsLeft } from './list-page.js';
import { satkerWithoutLke, type ChoosableSatker } from './lke-store.js';
import { chooserOf, type SatkerChoice, type SatkerChooser } from './satker-choice.js';
import { listYears } from './year-store.js';

/** Opening a year, and giving further satker of an open year their LKE. */
export interface OpeningPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly action: string;
  /** Years to choose from; null where the year is open already. */
  readonly years: readonly { readonly value: string; readonly selected: boolean }[] | null;
  readonly noneLeft: string | null;
  /** Years whose dates have already begun to pass. */
  readonly late: readonly string[];
  readonly targets: readonly {
    readonly value: Target;
    readonly id: string;
    readonly label: string;
    readonly checked: boolean;
  }[];
  readonly chooser: SatkerChooser;
  readonly nobodyLeft: boolean;
  readonly submitText: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'years/opening': OpeningPage;
  }
}

export interface OpeningTyped {
  readonly year: string;
  readonly target: string;
  readonly choice: SatkerChoice;
}

export const NOTHING_CHOSEN: SatkerChoice = { all: true, provinces: new Set(), codes: new Set() };

export async function newYearPage(
  deps: Deps,
  typed: OpeningTyped,
  problems: readonly Problem[],
): Promise<OpeningPage> {
  const opened = await listYears(deps.store.db);
  const left = yearsLeft(
    deps,
    opened.map(({ year }) => year),
  );
  // A year that is not open has no LKE, so every satker can be chosen.
  const free = await satkerWithoutLke(deps.store.db, left[0] ?? 0);
  return {
    ...(await commonParts(deps, typed, problems, free)),
    title: yearsText.newTitle,
    backHref: paths.adminYears(),
    backText: yearsText.listTitle,
    action: paths.adminYears(),
    years: left.map((year) => ({ value: String(year), selected: String(year) === typed.year })),
    noneLeft: left.length > 0 ? null : yearsText.noneLeft(deps.instruments.years.join(', ')),
    late: left.flatMap((year) => lateText(deps, year)),
    submitText: yearsText.newTitle,
  };
}

export async function addLkePage(
  deps: Deps,
  year: number,
  typed: OpeningTyped,
  problems: readonly Problem[],
): Promise<OpeningPage> {
  const free = await satkerWithoutLke(deps.store.db, year);
  return {
    ...(await commonParts(deps, typed, problems, free)),
    title: yearsText.addTitle(year),
    backHref: paths.adminYear(year),
    backText: yearsText.yearTitle(year),
    action: paths.adminYearSatkerNew(year),
    years: null,
    noneLeft: null,
    late: [],
    submitText: yearsText.addSubmit,
  };
}

/** Until when to fill is what a satker asks first, so that date is the one named. */
const FILLING_ENDS = 'mandiri-tutup';

function lateText({ instruments, clock }: Deps, year: number): string[] {
  const calendar = calendarOf(instruments.forYear(year).ruleset.id);
  const late = datesBefore(calendar, clock());
  const named = late.find(({ code }) => code === FILLING_ENDS) ?? late[0];
  if (named === undefined) return [];
  const { name, day } = named;
  const of = calendar.dates.length;
  return [yearsText.lateOpening(year, late.length, of, name, formatDay(day))];
}

async function commonParts(
  deps: Deps,
  typed: OpeningTyped,
  problems: readonly Problem[],
  free: readonly ChoosableSatker[],
): Promise<Pick<OpeningPage, 'problems' | 'targets' | 'chooser' | 'nobodyLeft'>> {
  const provinces = await listProvinces(deps.store.db);
  const names = new Map(provinces.map(({ code, name }) => [code, provinceName(name)]));
  const script = `${paths.asset('satker-chooser.js')}?v=${encodeURIComponent(deps.version)}`;
  const problem = fieldProblem(problems, 'scope');
  return {
    problems: problemLines(problems),
    targets: TARGETS.map((target) => ({
      value: target,
      id: `target-${target}`,
      label: predikatText[target],
      checked: target === typed.target,
    })),
    chooser: chooserOf(free, names, typed.choice, problem, script),
    nobodyLeft: free.length === 0,
  };
}
