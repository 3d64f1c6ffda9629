import type { Tier } from '../../domain/access/tiers.js';
import type { JudgingTier } from '../../domain/lke/assessment.js';
import type { Messages } from './message-table.js';

/** Words of assessing: the tiers, the review page, lists, notes, assignment. */

export const reviewMessages = {
  'reason-for-difference': () =>
    'Penilaian berbeda dari jawaban satker. Tulis alasannya lalu simpan lagi.',
  'assessment-missing': () =>
    'Penilaian belum diisi. Isi jawaban menurut Anda, atau pilih Terima sesuai klaim.',
  'note-empty': () => 'Catatan belum ditulis. Tulis isinya lalu kirim lagi.',
  'nothing-ticked': () => 'Belum ada indikator yang dipilih. Pilih paling sedikit satu.',
  'opening-not-confirmed': () =>
    'Pernyataan belum dicentang. Centang bila benar, lalu terima lagi.',
} as const satisfies Messages;

export const tierText: Readonly<Record<Tier, string>> = {
  mandiri: 'Penilaian mandiri',
  pendahuluan: 'Penilaian pendahuluan',
  tpi: 'Penilaian TPI',
  tpn: 'Penilaian TPN',
};

/** "penilaian TPI": within a sentence. */
export const tierWithin = (tier: Tier): string => tierText[tier].replace(/^P/, 'p');

/** Short names, for columns. */
export const tierShort: Readonly<Record<Tier, string>> = {
  mandiri: 'Mandiri',
  pendahuluan: 'Pendahuluan',
  tpi: 'TPI',
  tpn: 'TPN',
};

export const reviewText = {
  title: (code: string, name: string) => `${code} ${name}`,
  progress: (done: number, of: number) => `${done} dari ${of} indikator dinilai`,
  total: (points: string) => `nilai sementara ${points}`,
  state: { assessed: 'Sudah dinilai', open: 'Belum dinilai', lapsed: 'Perlu dinilai ulang' },
  lapsed:
    'Jawaban atau bukti satker berubah sesudah penilaian ini. Penilaian lama tidak dihitung sampai Anda menyimpannya lagi.',
  comparison: 'Bandingkan seluruh pengajuan dengan yang sebelumnya',
  handed: (number: number, when: string, by: string) =>
    `Dari pengajuan ke-${number}, ${when} oleh ${by}.`,
  notHanded: 'Satker belum mengajukan; ini isian terakhirnya.',
  noAnswer: 'belum terisi',
  noNote: 'Tidak ada catatan.',
  points: (points: string, full: string) => `${points} dari ${full} poin`,
  assessedBy: (when: string, by: string | null) =>
    by === null ? `Dinilai ${when}` : `Dinilai ${when} oleh ${by}`,
  saved: (code: string, when: string) => `${code} tersimpan ${when}.`,
  taken: (code: string, when: string) => `Penilaian ${code} dikosongkan ${when}.`,
  already: (code: string) => `${code} tidak berubah; penilaian sama dengan yang tersimpan.`,
  allAssessed: (tier: string) => `Semua indikator sudah dinilai pada ${tier}.`,
  opened: 'Sudah Anda buka',
  unopened: 'Belum Anda buka',
  noEvidence: 'Satker tidak melampirkan bukti untuk indikator ini.',
  differs: 'Berbeda dari jawaban satker',
} as const;

/** Who writes an assessment, within a sentence. */
const WRITERS = {
  'penilai-provinsi': 'penilai provinsi',
  'penilai-pusat': 'penilai pusat',
  'tpi-anggota': 'anggota TPI',
} as const;

/** Why a person only reads, or why a save was refused. */
export const reviewClosedText = {
  stage: (tier: string, stage: string) =>
    `LKE sedang pada tahap ${stage}. ${tier} hanya dapat diisi pada tahapnya sendiri.`,
  role: (writer: keyof typeof WRITERS) =>
    `Penilaian di sini ditulis ${WRITERS[writer]}; Anda hanya membacanya.`,
  letterWaits: 'Surat rekomendasi belum dicatat terkirim, jadi TPI belum dapat memulai penilaian.',
  notBegun: 'TPI belum memulai penilaian LKE ini.',
  refusedStage: (stage: string) =>
    `Penilaian belum tersimpan, karena LKE sekarang pada tahap ${stage}.`,
  refusedRole: 'Penilaian belum tersimpan, karena peran Anda untuk satker ini sudah dicabut.',
  claimChanged:
    'Penilaian belum tersimpan, karena jawaban atau bukti satker berubah sesudah halaman ini dibuka. Periksa yang baru di kiri, lalu simpan lagi.',
} as const;

export const reviewConflictText = {
  title: (code: string) => `${code} sudah dinilai orang lain`,
  subject: (code: string) => `Penilaian ${code}`,
  value: 'Penilaian',
  note: 'Catatan penilai',
  reason: 'Alasan bila berbeda',
  claim: 'sesuai klaim',
  unassessed: '(belum dinilai)',
} as const;

