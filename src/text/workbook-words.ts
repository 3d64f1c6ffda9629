import type { GateCode } from '../domain/predikat/gate.js';

/**
 * Words by which filled worksheets are recognised, as they circulate: headings of columns, marks
 * for "not filled", verdicts, spellings. Compared after `compact` (lower case, letters and digits).
 */

/** Headings by what the column holds; the first fitting list wins. */
export const headingWords = {
  label: [
    'penilaian',
    'uraian',
    'uraianpenilaian',
    'indikator',
    'indikatorpenilaian',
    'komponen',
    'komponenpenilaian',
    'komponenindikator',
    'pertanyaan',
    'butir',
    'butirpenilaian',
    'aspekpenilaian',
    'unsurpenilaian',
    'areaperubahan',
  ],
  weight: ['bobot', 'bobotnilai', 'bobotpenilaian', 'nilaibobot'],
  criteria: [
    'kriterianilai',
    'kriteria',
    'kriteriapenilaian',
    'kriteriajawaban',
    'penjelasankriteria',
    'penjelasan',
    'penjelasankriterianilai',
  ],
  choices: [
    'pilihanjawaban',
    'pilihan',
    'pilihanjawab',
    'jenisjawaban',
    'tipejawaban',
    'opsijawaban',
    'opsi',
  ],
  answer: [
    'jawaban',
    'jawabanunit',
    'jawabanunitkerja',
    'jawabansatker',
    'jawabansatuankerja',
    'jawabanmandiri',
    'jawabanpenilaianmandiri',
    'jawabanpm',
    'isian',
    'isianjawaban',
    'jawab',
  ],
  value: ['nilai', 'skor', 'nilaiunit', 'nilaisatker', 'nilaimandiri', 'nilaicapaian'],
  percent: ['persen', 'persentase', 'prosentase', 'capaian'],
  note: [
    'catatan',
    'keterangan',
    'catatanketeranganpenjelasan',
    'catatanketerangan',
    'keterangancatatan',
    'catatanpenjelasan',
    'keteranganpenjelasan',
    'catatanketeranganpenjelasanunit',
    'catatanunit',
    'catatansatker',
    'keteranganunit',
    'penjelasanunit',
    'penjelasansatker',
    'catatanketeranganpenjelasansatker',
    'uraianjawaban',
    'penjelasanjawaban',
  ],
  evidence: [
    'daftarbukti',
    'daftarbuktidukung',
    'daftarbuktidukungunit',
    'buktidukung',
    'buktidukungunit',
    'buktidukungsatker',
    'buktipendukung',
    'daftarbuktipendukung',
    'daftardokumen',
    'daftareviden',
    'daftarevidence',
    'buktifisik',
    'datadukung',
    'datapendukung',
    'daftardatadukung',
    'dokumenpendukung',
    'dokumendukung',
    'dokumen',
    'evidence',
    'eviden',
    'bukti',
    'namabukti',
  ],
  link: [
    'tautan',
    'link',
    'url',
    'tautanbuktidukung',
    'tautanbuktidukungunit',
    'tautanbuktidukungbaru',
    'tautanbukti',
    'tautanbuktipendukung',
    'linkbuktidukung',
    'linkbuktipendukung',
    'linkbukti',
    'linkdatadukung',
    'linkevidence',
    'linkeviden',
    'linkdokumen',
    'linkdrive',
    'linkgoogledrive',
    'tautandatadukung',
    'alamatbuktidukung',
    'tautandokumen',
  ],
  id: ['id', 'no', 'nomor', 'kode', 'nourut', 'idsoal', 'nosoal'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Heading of the link column that only the ministry's variant of PortalRB has. */
export const NEW_LINK_HEADING = 'tautanbuktidukungbaru';

/** Headings of the unit's own answers in PortalRB. */
export const UNIT_ANSWER_HEADINGS: readonly string[] = ['jawabanunit', 'jawabanunitkerja'];

/** A heading with one of these words belongs to a tier above the satker. */
export const OTHER_TIER_WORDS =
  /\b(?:tpi|tpn|tim penilai|evaluator|penilai|penilaian pendahuluan|inspektorat|provinsi|pusat|verifikator|reviu)\b/;

/** Ends of compact headings that only say whose the column is. */
export const OWN_TIER_WORDS =
  /(?:(?:oleh)?(?:unit(?:kerja)?|satuankerja|satker|mandiri|penilaianmandiri|kpu|timzi|zi)|(?:tahun)?20\d\d)+$/;

/** What people put in a cell that they have not filled. */
export const NOT_FILLED: ReadonlySet<string> = new Set([
  'blmdiisi',
  'belumdiisi',
  'blmterisi',
  'belumterisi',
  'blmada',
  'belumada',
  'blmdijawab',
  'belumdijawab',
  'kosong',
  'pilih',
  'pilihjawaban',
  'pilihsalahsatu',
  'belummengisi',
  'belumdipilih',
  'blmdipilih',
  'na',
]);

/** Short forms of Ya and Tidak that can mean nothing else in a Ya/Tidak row. */
export const YES_NO_WORDS: ReadonlyMap<string, string> = new Map([
  ['y', 'Ya'],
  ['ya', 'Ya'],
  ['iya', 'Ya'],
  ['t', 'Tidak'],
  ['tdk', 'Tidak'],
  ['tidak', 'Tidak'],
]);

export const YES = 'Ya';
export const NO = 'Tidak';

/** Spellings of the official sheets and of circulating copies, brought to one. */
export const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:non )?lhkasn\b/g, 'non lhkpn'],
  [/\bsurvey\b/g, 'survei'],
  [/\bperijinan\b/g, 'perizinan'],
  [/\bkarir\b/g, 'karier'],
  [/\bassement\b/g, 'assessment'],
  [/\bresponsive\b/g, 'responsif'],
  [/\bprosentase\b/g, 'persentase'],
  [/\breview\b/g, 'reviu'],
  [/\bdtindaklanjuti\b/g, 'ditindaklanjuti'],
  [/\bdan dan\b/g, 'dan'],
  [/\btelah telah\b/g, 'telah'],
];

