/** Words of the evidence pages that are not in their templates. */

/** Why a change of evidence is not possible now, with the status of the answer. */
export const evidenceStops = {
  closed: {
    status: 409,
    title: 'Bukti terkunci',
    text: 'Bukti ini sudah diajukan bersama LKE dan indikatornya sedang tidak terbuka, sehingga tidak ada yang berubah. Dokumen dan versi baru tetap dapat ditambahkan ke daftar bukti; kaitannya dapat diubah setelah penilai mengembalikan indikatornya.',
  },
  area: {
    status: 403,
    title: 'Di luar area Anda',
    text: 'Indikator ini berada di area yang tidak ditugaskan kepada Anda. Tidak ada yang berubah. Minta ketua tim menugaskan areanya.',
  },
  areas: {
    status: 403,
    title: 'Di luar area Anda',
    text: 'Bukti ini juga dipakai di area yang tidak ditugaskan kepada Anda, sehingga hanya ketua tim yang dapat menarik atau mengembalikannya. Tidak ada yang berubah.',
  },
  withdrawn: {
    status: 409,
    title: 'Bukti sudah ditarik',
    text: 'Bukti ini sudah ditarik. Batalkan penarikannya lebih dahulu bila masih diperlukan. Tidak ada yang berubah.',
  },
  withdrawnFile: {
    status: 403,
    title: 'Bukti sudah ditarik',
    text: 'Bukti ini sudah ditarik satker, sehingga berkasnya tidak dapat dibuka lagi.',
  },
} as const;

export const attachText = {
  title: (code: string) => `Lampirkan bukti pada ${code}`,
  newTitle: 'Tambah bukti ke daftar',
  nameHint: 'Kosongkan untuk memakai nama berkas.',
  quota: (used: string, most: string) =>
    `Ruang bukti satker tahun ini: terpakai ${used} dari ${most}.`,
  offer: (label: string, version: number, linked: number | null) =>
    linked === null
      ? `“${label}” sama dengan versi ${version} dari bukti yang sudah ada:`
      : `“${label}” sama dengan versi ${version} dari bukti yang sudah terlampir di indikator ini sebagai versi ${linked}; pindahkan versinya di halaman bukti:`,
  done: (count: number, already: number, code: string | null) => {
    const where = code === null ? 'tersimpan di daftar' : `terlampir pada ${code}`;
    if (count === 0) return `Sudah ${where} sebelumnya; tidak ada yang berubah.`;
    const rest = already === 0 ? '' : ` ${already} lainnya sudah ada sebelumnya.`;
    return `${count} bukti ${where}.${rest}`;
  },
} as const;

export const pickerText = {
  count: (shown: number, total: number) =>
    shown < total
      ? `Menampilkan ${shown} terbaru dari ${total} bukti. Persempit dengan pencarian.`
      : `${total} bukti dapat dipilih.`,
  empty: 'Belum ada bukti lain di daftar satker yang dapat dilampirkan ke indikator ini.',
  nothingFound: 'Tidak ada bukti yang cocok. Coba kata lain.',
} as const;

export const registerText = {
  title: 'Daftar bukti',
  intro:
    'Semua bukti satker, juga dari tahun lain. Satu bukti dapat dipakai di banyak indikator; jumlah pemakaian di sini adalah pada LKE ini.',
  count: (total: string) => `${total} bukti`,
  version: (number: number) => `v${number}`,
  unused: 'belum dipakai',
  uses: (count: number) => `${count} indikator`,
  marks: {
    withdrawn: 'ditarik',
    purged: 'isi dihapus',
    duplicate: 'isi ganda',
    expired: 'kedaluwarsa',
  },
  empty: {
    title: 'Belum ada bukti',
    text: 'Bukti yang dilampirkan ke indikator muncul di sini. Bukti juga dapat ditambahkan langsung ke daftar, lalu dikaitkan dengan indikatornya.',
  },
  nothingFound: {
    title: 'Tidak ada bukti yang cocok',
    text: 'Ubah kata pencarian atau saringannya.',
  },
} as const;

export const filterText = {
  semua: 'Semua yang berlaku',
  'belum-dipakai': 'Belum dipakai di LKE ini',
  ganda: 'Isi ganda',
  kedaluwarsa: 'Masa berlaku lewat',
  tautan: 'Hanya tautan',
  'tanpa-butir': 'Dipakai tanpa menyebut butir',
  ditarik: 'Ditarik',
} as const;

export const sortText = {
  nama: 'Nama',
  dokumen: 'Tanggal dokumen',
  dipakai: 'Pemakaian',
  ukuran: 'Ukuran',
  ditambahkan: 'Ditambahkan',
} as const;

