import { z } from 'zod';
import { ROLES } from '../../domain/access/roles.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatDay, formatInteger, dayIn } from '../../text/format.js';
import { roleText, usersText } from '../../text/messages/users.js';
import { choice, type Choice } from '../../web/choice.js';
import type { PageBase } from '../../web/pages.js';
import { buildPager, pageNumber, withQuery, type Pager } from '../../web/pager.js';
import { readSorting, sortColumn, type SortColumn } from '../../web/sort-column.js';
import { countUsers, listUsers, USER_STATES, type UserState } from './list-store.js';
import type { ListedUser, UserFilter } from './list-store.js';
import { chosenSatker, satkerOptions, type Places } from './satker-choice.js';
import { allPlaces } from './store.js';

export interface UserListPage extends PageBase {
  readonly action: string;
  readonly newHref: string;
  readonly importHref: string;
  readonly search: string;
  readonly sort: string;
  readonly roles: readonly Choice[];
  readonly states: readonly Choice[];
  readonly satker: string;
  /** A satker was typed that there is not: the list then shows nobody. */
  readonly satkerUnknown: boolean;
  readonly satkerOptions: readonly string[];
  readonly countText: string;
  readonly columns: readonly SortColumn[];
  readonly rows: readonly UserRow[];
  readonly pager: Pager | null;
}

interface UserRow {
  readonly href: string;
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly created: string;
  readonly grants: readonly string[];
  readonly moreGrants: string;
  readonly state: string;
  readonly stateClass: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'users/list': UserListPage;
  }
}

const PAGE_SIZE = 50;
const SHOWN_GRANTS = 3;
const SORTS = { nama: 'name', pengguna: 'username', dibuat: 'created_at' } as const;
type Sort = keyof typeof SORTS;
const SORT_KEYS = ['nama', 'pengguna', 'dibuat'] as const satisfies readonly Sort[];

const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  peran: z.enum(['', ...ROLES]).catch(''),
  satker: z.string().trim().max(200).catch(''),
  status: z.enum(['', ...USER_STATES]).catch(''),
  urut: z.enum(['nama', 'pengguna', 'dibuat', '-nama', '-pengguna', '-dibuat']).catch('nama'),
});
type Query = z.infer<typeof QUERY>;

export async function userListPage(db: Db, rawQuery: unknown): Promise<UserListPage> {
  const query = QUERY.parse(rawQuery);
  const places = await allPlaces(db);
  const filter = filterOf(query, places);
  const total = await countUsers(db, filter);
  const all = await countUsers(db, filterOf(QUERY.parse({}), places));
  const page = pageNumber((rawQuery as { halaman?: unknown }).halaman, PAGE_SIZE, total);
  const rows = await listUsers(db, filter, PAGE_SIZE, (page - 1) * PAGE_SIZE);
  return {
    title: usersText.listTitle,
    action: paths.adminUsers(),
    newHref: paths.adminUserNew(),
    importHref: paths.adminUserImport(),
    search: query.cari,
    sort: query.urut,
    roles: ROLES.map((role) => choice(role, roleText[role], query.peran)),
    states: USER_STATES.map((state) => choice(state, usersText.states[state], query.status)),
    satker: query.satker,
    satkerUnknown: query.satker !== '' && chosenSatker(query.satker, places) === null,
    satkerOptions: satkerOptions(places),
    countText: usersText.count(formatInteger(total), formatInteger(all)),
    columns: [
      column(query, 'nama', usersText.nameColumn),
      column(query, 'pengguna', usersText.usernameColumn),
      column(query, 'dibuat', usersText.createdColumn),
    ],
    rows: rows.map(rowOf),
    pager: buildPager(page, PAGE_SIZE, total, (number) => hrefOf(query, String(number))),
  };
}

const NO_SUCH_SATKER = '-';

function filterOf(query: Query, places: Places): UserFilter {
  const { key, descending } = readSorting(query.urut, SORT_KEYS, 'nama');
  const place = chosenSatker(query.satker, places);
  return {
    search: query.cari,
    role: query.peran,
    satkerCode: query.satker === '' ? '' : (place?.code ?? NO_SUCH_SATKER),
    state: query.status,
    sort: SORTS[key],
    direction: descending ? 'desc' : 'asc',
  };
}

function column(query: Query, key: Sort, label: string): SortColumn {
  const sorting = readSorting(query.urut, SORT_KEYS, 'nama');
  return sortColumn({ key, label }, sorting, (urut) => hrefOf({ ...query, urut }, ''));
}

function hrefOf(query: Record<keyof Query, string>, page: string): string {
  const urut = query.urut === 'nama' ? '' : query.urut;
  return withQuery(paths.adminUsers(), { ...query, urut, halaman: page });
}

const STATE_CLASSES: Readonly<Record<UserState, string>> = {
  aktif: 'zi-pass',
  'belum-masuk': 'zi-open',
  nonaktif: 'zi-fail',
};

export function stateView(state: UserState): { state: string; stateClass: string } {
  return { state: usersText.states[state], stateClass: STATE_CLASSES[state] };
}

function rowOf(user: ListedUser): UserRow {
  const grants = user.grants.map(({ role, satkerName }) =>
    usersText.grant(roleText[role], satkerName),
  );
  const rest = grants.length - SHOWN_GRANTS;
  return {
    href: paths.adminUser(user.id),
    name: user.name,
    username: user.username,
    email: user.email ?? '',
    created: formatDay(dayIn(new Date(user.createdAt), NATIONAL_ZONE)),
    grants: grants.length === 0 ? [usersText.noRole] : grants.slice(0, SHOWN_GRANTS),
    moreGrants: rest > 0 ? usersText.moreGrants(rest) : '',
    ...stateView(user.state),
  };
}
