import { z } from 'zod';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatInteger } from '../../text/format.js';
import { kindText, provinceName, satkerText, zoneText } from '../../text/messages/satker.js';
import { targetText } from '../../text/messages/workbook.js';
import { choice, type Choice } from '../../web/choice.js';
import type { PageBase } from '../../web/pages.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import { readSorting, sortColumn, type SortColumn } from '../../web/sort-column.js';
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
const SORT_KEYS = ['kode', 'nama'] as const;
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
    provinces: provinces.map(({ code, name }) => choice(code, provinceName(name), query.provinsi)),
    kinds: KINDS.map((kind) => choice(kind, kindText[kind], query.jenis)),
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
  const { key, descending } = readSorting(query.urut, SORT_KEYS, 'kode');
  return {
    search: query.cari,
    province: query.provinsi,
    kind: query.jenis,
    sort: SORTS[key],
    direction: descending ? 'desc' : 'asc',
  };
}

function column(query: Query, key: keyof typeof SORTS, label: string): SortColumn {
  const sorting = readSorting(query.urut, SORT_KEYS, 'kode');
  return sortColumn({ key, label }, sorting, (urut) => hrefOf({ ...query, urut }, ''));
}

function hrefOf(query: Record<keyof Query, string>, page: string): string {
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
