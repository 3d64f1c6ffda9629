/** Words of the search within one LKE. */
export const searchText = {
  title: 'Cari indikator',
  area: (key: string, name: string) => (key === 'hasil' ? name : `Area ${key} ${name}`),
  summary: (count: number) => `${count} indikator cocok`,
  empty: {
    title: 'Tidak ada indikator yang cocok',
    text: 'Coba kata yang lebih pendek, atau kode indikator seperti A.I.1 atau B.I.a.',
  },
  foundIn: {
    official: 'Naskah resmi',
    criteria: 'Kriteria',
    checklist: 'Bukti yang lazim',
    note: 'Catatan',
  },
  answered: 'Terisi',
  unanswered: 'Belum terisi',
  allAnswered: 'Semua indikator di area Anda sudah terisi.',
} as const;
