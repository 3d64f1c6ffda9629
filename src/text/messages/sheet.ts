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
} as const;

export const appRuleText: Readonly<Record<AppRule, string>> = {
  'nihil-complaints': 'Menunggu penilaian TPI',
  'discipline-from-zero': 'Naik dari 0 bernilai 0',
  'not-computable': 'Tidak dapat dihitung',
};
