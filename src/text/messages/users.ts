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
  'role-needed': () => 'Pilih peran.',
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
  'csv-missing': () => 'Belum ada isi. Pilih berkas CSV atau tempel isinya.',
  'csv-not-utf8': () =>
    'Berkas ini bukan teks UTF-8. Di Excel, simpan sebagai “CSV UTF-8 (dipisahkan koma)”, lalu kirim lagi.',
  'csv-too-large': ({ max }) =>
    `Daftar ini terlalu besar. Bagi menjadi beberapa berkas, paling banyak ${max} baris masing-masing.`,
  'csv-broken': ({ line }) =>
    `Susunan CSV rusak di sekitar baris ${line}. Periksa tanda kutip dan pemisahnya.`,
  'csv-header': ({ expected }) =>
    `Baris pertama harus memuat nama kolom: ${expected}. Urutannya bebas, pemisahnya koma atau titik koma.`,
  'csv-no-rows': () => 'Tidak ada baris pengguna di bawah baris nama kolom.',
  'csv-columns': ({ found, expected }) =>
    `Baris ini memuat ${found} kolom, seharusnya ${expected}.`,
  'csv-repeated-username': ({ line }) => `Nama pengguna ini sudah ada di baris ${line} berkas ini.`,
  'csv-repeated-email': ({ line }) => `Surel ini sudah ada di baris ${line} berkas ini.`,
  'satker-before-role': () => 'Sebutkan --role dahulu, lalu --satker tempat peran itu berlaku.',
  'unknown-user-command': ({ known }) =>
    `Sebutkan yang akan dilakukan: ${known}. Tambahkan --help untuk melihat cara pakainya.`,
  'unknown-user': ({ username }) => `Pengguna "${username}" tidak ada.`,
} as const satisfies Messages;

export const usersText = {
  barred: (role: string, tier: string, year: number, satker: string) =>
    `${role}: orang ini sudah ikut dalam ${tier} LKE ${year} ${satker}, sehingga hanya dapat membaca LKE itu dalam peran ini.`,
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
  importReady: (count: string) =>
    `${count} pengguna siap dibuat. Belum ada yang tersimpan sampai Anda menyetujuinya.`,
  importFaulty: (faulty: string, all: string) =>
    `${faulty} dari ${all} baris perlu diperbaiki. Tidak ada yang tersimpan; perbaiki berkasnya lalu kirim lagi.`,
  importHidden: (count: string) => `${count} baris lain tidak ditampilkan.`,
  importRowReady: 'Siap',
  importRowFaulty: 'Perlu diperbaiki',
  importDoneTitle: 'Akun sudah dibuat',
  importDone: (count: string) => `${count} akun dibuat.`,
  importFile: 'tautan-undangan.csv',
  importColumns: ['username', 'nama', 'satker', 'tautan', 'berlaku sampai'],
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

/** A role by its code or by its name, in any case: "ketua", "Ketua tim ZI". */
export function roleFromText(text: string): Role | null {
  const wanted = text.trim().toLowerCase();
  return ROLES.find((role) => role === wanted || roleText[role].toLowerCase() === wanted) ?? null;
}
