import { paths } from '../../paths.js';
import { recapText } from '../../text/messages/recap.js';
import { oversightText as text } from '../../text/messages/oversight.js';

export type OversightTab = 'table' | 'map' | 'comparison' | 'week';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** The pages of one province; the national one where the viewer sees more than this province. */
export function provinceTabs(
  province: string,
  provinceName: string,
  year: number,
  current: OversightTab | null,
  seesMore: boolean,
): readonly Tab[] {
  const at = [province, year] as const;
  const tabs: [string, string, boolean][] = [
    [paths.oversight(...at), text.tabs.table, current === 'table'],
    [paths.oversightMap(...at), text.tabs.map, current === 'map'],
    [paths.oversightComparison(...at), text.tabs.comparison, current === 'comparison'],
    [paths.oversightWeek(...at), text.tabs.week, current === 'week'],
    [paths.recap(...at), recapText.link(provinceName, year), false],
  ];
  if (seesMore) tabs.unshift([paths.oversightYear(year), text.tabs.all, false]);
  return tabs.map(([href, label, isCurrent]) => ({ href, label, current: isCurrent }));
}
