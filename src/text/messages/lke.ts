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
    text: 'Minta ketua tim satker Anda atau administrator memberi peran pada satker Anda.',
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
  failed: (failed: number, of: number) => `Kurang ${failed} dari ${of}`,
  noScore: 'Belum dinilai',
  noActivity: 'Belum ada',
} as const;

export const notOpenedText = {
  title: (satker: string) => satker,
  heading: 'LKE belum dibuka',
  text: 'Satker Anda belum mempunyai LKE. Administrator membuka LKE satker untuk tahun berjalan; hubungi administrator bila tahun ini seharusnya sudah dibuka.',
} as const;
