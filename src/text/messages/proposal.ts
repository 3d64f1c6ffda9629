import type { RequirementVerdict } from '../../domain/predikat/nomination.js';
import type { Messages } from './message-table.js';

/** Refusals of proposing to TPN and of recording its results. */
export const proposalMessages = {
  'requirement-number': ({ max }) =>
    `Tulis angka dari 0 sampai ${max}, paling banyak dua angka di belakang koma.`,
  'requirement-source': () => 'Tulis sumbernya: nama dokumen yang menyatakan nilai ini.',
  'proposal-nothing': () => 'Belum ada satker yang dipilih. Centang satker yang diusulkan.',
  'proposal-not-confirmed': () => 'Centang pernyataan bahwa satker yang diusulkan sudah diperiksa.',
  'proposal-stale': () =>
    'Satu atau beberapa satker sudah berubah sejak halaman ini dibuka. Tidak ada yang diusulkan; periksa daftar di bawah lalu kirim lagi.',
  'proposal-number-taken': ({ day }) =>
    `Nomor surat ini sudah dipakai untuk surat pengusulan tanggal ${day}.`,
  'proposal-day-future': () => 'Tanggal surat tidak boleh sesudah hari ini.',
  'proposal-category': ({ satker }) =>
    `Kategori ${satker} tidak sesuai dengan sasaran yang dinilai TPI.`,
  'proposal-prerequisite': ({ satker, text }) =>
    `${satker} belum dapat diusulkan menuju WBBM: ${text}. Catat dahulu predikatnya di Data satker.`,
  'proposal-reason': ({ satker, count }) =>
    `${count} syarat ${satker} belum terpenuhi atau belum diketahui. Tulis mengapa tetap diusulkan.`,
  'statement-field': ({ names }) =>
    `${String(names)} tidak dikenal. Pakai hanya yang tercantum di bawah: Yang diisi oleh aplikasi.`,
  'tpn-total': () => 'Tulis nilai antara 0 dan 100, misalnya 82,45.',
  'tpn-part': ({ max }) => `Tulis nilai antara 0 dan ${max}, atau kosongkan.`,
  'tpn-sum': () => 'Nilai pengungkit ditambah hasil tidak sama dengan nilai total.',
  'tpn-other-file': ({ satker, year }) =>
    `Lembar kerja ini diunduh dari LKE satker ${satker} tahun ${year}. Pilih berkas satker dan tahun ini. Tidak ada yang berubah.`,
  'tpn-layout': () =>
    'Yang dibaca di sini hanya lembar kerja susunan Lampiran III. Pilih berkas itu, atau ketik jawaban TPN per area. Tidak ada yang berubah.',
  'tpn-invalid': ({ cell, value }) =>
    `Sel ${cell} berisi “${value}”, yang tidak ada dalam pilihan jawabannya. Perbaiki berkasnya lalu unggah lagi.`,
  'tpn-stale': () =>
    'Jawaban TPN sudah diubah orang lain sejak halaman ini dibuka. Tidak ada yang ditimpa. Yang berbeda ditampilkan di bawah indikatornya; periksa, lalu simpan lagi.',
  'tpn-decision': () => 'Pilih ditetapkan atau tidak ditetapkan.',
  'tpn-below-minimum': ({ total, minimum }) =>
    `Nilai TPN ${total} di bawah nilai minimal ${minimum}. Periksa lagi nilainya, atau tulis mengapa satker ini tetap ditetapkan.`,
  'tpn-reason': () => 'Tulis alasan TPN tidak menetapkan.',
  'tpn-predikat-exists': ({ year }) =>
    `Predikat yang sama untuk tahun ${year} sudah ada di daftar predikat satker.`,
} as const satisfies Messages;

export const verdictText: Readonly<Record<RequirementVerdict, string>> = {
  met: 'terpenuhi',
  unmet: 'belum terpenuhi',
  unknown: 'belum diketahui',
};

export const categoryText = {
  WBK: 'Menuju WBK',
  'WBK-AFIRMASI': 'Menuju WBK (afirmasi)',
  WBBM: 'Menuju WBBM',
} as const;

