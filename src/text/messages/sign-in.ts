import type { Messages } from './message-table.js';

/** Refusals of signing in, passwords and one-time links. */
export const signInMessages = {
  'sign-in-incomplete': () => 'Isi nama pengguna dan kata sandi.',
  'sign-in-refused': () =>
    'Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya lalu coba lagi.',
  'sign-in-wait': ({ seconds }) =>
    `Terlalu banyak percobaan yang gagal. Tunggu ${durationText(Number(seconds))}, lalu coba lagi.`,
  'current-password-needed': () => 'Isi kata sandi saat ini.',
  'new-password-needed': () => 'Isi kata sandi baru.',
  'username-needed': () => 'Isi nama pengguna.',
  'name-needed': () => 'Isi nama lengkap.',
  'password-wrong': () => 'Kata sandi saat ini tidak cocok.',
  'password-too-short': ({ least }) =>
    `Kata sandi terlalu pendek. Pakai sedikitnya ${least} huruf atau tanda, misalnya empat kata yang tidak berkaitan.`,
  'password-too-long': ({ most }) => `Kata sandi terlalu panjang. Paling banyak ${most} huruf.`,
  'password-common': () =>
    'Kata sandi ini termasuk yang paling sering dipakai orang, sehingga mudah ditebak. Pilih yang lain, misalnya empat kata yang tidak berkaitan.',
  'password-one-character': () =>
    'Kata sandi ini hanya mengulang satu huruf atau pola pendek, sehingga mudah ditebak. Pilih yang lain.',
  'password-row': () =>
    'Kata sandi ini hanya urutan huruf, angka, atau tombol papan ketik, sehingga mudah ditebak. Pilih yang lain.',
  'password-personal': () =>
    'Kata sandi ini hanya berisi nama Anda, nama aplikasi, atau nama kantor, sehingga mudah ditebak. Tambahkan kata lain yang tidak berkaitan.',
  'password-not-repeated': () => 'Dua isian kata sandi baru tidak sama. Ketik ulang keduanya.',
  'password-same': () => 'Kata sandi baru sama dengan yang lama. Pilih yang lain.',
  'link-invalid': () =>
    'Tautan ini sudah dipakai, sudah diganti, atau sudah lewat waktunya. Minta tautan baru.',
  'username-malformed': () =>
    'Nama pengguna terdiri atas 3 sampai 40 huruf kecil, angka, titik, garis bawah, atau tanda hubung, serta diawali dan diakhiri huruf atau angka. Contoh: lalu.suryadi.',
  'username-taken': () => 'Nama pengguna ini sudah dipakai. Pilih yang lain.',
  'email-taken': () => 'Surel ini sudah dipakai akun lain. Periksa lagi atau kosongkan.',
  'name-malformed': () => 'Nama harus memuat huruf dan tidak boleh diawali tanda =, +, -, atau @.',
} as const satisfies Messages;

export const signInText = {
  title: 'Masuk',
  signedOut: 'Anda sudah keluar.',
  passwordTitle: 'Ganti kata sandi',
  passwordChanged: 'Kata sandi Anda sudah diganti. Sesi Anda di peranti lain sudah diakhiri.',
  linkTitle: 'Buat kata sandi',
  linkUsed: (username: string) =>
    `Kata sandi tersimpan. Masuk dengan nama pengguna ${username} dan kata sandi itu.`,
  linkInvalidTitle: 'Tautan tidak berlaku',
  firstAdminTitle: 'Administrator pertama',
  firstAdminDone: 'Administrator pertama sudah dibuat dan Anda sudah masuk.',
} as const;

/** Printed on the console of the server, for whoever started it. */
export function firstAdminNotice(link: string): string {
  return [
    '',
    'Belum ada administrator. Buka tautan ini satu kali, dalam 24 jam, untuk membuatnya:',
    '',
    `  ${link}`,
    '',
    '',
  ].join('\n');
}

/** "8 detik", "2 menit": rounded up, so that nobody comes back too early. */
function durationText(seconds: number): string {
  return seconds < 60 ? `${seconds} detik` : `${Math.ceil(seconds / 60)} menit`;
}
