import type { Ball, Step } from '../../domain/lke/steps.js';
import type { Messages } from './message-table.js';

/** Words of submissions, returns and the way of an LKE through its stages. */

export const submissionMessages = {
  'not-ready': () =>
    'LKE belum dapat diajukan. Lengkapi indikator yang disebut di bawah, lalu ajukan lagi.',
  'reason-missing': () => 'Tulis alasannya.',
  'no-evidence-reason-missing': () => 'Tulis dahulu mengapa jawaban ini belum mempunyai bukti.',
  'return-nothing': () =>
    'Pilih "Semua indikator", atau centang sedikitnya satu indikator yang dikembalikan.',
  'return-narrower': () =>
    'TPI mengembalikan lebih banyak indikator. Teruskan sedikitnya semua indikator yang disebut TPI; Anda dapat menambahnya.',
  'return-noted': ({ count, codes }) =>
    `${String(count)} butir bercatatan tidak Anda buka: ${String(codes)}. Centang butirnya, atau centang pernyataan di bawahnya bila catatannya cukup dibalas tanpa mengubah jawaban.`,
  'not-confirmed': () => 'Centang pernyataan bahwa isian sudah diperiksa, lalu ajukan lagi.',
} as const satisfies Messages;

export const stepText: Readonly<Record<Step['state'], string>> = {
  done: 'selesai',
  now: 'sedang berjalan',
  next: 'berikutnya',
  ended: 'berakhir di sini',
};

/** Who has to act next. */
export const ballText: Readonly<Record<Ball, string>> = {
  team: 'tim ZI satker: melengkapi isian, lalu ketua tim mengajukan',
  province: 'KPU Provinsi: menilai pendahuluan, lalu memutuskan layak atau belum layak',
  centre: 'penilai pusat',
  handover: 'pemberi rekomendasi: mengirim suratnya, lalu TPI memulai penilaian',
  tpi: 'TPI (Inspektorat Utama)',
  tpn: 'TPN; hasilnya dicatat penilai pusat',
};

export const stepsText = {
  title: 'Tahap LKE',
  ball: (who: string) => `Giliran ${who}.`,
  begin: 'Giliran TPI (Inspektorat Utama): memulai penilaian. Surat rekomendasinya sudah terkirim.',
  over: 'Penilaian tahun ini sudah berakhir.',
  /** A stage that the attempt of the year never reaches. */
  skipped: 'tidak ditempuh',
  since: (when: string) => `Sejak ${when}.`,
} as const;

export const submissionText = {
  title: (year: number, satker: string) => `Pengajuan LKE ${year} ${satker}`,
  answers: (answered: number, of: number) => `${answered} dari ${of} indikator terisi`,
  evidence: (count: number) => `${count} kaitan bukti dukung`,
  reasons: (count: number) => `${count} jawaban dengan alasan tanpa bukti`,
  total: (points: string) => `Nilai mandiri ${points}`,
  target: (target: string) => `Sasaran ${target}`,
  leadSubmits: 'Semua syarat terpenuhi. Ketua tim mengajukan LKE ini dari halaman ini.',
  due: (left: string, at: string, isOwn: boolean) =>
    `Tenggat pengajuan: ${at}${isOwn ? ', khusus satker ini' : ''}. ${left}.`,
  late: (at: string) =>
    `Tenggat sudah lewat: ${at}. LKE tetap dapat diajukan dan akan tercatat terlambat. Bila satker memerlukan tenggat lain, minta administrator memberi tanggal khusus beserta alasannya.`,
  isLate: 'terlambat',
  onTime: 'tepat waktu',
  indicator: (code: string, name: string) => `${code} ${name}`,
  done: (number: number) =>
    `Pengajuan ${number} tersimpan. Isian dan buktinya terkunci sampai dikembalikan.`,
  name: (number: number) => `Pengajuan ${number}`,
  by: (name: string, when: string) => `${name}, ${when}`,
  all: 'semua indikator',
  count: (codes: number) => `${codes} indikator`,
  tiers: { pendahuluan: 'penilai pendahuluan', tpi: 'TPI' },
  returnTitle: (round: number, tier: string) => `Pengajuan ${round} dikembalikan ${tier}`,
  reopened: {
    pendahuluan: (round: number) => `Pengajuan ${round} diputuskan belum layak dan LKE dibuka lagi`,
    tpi: (round: number) => `Pengajuan ${round} disimpulkan belum memenuhi dan LKE dibuka lagi`,
  },
  passedOn: (title: string) => `${title}, diteruskan penilai pendahuluan`,
  changed: 'sudah diubah',
  untouched: (left: number, of: number) =>
    `${left} dari ${of} butir yang dikembalikan belum diubah. Ajukan lagi hanya bila balasan catatannya sudah cukup.`,
  unchanged: 'belum diubah',
  empty: {
    title: 'Belum pernah diajukan',
    text: 'Pengajuan yang dibuat ketua tim tampil di sini.',
  },
} as const;

