import { formatSize } from '../format.js';
import type { Messages } from './message-table.js';

/** Refusals around evidence. Where a file is refused, nothing of the form was saved. */
export const evidenceMessages = {
  'file-too-large': ({ name, max }) =>
    `Berkas “${name}” lebih besar dari ${size(max)}. Kecilkan (misalnya pindai ulang dengan resolusi lebih rendah) atau bagi menjadi beberapa berkas.`,
  'too-many-files': ({ max }) => `Berkas terlalu banyak. Paling banyak ${max} berkas sekali kirim.`,
  'file-empty': ({ name }) => `Berkas “${name}” kosong (0 byte). Pilih berkas yang berisi.`,
  'file-type': ({ name }) =>
    `Berkas “${name}” bukan jenis yang diterima. Yang diterima: PDF, JPG, PNG, WebP, DOCX, XLSX, dan PPTX.`,
  'file-double-extension': ({ name }) =>
    `Nama berkas “${name}” menyembunyikan akhiran program atau halaman web. Ganti namanya lalu kirim lagi.`,
  'file-content': ({ name, type }) =>
    `Isi berkas “${name}” bukan ${type}. Buka berkas aslinya, simpan sebagai ${type}, lalu kirim lagi.`,
  'file-damaged': ({ name }) =>
    `Berkas “${name}” rusak atau terpotong sehingga tidak dapat dibuka. Simpan ulang lalu kirim lagi.`,
  'file-mixed': ({ name }) =>
    `Berkas “${name}” memuat isi lain yang tidak semestinya di depan atau di belakangnya. Buka lalu simpan ulang sebagai berkas baru.`,
  'file-macro': ({ name }) =>
    `Berkas “${name}” memuat makro. Simpan tanpa makro (atau sebagai PDF) lalu kirim lagi.`,
  'file-locked': ({ name }) =>
    `Berkas “${name}” terkunci kata sandi atau memakai format Office lama. Buka kuncinya, simpan dalam format baru, lalu kirim lagi.`,
  'link-unreadable': ({ link }) => `Tautan “${link}” tidak terbaca. Contoh: https://ntb.kpu.go.id.`,
  'link-not-http': ({ link }) =>
    `Tautan “${link}” tidak dapat dipakai. Hanya tautan yang diawali http:// atau https://.`,
  'link-with-password': ({ link }) =>
    `Tautan “${link}” memuat nama pengguna atau kata sandi. Hapus bagian itu dari tautan.`,
  'link-too-long': ({ link, max }) =>
    `Tautan “${link}…” terlalu panjang. Paling banyak ${max} huruf.`,
  'too-many-links': ({ max }) => `Tautan terlalu banyak. Paling banyak ${max} sekali kirim.`,
  'evidence-nothing': () => 'Belum ada berkas atau tautan. Pilih berkas atau tulis tautan.',
  'evidence-no-indicator': () => 'Belum ada indikator yang dipilih. Centang sedikitnya satu.',
  'evidence-name-many': () =>
    'Nama hanya dapat diisi untuk satu berkas atau tautan. Kosongkan; setiap bukti memakai nama berkasnya dan dapat diubah nanti.',
  'evidence-same': ({ label, name }) =>
    `“${label}” sudah ada di daftar bukti satker sebagai “${name}”. Pakai bukti itu, atau centang “Simpan juga sebagai bukti tersendiri” lalu kirim lagi.`,
  'too-many-evidence': ({ indicator, max, linked }) =>
    `Indikator ${indicator} sudah punya ${linked} bukti; batasnya ${max}. Lepaskan yang tidak perlu atau kurangi kiriman.`,
  'evidence-quota': ({ used, max }) =>
    `Ruang bukti satker tahun ini tidak cukup: terpakai ${size(used)} dari ${size(max)}. Kecilkan berkas atau minta administrator.`,
  'evidence-missing-here': () =>
    'Salah satu bukti yang dipilih tidak ada di daftar bukti satker ini. Muat ulang halaman lalu pilih lagi.',
  'evidence-not-linkable': ({ name }) =>
    `“${name}” sudah ditarik atau isinya sudah dihapus sehingga tidak dapat dikaitkan.`,
  'evidence-handed-in': ({ year }) =>
    `Bukti ini sudah diajukan bersama LKE tahun ${year}, sehingga tidak dapat ditarik atau dikembalikan.`,
  'area-not-yours': ({ codes }) =>
    `Indikator berikut di luar area yang ditugaskan kepada Anda: ${codes}. Minta ketua tim menugaskan areanya.`,
  'period-reversed': () => 'Akhir periode lebih awal daripada awalnya.',
  'confirmation-wrong': ({ word }) => `Tulis ${word} (huruf besar) untuk memastikan.`,
} as const satisfies Messages;

const size = (bytes: string | number | undefined) => formatSize(Number(bytes));

const FILE_TYPES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (XLSX)',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint (PPTX)',
};

/** The evidence block of an indicator. */
export const answerEvidenceText = {
  count: (count: number, most: number) =>
    count === 0 ? 'Belum ada bukti' : `${count} bukti (paling banyak ${most})`,
  limits: (size: string) =>
    `PDF, JPG, PNG, WebP, DOCX, XLSX, atau PPTX, paling besar ${size} per berkas. Beberapa berkas boleh sekaligus.`,
  tooLarge: (size: string) => `Belum dikirim. Lebih besar dari ${size}:`,
  full: (most: number) =>
    `Indikator ini sudah punya ${most} bukti, batas paling banyak. Lepaskan satu sebelum menambah.`,
  version: (number: number) => `Versi ${number}`,
  link: 'Tautan',
  fileType: (mediaType: string) => FILE_TYPES[mediaType] ?? 'Berkas',
  previewTitle: (name: string) => `Pratinjau ${name}`,
  previewLabel: (name: string) => `Lihat ${name} di sini`,
  labels: {
    checklist: 'Membuktikan',
    documentDay: 'Tanggal dokumen',
    period: 'Periode',
    validUntil: 'Berlaku sampai',
    physicalLocation: 'Tersedia fisik di',
    added: 'Ditambahkan',
  },
  period: (from: string | null, to: string | null) =>
    from === null ? `sampai ${to}` : to === null ? `sejak ${from}` : `${from} sampai ${to}`,
  addedBy: (when: string, who: string | null) => (who === null ? when : `${when} oleh ${who}`),
  purged: 'Isi berkas sudah dihapus administrator, sehingga tidak membuktikan apa pun lagi.',
  expired: (day: string) => `Masa berlaku berakhir ${day}.`,
  newerVersion: (number: number) => `Ada versi lebih baru (versi ${number}).`,
} as const;
