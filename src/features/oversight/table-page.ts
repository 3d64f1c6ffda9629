import type { Viewer } from '../../domain/access/decide.js';
import { STAGES } from '../../domain/lke/stages.js';
import { formatInstant, formatInteger } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { paths } from '../../paths.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { provinceRows, type ProvinceRow } from './provinces.js';
import { arrange, ATTENTIONS, readQuery, VERDICTS } from './query.js';
import type { Watched } from './read-standings.js';
import { rowOf, sortColumns, type SatkerRow, type SortColumn } from './table.js';
import { provinceTabs, type Tab } from './tabs.js';

export interface OversightPage extends PageBase {
  readonly moment: string;
  readonly tabs: readonly Tab[];
  readonly action: string;
  readonly sort: string;
  readonly stages: readonly Choice[];
  readonly verdicts: readonly Choice[];
  readonly attentions: readonly Choice[];
  readonly count: string;
  readonly provinces: readonly ProvinceRow[] | null;
  readonly words: typeof text.provinces;
  readonly satkerHeading: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly SatkerRow[];
  readonly notOpened: string;
  readonly legend: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly pager: Pager | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/table': OversightPage;
  }
}

const PAGE_SIZE = 50;

export interface TablePlace {
  /** null: every province in scope. */
  readonly province: string | null;
  /** The viewer reaches satker of other provinces too. */
  readonly seesMore: boolean;
}

export function tablePage(
  watched: Watched,
  viewer: Viewer,
  { province, seesMore }: TablePlace,
  raw: unknown,
): OversightPage {
  const { frame, standings, zone, provinceNames } = watched;
  const { year } = frame;
  const query = readQuery(raw);
  const found = arrange(standings, query);
  const page = pageNumber((raw as { halaman?: unknown }).halaman, PAGE_SIZE, found.length);
  const action = province === null ? paths.oversightYear(year) : paths.oversight(province, year);
  const hrefOf = (changed: Record<string, string>) => {
    const { urut, ...rest } = { ...query, ...changed };
    return withQuery(action, { ...rest, urut: urut === 'kode' ? '' : urut });
  };
  const name = provinceNames.get(province ?? '') ?? '';
  return {
    title: province === null ? text.allTitle(year) : text.title(name, year),
    moment: text.moment(formatInstant(frame.now.toISOString(), zone)),
    tabs: province === null ? [] : provinceTabs(province, name, year, 'table', seesMore),
    action,
    sort: query.urut,
    stages: [
      choice('', text.filter.anyStage, query.tahap),
      ...STAGES.map((stage) => choice(stage, stageText[stage], query.tahap)),
    ],
    verdicts: VERDICTS.map((value) => choice(value, text.filter.verdict[value], query.ambang)),
    attentions: ATTENTIONS.map((one) => choice(one, text.filter.attention[one], query.perhatian)),
    count: text.count(formatInteger(found.length), formatInteger(standings.length)),
    provinces: province === null ? provinceRows(watched) : null,
    words: text.provinces,
    satkerHeading: text.satkerHeading,
    columns: sortColumns(query, (urut) => hrefOf({ urut })),
    rows: found
      .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      .map((one) => rowOf(one, viewer, frame)),
    notOpened: text.notOpened,
    legend: text.legend(frame.rules.stalledDays, frame.rules.note),
    empty: text.empty,
    pager: buildPager(page, PAGE_SIZE, found.length, (n) => hrefOf({ halaman: String(n) })),
  };
}

export function choice(value: string, label: string, current: string): Choice {
  return { value, label, selected: value === current };
}
