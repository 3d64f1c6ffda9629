import type { Stage } from '../../domain/lke/stages.js';

/** Words of the list of satker and of one satker's home. */

export const stageText: Readonly<Record<Stage, string>> = {
  pengisian: 'Pengisian',
  pendahuluan: 'Penilaian pendahuluan',
  'menunggu-tpi': 'Menunggu TPI',
  tpi: 'Penilaian TPI',
  'siap-diusulkan': 'Siap diusulkan',
  tpn: 'Penilaian TPN',
  ditetapkan: 'Ditetapkan',
  'tidak-ditetapkan': 'Tidak ditetapkan',
  'belum-layak': 'Belum layak',
  'belum-memenuhi': 'Belum memenuhi',
};

export const satkerListText = {
  title: (year: number) => `Satker dan LKE ${year}`,
  emptyTitle: 'Daftar satker',
  noYear: {
    title: 'Belum ada tahun LKE yang dibuka',
    text: 'Administrator membuka tahun LKE dan memilih satker yang mengikutinya. Setelah itu daftar satker tampil di sini.',
  },
  noScope: {
    title: 'Akun Anda belum mempunyai peran',
    text: 'Minta ketua tim satker mengundang Anda lagi dengan nama pengguna Anda sekarang, atau minta administrator memberi peran.',
  },
  nothingFound: {
    title: 'Tidak ada satker yang cocok',
    text: 'Ubah kata pencarian atau hapus saringan.',
  },
  noneOpened: {
    title: 'Belum ada LKE yang dibuka',
    text: 'Administrator membuka LKE untuk satker yang dipilih. Pilih tahap "Belum dibuka" untuk melihat satker dalam lingkup Anda.',
  },
  columns: {
    kode: 'Kode',
    nama: 'Satker',
    isi: 'Kelengkapan',
    nilai: 'Nilai',
    ambang: 'Ambang sasaran',
    kegiatan: 'Kegiatan terakhir',
  },
  centre: 'Pusat',
  count: (shown: string, all: string) => `${shown} dari ${all} satker`,
  stages: {
    all: 'Semua LKE yang dibuka',
    closed: 'Belum dibuka',
  },
  filling: {
    '': 'Semua',
    kosong: 'Belum ada yang terisi',
    sebagian: 'Terisi sebagian',
    lengkap: 'Lengkap',
  },
  completeness: (answered: string, of: string) => `${answered} dari ${of}`,
  passed: (of: number) => `Terpenuhi, ${of} dari ${of}`,
  failed: (failed: number, of: number) => `Belum, ${failed} dari ${of} kurang`,
  noScore: 'Belum dinilai',
  noActivity: 'Belum ada',
} as const;

export const notOpenedText = {
  title: (satker: string) => satker,
  heading: 'LKE belum dibuka',
  text: 'Satker Anda belum mempunyai LKE. Administrator membuka LKE satker untuk tahun berjalan; hubungi administrator bila tahun ini seharusnya sudah dibuka.',
} as const;

/** What the tiers decided, on the home of a satker. */
export const outcomeText = {
  name: (tier: string, kind: string) => `${tier}: ${kind}`,
  score: (tier: string, total: string, own: string) =>
    `Nilai menurut ${tier} ${total}; menurut penilaian mandiri ${own}.`,
  reason: (reason: string) => `Alasan: ${reason}`,
  report: 'Baca laporan hasil evaluasi (LHE)',
} as const;

