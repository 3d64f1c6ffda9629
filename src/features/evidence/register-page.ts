import { z } from 'zod';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatDay, formatInstant, formatInteger, formatSize } from '../../text/format.js';
import {
  attachText,
  filterText,
  registerText,
  sortText,
} from '../../text/messages/evidence-pages.js';
import { choice, type Choice } from '../../web/choice.js';
import type { LkeNav } from '../../web/lke-nav.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import type { PageBase } from '../../web/pages.js';
import { readSorting, sortColumn, type SortColumn } from '../../web/sort-column.js';
import { usedBytes } from './check-store.js';
import { contentParts, kindName } from './describe.js';
import type { Place } from './place.js';
import {
  countRegister,
  listRegister,
  REGISTER_FILTERS,
  REGISTER_SORTS,
  type RegisterFilter,
  type RegisterQuery,
  type RegisterRow,
  type RegisterSort,
} from './register-store.js';
import { evidenceKinds } from './settings.js';
import { evidenceLimits } from './store.js';

export interface RegisterPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly intro: string;
  readonly quotaText: string;
  readonly newHref: string | null;
  readonly action: string;
  readonly search: string;
  readonly sort: string;
  readonly kinds: readonly Choice[];
  readonly filters: readonly Choice[];
  readonly countText: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly RegisterLine[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly pager: Pager | null;
}

interface RegisterLine {
  readonly name: string;
  readonly href: string;
  readonly kind: string;
  readonly content: string;
  readonly documentDay: string;
  readonly size: string;
  readonly uses: string;
  readonly added: string;
  readonly marks: readonly string[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/register': RegisterPage;
  }
}

const PAGE_SIZE = 50;

const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  jenis: z.string().max(40).catch(''),
  saring: z.enum(REGISTER_FILTERS).catch('semua'),
  urut: z
    .string()
    .regex(new RegExp(`^-?(?:${REGISTER_SORTS.join('|')})$`))
    .catch('-ditambahkan'),
});
type Query = z.infer<typeof QUERY>;

export async function registerPage(db: Db, place: Place, rawQuery: unknown): Promise<RegisterPage> {
  const query = visibleQuery(place, QUERY.parse(rawQuery));
  const wanted = registerQuery(place, query);
  const total = await countRegister(db, wanted);
  const page = pageNumber((rawQuery as { halaman?: unknown }).halaman, PAGE_SIZE, total);
  const sorting = readSorting(query.urut, REGISTER_SORTS, 'ditambahkan');
  const slice = {
    sort: sorting.key,
    descending: sorting.descending,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  };
  const rows = total === 0 ? [] : await listRegister(db, wanted, slice);
  const { quotaBytes } = await evidenceLimits(db);
  const used = await usedBytes(db, place.satkerCode, place.year);
  return {
    title: registerText.title,
    lkeNav: place.nav,
    intro: registerText.intro,
    quotaText: attachText.quota(formatSize(used), formatSize(quotaBytes)),
    newHref: place.isTeam ? paths.evidenceNew(place.satkerCode, place.year) : null,
    action: paths.evidenceRegister(place.satkerCode, place.year),
    search: query.cari,
    sort: query.urut,
    kinds: evidenceKinds().map(({ code, name }) => choice(code, name, query.jenis)),
    filters: shownFilters(place).map((code) => choice(code, filterText[code], query.saring)),
    countText: registerText.count(formatInteger(total)),
    columns: REGISTER_SORTS.map((key) =>
      sortColumn(columnOf(key), sorting, (urut) => hrefOf(place, { ...query, urut }, '')),
    ),
    rows: rows.map((row) => lineOf(row, place)),
    empty: isNarrowed(query) ? registerText.nothingFound : registerText.empty,
    pager: buildPager(page, PAGE_SIZE, total, (number) => hrefOf(place, query, String(number))),
  };
}

/** What the team has withdrawn is its own and the administrator's to see. */
function shownFilters(place: Place): readonly RegisterFilter[] {
  const seesWithdrawn = place.isTeam || place.mayPurge;
  return REGISTER_FILTERS.filter((filter) => filter !== 'ditarik' || seesWithdrawn);
}

function visibleQuery(place: Place, query: Query): Query {
  return shownFilters(place).includes(query.saring) ? query : { ...query, saring: 'semua' };
}

function registerQuery(place: Place, query: Query): RegisterQuery {
  return {
    satkerCode: place.satkerCode,
    lkeId: place.lke.id,
    search: query.cari,
    kind: query.jenis,
    filter: query.saring,
    today: place.today,
  };
}

function isNarrowed(query: Query): boolean {
  return query.cari !== '' || query.jenis !== '' || query.saring !== 'semua';
}

function columnOf(key: RegisterSort) {
  const isNumber = key === 'dipakai' || key === 'ukuran';
  return { key, label: sortText[key], isNumber, descendsFirst: key !== 'nama' };
}

function hrefOf(place: Place, query: Query, page: string): string {
  return withQuery(paths.evidenceRegister(place.satkerCode, place.year), {
    cari: query.cari,
    jenis: query.jenis,
    saring: query.saring === 'semua' ? '' : query.saring,
    urut: query.urut === '-ditambahkan' ? '' : query.urut,
    halaman: page,
  });
}

function lineOf(row: RegisterRow, place: Place): RegisterLine {
  return {
    name: row.name,
    href: paths.evidence(place.satkerCode, place.year, row.id),
    kind: kindName(row.kind),
    content: [registerText.version(row.number), contentParts(row)[0] ?? ''].join(' · '),
    documentDay: row.documentDay === null ? '' : formatDay(row.documentDay),
    size: row.size === null || row.purgedAt !== null ? '' : formatSize(row.size),
    uses: row.uses === 0 ? registerText.unused : registerText.uses(row.uses),
    added: formatInstant(row.addedAt, place.timeZone),
    marks: marksOf(row, place.today),
  };
}

function marksOf(row: RegisterRow, today: string): string[] {
  const { marks } = registerText;
  return [
    ...(row.withdrawnAt === null ? [] : [marks.withdrawn]),
    ...(row.purgedAt === null ? [] : [marks.purged]),
    ...(row.isDuplicate ? [marks.duplicate] : []),
    ...(row.validUntil !== null && row.validUntil < today ? [marks.expired] : []),
  ];
}