/** Of an LKE that never came to TPN. */
export const unproposedText = {
  yet: 'Belum diusulkan ke TPN',
  ever: 'Tidak diusulkan ke TPN; penilaian tahun ini sudah berakhir',
} as const;

export const proposalText = {
  withdrawnName: (name: string) => `${name} (ditarik)`,
  withdrawnBy: (when: string, reason: string) => `Ditarik ${when}. Alasan: ${reason}`,
  nav: 'Pengusulan',
  title: (year: number) => `Pengusulan ke TPN ${year}`,
  inYear: (year: number, ready: number) =>
    ready === 0 ? String(year) : `${year} (${ready} siap diusulkan)`,
  ready: (count: number) => `${count} satker siap diusulkan`,
  emptyTitle: 'Belum ada satker yang siap diusulkan',
  emptyText: 'Satker muncul di sini setelah TPI menyatakan memenuhi.',
  noLetters: 'Belum ada surat pengusulan tahun ini.',
  letter: (number: string, day: string) => `${number}, ${day}`,
  count: (satker: number) => `${satker} satker`,
  score: (total: string) => `Nilai TPI ${total}`,
  gates: (passed: number, of: number) => `${passed} dari ${of} syarat nilai`,
  noPrerequisite: 'Menuju WBK belum tercatat',
  prerequisite: (year: number, decree: string) => `Menuju WBK ${year}, ${decree}`,
  requirements: (met: number, of: number) => `${met} dari ${of} syarat pengusulan terpenuhi`,
  value: (value: string, source: string) => (source === '' ? value : `${value} (${source})`),
  percent: (value: string) => `${value} %`,
  years: (value: string) => `${value} tahun`,
  level: (value: string) => `level ${value}`,
  needed: (text: string) => `Syarat: ${text}`,
  noValue: 'belum dicatat',
  done: (satker: number, number: string) => `${satker} satker diusulkan dengan surat ${number}.`,
  saved: 'Syarat pengusulan disimpan.',
  satkerTitle: (name: string) => `Syarat pengusulan ${name}`,
  instansiTitle: (year: number) => `Syarat pengusulan instansi ${year}`,
  letterTitle: (number: string) => `Surat pengusulan ${number}`,
  dayLabel: 'Tanggal surat',
  byLabel: 'Dicatat oleh',
  countLabel: 'Satker yang diusulkan',
  papers: { lampiran: 'Lampiran surat', pernyataan: 'Surat pernyataan tanggung jawab mutlak' },
  download: (name: string, ending: string) => `${name} (${ending})`,
  conflict: 'syarat pengusulan',
  asOf: (day: string) => `per ${day}`,
  chosen: (name: string) => `Usulkan ${name}`,
} as const;

/** The page that asks for the tick. */
export const proposalCheckText = {
  title: 'Periksa usulan ke TPN',
  intro: 'Belum ada yang dicatat. Periksa satker dan suratnya, centang pernyataan, lalu catat.',
  number: 'Nomor surat',
  day: 'Tanggal surat',
  satker: (name: string, code: string) => `${name} (${code})`,
  afirmasi: (category: string) => `${category}, jalur afirmasi`,
  open: (count: number) => `${count} belum terpenuhi atau belum diketahui`,
  tick: (names: readonly string[], number: string) =>
    `Saya sudah memeriksa: ${names.length} satker (${names.join(', ')}) diusulkan ke TPN dengan surat ${number}, dan tahapnya berpindah ke penilaian TPN.`,
} as const;

