import { formatInteger } from '../format.js';
import type { Messages } from './message-table.js';

/** Refusals of typed answers (web form and command line) and of the input of `score`. */
export const scoreMessages = {
  'not-on-scale': ({ allowed }) => `Jawaban tidak ada dalam pilihan. Pilih salah satu: ${allowed}.`,
  'counts-expected': () =>
    'Indikator ini diisi dengan beberapa jumlah, bukan satu jawaban. Isi setiap jumlahnya.',
  'unknown-count': ({ known }) => `Isian jumlah ini tidak dikenal. Yang dapat diisi: ${known}.`,
  'count-negative': () => 'Jumlah tidak boleh kurang dari 0.',
  'count-not-whole': () =>
    'Jumlah harus bilangan bulat dan ditulis dengan angka saja, tanpa titik, koma, atau pecahan. Contoh: 1234.',
  'count-too-large': ({ max }) =>
    `Jumlah terlalu besar. Paling banyak ${formatInteger(Number(max))}.`,
  'index-not-a-number': () =>
    'Indeks harus berupa angka, boleh dengan satu koma desimal. Contoh: 3,60.',
  'index-too-precise': ({ max }) =>
    `Angka di belakang koma terlalu panjang. Paling banyak ${max} angka.`,
  'index-out-of-range': ({ minimum, maximum }) => `Indeks harus antara ${minimum} dan ${maximum}.`,
  'unknown-indicator': ({ instrument }) =>
    `Kode indikator ini tidak ada dalam instrumen ${instrument}. Periksa penulisannya, misalnya A.I.1.i.a.`,
  'not-json': () => 'Masukan bukan JSON yang sah. Periksa tanda kutip, koma, dan kurungnya.',
  'not-a-sheet': () => 'Satu lembar harus berupa objek JSON yang memuat "answers".',
  'answers-missing': () =>
    'Bagian "answers" tidak ada. Isinya objek dengan kode indikator dan jawabannya.',
  'answers-not-an-object': () =>
    'Bagian "answers" harus berupa objek dengan kode indikator dan jawabannya.',
  'duplicate-key': () => 'Bagian ini tertulis lebih dari sekali. Sisakan satu saja.',
  'unknown-instrument': ({ known }) => `Instrumen ini tidak dikenal. Yang tersedia: ${known}.`,
  'unknown-year': ({ known }) => `Tahun ini tidak punya instrumen. Yang tersedia: ${known}.`,
  'year-of-another-instrument': ({ instrument, year }) =>
    `Instrumen ${instrument} berlaku untuk tahun ${year}.`,
  'file-unreadable': () => 'Berkas tidak dapat dibaca. Periksa nama, letak, dan izinnya.',
  'score-usage': () =>
    'Sebutkan tepat satu berkas, atau - untuk masukan standar. Contoh: npm run -s zi -- score lke.json',
} as const satisfies Messages;
