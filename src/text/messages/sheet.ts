import type { AppRule } from '../../domain/scoring/sheet-score.js';
import type { Cadence, Half } from '../../domain/instrument/instrument.js';

/** Words of the filling pages: areas and indicators. */

export const halfText: Readonly<Record<Half, string>> = {
  pemenuhan: 'Pemenuhan',
  reform: 'Reform',
  hasil: 'Hasil',
};

export const cadenceText: Readonly<Record<Cadence, string>> = {
  triwulan: 'tiap triwulan',
  semester: 'tiap semester',
  tahunan: 'tiap tahun',
  sekali: 'sekali, lalu dipastikan masih berlaku tiap awal tahun',
};

export const areaText = {
  name: (key: string, name: string) => (key === 'hasil' ? name : `Area ${key}: ${name}`),
  tab: (key: string) => (key === 'hasil' ? 'Hasil' : `Area ${key}`),
  filled: (answered: number, of: number) => `${answered} dari ${of} terisi`,
  tabFilled: (answered: number, of: number) => `${answered}/${of}`,
  score: (points: string, weight: string) => `${points} dari ${weight}`,
  ownGate: 'Ambang area',
  caption: (half: string) => `Indikator ${half}`,
  group: (code: string, name: string) => `${code} ${name}`,
  state: {
    answered: 'Terisi',
    unanswered: 'Belum terisi',
    'not-computable': 'Tidak dapat dihitung',
  },
  points: (points: string, full: string) => `${points} dari ${full}`,
  evidence: (count: number) => (count === 0 ? 'tanpa bukti' : `${count} bukti`),
  filters: {
    '': 'Semua',
    'belum-terisi': 'Belum terisi',
    'tanpa-bukti': 'Tanpa bukti',
    'tidak-terhitung': 'Tidak dapat dihitung',
  },
  nothing: {
    title: 'Tidak ada indikator di saringan ini',
    text: 'Semua indikator area ini sudah beres menurut saringan yang dipilih.',
  },
} as const;

/** Why a person only reads. */
export const readOnlyText = {
  role: 'Anda dapat membaca halaman ini. Pengisian dilakukan tim ZI satker.',
  area: 'Area ini tidak ditugaskan kepada Anda. Ketua tim dapat menugaskannya di halaman Tim.',
  stage: (stage: string) =>
    `LKE sedang pada tahap ${stage}. Isian terkunci sampai LKE dibuka kembali untuk pengisian.`,
  someOpen:
    'LKE dikembalikan: hanya indikator bertanda "terbuka" yang dapat diubah; yang lain tetap seperti diajukan.',
  notReturned:
    'Indikator ini terkunci karena tidak termasuk yang dikembalikan. Yang terbuka tampil di halaman Pengajuan.',
} as const;

export const appRuleText: Readonly<Record<AppRule, string>> = {
  'nihil-complaints': 'Menunggu penilaian TPI',
  'discipline-from-zero': 'Naik dari 0 bernilai 0',
  'not-computable': 'Tidak dapat dihitung',
};

/** One indicator. */
export const answerText = {
  saveAndNext: 'Simpan dan lanjut ke yang belum terisi',
  saveAndNextReturned: 'Simpan dan lanjut ke yang dikembalikan',
  title: (code: string, name: string) => `${code} ${name}`,
  position: (at: number, of: number, area: string) => `Indikator ${at} dari ${of}, ${area}`,
  group: (code: string, name: string) => `${code} ${name}`,
  saved: (when: string, by: string | null) =>
    by === null ? `Disimpan ${when}` : `Disimpan ${when} oleh ${by}`,
  optionValue: (value: string, points: string) => `nilai ${value} · ${points} poin`,
  range: (minimum: string, maximum: string) =>
    `Indeks hasil survei, ${minimum} sampai ${maximum}. Contoh: 3,60.`,
  cadence: (cadence: string) => `Bukti baru diharapkan ${cadence}.`,
  implausible: (parts: string, within: string) => `${parts} melebihi ${within}. Periksa lagi.`,
  needsReason: 'Isian ini tidak dapat dihitung. Tulis alasannya di catatan.',
  incomplete: 'Belum semua jumlah terisi, jadi indikator ini masih dihitung belum terisi.',
} as const;

