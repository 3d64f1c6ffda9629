import type { Condition, StageAction } from '../../domain/lke/transitions.js';
import type { Messages } from './message-table.js';

/** Words of what a tier decides about an LKE. */

/** Conditions that a decision asks for, as the decider reads them. */
export const conditionText: Readonly<Record<Condition, string>> = {
  complete: 'semua indikator terisi',
  'evidence-or-reason': 'setiap jawaban terbukti atau beralasan',
  'all-assessed': 'semua indikator sudah dinilai',
  'tier-gates-passed': 'semua ambang sasaran terpenuhi menurut penilaian ini',
  'letter-recorded': 'surat rekomendasi kepada TPI sudah dicatat terkirim',
  'checks-written': 'delapan hal yang diperiksa TPI sudah diuraikan dalam LHE',
  'no-tpn-result': 'hasil TPN belum dicatat',
  confirmed:
    'ketua tim dan pengendali teknis sudah mengonfirmasi, dan tidak ada yang berubah sejak itu',
};

export const conclusionMessages = {
  'decision-missing': () => 'Pilih keputusannya.',
  'decision-not-confirmed': () => 'Centang pernyataan bahwa keputusan sudah diperiksa.',
  'condition-unmet': ({ condition }) =>
    `Keputusan ini belum dapat diambil, karena syaratnya belum terpenuhi: ${String(condition)}.`,
  'letterhead-missing': () => 'Kop dan penanda tangan belum diisi. Isi dahulu, lalu ulangi.',
  'lhe-letterhead-missing': () =>
    'Kop dan penanda tangan LHE belum diisi atau belum dipilih. Isi, lalu pilih di halaman LHE, lalu ulangi.',
  'lhe-signatory-missing': () => 'Pilih siapa yang menandatangani LHE ini.',
  'letter-unsaved': () => 'Nomor dan tanggal surat belum disimpan. Simpan dahulu, lalu catat.',
  'letter-others': ({ satker }) =>
    `${String(satker)} tidak lagi menunggu surat ini. Periksa daftarnya, lalu simpan lagi.`,
  'letter-number-taken': ({ number, day, satker }) =>
    `Nomor ${String(number)} sudah dipakai surat tanggal ${String(day)} untuk ${String(satker)}. Periksa nomornya.`,
  'lhe-number-taken': ({ number, satker, round }) =>
    satker === ''
      ? `Nomor ${String(number)} sudah dipakai LHE lain tahun ini. Periksa nomornya.`
      : `Nomor ${String(number)} sudah dipakai LHE ${String(satker)} atas pengajuan ${String(round)}. Periksa nomornya.`,
  'lhe-unwritten': () =>
    'Masih ada bagian LHE tanpa uraian. Lengkapi di halaman LHE, atau centang bahwa LHE ditetapkan tanpa bagian itu.',
  'lhe-number-missing': () => 'Nomor dan tanggal LHE belum diisi. Isi di halaman LHE, lalu ulangi.',
  'day-before-year': ({ year }) =>
    `Tanggal ini sebelum tahun ${year}, tahun LKE yang ditulis. Periksa tahunnya.`,
  'day-in-future': () => 'Tanggal tidak boleh sesudah hari ini.',
} as const satisfies Messages;

export const decisionActionText: Partial<Readonly<Record<StageAction, string>>> = {
  'decide-layak': 'Layak',
  'decide-belum-layak-reopens': 'Belum layak; LKE dibuka lagi untuk diperbaiki',
  'decide-belum-layak-ends': 'Belum layak; penilaian tahun ini berakhir',
  'conclude-memenuhi': 'Memenuhi',
  'conclude-belum-memenuhi-reopens': 'Belum memenuhi; LKE dibuka lagi untuk diperbaiki',
  'conclude-belum-memenuhi-ends': 'Belum memenuhi; penilaian tahun ini berakhir',
};

export const decisionHintText: Partial<Readonly<Record<StageAction, string>>> = {
  'decide-layak': 'LKE menunggu TPI. Setelah ini buat surat rekomendasinya.',
  'decide-belum-layak-reopens':
    'Semua isian terbuka lagi bagi tim ZI satker. Alasan wajib ditulis.',
  'decide-belum-layak-ends':
    'Tidak dapat dibuka lagi tahun ini, kecuali putusan ini ditarik karena keliru. Alasan wajib ditulis.',
  'conclude-memenuhi': 'LKE siap diusulkan kepada TPN. LHE menjadi tetap.',
  'conclude-belum-memenuhi-reopens':
    'LHE menjadi tetap, dan semua isian terbuka lagi bagi tim ZI satker. Alasan wajib ditulis.',
  'conclude-belum-memenuhi-ends':
    'LHE menjadi tetap. Tidak dapat dibuka lagi tahun ini, kecuali kesimpulan ini ditarik karena keliru. Alasan wajib ditulis.',
};

