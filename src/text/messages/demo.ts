import type { Messages } from './message-table.js';

/** What the demo prints. */
export const demoText = {
  making: 'Membuat data contoh …',
  made: (folder: string) => `Data contoh siap di ${folder}.`,
  kept: (folder: string) => `Memakai data contoh yang sudah ada di ${folder}.`,
  accounts: (password: string) => `Akun contoh (kata sandi semua akun: ${password})`,
  account: (username: string, name: string, roles: string) =>
    `  ${username.padEnd(22)} ${name.padEnd(20)} ${roles}`,
  role: (role: string, satkerList: string) => `${role} ${satkerList}`,
  open: (url: string) => `Buka ${url} (Ctrl+C untuk berhenti)`,
} as const;

export const demoMessages = {
  'demo-over-real-data': ({ folder }) =>
    `Folder ${folder} berisi data sungguhan, bukan contoh. Tidak ada yang diubah. Pakai folder lain lewat ZI_DATA.`,
} as const satisfies Messages;