/** Why an indicator has its points. */
export const scoreText = {
  points: (points: string, full: string) => `${points} dari ${full} poin`,
  unanswered: (full: string) => `Belum terisi: dihitung 0 dari ${full} poin.`,
  choice: (letter: string, value: string, points: string, full: string) =>
    `${letter} = ${value} → ${points} dari ${full} poin`,
  division: (numerator: string, denominator: string, ratio: string) =>
    `${numerator} ÷ ${denominator} = ${ratio}`,
  decrease: (before: string, now: string, ratio: string) =>
    `(${before} − ${now}) ÷ ${before} = ${ratio}`,
  capped: (division: string, value: string) => `${division}, dihitung ${value}`,
  worth: (division: string, points: string, full: string) =>
    `${division} → ${points} dari ${full} poin`,
  index: (index: string, maximum: string, full: string, points: string) =>
    `${index} ÷ ${maximum} × ${full} = ${points} poin`,
  notComputable: (value: string) => `Tidak dapat dihitung: bernilai ${value}.`,
  fromZero: (value: string) => `Naik dari 0: dihitung ${value}.`,
  nihil: (value: string) => `Nihil: dihitung ${value}.`,
  bestOption: (letter: string, points: string) => `Jawaban ${letter} bernilai ${points} poin.`,
  nextOption: (letter: string, adds: string) => `Jawaban ${letter} menambah ${adds} poin.`,
  nextRatio: (adds: string) => `Rasio penuh menambah ${adds} poin.`,
  nextIndex: (points: string) => `Tiap tambahan indeks 0,1 bernilai ${points} poin.`,
  best: 'Nilai tertinggi sudah tercapai.',
  subcomponent: (code: string) => `Sub-komponen ${code}`,
  part: (code: string) => `Hasil ${code}`,
  total: 'Nilai total',
  of: (points: string, weight: string) => `${points} dari ${weight}`,
  then: (points: string) => `menjadi ${points}`,
} as const;

/** After a save. */
export const savedText = {
  saved: (code: string, when: string) => `${code} tersimpan ${when}.`,
  already: (code: string, when: string) => `${code} sudah tersimpan ${when}.`,
  unanswered: (code: string, when: string) => `${code} tersimpan ${when}; jawabannya kosong.`,
  points: (before: string, after: string) => `Poin ${before} → ${after}.`,
  total: (before: string, after: string) => `Nilai total ${before} → ${after}.`,
} as const;

/** Two people, one indicator. */
export const answerConflictText = {
  title: (code: string) => `${code} sudah diubah orang lain`,
  intro: (who: string, when: string) =>
    `${who} menyimpan indikator ini pada ${when}, sesudah Anda membukanya. Isian Anda belum disimpan dan tidak ada yang ditimpa. Bandingkan keduanya, lalu pilih.`,
  someone: 'Orang lain',
  answer: 'Jawaban',
  note: 'Catatan',
  empty: '(kosong)',
  unanswered: '(belum terisi)',
} as const;

/** A save that met a closed door; what was typed is shown again. */
export const refusedText = {
  stage: 'Isian Anda belum tersimpan, karena LKE tidak lagi pada tahap pengisian.',
  'not-returned':
    'Isian Anda belum tersimpan, karena indikator ini tidak termasuk yang dikembalikan.',
  area: 'Isian Anda belum tersimpan, karena area ini tidak ditugaskan kepada Anda.',
  role: 'Isian Anda belum tersimpan, karena peran Anda hanya membaca.',
} as const;

/** What those who assess said of one indicator. */
/** What those who assess found, at the satker's own indicator. */
export const verdictText = {
  found: (answer: string, points: string) => (answer === '' ? points : `${answer}, ${points}`),
  differs: 'Berbeda dari jawaban satker waktu itu',
  same: 'Sesuai jawaban satker waktu itu',
  by: (when: string, by: string | null, round: number) =>
    `Dinilai ${when}${by === null ? '' : ` oleh ${by}`}${round === 0 ? '' : `, atas pengajuan ke-${round}`}.`,
} as const;

export const answerNotesText = {
  closed: 'Sudah ditutup',
  waits: {
    satker: 'Menunggu balasan satker',
    reviewer: 'Menunggu tinjauan ulang',
    nobody: 'Sudah ditutup',
  },
  by: (name: string, when: string) => (name === '' ? when : `${name}, ${when}`),
} as const;
