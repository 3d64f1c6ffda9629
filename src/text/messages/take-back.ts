import type { TakeBack } from '../../domain/lke/take-back.js';
import type { Messages } from './message-table.js';

/** Words of taking back what was decided. */

export const takeBackMessages = {
  'take-back-reason': () => 'Tulis mengapa keputusan ini ditarik.',
  'take-back-not-confirmed': () => 'Centang pernyataan bahwa penarikan sudah diperiksa.',
} as const satisfies Messages;

export const takeBackText = {
  title: {
    'take-back-layak': 'Tarik putusan layak',
    'take-back-belum-layak': 'Tarik putusan belum layak',
    'take-back-memenuhi': 'Tarik kesimpulan memenuhi',
    'take-back-belum-memenuhi': 'Tarik kesimpulan belum memenuhi',
    'take-back-proposal': 'Tarik usulan kepada TPN',
    'take-back-decree': 'Tarik catatan keputusan TPN',
  } satisfies Record<TakeBack, string>,
  effect: {
    'take-back-layak':
      'LKE kembali ke tahap Penilaian pendahuluan. Surat rekomendasi yang sudah terkirim tetap tersimpan bertanda ditarik; putusan layak yang baru memerlukan surat baru.',
    'take-back-belum-layak':
      'LKE kembali ke tahap Penilaian pendahuluan, dan putusan baru dapat diambil.',
    'take-back-memenuhi':
      'LKE kembali ke tahap Penilaian TPI. LHE tetap tersimpan bertanda ditarik; untuk kesimpulan baru, nomor dan tanggal LHE diisi lagi.',
    'take-back-belum-memenuhi':
      'LKE kembali ke tahap Penilaian TPI. LHE tetap tersimpan bertanda ditarik; untuk kesimpulan baru, nomor dan tanggal LHE diisi lagi.',
    'take-back-proposal':
      'LKE kembali ke tahap Siap diusulkan. Surat pengusulannya tetap tersimpan; satker ini bertanda ditarik di dalamnya, dan PortalRB tidak lagi menerimanya.',
    'take-back-decree':
      'LKE kembali ke tahap Penilaian TPN. Bila predikatnya sudah masuk daftar predikat satker, catatan itu dicabut dengan alasan yang Anda tulis.',
  } satisfies Record<TakeBack, string>,
  /** As the register of predikat keeps it. */
  registerReason: (reason: string) => `Catatan keputusan TPN ditarik: ${reason}`,
  keeps: 'Tidak ada yang dihapus: keputusan, surat, dan riwayatnya tetap dapat dibaca.',
  done: (stage: string) => `Keputusan ditarik. LKE sekarang pada tahap ${stage}.`,
  link: 'Tarik keputusan ini',
  mark: 'Ditarik',
  overtaken: 'Tidak berlaku lagi',
  overtakenText: 'LKE dikembalikan sesudah keputusan ini.',
  by: (name: string, role: string, when: string, reason: string) =>
    `Ditarik oleh ${name}, ${role}, ${when}. Alasan: ${reason}`,
  paper: 'DITARIK, TIDAK BERLAKU LAGI',
  resultStands: {
    title: 'Hasil TPN sudah dicatat',
    text: 'Usulan yang sudah dinilai TPN tidak dapat ditarik. Bila nilai TPN keliru dicatat, hapus dahulu di halaman Hasil TPN, lalu tarik usulannya. Tidak ada yang berubah.',
  },
  noDecision: {
    title: 'Tidak ada keputusan yang dapat ditarik',
    text: 'Tahap LKE ini tidak berasal dari keputusan yang tercatat di aplikasi. Tidak ada yang berubah.',
  },
} as const;