export const tierName = (tier: JudgingTier): string => tierText[tier];

/** One tier of one LKE. */
export const tierListText = {
  noneAssessed: 'Belum ada indikator yang dinilai.',
  verdict: (verdict: string) => `${verdict}. Indikator yang belum dinilai dihitung 0.`,
  stage: (stage: string) => `Tahap sekarang: ${stage}.`,
  due: (at: string, left: string) => `Tenggat tahap ini: ${at}. ${left}.`,
  late: (at: string) =>
    `Tenggat tahap ini sudah lewat: ${at}. Penilaian tetap dapat diselesaikan. Bila perlu tenggat lain, minta administrator memberi tanggal khusus beserta alasannya.`,
  of: (done: number, of: number) => `${done} dari ${of}`,
  score: (points: string, weight: string) => `${points} dari ${weight}`,
  acceptance: (count: number) => `Terima sekaligus ${count} indikator yang buktinya sudah dibuka`,
  filters: {
    '': 'Semua',
    belum: 'Belum dinilai',
    ulang: 'Perlu dinilai ulang',
    berbeda: 'Berbeda dari klaim',
  },
  opened: (seen: number, of: number) => `${seen} dari ${of} dibuka`,
  noEvidence: 'tanpa bukti',
  unconfirmed: 'Belum dikonfirmasi',
  confirmed: (when: string, by: string) => `Dikonfirmasi ${when} oleh ${by}`,
  fallen: (when: string, by: string) =>
    `Gugur: penilaian atau uraian LHE berubah sesudah dikonfirmasi ${when} oleh ${by}`,
  empty: {
    title: 'Tidak ada indikator di saringan ini',
    text: 'Pilih saringan atau area lain.',
  },
} as const;

export const stopTitle = 'Tidak ada yang berubah';

export const confirmText = {
  done: 'Konfirmasi Anda tercatat. Konfirmasi gugur bila penilaian atau uraian LHE berubah lagi.',
  report: 'Baca uraian LHE',
  written: (count: number, name: string, when: string) =>
    name === ''
      ? `${count} bagian sudah diuraikan, terakhir disimpan ${when}`
      : `${count} bagian sudah diuraikan, terakhir disimpan ${name}, ${when}`,
  unwritten:
    'belum ada bagian yang diuraikan; uraian yang ditulis kemudian menggugurkan konfirmasi',
  closed: (stage: string) => `LKE sekarang pada tahap ${stage}. Konfirmasi belum dicatat.`,
  incomplete: (missing: number) =>
    missing === 0
      ? 'Belum ada indikator yang dinilai. Konfirmasi dicatat setelah semuanya dinilai.'
      : `Masih ada ${missing} indikator yang belum dinilai. Konfirmasi dicatat setelah semuanya dinilai.`,
  changed:
    'Penilaian atau uraian LHE berubah sesudah Anda membuka halaman. Konfirmasi belum dicatat. Periksa yang baru, lalu konfirmasi lagi.',
  samePerson:
    'Anda sudah mengonfirmasi dalam peran lain. Ketua tim dan pengendali teknis harus dua orang yang berbeda; mintalah pemegang peran ini yang lain.',
  forbidden: 'Peran Anda untuk satker ini tidak dapat mengonfirmasi. Konfirmasi belum dicatat.',
} as const;

/** Accepting several at once. */
export const acceptanceText = {
  title: 'Terima sekaligus sesuai klaim',
  intro:
    'Daftar ini hanya memuat indikator yang belum dinilai dan semua buktinya sudah Anda buka. Hapus centang pada yang masih ingin diperiksa. Indikator tanpa bukti dinilai satu per satu.',
  evidence: (count: number) => `${count} bukti sudah dibuka`,
  button: 'Terima yang dicentang',
  done: (count: number) => `${count} indikator diterima sesuai klaim.`,
  changed:
    'Ada indikator yang sudah dinilai orang lain, berubah klaimnya, atau buktinya belum Anda buka. Belum ada yang diterima. Buka lagi daftarnya untuk melihat yang terbaru.',
  empty: {
    title: 'Belum ada yang dapat diterima sekaligus',
    text: 'Buka dahulu semua bukti sebuah indikator dari halaman tinjauannya; sesudah itu indikator tersebut tampil di sini.',
  },
} as const;

