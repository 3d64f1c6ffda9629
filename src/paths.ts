/** Every URL of the product. Pages and forms ask here; no template writes one by hand. */
type Id = string | number;

function lke(satker: string, year: Id): string {
  return `/lke/${encodeURIComponent(satker)}/${year}`;
}

export const paths = {
  home: () => '/',
  health: () => '/sehat',
  asset: (name: string) => `/aset/${name}`,

  signIn: (returnTo?: string) =>
    returnTo === undefined ? '/masuk' : `/masuk?ke=${encodeURIComponent(returnTo)}`,
  signOut: () => '/keluar',
  password: () => '/sandi',
  firstAdmin: (token?: string) =>
    token === undefined ? '/pasang' : `/pasang?token=${encodeURIComponent(token)}`,
  oneTimeLink: (token: string) => `/tautan/${encodeURIComponent(token)}`,

  satkerList: () => '/satker',
  team: (satker: string) => `/tim/${encodeURIComponent(satker)}`,
  teamInvite: (satker: string) => `/tim/${encodeURIComponent(satker)}/undangan`,
  teamMember: (satker: string, user: Id) => `/tim/${encodeURIComponent(satker)}/anggota/${user}`,
  teamMemberLink: (satker: string, user: Id) =>
    `/tim/${encodeURIComponent(satker)}/anggota/${user}/tautan`,
  teamMemberRemoval: (satker: string, user: Id) =>
    `/tim/${encodeURIComponent(satker)}/anggota/${user}/pelepasan`,

  lke,
  lkeChart: (satker: string, year: Id) => `${lke(satker, year)}/grafik.svg`,
  area: (satker: string, year: Id, area: string) => `${lke(satker, year)}/area/${area}`,
  answer: (satker: string, year: Id, code: string) =>
    `${lke(satker, year)}/jawaban/${encodeURIComponent(code)}`,
  search: (satker: string, year: Id) => `${lke(satker, year)}/cari`,
  nextUnanswered: (satker: string, year: Id, after?: string) =>
    `${lke(satker, year)}/belum-terisi${after === undefined ? '' : `?setelah=${encodeURIComponent(after)}`}`,

  evidenceRegister: (satker: string, year: Id) => `${lke(satker, year)}/bukti`,
  evidenceNew: (satker: string, year: Id) => `${lke(satker, year)}/bukti/baru`,
  evidence: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/bukti/${id}`,
  evidenceVersions: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/bukti/${id}/versi`,
  evidenceDetails: (satker: string, year: Id, id: Id) =>
    `${lke(satker, year)}/bukti/${id}/keterangan`,
  evidenceWithdrawal: (satker: string, year: Id, id: Id) =>
    `${lke(satker, year)}/bukti/${id}/penarikan`,
  evidencePurge: (satker: string, year: Id, id: Id) =>
    `${lke(satker, year)}/bukti/${id}/penghapusan-isi`,
  evidenceRestoring: (satker: string, year: Id, id: Id) =>
    `${lke(satker, year)}/bukti/${id}/penarikan/pembatalan`,
  evidenceUses: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/bukti/${id}/pemakaian`,
  evidenceUseNewest: (satker: string, year: Id, id: Id) =>
    `${lke(satker, year)}/bukti/${id}/pemakaian/versi-terbaru`,
  evidenceFile: (satker: string, year: Id, id: Id, version: Id) =>
    `${lke(satker, year)}/bukti/${id}/versi/${version}/berkas`,
  evidencePreview: (satker: string, year: Id, id: Id, version: Id) =>
    `${lke(satker, year)}/bukti/${id}/versi/${version}/pratinjau`,
  /** POST: evidence onto one indicator (new files, links, or from the register). */
  answerEvidence: (satker: string, year: Id, code: string) =>
    `${lke(satker, year)}/jawaban/${encodeURIComponent(code)}/bukti`,
  answerEvidenceRemoval: (satker: string, year: Id, code: string, link: Id) =>
    `${lke(satker, year)}/jawaban/${encodeURIComponent(code)}/bukti/${link}/pelepasan`,

  history: (satker: string, year: Id) => `${lke(satker, year)}/riwayat`,
  exportPage: (satker: string, year: Id) => `${lke(satker, year)}/unduhan`,
  exportFile: (satker: string, year: Id, layout: string) =>
    `${lke(satker, year)}/unduhan/${layout}.xlsx`,

  adminUsers: () => '/admin/pengguna',
  adminUserNew: () => '/admin/pengguna/baru',
  adminUserImport: () => '/admin/pengguna/impor',
  adminUser: (id: Id) => `/admin/pengguna/${id}`,
  adminUserRoles: (id: Id) => `/admin/pengguna/${id}/peran`,
  adminUserRoleRemoval: (id: Id, role: Id) => `/admin/pengguna/${id}/peran/${role}/pencabutan`,
  adminUserLink: (id: Id) => `/admin/pengguna/${id}/tautan`,
  adminUserDisabling: (id: Id) => `/admin/pengguna/${id}/penonaktifan`,
  adminUserEnabling: (id: Id) => `/admin/pengguna/${id}/pengaktifan`,
  adminSatker: () => '/admin/satker',
  adminSatkerOne: (code: string) => `/admin/satker/${encodeURIComponent(code)}`,
  adminPredikat: (code: string) => `/admin/satker/${encodeURIComponent(code)}/predikat`,
  adminPredikatOne: (code: string, id: Id) =>
    `/admin/satker/${encodeURIComponent(code)}/predikat/${id}`,
  adminPredikatRevocation: (code: string, id: Id) =>
    `/admin/satker/${encodeURIComponent(code)}/predikat/${id}/pencabutan`,
  adminYears: () => '/admin/tahun',
  adminYearNew: () => '/admin/tahun/baru',
  adminYear: (year: Id) => `/admin/tahun/${year}`,
  adminYearSatker: (year: Id) => `/admin/tahun/${year}/satker`,
  adminYearSatkerNew: (year: Id) => `/admin/tahun/${year}/satker/baru`,
  adminYearExceptions: (year: Id) => `/admin/tahun/${year}/tanggal/khusus`,
  adminYearDates: (year: Id) => `/admin/tahun/${year}/tanggal`,
  adminYearTarget: (year: Id) => `/admin/tahun/${year}/sasaran`,
  adminSettings: () => '/admin/pengaturan',
} as const;
