import { ROLES, isRole, type Role } from '../../domain/access/roles.js';
import type { Messages } from './message-table.js';

/** The roles as people call them (domain.md, Who). */
export const roleText: Readonly<Record<Role, string>> = {
  anggota: 'Anggota tim ZI',
  ketua: 'Ketua tim ZI',
  'penilai-provinsi': 'Penilai provinsi',
  'sekretaris-provinsi': 'Sekretaris provinsi',
  'penilai-pusat': 'Penilai pusat',
  'tpi-anggota': 'TPI anggota',
  'tpi-ketua': 'TPI ketua tim',
  'tpi-dalnis': 'TPI pengendali teknis',
  'evaluator-baca': 'Evaluator (baca saja)',
  admin: 'Administrator',
};

export function roleName(code: string | number | undefined): string {
  return typeof code === 'string' && isRole(code) ? roleText[code] : String(code);
}

/** Refusals about accounts and their roles. */
export const usersMessages = {
  'satker-needed': () => 'Sebutkan satkernya: pilih dari daftar, atau tulis kodenya.',
  'unknown-satker': ({ satker }) =>
    `Satker "${satker}" tidak ada. Pilih dari daftar, atau tulis kodenya, misalnya 52.71.`,
  'unknown-role': () => `Peran tidak dikenal. Yang ada: ${Object.values(roleText).join(', ')}.`,
  'role-not-here': ({ role, satker }) =>
    `Peran ${roleName(role)} tidak diberikan di ${satker}. ${roleHint(role)}`,
  'two-tiers': ({ role, satker }) =>
    `Orang ini sudah berperan di tingkat penilaian lain untuk ${satker}. Satu orang tidak boleh bekerja di dua tingkat LKE yang sama, jadi peran ${roleName(role)} tidak ditambahkan.`,
  'not-yourself': () =>
    'Administrator tidak dapat menonaktifkan atau mencabut peran administrator miliknya sendiri. Minta administrator lain.',
  'last-admin': () =>
    'Ini administrator terakhir yang dapat masuk. Tunjuk administrator lain dahulu.',
  'user-disabled': () => 'Akun ini nonaktif. Aktifkan dahulu, lalu buat tautan.',
  'stale-user': () =>
    'Akun ini sudah diubah orang lain sejak Anda membukanya. Tidak ada yang berubah; periksa keadaannya di bawah, lalu ulangi bila masih perlu.',
  'unknown-user': ({ username }) => `Pengguna "${username}" tidak ada.`,
} as const satisfies Messages;

export const usersText = {
  listTitle: 'Pengguna',
  newTitle: 'Pengguna baru',
  linkTitle: 'Tautan sekali pakai',
  importTitle: 'Impor pengguna dari CSV',
  count: (shown: string, all: string) => `${shown} dari ${all} pengguna`,
  nameColumn: 'Nama',
  usernameColumn: 'Nama pengguna',
  createdColumn: 'Dibuat',
  states: {
    aktif: 'Aktif',
    'belum-masuk': 'Belum membuat kata sandi',
    nonaktif: 'Nonaktif',
  },
  noRole: 'belum ada peran',
  grant: (role: string, satker: string) => `${role}, ${satker}`,
  moreGrants: (rest: number) => `dan ${rest} peran lain`,
  facts: (username: string, created: string) => `Nama pengguna ${username} · dibuat ${created}`,
  disabledSince: (at: string) => `Nonaktif sejak ${at}`,
  created: (name: string) => `Akun ${name} dibuat.`,
  saved: 'Data akun disimpan.',
  rolesAdded: 'Peran ditambahkan. Sesi orang ini diakhiri; ia perlu masuk lagi.',
  roleRemoved: 'Peran dicabut. Sesi orang ini diakhiri; ia perlu masuk lagi.',
  disabled: 'Akun dinonaktifkan dan semua sesinya diakhiri.',
  enabled: 'Akun diaktifkan kembali.',
  satkerOption: (code: string, name: string) => `${code} ${name}`,
  linkFor: (name: string, username: string) => `untuk ${name} (nama pengguna ${username})`,
  linkUntil: (until: string) => `Berlaku satu kali, sampai ${until}.`,
  newLink: 'Buat tautan kata sandi baru',
  newInvitation: 'Buat tautan undangan baru',
  removeRole: (role: string, satker: string) => `Cabut peran ${role}, ${satker}`,
  labels: { name: 'Nama lengkap', email: 'Surel' },
} as const;

/** Choices of role in the order of the law. */
export const roleChoices = ROLES.map((role) => ({ value: role, label: roleText[role] }));

function roleHint(role: string | number | undefined): string {
  switch (role) {
    case 'penilai-provinsi':
    case 'sekretaris-provinsi':
      return 'Pilih KPU Provinsinya; peran ini mencakup semua kabupaten dan kota di provinsi itu.';
    case 'penilai-pusat':
    case 'admin':
      return 'Pilih KPU RI (kode 00).';
    default:
      return 'Pilih satker lain.';
  }
}