/** Words of the annex and of the statement. */
export const proposalPaperText = {
  withdrawn: 'Usulan yang ditarik',
  withdrawnItem: (satker: string, code: string, when: string, reason: string) =>
    `${satker} (${code}), ditarik ${when}. Alasan: ${reason}`,
  annexTitle: 'Lampiran surat pengusulan',
  annexHeading: (year: number, predikat: string) => [
    'DAFTAR SATUAN KERJA YANG DIUSULKAN',
    `MEMPEROLEH PREDIKAT ${predikat.toUpperCase()}`,
    `TAHUN ${year}`,
  ],
  both: (first: string, second: string) => `${first} dan ${second}`,
  number: 'Nomor surat',
  day: 'Tanggal surat',
  count: 'Jumlah satker',
  counts: (all: string, parts: readonly string[]) =>
    parts.length > 1 ? `${all}: ${parts.join(', ')}` : all,
  columns: {
    no: 'No.',
    satker: 'Satuan kerja',
    category: 'Kategori',
    total: 'Nilai TPI',
    pengungkit: 'Pengungkit',
    hasil: 'Hasil',
    gates: 'Syarat nilai',
    requirements: 'Syarat pengusulan',
  },
  instansi: (predikat: string) => `Syarat tingkat instansi untuk ${predikat}`,
  requirement: 'Syarat',
  value: 'Keadaan',
  verdict: 'Penilaian',
  reasons: 'Satuan kerja dengan syarat yang belum terpenuhi atau belum diketahui',
  reasonColumns: ['Satuan kerja', 'Syarat satker', 'Pertimbangan'],
  lacking: (verdict: string, names: string) =>
    `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}: ${names}.`,
  onlyInstansi: 'terpenuhi; yang belum ialah syarat tingkat instansi',
  source: (source: string) => `Dasar: ${source}.`,
  made: (moment: string, version: string) => `Disusun dengan Tapak ZI ${version}, ${moment}.`,
  statementTitle: 'Surat pernyataan tanggung jawab mutlak',
  statementHeading: ['SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK'],
  name: 'Nama',
  position: 'Jabatan',
  nip: 'NIP',
  agency: 'Instansi',
  missing: (field: string) => `(${field} belum diatur)`,
} as const;

/** The list as a workbook. */
export const proposalListText = {
  sheetName: 'Usulan',
  heading: (year: number) => `Satuan kerja yang diusulkan ke TPN tahun ${year}`,
  reference: (number: string, day: string) => `Surat nomor ${number} tanggal ${day}`,
  columns: [
    'No.',
    'Kode',
    'Satuan kerja',
    'Kategori',
    'Afirmasi',
    'Nilai TPI',
    'Pengungkit',
    'Hasil',
    'Syarat nilai',
    'Syarat yang belum terpenuhi atau belum diketahui',
    'Pertimbangan',
  ],
  yes: 'Ya',
  no: 'Tidak',
  letterhead: 'Sekretariat Jenderal KPU',
} as const;

/** The words of the statement, a setting of the year. */
export const statementText = {
  title: (year: number) => `Isi surat pernyataan tanggung jawab mutlak ${year}`,
  year: (year: number) => `Tahun ${year}`,
  shipped: 'Yang dipakai sekarang: rumusan bawaan aplikasi.',
  own: 'Yang dipakai sekarang: teks yang ditulis administrator.',
  subject: 'isi surat pernyataan',
  label: 'Isi surat pernyataan',
  saved: 'Isi surat pernyataan tersimpan.',
  fields: {
    nama: 'nama penanda tangan',
    jabatan: 'jabatan penanda tangan',
    instansi: 'nama instansi menurut kop',
    jumlah: 'banyaknya satker yang diusulkan, dengan angka dan huruf',
    predikat: 'predikat yang diusulkan',
    tahun: 'tahun penilaian',
    nomor: 'nomor surat pengusulan',
    tanggal: 'tanggal surat pengusulan',
  },
  notes: {
    shipped:
      'Isi surat pernyataan ini rumusan bawaan aplikasi, karena naskah resminya belum diperoleh. Periksa sebelum ditandatangani; administrator dapat mengubahnya pada Tahun penilaian, Isi surat pernyataan.',
    own: 'Isi surat pernyataan ini ditulis administrator pada Tahun penilaian, Isi surat pernyataan.',
  },
} as const;

/** Head and signatory of the papers to TPN. */
export const signatoryText = {
  title: 'Kop dan penanda tangan pengusulan',
  saved: 'Kop dan penanda tangan disimpan.',
  fields: {
    agency: 'Nama instansi (satu baris per baris kop)',
    address: 'Alamat',
    city: 'Kota tempat penandatanganan',
    position: 'Jabatan penanda tangan',
    name: 'Nama penanda tangan',
    nip: 'NIP (boleh kosong)',
  },
} as const;
