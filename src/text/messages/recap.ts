import type { Messages } from './message-table.js';

/** Refusals around the recap of a province. */
export const recapMessages = {
  'unknown-province': ({ province, year }) =>
    `Rekap provinsi ${province} tahun ${year} tidak ada. Periksa kode provinsi dan tahunnya.`,
  'layout-needed': () => 'Pilih sedikitnya satu susunan lembar kerja.',
  'nothing-opened': () =>
    'Belum ada LKE yang dibuka, sehingga belum ada lembar kerja yang dapat disusun.',
} as const satisfies Messages;

/** Words of the recap workbook. */
export const recapSheetNames = {
  recap: 'Rekap',
  areas: 'Area',
  tiers: 'Tingkat',
  wbk: 'Ambang WBK',
  wbbm: 'Ambang WBBM',
} as const;

export const recapBookText = {
  title: 'Rekapitulasi Penilaian Mandiri Zona Integritas',
  heading: (province: string, year: number) =>
    `Rekapitulasi penilaian mandiri Zona Integritas tahun ${year}, ${province}`,
  areasHeading: (province: string, year: number) =>
    `Nilai per area dan paruh tahun ${year}, ${province}`,
  gatesHeading: (target: string, province: string, year: number) =>
    `Syarat nilai minimal Menuju ${target} tahun ${year}, ${province}`,
  tiersHeading: (province: string, year: number) =>
    `Nilai menurut tingkat penilaian tahun ${year}, ${province}`,
  province: (code: string, name: string) => `Provinsi ${name} (${code})`,
  weight: 'Bobot',
  minimum: 'Minimal',
  tierNames: {
    mandiri: 'Mandiri',
    pendahuluan: 'Pendahuluan',
    tpi: 'TPI',
    tpn: 'TPN',
  },
  /** A tier that has not judged all: its score so far carries no verdict. */
  tierUnfinished: 'masih dinilai',
  tierRecorded: 'nilai lapangan yang dicatat',
  tierNone: '–',
  notOpened: 'LKE belum dibuka',
  average: 'Rata-rata',
  highest: 'Tertinggi',
  lowest: 'Terendah',
  columns: {
    rank: 'Peringkat',
    code: 'Kode',
    name: 'Satuan kerja',
    target: 'Sasaran',
    stage: 'Tahap',
    answered: (of: number) => `Terisi dari ${of}`,
    completeness: 'Terisi (%)',
    area: (key: string, name: string) => `${key}. ${name}`,
    pengungkit: 'Pengungkit',
    hasil: 'Total hasil',
    total: 'Nilai total',
    tierTotal: 'Nilai',
    tierJudged: (of: number) => `Terisi atau dinilai dari ${of}`,
    tierVerdict: 'Syarat nilai sasaran (eksak)',
    verdict: 'Syarat nilai sasaran (eksak)',
    pemenuhan: 'Pemenuhan',
    reform: 'Reform',
    sum: 'Jumlah',
    allPemenuhan: 'Total pemenuhan',
    allReform: 'Total reform',
    short: 'Syarat yang kurang',
    byFormula: 'Menurut rumus',
    byApplication: 'Menurut aplikasi (eksak)',
    missing: 'Kekurangan menurut aplikasi',
  },
  met: 'Memenuhi',
  unmet: 'Belum memenuhi',
  unmetGates: (count: number) => `Belum, ${count} syarat kurang`,
  missing: (gate: string, points: string) => `${gate} kurang ${points} poin`,
  notes: 'Keterangan',
  note: {
    made: (when: string, version: string) => `Disusun ${when} dengan Tapak ZI ${version}.`,
    head: (seq: number, hash: string) => `Kepala riwayat: nomor ${seq}, ${hash}.`,
    noHead: 'Kepala riwayat: belum ada.',
    scope: (count: number, opened: number) =>
      `Memuat ${count} satuan kerja yang boleh dilihat pengunduhnya; ${opened} di antaranya mempunyai LKE tahun ini.`,
    tier: 'Nilai di lembar Rekap, Area, dan Ambang adalah penilaian mandiri satuan kerja sendiri.',
    furtherTiers:
      'Penilaian tingkat di atasnya, sejauh boleh dilihat pengunduhnya, ada di lembar Tingkat.',
    tiers:
      'Setiap tingkat dihitung dari penilaiannya sendiri; indikator yang belum dinilai dihitung 0, sehingga nilai tingkat yang belum selesai masih berubah dan belum diputus. Nilai lapangan TPN yang dicatat sebagai jumlah tidak mempunyai rincian per indikator.',
    unanswered:
      'Indikator yang belum terisi dihitung 0; baca nilainya bersama kolom kelengkapannya.',
    rank: 'Peringkat menurut nilai total; nilai yang sama mendapat peringkat yang sama.',
    exact:
      'Putusan menurut aplikasi dihitung dari pecahan eksak dan menjadi acuan. Rumus di lembar ini membulatkan pada angka desimal kesembilan.',
    area: 'Ambang area dihitung dari pemenuhan dan reform bersama, terhadap bobot areanya.',
    source: (sources: string) => `Sumber nilai minimal: ${sources}.`,
  },
} as const;

