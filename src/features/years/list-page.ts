import type { Deps } from '../../web/deps.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { yearsText } from '../../text/messages/years.js';
import type { PageBase } from '../../web/pages.js';
import { listYears } from './year-store.js';

export interface YearListPage extends PageBase {
  readonly rows: readonly {
    readonly year: number;
    readonly href: string;
    readonly instrument: string;
    readonly wbk: string;
    readonly wbbm: string;
  }[];
  readonly newHref: string | null;
  readonly noneLeft: string;
  readonly settingsHref: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'years/list': YearListPage;
  }
}

export async function yearListPage(deps: Deps): Promise<YearListPage> {
  const opened = await listYears(deps.store.db);
  const left = yearsLeft(
    deps,
    opened.map(({ year }) => year),
  );
  return {
    title: yearsText.listTitle,
    rows: opened.map(({ year, instrumentId, lke }) => ({
      year,
      href: paths.adminYear(year),
      instrument: deps.instruments.instrument(instrumentId).title,
      wbk: formatInteger(lke.wbk),
      wbbm: formatInteger(lke.wbbm),
    })),
    newHref: left.length > 0 ? paths.adminYearNew() : null,
    noneLeft: yearsText.noneLeft(deps.instruments.years.join(', ')),
    settingsHref: paths.adminSettings(),
  };
}

/** Years that have an instrument and are not open yet. */
export function yearsLeft(deps: Pick<Deps, 'instruments'>, opened: readonly number[]): number[] {
  return deps.instruments.years.filter((year) => !opened.includes(year));
}
