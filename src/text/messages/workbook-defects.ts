import { decimalToText, formatInteger } from '../format.js';
import type { Messages } from './message-table.js';

const unchanged = 'Tidak ada data yang berubah.';

/** Refusals of a file that is a workbook but not a worksheet to be read, and of single cells. */
export const recogniseMessages = {
  'workbook-no-lke': () =>
    `Lembar LKE tidak ditemukan di berkas ini. Yang dicari adalah lembar dengan kolom Jawaban (atau Jawaban Unit) di samping pertanyaan LKE Zona Integritas. Periksa apakah berkasnya benar dan judul kolomnya tidak dihapus. ${unchanged}`,
  'workbook-sheet-ambiguous': ({ names }) =>
    `Berkas ini memuat beberapa lembar LKE: ${listOf(names)}. Pilih lembar yang akan dibaca. ${unchanged}`,
  'workbook-sheet-unknown': ({ sheet, names }) =>
    `Lembar “${sheet}” bukan lembar LKE di berkas ini. Yang dapat dibaca: ${listOf(names)}. ${unchanged}`,
  'workbook-newer-format': ({ format }) =>
    `Lembar kerja ini diunduh dari versi aplikasi yang lain (${format}) dan tidak dapat dibaca di sini. Unduh lembar kerja dari aplikasi ini lalu isi di sana. ${unchanged}`,
  'workbook-other-instrument': ({ found, expected, year }) =>
    `Lembar kerja ini memakai instrumen ${found} tahun ${year}, sedangkan yang dibuka memakai ${expected}. Unduh lembar kerja tahun yang benar lalu isi di sana. ${unchanged}`,
  'cell-error': () => 'Sel ini menampilkan galat rumus, bukan jawaban. Ketik jawabannya.',
  'cell-is-date': () =>
    'Sel ini berisi tanggal, mungkin karena diubah sendiri oleh program lembar kerja. Ubah format selnya menjadi umum lalu ketik ulang jawabannya.',
  'cell-is-percent': () =>
    'Sel ini berisi persentase, padahal yang diminta jumlah atau indeks. Ubah format selnya menjadi umum lalu ketik angkanya.',
  'cell-not-computed': () =>
    'Sel ini berisi rumus yang hasilnya tidak tersimpan di berkas. Buka berkasnya di Excel, simpan lagi, atau ketik jawabannya.',
  'note-too-long': ({ max }) =>
    `Catatan terlalu panjang, paling banyak ${formatInteger(Number(max))} huruf. Ringkas catatannya; catatan ini tidak diambil.`,
} as const satisfies Messages;

/**
 * What is wrong with a cell, what it does to the score, how to mend it; in words that can be sent
 * on. The cell itself stands beside the sentence.
 */
