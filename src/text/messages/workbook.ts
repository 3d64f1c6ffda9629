import type { Target } from '../../domain/predikat/gate.js';
import type { Tier } from '../../domain/access/tiers.js';

/** Words of the exported worksheets: headings, labels, verdicts. */
export const workbookText = {
  title: 'Lembar Kerja Evaluasi Zona Integritas',
  year: (year: number) => `Tahun ${year}`,
  creator: 'Tapak ZI',
  notComputable: 'tidak dapat dihitung',
  truncated: ' … (dipotong)',
  percentChoice: '%',
  countChoice: 'Jumlah',
  indexChoice: (minimum: string, maximum: string) => `Nilai (${minimum}-${maximum})`,
  criteria: (letter: string, criteria: string) => `${letter}. ${criteria}`,
  formulaWords: (words: string) => `Rumus: ${words}`,
  zeroRule: (rule: string) => `Penyebut nol (ketentuan aplikasi): ${rule}`,
  labels: {
    satker: 'Satuan kerja',
    satkerCode: 'Kode satker',
    year: 'Tahun',
    target: 'Sasaran predikat',
    tier: 'Tingkat penilaian',
    instrument: 'Instrumen',
    legalBasis: 'Dasar',
    exportedAt: 'Diunduh pada',
    history: 'Kepala riwayat',
    completeness: 'Kelengkapan',
  },
  historyHead: (seq: number, hash: string) => `nomor ${seq}, ${hash}`,
  noHistory: 'belum ada',
} as const;

export const targetText: Readonly<Record<Target, string>> = { wbk: 'WBK', wbbm: 'WBBM' };

export const menujuText = (target: Target) => `Menuju ${targetText[target]}`;

export const tierText: Readonly<Record<Tier, string>> = {
  mandiri: 'Penilaian mandiri satker',
  pendahuluan: 'Penilaian pendahuluan',
  tpi: 'Penilaian TPI',
  tpn: 'Penilaian TPN',
};

export const sheetNames = {
  'lampiran-iii': 'LKE ZI',
  portalrb: 'Jawaban',
  unit: 'Unit',
  tpiUnit: 'TPI Unit',
  summary: 'Ringkasan',
  evidence: 'Bukti',
  meta: 'meta',
} as const;

/** Column headings, as the official sheets print them (P and Q of Lampiran III are the usual addition). */
export const columnText = {
  id: 'id',
  label: 'Penilaian',
  weight: 'Bobot',
  explanation: 'Penjelasan',
  criteria: 'Kriteria Nilai',
  choices: 'Pilihan Jawaban',
  answer: 'Jawaban',
  answerUnit: 'Jawaban Unit',
  answerTpi: 'Jawaban TPI',
  value: 'Nilai',
  percent: '%',
  note: 'Catatan/Keterangan/Penjelasan',
  noteUnit: 'Catatan/Keterangan/Penjelasan (Unit)',
  noteTpi: 'Catatan/Keterangan/Penjelasan (TPI)',
  evidence: 'Daftar Bukti Dukung',
  evidenceUnit: 'Daftar Bukti Dukung (Unit)',
  link: 'Tautan Bukti Dukung',
} as const;

export const validationText = {
  title: 'Jawaban tidak sesuai',
  choice: (letters: string) => `Pilih salah satu: ${letters}.`,
  count: (most: string) => `Isi bilangan bulat dari 0 sampai ${most}.`,
  index: (minimum: string, maximum: string) =>
    `Isi nilai indeks dari ${minimum} sampai ${maximum}.`,
  target: 'Pilih WBK atau WBBM.',
} as const;

export const summaryText = {
  title: 'Ringkasan Lembar Kerja Evaluasi Zona Integritas',
  areas: 'Nilai per area perubahan',
  areaColumns: ['Area perubahan', 'Bobot', 'Pemenuhan', 'Reform', 'Jumlah', '%'],
  pengungkit: 'Pengungkit',
  hasil: 'Nilai hasil dan nilai total',
  hasilColumns: ['Unsur', 'Bobot', '', '', 'Nilai', '%'],
  totalHasil: 'Total hasil',
  total: 'Nilai evaluasi Zona Integritas',
  gates: 'Syarat nilai minimal predikat',
  gateColumns: ['Syarat', 'Nilai'],
  gateColumnsOf: (target: string) => [
    `Minimal ${target}`,
    `${target} menurut rumus`,
    `${target} menurut aplikasi (eksak)`,
  ],
  allGates: 'Semua syarat nilai',
  met: 'Memenuhi',
  unmet: 'Belum memenuhi',
  /** Starts every verdict that is not "Memenuhi". */
  unmetStart: 'Belum',
  unmetBy: (short: string) => `Belum, kurang ${short}`,
  unmetGates: (count: number) => `Belum, ${count} syarat kurang`,
  points: (figure: string) => `${figure} poin`,
  answered: (of: number) => `dari ${of} indikator terisi`,
  notes: 'Keterangan',
  noteExact:
    'Putusan aplikasi dihitung dari pecahan eksak dan menjadi acuan. Kolom menurut rumus dihitung ulang oleh lembar kerja ini dengan pembulatan pada angka desimal kesembilan.',
  noteUnanswered:
    'Indikator yang belum diisi bernilai 0 dan tetap ikut dirata-rata. Lembar kerja yang beredar melewati baris kosong, sehingga nilainya dapat tampak lebih tinggi.',
  notePrerequisite: (text: string) => `Prasyarat di luar dua belas syarat nilai: ${text}`,
  noteSource: (sources: string) => `Sumber nilai minimal: ${sources}.`,
  noteAppRules: (items: string) => `Ketentuan aplikasi yang berlaku pada isian ini: ${items}.`,
  appRules: {
    'nihil-complaints': 'pengaduan nihil bernilai 1 dan menunggu penilaian TPI',
    'discipline-from-zero': 'pelanggaran naik dari 0 bernilai 0',
    'not-computable': 'penyebut 0, tidak dapat dihitung dan bernilai 0',
  },
} as const;

export const unitText = {
  name: 'Nama unit',
  target: 'Target',
  year: 'Tahun',
  areaColumns: ['Area perubahan', 'Bobot', 'Pemenuhan', 'Reform', 'Jumlah', '%', 'Syarat nilai'],
  hasilColumns: ['Hasil', 'Bobot', '', '', 'Nilai', '%', 'Syarat nilai'],
} as const;

export const evidenceText = {
  title: 'Daftar bukti dukung',
  columns: {
    number: 'No.',
    code: 'Indikator',
    indicator: 'Nama indikator',
    name: 'Nama bukti',
    checklist: 'Butir yang dibuktikan',
    day: 'Tanggal dokumen',
    version: 'Versi',
    fileName: 'Nama berkas',
    size: 'Ukuran',
    href: 'Tautan',
    location: 'Tersedia fisik di',
    sha256: 'SHA-256 berkas',
  },
  none: 'Belum ada bukti dukung yang dilampirkan.',
} as const;

export const printText = {
  footerLeft: (version: string, exportedAt: string) => `Tapak ZI ${version}, ${exportedAt}`,
  pages: (page: string, pages: string) => `Halaman ${page} dari ${pages}`,
  footerRight: (seq: number, hash: string) => `Riwayat ${seq}: ${hash}`,
} as const;
