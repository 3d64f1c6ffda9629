import { paths } from '../../paths.js';
import { recapText } from '../../text/messages/recap.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { withQuery } from '../../web/pager.js';
import { yearLinks, type YearLink } from '../../web/year-links.js';
import type { Watched } from './read-standings.js';

/** What an oversight page tells of. */
export interface Place {
  /** null: every province in scope. */
  readonly province: string | null;
  /** The viewer reaches satker of other provinces too. */
  readonly seesMore: boolean;
}

export type OversightTab = 'table' | 'map' | 'comparison' | 'week';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** What stands above every page of oversight. */
export interface Around {
  readonly tabs: readonly Tab[];
  readonly years: readonly YearLink[];
}

/**
 * The pages of one province, or of all; the national one where the viewer sees more. `hrefOf`: the
 * same page in another year, with what is kept of its query.
 */
export function aroundOf(
  { province, seesMore }: Place,
  { frame: { year }, years, provinceNames }: Watched,
  current: OversightTab | null,
  hrefOf: (year: number) => string,
  kept: Readonly<Record<string, string>>,
): Around {
  const at = [province, year] as const;
  const tabs: [string, string, boolean][] = [
    [
      paths.oversight(...at),
      province === null ? text.tabs.all : text.tabs.table,
      current === 'table',
    ],
    [paths.oversightMap(...at), text.tabs.map, current === 'map'],
    [paths.oversightComparison(...at), text.tabs.comparison, current === 'comparison'],
  ];
  if (province !== null) {
    const name = provinceNames.get(province) ?? '';
    tabs.push([paths.oversightWeek(province, year), text.tabs.week, current === 'week']);
    tabs.push([paths.recap(province, year), recapText.link(name, year), false]);
    if (seesMore) tabs.unshift([paths.oversight(null, year), text.tabs.all, false]);
  }
  return {
    tabs: tabs.map(([href, label, isCurrent]) => ({ href, label, current: isCurrent })),
    years: yearLinks(years, year, (other) => withQuery(hrefOf(other), kept)),
  };
}

export function placeName(province: string | null, names: ReadonlyMap<string, string>): string {
  return province === null ? text.everywhere : (names.get(province) ?? '');
}
