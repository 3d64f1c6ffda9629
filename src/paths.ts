/** Every URL of the product. Pages and forms ask here; no template writes one by hand. */
type Id = string | number;

function lke(satker: string, year: Id): string {
  return `/lke/${encodeURIComponent(satker)}/${year}`;
}

function sharedFile(token: string, id: Id, version: Id): string {
  return `/b/${encodeURIComponent(token)}/bukti/${id}/versi/${version}`;
}

function tierOf(satker: string, year: Id, tier: string): string {
  return `${lke(satker, year)}/tinjauan/${tier}`;
}

function oversightIn(province: string | null, year: Id): string {
  const place = province === null ? '' : `/${encodeURIComponent(province)}`;
  return `/pengawasan${place}/${year}`;
}

/** The satker's own tier needs no name. */
function ofTier(tier: string | undefined): string {
  return tier === undefined || tier === 'mandiri' ? '' : `?tingkat=${tier}`;
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

  reviewQueue: () => '/tinjauan',
  reviewWorkload: () => '/tinjauan/beban',
  notesInbox: () => '/perbaikan',
  review: tierOf,
  reviewArea: (satker: string, year: Id, tier: string, area: string) =>
    `${tierOf(satker, year, tier)}?area=${area}`,
  reviewResume: (satker: string, year: Id, tier: string) => `${tierOf(satker, year, tier)}/lanjut`,
  reviewAcceptance: (satker: string, year: Id, tier: string) =>
    `${tierOf(satker, year, tier)}/terima`,
  reviewConfirmation: (satker: string, year: Id, tier: string) =>
    `${tierOf(satker, year, tier)}/konfirmasi`,
  reviewAnswer: (satker: string, year: Id, tier: string, code: string) =>
    `${tierOf(satker, year, tier)}/${encodeURIComponent(code)}`,
  /** Opens one version of an evidence and keeps that this person did. */
  reviewEvidence: (
    satker: string,
    year: Id,
    tier: string,
    code: string,
    version: Id,
    way: 'lihat' | 'unduh',
  ) => `${tierOf(satker, year, tier)}/${encodeURIComponent(code)}/bukti/${version}/${way}`,
  reviewNotes: (satker: string, year: Id, tier: string, code: string) =>
    `${tierOf(satker, year, tier)}/${encodeURIComponent(code)}/catatan`,
  notes: (satker: string, year: Id) => `${lke(satker, year)}/catatan`,
  noteReply: (satker: string, year: Id, thread: Id) =>
    `${lke(satker, year)}/catatan/${thread}/balasan`,
  noteFollowUp: (satker: string, year: Id, thread: Id) =>
    `${lke(satker, year)}/catatan/${thread}/tanggapan`,
  noteReopening: (satker: string, year: Id, thread: Id) =>
    `${lke(satker, year)}/catatan/${thread}/pembukaan`,
  noteClosing: (satker: string, year: Id, thread: Id) =>
    `${lke(satker, year)}/catatan/${thread}/penutupan`,
  comparison: (satker: string, year: Id) => `${lke(satker, year)}/perbandingan`,
  assignment: (satker: string, year: Id) => `${lke(satker, year)}/penugasan`,

  submission: (satker: string, year: Id) => `${lke(satker, year)}/pengajuan`,
  submissionOne: (satker: string, year: Id, number: Id) =>
    `${lke(satker, year)}/pengajuan/${number}`,
  submissionComparison: (satker: string, year: Id, number: Id) =>
    `${lke(satker, year)}/pengajuan/${number}/perbandingan`,
  lkeReturn: (satker: string, year: Id) => `${lke(satker, year)}/pengembalian`,
  noEvidenceReasons: (satker: string, year: Id) => `${lke(satker, year)}/pengajuan/alasan`,
  noEvidenceReason: (satker: string, year: Id, code: string) =>
    `${lke(satker, year)}/jawaban/${encodeURIComponent(code)}/alasan-tanpa-bukti`,

  decisions: (satker: string, year: Id) => `${lke(satker, year)}/keputusan`,
  decisionPendahuluan: (satker: string, year: Id) => `${lke(satker, year)}/keputusan/pendahuluan`,
  recommendation: (satker: string, year: Id) =>
    `${lke(satker, year)}/keputusan/pendahuluan/rekomendasi`,
  takeBack: (satker: string, year: Id) => `${lke(satker, year)}/keputusan/penarikan`,
  decisionTpi: (satker: string, year: Id) => `${lke(satker, year)}/keputusan/tpi`,
  beginTpi: (satker: string, year: Id) => `${lke(satker, year)}/penilaian-tpi`,
  letterhead: (satker: string, year: Id, kind: string, head?: string) =>
    `${lke(satker, year)}/kop/${kind}${head === undefined ? '' : `?penanda=${head}`}`,
  letter: (satker: string, year: Id) => `${lke(satker, year)}/surat`,
  letterSending: (satker: string, year: Id) => `${lke(satker, year)}/surat/pengiriman`,
  letterPrint: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/surat/${id}/cetak`,
  letterDocx: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/surat/${id}/surat.docx`,
  lhe: (satker: string, year: Id) => `${lke(satker, year)}/lhe`,
  lheIdentity: (satker: string, year: Id) => `${lke(satker, year)}/lhe/nomor`,
  lheProposals: (satker: string, year: Id) => `${lke(satker, year)}/lhe/usulan`,
  lheSection: (satker: string, year: Id, section: string) =>
    `${lke(satker, year)}/lhe/bagian/${section}`,
  lhePrint: (satker: string, year: Id, round: Id, edition = 1) =>
    `${lke(satker, year)}/lhe/${round}/cetak${editionOf(edition)}`,
  lheDocx: (satker: string, year: Id, round: Id, edition = 1) =>
    `${lke(satker, year)}/lhe/${round}/lhe.docx${editionOf(edition)}`,

  history: (satker: string, year: Id) => `${lke(satker, year)}/riwayat`,
  exportPage: (satker: string, year: Id, tier?: string) =>
    `${lke(satker, year)}/unduhan${ofTier(tier)}`,
  exportFile: (satker: string, year: Id, layout: string, tier?: string) =>
    `${lke(satker, year)}/unduhan/${layout}.xlsx${ofTier(tier)}`,
  exportBundle: (satker: string, year: Id) => `${lke(satker, year)}/unduhan/bundel-bukti.zip`,

  shareLinks: (satker: string, year: Id) => `${lke(satker, year)}/tautan-berbagi`,
  shareLinkRevocation: (satker: string, year: Id, id: Id) =>
    `${lke(satker, year)}/tautan-berbagi/${id}/pencabutan`,
  /** For those without an account. */
  share: (token: string) => `/b/${encodeURIComponent(token)}`,
  sharedFile: (token: string, id: Id, version: Id) => `${sharedFile(token, id, version)}/berkas`,
  sharedPreview: (token: string, id: Id, version: Id) =>
    `${sharedFile(token, id, version)}/pratinjau`,
  feedReadiness: (satker: string, year: Id) => `${lke(satker, year)}/portalrb`,
  adminFeed: () => '/admin/portalrb',
  adminFeedTokens: () => '/admin/portalrb/token',
  adminFeedTokenRevocation: (id: Id) => `/admin/portalrb/token/${id}/pencabutan`,
  feed: (base: string) => `/api/${base}`,

  recap: (province: string, year: Id) => `/rekap/${encodeURIComponent(province)}/${year}`,
  recapFile: (province: string, year: Id) =>
    `/rekap/${encodeURIComponent(province)}/${year}/rekap.xlsx`,
  jobs: (province: string, year: Id) => `/rekap/${encodeURIComponent(province)}/${year}/unduhan`,
  job: (province: string, year: Id, id: Id) =>
    `/rekap/${encodeURIComponent(province)}/${year}/unduhan/${id}`,
  jobFile: (province: string, year: Id, id: Id) =>
    `/rekap/${encodeURIComponent(province)}/${year}/unduhan/${id}/berkas`,
  jobCancellation: (province: string, year: Id, id: Id) =>
    `/rekap/${encodeURIComponent(province)}/${year}/unduhan/${id}/pembatalan`,

  imports: (satker: string, year: Id) => `${lke(satker, year)}/impor`,
  import: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/impor/${id}`,
  importSheet: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/impor/${id}/lembar`,
  importApplication: (satker: string, year: Id, id: Id) =>
    `${lke(satker, year)}/impor/${id}/penerapan`,
  importUndo: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/impor/${id}/pembatalan`,

  notifications: () => '/pemberitahuan',
  notificationsRead: () => '/pemberitahuan/dibaca',
  notificationsMail: () => '/pemberitahuan/surel',

  oversightHome: () => '/pengawasan',
  /** Without a province: of all. */
  oversight: (province: string | null, year: Id) => oversightIn(province, year),
  oversightMap: (province: string | null, year: Id) => `${oversightIn(province, year)}/peta`,
  oversightComparison: (province: string | null, year: Id) =>
    `${oversightIn(province, year)}/perbandingan`,
  oversightWeek: (province: string, year: Id, week?: string) =>
    `/pengawasan/${encodeURIComponent(province)}/${year}/pekan${week === undefined ? '' : `/${week}`}`,

  /** Leads on to the newest year. */
  proposalsNow: () => '/pengusulan',
  proposalSignatory: () => '/pengusulan/kop',
  proposals: (year: Id) => `/pengusulan/${year}`,
  proposalLetter: (year: Id, id: Id) => `/pengusulan/${year}/surat/${id}`,
  proposalPaper: (year: Id, id: Id, paper: 'lampiran' | 'pernyataan', ending?: 'docx' | 'xlsx') =>
    `/pengusulan/${year}/surat/${id}/${paper}${ending === undefined ? '' : `.${ending}`}`,
  satkerRequirements: (satker: string, year: Id) => `${lke(satker, year)}/syarat`,
  tpnResult: (satker: string, year: Id) => `${lke(satker, year)}/tpn`,
  tpnTotals: (satker: string, year: Id) => `${lke(satker, year)}/tpn/nilai`,
  tpnTotalsRemoval: (satker: string, year: Id) => `${lke(satker, year)}/tpn/nilai/penghapusan`,
  tpnArea: (satker: string, year: Id, area: string) => `${lke(satker, year)}/tpn/area/${area}`,
  tpnFiles: (satker: string, year: Id) => `${lke(satker, year)}/tpn/berkas`,
  tpnFile: (satker: string, year: Id, id: Id) => `${lke(satker, year)}/tpn/berkas/${id}`,
  tpnDecision: (satker: string, year: Id) => `${lke(satker, year)}/tpn/keputusan`,

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
  adminStatement: (year: Id) => `/admin/tahun/${year}/pernyataan`,
  adminRequirements: (year: Id) => `/admin/tahun/${year}/syarat`,
  adminWording: (year: Id) => `/admin/tahun/${year}/naskah`,
  adminWordingDraft: (year: Id, id: Id) => `/admin/tahun/${year}/naskah/pratinjau/${id}`,
  adminWordingRemoval: (year: Id) => `/admin/tahun/${year}/naskah/penghapusan`,
  adminSettings: () => '/admin/pengaturan',
} as const;

/** The first report of a round keeps its address. */
function editionOf(edition: number): string {
  return edition === 1 ? '' : `?edisi=${edition}`;
}
