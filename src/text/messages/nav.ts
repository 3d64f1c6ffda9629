/** Words of the main navigation and of one LKE's. */
export const navText = {
  home: 'Beranda',
  satkerList: 'Satker',
  adminUsers: 'Pengguna',
  adminSatker: 'Data satker',
  adminYears: 'Tahun',
  lkeHome: 'Ringkasan',
  fill: 'Isi LKE',
  /** The same pages for those who only read. */
  sheet: 'LKE',
  evidence: 'Bukti',
  review: 'Tinjauan',
  notes: 'Catatan',
  comparison: 'Perbandingan',
  notesInbox: 'Perlu perbaikan',
  submission: 'Pengajuan',
  history: 'Riwayat',
  exportPage: 'Unduh lembar kerja',
  importPage: 'Impor',
  team: 'Tim',
  notifications: 'Pemberitahuan',
  oversight: 'Pengawasan',
} as const;
