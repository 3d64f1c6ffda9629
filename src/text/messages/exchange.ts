import type { Messages } from './message-table.js';

/** Refusals of what goes in and out as a file. */
export const exchangeMessages = {} as const satisfies Messages;

export const exchangeText = {
  title: 'Unduh lembar kerja',
  state: (answered: number, of: number, total: string, tier: string) =>
    `${answered} dari ${of} indikator ${done(tier)}, nilai ${total}`,
  halfFilled: (left: number, tier: string) =>
    `Masih ada ${left} indikator yang belum ${done(tier)}. Lembar kerja tetap dapat diunduh; indikator yang belum ${done(tier)} kosong dan bernilai 0 di dalamnya.`,
  tierNote:
    'Hanya penilaian yang masih berlaku yang dibawa; indikator yang belum dinilai tetap kosong dan tidak diisi dengan jawaban satker.',
  button: (name: string) => `Unduh ${name}`,
  head: (seq: number) =>
    seq === 0
      ? 'Riwayat masih kosong.'
      : `Nomor riwayat terakhir ${seq}. Nomor ini dan kodenya ikut tertulis di lembar kerja, sehingga kelak dapat dibuktikan dari keadaan mana lembar kerja itu berasal.`,
} as const;

/** Which addresses of evidence stand in the worksheet. */
export const exportShareText = {
  inside: 'Alamat di aplikasi (penerima perlu masuk)',
  shared: (label: string, day: string) => `Tautan berbagi untuk ${label}, sampai ${day}`,
  insideSaid: 'Alamat bukti di lembar kerja membuka halaman aplikasi, jadi penerima perlu masuk.',
  sharedSaid: (label: string) =>
    `Alamat bukti yang sudah diajukan memakai tautan berbagi untuk ${label}: siapa pun yang memegang lembar kerja ini dapat membukanya. Bukti yang berubah sesudah pengajuan tetap beralamat di aplikasi.`,
} as const;

export const layoutText = {
  'lampiran-iii': {
    name: 'LKE Lampiran III',
    purpose:
      'Lembar kerja resmi menurut Lampiran III PermenPANRB 90/2021, untuk dibahas, dicetak, dan dilampirkan pada surat.',
    content:
      'Berisi lembar LKE ZI dengan rumus hidup, ringkasan nilai dan ambang predikat, serta daftar bukti dukung.',
  },
  portalrb: {
    name: 'Jawaban PortalRB',
    purpose: 'Susunan lembar Jawaban PortalRB 2026, untuk memindahkan jawaban satker ke portal.',
    content:
      'Berisi lembar Jawaban, ringkasan unit, ringkasan nilai dan ambang predikat, serta daftar bukti dukung.',
  },
} as const satisfies Record<string, { name: string; purpose: string; content: string }>;

function done(tier: string): string {
  return tier === 'mandiri' ? 'terisi' : 'dinilai';
}
