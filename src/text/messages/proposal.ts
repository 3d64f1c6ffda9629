import type { RequirementVerdict } from '../../domain/predikat/nomination.js';
import type { Messages } from './message-table.js';

/** Refusals of proposing to TPN and of recording its results. */
export const proposalMessages = {
  'requirement-number': ({ max }) =>
    `Tulis angka dari 0 sampai ${max}, paling banyak dua angka di belakang koma.`,
  'requirement-source': () => 'Tulis sumbernya: nama dokumen yang menyatakan nilai ini.',
  'proposal-nothing': () => 'Belum ada satker yang dipilih. Centang satker yang diusulkan.',
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
  'tpn-total': () => 'Tulis nilai antara 0 dan 100, misalnya 82,45.',
  'tpn-part': ({ max }) => `Tulis nilai antara 0 dan ${max}, atau kosongkan.`,
  'tpn-sum': () => 'Nilai pengungkit ditambah hasil tidak sama dengan nilai total.',
  'tpn-own-file': () => 'Berkas ini bukan lembar kerja satker, tahun, dan tingkat penilaian ini.',
  'tpn-invalid': ({ cell, value }) =>
    `Sel ${cell} berisi “${value}”, yang tidak ada dalam pilihan jawabannya. Perbaiki berkasnya lalu unggah lagi.`,
  'tpn-stale': () =>
    'Jawaban TPN sudah diubah orang lain sejak halaman ini dibuka. Tidak ada yang ditimpa; salin isian Anda, lalu buka lagi halamannya.',
  'tpn-decision': () => 'Pilih ditetapkan atau tidak ditetapkan.',
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

export const proposalText = {
  nav: 'Pengusulan',
  title: (year: number) => `Pengusulan ke TPN ${year}`,
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
  instansiRequirements: (met: number, of: number) => `${met} dari ${of} syarat instansi terpenuhi`,
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

/** Words of the annex and of the statement. */
export const proposalPaperText = {
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
  counts: (parts: readonly string[]) => parts.join(', '),
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
  instansi: 'Syarat tingkat instansi',
  requirement: 'Syarat',
  value: 'Keadaan',
  verdict: 'Penilaian',
  reasons: 'Satker dengan syarat yang belum terpenuhi atau belum diketahui',
  reason: (satker: string, missing: string, reason: string) =>
    `${satker}: ${missing}. Pertimbangan: ${reason}`,
  source: (source: string) => `Dasar: ${source}.`,
  made: (moment: string, version: string) => `Disusun dengan Tapak ZI ${version}, ${moment}.`,
  statementTitle: 'Surat pernyataan tanggung jawab mutlak',
  statementHeading: ['SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK'],
  undersigned: 'Yang bertanda tangan di bawah ini:',
  name: 'Nama',
  position: 'Jabatan',
  nip: 'NIP',
  agency: 'Instansi',
  declares: (year: number, predikat: string, satker: number, number: string, day: string) =>
    `dengan ini menyatakan bertanggung jawab mutlak atas pengusulan ${satker} satuan kerja untuk memperoleh predikat ${predikat} tahun ${year}, sebagaimana tercantum dalam lampiran surat nomor ${number} tanggal ${day}, dan menyatakan bahwa:`,
  clauses: [
    'Satuan kerja yang diusulkan telah dinilai oleh tim penilai internal dan dinyatakan memenuhi syarat nilai predikat yang diusulkan.',
    'Syarat pengusulan tingkat instansi dan tingkat satuan kerja telah diperiksa; keadaan setiap syarat tercantum dalam lampiran surat.',
    'Data, jawaban, dan bukti dukung yang disampaikan adalah benar dan dapat dipertanggungjawabkan.',
    'Apabila di kemudian hari terbukti ada data atau bukti dukung yang tidak benar, kami bersedia menerima akibatnya sesuai dengan ketentuan peraturan perundang-undangan, termasuk pencabutan predikat.',
  ],
  closing: 'Surat pernyataan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  basis:
    'Dasar: PermenPANRB 90/2021 sebagaimana diubah dengan PermenPANRB 5/2024, Lampiran II Bab II.',
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
