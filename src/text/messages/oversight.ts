import type { Tier } from '../../domain/access/tiers.js';
import type { CallCode } from '../../domain/oversight/call-reasons.js';
import type { Part, Turn } from '../../domain/oversight/turn.js';
import { formatDays } from '../format.js';

/** Words of the province's oversight. */
export const oversightText = {
  title: (province: string, year: number) => `Pengawasan ${province} ${year}`,
  mapTitle: (province: string, year: number) => `Peta area ${province} ${year}`,
  everywhere: 'semua provinsi',
  comparisonTitle: (province: string, year: number) => `Bandingkan satker ${province} ${year}`,
  moment: (when: string) => `Keadaan ${when}.`,
  count: (shown: string, all: string) => `${shown} dari ${all} satker.`,
  tabs: {
    all: 'Semua provinsi',
    table: 'Semua satker',
    map: 'Peta area',
    comparison: 'Bandingkan',
    week: 'Ringkasan pekan',
  },
  turns: {
    satker: 'Tim satker',
    province: 'KPU Provinsi',
    centre: 'Penilai pusat',
    tpi: 'TPI',
    tpn: 'TPN',
  } as const satisfies Record<Turn, string>,
  nobody: 'Selesai',
  columns: {
    kode: 'Kode',
    nama: 'Satker',
    tahap: 'Tahap dan giliran',
    isi: 'Terisi',
    mandiri: 'Mandiri',
    pendahuluan: 'Pendahuluan',
    tpi: 'TPI',
    tpn: 'TPN',
    pekan: 'Sepekan',
    kegiatan: 'Kegiatan terakhir',
    mandek: 'Diam',
    tenggat: 'Tenggat',
  },
  turn: (who: string) => `giliran ${who}`,
  of: (answered: string, of: string) => `${answered} dari ${of}`,
  part: (answered: string, of: string) => `${answered}/${of}`,
  pass: 'lulus',
  short: (count: number) => `kurang ${count}`,
  partly: (answered: string, of: string) => `${answered}/${of} dinilai`,
  recorded: 'total tercatat',
  none: 'belum mulai',
  hidden: 'belum terbuka',
  notOpened: 'LKE belum dibuka',
  noActivity: 'belum ada',
  days: (count: string) => `${count} hari`,
  stalled: 'mandek',
  ended: 'selesai',
  noDate: 'belum ditetapkan',
  left: (days: number) =>
    days === 0 ? 'hari ini' : days > 0 ? `${days} hari lagi` : `lewat ${-days} hari`,
  weekFilled: (answered: string) => `${answered} indikator`,
  moveBy: {
    mandiri: 'mandiri',
    pendahuluan: 'pendahuluan',
    tpi: 'TPI',
    tpn: 'TPN',
  } as const satisfies Record<Tier, string>,
  still: 'tetap',
  narrowed: 'Daftar disaring.',
  filter: {
    labels: {
      fold: 'Saring dan urutkan',
      region: 'Saring satker',
      search: 'Cari kode atau nama',
      province: 'Provinsi',
      stage: 'Tahap',
      verdict: 'Ambang',
      tier: 'Ambang menurut',
      attention: 'Perhatian',
      apply: 'Terapkan',
      clear: 'Hapus saringan',
    },
    anyProvince: 'Semua provinsi',
    anyStage: 'Semua tahap',
    handedIn: 'Sudah diajukan',
    verdict: {
      '': 'Semua',
      lulus: 'Lulus semua ambang',
      kurang: 'Ada ambang yang kurang',
      belum: 'Belum dibandingkan',
    },
    attention: {
      '': 'Semua',
      mandek: 'Mandek',
      hubungi: 'Perlu dihubungi',
      giliran: 'Giliran Anda',
    },
  },
  legend: (days: number, note: string) =>
    `Ambang dibandingkan dengan sasaran tiap satker; “kurang 2” berarti dua ambang belum tercapai. Tingkat yang belum selesai menilai belum dibandingkan. “Sepekan” membandingkan nilai tiap tingkat dengan keadaan tujuh hari yang lalu. “Mandek” berarti tidak ada kegiatan ${days} hari atau lebih. ${note}`,
  unopened: (year: number) => ({
    title: `Belum ada LKE tahun ${year}`,
    text: 'Belum ada satker dalam lingkup Anda yang LKE-nya dibuka untuk tahun ini. Administrator membukanya di halaman Tahun.',
  }),
  empty: {
    title: 'Tidak ada satker yang cocok',
    text: 'Ubah atau hapus saringannya.',
  },
  provinces: {
    heading: 'Per provinsi',
    columns: {
      provinsi: 'Provinsi',
      satker: 'Satker',
      lke: 'LKE',
      terisi: 'Rata-rata terisi',
      nilai: 'Rata-rata nilai mandiri',
      lulus: 'Lulus ambang',
      diajukan: 'Sudah diajukan',
      mandek: 'Mandek',
      hubungi: 'Perlu dihubungi',
    },
    none: '–',
    centre: 'KPU RI',
  },
  satkerHeading: 'Per satker',
  map: {
    tier: 'Tingkat penilaian',
    intro: (tier: string) =>
      `Persentase nilai tiap area terhadap bobotnya menurut ${inSentence(tier)}. Tiap angka membuka areanya.`,
    hasil: 'Hasil',
    total: 'Nilai total',
    above: 'memenuhi',
    below: 'kurang',
    notJudged: 'belum dinilai',
    judged: (done: string, of: string) => `${done} dari ${of} dinilai`,
    notFilled: 'belum diisi',
    filled: (done: string, of: string) => `${done} dari ${of} terisi`,
    recorded: (total: string) => `${total} (total tercatat)`,
    onlyTotal: (total: string) => `${total}, total tercatat tanpa nilai per area`,
    legend:
      '▲ memenuhi ambang sasaran; ▼ kurang. Makin gelap latarnya, makin rendah persentasenya. Kolom Hasil memenuhi bila semua ambang di dalam Hasil terpenuhi. Area yang belum selesai dinilai hanya menyebut berapa indikator yang sudah dinilai.',
  },
  comparison: {
    first: 'Satker pertama',
    second: 'Satker kedua',
    show: 'Bandingkan',
    figure: 'Yang dibandingkan',
    difference: 'Selisih',
    according: (tier: string) => `Menurut ${inSentence(tier)}.`,
    judged: 'Dinilai',
    unfinished: 'belum selesai dinilai',
    twice: (name: string) => `Yang dipilih dua kali ${name}. Pilih dua satker yang berbeda.`,
    unknown: (code: string) =>
      `Satker “${code}” tidak ada dalam lingkup Anda atau LKE-nya belum dibuka. Pilih satker dari daftar.`,
    choose: { title: 'Belum ada yang dibandingkan', text: 'Pilih dua satker yang berbeda.' },
    short: (name: string) => name.replace(/^KPU /, '').replace(/^Kabupaten /, 'Kab. '),
    stage: 'Tahap',
    target: 'Sasaran',
    filled: 'Terisi',
    total: 'Nilai total',
    pengungkit: 'Pengungkit',
    hasil: 'Hasil',
    gates: 'Ambang sasaran',
    areas: 'Nilai per area',
    met: 'Terpenuhi',
    shortBy: (points: string) => `Kurang ${points} poin`,
    onlyTotal: 'hanya total tercatat',
    tooFew: {
      title: 'Belum ada dua satker untuk dibandingkan',
      text: 'Perbandingan memerlukan sedikitnya dua satker yang LKE-nya sudah dibuka dalam lingkup Anda.',
    },
  },
  weekPage: {
    title: (number: number, year: string, from: string, to: string, name: string) =>
      `Pekan ke-${number} tahun ${year}, ${formatDays(from, to, year)}: ${name}`,
    lastDaysTitle: (from: string, to: string, name: string) =>
      `Tujuh hari terakhir, ${formatDays(from, to)}: ${name}`,
    running: 'Pekan ini masih berjalan.',
    previous: 'Pekan sebelumnya',
    next: 'Pekan berikutnya',
    thisWeek: 'Pekan yang berjalan',
    lastDays: 'Tujuh hari terakhir',
    everyone: 'Semua satker',
    when: (isNow: boolean, isLastDays: boolean) =>
      isLastDays ? 'dalam tujuh hari itu' : isNow ? 'pekan ini' : 'pada pekan itu',
    none: (when: string) => ({
      moved: `Tidak ada nilai yang berubah ${when}.`,
      returned: `Tidak ada pengembalian ${when}.`,
      submitted: `Tidak ada pengajuan ${when}.`,
      decided: `Tidak ada putusan atau surat ${when}.`,
    }),
    calls: 'Siapa yang perlu dihubungi',
    callsOnlyNow:
      'Daftar ini hanya disusun untuk pekan yang sedang berjalan. Buka pekan yang berjalan untuk melihat keadaan sekarang.',
    noCalls: 'Tidak ada yang perlu dihubungi menurut aturan di bawah.',
    own: 'Pekerjaan Anda sendiri yang mendesak',
    wait: 'Menunggu pihak lain',
    turn: (who: string, part: Part) =>
      `Giliran ${who}: ${{ call: 'hubungi', own: 'pekerjaan Anda', wait: 'menunggu' }[part]}`,
    rules: 'Aturan yang dipakai (ketentuan aplikasi)',
    moved: 'Apa yang bergerak',
    stalled: 'Apa yang mandek',
    noStalled: 'Tidak ada LKE yang mandek.',
    returned: 'Apa yang kembali',
    submitted: 'Apa yang diajukan',
    decided: 'Apa yang diputuskan dan diteruskan',
    onlyTotal: 'hanya total',
    returnToFirst: (tier: string, to: string, when: string) =>
      `dari ${tier} kepada ${to} untuk diteruskan, ${when}`,
    returnPassedOn: (tier: string, by: string, when: string) =>
      `dari ${tier}, diteruskan ${by} kepada satker, ${when}`,
    step: {
      'letter.send': 'Surat rekomendasi kepada TPI dikirim',
      'lke.begin-tpi': 'TPI mulai menilai',
    },
    movedColumns: {
      name: 'Satker',
      tier: 'Penilaian',
      filled: 'Terisi',
      score: 'Nilai',
      change: 'Perubahan',
    },
    from: (before: string, after: string) => `${before} → ${after}`,
    submission: (number: number, when: string) => `Pengajuan ke-${number}, ${when}`,
    late: 'sesudah tenggat',
    return: (tier: string, when: string) => `dari ${tier}, ${when}`,
    indicators: (count: number | null) =>
      count === null ? 'semua indikator' : `${count} indikator`,
    takenBack: (decision: string, when: string) => `${decision}; ditarik ${when}`,
    decision: {
      layak: 'Layak',
      'belum-layak': 'Belum layak',
      memenuhi: 'Memenuhi',
      'belum-memenuhi': 'Belum memenuhi',
      diusulkan: 'Diusulkan kepada TPN',
      ditetapkan: 'Ditetapkan',
      'tidak-ditetapkan': 'Tidak ditetapkan',
    },
  },
} as const;

/** Why somebody should be rung up. */
export const callText: Readonly<Record<CallCode, (count: number) => string>> = {
  overdue: (days) => `Tenggat tahapnya sudah lewat ${days} hari.`,
  stalled: (days) => `Tidak ada kegiatan selama ${days} hari.`,
  'unfilled-near-deadline': (left) => `Tenggat dekat dan ${left} indikator belum terisi.`,
  'failing-near-deadline': (gates) => `Tenggat dekat dan ${gates} ambang masih kurang.`,
  'returned-waiting': (days) => `Sudah ${days} hari dikembalikan dan belum diajukan lagi.`,
};

/** As it stands within a sentence: "penilaian TPI". */
function inSentence(tier: string): string {
  return tier.replace(/^P/, 'p');
}
