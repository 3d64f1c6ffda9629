import { formatSize } from '../format.js';
import type { Messages } from './message-table.js';

const unchanged = 'Tidak ada data yang berubah.';
const saveAgain = 'Buka di Excel atau LibreOffice, simpan sebagai “Excel Workbook (.xlsx)”';

/** Why a workbook was not read: what it is, what to do, and that nothing happened. */
export const workbookReadMessages = {
  'workbook-empty': () =>
    `Berkas kosong (0 byte). Pilih lembar kerja yang berisi lalu unggah lagi. ${unchanged}`,
  'workbook-unreadable': () =>
    `Berkas tidak ditemukan atau tidak dapat dibuka. Periksa nama dan izin berkas lalu coba lagi. ${unchanged}`,
  'workbook-not-one': () =>
    `Berkas ini bukan lembar kerja Excel. Pilih berkas LKE berformat .xlsx lalu unggah lagi. ${unchanged}`,
  'workbook-encrypted': () =>
    `Lembar kerja terkunci kata sandi. Buka di Excel dengan kata sandinya, hapus kata sandi lewat Berkas > Info > Proteksi Buku Kerja, simpan, lalu unggah lagi. ${unchanged}`,
  'workbook-old-xls': () =>
    `Berkas ini memakai format Excel lama (.xls). ${saveAgain}, lalu unggah berkas yang baru. ${unchanged}`,
  'workbook-xlsb': () =>
    `Berkas ini memakai format biner Excel (.xlsb). ${saveAgain}, lalu unggah berkas yang baru. ${unchanged}`,
  'workbook-ods': () =>
    `Berkas ini memakai format OpenDocument (.ods). ${saveAgain}, lalu unggah berkas yang baru. ${unchanged}`,
  'workbook-csv': () =>
    `Berkas ini berisi teks (CSV), bukan lembar kerja. Unggah berkas LKE aslinya yang berformat .xlsx. ${unchanged}`,
  'workbook-web-page': () =>
    `Isi berkas ini halaman web atau XML, meskipun namanya seperti lembar kerja. ${saveAgain}, lalu unggah berkas yang baru. ${unchanged}`,
  'workbook-zip': () =>
    `Berkas ini arsip ZIP yang memuat lembar kerja. Ekstrak dahulu, lalu unggah satu lembar kerja berformat .xlsx. ${unchanged}`,
  'workbook-damaged': () =>
    `Lembar kerja rusak atau terpotong sehingga tidak dapat dibaca. Unduh atau salin ulang, atau buka di Excel, perbaiki, dan simpan sebagai berkas baru, lalu unggah lagi. ${unchanged}`,
  'workbook-too-large': ({ max }) =>
    `Berkas lebih besar dari ${formatSize(Number(max))}. Hapus gambar dan lembar yang tidak diperlukan, simpan, lalu unggah lagi. ${unchanged}`,
  'workbook-too-many-sheets': ({ max }) =>
    `Lembar kerja memuat lebih dari ${max} lembar. Simpan lembar LKE saja ke berkas baru lalu unggah lagi. ${unchanged}`,
  'workbook-too-many-cells': ({ max }) =>
    `Lembar kerja memuat lebih dari ${String(max).replace(/(?=(?:\d{3})+$)/g, '.')} sel yang terisi. Simpan lembar LKE saja ke berkas baru lalu unggah lagi. ${unchanged}`,
  'workbook-too-much-content': () =>
    `Isi lembar kerja terlalu besar setelah dibuka. Salin lembar LKE saja ke berkas baru, tanpa baris kosong yang diberi format, lalu unggah lagi. ${unchanged}`,
  'workbook-cell-too-long': ({ cell, max }) =>
    `Sel ${cell} memuat lebih dari ${String(max).replace(/(?=(?:\d{3})+$)/g, '.')} huruf, batas satu sel Excel. Ringkas isinya lalu unggah lagi. ${unchanged}`,
  'workbook-hostile': () =>
    `Susunan berkas ini tidak wajar untuk lembar kerja sehingga ditolak. Salin lembar LKE ke berkas Excel baru, simpan, lalu unggah berkas itu. ${unchanged}`,
  'workbook-too-heavy': () =>
    `Berkas memerlukan memori terlalu banyak untuk dibaca. Salin lembar LKE saja ke berkas Excel baru lalu unggah berkas itu. ${unchanged}`,
  'workbook-timeout': () =>
    `Berkas terlalu lama dibaca sehingga pembacaan dihentikan. Salin lembar LKE saja ke berkas Excel baru lalu unggah berkas itu. ${unchanged}`,
  'workbook-busy': () =>
    `Masih banyak lembar kerja yang sedang dibaca. Tunggu sebentar lalu unggah lagi. ${unchanged}`,
  'workbook-failed': () =>
    `Berkas tidak dapat dibaca karena kesalahan pada aplikasi. Coba sekali lagi; jika tetap gagal, kirim berkas ini kepada administrator. ${unchanged}`,
} as const satisfies Messages;
