import type { Tier } from '../../domain/access/tiers.js';
import type { DifferenceKind } from '../../domain/exchange/difference.js';
import type { Messages } from './message-table.js';
import { tierWithin } from './review.js';

/** Worksheets that come back. */

const unchanged = 'Tidak ada data yang berubah.';

export const importMessages = {
  'import-file-missing': () =>
    `Belum ada berkas yang dipilih. Pilih satu lembar kerja (.xlsx). ${unchanged}`,
  'import-not-xlsx': ({ name }) =>
    `“${name}” tidak berakhiran .xlsx. Buka di Excel atau LibreOffice, simpan sebagai “Excel Workbook (.xlsx)”, lalu unggah lagi. ${unchanged}`,
  'import-other-satker': ({ satker, here }) =>
    `Lembar kerja ini diunduh dari LKE satker ${satker}, bukan ${here}. Pilih berkas satker ini, atau buka LKE satker ${satker}. ${unchanged}`,
  'import-other-year': ({ year, here }) =>
    `Lembar kerja ini milik LKE tahun ${year}, sedangkan yang dibuka LKE tahun ${here}. Pilih berkas tahun ${here}. ${unchanged}`,
  'import-other-instrument': ({ instrument }) =>
    `Lembar kerja ini memakai instrumen ${instrument}, yang pertanyaannya lain dari LKE ini. Unduh lembar kerja dari LKE ini lalu isi di sana. ${unchanged}`,
  'import-other-tier': ({ tier }) =>
    `Lembar kerja ini memuat ${tierWithin(tier as Tier)}, bukan penilaian mandiri satker. Unduh lembar kerja penilaian mandiri lalu isi di sana. ${unchanged}`,
  'import-no-answers': () =>
    `Lembar kerja terbaca, tetapi kolom jawaban, catatan, dan buktinya kosong semua. Periksa apakah berkasnya benar dan sudah disimpan sesudah diisi. ${unchanged}`,
  'import-closed': () =>
    `LKE ini sedang tidak dibuka untuk pengisian, sehingga lembar kerja tidak dapat diimpor. ${unchanged}`,
  'import-sheet-unknown': () =>
    `Lembar itu tidak ada dalam pilihan. Pilih salah satu lembar. ${unchanged}`,
  'import-many-sheets': ({ count, most }) =>
    `Berkas memuat ${count} lembar yang dapat dibaca sebagai LKE; yang dapat dipilih paling banyak ${most}. Hapus lembar yang tidak dipakai, simpan, lalu unggah lagi. ${unchanged}`,
  'import-not-yours': ({ codes }) =>
    `Indikator berikut bukan bagian Anda atau sedang dikunci: ${codes}. ${unchanged}`,
} as const satisfies Messages;

/** Kept with evidence that an import made and that was taken back with it. */
export const UNDO_REASON = 'Impor dibatalkan';

/** "12 indikator ditulis dan 3 bukti dikaitkan", without what there is none of. */
function amount(count: number, links: number): string {
  const answers = `${count} indikator ditulis`;
  if (links === 0) return answers;
  const evidence = `${links} bukti dikaitkan`;
  return count === 0 ? evidence : `${answers} dan ${evidence}`;
}

export const layoutReadText = {
  'lampiran-iii': 'susunan Lampiran III',
  portalrb: 'susunan PortalRB',
  'portalrb-kementerian': 'susunan PortalRB versi kementerian',
} as const;

export const importListText = {
  title: 'Impor lembar kerja',
  closed: 'LKE ini sedang tidak dibuka untuk pengisian, jadi lembar kerja belum dapat diimpor.',
  tooLarge: (size: string) =>
    `Berkas lebih besar dari ${size}. Hapus gambar atau lembar lain dari berkas lalu coba lagi:`,
  limit: (size: string) => `Satu berkas .xlsx, paling besar ${size}.`,
  state: {
    preview: 'Pratinjau, belum diterapkan',
    applied: 'Diterapkan',
    undone: 'Dibatalkan',
  },
  until: (moment: string) => `berakhir ${moment}`,
  byAt: (who: string, when: string) => `${who}, ${when}`,
  written: (count: number, links: number) => amount(count, links),
  none: {
    title: 'Belum ada impor',
    text: 'Lembar kerja yang diunggah tampil di sini: keadaannya, siapa yang mengunggah, dan kapan. Yang sudah diterapkan dapat dibatalkan dari sini.',
  },
  gone: 'Pratinjau impor itu sudah berakhir atau sudah tidak ada. Unggah lagi lembar kerjanya. Tidak ada data yang berubah.',
} as const;

