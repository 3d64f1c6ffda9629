import type { Messages } from './message-table.js';

/** Refusals around evidence. */
export const evidenceMessages = {} as const satisfies Messages;

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
