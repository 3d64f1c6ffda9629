import type { Messages } from './message-table.js';

/** Refusals around a satker's own team. */
export const teamMessages = {
  'member-stale': () =>
    'Data anggota ini sudah diubah sejak Anda membukanya. Tidak ada yang berubah; periksa keadaannya di bawah, lalu ulangi bila masih perlu.',
  'own-role': () =>
    'Anda tidak dapat melepas atau menurunkan diri sendiri. Minta ketua lain satker ini atau administrator.',
  'own-link': () => 'Untuk akun Anda sendiri, pakai halaman ganti kata sandi.',
  'member-elsewhere': () =>
    'Orang ini juga berperan di tempat lain, jadi tautan kata sandinya hanya dapat dibuat administrator.',
  'member-disabled': () => 'Akun ini nonaktif. Minta administrator mengaktifkannya dahulu.',
  'not-lead': () => 'Anda bukan lagi ketua tim satker ini. Tidak ada yang berubah.',
} as const satisfies Messages;

export const teamText = {
  title: (satker: string) => `Tim ZI ${satker}`,
  linkTitle: 'Tautan sekali pakai',
  roles: { ketua: 'Ketua', anggota: 'Anggota' },
  allAreas: 'Semua area',
  noAreas: 'Belum ada area',
  areaShort: (key: string) => (key === 'hasil' ? 'Hasil' : key),
  /** "Area 1, 2 dan Hasil" is said as a list: "1, 2, Hasil". */
  areaList: (keys: readonly string[]) => keys.join(', '),
  uncovered: (keys: string) =>
    `Belum ada anggota yang mengerjakan area berikut: ${keys}. Ketua tetap dapat mengisinya.`,
  facts: (username: string) => `Nama pengguna ${username}`,
  elsewhere: 'Orang ini juga berperan di tempat lain.',
  invited: (name: string) => `${name} diundang.`,
  saved: (name: string) => `Pembagian tugas ${name} disimpan.`,
  roleSaved: (name: string) =>
    `Peran dan tugas ${name} disimpan. Sesinya diakhiri; ia perlu masuk lagi.`,
  removed: (name: string) => `${name} dilepas dari tim dan sesinya diakhiri.`,
  labels: { role: 'Peran', areas: 'Area' },
} as const;
