/** What somebody's turn asks of them, as links and buttons. */

export const actText = {
  start: 'Mulai',
  resume: 'Lanjutkan',
  recommend: 'Beri rekomendasi',
  answerReturn: 'Jawab pengembalian TPI',
  decide: 'Putuskan',
  sendLetter: 'Kirim surat rekomendasi',
  begin: 'Mulai penilaian TPI',
  confirm: 'Konfirmasi',
  conclude: 'Simpulkan',
} as const;

/** Above the list of one tier, where the next thing to do is not to assess. */
export const nextStepText = {
  done: 'Semua indikator sudah dinilai.',
  letterSent: 'Surat rekomendasi sudah terkirim. TPI dapat memulai penilaian.',
  letterWaits: 'Surat rekomendasi belum dicatat terkirim.',
  returned: 'TPI mengembalikan LKE ini.',
} as const;