export const kindText: Readonly<Record<DifferenceKind, string>> = {
  same: 'sama',
  fill: 'mengisi',
  'only-in-file': 'berubah di berkas',
  'only-here': 'berubah di sini saja',
  both: 'berubah di dua tempat',
  cleared: 'dikosongkan di berkas',
  differs: 'berbeda',
  'file-empty': 'kosong di berkas',
  invalid: 'di luar skala',
};

export const previewText = {
  title: 'Pratinjau impor',
  uploaded: (who: string, when: string) => `Diunggah ${who}, ${when}`,
  until: (when: string) => `Pratinjau ini berakhir ${when}.`,
  source: (sheet: string, layout: string) => `Lembar “${sheet}”, ${layout}`,
  ours: 'Berkas ini hasil unduhan dari LKE ini. Yang berubah hanya di berkas dicentang; yang berubah di dua tempat tidak.',
  oursElsewhere:
    'Berkas ini hasil unduhan aplikasi, tetapi penandanya sudah diubah atau berasal dari data lain. Karena itu tidak dapat diketahui mana yang lebih baru; yang berbeda tidak dicentang.',
  foreign:
    'Berkas ini bukan hasil unduhan aplikasi, jadi tidak dapat diketahui mana yang lebih baru. Yang belum terisi di sini dicentang; yang berbeda tidak.',
  closed:
    'LKE sedang tidak dibuka untuk pengisian. Perbedaan dapat dibaca, tetapi tidak dapat diterapkan.',
  stale: (codes: string) =>
    `Sesudah pratinjau ini Anda buka, orang lain mengubah ${codes}. Tidak ada yang diterapkan. Perbandingan di bawah sudah diperbarui; periksa lalu terapkan lagi.`,
  notYours: (codes: string) =>
    `Indikator berikut bukan bagian Anda atau sedang dikunci: ${codes}. Tidak ada yang diterapkan.`,
  nothing: 'Tidak ada yang diterapkan: tidak ada yang dicentang, atau isinya sudah sama.',
  applied: (count: number, links: number) => `${amount(count, links)}. Nilai sudah dihitung ulang.`,
  counts: {
    same: 'sama',
    fill: 'mengisi yang kosong',
    differs: 'berbeda',
    both: 'berubah di dua tempat',
    empty: 'kosong di berkas',
    invalid: 'di luar skala',
    unrecognised: 'baris tidak dikenali',
    missing: 'tanpa baris di berkas',
    defects: 'temuan pada berkas',
  },
  filters: {
    '': 'Perlu diputuskan',
    mengisi: 'Mengisi',
    berbeda: 'Berbeda',
    'dua-tempat': 'Dua tempat',
    bukti: 'Bukti',
    semua: 'Semua',
  },
  shownOnly: 'Yang diterapkan hanya yang dicentang pada baris yang tampak di saringan ini.',
  noRows: {
    title: 'Tidak ada baris pada saringan ini',
    text: 'Pilih saringan lain untuk melihat indikator lainnya.',
  },
  nothingToTake: {
    title: 'Tidak ada yang perlu diputuskan',
    text: 'Jawaban, catatan, dan bukti yang terbaca dari berkas sudah sama dengan yang tersimpan.',
  },
  answer: 'Jawaban',
  note: 'Catatan',
  unanswered: '(belum terisi)',
  empty: '(kosong)',
  stays: (stored: string) => `tetap ${stored}`,
  arrow: (before: string, after: string) => `${before} → ${after}`,
  notMine: 'bukan bagian Anda',
  locked: 'sedang dikunci',
  take: {
    answer: (code: string) => `Ambil jawaban ${code} dari berkas`,
    note: (code: string) => `Ambil catatan ${code} dari berkas`,
  },
  evidence: {
    create: (name: string) => `Kaitkan tautan baru: ${name}`,
    link: (name: string) => `Kaitkan bukti yang sudah terdaftar: ${name}`,
  },
  unused: {
    'no-link': 'hanya nama, tanpa tautan',
    'bad-link': 'tautannya tidak dapat dipakai',
    'not-here': 'bukan bukti dari daftar satker ini',
    withdrawn: 'sudah ditarik atau isinya sudah dihapus',
    full: 'indikator sudah penuh bukti',
    'too-many': 'terlalu banyak sekaligus; impor sekali lagi sesudah ini',
  },
  total: 'Nilai total',
  noFigure: 'tidak ada',
  higher: (file: string, ours: string) =>
    `Nilai total di berkas ${file}, sedangkan isian berkas itu bernilai ${ours} menurut hitungan aplikasi. Sebab yang lazim: lembar kerja yang beredar melewatkan baris kosong dalam rata-ratanya, atau memuat jawaban di luar skala. Temuan pada berkas di bawah menyebut selnya.`,
  different: (file: string, ours: string) =>
    `Nilai total di berkas ${file}, sedangkan isian berkas itu bernilai ${ours} menurut hitungan aplikasi. Rumus berkas mungkin keliru atau belum dihitung ulang; lihat temuan di bawah.`,
  more: (count: string) => `Dan ${count} lainnya.`,
  invalidLine: (indicator: string, value: string, reason: string) =>
    `${indicator}, isinya “${value}”. ${reason}`,
  unusedLine: (code: string, name: string, reason: string) => `${code}: “${name}”, ${reason}`,
  letterLine: (cell: string, message: string) => (cell === '' ? message : `${cell}: ${message}`),
  defectsHeading: (fileName: string, sheet: string) =>
    `Temuan pada berkas ${fileName}, lembar ${sheet}:`,
  noDefects: 'Tidak ada temuan pada rumus dan angka berkas ini.',
} as const;