/** The page of the recap. */
export const recapText = {
  title: (province: string, year: number) => `Rekap ${province} ${year}`,
  link: (province: string, year: number) => `Rekap ${province} ${year}`,
  intro: (count: number, opened: number) =>
    opened === count
      ? `${count} satker, semuanya sudah mempunyai LKE.`
      : `${count} satker; ${opened} di antaranya sudah mempunyai LKE.`,
  made: (when: string, head: string) => `Keadaan ${when}. ${head}`,
  head: (seq: number, hash: string) =>
    seq === 0 ? 'Riwayat masih kosong.' : `Nomor riwayat terakhir ${seq}, kode ${hash}.`,
  download: 'Unduh rekap (xlsx)',
  columns: {
    peringkat: 'Peringkat',
    kode: 'Kode',
    nama: 'Satker',
    isi: 'Kelengkapan',
    pengungkit: 'Pengungkit',
    hasil: 'Hasil',
    nilai: 'Nilai total',
    ambang: 'Ambang sasaran',
  },
  completeness: (answered: string, of: string) => `${answered} dari ${of}`,
  passed: (of: number) => `Terpenuhi, ${of} dari ${of}`,
  failed: (failed: number, of: number) => `Belum, ${failed} dari ${of} kurang`,
  short: (gate: string, points: string) => `${gate}: kurang ${points} poin`,
  shortAll: (failed: number) => `Lihat ${failed} ambang yang kurang`,
  average: 'Rata-rata',
  averageNote: 'dari satker yang sudah mempunyai LKE',
  areaCell: (pemenuhan: string, reform: string) => `${pemenuhan} + ${reform}`,
  area: (key: string, name: string) => `${key}. ${name}`,
  areaOf: (weight: string) => `bobot ${weight}`,
  halves: 'Nilai per area: pemenuhan + reform',
  tiersHeading: 'Nilai per tingkat',
  tierNone: 'belum ada',
  tierFilled: (part: string) => `${part} terisi`,
  tierJudged: (part: string) => `${part} dinilai`,
  empty: {
    title: 'Belum ada LKE yang dibuka',
    text: 'Rekap terisi setelah administrator membuka LKE satker-satker provinsi ini untuk tahun tersebut.',
  },
} as const;

/** All worksheets of a province, made in the background. */
export const jobText = {
  link: 'Unduh semua lembar kerja',
  title: (province: string, year: number) => `Unduh semua lembar kerja ${province} ${year}`,
  intro: (opened: number) =>
    `Lembar kerja ${opened} satker dan rekapnya disusun di latar belakang menjadi satu berkas ZIP. Halaman ini boleh ditinggalkan; hasilnya menunggu di sini selama 7 hari.`,
  layouts: 'Susunan lembar kerja',
  start: 'Susun berkas',
  listHeading: 'Berkas yang Anda minta',
  none: {
    title: 'Belum ada berkas yang diminta',
    text: 'Pilih susunan lembar kerja di atas, lalu susun berkasnya.',
  },
  columns: { when: 'Diminta', layouts: 'Susunan', state: 'Keadaan' },
  jobTitle: (province: string, year: number) => `Berkas lembar kerja ${province} ${year}`,
  asked: (when: string, layouts: string) => `Diminta ${when}. Susunan: ${layouts}.`,
  state: {
    queued: 'Menunggu giliran',
    running: 'Sedang disusun',
    done: 'Selesai',
    failed: 'Gagal',
    cancelled: 'Dibatalkan',
  },
  detail: {
    queued: 'Berkas disusun satu per satu. Permintaan ini dimulai setelah yang sebelumnya selesai.',
    running: (done: number, total: number) => `${done} dari ${total} satker selesai ditulis.`,
    done: (size: string, until: string) => `Ukurannya ${size}. Tersedia sampai ${until}.`,
    cancelled: 'Permintaan ini dibatalkan. Tidak ada data yang berubah.',
    gone: 'Berkasnya sudah tidak ada. Susun sekali lagi bila masih diperlukan.',
    outOfScope:
      'Ada satker di dalam berkas ini yang tidak lagi termasuk lingkup Anda, sehingga berkasnya tidak dapat diunduh. Susun berkas baru untuk lingkup Anda sekarang.',
  },
  failure: {
    'job-broke':
      'Penyusunan berkas terhenti karena gangguan. Tidak ada data yang berubah. Susun sekali lagi; bila berulang, beri tahu administrator.',
    'job-interrupted':
      'Aplikasi berhenti ketika berkas disusun. Tidak ada data yang berubah. Susun sekali lagi.',
  },
  download: 'Unduh berkas ZIP',
  again: 'Susun sekali lagi',
  refresh: 'Perbarui keadaan',
  open: 'Lihat',
  cancelled: 'Permintaan dibatalkan.',
} as const;
