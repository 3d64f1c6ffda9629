import { exactFromInteger, sum, type Exact } from '../../domain/exact.js';
import { isOpenForFilling } from '../../domain/lke/stages.js';
import { paths } from '../../paths.js';
import { formatInteger, formatScore } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { withQuery } from '../../web/pager.js';
import type { SortColumn } from '../../web/sort-column.js';
import { verdictOf } from './gate-verdict.js';
import { ordered, orderingText, readOrdering, sortFields, sortHeads } from '../../web/ordering.js';
import type { Column, SortFields } from '../../web/ordering.js';
import { HANDED_IN, isToCall } from './narrowing.js';
import type { Watched } from './read-standings.js';
import type { LkeStanding, Standing } from './standing.js';
import { figureText } from './table.js';

/** Every province in scope, summed up from the stored scores of its satker. */
export interface ProvinceTable {
  readonly heading: string;
  readonly action: string;
  readonly columns: readonly SortColumn[];
  readonly sorting: SortFields;
  /** As it stands in an address. */
  readonly order: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly cells: readonly ProvinceCell[];
  }[];
}

interface ProvinceCell {
  readonly label: string;
  readonly text: string;
  readonly href: string;
}

const FIGURES = [
  'satker',
  'lke',
  'terisi',
  'nilai',
  'lulus',
  'diajukan',
  'mandek',
  'hubungi',
] as const;
type FigureColumn = (typeof FIGURES)[number];

const COLUMNS: readonly Column<'provinsi' | FigureColumn>[] = [
  { column: 'provinsi', label: text.provinces.columns.provinsi, isNumber: false },
  ...FIGURES.map((column) => ({
    column,
    label: text.provinces.columns[column],
    isNumber: true,
    highestFirst: true,
  })),
];

/** One figure of a province: what is shown, sorted by, and where it comes from. */
interface Figure {
  readonly text: string;
  /** null where there is none. */
  readonly key: number | null;
  readonly href: string;
}

interface Summed {
  readonly code: string;
  readonly figures: Readonly<Record<FigureColumn, Figure>>;
}

export function provinceTable(watched: Watched, raw: unknown): ProvinceTable {
  const { frame, provinceNames } = watched;
  const order = readOrdering(COLUMNS, raw, 'urut-provinsi');
  const action = paths.oversight(null, frame.year);
  const rows = ordered(
    sumUp(watched),
    order,
    ({ code, figures }) => (order.column === 'provinsi' ? code : figures[order.column].key),
    ({ code }) => code,
  );
  return {
    heading: text.provinces.heading,
    action,
    columns: sortHeads(COLUMNS, order, (by) => withQuery(action, { 'urut-provinsi': by })),
    sorting: sortFields(COLUMNS, order, 'urut-provinsi'),
    order: orderingText(COLUMNS, order),
    rows: rows.map(({ code, figures }) => ({
      name: provinceLabel(code, provinceNames),
      href: paths.oversight(code, frame.year),
      cells: FIGURES.map((column) => {
        const { text: shown, href } = figures[column];
        return { label: text.provinces.columns[column], text: shown, href };
      }),
    })),
  };
}

export function provinceLabel(code: string, names: ReadonlyMap<string, string>): string {
  return code === '00' ? text.provinces.centre : (names.get(code) ?? code);
}

function sumUp(watched: Watched): readonly Summed[] {
  const byProvince = new Map<string, Standing[]>();
  for (const standing of watched.standings) {
    const { provinceCode } = standing.satker;
    const known = byProvince.get(provinceCode) ?? [];
    known.push(standing);
    byProvince.set(provinceCode, known);
  }
  return [...byProvince].map(([code, list]) => ({
    code,
    figures: figuresOf(code, list, watched),
  }));
}

function figuresOf(
  code: string,
  list: readonly Standing[],
  { frame: { year, instrument } }: Watched,
): Summed['figures'] {
  const opened = list.flatMap(({ lke }) => lke ?? []);
  const all = paths.oversight(code, year);
  const count = (isOne: (lke: LkeStanding) => boolean, query: Record<string, string>): Figure =>
    counted(opened.filter(isOne).length, withQuery(all, query));
  return {
    satker: counted(list.length, all),
    lke: counted(opened.length, all),
    terisi: meanFilled(opened, instrument.indicators.length, withQuery(all, { urut: 'isi' })),
    nilai: meanScore(opened, paths.oversightMap(code, year)),
    lulus: count((lke) => verdictOf(lke, 'mandiri') === 'lulus', { ambang: 'lulus' }),
    diajukan: count(({ stage }) => !isOpenForFilling(stage), { tahap: HANDED_IN }),
    mandek: count(({ isStalled }) => isStalled, { perhatian: 'mandek' }),
    hubungi: count(isToCall, { perhatian: 'hubungi' }),
  };
}

function counted(count: number, href: string): Figure {
  return { text: formatInteger(count), key: count, href };
}

/** Never cut, and never rounded up to all. */
function meanFilled(opened: readonly LkeStanding[], of: number, href: string): Figure {
  if (opened.length === 0) return { text: text.provinces.none, key: null, href };
  const mean = sum(opened.map(({ answered }) => exactFromInteger(answered))).div(opened.length);
  const shown = figureText(mean, exactFromInteger(of), 1);
  return { text: text.of(shown, formatInteger(of)), key: mean.valueOf(), href };
}

function meanScore(opened: readonly LkeStanding[], href: string): Figure {
  const totals = opened.flatMap(({ tiers: { mandiri } }): Exact[] =>
    mandiri.state === 'scored' ? [mandiri.score.total] : [],
  );
  if (totals.length === 0) return { text: text.provinces.none, key: null, href };
  const mean = sum(totals).div(totals.length);
  return { text: formatScore(mean), key: mean.valueOf(), href };
}