/** Threads between a tier and the satker. */
export const noteText = {
  title: 'Catatan penilai',
  round: (round: number) => (round === 0 ? 'sebelum pengajuan' : `putaran ${round}`),
  waitsSatker: 'Menunggu balasan satker',
  waitsReviewer: 'Menunggu tinjauan ulang',
  closed: (when: string, by: string) => `Ditutup ${when} oleh ${by}`,
  who: (name: string, side: string) => (name === '' ? side : `${name}, ${side}`),
  satker: 'satker',
  since: (name: string, when: string) => `${name}, ${when}`,
  replyLabel: 'Balasan satker',
  replyButton: 'Kirim balasan',
  followUpLabel: 'Tanggapan penilai',
  followUpButton: 'Kirim tanggapan',
  filters: { '': 'Terbuka', semua: 'Semua' },
  sent: 'Catatan terkirim.',
  closedDone: 'Catatan ditutup. Bila keliru, pilih Buka lagi catatan.',
  reopenedDone: 'Catatan dibuka lagi.',
  changed:
    'Catatan ini sudah berubah sesudah halaman dibuka: ada pesan baru, atau sudah ditutup. Tidak ada yang tersimpan. Muat ulang halaman lalu coba lagi.',
  lockedReviewer: (stage: string) =>
    `LKE sekarang pada tahap ${stage}. Catatan hanya dapat ditulis dan ditutup pada tahap penilaian ini. Tidak ada yang tersimpan.`,
  lockedSatker: (stage: string) =>
    `LKE sekarang pada tahap ${stage}. Satker membalas selama LKE ada padanya. Balasan belum tersimpan.`,
  answerLocked:
    'Penilai tidak membuka indikator ini: catatannya dapat dibalas, tetapi jawaban dan buktinya tetap terkunci.',
  otherArea:
    'Area ini tidak ditugaskan kepada Anda; catatannya dibalas anggota yang bertugas atau ketua tim.',
  forbidden:
    'Peran Anda tidak dapat melakukan ini pada catatan tersebut. Tidak ada yang tersimpan.',
  empty: {
    title: 'Belum ada catatan',
    text: 'Catatan penilai tampil di sini setelah LKE dikembalikan atau diputuskan.',
  },
} as const;

/** Tiers side by side. */
export const comparisonText = {
  title: (year: number, satker: string) => `Perbandingan penilaian LKE ${year} ${satker}`,
  onlyMandiri:
    'Baru penilaian mandiri yang dapat ditampilkan. Penilaian tingkat di atasnya tampil setelah LKE dikembalikan atau diputuskan.',
  differing: 'Semua yang berbeda',
  filled: 'Indikator terisi atau dinilai',
  of: (done: number, of: number) => `${done} dari ${of}`,
  total: 'Nilai total',
  pengungkit: 'Pengungkit',
  field: 'TPN, nilai lapangan yang berlaku',
  asTotals: 'dicatat sebagai jumlah',
  allGates: 'Semua ambang',
  fieldFailed: (failed: number, of: number) =>
    `Belum memenuhi: ${failed} dari ${of} ambang yang diketahui kurang`,
  fieldKnown: (count: number) =>
    `${count} ambang yang diketahui terpenuhi; yang lain tidak dirinci TPN`,
  none: 'belum',
  empty: {
    title: 'Tidak ada perbedaan',
    text: 'Semua tingkat yang tampil memberi jawaban yang sama. Pilih area untuk melihat seluruh indikatornya.',
  },
} as const;

/** The queue of a person who assesses, and who assesses what. */

export const assignmentText = {
  title: (tier: string) => `Tugaskan penilai: ${tier}`,
  load: (count: number) => (count === 0 ? 'belum ada satker lain' : `${count} satker lain`),
  barred: (tier: string) => `tidak dapat ditugasi: sudah ikut dalam ${tier} LKE ini`,
  refused: (name: string, tier: string) =>
    `${name} sudah ikut dalam ${tier} LKE ini, sehingga tidak dapat menilainya: satu orang hanya boleh ikut pada satu tingkat penilaian sebuah LKE. Tidak ada yang berubah.`,
  done: 'Penugasan tersimpan.',
  subject: 'Penugasan penilai',
  names: 'Penilai yang ditugaskan',
  nobody: '(tidak ada)',
  none: {
    title: 'Belum ada penilai',
    text: 'Administrator memberi peran penilai lebih dahulu; sesudah itu namanya tampil di sini.',
  },
} as const;

/** What came back to a satker. */
export const inboxText = {
  title: 'Perlu perbaikan',
  count: (count: number, mine: number) =>
    mine === count
      ? `${count} butir perlu perbaikan.`
      : `${count} butir perlu perbaikan, ${mine === 0 ? 'tidak ada yang' : `${mine} di antaranya`} bagian Anda.`,
  allReplied: 'Semua butir sudah dibalas.',
  whole: 'Semua indikator terbuka untuk diperbaiki; alasannya di bawah.',
  returned: 'Dikembalikan untuk diperbaiki',
  replied: 'Sudah dibalas',
  waits: 'Menunggu perbaikan',
  replyOnly: 'Menunggu balasan; jawabannya tetap terkunci',
  all: 'Semua indikator dibuka kembali.',
  answer: 'Buka indikator',
  notes: 'Lihat catatan dan balas',
  empty: {
    title: 'Tidak ada yang perlu diperbaiki',
    text: 'Butir yang dikembalikan penilai tampil di sini beserta catatannya.',
  },
} as const;

export const navCount = (label: string, count: number): string =>
  count === 0 ? label : `${label} (${count})`;
