import type { Role } from '../../domain/access/roles.js';

const TEAM_ROLES_BY =
  'Peran dan area dalam tim satker diatur ketua tim satker; peran lain oleh administrator.';
const PROVINCE =
  'Di provinsi, penilai menulis penilaian dan rekomendasi, sekretaris membagi tugas, memutuskan, dan mengirim surat. Mintalah yang berperan itu, atau minta administrator bila peran Anda keliru.';
const TPI =
  'Di TPI, anggota menilai, ketua tim dan pengendali teknis mengonfirmasi, ketua tim membagi tugas dan menyimpulkan. Mintalah yang berperan itu, atau minta administrator bila peran Anda keliru.';

/** Whom to ask, by what the person is. */
const ASK: Readonly<Record<Role, string>> = {
  anggota: `Bila ini tugas Anda, minta ketua tim satker Anda. ${TEAM_ROLES_BY}`,
  ketua:
    'Sebagai ketua tim satker Anda mengisi, mengatur tim, dan mengajukan; menilai dan memutuskan dilakukan provinsi, TPI, atau pusat. Bila peran Anda keliru, minta administrator memperbaikinya.',
  'penilai-provinsi': PROVINCE,
  'sekretaris-provinsi': PROVINCE,
  'penilai-pusat':
    'Sebagai penilai pusat Anda menilai dan memutuskan untuk KPU Provinsi, mencatat pengusulan, dan mencatat hasil TPN; yang lain dilakukan satker, provinsi, atau TPI. Bila peran Anda keliru, minta administrator memperbaikinya.',
  'tpi-anggota': TPI,
  'tpi-ketua': TPI,
  'tpi-dalnis': TPI,
  'evaluator-baca':
    'Sebagai evaluator Anda membaca dan mengunduh. Bila tugas Anda lebih dari itu, minta administrator memberi peran lain.',
  admin:
    'Sebagai administrator Anda mengatur pengguna, satker, dan tahun; mengisi, menilai, dan memutuskan dilakukan orang lain. Mintalah tim satker, penilai, atau pemutusnya.',
};

export const forbiddenText = {
  refused: 'Peran Anda tidak dapat melakukan tindakan ini. Tidak ada yang berubah.',
  noRole: 'Akun Anda belum mempunyai peran. Minta administrator memberinya.',
  ask: (role: Role) => ASK[role],
} as const;