export const kindText = {
  layak: 'Layak',
  'belum-layak': 'Belum layak',
  memenuhi: 'Memenuhi',
  'belum-memenuhi': 'Belum memenuhi',
  diusulkan: 'Diusulkan kepada TPN',
  ditetapkan: 'Ditetapkan',
  'tidak-ditetapkan': 'Tidak ditetapkan',
} as const;

export const effectText = {
  moves: '',
  ends: 'Penilaian tahun ini berakhir.',
  reopens: 'LKE dibuka lagi untuk diperbaiki.',
} as const;

/** Every decision about one LKE. */
export const decisionsText = {
  title: (year: number, satker: string) => `Keputusan LKE ${year} ${satker}`,
  name: (tier: string, kind: string) => `${tier}: ${kind}`,
  by: (name: string, role: string, when: string) => `${name}, ${role}, ${when}`,
  round: (round: number) => `Atas pengajuan ${round}`,
  returned: 'Dikembalikan',
  letter: (number: string, day: string) => `Surat rekomendasi ${number} tanggal ${day}`,
  lhe: (number: string) => `Laporan hasil evaluasi ${number}`,
  back: 'Keputusan',
  print: 'Lihat dan cetak',
  docx: 'Unduh DOCX',
  empty: {
    title: 'Belum ada keputusan',
    text: 'Keputusan layak atau belum layak, surat rekomendasi kepada TPI, dan LHE tampil di sini.',
  },
  links: {
    pendahuluan: 'Putusan penilaian pendahuluan',
    letter: 'Surat rekomendasi kepada TPI',
    tpi: 'Kesimpulan TPI',
    lhe: 'Laporan hasil evaluasi (LHE)',
  },
} as const;

/** Deciding, for either tier. */
export const decideText = {
  titlePendahuluan: (satker: string) => `Putusan penilaian pendahuluan ${satker}`,
  refusing: {
    pendahuluan: 'Belum layak selalu dapat diputuskan, dengan alasan.',
    tpi: 'Belum memenuhi dapat disimpulkan setelah ketua dan dalnis mengonfirmasi, dengan alasan.',
  },
  titleTpi: (satker: string) => `Kesimpulan TPI ${satker}`,
  assessed: (done: number, of: number) => `${done} dari ${of} indikator dinilai`,
  total: (points: string) => `Nilai ${points} dari 100`,
  differences: (count: number) =>
    count === 0
      ? 'Tidak ada penilaian yang berbeda dari klaim satker.'
      : `${count} penilaian berbeda dari klaim satker.`,
  openNotes: (count: number) =>
    count === 0 ? 'Tidak ada catatan yang masih terbuka.' : `${count} catatan masih terbuka.`,
  noReason: '(tanpa alasan)',
  refusedAct: {
    decide: 'Belum diputuskan',
    recommend: 'Rekomendasi belum diberikan',
    begin: 'Penilaian belum dimulai',
  },
  met: 'Terpenuhi',
  unmet: 'Belum terpenuhi',
  done: (kind: string) => `Keputusan tersimpan: ${kind}.`,
  begun: 'Penilaian TPI dimulai. Anggota tim kini dapat menilai.',
  stale: {
    title: 'Penilaian berubah sejak Anda periksa',
    text: 'Penilaian, LHE, atau tahap LKE berubah sesudah halaman ini dibuka. Keputusan belum disimpan. Buka lagi halamannya, periksa yang baru, lalu putuskan.',
  },
  readOnly: {
    role: 'Anda dapat membaca halaman ini. Keputusan diambil oleh yang berwenang.',
    stage: (stage: string) =>
      `LKE sedang pada tahap ${stage}; keputusan ini diambil pada tahapnya sendiri.`,
  },
  begin: {
    ready: 'Surat rekomendasi sudah terkirim. TPI dapat memulai penilaian.',
    waiting:
      'Surat rekomendasi belum dicatat terkirim, sehingga TPI belum dapat memulai penilaian.',
  },
} as const;

export const letterheadText = {
  title: { surat: 'Kop dan penanda tangan surat', lhe: 'Kop dan penanda tangan LHE' },
  intro: {
    surat:
      'Dipakai semua surat rekomendasi Anda kepada TPI. Surat yang sudah terkirim tidak berubah.',
    lhe: 'Setiap LHE memakai satu dari kop dan penanda tangan TPI; pilihannya ada di halaman LHE. LHE yang sudah ditetapkan tidak berubah.',
  },
  heads: 'Penanda tangan yang tersimpan',
  another: 'Penanda tangan baru',
  addAnother: 'Tambah penanda tangan lain',
  subject: 'kop dan penanda tangan',
  saved: 'Kop dan penanda tangan tersimpan.',
  fields: {
    agency: 'Nama lembaga (satu baris per baris kop)',
    address: 'Alamat, telepon, surel',
    city: 'Kota tempat penandatanganan',
    position: 'Jabatan penanda tangan',
    name: 'Nama penanda tangan',
    nip: 'NIP (boleh kosong)',
    addressee: 'Tujuan surat',
    copies: 'Tembusan (satu per baris, boleh kosong)',
  },
} as const;
