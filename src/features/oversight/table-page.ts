import type { Viewer } from '../../domain/access/decide.js';
import { formatInstant } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { paths } from '../../paths.js';
import { orderingText, readOrdering, sortFields, sortHeads } from '../../web/ordering.js';
import { paged, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import type { SortColumn } from '../../web/sort-column.js';
import { countText, filterFields, type FilterFields } from './filter-fields.js';
import { narrowed, narrowingFields, readNarrowing } from './narrowing.js';
import { aroundOf, placeName, type Around, type Place } from './place.js';
import { provinceTable, type ProvinceTable } from './provinces.js';
import { isUnopened, type Watched } from './read-standings.js';
import { inOrder, TABLE_COLUMNS } from './table-order.js';
import { rowOf, type SatkerRow } from './table.js';

export interface OversightPage extends PageBase, Around {
  readonly moment: string;
  /** null where there is nothing to narrow. */
  readonly filter: FilterFields | null;
  readonly count: string;
  /** null where it is of one province. */
  readonly provinces: ProvinceTable | null;
  readonly satkerHeading: string;
  readonly satkerHref: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly SatkerRow[];
  readonly notOpened: string;
  readonly legend: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly pager: Pager | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/table': OversightPage;
  }
}

export const PAGE_SIZE = 50;
/** Where the table of satker begins, below that of the provinces. */
const TABLE = '#satker';

export function tablePage(
  watched: Watched,
  viewer: Viewer,
  place: Place,
  raw: unknown,
): OversightPage {
  const { frame, standings, zone, provinceNames } = watched;
  const { province } = place;
  const narrowing = readNarrowing(raw, province);
  const order = readOrdering(TABLE_COLUMNS, raw);
  const unopened = isUnopened(watched);
  const found = unopened ? [] : inOrder(narrowed(standings, narrowing), order);
  const path = paths.oversight(province, frame.year);
  const anchor = province === null ? TABLE : '';
  const provinces = province === null && !unopened ? provinceTable(watched, raw) : null;
  const kept = {
    ...narrowingFields(narrowing),
    urut: orderingText(TABLE_COLUMNS, order),
    'urut-provinsi': provinces?.order ?? '',
  };
  const hrefOf = (changed: Record<string, string>) =>
    withQuery(path, { ...kept, ...changed }) + anchor;
  const { shown, pager } = paged(found, PAGE_SIZE, raw, (halaman) => hrefOf({ halaman }));
  return {
    title: text.title(placeName(province, provinceNames), frame.year),
    moment: text.moment(formatInstant(frame.now.toISOString(), zone)),
    ...aroundOf(place, watched, 'table', (other) => paths.oversight(province, other), kept),
    filter: unopened ? null : formOf(),
    count: unopened ? '' : countText(narrowing, found.length, standings.length),
    satkerHref: path + anchor,
    provinces,
    satkerHeading: text.satkerHeading,
    columns: sortHeads(TABLE_COLUMNS, order, (urut) => hrefOf({ urut })),
    rows: shown.map((one) => rowOf(one, viewer, frame)),
    notOpened: text.notOpened,
    legend: text.legend(frame.rules.stalledDays, frame.rules.note),
    empty: unopened ? text.unopened(frame.year) : text.empty,
    pager,
  };

  function formOf(): FilterFields {
    return filterFields(narrowing, watched, {
      province,
      action: path + anchor,
      clear: path + anchor,
      tierLabel: text.filter.labels.tier,
      sorting: sortFields(TABLE_COLUMNS, order),
      provinceOrder: provinces?.order ?? '',
    });
  }
}
