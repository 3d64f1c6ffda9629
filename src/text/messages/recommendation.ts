import type { AskedReason, Recommended } from '../../domain/lke/recommendation.js';
import type { Messages } from './message-table.js';

/** Words of what a tier's team tells its decider, and of what a decision must explain. */

export const recommendationMessages = {
  'recommendation-missing': () => 'Pilih rekomendasinya: layak atau belum layak.',
  'recommendation-reason': () =>
    'Tulis alasan rekomendasi. Wajib bila belum layak, atau bila ada ambang yang belum terpenuhi.',
  'recommendation-incomplete': ({ missing }) =>
    `Masih ada ${String(missing)} indikator yang belum dinilai. Rekomendasi dapat diberikan setelah semuanya dinilai.`,
  'reason-against-recommendation': () =>
    'Keputusan ini berbeda dari rekomendasi tim. Tulis alasannya.',
  'reason-after-return': () =>
    'TPI mengembalikan LKE ini. Tulis alasan mengapa tetap diputuskan layak.',
} as const satisfies Messages;

export const recommendedText: Readonly<Record<Recommended, string>> = {
  layak: 'Layak',
  'belum-layak': 'Belum layak',
};

export const recommendationText = {
  first: 'Rekomendasi kepada sekretaris provinsi',
  another: 'Ganti rekomendasi kepada sekretaris provinsi',
  none: 'Tim penilai provinsi belum memberi rekomendasi.',
  noneThen: 'Tidak ada rekomendasi tim yang berlaku ketika keputusan ini diambil.',
  before: (kind: string) => `Rekomendasi tim: ${kind}`,
  by: (name: string, when: string, round: number) =>
    round === 0 ? `${name}, ${when}` : `${name}, ${when}, atas pengajuan ${round}`,
  figures: (total: string, passed: boolean) =>
    passed
      ? `Ketika itu nilainya ${total} dan semua ambang terpenuhi.`
      : `Ketika itu nilainya ${total} dan ada ambang yang belum terpenuhi.`,
  holds: 'Masih berlaku',
  fallen: 'Gugur',
  fallenWhy:
    'Penilaian, klaim satker, atau sasarannya berubah, atau TPI mengembalikan LKE sesudah rekomendasi ini. Tim perlu memberi rekomendasi lagi.',
  waits: (missing: number) =>
    `Rekomendasi dapat diberikan setelah semua indikator dinilai. Masih ada ${missing}.`,
  reader: 'Anda memberi rekomendasi; keputusannya diambil sekretaris provinsi.',
  done: (kind: string) => `Rekomendasi tersimpan: ${kind}. Sekretaris provinsi diberi tahu.`,
  reasonHint: {
    passed: 'Wajib bila belum layak.',
    failed: 'Wajib, karena ada ambang yang belum terpenuhi menurut penilaian ini.',
  },
  overtaken: {
    title: 'Sudah ada rekomendasi lain',
    text: 'Rekan setim memberi rekomendasi sesudah halaman ini dibuka. Rekomendasi Anda belum disimpan. Buka lagi halamannya, baca rekomendasi itu, lalu beri rekomendasi bila tetap berbeda.',
  },
  stale: {
    title: 'Penilaian berubah sejak Anda periksa',
    text: 'Penilaian, klaim satker, atau sasarannya berubah sesudah halaman ini dibuka. Rekomendasi belum disimpan. Buka lagi halamannya, periksa yang baru, lalu beri rekomendasi.',
  },
} as const;

/** What the form of a decision says of its reason. */
export const reasonHintText = {
  base: 'Dibaca satker. Wajib bila keputusannya menolak.',
  recommended: (kind: string) =>
    `Dibaca satker. Wajib bila keputusannya menolak atau berbeda dari rekomendasi tim (${kind}).`,
  without: 'Tanpa rekomendasi tim keputusan tetap dapat diambil, dan tercatat demikian.',
  returned: 'TPI mengembalikan LKE ini, jadi putusan layak juga memerlukan alasan.',
} as const;

export const askedReasonCode: Readonly<Record<AskedReason, string>> = {
  'after-return': 'reason-after-return',
  'against-recommendation': 'reason-against-recommendation',
};

/** TPI's return, where the province answers it. */
export const tpiReturnText = {
  title: (round: number) => `TPI mengembalikan pengajuan ke-${round}`,
  by: (name: string, role: string, when: string) => `${name}, ${role}, ${when}`,
  all: 'TPI meminta semua indikator dibuka lagi.',
  named: (codes: string) => `Indikator yang diminta TPI dibuka lagi: ${codes}.`,
  ways: 'Teruskan pengembalian ini kepada satker, atau putuskan lagi dengan alasan.',
  passOn: 'Teruskan kepada satker',
} as const;
