import type { WordingSource } from '../../domain/wording/official-text.js';
import { formatDay } from '../format.js';
import type { Messages } from './message-table.js';

/** Refusals of a workbook that was to bring the official wording. */
export const wordingMessages = {
  'wording-own-export': () =>
    'Berkas ini unduhan Tapak ZI sendiri, jadi kata-katanya belum tentu naskah resmi. Unggah lembar kerja resmi dari Kementerian PANRB atau instansi Anda. Tidak ada yang berubah.',
  'wording-other-instrument': ({ found, of }) =>
    `Hanya ${found} dari ${of} indikator tahun ini yang ditemukan di lembar itu. Mungkin berkas ini untuk instrumen atau tahun lain. Tidak ada yang berubah.`,
  'wording-file-missing': () => 'Berkas belum dipilih. Pilih lembar kerja resmi (.xlsx).',
  'wording-source-needed': () =>
    'Sebutkan sumber naskahnya dengan --source, atau tambahkan --preview untuk hanya memeriksa.',
  'wording-remove-alone': () =>
    'Pilihan ini tidak dapat dipakai bersama --remove. Hapus dulu, lalu muat naskah lain.',
} as const satisfies Messages;

/** "Lampiran III PermenPANRB 90/2021, nomor 90/2021, 31 Desember 2021". */
export function sourceText({ title, number, day }: WordingSource): string {
  const parts = [title, number === '' ? '' : `nomor ${number}`, day === null ? '' : formatDay(day)];
  return parts.filter((part) => part !== '').join(', ');
}

/** On the pages and worksheets that show the official wording. */
export const officialText = {
  heading: 'Naskah resmi',
  source: (source: string) => `Sumber naskah: ${source}`,
  areaSource: (source: string) => `Pertanyaan menurut naskah resmi: ${source}.`,
  unsaid: 'Naskah resmi tidak merinci pilihan ini.',
  sheetTitle: (source: string) => `Naskah pertanyaan dan kriteria: ${source}`,
  sheetNote: (source: string, count: number, of: number) =>
    `Pertanyaan dan kriteria memakai naskah resmi (${count} dari ${of} indikator): ${source}.${
      count < of ? ' Indikator lainnya memakai ringkasan Tapak ZI.' : ''
    }`,
} as const;

/** The administrator's pages. */
export const wordingText = {
  title: (year: number) => `Naskah resmi tahun ${year}`,
  year: (year: number) => `Tahun ${year}`,
  previewTitle: (year: number) => `Periksa naskah resmi tahun ${year}`,
  removalTitle: (year: number) => `Hapus naskah resmi tahun ${year}`,
  loaded: (count: number) => `Naskah resmi dipakai untuk ${count} indikator mulai sekarang.`,
  removed: 'Naskah resmi dihapus. Halaman dan lembar kerja kembali memakai ringkasan Tapak ZI.',
  unchanged: 'Naskah yang sama sudah dipakai. Tidak ada yang berubah.',
  facts: {
    source: 'Sumber',
    file: 'Berkas',
    loaded: 'Dimuat',
    indicators: 'Indikator dengan naskah resmi',
    split: 'Kriteria terbagi per pilihan jawaban',
    sheet: 'Lembar yang dibaca',
    layout: 'Susunan',
  },
  of: (count: number, of: number) => `${count} dari ${of}`,
  by: (at: string, name: string | null) =>
    name === null ? `${at} oleh operator` : `${at} oleh ${name}`,
  layouts: {
    'lampiran-iii': 'Lampiran III',
    portalrb: 'PortalRB',
    'portalrb-kementerian': 'PortalRB kementerian',
  },
  area: (key: string, name: string) => (key === 'hasil' ? name : `Area ${key} ${name}`),
  areaCount: (found: number, of: number) =>
    found === of ? `${of} indikator, semua cocok` : `${found} dari ${of} indikator cocok`,
  noQuestion: 'Lembar ini tidak memuat pertanyaannya; yang dipakai pertanyaan Tapak ZI.',
  noCriteria: 'Lembar ini tidak memuat kriterianya; yang dipakai ringkasan Tapak ZI.',
  missing: 'Tidak ada di berkas',
  tooLong: 'Terlalu panjang, tidak dipakai',
  more: (count: string) => `dan ${count} baris lagi`,
  subject: (year: number) => `naskah resmi tahun ${year}`,
  none: 'tidak ada',
  sourceLabel: 'Sumber',
} as const;
