import type { Target } from '../../domain/predikat/gate.js';
import type { Messages } from './message-table.js';

/** Refusals of the forms about satker and their predikat. */
export const satkerMessages = {
  'djpb-not-six-digits': () => 'Kode satker DJPB terdiri atas enam angka, atau dikosongkan.',
  'djpb-taken': ({ name }) => `Kode satker DJPB ini sudah dipakai ${name}.`,
  'predikat-year': ({ from, to }) =>
    `Tahun predikat ditulis dengan empat angka, dari ${from} sampai ${to}.`,
  'predikat-exists': ({ predikat, year }) =>
    `Predikat ${predikat} tahun ${year} sudah tercatat. Perbaiki catatan itu, jangan menambah yang kedua.`,
  'decree-in-future': () => 'Tanggal surat keputusan tidak boleh sesudah hari ini.',
  'decree-before-year': ({ year }) =>
    `Tanggal surat keputusan tidak boleh sebelum tahun predikatnya (${year}).`,
  'revoked-in-future': () => 'Tanggal pencabutan tidak boleh sesudah hari ini.',
  'revoked-before-decree': () => 'Tanggal pencabutan tidak boleh sebelum tanggal surat keputusan.',
  'revoked-before-year': ({ year }) =>
    `Tanggal pencabutan tidak boleh sebelum tahun predikatnya (${year}).`,
  'already-revoked': () => 'Predikat ini sudah dicabut. Muat ulang halaman untuk melihatnya.',
} as const satisfies Messages;

export const satkerText = {
  listTitle: 'Data satker',
  count: (shown: string, all: string) => `${shown} dari ${all} satker`,
  codeColumn: 'Kode',
  nameColumn: 'Nama satker',
  facts: (code: string, kind: string) => `Kode ${code} · ${kind}`,
  change: (predikat: string, year: number) => `Ubah ${predikat} ${year}`,
  noDjpb: 'belum diisi',
  saved: (name: string) => `Data ${name} disimpan.`,
  added: (predikat: string, year: number) => `Predikat ${predikat} tahun ${year} dicatat.`,
  corrected: (predikat: string, year: number) =>
    `Catatan predikat ${predikat} tahun ${year} diperbaiki.`,
  revoked: (predikat: string, year: number) =>
    `Pencabutan predikat ${predikat} tahun ${year} dicatat.`,
  predikatTitle: (predikat: string, year: number, name: string) =>
    `Predikat ${predikat} tahun ${year}, ${name}`,
  held: 'berlaku',
  revokedOn: (day: string) => `dicabut ${day}`,
  withoutWbk:
    'WBBM tercatat, tetapi tidak ada WBK yang masih berlaku. Periksa apakah surat keputusan WBK belum dicatat.',
  heldShort: (predikat: string, year: number) => `${predikat} ${year}`,
  noDay: 'tidak diketahui',
  yes: 'ya',
  no: 'tidak',
  labels: {
    name: 'Nama satker',
    djpb: 'Kode satker DJPB',
    zone: 'Zona waktu',
    kind: 'Predikat',
    year: 'Tahun predikat',
    decree: 'Nomor surat keputusan',
    day: 'Tanggal surat keputusan',
    by: 'Ditetapkan oleh',
    unrevoke: 'Batalkan pencabutan',
    revokedOn: 'Tanggal pencabutan',
    reason: 'Alasan pencabutan',
  },
} as const;

export const predikatText: Readonly<Record<Target, string>> = {
  wbk: 'Menuju WBK',
  wbbm: 'Menuju WBBM',
};

export const grantedByText = {
  tpn: 'TPN (Kementerian PANRB)',
  mandiri: 'Mandiri oleh KPU (PermenPANRB 5/2024)',
} as const;

export const kindText = {
  pusat: 'Pusat',
  provinsi: 'Provinsi',
  kabupaten: 'Kabupaten',
  kota: 'Kota',
} as const;

export const zoneText: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB (Asia/Jakarta)',
  'Asia/Makassar': 'WITA (Asia/Makassar)',
  'Asia/Jayapura': 'WIT (Asia/Jayapura)',
};

/** The province a satker of level provinsi stands for: "KPU Provinsi Bali" → "Bali". */
export function provinceName(satkerName: string): string {
  return satkerName.replace(/^(?:KPU|KIP)\s+(?:Provinsi\s+)?/, '') || satkerName;
}