const defectMessages = {
  'answer-is-formula': ({ formula }) =>
    `Sel jawaban berisi rumus ${formula}, sehingga jawabannya dapat berubah sendiri. Yang dibaca adalah hasil rumus yang tersimpan. Ganti rumus itu dengan jawaban yang diketik.`,
  'answer-merged': ({ range, others }) =>
    `Sel jawaban digabung (${range}) melewati ${others} baris lain yang juga harus dijawab. Jawaban hanya terbaca untuk baris pertama; baris lainnya kosong. Pisahkan gabungan selnya lalu isi setiap baris.`,
  'average-misses-rows': ({ rows }) =>
    `Rumus rata-rata tidak mencakup baris ${rows}, sehingga jawaban pada baris itu tidak memengaruhi nilai. Perluas rumusnya agar mencakup semua butir subkomponen.`,
  'column-repeated': ({ heading }) =>
    `Ada lebih dari satu kolom berjudul “${heading}”. Hanya kolom paling kiri yang dibaca; kolom ini diabaikan. Beri judul yang berbeda untuk kolom yang bukan jawaban satker.`,
  'count-row-missing': ({ label, code }) =>
    `Baris “${label}” untuk ${code} tidak ditemukan, sehingga persentasenya tidak dapat dihitung lengkap. Kembalikan baris itu sesuai lembar resmi.`,
  'counts-contradict': ({ other, here, there }) =>
    `Jumlah ini ditanyakan dua kali dan isinya berbeda: ${formatInteger(Number(here))} di sini, ${formatInteger(Number(there))} di ${other}. Samakan kedua angka itu.`,
  'counts-implausible': ({ parts, within }) =>
    `“${parts}” lebih besar daripada “${within}”, padahal semestinya bagian darinya. Periksa kedua angka itu.`,
  'defects-more': ({ count }) =>
    `Masih ada ${formatInteger(Number(count))} sel lain dengan kesalahan yang sama, mulai dari sel ini.`,
  'error-in-score': ({ error }) =>
    `Sel menampilkan galat ${error}${causeOf(error)}. Galat ini merambat sampai nilai total, sehingga nilai akhir berkas tidak dapat dipercaya. Perbaiki rumusnya agar bernilai 0 bila belum dapat dihitung.`,
  'external-reference': ({ count, formula }) =>
    `Rumus ${formula} mengambil isi dari berkas lain (${formatInteger(Number(count))} sel di lembar ini). Hasilnya tidak dapat diperiksa dan dapat berubah sendiri. Putuskan tautan antarberkas lalu ketik nilainya.`,
  'formula-wrong-rows': ({ rows }) =>
    `Rumus ikut menghitung baris ${rows} yang bukan bagian subkomponen ini, sehingga nilainya keliru. Batasi rumus pada butir subkomponen ini saja.`,
  'hidden-sheet-error': ({ sheet, count, error }) =>
    `Lembar tersembunyi “${sheet}” memuat ${formatInteger(Number(count))} galat ${error}. Ringkasan di lembar itu tidak dapat dipakai. Hapus lembar itu atau perbaiki rumusnya.`,
  'letters-swapped': ({ name, letters }) =>
    `Huruf butir pada “${name}” tertukar atau tidak urut (${letters}). Jawaban tetap dicocokkan menurut bunyi pertanyaannya, jadi nilai tidak berubah. Perbaiki hurufnya agar tidak membingungkan.`,
  'lhkpn-half-missing': ({ rows }) =>
    `Rumus hanya menghitung sebagian dari LHKPN dan Non LHKPN: baris ${rows} tidak ikut, sehingga isiannya tidak pernah menambah nilai. Ganti rumusnya menjadi nilai LHKPN × 1 ditambah nilai Non LHKPN × 1.`,
  'link-is-local': ({ link }) =>
    `Tautan menuju berkas di komputer (${link}), bukan alamat web, sehingga tidak dapat dibuka orang lain. Unggah berkasnya lalu pasang alamat web.`,
  'no-gates': () =>
    'Berkas tidak memeriksa nilai minimal predikat (total, pengungkit, setiap area, hasil). Nilai total yang cukup belum berarti memenuhi syarat WBK atau WBBM. Tambahkan pemeriksaan itu, atau lihat hasilnya di aplikasi.',
  'percent-typed': () =>
    'Persentase diketik langsung, bukan dihitung dari jumlah di bawahnya, sehingga tidak ikut berubah bila jumlahnya diperbaiki. Kembalikan rumusnya; yang dibaca adalah jumlahnya.',
  'percent-wrong-rows': ({ formula }) =>
    `Rumus persentase ${formula} memakai baris yang keliru, sehingga nilainya bukan dari jumlah butir ini. Arahkan rumus ke baris jumlah di bawahnya.`,
  'question-twice': ({ other }) =>
    other === ''
      ? 'Pertanyaan ini ada di beberapa baris dengan jawaban berbeda, sehingga tidak satu pun diambil. Sisakan satu baris.'
      : `Pertanyaan ini sudah ada di ${other}. Baris ini tidak dibaca. Hapus salah satunya.`,
  'score-differs': ({ found, ours }) =>
    `Nilai di berkas ${decimal(found)}, sedangkan menurut isian semestinya ${decimal(ours)}. Periksa rumus sel ini atau hitung ulang berkasnya.`,
  'score-typed-over': ({ typed }) =>
    `Nilai ${decimal(typed)} diketik menimpa rumus, sehingga tidak mengikuti jawaban. Salin kembali rumusnya dari lembar resmi.`,
  'scores-not-current': ({ count, of }) =>
    `Nilai pada ${count} dari ${of} butir tidak sesuai dengan jawabannya, mungkin karena berkas belum dihitung ulang. Buka di Excel, hitung ulang (Ctrl+Alt+F9), lalu simpan.`,
  'sum-misses-rows': ({ rows }) =>
    `Rumus penjumlahan tidak mencakup baris ${rows}, sehingga nilai bagian itu hilang dari jumlah. Tambahkan baris itu ke rumusnya.`,
  'summary-error': ({ sheet, count, error }) =>
    `Lembar “${sheet}” memuat ${formatInteger(Number(count))} galat ${error}, sehingga ringkasannya tidak dapat dipakai. Perbaiki rumusnya.`,
  'summary-weight-differs': ({ sheet, area, found, expected }) =>
    `Lembar “${sheet}” memberi bobot ${decimal(found)} untuk ${area}, padahal bobot yang berlaku ${decimal(expected)}. Ringkasan itu memakai aturan lama. Perbarui bobotnya.`,
  'total-typed-differs': ({ label, typed, sum }) =>
    `“${label}” berisi ${decimal(typed)}, padahal rinciannya berjumlah ${formatInteger(Number(sum))}. Persentase dihitung dari penyebut yang keliru. Ganti isi sel ini dengan rumus penjumlahan; aplikasi memakai jumlah rinciannya.`,
  'total-without-parts': ({ label, typed }) =>
    `“${label}” berisi ${decimal(typed)}, tetapi rinciannya kosong. Jumlah ini tidak dapat diambil. Isi rinciannya.`,
  'type-missing': ({ expected }) =>
    `Jenis jawaban kosong, semestinya ${expected}. Rumus nilai memakai sel ini, sehingga butir ini dapat hilang dari penilaian. Isi kembali dengan ${expected}.`,
  'type-overwritten': ({ found, expected }) =>
    `Jenis jawaban tertimpa “${found}”, semestinya ${expected}. Rumus nilai tidak mengenalinya, sehingga butir ini hilang dari penilaian tanpa peringatan. Isi kembali dengan ${expected}.`,
  'unanswered-is-text': ({ name, skipped, of }) =>
    `Rata-rata “${name}” melewati ${skipped} dari ${of} butir karena nilainya berupa teks (misalnya “Blm Diisi”), sehingga nilai tampak lebih tinggi daripada semestinya. Butir yang belum diisi harus bernilai 0.`,
  'unanswered-would-be-text': () =>
    'Rumus nilai menghasilkan teks (misalnya “Blm Diisi”) bila butir belum diisi, dan rata-rata melewati teks. Saat belum lengkap, nilai akan tampak lebih tinggi daripada semestinya. Ganti teks itu dengan 0.',
  'weight-differs': ({ found, expected }) =>
    `Bobot tertulis ${decimal(found)}, padahal menurut instrumen ${decimal(expected)}. Nilai bagian ini dan totalnya ikut keliru. Perbaiki bobotnya.`,
  'year-differs': ({ found, expected }) =>
    `Judul lembar menyebut tahun ${found}, sedangkan LKE ini memakai instrumen ${expected}. Pastikan berkas ini memang untuk LKE ini.`,
} as const satisfies Messages;

/** The sentence of a fault by its kind. A kind without one is a bug. */
export function defectText(defect: {
  readonly kind: string;
  readonly args?: Readonly<Record<string, string | number>>;
}): string {
  const table: Messages = defectMessages;
  const message = Object.hasOwn(table, defect.kind) ? table[defect.kind] : undefined;
  if (message === undefined) throw new Error(`no message for defect ${defect.kind}`);
  return message(defect.args ?? {});
}

function listOf(names: string | number | undefined): string {
  return String(names ?? '')
    .split('\n')
    .map((name) => `“${name}”`)
    .join(', ');
}

/** "0.5" as it is read: "0,5". */
function decimal(value: string | number | undefined): string {
  return decimalToText(String(value ?? ''));
}

function causeOf(error: string | number | undefined): string {
  switch (error) {
    case '#DIV/0!':
      return ' (pembagian dengan nol)';
    case '#REF!':
      return ' (rujukan yang sudah hilang)';
    case '#VALUE!':
      return ' (isi yang bukan angka)';
    default:
      return '';
  }
}
