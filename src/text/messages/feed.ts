import type { Messages } from './message-table.js';

/** Refusals about the feed and its tokens. */
export const feedMessages = {
  'feed-base': () =>
    'Pakai 3 sampai 40 huruf kecil, angka, atau tanda hubung, misalnya portalrb-kpu.',
  'feed-year': () => 'Pilih tahun yang sudah dibuka.',
  'token-scope': () => 'Pilih paling sedikit satu hak.',
} as const satisfies Messages;

/** What the portal reads when a request is refused. */
export const feedErrors = {
  400: { code: 'bad_request', message: 'Permintaan tidak dapat dibaca.' },
  401: {
    code: 'unauthorized',
    message: 'Token tidak ada, salah, atau sudah dicabut. Kirim header Authorization: Bearer.',
  },
  403: { code: 'forbidden', message: 'Token ini tidak berhak atas data yang diminta.' },
  404: { code: 'not_found', message: 'Alamat atau unit kerja ini tidak dikenal.' },
  422: {
    code: 'unprocessable',
    message:
      'Masukan tidak terbaca. unit_id ditulis seperti 52 atau 52.71, tahun dengan empat angka.',
  },
  429: {
    code: 'too_many_requests',
    message: 'Permintaan terlalu cepat. Ulangi sesudah waktu pada header Retry-After.',
  },
  500: { code: 'server_error', message: 'Terjadi gangguan. Ulangi beberapa saat lagi.' },
  503: {
    code: 'unavailable',
    message: 'Layanan sedang tidak siap. Ulangi sesudah waktu pada header Retry-After.',
  },
} as const satisfies Record<number, { code: string; message: string }>;
export type FeedStatus = keyof typeof feedErrors;

export const feedText = {
  title: 'Data untuk PortalRB',
  /** A link that nobody named is called by its address: said once. */
  evidence: (name: string, address: string | null) =>
    address === null || address === name ? name : `${name}: ${address}`,
  off: 'Tertutup: semua alamatnya menjawab tidak ditemukan.',
  on: (address: string) => `Terbuka di ${address}`,
  saved: 'Pengaturan PortalRB disimpan.',
  subject: 'Pengaturan PortalRB',
  fields: { enabled: 'Pengambilan data', base: 'Nama alamat', year: 'Tahun' },
  enabled: (on: boolean) => (on ? 'diizinkan' : 'tertutup'),
  noYear: 'Belum ada tahun yang dibuka.',
  anyYear: 'Semua tahun',
  everyYear: 'semua tahun',
  scopes: { list: 'daftar pengusulan', read: 'jawaban unit' },
  ofYear: (year: number) => `tahun ${year}`,
  made: (name: string, at: string) => `${name}, ${at}`,
  used: (at: string, address: string) => `${at}, dari ${address}`,
  unused: 'Belum pernah dipakai',
  state: { open: 'Berlaku', revoked: 'Dicabut' },
  revokedAt: (at: string) => `pada ${at}`,
  none: 'Belum ada token',
  noneText: 'Portal memerlukan satu token untuk mengambil data.',
  tokenTitle: (name: string) => `Token untuk ${name}`,
  tokenAgain:
    'Token dari formulir itu sudah dibuat dan hanya tampil sekali. Buat yang baru bila belum tersalin.',
  revocationTitle: (name: string) => `Cabut token untuk ${name}`,
  revoked: (name: string) => `Token untuk ${name} sudah dicabut.`,
  effects: [
    'Permintaan berikutnya dengan token ini langsung ditolak.',
    'Token yang dicabut tidak dapat dipulihkan. Bila masih diperlukan, buat yang baru dan kirim ke pengelola portal.',
  ],
} as const;

/** What PortalRB would receive of one LKE. */
export const feedReadinessText = {
  title: 'Kesiapan PortalRB',
  notSubmitted:
    'LKE ini belum diajukan, jadi sisi satker masih kosong. Portal menerima jawaban dan bukti dari pengajuan terakhir.',
  submission: (number: number, at: string) => `Sisi satker: pengajuan ke-${number}, ${at}`,
  tpi: {
    shown: 'Sisi TPI: penilaian TPI yang berlaku sekarang.',
    hidden: 'Sisi TPI belum dapat Anda lihat pada tahap ini, jadi tidak dihitung di bawah.',
  },
  proposal: {
    none: 'Belum diusulkan; portal baru menerima LKE ini sesudah diusulkan ke TPN.',
    listed: (category: string) => `Diusulkan sebagai ${category} dan terbaca di daftar portal.`,
    unlisted: (category: string) =>
      `Diusulkan sebagai ${category}, tetapi belum terbaca di daftar portal: LKE harus lulus TPI dan memenuhi semua ambang predikat itu menurut nilai TPI.`,
  },
  feed: {
    on: 'PortalRB diizinkan mengambil data.',
    off: 'PortalRB belum diizinkan mengambil data oleh administrator.',
  },
  link: {
    some: (label: string, day: string) =>
      `Bukti beralamat tautan berbagi untuk ${label}, sampai ${day}.`,
    none: 'Tidak ada tautan berbagi untuk PortalRB, jadi bukti berupa berkas dikirim hanya namanya.',
  },
  counts: {
    filled: (n: number, of: number) => `${n} dari ${of}`,
    labels: {
      unit: 'Jawaban satker terisi',
      tpi: 'Jawaban TPI terisi',
      noEvidence: 'Soal tanpa bukti (null)',
      noNote: 'Soal tanpa catatan (null)',
      evidence: 'Bukti tanpa alamat',
      notes: 'Catatan terlalu panjang',
    },
  },
  limit: (most: string) =>
    `Catatan di atas ${most} huruf mungkin terpotong di portal; panjang ini ketentuan aplikasi, karena panduan portal tidak menyebutnya. Catatan tetap dikirim utuh.`,
  fine: 'Tidak ada yang kurang.',
  fineUnit: 'Tidak ada yang kurang pada sisi satker.',
  emptyAnswer: 'kosong (null)',
  note: {
    none: 'kosong (null)',
    length: (n: string) => `${n} huruf`,
    long: (n: string) => `${n} huruf, terlalu panjang`,
  },
  evidence: {
    none: 'tidak ada (null)',
    all: (n: number) => `${n} beralamat`,
    some: (without: number, n: number) => `${without} dari ${n} tanpa alamat`,
  },
  soal: (id: number) => `Soal ${id}`,
  perQuestion: (count: string) => `${count} soal perlu diperhatikan`,
  issues: {
    unit: 'Jawaban satker kosong',
    tpi: 'Jawaban TPI kosong',
    noEvidence: 'Belum ada bukti, jadi bukti_dukung_unit kosong (null)',
    evidence: (names: string) => `Bukti tanpa alamat: ${names}`,
    noteUnit: 'Catatan satker terlalu panjang',
    noteTpi: 'Catatan TPI terlalu panjang',
  },
} as const;