/** One satker's home. */
export const homeText = {
  title: (satker: string, year: number) => `Ringkasan LKE ${year} ${satker}`,
  scoreOf: (of: string) => `dari ${of}`,
  completeness: (answered: number, of: number) => `${answered} dari ${of} indikator terisi`,
  incomplete: 'Indikator yang belum terisi dihitung 0.',
  complete: 'Semua indikator terisi.',
  internal: (points: string) => `Sasaran internal (di luar peraturan): nilai total ${points}.`,
  internalMet: 'Tercapai',
  prerequisiteMet: (year: number, decree: string) =>
    `Syarat WBBM terpenuhi: predikat Menuju WBK tahun ${year}, ${decree}`,
  prerequisiteUnmet:
    'Syarat WBBM belum terpenuhi: predikat Menuju WBK satker ini belum tercatat. Administrator mencatatnya dari surat keputusan.',
  area: (key: string, name: string) => (key === 'hasil' ? name : `${key}. ${name}`),
  percent: (figure: string) => `${figure} %`,
  chartAlt: (areas: string, minimum: string) =>
    `Diagram batang capaian enam area terhadap bobotnya, dengan garis ambang ${minimum}. ${areas}. Angkanya ada pada tabel di bawah.`,
  chartArea: (area: string, percent: string) => `Area ${area} ${percent}`,
  chartMinimum: (percent: string) => `ambang ${percent}`,
  workToDo: 'Yang perlu dikerjakan',
  workDone: 'Kelengkapan per area',
  filled: (answered: number, of: number) => `${answered} dari ${of}`,
  allMineFilled: 'Semua indikator bagian Anda sudah terisi.',
  withoutArea:
    'Ketua tim belum membagikan area kepada Anda, jadi Anda baru dapat membaca. Minta ketua tim membagikannya di halaman Tim.',
  gain: {
    unanswered: 'Belum terisi',
    choice: (from: string, to: string) => `${from} menjadi ${to}`,
    ratio: (from: string) => `Rasio ${from} menjadi 1`,
    index: (from: string, to: string) => `Indeks ${from} menjadi ${to}`,
    notComputable: 'Tidak dapat dihitung; perbaiki isiannya',
    adds: (points: string) => `+${points}`,
    failing: (gates: string) => gates,
  },
  deadline: {
    none: 'Tenggat tahap ini belum ditetapkan administrator.',
    ended: 'Tidak ada lagi: penilaian tahun ini sudah berakhir.',
    left: (days: number) => `${days} hari lagi`,
    today: 'Hari ini',
    passed: (days: number) => `Lewat ${days} hari`,
    at: (national: string, local: string | null) =>
      local === null ? national : `${national} (${local})`,
    own: 'khusus satker ini',
    again: {
      pendahuluan:
        'Dibuka lagi dari penilaian pendahuluan, jadi tenggatnya mengikuti penilaian pendahuluan.',
      tpi: 'Pernah dikembalikan TPI, jadi tenggatnya mengikuti penilaian TPI.',
    },
    overdue: {
      filling:
        'Tenggat sudah lewat. LKE masih dapat diisi dan diajukan, lalu tercatat terlambat. Bila perlu tenggat lain, ketua tim meminta tanggal khusus kepada administrator.',
      later:
        'Tenggat tahap ini sudah lewat, tetapi tahapnya tetap dapat diselesaikan. Hubungi yang mendapat giliran; bila perlu tenggat lain, minta administrator memberi tanggal khusus beserta alasannya.',
    },
  },
  returned: (count: number | null) =>
    count === null
      ? 'LKE dikembalikan: semua indikator terbuka untuk diperbaiki.'
      : `LKE dikembalikan: ${count} indikator terbuka untuk diperbaiki.`,
  reopened: {
    pendahuluan:
      'Penilaian pendahuluan memutuskan belum layak dan membuka LKE lagi: semua indikator dapat diperbaiki.',
    tpi: 'TPI menyimpulkan belum memenuhi dan membuka LKE lagi: semua indikator dapat diperbaiki.',
  },
  returnWaiting: 'TPI mengembalikan LKE ini. Teruskan kepada satker, atau putuskan lagi.',
  lastActivity: (when: string, who: string) => `Kegiatan terakhir: ${when} oleh ${who}.`,
  noActivity: 'Belum ada isian atau bukti.',
} as const;
