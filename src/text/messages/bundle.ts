/** Words of the evidence bundle: its section on a page, its folders and its index. */
export const bundleText = {
  heading: 'Bundel bukti dukung',
  purpose:
    'Satu berkas ZIP berisi semua berkas bukti, disusun menurut area, subkomponen, dan indikator, untuk diserahkan atau diarsipkan.',
  content:
    'Di dalamnya ada indeks (HTML dan Excel) serta kedua lembar kerja LKE. Bukti yang dipakai beberapa indikator disimpan satu kali di folder Bukti.',
  size: (files: string, bytes: string) => `${files} berkas bukti, seluruhnya ${bytes}`,
  links: (count: string) => `${count} tautan tercantum di indeks`,
  nothing: 'Belum ada berkas bukti; bundel hanya berisi indeks dan lembar kerja.',
  button: 'Unduh bundel bukti',
  fileName: 'Berkas',
  large:
    'Berkas diperiksa dahulu, sehingga unduhan besar baru mulai setelah beberapa saat. Kemajuannya tampil di daftar unduhan peramban.',
} as const;

export const bundleFolderText = {
  shared: 'Bukti',
  hasil: 'Hasil',
  unnamed: 'tanpa nama',
  version: (number: number) => ` v${number}`,
  index: 'indeks',
} as const;

export const bundleStateText = {
  present: 'ada',
  missing: 'berkas hilang dari penyimpanan',
  damaged: 'isi berkas rusak (sidiknya berbeda)',
  purged: 'isi dihapus administrator',
  link: 'tautan',
} as const;

export const bundleIndexText = {
  title: (satker: string, year: number) => `Indeks bukti dukung LKE ${year}, ${satker}`,
  sheetName: 'Indeks bukti',
  intro:
    'Berkas yang dipakai beberapa indikator disimpan satu kali di folder Bukti; yang lain ada di folder indikatornya.',
  made: (when: string, version: string) => `Disusun ${when} dengan Tapak ZI ${version}.`,
  head: (seq: number, hash: string) => `Kepala riwayat: nomor ${seq}, ${hash}.`,
  noHead: 'Kepala riwayat: belum ada.',
  counts: (links: number, files: number, size: string) =>
    `${links} kaitan bukti, ${files} berkas, ${size}.`,
  without: (count: number, of: number) => `${count} dari ${of} indikator belum mempunyai bukti.`,
  fault: (count: number) =>
    `Perhatian: ${count} kaitan bukti tidak disertai berkasnya. Lihat kolom Keadaan, lalu hubungi administrator.`,
  complete: 'Semua berkas ada dan isinya cocok dengan sidiknya.',
  workbooks: 'Lembar kerja di bundel ini',
  columns: {
    code: 'Indikator',
    indicator: 'Nama indikator',
    evidence: 'Bukti',
    checklist: 'Butir yang dibuktikan',
    day: 'Tanggal dokumen',
    version: 'Versi',
    size: 'Ukuran',
    state: 'Keadaan',
    file: 'Berkas di bundel ini atau tautan',
    location: 'Tersedia fisik di',
    sha256: 'Sidik isi (SHA-256)',
  },
  none: 'Belum ada bukti dukung yang dilampirkan.',
} as const;
