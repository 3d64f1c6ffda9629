import type { JudgingTier } from '../../domain/lke/assessment.js';
import { isRecommended } from '../../domain/lke/recommendation.js';
import { isStage } from '../../domain/lke/stages.js';
import { formatDay } from '../format.js';
import { stageText } from './lke.js';
import { recommendedText } from './recommendation.js';
import { tierName } from './review.js';

/** What a notification says, in one sentence. */
export interface Told {
  readonly satker: string;
  readonly year: number;
  readonly subject: string;
  /** Read on the day on which it was told. */
  readonly isToday: boolean;
}

export const toldText = {
  assigned: ({ satker, year, subject }: Told) =>
    `Anda ditugasi menilai LKE ${year} ${satker} (${tierName(subject as JudgingTier)}).`,
  submitted: ({ satker, year, subject }: Told) =>
    `${satker} mengajukan LKE ${year}. Tahapnya sekarang: ${stageName(subject)}.`,
  returned: ({ satker, year, subject }: Told) =>
    `LKE ${year} ${satker} dikembalikan. Tahapnya sekarang: ${stageName(subject)}.`,
  stage: ({ satker, year, subject }: Told) =>
    `LKE ${year} ${satker} berpindah tahap. Tahapnya sekarang: ${stageName(subject)}.`,
  takenBack: ({ satker, year, subject }: Told) =>
    `Keputusan atas LKE ${year} ${satker} ditarik. Tahapnya sekarang: ${stageName(subject.split(' ')[1] ?? '')}.`,
  letter: ({ satker, year }: Told) =>
    `Surat rekomendasi ${satker} untuk LKE ${year} sudah terkirim. TPI dapat memulai penilaian.`,
  recommended: ({ satker, year, subject }: Told) =>
    `Tim penilai memberi rekomendasi atas LKE ${year} ${satker}: ${recommendedName(subject.split(' ')[1] ?? '')}. Giliran Anda memutuskan.`,
  confirm: ({ satker, year }: Told) =>
    `Semua indikator LKE ${year} ${satker} sudah dinilai TPI. Giliran Anda mengonfirmasi.`,
  confirmAgain: ({ satker, year }: Told) =>
    `Konfirmasi Anda atas penilaian TPI pada LKE ${year} ${satker} gugur, karena penilaian atau uraian LHE-nya berubah.`,
  reply: ({ satker, year, subject }: Told) =>
    `${satker} membalas catatan ${subject.split(' ')[1] ?? ''} pada LKE ${year}.`,
  deadline: ({ satker, year, subject, isToday }: Told) => {
    const [stage = '', day = '', left = ''] = subject.split(' ');
    const when = left === '' ? '' : `, ${isToday ? leftNow(Number(left)) : leftThen(Number(left))}`;
    return `Tahap ${stageName(stage)} LKE ${year} ${satker} berakhir ${formatDay(day)}${when}.`;
  },
} as const;

function leftNow(days: number): string {
  if (days < 0) return 'sudah lewat';
  if (days === 0) return 'hari ini';
  return days === 1 ? 'besok' : `${days} hari lagi`;
}

/** True also for whoever reads it days later. */
function leftThen(days: number): string {
  if (days === 0) return 'pada hari pemberitahuan ini';
  return days === 1 ? 'sehari sesudah pemberitahuan ini' : `${days} hari sesudah pemberitahuan ini`;
}

function stageName(code: string): string {
  return isStage(code) ? stageText[code] : code;
}

function recommendedName(code: string): string {
  return isRecommended(code) ? recommendedText[code].toLowerCase() : code;
}

export const notificationText = {
  title: 'Pemberitahuan',
  intro:
    'Penugasan, pengajuan, pengembalian, balasan catatan, perpindahan tahap, dan tenggat yang menyangkut peran Anda. Disimpan 180 hari.',
  count: (unread: string, all: string) => `${unread} belum dibaca dari ${all} pemberitahuan.`,
  by: (name: string) => `oleh ${name}`,
  showUnread: 'Hanya yang belum dibaca',
  showAll: 'Tampilkan semua',
  read: 'Sudah dibaca',
  unread: 'Belum dibaca',
  open: 'Buka',
  markAll: 'Tandai semua sudah dibaca',
  marked: 'Semua pemberitahuan ditandai sudah dibaca.',
  gone: 'Pemberitahuan itu tidak ada lagi untuk Anda.',
  empty: {
    title: 'Belum ada pemberitahuan',
    text: 'Pemberitahuan muncul di sini ketika ada yang perlu Anda ketahui.',
  },
  emptyUnread: {
    title: 'Semua sudah dibaca',
    text: 'Tidak ada pemberitahuan yang belum dibaca.',
  },
  mail: {
    heading: 'Surel',
    off: 'Pengiriman surel belum diaktifkan oleh administrator, sehingga pemberitahuan hanya muncul di sini.',
    noAddress:
      'Akun Anda belum mempunyai alamat surel. Minta administrator mengisinya bila Anda ingin menerima pemberitahuan melalui surel.',
    to: (address: string) => `Pemberitahuan yang belum dibaca juga dikirim ke ${address}.`,
    label: 'Kirim pemberitahuan melalui surel',
    save: 'Simpan',
    saved: 'Pilihan surel disimpan.',
  },
} as const;

/** A mail: plain text, one thing, a link. */
export const mailText = {
  subject: (sentence: string) => `[Tapak ZI] ${sentence}`,
  body: (mail: {
    readonly name: string;
    readonly sentence: string;
    readonly link: string;
    readonly settings: string;
  }) =>
    [
      `Yth. ${mail.name},`,
      '',
      mail.sentence,
      '',
      'Buka di Tapak ZI:',
      mail.link,
      '',
      '--',
      'Surel ini dikirim otomatis; jangan dibalas. Untuk berhenti menerimanya, ubah pilihan surel di halaman Pemberitahuan:',
      mail.settings,
      '',
    ].join('\n'),
} as const;
