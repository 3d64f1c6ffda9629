import type { Messages } from './message-table.js';

/** Refusals of the forms about years, their dates and the limits. */
export const yearsMessages = {
  'year-already-open': ({ year }) =>
    `Tahun ${year} sudah dibuka. Tambahkan satker dari halaman tahun itu.`,
  'year-not-open': ({ year }) => `Tahun ${year} belum dibuka.`,
  'no-satker-chosen': () => 'Belum ada satker yang dipilih. Centang provinsi atau satkernya.',
  'target-locked': ({ name }) =>
    `Sasaran ${name} tidak dapat diubah, karena LKE-nya tidak lagi dalam tahap pengisian.`,
  'satker-not-in-year': ({ year }) =>
    `Satker ini tidak mempunyai LKE tahun ${year}. Tulis kodenya, misalnya 52.71.`,
  'day-outside-year': ({ from, to }) => `Tanggal harus antara ${from} dan ${to}.`,
  'window-reversed': ({ start }) => `Tanggal ini tidak boleh sebelum "${start}".`,
  'internal-target': ({ from, to }) =>
    `Sasaran internal ditulis sebagai angka dari ${from} sampai ${to}, paling banyak dua angka di belakang koma, atau dikosongkan.`,
  'setting-range': ({ from, to }) => `Isi bilangan bulat dari ${from} sampai ${to}.`,
} as const satisfies Messages;

export const yearsText = {
  listTitle: 'Tahun penilaian',
  newTitle: 'Buka tahun penilaian',
  yearTitle: (year: number) => `Tahun ${year}`,
  satkerTitle: (year: number) => `Satker tahun ${year}`,
  addTitle: (year: number) => `Tambah satker tahun ${year}`,
  datesTitle: (year: number) => `Tanggal tahun ${year}`,
  settingsTitle: 'Batas unggahan bukti',
  noneLeft: (known: string) =>
    `Semua tahun yang mempunyai instrumen sudah dibuka (${known}). Tahun berikutnya dapat dibuka sesudah aplikasi dimutakhirkan dengan instrumennya.`,
  opened: (year: number, count: string) => `Tahun ${year} dibuka untuk ${count} satker.`,
  added: (count: string) => `${count} satker mendapat LKE.`,
  lateOpening: (year: number, late: number, of: number, first: string, day: string) =>
    `${late} dari ${of} tanggal bawaan tahun ${year} sudah lewat, antara lain ${first} (${day}). Tahun tetap dapat dibuka, tetapi satker langsung melihat tenggatnya terlewat. Sesudah membukanya, ubah tanggalnya di halaman tahun itu.`,
  lateYear: (late: number) =>
    `${late} tanggal di bawah ini sudah lewat ketika tahun dibuka, sehingga satker melihatnya sebagai tenggat yang terlewat. Ubah tanggal yang masih harus dipenuhi.`,
  noneAdded: 'Semua satker yang dipilih sudah mempunyai LKE. Tidak ada yang berubah.',
  datesSaved: 'Tanggal nasional disimpan.',
  exceptionSaved: (name: string) => `Tanggal khusus ${name} disimpan.`,
  settingsSaved: 'Batas unggahan disimpan.',
  internalSaved: 'Sasaran internal disimpan.',
  targetSaved: (name: string, target: string) => `Sasaran ${name} sekarang ${target}.`,
  centre: 'Pusat',
  groupCount: (count: string) => `${count} satker`,
  count: (shown: string, all: string) => `${shown} dari ${all} satker`,
  withoutWbk: 'Menuju WBBM mensyaratkan predikat Menuju WBK, yang belum tercatat.',
  noDate: 'belum ditetapkan',
  none: 'tidak ada',
  points: (points: string) => `${points} poin`,
  internalLabel: 'Sasaran internal',
  dayLabel: 'Tanggal',
  targetLabel: 'Sasaran',
  addSubmit: 'Beri LKE',
  exceptionCount: (count: number) =>
    count === 0 ? 'Tidak ada tanggal khusus satker.' : `${count} tanggal khusus satker.`,
  removeException: (date: string, satker: string) => `Hapus ${date} untuk ${satker}`,
  law: (wbk: string, wbbm: string) =>
    `Nilai total minimal menurut PermenPANRB 90/2021: ${wbk} untuk Menuju WBK, ${wbbm} untuk Menuju WBBM. Sasaran internal ditampilkan terpisah dan tidak mengubah putusan.`,
  facts: {
    instrument: 'Instrumen',
    legalBasis: 'Dasar hukum',
    openedAt: 'Dibuka',
    lke: 'Satker yang mempunyai LKE',
    wbk: 'Sasaran Menuju WBK',
    wbbm: 'Sasaran Menuju WBBM',
  },
  limits: {
    fileMb: 'Ukuran satu berkas (MB)',
    perIndicator: 'Jumlah bukti per indikator',
    quotaGb: 'Ruang per satker dan tahun (GB)',
  },
  limitsSubject: 'Batas unggahan',
  exceptionSubject: (date: string, satker: string) => `${date}, ${satker}`,
} as const;
