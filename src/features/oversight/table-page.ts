import { TIERS } from '../../domain/access/tiers.js';
import type { Viewer } from '../../domain/access/decide.js';
import { STAGES } from '../../domain/lke/stages.js';
import { formatInstant, formatInteger } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import { paths } from '../../paths.js';
import { choice, type Choice } from '../../web/choice.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { SortColumn } from '../../web/sort-column.js';
import { VERDICTS } from './gate-verdict.js';
import { orderingText, sortFields, sortHeads, type SortFields } from '../../web/ordering.js';
import { provinceLabel, provinceTable, type ProvinceTable } from './provinces.js';
import { arrange, ATTENTIONS, HANDED_IN, isNarrowed, readQuery } from './query.js';
import { TABLE_COLUMNS, type OversightQuery } from './query.js';
import type { Watched } from './read-standings.js';
import { rowOf, type SatkerRow } from './table.js';
import { provinceTabs, type Tab } from './tabs.js';

export interface OversightPage extends PageBase {
  readonly moment: string;
  readonly tabs: readonly Tab[];
  readonly filter: Filter;
  readonly sorting: SortFields;
  readonly count: string;
  /** null where it is of one province. */
  readonly provinces: ProvinceTable | null;
  readonly satkerHeading: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly SatkerRow[];
  readonly notOpened: string;
  readonly legend: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly pager: Pager | null;
}

interface Filter {
  readonly words: typeof text.filter.labels;
  readonly action: string;
  readonly clear: string;
  readonly search: string;
  /** null where there is one only. */
  readonly provinces: readonly Choice[] | null;
  readonly stages: readonly Choice[];
  readonly verdicts: readonly Choice[];
  readonly tiers: readonly Choice[];
  readonly attentions: readonly Choice[];
  /** How the provinces above are ordered; "" as they always are. */
  readonly provinceOrder: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/table': OversightPage;
  }
}

const PAGE_SIZE = 50;
/** Where the table of satker begins, below that of the provinces. */
const TABLE = '#satker';

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
  const query = province === null ? readQuery(raw) : { ...readQuery(raw), provinsi: '' };
  const found = arrange(standings, query);
  const page = pageNumber((raw as { halaman?: unknown }).halaman, PAGE_SIZE, found.length);
  const path = province === null ? paths.oversightYear(year) : paths.oversight(province, year);
  const anchor = province === null ? TABLE : '';
  const provinces = province === null ? provinceTable(watched, raw) : null;
  const kept = { ...fieldsOf(query), 'urut-provinsi': provinces?.order ?? '' };
  const urut = orderingText(TABLE_COLUMNS, query.order);
  const hrefOf = (changed: Record<string, string>) =>
    withQuery(path, { ...kept, urut, ...changed }) + anchor;
  const name = provinceNames.get(province ?? '') ?? '';
  return {
    title: province === null ? text.allTitle(year) : text.title(name, year),
    moment: text.moment(formatInstant(frame.now.toISOString(), zone)),
    tabs: province === null ? [] : provinceTabs(province, name, year, 'table', seesMore),
    filter: {
      ...filterOf(query, province === null ? watched : null),
      action: path + anchor,
      clear: path + anchor,
      provinceOrder: provinces?.order ?? '',
    },
    sorting: sortFields(TABLE_COLUMNS, query.order),
    count: countText(query, found.length, standings.length),
    provinces,
    satkerHeading: text.satkerHeading,
    columns: sortHeads(TABLE_COLUMNS, query.order, (order) => hrefOf({ urut: order })),
    rows: found
      .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      .map((one) => rowOf(one, viewer, frame)),
    notOpened: text.notOpened,
    legend: text.legend(frame.rules.stalledDays, frame.rules.note),
    empty: text.empty,
    pager: buildPager(page, PAGE_SIZE, found.length, (n) => hrefOf({ halaman: String(n) })),
  };
}

/** As they stand in an address; what narrows nothing is left out. */
function fieldsOf({ cari, provinsi, tahap, ambang, tingkat, perhatian }: OversightQuery) {
  const tier = tingkat === 'mandiri' ? '' : tingkat;
  return { cari, provinsi, tahap, ambang, tingkat: tier, perhatian };
}

function filterOf(query: OversightQuery, watched: Watched | null) {
  const { filter } = text;
  return {
    words: filter.labels,
    search: query.cari,
    provinces: watched === null ? null : provinceChoices(query, watched),
    stages: [
      choice('', filter.anyStage, query.tahap),
      choice(HANDED_IN, filter.handedIn, query.tahap),
      ...STAGES.map((stage) => choice(stage, stageText[stage], query.tahap)),
    ],
    verdicts: (['', ...VERDICTS] as const).map((value) =>
      choice(value, filter.verdict[value], query.ambang),
    ),
    tiers: TIERS.map((tier) => choice(tier, tierText[tier], query.tingkat)),
    attentions: ATTENTIONS.map((one) => choice(one, filter.attention[one], query.perhatian)),
  };
}

function provinceChoices(
  { provinsi }: OversightQuery,
  { standings, provinceNames }: Watched,
): readonly Choice[] {
  const codes = [...new Set(standings.map(({ satker }) => satker.provinceCode))];
  return [
    choice('', text.filter.anyProvince, provinsi),
    ...codes.map((code) => choice(code, provinceLabel(code, provinceNames), provinsi)),
  ];
}

function countText(query: OversightQuery, found: number, all: number): string {
  const shown = text.count(formatInteger(found), formatInteger(all));
  return isNarrowed(query) ? `${shown} ${text.narrowed}` : shown;
}
