/**
 * What a person types: texts, numbers, days, and the answer chosen. A field that is not named here is
 * the page's own (versions, tokens, ticks) and is never shown as if somebody had typed it.
 */
const NAMES: Readonly<Record<string, string>> = {
  address: 'Alamat',
  addressee: 'Tujuan surat',
  agency: 'Nama instansi',
  attachments: 'Lampiran',
  base: 'Alamat layanan',
  'catatan-baru': 'Catatan baru',
  city: 'Kota',
  confirmation: 'Konfirmasi',
  copies: 'Tembusan',
  day: 'Tanggal',
  decree: 'Nomor surat keputusan',
  djpb: 'Kode satker DJPb',
  documentDay: 'Tanggal dokumen',
  email: 'Alamat surel',
  endsOn: 'Berlaku sampai',
  fileMb: 'Ukuran berkas (MB)',
  hasil: 'Hasil',
  index: 'Indeks',
  internal: 'Sasaran internal',
  label: 'Untuk siapa',
  letter: 'Jawaban',
  links: 'Tautan',
  moreSatker: 'Satker lain',
  name: 'Nama',
  nip: 'NIP',
  note: 'Catatan',
  number: 'Nomor',
  pengungkit: 'Pengungkit',
  periodFrom: 'Periode dari',
  periodTo: 'Periode sampai',
  perIndicator: 'Bukti per indikator',
  physicalLocation: 'Tersedia fisik di',
  position: 'Jabatan',
  quotaGb: 'Ruang bukti (GB)',
  reason: 'Alasan',
  'recommendation-reason': 'Alasan rekomendasi',
  revokedOn: 'Tanggal pencabutan',
  satker: 'Satker',
  text: 'Isi',
  title: 'Judul',
  total: 'Nilai total',
  username: 'Nama pengguna',
  validUntil: 'Berlaku sampai',
  year: 'Tahun',
};

/** Fields of which a page has one for each of something, by how their names begin. */
const FAMILIES: Readonly<Record<string, (of: string) => string>> = {
  'alasan-': (satker) => `Alasan ${satker}`,
  'balasan-': () => 'Balasan',
  'catatan-': (code) => `Catatan ${code}`,
  'count-': (key) => `Angka (${key})`,
  'd-': (code) => `Tanggal (${code})`,
  'jawaban-': (code) => `Jawaban ${code}`,
  'jumlah-': (code) => `Angka ${code}`,
  'nilai-': (code) => `Nilai (${code})`,
  'sumber-': (code) => `Sumber (${code})`,
  'tanggal-': (code) => `Tanggal (${code})`,
  'tanggapan-': () => 'Tanggapan',
  'text-': (part) => `Uraian (${part})`,
};

/** What a field is called away from its page; null where nobody types into it. */
export function typedName(field: string): string | null {
  if (Object.hasOwn(NAMES, field)) return NAMES[field] ?? null;
  const family = Object.entries(FAMILIES).find(([prefix]) => field.startsWith(prefix));
  return family === undefined ? null : family[1](field.slice(family[0].length));
}

export function emptyField(name: string): string {
  return `${name} belum diisi.`;
}