export const evidenceText = {
  kind: 'Jenis',
  status: {
    withdrawnWord: 'Ditarik',
    withdrawn: (when: string, reason: string) => `${when}. Alasan: ${reason}`,
    expiredWord: 'Kedaluwarsa',
  },
  days: (documentDay: string, period: string) =>
    [documentDay === '' ? '' : `Dokumen ${documentDay}`, period === '' ? '' : `Periode ${period}`]
      .filter((part) => part !== '')
      .join(' · '),
  hash: (start: string) => `Kode isi ${start}…`,
  purged: (when: string) => `Isi dihapus administrator ${when}; alasannya ada di riwayat.`,
  useNewest: (number: number) =>
    `Indikator berikut masih memakai versi lama. Centang yang akan memakai versi ${number}.`,
  moveLabel: (code: string, name: string, version: number) =>
    `${code} ${name} (sekarang versi ${version})`,
  actions: {
    link: 'Kaitkan dengan indikator lain',
    version: 'Ganti dengan versi baru',
    details: 'Ubah keterangan',
    withdraw: 'Tarik bukti',
  },
} as const;

export const useNewestText = {
  done: (count: number, number: number) =>
    count === 0
      ? 'Tidak ada indikator yang berpindah versi.'
      : `${count} indikator kini memakai versi ${number}.`,
} as const;

export const versionText = {
  title: (name: string) => `Versi baru: ${name}`,
  now: (summary: string) => `Yang berlaku sekarang: ${summary}. Versi lama tetap tersimpan.`,
  limits: (size: string) =>
    `PDF, JPG, PNG, WebP, DOCX, XLSX, atau PPTX, paling besar ${size}. Satu berkas.`,
  kept: (count: number) =>
    `${count} indikator di luar area Anda tetap memakai versinya sekarang sampai penanggung jawab areanya memindahkannya.`,
  done: (number: number, moved: number) =>
    moved === 0
      ? `Versi ${number} tersimpan. Indikator yang sudah terkait tetap memakai versi lama.`
      : `Versi ${number} tersimpan dan dipakai ${moved} indikator.`,
  unchanged: 'Isinya sama dengan versi terbaru, jadi tidak ada versi baru.',
} as const;

export const detailsText = {
  title: (name: string) => `Ubah keterangan: ${name}`,
  done: (name: string) => `Keterangan “${name}” tersimpan.`,
} as const;

export const conflictLabels = {
  name: 'Nama bukti',
  kind: 'Jenis',
  content: 'Isi',
  fileAgain: 'Berkas Anda (perlu dipilih lagi)',
  periodFrom: 'Periode dari',
  periodTo: 'Periode sampai',
  withdrawn: 'Ditarik',
  reason: 'Alasan',
} as const;

export const withdrawText = {
  yes: 'ya',
  no: 'tidak',
  title: (name: string) => `Tarik bukti: ${name}`,
  consequences: (codes: readonly string[]) => [
    'Bukti yang ditarik tetap tercatat beserta alasannya, tetapi tidak lagi membuktikan apa pun.',
    codes.length === 0
      ? 'Bukti ini belum dipakai di indikator mana pun.'
      : `Bukti ini berhenti dihitung di ${codes.join(', ')}.`,
    'Penarikan dapat dibatalkan dari halaman bukti ini.',
  ],
  button: 'Tarik bukti',
  done: (name: string) => `“${name}” ditarik. Penarikan dapat dibatalkan di halaman ini.`,
  restored: (name: string) => `“${name}” berlaku lagi.`,
} as const;

export const purgeText = {
  word: 'HAPUS',
  title: (name: string, number: number) => `Hapus isi: ${name}, versi ${number}`,
  consequences: (fileName: string, codes: readonly string[]) => [
    `Isi berkas “${fileName}” dihapus untuk selamanya. Catatan dan riwayatnya tetap ada.`,
    codes.length === 0
      ? 'Versi ini tidak dipakai di indikator mana pun.'
      : `Versi ini berhenti membuktikan ${codes.join(', ')}.`,
    'Bila berkas yang sama persis juga menjadi bukti lain, isinya tetap disimpan untuk bukti itu.',
  ],
  confirmation: 'Tulis HAPUS untuk memastikan',
  button: 'Hapus isi berkas',
  done: (name: string, number: number) => `Isi “${name}” versi ${number} sudah dihapus.`,
} as const;

export const removalText = {
  title: (name: string, code: string) => `Lepaskan “${name}” dari ${code}?`,
  text: 'Bukti berhenti dihitung pada indikator ini, tetapi tetap ada di daftar bukti dan dapat dilampirkan lagi.',
  done: (name: string, code: string) =>
    `“${name}” dilepas dari ${code}. Bukti masih ada di daftar bukti.`,
  gone: 'Bukti itu memang sudah tidak terlampir pada indikator ini.',
} as const;

export const usesText = {
  title: (name: string) => `Kaitkan dengan indikator: ${name}`,
  area: (key: string, name: string) => (key === 'hasil' ? name : `Area ${key} ${name}`),
  done: (name: string, count: number) =>
    count === 0
      ? 'Tidak ada kaitan baru; semuanya sudah terkait.'
      : `“${name}” dikaitkan dengan ${count} indikator.`,
} as const;
