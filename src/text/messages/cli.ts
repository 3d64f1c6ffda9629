import type { Tier } from '../../domain/access/tiers.js';
import type { Messages } from './message-table.js';
import { tierWithin } from './review.js';

/** Refusals of the command line itself. */
export const cliMessages = {
  'command-needed': ({ known }) => `Sebutkan satu perintah. Yang tersedia: ${known}.`,
  'unknown-command': ({ known }) => `Perintah ini tidak dikenal. Yang tersedia: ${known}.`,
  'unknown-option': () =>
    'Pilihan ini tidak dikenal. Tambahkan --help untuk melihat cara pakai perintahnya.',
  'option-needed': () => 'Pilihan ini wajib disebut. Tambahkan --help untuk melihat cara pakainya.',
  'option-without-value': () => 'Pilihan ini perlu diikuti nilainya.',
  'option-with-value': () => 'Pilihan ini tidak menerima nilai.',
  'option-repeated': () => 'Pilihan ini disebut lebih dari sekali. Sisakan satu saja.',
  'unexpected-argument': ({ argument }) =>
    `Perintah ini tidak menerima "${argument}". Nilai diberikan dengan pilihan, misalnya --year 2026.`,
  'not-a-year': () => 'Tahun ditulis dengan empat angka, misalnya 2026.',
  'unknown-lke': ({ satker, year }) =>
    `LKE satker ${satker} tahun ${year} tidak ada. Periksa kode satker dan tahunnya.`,
  'unknown-tier': ({ known }) => `Tingkat penilaian ini tidak dikenal. Yang ada: ${known}.`,
  'tier-empty': ({ tier, satker, year }) =>
    `Satker ${satker} belum mempunyai ${tierWithin(tier as Tier)} untuk tahun ${year}.`,
  'unknown-layout': ({ known }) => `Susunan lembar kerja ini tidak dikenal. Yang ada: ${known}.`,
  'tier-not-in-layout': ({ tier, layout }) =>
    `Susunan ${layout} tidak mempunyai tempat untuk ${tierWithin(tier as Tier)}.`,
  'unknown-share': ({ known }) =>
    known === ''
      ? 'LKE ini tidak mempunyai tautan berbagi yang berlaku. Buat dahulu di halaman Tautan berbagi.'
      : `Tautan berbagi ini tidak ada atau tidak berlaku lagi. Sebut nomornya (${known}) atau nama penerimanya.`,
  'unknown-accept': ({ known }) => `Pilihan --accept ini tidak dikenal. Yang ada: ${known}.`,
  'file-exists': () =>
    'Berkas ini sudah ada dan tidak ditimpa. Pilih nama lain atau tambahkan --force.',
  'file-unwritable': () => 'Berkas ini tidak dapat ditulis. Periksa foldernya dan izinnya.',
  'file-no-room': () => 'Ruang di tempat berkas ini tidak cukup. Kosongkan ruang lalu ulangi.',
  'unknown-role-code': ({ known }) =>
    `Peran ini tidak dikenal. Tulis kodenya, salah satu dari: ${known}.`,
  'config-fault': ({ fault }) => `Pengaturan lingkungan tidak dapat dipakai: ${fault}.`,
} as const satisfies Messages;

export const cliUsage = {
  all: (commands: readonly string[]) =>
    [
      'Pemakaian: npm run -s zi -- PERINTAH [PILIHAN]',
      '',
      ...commands,
      '',
      'Tambahkan --help sesudah perintah untuk cara pakainya. Folder data ditentukan ZI_DATA.',
      'Kode keluar: 0 berhasil, 2 masukan ditolak, 1 kegagalan lain.',
    ].join('\n'),
  one: (usage: string, about: string) => `Pemakaian: npm run -s zi -- ${usage}\n${about}`,
  line: (name: string, about: string) => `  ${name.padEnd(17)}${about}`,
} as const;

/** How each command is called and what it is for. */
export const cliCommands = {
  score: {
    usage: 'score BERKAS|-',
    about: 'Menghitung nilai dan ambang dari jawaban berbentuk JSON.',
  },
  answers: {
    usage:
      'answers --satker KODE --year TAHUN [--tier mandiri|pendahuluan|tpi|tpn] [--as PENGGUNA]',
    about: 'Mencetak jawaban satu LKE sebagai masukan perintah score.',
  },
  export: {
    usage:
      'export --satker KODE --year TAHUN --layout lampiran-iii|portalrb [--tier TINGKAT] [--share TAUTAN] --out BERKAS [--force] [--as PENGGUNA]',
    about: 'Menulis lembar kerja satu LKE ke berkas xlsx.',
  },
  import: {
    usage:
      'import BERKAS --satker KODE --year TAHUN [--preview] [--accept missing|all] [--sheet LEMBAR] [--as PENGGUNA] [--json]',
    about: 'Membaca lembar kerja yang sudah diisi ke satu LKE; --preview hanya membandingkan.',
  },
  'export-province': {
    usage:
      'export-province --province KODE --year TAHUN [--layout lampiran-iii|portalrb] --out BERKAS [--force] [--as PENGGUNA]',
    about: 'Menulis lembar kerja semua satker satu provinsi dan rekapnya ke berkas zip.',
  },
  bundle: {
    usage: 'bundle --satker KODE --year TAHUN --out BERKAS [--force] [--as PENGGUNA]',
    about: 'Menulis semua bukti satu LKE dengan indeks dan lembar kerjanya ke berkas zip.',
  },
  recap: {
    usage: 'recap --province KODE --year TAHUN --out BERKAS [--force] [--as PENGGUNA]',
    about: 'Menulis rekap nilai semua satker satu provinsi ke berkas xlsx.',
  },
  wording: {
    usage: [
      'wording --year TAHUN --file BERKAS --source JUDUL [--number NOMOR] [--day TANGGAL] [--sheet LEMBAR] [--preview]',
      '       wording --year TAHUN --remove',
      'Keduanya menerima [--as PENGGUNA]: atas nama siapa riwayat mencatatnya.',
    ].join('\n'),
    about: 'Memuat naskah resmi satu tahun dari lembar kerja, atau menghapusnya.',
  },
  user: {
    usage: [
      'user add --username U --name NAMA [--email SUREL] --role PERAN [--satker KODE …] [--role …]',
      '       user disable --username U',
      '       user reset-link --username U',
      'Ketiganya menerima [--as PENGGUNA]: atas nama siapa riwayat mencatatnya.',
    ].join('\n'),
    about: 'Menambah atau menonaktifkan pengguna, atau membuat tautan kata sandi.',
  },
  demo: {
    usage: 'demo [--serve]',
    about: 'Membuat data contoh di folder tersendiri; dengan --serve sekaligus menjalankannya.',
  },
  backup: {
    usage: 'backup FOLDER',
    about: 'Mencadangkan seluruh folder data ke folder kosong.',
  },
  restore: {
    usage: 'restore FOLDER',
    about: 'Memulihkan cadangan ke folder data yang kosong.',
  },
  verify: {
    usage: 'verify',
    about: 'Memeriksa rantai riwayat, nilai tersimpan, dan berkas bukti.',
  },
  migrate: {
    usage: 'migrate',
    about: 'Membuat atau memutakhirkan basis data.',
  },
} as const satisfies Record<string, { usage: string; about: string }>;
