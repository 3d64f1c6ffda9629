import type { Fields } from '../support/http-client.js';
import { PLACES, type LawRole, type Place, type SatkerDeed } from './law.js';
import type { At } from './places.js';

/** What the tests know of one route: who may, where it is, and a body that would take effect. */
export interface RouteCase {
  /**
   * open: nobody needs to be signed in; self: whoever is signed in, about themselves;
   * admin: the administrator alone; else a deed of the law on the satker of the address.
   */
  readonly deed: 'open' | 'self' | 'admin' | SatkerDeed;
  readonly path: (at: At) => string;
  /** POST only: where an able person finds the form, and what that person types into it. */
  readonly form?: {
    readonly page: (at: At) => string;
    readonly fill?: Fields | ((at: At) => Fields);
    /** A file to go with it (multipart). */
    readonly file?: { readonly field: string; readonly name: string; readonly bytes: Buffer };
  };
  /** The address carries the id of a thing of the satker (evidence, link, member). */
  readonly hasId?: boolean;
  /** The satker must have an LKE of that year. */
  readonly hasYear?: boolean;
  /** The preview of an evidence carries headers of its own. */
  readonly kind?: 'preview';
}

const lke = (at: At): string => `/lke/${at.satker}/${at.year}`;
const answer = (at: At): string => `${lke(at)}/jawaban/${at.code}`;
const team = (at: At): string => `/tim/${at.satker}`;
const satker = (at: At): string => `/admin/satker/${at.satker}`;
const predikat = (at: At): string => `${satker(at)}/predikat/${at.predikat}`;
const user = (at: At): string => `/admin/pengguna/${at.member}`;
const year = (at: At): string => `/admin/tahun/${at.year}`;

const open = (path: (at: At) => string): RouteCase => ({ deed: 'open', path });
const self = (path: string): RouteCase => ({ deed: 'self', path: () => path });
const admin = (path: (at: At) => string): RouteCase => ({ deed: 'admin', path });
const adminForm = (
  path: (at: At) => string,
  page: (at: At) => string,
  fill: Fields | ((at: At) => Fields) = {},
): RouteCase => ({ deed: 'admin', path, form: { page, fill } });

let names = 0;
const fresh = (): string => `orang${(names += 1)}`;

export const REGISTRY: Readonly<Record<string, RouteCase>> = {
  'GET /sehat': open(() => '/sehat'),
  'GET /masuk': open(() => '/masuk'),
  'POST /masuk': open(() => '/masuk'),
  'GET /pasang': open(() => '/pasang'),
  'POST /pasang': open(() => '/pasang'),
  'GET /tautan/:token': open((at) => `/tautan/${at.token}`),
  'POST /tautan/:token': open((at) => `/tautan/${at.token}`),
  'POST /keluar': open(() => '/keluar'),

  'GET /sandi': self('/sandi'),
  'POST /sandi': { ...self('/sandi'), form: { page: () => '/sandi' } },
  'GET /': self('/'),
  'GET /satker': self('/satker'),

  'GET /admin/satker': admin(() => '/admin/satker'),
  'GET /admin/satker/:code': admin(satker),
  'POST /admin/satker/:code': adminForm(satker, satker, { djpb: '123456' }),
  'POST /admin/satker/:code/predikat': adminForm((at) => `${satker(at)}/predikat`, satker, {
    kind: 'wbbm',
    year: '2024',
    decree: 'SK 7/2024',
    by: 'tpn',
  }),
  'GET /admin/satker/:code/predikat/:id': admin(predikat),
  'POST /admin/satker/:code/predikat/:id': adminForm(predikat, predikat, { decree: 'SK 8/2024' }),
  'POST /admin/satker/:code/predikat/:id/pencabutan': adminForm(
    (at) => `${predikat(at)}/pencabutan`,
    predikat,
    { revokedOn: '2025-06-01', reason: 'Dicabut menteri.' },
  ),

  'GET /admin/tahun': admin(() => '/admin/tahun'),
  'GET /admin/tahun/baru': admin(() => '/admin/tahun/baru'),
  'POST /admin/tahun': adminForm(
    () => '/admin/tahun',
    () => '/admin/tahun/baru',
    { year: '2027' },
  ),
  'GET /admin/tahun/:year': admin(year),
  'POST /admin/tahun/:year': adminForm(year, year, { target: '76' }),
  'GET /admin/tahun/:year/satker': admin((at) => `${year(at)}/satker`),
  'GET /admin/tahun/:year/satker/baru': admin((at) => `${year(at)}/satker/baru`),
  'POST /admin/tahun/:year/satker/baru': adminForm(
    (at) => `${year(at)}/satker/baru`,
    (at) => `${year(at)}/satker/baru`,
  ),
  'POST /admin/tahun/:year/sasaran': adminForm(
    (at) => `${year(at)}/sasaran`,
    (at) => `${year(at)}/satker`,
  ),
  'GET /admin/tahun/:year/tanggal': admin((at) => `${year(at)}/tanggal`),
  'POST /admin/tahun/:year/tanggal': adminForm(
    (at) => `${year(at)}/tanggal`,
    (at) => `${year(at)}/tanggal`,
  ),
  'POST /admin/tahun/:year/tanggal/khusus': adminForm(
    (at) => `${year(at)}/tanggal/khusus`,
    (at) => `${year(at)}/tanggal`,
  ),
  'GET /admin/pengaturan': admin(() => '/admin/pengaturan'),
  'POST /admin/pengaturan': adminForm(
    () => '/admin/pengaturan',
    () => '/admin/pengaturan',
  ),

  'GET /admin/pengguna': admin(() => '/admin/pengguna'),
  'GET /admin/pengguna/baru': admin(() => '/admin/pengguna/baru'),
  'GET /admin/pengguna/:id': admin(user),
};

/** Somebody who may do this at this place, by user name. */
export function ableAt(route: RouteCase, place: Place): string {
  switch (route.deed) {
    case 'open':
    case 'self':
    case 'admin':
    case 'purge':
      return 'admin';
    default:
      return KETUA[place];
  }
}

const KETUA: Readonly<Record<Place, string>> = {
  mataram: 'ketua.mataram',
  'same province': 'ketua.loteng',
  'the province itself': 'ketua.ntb',
  'other province': 'ketua.denpasar',
};

export type { At, LawRole };
export const ALL_PLACES = Object.keys(PLACES) as Place[];
