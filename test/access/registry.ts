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
    /** null: nobody is shown this form now; the fields are all in `fill`. */
    readonly page: ((at: At) => string) | null;
    readonly fill?: Fields | ((at: At) => Fields);
    /** A file to go with it (multipart). */
    readonly file?: { readonly field: string; readonly name: string; readonly bytes: Buffer };
  };
  /** The address carries the id of a thing of the satker (evidence, link, member). */
  readonly hasId?: boolean;
  /** The satker must have an LKE of that year. */
  readonly hasYear?: boolean;
  /** The body reaches the action and is refused there (422). */
  readonly isRefused?: boolean;
  /** No page: a download or picture (its headers are a page's), or the preview of an evidence. */
  readonly kind?: 'file' | 'preview';
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
  page: ((at: At) => string) | null,
  fill: Fields | ((at: At) => Fields) = {},
): RouteCase => ({ deed: 'admin', path, form: { page, fill } });

const ofLke = (deed: SatkerDeed, path: (at: At) => string): RouteCase => ({
  deed,
  path,
  hasYear: true,
});

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

  'GET /lke/:satker/:year': ofLke('read', lke),
  'GET /lke/:satker/:year/grafik.svg': {
    ...ofLke('read', (at) => `${lke(at)}/grafik.svg`),
    kind: 'file',
  },
  'GET /lke/:satker/:year/cari': ofLke('read', (at) => `${lke(at)}/cari?q=tim`),
  'GET /lke/:satker/:year/belum-terisi': ofLke('read', (at) => `${lke(at)}/belum-terisi`),
  'GET /lke/:satker/:year/unduhan': ofLke('export', (at) => `${lke(at)}/unduhan`),
  'GET /lke/:satker/:year/unduhan/:file': {
    ...ofLke('export', (at) => `${lke(at)}/unduhan/lampiran-iii.xlsx`),
    kind: 'file',
  },

  'GET /admin/satker': admin(() => '/admin/satker'),
  'GET /admin/satker/:code': admin(satker),
  'POST /admin/satker/:code': adminForm(satker, satker, { djpb: '123456' }),
  'POST /admin/satker/:code/predikat': adminForm((at) => `${satker(at)}/predikat`, satker, {
    kind: 'wbbm',
    year: '2024',
    decree: 'SK 7/2024',
    by: 'tpn',
  }),
  'GET /admin/satker/:code/predikat/:id': { ...admin(predikat), hasId: true },
  'POST /admin/satker/:code/predikat/:id': {
    ...adminForm(predikat, predikat, { decree: 'SK 8/2024' }),
    hasId: true,
  },
  'POST /admin/satker/:code/predikat/:id/pencabutan': {
    ...adminForm((at) => `${predikat(at)}/pencabutan`, predikat, {
      revokedOn: '2025-06-01',
      reason: 'Dicabut menteri.',
    }),
    hasId: true,
  },

  'GET /admin/tahun': admin(() => '/admin/tahun'),
  'GET /admin/tahun/baru': admin(() => '/admin/tahun/baru'),
  'POST /admin/tahun': {
    // Only shipped instruments make a year, and the cast has opened it: refused, but by its rule.
    ...adminForm(() => '/admin/tahun', null, { year: '2026', target: 'wbk', scope: 'semua' }),
    isRefused: true,
  },
  'GET /admin/tahun/:year': admin(year),
  'POST /admin/tahun/:year': adminForm(year, year, { internal: '76' }),
  'GET /admin/tahun/:year/satker': admin((at) => `${year(at)}/satker`),
  'GET /admin/tahun/:year/satker/baru': admin((at) => `${year(at)}/satker/baru`),
  'POST /admin/tahun/:year/satker/baru': adminForm(
    (at) => `${year(at)}/satker/baru`,
    (at) => `${year(at)}/satker/baru`,
    { scope: 'pilih', 'satker-51.01': 'on' },
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
    { satker: '52.71', code: 'mandiri-tutup', day: '2026-04-02' },
  ),
  'GET /admin/pengaturan': admin(() => '/admin/pengaturan'),
  'POST /admin/pengaturan': adminForm(
    () => '/admin/pengaturan',
    () => '/admin/pengaturan',
  ),

  'GET /admin/pengguna': admin(() => '/admin/pengguna'),
  'GET /admin/pengguna/baru': admin(() => '/admin/pengguna/baru'),
  'POST /admin/pengguna/baru': adminForm(
    () => '/admin/pengguna/baru',
    () => '/admin/pengguna/baru',
    () => ({ username: fresh(), name: 'Orang Baru', role: 'anggota', satker: '52.71' }),
  ),
  'GET /admin/pengguna/:id': admin(user),
  'POST /admin/pengguna/:id': adminForm(user, user, { name: 'Nama Lain' }),
  'POST /admin/pengguna/:id/peran': adminForm((at) => `${user(at)}/peran`, user, {
    role: 'ketua',
    satker: '52.01',
  }),
  'POST /admin/pengguna/:id/peran/:role/pencabutan': adminForm(
    (at) => `${user(at)}/peran/${at.role}/pencabutan`,
    user,
  ),
  'POST /admin/pengguna/:id/tautan': adminForm((at) => `${user(at)}/tautan`, user),
  'POST /admin/pengguna/:id/penonaktifan': adminForm((at) => `${user(at)}/penonaktifan`, user),
  'POST /admin/pengguna/:id/pengaktifan': adminForm(
    (at) => `/admin/pengguna/${at.disabled}/pengaktifan`,
    (at) => `/admin/pengguna/${at.disabled}`,
  ),
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
