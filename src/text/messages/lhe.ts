/** Words of TPI's report (laporan hasil evaluasi, LHE). */
export const lheText = {
  title: (satker: string) => `LHE ${satker}`,
  heading: (target: string, satker: string, year: number) => [
    'LAPORAN HASIL EVALUASI',
    `PEMBANGUNAN ZONA INTEGRITAS ${target.toUpperCase()}`,
    satker.toUpperCase(),
    `TAHUN ${year}`,
  ],
  number: 'Nomor',
  unfilled: '(belum diisi)',
  basis:
    'Evaluasi ini dilakukan berdasarkan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 90 Tahun 2021 sebagaimana telah diubah dengan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 5 Tahun 2024, atas lembar kerja evaluasi dan bukti dukung yang diajukan satuan kerja. Nilai dihitung hanya dari jawaban Tim Penilai Internal (TPI).',
  facts: {
    satker: 'Satuan kerja',
    target: 'Sasaran',
    round: 'Pengajuan yang dinilai',
    recommendation: 'Rekomendasi pendahuluan',
    result: 'Nilai TPI',
    gates: 'Ambang',
    conclusion: 'Kesimpulan',
    reason: 'Alasan',
  },
  roundValue: (round: number, day: string) => `pengajuan ${round}, ${day}`,
  noRecommendation: 'tanpa penilaian pendahuluan',
  recommendation: (kind: string, day: string, letter: string | null) =>
    letter === null ? `${kind}, ${day}` : `${kind}, ${day}, surat ${letter}`,
  result: (points: string, answered: number, of: number) =>
    `${points} dari 100 (${answered} dari ${of} indikator dinilai)`,
  undecided: '(belum ditetapkan)',
  sections: {
    summary: 'A. Ringkasan',
    scores: 'B. Nilai menurut area',
    gates: 'C. Ambang predikat',
    checks: 'D. Hal yang diperiksa',
    notes: 'E. Catatan penilaian',
    recommendations: 'F. Rekomendasi',
    team: 'G. Tim penilai',
  },
  prerequisite: {
    met: (year: number, decree: string) =>
      `Predikat Menuju WBK sudah dimiliki: ${decree} tahun ${year}.`,
    unmet: 'Predikat Menuju WBK yang disyaratkan bagi Menuju WBBM belum tercatat.',
  },
  scoreColumns: ['Komponen', 'Bobot', 'Pemenuhan', 'Reform', 'TPI', 'Pendahuluan', 'Mandiri'],
  rounded:
    'Angka dibulatkan dua desimal. Jumlah dan putusan dihitung dari nilai tepat, sehingga penjumlahan angka yang tampil dapat berselisih 0,01.',
  gateColumns: ['Ambang', 'Minimum', 'Nilai', 'Putusan'],
  differenceColumns: ['Indikator', 'Klaim satker', 'TPI', 'Alasan'],
  noteColumns: ['Indikator', 'Catatan', 'Keadaan'],
  component: {
    area: (key: string, name: string) => `${key}. ${name}`,
    part: (name: string) => `Hasil: ${name}`,
    pengungkit: 'Pengungkit',
    hasil: 'Hasil',
    total: 'Jumlah',
  },
  none: '–',
  noDifferences: 'TPI menilai semua indikator sesuai dengan klaim satker.',
  noNotes: 'Tidak ada catatan kepada satker.',
  differencesIntro: 'Penilaian yang berbeda dari klaim satker:',
  notesIntro: 'Catatan kepada satker:',
  noteState: { open: 'masih terbuka', closed: 'selesai' },
  dataIntro: 'Menurut data:',
  checkColumns: ['Indikator', 'TPI', 'Satker'],
  same: 'sama',
  checkName: (code: string, name: string) => `${code} ${name}`,
  checkLine: (name: string, tpi: string, claim: string) => `${name}: TPI ${tpi}, satker ${claim}`,
  checkSameLine: (name: string, both: string) => `${name}: ${both} (TPI dan satker)`,
  checkNotes: {
    tpi: (note: string) => `Catatan TPI: ${note}`,
    satker: (note: string) => `Catatan satker: ${note}`,
  },
  unassessed: 'belum dinilai',
  unanswered: 'belum terisi',
  evidence: (documents: number, indicators: number, of: number) =>
    `${documents} dokumen bukti dukung diajukan, untuk ${indicators} dari ${of} indikator`,
  evidenceDiffers: (count: number, of: number) =>
    `${count} dari ${of} indikator dinilai lain daripada klaim satker`,
  earlier: (year: number, tier: string, points: string, stage: string) =>
    `Tahun ${year}: nilai ${points} (${tier}), tahap ${stage}`,
  now: (year: number, points: string) => `Tahun ${year}: nilai ${points} (TPI)`,
  noEarlier: 'Tidak ada LKE tahun sebelumnya yang tersimpan.',
  noText: '(belum ada uraian)',
  leftOut: 'Tidak diuraikan TPI.',
  recommendationTitle: (key: string, name: string) =>
    key === 'hasil' ? name : `Area ${key}. ${name}`,
  draft: (lines: readonly string[]) =>
    `Tingkatkan hal-hal berikut yang belum mencapai nilai penuh:\n${lines.join('\n')}`,
  draftLine: (code: string, name: string, points: string, full: string) =>
    `- ${code} ${name} (${points} dari ${full} poin)`,
  draftNone: 'Semua indikator bernilai penuh; pertahankan.',
  team: { ketua: 'Ketua tim', dalnis: 'Pengendali teknis', members: 'Anggota' },
  member: (name: string, indicators: number) => `${name} (${indicators} indikator)`,
  noMembers: '(belum ada penilaian)',
  teamConfirmed: (name: string, day: string) => `${name}, dikonfirmasi ${day}`,
  teamUnconfirmed: '(belum dikonfirmasi)',
  footer: (satker: string) => `Dibuat dengan Tapak ZI dari penilaian yang tersimpan · ${satker}`,
  file: (satker: string, year: number, round: number) => `lhe-${satker}-${year}-${round}.docx`,
} as const;

