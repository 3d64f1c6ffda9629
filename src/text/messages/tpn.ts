/** Words of TPN's results. */
export const tpnText = {
  title: 'Hasil TPN',
  closedTitle: 'Belum dapat dicatat',
  closed: (stage: string) =>
    `LKE ini sekarang berada pada tahap ${stage}. Hasil TPN hanya dicatat selama tahap penilaian TPN. Tidak ada yang berubah.`,
  proposed: (category: string) => `Diusulkan ${category}`,
  letter: (number: string, day: string) => `Surat ${number}, ${day}`,
  waiting: 'Menunggu hasil TPN',
  granted: (predikat: string) => `Ditetapkan ${predikat}`,
  refused: 'Tidak ditetapkan',
  decree: (number: string, day: string) => `Keputusan nomor ${number} tanggal ${day}`,
  labels: {
    proposal: 'Usulan',
    state: 'Keadaan',
    decree: 'Keputusan',
    reason: 'Alasan TPN',
    note: 'Catatan TPN',
    takenBack: 'Catatan yang ditarik',
  },
  takenBack: (decree: string, kind: 'ditetapkan' | 'tidak-ditetapkan', reason: string) =>
    `${decree} (${kind === 'ditetapkan' ? 'ditetapkan' : 'tidak ditetapkan'}). Ditarik karena: ${reason}`,
  stands: 'Yang berlaku',
  fromTotals: 'Penilaian TPN (nilai lapangan)',
  fromAnswers: (answered: number, of: number) => `Penilaian TPN (${answered} dari ${of} indikator)`,
  sameAs: 'Nilai TPN sama dengan nilai TPI.',
  differs: (tpn: string, tpi: string, difference: string) =>
    `Nilai TPN ${tpn}, nilai TPI ${tpi}, selisih ${difference}. Yang berlaku adalah nilai TPN.`,
  none: 'TPN belum memberi nilai.',
  refusedAct: { totals: 'Belum tersimpan', decree: 'Keputusan belum dicatat' },
  noneRecorded: 'Nilai dari TPN tidak dicatat.',
  columns: {
    tier: 'Tingkat penilaian',
    total: 'Nilai total',
    pengungkit: 'Pengungkit',
    hasil: 'Hasil',
  },
  notGiven: '–',
  savedTotals: 'Nilai TPN disimpan.',
  clearedTotals: 'Nilai TPN sebagai jumlah dihapus. Riwayat tetap memuatnya.',
  staleTotals: {
    title: 'Nilai TPN sudah berubah',
    text: 'Nilai TPN sudah diubah orang lain sejak halaman ini dibuka. Tidak ada yang dihapus. Buka lagi halaman Hasil TPN dan periksa nilainya.',
  },
  savedAnswers: (count: number) =>
    count === 0 ? 'Tidak ada jawaban TPN yang berubah.' : `${count} jawaban TPN disimpan.`,
  savedDecree: 'Keputusan TPN dicatat.',
  areaTitle: (area: string) => `Nilai TPN, ${area}`,
  fileTitle: (name: string) => `Lembar kerja TPN: ${name}`,
  fileSummary: (rows: number, changes: number, differs: number) =>
    `${rows} jawaban terbaca, ${changes} berbeda dari yang tersimpan, ${differs} di antaranya berbeda dari penilaian TPI.`,
  areaName: (key: string, name: string) => (key === 'hasil' ? name : `${key}. ${name}`),
  fileGroup: (changes: number, differs: number) =>
    differs === 0 ? `${changes} jawaban` : `${changes} jawaban, ${differs} berbeda dari TPI`,
  fileTotal: (total: string) => `Nilai total setelah diterapkan ${total}.`,
  invalid: (cell: string, value: string) =>
    `Sel ${cell}: “${value}” tidak ada dalam pilihan jawaban.`,
  empty: 'belum dinilai',
  conflict: 'nilai TPN',
  storedAnswer: (answer: string, note: string) =>
    note === ''
      ? `Tersimpan sekarang: ${answer}.`
      : `Tersimpan sekarang: ${answer}. Catatan: ${note}`,
  same: {
    mandiri:
      'Semua jawaban di berkas ini sama dengan penilaian mandiri satker. Barangkali berkas ini ekspor yang belum diisi TPN.',
    tpi: 'Semua jawaban di berkas ini sama dengan penilaian TPI. Barangkali berkas ini ekspor yang belum diisi TPN.',
  },
  sameConfirm: 'TPN memang memberi jawaban yang sama pada semua indikator.',
  sameUnconfirmed:
    'Belum ada yang disimpan. Centang bahwa TPN memang memberi jawaban yang sama, atau unggah lembar kerja yang sudah diisi TPN.',
  staleAnswers:
    'Jawaban TPN sudah diubah orang lain sejak halaman ini dibuka. Tidak ada yang ditimpa; buka lagi halamannya.',
} as const;