/** One submission as it was frozen, and what changed since the one before. */
export const frozenText = {
  title: (number: number, year: number, satker: string) =>
    `Pengajuan ${number} LKE ${year} ${satker}`,
  facts: {
    by: 'Diajukan oleh',
    at: 'Waktu',
    target: 'Sasaran',
    answered: 'Kelengkapan',
    total: 'Nilai mandiri',
    time: 'Tenggat',
    hash: 'Sidik pengajuan (SHA-256)',
    head: 'Kepala riwayat saat diajukan',
  },
  head: (seq: number, hash: string) => `nomor ${seq}, ${hash}`,
  noHead: 'belum ada riwayat',
  version: (number: number) => `versi ${number}`,
  gone: 'berkas sudah tidak dapat dibuka',
  reason: (reason: string) => `Tanpa bukti: ${reason}`,
  nothing: 'tanpa bukti',
  compareTitle: (number: number, previous: number) =>
    `Perubahan dari pengajuan ${previous} ke pengajuan ${number}`,
  compareCount: (count: number, of: number) => `${count} dari ${of} indikator berubah.`,
  same: {
    title: 'Tidak ada yang berubah',
    text: 'Kedua pengajuan berisi jawaban dan bukti yang sama.',
  },
  added: (name: string, version: number) => `Ditambah: ${name} (versi ${version})`,
  removed: (name: string, version: number) => `Dilepas: ${name} (versi ${version})`,
  replaced: (name: string, from: number, to: number) =>
    `${name}: versi ${from} menjadi versi ${to}`,
  none: '(kosong)',
} as const;

/** Sending an LKE back. */
export const returnText = {
  title: (satker: string) => `Kembalikan LKE ${satker}`,
  effect: {
    pengisian:
      'LKE kembali ke tahap pengisian. Hanya indikator yang Anda pilih yang terbuka; yang lain tetap terkunci seperti diajukan.',
    pendahuluan:
      'LKE kembali kepada penilai pendahuluan, yang meneruskannya kepada satker. Satker baru dapat mengubah isian setelah diteruskan.',
  },
  due: (at: string, left: string) => `Tenggat satker untuk memperbaikinya: ${at}. ${left}.`,
  late: (at: string) =>
    `Tenggat satker untuk memperbaikinya sudah lewat: ${at}. Yang diajukannya lagi akan tercatat terlambat. Bila perlu tenggat lain, minta administrator memberi tanggal khusus beserta alasannya sebelum mengembalikan.`,
  waiting: (name: string, when: string) =>
    `TPI (${name}) mengembalikan LKE ini pada ${when}. Teruskan kepada satker; indikator yang disebut TPI sudah dicentang dan alasannya dapat Anda lengkapi.`,
  noted: (count: number) =>
    `${count} butir masih mempunyai catatan terbuka, dan ditandai di bawah. Yang tidak Anda buka tetap dapat dibalas satker, tetapi jawaban dan buktinya terkunci.`,
  notedTag: 'ada catatan terbuka',
  area: (key: string, name: string) => (key === 'hasil' ? name : `Area ${key}: ${name}`),
  done: {
    pengisian: (satker: string) => `LKE dikembalikan kepada ${satker}.`,
    pendahuluan: 'LKE dikembalikan kepada penilai pendahuluan untuk diteruskan.',
  },
} as const;

/** Why an answer above the lowest option has no evidence. */
export const noEvidenceText = {
  saved: (code: string) => `Alasan tanpa bukti ${code} tersimpan.`,
  several: (count: number) => `${count} alasan tanpa bukti tersimpan.`,
  cleared: (code: string) => `Alasan tanpa bukti ${code} dihapus.`,
  conflictSubject: (code: string) => `Alasan tanpa bukti ${code}`,
  label: 'Alasan tanpa bukti',
  title: (code: string) => `Alasan tanpa bukti ${code}`,
  backToOverview: 'Pengajuan',
  backToAnswer: (code: string, name: string) => `${code} ${name}`,
} as const;

/** A request that the stage does not allow. */
export const stageStops = {
  stage: {
    status: 409,
    title: 'Terkunci pada tahap ini',
    text: (stage: string) =>
      `LKE sedang pada tahap ${stage}, sehingga tindakan ini tidak dapat dilakukan. Tidak ada yang berubah. Halaman Pengajuan menunjukkan tahap sekarang dan siapa yang mendapat giliran.`,
  },
  changed: {
    status: 409,
    title: 'Isian berubah sejak Anda periksa',
    text: 'Ada jawaban, catatan, atau bukti yang berubah sesudah halaman pengajuan dibuka. Belum ada yang diajukan. Buka lagi halaman Pengajuan, periksa, lalu ajukan.',
  },
  explained: {
    status: 409,
    title: 'Alasan sudah ditulis orang lain',
    text: 'Ada alasan di bawah ini yang sementara itu ditulis orang lain; yang itu tidak ditimpa, yang lain tersimpan. Buka halaman indikatornya untuk membaca dan mengubahnya.',
  },
  closed: {
    status: 409,
    title: 'Indikator terkunci',
    text: 'Indikator ini sedang tidak terbuka: LKE sudah diajukan atau indikator ini tidak termasuk yang dikembalikan. Tidak ada yang berubah.',
  },
} as const;