export const chooseSheetText = {
  title: 'Lembar mana yang dibaca?',
  intro: (fileName: string) =>
    `Berkas ${fileName} memuat lebih dari satu lembar yang dapat dibaca sebagai LKE. Pilih satu. Belum ada data yang berubah.`,
  option: (sheet: string, answered: number) => `${sheet} (${answered} jawaban)`,
  legend: 'Lembar',
} as const;

export const importResultText = {
  title: (fileName: string) => `Impor ${fileName}`,
  applied: (who: string, when: string) => `Diterapkan ${who}, ${when}`,
  undone: (who: string, when: string) => `Dibatalkan ${who}, ${when}`,
  stayed: (codes: string) =>
    `Dibiarkan, karena sudah diubah sesudah impor atau sedang dikunci: ${codes}`,
  answers: (count: number) => `${count} indikator ditulis`,
  links: (count: number) => `${count} bukti dikaitkan`,
  newLink: 'tautan baru',
} as const;

export const undoText = {
  title: 'Batalkan impor',
  intro: (fileName: string) =>
    `Membatalkan impor ${fileName} mengembalikan jawaban dan catatan ke isi sebelum impor, kecuali yang sudah diubah orang sesudahnya.`,
  restored: (count: number) => `${count} indikator dikembalikan`,
  kept: (count: number) =>
    `${count} indikator dibiarkan, karena sudah diubah sesudah impor atau sedang dikunci`,
  unlinked: (count: number) => `${count} kaitan bukti dilepas`,
  keptLinks: (count: number) => `${count} kaitan bukti dibiarkan`,
  nothing:
    'Semua yang ditulis impor ini sudah diubah sesudahnya atau sedang dikunci, jadi tidak ada yang dikembalikan.',
  done: (restored: number, kept: number) =>
    kept === 0
      ? `Impor dibatalkan: ${restored} indikator dikembalikan.`
      : `Impor dibatalkan: ${restored} indikator dikembalikan, ${kept} dibiarkan karena sudah diubah sesudahnya.`,
  doneBefore: 'Impor itu belum diterapkan atau sudah dibatalkan. Tidak ada yang berubah.',
} as const;
