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
  'invite-username-taken': () =>
    'Nama pengguna ini sudah dipakai. Pilih yang lain. Bila ini orang yang Anda maksud dan ia belum ada di tim ini, minta administrator menambahkan perannya.',
  'invite-other-name': ({ name }) =>
    `Nama pengguna ini milik ${name}, yang sekarang tanpa peran. Bila ${name} yang Anda maksud, tulis nama itu pada Nama lengkap lalu undang lagi. Bila bukan, pilih nama pengguna lain.`,
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
  idle: (name: string) => `${name} belum mendapat area, jadi hanya dapat membaca.`,
  assign: (name: string) => `Bagikan area kepada ${name}`,
  facts: (username: string) => `Nama pengguna ${username}`,
  elsewhere: 'Orang ini juga berperan di tempat lain.',
  invited: (name: string) => `${name} diundang.`,
  invitedAgain: (name: string) =>
    `${name} diundang lagi dengan akunnya yang lama. Nama dan surel akun itu tidak berubah. Bila ia sudah mempunyai kata sandi, kata sandi itu tetap berlaku sampai tautan ini dipakai.`,
  saved: (name: string) => `Pembagian tugas ${name} disimpan.`,
  roleSaved: (name: string) =>
    `Peran dan tugas ${name} disimpan. Sesinya diakhiri; ia perlu masuk lagi.`,
  removed: (name: string) => `${name} dilepas dari tim dan sesinya diakhiri.`,
  removal: {
    areas: (keys: string) => `area ${keys}`,
    allAreas: 'semua area',
    noAreas: 'belum ada area',
    title: (name: string) => `Lepas ${name} dari tim?`,
    ends: (satker: string, role: string, areas: string) =>
      `Perannya di tim ${satker} berakhir (${role}; ${areas}), dan ia segera keluar dari semua sesinya.`,
    stays: 'Isian, bukti, dan riwayat atas namanya tetap ada.',
    access:
      'Akunnya tetap ada, tetapi tanpa peran tidak ada LKE yang dapat dibukanya. Tautan kata sandi yang belum dipakai tidak berlaku lagi.',
    elsewhere: 'Perannya di tempat lain tetap berlaku.',
    back: {
      lead: (username: string) =>
        `Selama ia belum berperan di tempat lain, Anda dapat mengundangnya lagi dengan nama pengguna ${username}.`,
      admin: 'Hanya administrator yang dapat memasukkannya ke tim ini lagi.',
    },
  },
  labels: { role: 'Peran', areas: 'Area' },
} as const;
