import { forbiddenText } from './forbidden.js';
import type { Messages } from './message-table.js';

/** Refusals that any page can give. */
export const commonMessages = {
  required: () => 'Bagian ini belum diisi. Isi lalu simpan lagi.',
  'too-long': ({ max }) => `Isian terlalu panjang. Paling banyak ${max} huruf.`,
  'not-a-day': () => 'Tanggal tidak terbaca. Pilih tanggal dari kalender atau tulis TTTT-BB-HH.',
  'not-a-choice': () => 'Pilihan tidak dikenal. Pilih salah satu yang tersedia.',
  'not-an-email': () => 'Alamat surel tidak terbaca. Contoh: nama@kpu.go.id.',
  'file-again': () => 'Berkas perlu dipilih lagi.',
} as const satisfies Messages;

/** Headings and explanations of the error pages, by status. */
export const errorPages = {
  400: {
    title: 'Permintaan tidak dapat dibaca',
    text: 'Ada bagian isian yang berulang atau rusak. Tidak ada yang berubah. Muat ulang halaman lalu coba lagi.',
  },
  403: {
    title: 'Tidak diizinkan',
    text: forbiddenText.refused,
  },
  404: {
    title: 'Halaman tidak ditemukan',
    text: 'Alamat ini tidak ada atau tidak termasuk lingkup Anda. Periksa alamatnya atau kembali ke beranda.',
  },
  409: {
    title: 'Data sudah berubah',
    text: 'Data ini sudah diubah sejak Anda membukanya. Tidak ada yang ditimpa. Muat ulang halaman lalu coba lagi.',
  },
  413: {
    title: 'Kiriman terlalu besar',
    text: 'Isian atau berkas melebihi batas ukuran. Tidak ada yang tersimpan dari kiriman ini. Kecilkan lalu kirim lagi.',
  },
  415: {
    title: 'Jenis kiriman tidak didukung',
    text: 'Halaman ini tidak menerima kiriman berkas. Tidak ada yang berubah.',
  },
  429: {
    title: 'Terlalu banyak permintaan',
    text: 'Permintaan dari Anda terlalu cepat. Tunggu sebentar lalu coba lagi. Isian yang sudah tersimpan tetap aman.',
  },
  500: {
    title: 'Terjadi gangguan',
    text: 'Permintaan tidak dapat diselesaikan. Yang sudah tersimpan tetap aman. Coba lagi; bila berulang, kirim nomor rujukan di bawah kepada administrator.',
  },
  503: {
    title: 'Layanan sedang tidak siap',
    text: 'Data tidak dapat dibaca atau ditulis saat ini. Yang sudah tersimpan tetap aman. Coba lagi beberapa saat lagi.',
  },
} as const satisfies Record<number, { title: string; text: string }>;
export type ErrorStatus = keyof typeof errorPages;

/** One person may hold several roles, never two tiers of one LKE. */
export const otherTierText = {
  title: 'Sudah ikut di tingkat lain',
  text: (tier: string, satker: string) =>
    `Anda sudah ikut dalam ${tier} LKE ${satker}. Satu orang hanya boleh ikut pada satu tingkat penilaian sebuah LKE, juga setelah peran yang dahulu berakhir. Tidak ada yang berubah. Mintalah orang lain dengan peran yang sama melakukannya.`,
  readOnly: (tier: string) =>
    `Anda sudah ikut dalam ${tier} LKE ini, sehingga hanya dapat membaca di sini: satu orang hanya boleh ikut pada satu tingkat penilaian sebuah LKE.`,
} as const;

export const expiredTokenText =
  'Formulir ini sudah tidak berlaku (terlalu lama terbuka atau dibuka dari situs lain). Tidak ada yang berubah. Muat ulang halaman lalu kirim lagi.';

export const typedTokenText =
  'Formulir ini sudah tidak berlaku karena sesinya sudah berganti. Tidak ada yang berubah. Salin isian Anda di bawah ini, kembali ke formulir, lalu simpan lagi.';

export const fileTokenText = 'Berkas tidak ikut tersimpan dan perlu dipilih lagi.';

/** What was typed into a form that was refused as a whole; "" where nothing but ticks was set. */
export const heldText = {
  typed:
    'Sesi Anda berakhir sebelum isian ini tersimpan. Salin yang masih diperlukan ke formulirnya; berkas perlu dipilih lagi.',
  ticked:
    'Sesi Anda berakhir sebelum formulir tersimpan. Ulangi pilihan Anda di formulirnya; berkas perlu dipilih lagi.',
} as const;

export const expiredSessionText =
  'Sesi Anda berakhir. Masuk lagi; isian yang belum tersimpan akan ditampilkan kembali.';

/** Below a list of which one page is shown. */
export function pagerSummary(from: string, to: string, total: string): string {
  return `Baris ${from}–${to} dari ${total}`;
}

/** The page on which two changes of the same data meet. */
export const conflictText = {
  title: 'Data sudah diubah orang lain',
  intro: (subject: string) =>
    `${subject} sudah diubah orang lain sejak Anda membukanya. Isian Anda belum disimpan dan tidak ada yang ditimpa. Bandingkan keduanya, lalu pilih.`,
  empty: '(kosong)',
} as const;

/** How a list is ordered, as fields of a form. */
export const sortingText = {
  column: 'Urutkan menurut',
  direction: 'Arah',
  up: 'Naik (A–Z, kecil ke besar)',
  down: 'Turun (Z–A, besar ke kecil)',
  apply: 'Urutkan',
} as const;
