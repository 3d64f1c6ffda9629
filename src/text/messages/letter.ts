/** Words of the letter that recommends satker to TPI. */
export const letterText = {
  title: (satker: string) => `Surat rekomendasi ${satker}`,
  unfilled: '(belum diisi)',
  subject: 'surat rekomendasi',
  number: 'Nomor',
  urgency: 'Sifat',
  urgencies: { biasa: 'Biasa', segera: 'Segera', 'sangat-segera': 'Sangat segera' },
  attachments: 'Lampiran',
  regarding: 'Perihal',
  day: 'Tanggal',
  satker: 'Satker',
  /** What follows the signature is one. */
  oneAttachment: '1 (satu) berkas',
  about: (count: number, year: number) =>
    count === 1
      ? `Rekomendasi penilaian Zona Integritas tahun ${year}`
      : `Rekomendasi penilaian Zona Integritas ${count} satuan kerja tahun ${year}`,
  opening: (year: number) =>
    `Berdasarkan penilaian pendahuluan atas pembangunan Zona Integritas tahun ${year} menurut Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 90 Tahun 2021 sebagaimana telah diubah dengan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 5 Tahun 2024, satuan kerja berikut kami nilai layak untuk dinilai oleh Tim Penilai Internal:`,
  annexNote:
    'Rincian hasil penilaian pendahuluan terhadap ambang predikat tercantum dalam lampiran surat ini. Lembar kerja evaluasi beserta bukti dukungnya dapat dibuka pada aplikasi Tapak ZI.',
  excerpt:
    'Petikan. Surat ini merekomendasikan beberapa satuan kerja; di sini hanya tampak yang termasuk wewenang Anda.',
  closing:
    'Demikian rekomendasi ini kami sampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.',
  columns: [
    'No.',
    'Satuan kerja',
    'Sasaran',
    'Nilai mandiri',
    'Nilai pendahuluan',
    'Ambang terpenuhi',
  ],
  gates: (passed: number, of: number) => `${passed} dari ${of}`,
  annexLabel: (number: string, day: string) => [
    'Lampiran surat',
    `Nomor: ${number}`,
    `Tanggal: ${day}`,
  ],
  annex: (satker: string) => `Hasil penilaian pendahuluan ${satker}`,
  annexFacts: { target: 'Sasaran', round: 'Atas pengajuan ke-', decided: 'Diputuskan layak' },
  decided: (day: string, name: string) => `${day} oleh ${name}`,
  gateColumns: ['Ambang', 'Minimum', 'Nilai', 'Putusan'],
  copies: 'Tembusan:',
  nip: (nip: string) => `NIP ${nip}`,
  several: (count: number) => `${count} satuan kerja`,
  footer: (satker: string) => `Dibuat dengan Tapak ZI dari penilaian yang tersimpan · ${satker}`,
  file: (satker: string, year: number) => `surat-rekomendasi-${satker}-${year}.docx`,
  refusedAct: { save: 'Belum tersimpan', send: 'Belum dicatat terkirim' },
  saved: 'Surat tersimpan. Cetak atau unduh, tanda tangani, lalu catat pengirimannya.',
  sent: 'Surat dicatat terkirim. TPI dapat memulai penilaian.',
  state: {
    draft: 'Surat belum dicatat terkirim; isinya masih mengikuti data.',
    sent: (when: string, name: string) => `Dicatat terkirim ${when} oleh ${name}. Isinya tetap.`,
  },
  stop: {
    noDecision:
      'Surat rekomendasi dibuat setelah LKE diputuskan layak. Sekarang tidak ada keputusan layak yang menunggu surat. Tidak ada yang berubah.',
    sent: 'Surat ini sudah dicatat terkirim dan tidak dapat diubah. Tidak ada yang berubah.',
  },
} as const;