/** The pages where it is written. */
export const lhePageText = {
  title: (satker: string) => `Menyusun LHE ${satker}`,
  concluded: (when: string) => `LHE ditetapkan ${when}. Isinya tetap.`,
  draft: 'LHE masih disusun. Angka mengikuti penilaian TPI yang tersimpan.',
  locked: (stage: string) =>
    `LKE sedang pada tahap ${stage}; LHE disusun pada tahap Penilaian TPI.`,
  reader: 'Anda dapat membaca LHE ini. Uraian ditulis oleh anggota dan ketua tim.',
  identitySubject: 'nomor, tanggal, dan penanda tangan LHE',
  identitySaved: 'Nomor, tanggal, dan penanda tangan LHE tersimpan.',
  sectionSaved: (title: string) => `Uraian ${title} tersimpan.`,
  by: (name: string, when: string) => `Terakhir disimpan ${name}, ${when}.`,
  proposed: 'Usulan aplikasi; menjadi bagian LHE setelah disimpan.',
  and: ' dan ',
  drops: (roles: string) =>
    `Menyimpan perubahan menggugurkan konfirmasi ${roles}, yang lalu harus mengonfirmasi lagi.`,
  dropped: (title: string, roles: string) =>
    `Uraian ${title} tersimpan. Konfirmasi ${roles} gugur karena uraiannya berubah.`,
  before: 'Uraian pada pengajuan sebelumnya; menjadi bagian LHE setelah disimpan.',
  recommendations: 'Rekomendasi',
  checks: 'Hal yang diperiksa',
  written: (done: number, of: number) => `${done} dari ${of} sudah diuraikan`,
  kept: (done: number, of: number) =>
    done === of
      ? `${done} dari ${of} sudah disimpan`
      : `${done} dari ${of} sudah disimpan; sisanya usulan aplikasi dan belum menjadi bagian LHE`,
  keep: (count: number) =>
    count === 1 ? 'Simpan usulan yang tersisa' : `Simpan ${count} usulan sekaligus`,
  keepHint:
    'Usulan aplikasi dan uraian pengajuan sebelumnya belum menjadi bagian LHE. Baca dahulu di bawah; setiap bagian tetap dapat diubah sesudah disimpan.',
  keptAll: (count: number) => `${count} bagian tersimpan di LHE.`,
  keptDropped: (count: number, roles: string) =>
    `${count} bagian tersimpan di LHE. Konfirmasi ${roles} gugur karena uraiannya berubah.`,
  keepStale: {
    title: 'Usulan berubah sejak Anda baca',
    text: 'Penilaian atau rekomendasi berubah sesudah halaman ini dibuka. Tidak ada yang disimpan. Buka lagi halamannya, baca usulan yang baru, lalu simpan.',
  },
  signatory: 'Penanda tangan',
  chooseSignatory: 'Pilih penanda tangan',
  number: 'Nomor LHE',
  day: 'Tanggal LHE',
  text: 'Uraian',
} as const;
