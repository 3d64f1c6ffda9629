import { z } from 'zod';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { kindText, provinceName, satkerText, zoneText } from '../../text/messages/satker.js';
import { targetText } from '../../text/messages/workbook.js';
import type { PageBase } from '../../web/pages.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import { countSatker, listSatker } from './list-store.js';
import type { ListedSatker, SatkerFilter } from './list-store.js';
import { listProvinces } from './store.js';

export interface SatkerListPage extends PageBase {
  readonly action: string;
  readonly search: string;
  readonly sort: string;
  readonly provinces: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly countText: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly SatkerListRow[];
  readonly pager: Pager | null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

interface SortColumn {
  readonly label: string;
  readonly href: string;
  /** For aria-sort. */
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly mark: string;
}

interface SatkerListRow {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  readonly djpb: string;
  readonly zone: string;
  readonly held: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'satker/list': SatkerListPage;
  }
}

const PAGE_SIZE = 50;
const SORTS = { kode: 'code', nama: 'name' } as const;
const KINDS = ['provinsi', 'kabupaten', 'kota', 'pusat'] as const;

const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  provinsi: z.string().max(2).catch(''),
  jenis: z.enum(['', ...KINDS]).catch(''),
  urut: z.enum(['kode', 'nama', '-kode', '-nama']).catch('kode'),
});
type Query = z.infer<typeof QUERY>;

export async function satkerListPage(db: Db, rawQuery: unknown): Promise<SatkerListPage> {
  const query = QUERY.parse(rawQuery);
  const filter = filterOf(query);
  const total = await countSatker(db, filter);
  const all = await countSatker(db, filterOf(QUERY.parse({})));
  const page = pageNumber((rawQuery as { halaman?: unknown }).halaman, PAGE_SIZE, total);
  const rows = await listSatker(db, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
  const provinces = await listProvinces(db);
  return {
    title: satkerText.listTitle,
    action: paths.adminSatker(),
    search: query.cari,
    sort: query.urut,
    provinces: provinces.map(({ code, name }) => ({
      value: code,
      label: provinceName(name),
      selected: code === query.provinsi,
    })),
    kinds: KINDS.map((kind) => ({
      value: kind,
      label: kindText[kind],
      selected: kind === query.jenis,
    })),
    countText: satkerText.count(formatInteger(total), formatInteger(all)),
    columns: [
      column(query, 'kode', satkerText.codeColumn),
      column(query, 'nama', satkerText.nameColumn),
    ],
    rows: rows.map(rowOf),
    pager: buildPager(page, PAGE_SIZE, total, (number) => hrefOf(query, String(number))),
  };
}

function filterOf(query: Query): SatkerFilter {
  const descending = query.urut.startsWith('-');
  const sort = SORTS[query.urut.replace('-', '') as keyof typeof SORTS];
  return {
    search: query.cari,
    province: query.provinsi,
    kind: query.jenis,
    sort,
    direction: descending ? 'desc' : 'asc',
  };
}

function column(query: Query, name: keyof typeof SORTS, label: string): SortColumn {
  const isSorted = query.urut.replace('-', '') === name;
  const descending = isSorted && query.urut.startsWith('-');
  const next = isSorted && !descending ? (`-${name}` as const) : name;
  return {
    label,
    href: hrefOf({ ...query, urut: next }, ''),
    sorted: !isSorted ? 'none' : descending ? 'descending' : 'ascending',
    mark: !isSorted ? '' : descending ? '▼' : '▲',
  };
}

function hrefOf(query: Query, page: string): string {
  const urut = query.urut === 'kode' ? '' : query.urut;
  return withQuery(paths.adminSatker(), { ...query, urut, halaman: page });
}

function rowOf(satker: ListedSatker): SatkerListRow {
  return {
    code: satker.code,
    name: satker.name,
    href: paths.adminSatkerOne(satker.code),
    kind: kindText[satker.kind],
    djpb: satker.djpbCode ?? satkerText.noDjpb,
    zone: (zoneText[satker.timeZone] ?? satker.timeZone).split(' ')[0] ?? '',
    held: satker.held
      .map(({ kind, year }) => satkerText.heldShort(targetText[kind], year))
      .join(', '),
  };
}
