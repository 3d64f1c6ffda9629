import { roleName } from './users.js';

/** What each action of the history says happened. Every action the product writes is here. */
export const actionText: Readonly<Record<string, string>> = {
  'answer.record': 'Jawaban disimpan',
  'answer.no-evidence': 'Alasan tanpa bukti ditulis',
  'evidence.add': 'Bukti ditambahkan',
  'evidence.version': 'Versi baru bukti diunggah',
  'evidence.details': 'Keterangan bukti diubah',
  'evidence.withdraw': 'Bukti ditarik',
  'evidence.purge': 'Isi berkas bukti dihapus',
  'evidence.link': 'Bukti dikaitkan dengan indikator',
  'evidence.unlink': 'Bukti dilepas dari indikator',
  'user.create': 'Pengguna dibuat',
  'user.edit': 'Data pengguna diubah',
  'user.import': 'Pengguna dibuat dari berkas CSV',
  'user.role.add': 'Peran diberikan',
  'user.role.remove': 'Peran dicabut',
  'user.disable': 'Pengguna dinonaktifkan',
  'user.enable': 'Pengguna diaktifkan lagi',
  'user.reset-link': 'Tautan sekali pakai dibuat',
  'user.password': 'Kata sandi diganti',
  'team.invite': 'Anggota tim diundang',
  'team.areas': 'Pembagian area diubah',
  'team.remove': 'Anggota tim dilepas',
  'satker.edit': 'Data satker diubah',
  'predikat.add': 'Predikat dicatat',
  'predikat.edit': 'Catatan predikat diperbaiki',
  'predikat.revoke': 'Pencabutan predikat dicatat',
  'year.open': 'Tahun dibuka',
  'year.dates': 'Tanggal diubah',
  'year.settings': 'Pengaturan tahun diubah',
  'wording.load': 'Naskah resmi dimuat',
  'wording.remove': 'Naskah resmi dihapus',
  'lke.open': 'LKE dibuka',
  'lke.target': 'Sasaran diubah',
  'lke.submit': 'LKE diajukan',
  'lke.import': 'Lembar kerja diimpor',
  'lke.import-undo': 'Impor dibatalkan',
  'lke.return': 'LKE dikembalikan',
  'setting.edit': 'Batas unggahan diubah',
};

/** Where the same action can also be taken back or does something else. */
export const actionVariants = {
  restored: 'Penarikan bukti dibatalkan',
  relinked: 'Kaitan bukti diperbarui',
  rejoined: 'Anggota tim diundang lagi dengan akun yang sudah ada',
  cleared: 'Jawaban dikosongkan',
} as const;

/** Groups of actions to narrow the list by; each is the noun before the dot. */
export const actionGroups = [
  { value: 'jawaban', label: 'Jawaban', nouns: ['answer', 'lke.import'] },
  { value: 'bukti', label: 'Bukti dukung', nouns: ['evidence'] },
  { value: 'tim', label: 'Tim dan pengguna', nouns: ['team', 'user'] },
  { value: 'satker', label: 'Data satker dan predikat', nouns: ['satker', 'predikat'] },
  { value: 'tahun', label: 'Tahun, tanggal, dan sasaran', nouns: ['year', 'wording', 'lke'] },
] as const;
export type ActionGroup = (typeof actionGroups)[number]['value'];

/** Names of what an entry keeps before and after. */
export const fieldText: Readonly<Record<string, string>> = {
  value: 'Jawaban',
  note: 'Catatan',
  name: 'Nama',
  username: 'Nama pengguna',
  email: 'Surel',
  roles: 'Peran',
  role: 'Peran',
  satker: 'Satker',
  areas: 'Area',
  via: 'Melalui',
  kind: 'Jenis',
  version: 'Versi',
  fileName: 'Nama berkas',
  size: 'Ukuran',
  sha256: 'Kode isi berkas',
  url: 'Tautan',
  documentDay: 'Tanggal dokumen',
  periodFrom: 'Berlaku sejak',
  periodTo: 'Sampai',
  validUntil: 'Berlaku sampai',
  physicalLocation: 'Tersedia fisik di',
  checklistCode: 'Butir yang dibuktikan',
  reason: 'Alasan',
  djpbCode: 'Kode satker DJPB',
  timeZone: 'Zona waktu',
  year: 'Tahun predikat',
  decreeNumber: 'Nomor surat keputusan',
  decreeDay: 'Tanggal surat keputusan',
  grantedBy: 'Ditetapkan oleh',
  revokedOn: 'Tanggal pencabutan',
  revokedReason: 'Alasan pencabutan',
  target: 'Sasaran',
  stage: 'Tahap',
  instrument: 'Instrumen',
  ruleset: 'Ambang',
  internalTarget: 'Sasaran internal',
  wordingTitle: 'Judul naskah',
  wordingNumber: 'Nomor naskah',
  wordingDay: 'Tanggal naskah',
  wordingCount: 'Indikator dengan naskah resmi',
  wordingHash: 'Kode isi naskah',
  fileBytes: 'Ukuran satu berkas',
  perIndicator: 'Jumlah bukti per indikator',
  quotaBytes: 'Ruang per satker dan tahun',
  answers: 'Indikator',
  links: 'Bukti',
};

/** An import is one entry with all its indicators. */
export const importEntryText = {
  answers: 'Jawaban dan catatan',
  links: 'Bukti',
  indicators: (count: number) => `${count} indikator`,
  evidence: (count: number) => `${count} bukti`,
  line: (subject: string, said: string) => `${subject}: ${said}`,
  change: (label: string, before: string, after: string) => `${label} ${before} → ${after}`,
} as const;

export const linkKindText: Readonly<Record<string, string>> = {
  invite: 'undangan',
  reset: 'tautan ganti kata sandi',
  'first-admin': 'pemasangan pertama',
};

export const historyText = {
  title: 'Riwayat',
  count: (shown: string, total: string) => `${shown} dari ${total} perubahan`,
  empty: '(kosong)',
  unanswered: 'belum terisi',
  missingCount: 'belum diisi',
  predikatKind: 'Predikat',
  evidence: (id: string) => `Bukti nomor ${id}`,
  area: (key: string) => (key === 'hasil' ? 'Hasil' : `Area ${key}`),
  count1: (label: string, value: string) => `${label}: ${value}`,
  heldAt: (role: string, satker: string) => `${role} di ${satker}`,
  actor: (name: string, role: string) => (name === role ? name : `${name}, ${role}`),
  role: (code: string) => (code === 'operator' ? 'operator' : roleName(code)),
  origin: (origin: string) =>
    origin === 'cli' ? 'dari baris perintah' : `dari alamat ${origin.replace(/^web\s*/, '')}`,
  head: (seq: string) => `Nomor riwayat terakhir di seluruh aplikasi: ${seq}.`,
  headPurpose:
    'Catatan lama tidak dapat diubah atau dihapus tanpa ketahuan, karena setiap catatan terkait dengan catatan sebelumnya. Nomor ini dan kodenya juga tercetak di lembar kerja yang diunduh.',
  code: 'Untuk pemeriksaan',
  emptyTitle: 'Tidak ada perubahan yang cocok',
  emptyText: 'Ubah atau hapus saringan untuk melihat perubahan lain.',
  nothingTitle: 'Belum ada perubahan',
  nothingText: 'Setiap jawaban, bukti, dan pengaturan yang disimpan akan tercatat di sini.',
} as const;
