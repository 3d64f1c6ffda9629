import type { Turn } from '../../domain/oversight/turn.js';
import { oversightText } from './oversight.js';

/** Words of the list of those who assess, confirm or decide. */
export const queueText = {
  title: (year: number) => `Tinjauan saya ${year}`,
  titleWithoutYear: 'Tinjauan saya',
  assigned: (count: number) => `${count} satker ditugaskan kepada Anda.`,
  unassigned: 'Belum ada satker yang ditugaskan khusus kepada Anda; ini semua dalam lingkup Anda.',
  showAll: 'Tampilkan semua dalam lingkup saya',
  showAssigned: 'Tampilkan yang ditugaskan saja',
  year: (year: number, running: string) =>
    running === '0' ? String(year) : `${year} (${running} belum selesai)`,
  sum: (done: string, of: string, satker: string) =>
    `${done} dari ${of} indikator dinilai, ${satker} satker.`,
  sumLabel: 'Kemajuan semua satker ini',
  parts: {
    '': (count: string) => `Belum selesai (${count})`,
    giliran: (count: string) => `Giliran Anda (${count})`,
    lain: (count: string) => `Menunggu pihak lain (${count})`,
    berakhir: (count: string) => `Sudah berakhir (${count})`,
  },
  fold: 'Cari dan urutkan',
  found: (shown: string, all: string) => `${shown} dari ${all} satker cocok dengan pencarian.`,
  columns: {
    mendesak: 'Yang mendesak dahulu',
    nama: 'Satker',
    tahap: 'Tahap dan giliran',
    dinilai: 'Dinilai',
    tenggat: 'Tenggat tahap',
    diam: 'Tanpa kegiatan',
    tindakan: 'Tindakan',
  },
  yourTurn: 'giliran Anda',
  turn: (turn: Turn) => oversightText.turn(oversightText.turns[turn]),
  ended: 'selesai',
  progress: (done: number, of: number) => `${done} dari ${of}`,
  notBegun: 'belum mulai',
  noDeadline: 'belum ditetapkan',
  quiet: (days: number) => (days === 0 ? 'hari ini' : `${days} hari`),
  never: 'belum ada',
  waiting: (count: number) => `${count} menunggu tinjauan ulang`,
  lapsed: (count: number) => `${count} perlu dinilai ulang`,
  open: 'Buka',
  none: {
    title: 'Tidak ada yang perlu ditinjau',
    text: 'Akun Anda tidak mempunyai peran penilai, atau LKE tahun ini belum dibuka.',
  },
  noneFound: { title: 'Tidak ada satker yang cocok', text: 'Ubah atau hapus pencariannya.' },
  noneIn: {
    '': {
      title: 'Tidak ada yang perlu ditinjau',
      text: 'Semua LKE dalam lingkup Anda tahun ini sudah berakhir.',
    },
    giliran: {
      title: 'Tidak ada yang menunggu Anda',
      text: 'Semua LKE yang belum selesai sedang dikerjakan pihak lain.',
    },
    lain: {
      title: 'Tidak ada yang menunggu pihak lain',
      text: 'Semua LKE yang belum selesai menunggu Anda.',
    },
    berakhir: {
      title: 'Belum ada yang berakhir',
      text: 'LKE yang ditetapkan, tidak ditetapkan, belum layak, atau belum memenuhi tampil di sini.',
    },
  },
  satkerList: 'Daftar satker',
} as const;

export const workloadText = {
  title: (year: number) => `Beban penilai ${year}`,
  titleWithoutYear: 'Beban penilai',
  load: (satker: number, done: string, of: string) =>
    `${satker} satker, ${done} dari ${of} indikator dinilai`,
  unassigned: 'Belum ditugaskan',
  queue: 'Buka Tinjauan saya',
  none: {
    title: 'Belum ada penugasan',
    text: 'Buka Tugaskan penilai pada satker untuk membagi pekerjaan.',
  },
} as const;
