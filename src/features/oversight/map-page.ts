import type { Tier } from '../../domain/access/tiers.js';
import type { AreaKey, Instrument } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import {
  ordered,
  orderingText,
  readOrdering,
  sortFields,
  sortHeads,
  type Column,
  type SortKey,
} from '../../web/ordering.js';
import { paged, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { SortColumn } from '../../web/sort-column.js';
import { countText, filterFields, type FilterFields } from './filter-fields.js';
import { isFigure, judgedIn } from './judged.js';
import { ratioOf } from './map-cells.js';
import { mapRow, type MapRow } from './map-row.js';
import { narrowed, narrowingFields, readNarrowing } from './narrowing.js';
import { aroundOf, placeName, type Around, type Place } from './place.js';
import { isUnopened, type Watched } from './read-standings.js';
import type { Standing } from './standing.js';
import { scoreKey, tieOf } from './table-order.js';
import { PAGE_SIZE } from './table-page.js';

export interface MapPage extends PageBase, Around {
  readonly moment: string;
  /** null where there is nothing to narrow. */
  readonly filter: FilterFields | null;
  readonly count: string;
  readonly intro: string;
  readonly columns: readonly SortColumn[];
  /** How many columns stand beside the name. */
  readonly width: string;
  readonly totalLabel: string;
  readonly rows: readonly MapRow[];
  readonly legend: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly pager: Pager | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/map': MapPage;
  }
}

type MapColumn = 'kode' | 'nama' | AreaKey | 'total';

export function mapPage(watched: Watched, place: Place, raw: unknown): MapPage {
  const { frame, standings, zone, provinceNames } = watched;
  const { year, instrument } = frame;
  const { province } = place;
  const narrowing = readNarrowing(raw, province);
  const { tingkat: tier } = narrowing;
  const columns = columnsOf(instrument);
  const order = readOrdering(columns, raw);
  const unopened = isUnopened(watched);
  const found = ordered(
    unopened ? [] : narrowed(standings, narrowing),
    order,
    (one) => sortKey(one, order.column, tier, instrument),
    (one) => tieOf(one, tier),
  );
  const path = paths.oversightMap(province, year);
  const kept = { ...narrowingFields(narrowing), urut: orderingText(columns, order) };
  const hrefOf = (changed: Record<string, string>) => withQuery(path, { ...kept, ...changed });
  const { shown, pager } = paged(found, PAGE_SIZE, raw, (halaman) => hrefOf({ halaman }));
  return {
    title: text.mapTitle(placeName(province, provinceNames), year),
    moment: text.moment(formatInstant(frame.now.toISOString(), zone)),
    ...aroundOf(place, watched, 'map', (other) => paths.oversightMap(province, other), kept),
    filter: unopened
      ? null
      : filterFields(narrowing, watched, {
          province,
          action: path,
          clear: path,
          tierLabel: text.map.tier,
          sorting: sortFields(columns, order),
          provinceOrder: '',
        }),
    count: unopened ? '' : countText(narrowing, found.length, standings.length),
    intro: text.map.intro(tierText[tier]),
    columns: sortHeads(columns, order, (urut) => hrefOf({ urut })),
    width: String(instrument.areas.length + 1),
    totalLabel: text.map.total,
    rows: shown.map((one) => mapRow(one, tier, frame)),
    legend: text.map.legend,
    empty: unopened ? text.unopened(year) : text.empty,
    pager,
  };
}

function columnsOf({ areas }: Instrument): readonly Column<MapColumn>[] {
  return [
    { column: 'kode', label: text.columns.kode, isNumber: false, isHidden: true },
    { column: 'nama', label: text.columns.nama, isNumber: false },
    ...areas.map(({ key, name }) => ({
      column: key,
      label: key === 'hasil' ? text.map.hasil : text.map.area(key, name),
      short: key === 'hasil' ? text.map.hasil : text.map.areaShort(key),
      isNumber: true,
      highestFirst: true,
    })),
    { column: 'total', label: text.map.total, isNumber: true, highestFirst: true },
  ];
}

/** As shown: what is not judged has no figure. */
function sortKey(
  { satker, lke }: Standing,
  column: MapColumn,
  tier: Tier,
  instrument: Instrument,
): SortKey {
  if (lke === null) return null;
  if (column === 'kode') return satker.code;
  if (column === 'nama') return satker.name;
  if (column === 'total') return scoreKey(lke, tier);
  const standing = lke.tiers[tier];
  if (standing.state !== 'scored') return null;
  if (!isFigure(tier, judgedIn(standing.score, [column], instrument))) return null;
  return ratioOf(column, standing.score, instrument).valueOf();
}
