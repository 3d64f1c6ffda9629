import type { Messages } from './message-table.js';

/** Refusals of the operator's commands on a whole data folder. */
export const operationsMessages = {
  'folder-needed': () => 'Sebutkan tepat satu folder.',
  'no-arguments': () => 'Perintah ini tidak menerima argumen.',
  'no-database': ({ folder }) => `Folder data ${folder} belum berisi basis data.`,
  'database-newer': () =>
    'Basis data ini dibuat oleh versi aplikasi yang lebih baru. Pasang versi aplikasi yang sesuai.',
  'database-older': () =>
    'Basis data ini belum dimutakhirkan ke versi aplikasi ini. Jalankan perintah migrate lebih dahulu.',
  'folder-not-empty': ({ folder }) =>
    `Folder ${folder} sudah berisi. Pilih folder yang kosong atau yang belum ada.`,
  'not-a-folder': ({ folder }) => `${folder} bukan folder.`,
  'manifest-unreadable': ({ folder }) =>
    `Folder ${folder} bukan cadangan yang utuh: manifest.json tidak ada atau rusak. Tidak ada yang dipulihkan.`,
  'backup-damaged': ({ file }) =>
    `Cadangan rusak: ${file} hilang atau isinya berubah. Tidak ada yang dipulihkan.`,
  'backup-newer': () =>
    'Cadangan ini dibuat oleh versi aplikasi yang lebih baru. Tidak ada yang dipulihkan.',
  'evidence-missing': ({ sha256 }) =>
    `Berkas bukti ${sha256} hilang atau rusak di folder data, sehingga cadangan tidak dibuat. Jalankan perintah verify untuk melihat semuanya.`,
} as const satisfies Messages;