/** Said of a count beside its name: "Jumlah lainnya", "Lainnya". */
export const COUNT_WORD = 'jumlah';

/** Words of the types in the column of choices, compact. */
export const CHOICE_WORDS = {
  yesNo: 'yatidak',
  letters: /^abc?d?e?$/,
  percent: ['persen', 'persentase'] as readonly string[],
  count: 'jumlah',
  index: /^(?:nilai|indeks|index)?04$/,
} as const;

/** Start of a verdict in a summary sheet, compact. */
export const VERDICT_START =
  /^(?:memenuhi|belummemenuhi|tidakmemenuhi|belum|tidaklulus|lulus|lolos|tidaklolos|terpenuhi|tidakterpenuhi)/;

/** Lines of summary sheets by the gate they are about; the first that fits. */
export const gateWords: readonly { readonly code: GateCode; readonly words: RegExp }[] = [
  { code: 'ipak', words: /\bipak\b|antikorupsi|anti korupsi|persepsi korupsi/ },
  { code: 'kinerja', words: /capaian kinerja/ },
  { code: 'hasil-bersih', words: /birokrasi yang bersih/ },
  {
    code: 'hasil-prima',
    words: /\bipkp\b|pelayanan publik yang prima|persepsi kualitas pelayanan/,
  },
  { code: 'pengungkit', words: /^(?:total |nilai |jumlah )?(?:komponen )?pengungkit$/ },
  {
    code: 'total',
    words: /^(?:nilai )?total$|^nilai (?:hasil )?evaluasi zona integritas$|^nilai akhir$/,
  },
];

/** What stands beside the year at the head of a summary sheet. */
export const YEAR_LABELS: readonly string[] = ['tahun', 'tahun evaluasi', 'tahun penilaian'];
