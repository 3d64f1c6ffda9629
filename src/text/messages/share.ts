import type { Messages } from './message-table.js';

/** Refusals about share links. */
export const shareMessages = {
  'share-end': ({ days }) =>
    `Pilih tanggal mulai hari ini sampai ${days} hari ke depan. Tautan yang masih diperlukan sesudahnya dapat dibuat lagi.`,
  'share-form-old': () => 'Formulir ini tidak lengkap. Muat ulang halaman, lalu isi lagi.',
} as const satisfies Messages;

export const shareText = {
  title: 'Tautan berbagi',
  /** How the history names whoever opened a link. */
  holder: (label: string) => `Pemegang tautan: ${label}`,
  role: 'tanpa akun',
  state: { open: 'Berlaku', ended: 'Berakhir', revoked: 'Dicabut' },
  until: (day: string) => `sampai ${day}`,
  revokedBy: (name: string, at: string) => `oleh ${name}, ${at}`,
  made: (name: string, at: string) => `${name}, ${at}`,
  uses: (pages: number, files: number) => `Halaman ${pages} kali, berkas ${files} kali`,
  lastUse: (at: string) => `terakhir ${at}`,
  unused: 'Belum pernah dibuka',
  inFeed: 'Dipakai PortalRB',
  notSubmitted:
    'LKE ini belum pernah diajukan. Tautan berbagi menunjukkan bukti yang dibekukan saat pengajuan, jadi baru dapat dibuat sesudah LKE diajukan.',
  longest: (days: number) => `Paling lama ${days} hari (ketentuan aplikasi).`,
  none: 'Belum ada tautan',
  noneText:
    'Buat satu untuk setiap penerima, supaya pemakaiannya terbaca terpisah dan dapat dicabut sendiri-sendiri.',
  madeTitle: (label: string) => `Tautan untuk ${label}`,
  whose: (label: string) => `untuk ${label}`,
  madeUntil: (day: string) => `Berlaku sampai ${day}.`,
  revocationTitle: (label: string) => `Cabut tautan untuk ${label}`,
  revoked: (label: string) => `Tautan untuk ${label} sudah dicabut dan tidak membuka apa pun lagi.`,
  effects: [
    'Alamatnya langsung tidak berlaku, juga yang tertulis di lembar kerja yang sudah diunduh.',
    'Tautan yang dicabut tidak dapat dipulihkan. Bila masih diperlukan, buat yang baru.',
    'Catatan pemakaiannya tetap ada di riwayat.',
  ],
} as const;

/** The page for those without an account. */
export const sharedText = {
  title: (satker: string, year: number) => `Bukti dukung ${satker}, LKE ${year}`,
  submission: (number: number, at: string) => `Pengajuan ke-${number}, ${at}`,
  until: (day: string) => `Tautan ini berlaku sampai ${day}`,
  forWhom: (label: string) => `Dibagikan untuk ${label}`,
  count: (evidence: number, indicators: number) => `${evidence} bukti pada ${indicators} indikator`,
  version: (number: number) => `versi ${number}`,
  documentDay: (day: string) => `tanggal dokumen ${day}`,
  link: (host: string) => `tautan ke ${host}`,
  see: (name: string) => `Lihat ${name}`,
  save: (name: string) => `Unduh ${name}`,
  state: {
    withdrawn: 'Ditarik satker sesudah pengajuan; tidak dapat dibuka.',
    purged: 'Isi berkas sudah dihapus administrator; tidak dapat dibuka.',
  },
  goneTitle: 'Tautan tidak berlaku',
  gone: 'Alamat ini tidak dikenal, sudah berakhir, atau sudah dicabut. Periksa apakah alamatnya tersalin utuh. Bila masih memerlukan buktinya, mintalah tautan baru kepada satker atau bagian KPU RI yang mengirimkan alamat ini kepada Anda.',
  fileGone:
    'Bukti ini tidak termasuk yang dibagikan, sudah ditarik, atau isinya sudah dihapus. Kembali ke daftar bukti pada tautan yang sama, atau tanyakan kepada satker yang mengirimkannya.',
} as const;
