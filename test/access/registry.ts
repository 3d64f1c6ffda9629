import type { Fields } from '../support/http-client.js';
import { filledFile } from '../support/filled-file.js';
import { officialFile } from '../support/official-workbook.js';
import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import { PLACES, type LawRole, type Place, type SatkerDeed } from './law.js';
import { pdfOf, type At } from './places.js';

export interface SentFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** What the tests know of one route: who may, where it is, and a body that would take effect. */
export interface RouteCase {
  /**
   * open: nobody needs to be signed in; self: whoever is signed in, about themselves;
   * admin: the administrator alone; centre: penilai pusat alone; province: whoever may take out a satker of the province, and
   * of that satker only; token: whoever sends a token of the feed, signed in or not (its statuses
   * are in feed.test.ts); else a deed of the law on the satker of the address.
   */
  readonly deed: 'open' | 'self' | 'admin' | 'centre' | 'province' | 'token' | SatkerDeed;
  readonly path: (at: At) => string;
  /** POST only: where an able person finds the form, and what that person types into it. */
  readonly form?: {
    /** null: nobody is shown this form now; the fields are all in `fill`. */
    readonly page: ((at: At) => string) | null;
    readonly fill?: Fields | ((at: At) => Fields);
    /** A file to go with it (multipart). */
    readonly file?: () => SentFile;
  };
  /** The address carries the id of a thing of the satker (evidence, link, member). */
  readonly hasId?: boolean;
  /** The satker must have an LKE of that year. */
  readonly hasYear?: boolean;
  /** Where the LKE must stand for it; being filled where none is named. */
  readonly stage?: Stage;
  /** The tier that has assessed every indicator by then. */
  readonly assessed?: JudgingTier;
  /** What is gone already, or was never there, is answered as done. */
  readonly isRepeatable?: boolean;
  /** The body reaches the action and is refused there (422). */
  readonly isRefused?: boolean;
  /** What the address names belongs to one person; here to nobody, so it is missing for all. */
  readonly isNobodys?: boolean;
  /** No page: a file of ours (headers as a page), an evidence to be saved, or its preview. */
  readonly kind?: 'file' | 'download' | 'preview';
}

const lke = (at: At): string => `/lke/${at.satker}/${at.year}`;
const answer = (at: At): string => `${lke(at)}/jawaban/${at.code}`;
const register = (at: At): string => `${lke(at)}/bukti`;
const evidence = (at: At): string => `${register(at)}/${at.evidence}`;
const withdrawn = (at: At): string => `${register(at)}/${at.withdrawn}`;
const removal = (at: At): string => `${answer(at)}/bukti/${at.link}/pelepasan`;
const submission = (at: At): string => `${lke(at)}/pengajuan`;
const imports = (at: At): string => `${lke(at)}/impor`;
const preview = (at: At): string => `${imports(at)}/${at.imports.preview}`;
const undo = (at: At): string => `${imports(at)}/${at.imports.applied}/pembatalan`;
const team = (at: At): string => `/tim/${at.satker}`;
const shareLinks = (at: At): string => `${lke(at)}/tautan-berbagi`;
const revocation = (at: At): string => `${shareLinks(at)}/${at.shareLink}/pencabutan`;
const feed = (): string => '/admin/portalrb';
const feedToken = (at: At): string => `${feed()}/token/${at.feedToken}/pencabutan`;
const shared = (at: At): string => `/b/${at.token}`;
const member = (at: At): string => `${team(at)}/anggota/${at.member}`;
const satker = (at: At): string => `/admin/satker/${at.satker}`;
const predikat = (at: At): string => `${satker(at)}/predikat/${at.predikat}`;
const user = (at: At): string => `/admin/pengguna/${at.member}`;
const year = (at: At): string => `/admin/tahun/${at.year}`;
const wording = (at: At): string => `${year(at)}/naskah`;
const wordingDraft = (at: At): string => `${wording(at)}/pratinjau/${at.draft}`;

const open = (path: (at: At) => string): RouteCase => ({ deed: 'open', path });
const byToken = (rest: string): RouteCase => ({
  deed: 'token',
  path: () => `/api/portalrb/${rest}`,
});
const self = (path: string): RouteCase => ({ deed: 'self', path: () => path });
const admin = (path: (at: At) => string): RouteCase => ({ deed: 'admin', path });
const adminForm = (
  path: (at: At) => string,
  page: ((at: At) => string) | null,
  fill: Fields | ((at: At) => Fields) = {},
  file?: () => SentFile,
): RouteCase => ({
  deed: 'admin',
  path,
  form: { page, fill, ...(file === undefined ? {} : { file }) },
});

const proposals = (at: At): string => `/pengusulan/${at.year}`;
const centre = (path: (at: At) => string): RouteCase => ({ deed: 'centre', path });
const ofLetter = (rest: string): RouteCase =>
  centre((at) => `${proposals(at)}/surat/${at.proposalLetter}${rest}`);
const tpn = (at: At): string => `/lke/${at.satker}/${at.year}/tpn`;
const tpnFile = (at: At): string => `${tpn(at)}/berkas/${at.tpnFile}`;
const ofTpn = (path: (at: At) => string): RouteCase => ({ ...ofLke('tpn', path), stage: 'tpn' });
const requirements = (at: At): string => `/lke/${at.satker}/${at.year}/syarat`;

const recap = (at: At): string => `/rekap/${at.satker.slice(0, 2)}/${at.year}`;
const oversight = (at: At): string => `/pengawasan/${at.satker.slice(0, 2)}/${at.year}`;
const ofProvince = (path: (at: At) => string): RouteCase => ({ deed: 'province', path });
const ofJob = (rest: string): RouteCase => ({
  ...ofProvince((at) => `${recap(at)}/unduhan/987654321${rest}`),
  isNobodys: true,
});

const ofLke = (deed: SatkerDeed, path: (at: At) => string): RouteCase => ({
  deed,
  path,
  hasYear: true,
});

const ofEvidence = (deed: SatkerDeed, rest: string): RouteCase => ({
  ...ofLke(deed, (at) => `${evidence(at)}/${rest}`),
  hasId: true,
});
const evidenceForm = (rest: string, fill: Fields): RouteCase => ({
  ...ofEvidence('evidence', rest),
  form: { page: (at) => `${evidence(at)}/${rest}`, fill },
});

const tier = (at: At, one = 'pendahuluan'): string => `${lke(at)}/tinjauan/${one}`;
const ofTier = (deed: SatkerDeed, rest: string, one: JudgingTier = 'pendahuluan'): RouteCase => ({
  ...ofLke(deed, (at) => tier(at, one) + rest),
  stage: one,
});
const decisions = (at: At): string => `${lke(at)}/keputusan`;
/** An indicator that nobody answered and nothing proves. */
const BARE = 'A.I.1.i.b';

const ofTeam = (path: (at: At) => string): RouteCase => ({ deed: 'team', path });
const ofMember = (rest: string): RouteCase => ({
  ...ofTeam((at) => member(at) + rest),
  hasId: true,
});
const memberForm = (rest: string, fill: Fields): RouteCase => ({
  ...ofMember(rest),
  form: { page: member, fill },
});

let names = 0;
const freshPdf = (): Buffer => pdfOf(`berkas ${(names += 1)}`);
const fresh = (): string => `orang${(names += 1)}`;

export const REGISTRY: Readonly<Record<string, RouteCase>> = {
  'GET /sehat': open(() => '/sehat'),
  'GET /masuk': open(() => '/masuk'),
  'POST /masuk': open(() => '/masuk'),
  'GET /pasang': open(() => '/pasang'),
  'POST /pasang': open(() => '/pasang'),
  'GET /tautan/:token': open((at) => `/tautan/${at.token}`),
  'POST /tautan/:token': open((at) => `/tautan/${at.token}`),
  'POST /keluar': open(() => '/keluar'),

  'GET /sandi': self('/sandi'),
  'POST /sandi': { ...self('/sandi'), form: { page: () => '/sandi' } },
  'GET /': self('/'),
  'GET /satker': self('/satker'),
  'GET /tinjauan': self('/tinjauan'),
  'GET /tinjauan/beban': self('/tinjauan/beban'),
  'GET /perbaikan': self('/perbaikan'),

  'GET /lke/:satker/:year': ofLke('read', lke),
  'GET /lke/:satker/:year/grafik.svg': {
    ...ofLke('read', (at) => `${lke(at)}/grafik.svg`),
    kind: 'file',
  },
  'GET /lke/:satker/:year/area/:area': ofLke('read', (at) => `${lke(at)}/area/${at.area}`),
  'GET /lke/:satker/:year/riwayat': ofLke('history', (at) => `${lke(at)}/riwayat`),

  'GET /lke/:satker/:year/jawaban/:code': ofLke('read', answer),
  'POST /lke/:satker/:year/jawaban/:code': {
    ...ofLke('fill', answer),
    form: { page: answer, fill: () => ({ letter: 'Ya', note: fresh() }) },
  },
  'GET /lke/:satker/:year/jawaban/:code/bukti': ofLke('evidence', (at) => `${answer(at)}/bukti`),
  'POST /lke/:satker/:year/jawaban/:code/bukti': {
    ...ofLke('evidence', (at) => `${answer(at)}/bukti`),
    form: {
      page: (at) => `${answer(at)}/bukti`,
      file: () => ({ field: 'files', name: 'notula.pdf', bytes: freshPdf() }),
    },
  },
  'GET /lke/:satker/:year/jawaban/:code/bukti/:link/pelepasan': {
    ...ofLke('evidence', removal),
    hasId: true,
  },
  'POST /lke/:satker/:year/jawaban/:code/bukti/:link/pelepasan': {
    ...ofLke('evidence', removal),
    hasId: true,
    isRepeatable: true,
    form: { page: removal },
  },
  'POST /lke/:satker/:year/jawaban/:code/alasan-tanpa-bukti': {
    ...ofLke('explain', (at) => `${answer(at)}/alasan-tanpa-bukti`),
    form: { page: null, fill: () => ({ reason: fresh(), version: '0' }) },
  },
  'POST /lke/:satker/:year/pengajuan/alasan': {
    ...ofLke('explain', (at) => `${submission(at)}/alasan`),
    form: {
      page: null,
      fill: () => ({ 'alasan-A.I.1.i.b': fresh(), 'versi-A.I.1.i.b': '0' }),
    },
  },
  'GET /lke/:satker/:year/pengajuan': ofLke('read', submission),
  'POST /lke/:satker/:year/pengajuan': {
    // Nobody's sheet is complete here: refused, but by its rule.
    ...ofLke('submit', submission),
    isRefused: true,
    form: { page: null, fill: { checked: 'on', confirmed: 'x' } },
  },
  'GET /lke/:satker/:year/pengajuan/:number': {
    ...ofLke('read', (at) => `${submission(at)}/${at.submission}`),
  },
  'GET /lke/:satker/:year/pengajuan/:number/perbandingan': {
    ...ofLke('read', (at) => `${submission(at)}/${at.submission}/perbandingan`),
  },
  'GET /lke/:satker/:year/pengembalian': {
    ...ofLke('return', (at) => `${lke(at)}/pengembalian`),
    stage: 'pendahuluan',
  },
  'POST /lke/:satker/:year/pengembalian': {
    ...ofLke('return', (at) => `${lke(at)}/pengembalian`),
    stage: 'pendahuluan',
    form: {
      page: null,
      fill: (at) => ({ reason: 'Perbaiki.', opens: 'semua', version: at.lkeVersion }),
    },
  },
  'GET /lke/:satker/:year/bukti': ofLke('read', register),
  'GET /lke/:satker/:year/bukti/baru': ofLke('evidence', (at) => `${register(at)}/baru`),
  'POST /lke/:satker/:year/bukti/baru': {
    ...ofLke('evidence', (at) => `${register(at)}/baru`),
    form: {
      page: (at) => `${register(at)}/baru`,
      file: () => ({ field: 'files', name: 'laporan.pdf', bytes: freshPdf() }),
    },
  },
  'GET /lke/:satker/:year/bukti/:id': { ...ofLke('read', evidence), hasId: true },
  'GET /lke/:satker/:year/bukti/:id/versi': ofEvidence('evidence', 'versi'),
  'POST /lke/:satker/:year/bukti/:id/versi': {
    ...ofEvidence('evidence', 'versi'),
    form: {
      page: (at) => `${evidence(at)}/versi`,
      file: () => ({ field: 'files', name: 'sk-baru.pdf', bytes: freshPdf() }),
    },
  },
  'GET /lke/:satker/:year/bukti/:id/versi/:number/berkas': {
    ...ofEvidence('read', 'versi/1/berkas'),
    kind: 'download',
  },
  'GET /lke/:satker/:year/bukti/:id/versi/:number/pratinjau': {
    ...ofEvidence('read', 'versi/1/pratinjau'),
    kind: 'preview',
  },
  'GET /lke/:satker/:year/bukti/:id/keterangan': ofEvidence('evidence', 'keterangan'),
  'POST /lke/:satker/:year/bukti/:id/keterangan': evidenceForm('keterangan', { name: 'SK lain' }),
  'GET /lke/:satker/:year/bukti/:id/pemakaian': ofEvidence('evidence', 'pemakaian'),
  'POST /lke/:satker/:year/bukti/:id/pemakaian': evidenceForm('pemakaian', {
    'kode-A.I.1.i.b': 'on',
  }),
  'POST /lke/:satker/:year/bukti/:id/pemakaian/versi-terbaru': {
    ...ofEvidence('evidence', 'pemakaian/versi-terbaru'),
    form: { page: null, fill: {} },
  },
  'GET /lke/:satker/:year/bukti/:id/penarikan': ofEvidence('evidence', 'penarikan'),
  'POST /lke/:satker/:year/bukti/:id/penarikan': evidenceForm('penarikan', {
    reason: 'Salah unggah.',
  }),
  'POST /lke/:satker/:year/bukti/:id/penarikan/pembatalan': {
    ...ofLke('evidence', (at) => `${withdrawn(at)}/penarikan/pembatalan`),
    hasId: true,
    form: { page: withdrawn },
  },
  'GET /lke/:satker/:year/bukti/:id/penghapusan-isi': ofEvidence(
    'purge',
    'penghapusan-isi?versi=1',
  ),
  'POST /lke/:satker/:year/bukti/:id/penghapusan-isi': {
    ...ofEvidence('purge', 'penghapusan-isi'),
    form: {
      page: (at) => `${evidence(at)}/penghapusan-isi?versi=1`,
      fill: { reason: 'Memuat data pribadi.', confirmation: 'HAPUS' },
    },
  },

  'GET /lke/:satker/:year/tinjauan/:tier': ofTier('review', ''),
  'GET /lke/:satker/:year/tinjauan/:tier/lanjut': ofTier('review', '/lanjut'),
  'GET /lke/:satker/:year/tinjauan/:tier/terima': ofTier('pendahuluan', '/terima'),
  'POST /lke/:satker/:year/tinjauan/:tier/terima': {
    // Nothing is ticked, since nobody here has opened anything: refused, but by its rule.
    ...ofTier('pendahuluan', '/terima'),
    isRefused: true,
    form: { page: null, fill: { confirmed: 'on' } },
  },
  'POST /lke/:satker/:year/tinjauan/:tier/konfirmasi': {
    ...ofTier('confirm', '/konfirmasi', 'tpi'),
    assessed: 'tpi',
    form: { page: (at) => tier(at, 'tpi'), fill: { role: '' } },
  },
  'GET /lke/:satker/:year/tinjauan/:tier/:code': ofTier('review', `/${BARE}`),
  'POST /lke/:satker/:year/tinjauan/:tier/:code': {
    ...ofTier('pendahuluan', `/${BARE}`),
    form: {
      page: (at) => `${tier(at)}/${BARE}`,
      fill: () => ({ letter: 'B', reason: `Bukti kurang ${fresh()}.` }),
    },
  },
  'GET /lke/:satker/:year/tinjauan/:tier/:code/bukti/:version/:way': {
    ...ofLke('review', (at) => `${tier(at)}/${at.code}/bukti/${at.version}/lihat`),
    stage: 'pendahuluan',
    hasId: true,
  },

  'POST /lke/:satker/:year/tinjauan/:tier/:code/catatan': {
    ...ofTier('pendahuluan', `/${BARE}/catatan`),
    form: {
      page: (at) => `${tier(at)}/${BARE}`,
      fill: () => ({ 'catatan-baru': `Lengkapi ${fresh()}.` }),
    },
  },
  'GET /lke/:satker/:year/keputusan': ofLke('read', decisions),
  'GET /lke/:satker/:year/keputusan/pendahuluan': ofLke(
    'figures',
    (at) => `${decisions(at)}/pendahuluan`,
  ),
  'POST /lke/:satker/:year/keputusan/pendahuluan': {
    ...ofLke('decide', (at) => `${decisions(at)}/pendahuluan`),
    stage: 'pendahuluan',
    form: {
      page: (at) => `${decisions(at)}/pendahuluan`,
      fill: { choice: 'decide-belum-layak-ends', reason: 'Belum siap.', checked: 'on' },
    },
  },
  'GET /lke/:satker/:year/keputusan/penarikan': {
    ...ofLke('take-back', (at) => `${decisions(at)}/penarikan`),
    stage: 'menunggu-tpi',
  },
  'POST /lke/:satker/:year/keputusan/penarikan': {
    // The form names what it takes back: here *layak*, the decider's.
    ...ofLke('decide', (at) => `${decisions(at)}/penarikan`),
    stage: 'menunggu-tpi',
    form: {
      page: (at) => `${decisions(at)}/penarikan`,
      fill: () => ({ reason: fresh(), checked: 'on' }),
    },
  },
  'POST /lke/:satker/:year/keputusan/pendahuluan/rekomendasi': {
    ...ofLke('recommend', (at) => `${decisions(at)}/pendahuluan/rekomendasi`),
    stage: 'pendahuluan',
    assessed: 'pendahuluan',
    form: {
      page: (at) => `${decisions(at)}/pendahuluan`,
      fill: { recommendation: 'belum-layak', 'recommendation-reason': 'Bukti kurang.' },
    },
    isRepeatable: true,
  },
  'GET /lke/:satker/:year/keputusan/tpi': ofLke('tpi-team', (at) => `${decisions(at)}/tpi`),
  'POST /lke/:satker/:year/keputusan/tpi': {
    // Nobody has confirmed: refused, but by its rule.
    ...ofLke('conclude', (at) => `${decisions(at)}/tpi`),
    stage: 'tpi',
    isRefused: true,
    form: {
      page: (at) => `${decisions(at)}/tpi`,
      fill: { choice: 'conclude-belum-memenuhi-ends', reason: 'Belum.', checked: 'on', gaps: 'on' },
    },
  },
  'POST /lke/:satker/:year/penilaian-tpi': {
    // The letter has not gone out: refused, but by its rule.
    ...ofLke('tpi-team', (at) => `${lke(at)}/penilaian-tpi`),
    stage: 'menunggu-tpi',
    isRefused: true,
    form: { page: null, fill: (at) => ({ version: at.lkeVersion }) },
  },
  'GET /lke/:satker/:year/kop/:kind': ofLke('decide', (at) => `${lke(at)}/kop/surat`),
  'POST /lke/:satker/:year/kop/:kind': {
    ...ofLke('decide', (at) => `${lke(at)}/kop/surat`),
    form: {
      page: (at) => `${lke(at)}/kop/surat`,
      fill: {
        agency: 'KPU',
        address: 'Jalan Langko',
        city: 'Mataram',
        position: 'Sekretaris',
        name: 'Baiq Ratna',
        addressee: 'Inspektur Utama',
      },
    },
  },
  'GET /lke/:satker/:year/surat': {
    ...ofLke('decide', (at) => `${lke(at)}/surat`),
    stage: 'menunggu-tpi',
  },
  'POST /lke/:satker/:year/surat': {
    ...ofLke('decide', (at) => `${lke(at)}/surat`),
    stage: 'menunggu-tpi',
    form: {
      page: (at) => `${lke(at)}/surat`,
      fill: () => ({ number: fresh(), day: '2026-03-01' }),
    },
  },
  'POST /lke/:satker/:year/surat/pengiriman': {
    // No letter is saved for this decision: refused, but by its rule.
    ...ofLke('decide', (at) => `${lke(at)}/surat/pengiriman`),
    stage: 'menunggu-tpi',
    isRefused: true,
    form: { page: null, fill: { shown: 'x' } },
  },
  'GET /lke/:satker/:year/surat/:id/cetak': {
    ...ofLke('read', (at) => `${lke(at)}/surat/${at.letter}/cetak`),
    hasId: true,
  },
  'GET /lke/:satker/:year/surat/:id/surat.docx': {
    ...ofLke('read', (at) => `${lke(at)}/surat/${at.letter}/surat.docx`),
    hasId: true,
    kind: 'file',
  },
  'GET /lke/:satker/:year/lhe': ofLke('tpi-team', (at) => `${lke(at)}/lhe`),
  'POST /lke/:satker/:year/lhe/nomor': {
    ...ofLke('lhe-write', (at) => `${lke(at)}/lhe/nomor`),
    stage: 'tpi',
    form: { page: (at) => `${lke(at)}/lhe`, fill: () => ({ number: fresh(), day: '2026-03-01' }) },
  },
  'POST /lke/:satker/:year/lhe/usulan': {
    ...ofLke('lhe-write', (at) => `${lke(at)}/lhe/usulan`),
    stage: 'tpi',
    // Offered once all is assessed; before that there is nothing to keep.
    form: { page: null, fill: () => ({ shown: fresh() }) },
  },
  'POST /lke/:satker/:year/lhe/bagian/:section': {
    ...ofLke('lhe-write', (at) => `${lke(at)}/lhe/bagian/sakip`),
    stage: 'tpi',
    form: { page: (at) => `${lke(at)}/lhe`, fill: () => ({ text: fresh() }) },
  },
  'GET /lke/:satker/:year/lhe/:round/cetak': ofLke('read', (at) => `${lke(at)}/lhe/1/cetak`),
  'GET /lke/:satker/:year/lhe/:round/lhe.docx': {
    ...ofLke('read', (at) => `${lke(at)}/lhe/1/lhe.docx`),
    kind: 'file',
  },
  'GET /lke/:satker/:year/catatan': ofLke('read', (at) => `${lke(at)}/catatan`),
  'POST /lke/:satker/:year/catatan/:thread/balasan': {
    ...ofLke('fill', (at) => `${lke(at)}/catatan/${at.thread}/balasan`),
    hasId: true,
    form: { page: null, fill: (at) => ({ [`balasan-${at.thread}`]: `Sudah ${fresh()}.` }) },
  },
  'POST /lke/:satker/:year/catatan/:thread/tanggapan': {
    ...ofLke('pendahuluan', (at) => `${lke(at)}/catatan/${at.thread}/tanggapan`),
    stage: 'pendahuluan',
    hasId: true,
    form: { page: null, fill: (at) => ({ [`tanggapan-${at.thread}`]: `Belum ${fresh()}.` }) },
  },
  'POST /lke/:satker/:year/catatan/:thread/penutupan': {
    ...ofLke('pendahuluan', (at) => `${lke(at)}/catatan/${at.thread}/penutupan`),
    stage: 'pendahuluan',
    hasId: true,
    form: { page: null, fill: { seen: '1' } },
  },
  'POST /lke/:satker/:year/catatan/:thread/pembukaan': {
    ...ofLke('pendahuluan', (at) => `${lke(at)}/catatan/${at.thread}/pembukaan`),
    stage: 'pendahuluan',
    hasId: true,
    isRepeatable: true,
    form: { page: null, fill: {} },
  },
  'GET /lke/:satker/:year/perbandingan': ofLke('read', (at) => `${lke(at)}/perbandingan`),
  'GET /lke/:satker/:year/penugasan': ofLke('assign', (at) => `${lke(at)}/penugasan`),
  'POST /lke/:satker/:year/penugasan': {
    ...ofLke('assign', (at) => `${lke(at)}/penugasan`),
    form: { page: (at) => `${lke(at)}/penugasan` },
  },

  'GET /lke/:satker/:year/cari': ofLke('read', (at) => `${lke(at)}/cari?q=tim`),
  'GET /lke/:satker/:year/belum-terisi': ofLke('read', (at) => `${lke(at)}/belum-terisi`),
  'GET /lke/:satker/:year/impor': ofLke('fill', imports),
  'POST /lke/:satker/:year/impor': {
    ...ofLke('fill', imports),
    form: {
      page: imports,
      file: () => ({ field: 'file', name: 'lke.xlsx', bytes: filledFile() }),
    },
  },
  'GET /lke/:satker/:year/impor/:id': { ...ofLke('fill', preview), hasId: true },
  'POST /lke/:satker/:year/impor/:id/lembar': {
    ...ofLke('fill', (at) => `${imports(at)}/${at.imports.unclear}/lembar`),
    hasId: true,
    form: { page: (at) => `${imports(at)}/${at.imports.unclear}`, fill: { sheet: 'LKE 2' } },
  },
  'POST /lke/:satker/:year/impor/:id/penerapan': {
    ...ofLke('fill', (at) => `${preview(at)}/penerapan`),
    hasId: true,
    form: { page: (at) => `${preview(at)}?tampilan=semua`, fill: { 'catatan-A.I.1.i.b': 'on' } },
  },
  'GET /lke/:satker/:year/impor/:id/pembatalan': { ...ofLke('fill', undo), hasId: true },
  'POST /lke/:satker/:year/impor/:id/pembatalan': {
    ...ofLke('fill', undo),
    hasId: true,
    form: { page: undo },
  },

  'GET /lke/:satker/:year/unduhan': ofLke('export', (at) => `${lke(at)}/unduhan`),
  'GET /lke/:satker/:year/unduhan/bundel-bukti.zip': {
    ...ofLke('export', (at) => `${lke(at)}/unduhan/bundel-bukti.zip`),
    kind: 'file',
  },
  'GET /lke/:satker/:year/unduhan/:file': {
    ...ofLke('export', (at) => `${lke(at)}/unduhan/lampiran-iii.xlsx`),
    kind: 'file',
  },

  'GET /api/:base/pengusulan/unit-wbk': byToken('pengusulan/unit-wbk'),
  'GET /api/:base/pengusulan/unit-wbbm': byToken('pengusulan/unit-wbbm'),
  'GET /api/:base/lke/jawaban-unit/:unit': byToken('lke/jawaban-unit/52.71'),
  'GET /lke/:satker/:year/portalrb': ofLke('read', (at) => `${lke(at)}/portalrb`),
  'GET /admin/portalrb': admin(feed),
  'POST /admin/portalrb': adminForm(feed, feed, { enabled: 'on' }),
  'POST /admin/portalrb/token': adminForm(
    () => `${feed()}/token`,
    feed,
    () => ({ name: fresh() }),
  ),
  'GET /admin/portalrb/token/:id/pencabutan': admin(feedToken),
  'POST /admin/portalrb/token/:id/pencabutan': {
    ...adminForm(feedToken, feedToken),
    isRepeatable: true,
  },

  'GET /b/:token': open(shared),
  'GET /b/:token/bukti/:id/versi/:number/berkas': open(
    (at) => `${shared(at)}/bukti/${at.evidence}/versi/1/berkas`,
  ),
  'GET /b/:token/bukti/:id/versi/:number/pratinjau': open(
    (at) => `${shared(at)}/bukti/${at.evidence}/versi/1/pratinjau`,
  ),
  'GET /lke/:satker/:year/tautan-berbagi': ofLke('share', shareLinks),
  'POST /lke/:satker/:year/tautan-berbagi': {
    ...ofLke('share', shareLinks),
    form: { page: shareLinks, fill: () => ({ label: `Penerima ${fresh()}` }) },
  },
  'GET /lke/:satker/:year/tautan-berbagi/:id/pencabutan': {
    ...ofLke('share', revocation),
    hasId: true,
  },
  'POST /lke/:satker/:year/tautan-berbagi/:id/pencabutan': {
    ...ofLke('share', revocation),
    hasId: true,
    isRepeatable: true,
    form: { page: revocation },
  },

  'GET /pengawasan': self('/pengawasan'),
  'GET /pengawasan/:year': self('/pengawasan/2026'),
  'GET /pengawasan/:year/peta': self('/pengawasan/2026/peta'),
  'GET /pengawasan/:year/perbandingan': self('/pengawasan/2026/perbandingan'),
  'GET /pengawasan/:province/:year': ofProvince(oversight),
  'GET /pengawasan/:province/:year/peta': ofProvince((at) => `${oversight(at)}/peta`),
  'GET /pengawasan/:province/:year/perbandingan': ofProvince(
    (at) => `${oversight(at)}/perbandingan`,
  ),
  'GET /pengawasan/:province/:year/pekan': ofProvince((at) => `${oversight(at)}/pekan`),
  'GET /pengawasan/:province/:year/pekan/:week': ofProvince(
    (at) => `${oversight(at)}/pekan/2026-W09`,
  ),
  'GET /pemberitahuan': self('/pemberitahuan'),
  'POST /pemberitahuan/dibaca': {
    ...self('/pemberitahuan/dibaca'),
    form: { page: null, fill: { sampai: '1' } },
  },
  'POST /pemberitahuan/surel': { ...self('/pemberitahuan/surel'), form: { page: null } },

  'GET /pengusulan': centre(() => '/pengusulan'),
  'GET /pengusulan/kop': centre(() => '/pengusulan/kop'),
  'POST /pengusulan/kop': {
    ...centre(() => '/pengusulan/kop'),
    form: {
      page: () => '/pengusulan/kop',
      fill: () => ({
        agency: 'Komisi Pemilihan Umum',
        address: 'Jakarta',
        city: 'Jakarta',
        position: 'Ketua',
        name: fresh(),
      }),
    },
  },
  'GET /pengusulan/:year': { ...centre(proposals), stage: 'siap-diusulkan' },
  'POST /pengusulan/:year': {
    ...centre(proposals),
    stage: 'siap-diusulkan',
    form: {
      page: proposals,
      fill: (at) => ({
        number: fresh(),
        day: '2026-03-09',
        [`pilih-${at.satker}`]: 'on',
        diperiksa: at.satker,
        [`alasan-${at.satker}`]: 'Sedang dilengkapi.',
      }),
    },
  },
  'GET /pengusulan/:year/surat/:letter': ofLetter(''),
  'GET /pengusulan/:year/surat/:letter/lampiran': ofLetter('/lampiran'),
  'GET /pengusulan/:year/surat/:letter/lampiran.docx': {
    ...ofLetter('/lampiran.docx'),
    kind: 'file',
  },
  'GET /pengusulan/:year/surat/:letter/lampiran.xlsx': {
    ...ofLetter('/lampiran.xlsx'),
    kind: 'file',
  },
  'GET /pengusulan/:year/surat/:letter/pernyataan': ofLetter('/pernyataan'),
  'GET /pengusulan/:year/surat/:letter/pernyataan.docx': {
    ...ofLetter('/pernyataan.docx'),
    kind: 'file',
  },
  'GET /lke/:satker/:year/tpn': { ...ofLke('read', tpn), stage: 'ditetapkan' },
  'POST /lke/:satker/:year/tpn/nilai': {
    ...ofTpn((at) => `${tpn(at)}/nilai`),
    form: { page: tpn, fill: () => ({ total: '80', note: fresh() }) },
  },
  'POST /lke/:satker/:year/tpn/nilai/penghapusan': {
    ...ofTpn((at) => `${tpn(at)}/nilai/penghapusan`),
    form: { page: tpn, fill: () => ({}) },
  },
  'GET /lke/:satker/:year/tpn/area/:area': ofTpn((at) => `${tpn(at)}/area/${at.area}`),
  'POST /lke/:satker/:year/tpn/area/:area': {
    ...ofTpn((at) => `${tpn(at)}/area/${at.area}`),
    form: {
      page: (at) => `${tpn(at)}/area/${at.area}`,
      fill: () => ({ [`catatan-${BARE}`]: fresh() }),
    },
  },
  'POST /lke/:satker/:year/tpn/berkas': {
    ...ofTpn((at) => `${tpn(at)}/berkas`),
    form: {
      page: tpn,
      file: () => ({ field: 'file', name: 'tpn.xlsx', bytes: filledFile() }),
    },
  },
  'GET /lke/:satker/:year/tpn/berkas/:file': { ...ofTpn(tpnFile), hasId: true },
  'POST /lke/:satker/:year/tpn/berkas/:file': {
    ...ofTpn(tpnFile),
    hasId: true,
    form: { page: tpnFile },
  },
  'POST /lke/:satker/:year/tpn/keputusan': {
    ...ofTpn((at) => `${tpn(at)}/keputusan`),
    form: {
      page: tpn,
      fill: () => ({
        kind: 'tidak-ditetapkan',
        number: fresh(),
        day: '2026-03-09',
        reason: 'Di bawah ambang.',
      }),
    },
  },
  'GET /lke/:satker/:year/syarat': ofLke('propose', requirements),
  'POST /lke/:satker/:year/syarat': {
    ...ofLke('propose', requirements),
    form: {
      page: requirements,
      fill: () => ({ 'nilai-lama-pembangunan': '2', 'sumber-lama-pembangunan': fresh() }),
    },
  },
  'GET /admin/tahun/:year/syarat': admin((at) => `${year(at)}/syarat`),
  'POST /admin/tahun/:year/syarat': adminForm(
    (at) => `${year(at)}/syarat`,
    (at) => `${year(at)}/syarat`,
    () => ({ 'nilai-maturitas-spip': '3', 'sumber-maturitas-spip': fresh() }),
  ),

  'GET /admin/tahun/:year/pernyataan': admin((at) => `${year(at)}/pernyataan`),
  'POST /admin/tahun/:year/pernyataan': adminForm(
    (at) => `${year(at)}/pernyataan`,
    (at) => `${year(at)}/pernyataan`,
    () => ({ text: `Saya, {nama}, menyatakan benar. ${fresh()}` }),
  ),

  'GET /rekap/:province/:year': ofProvince(recap),
  'GET /rekap/:province/:year/rekap.xlsx': {
    ...ofProvince((at) => `${recap(at)}/rekap.xlsx`),
    kind: 'file',
  },

  'GET /rekap/:province/:year/unduhan': ofProvince((at) => `${recap(at)}/unduhan`),
  'POST /rekap/:province/:year/unduhan': {
    ...ofProvince((at) => `${recap(at)}/unduhan`),
    form: { page: (at) => `${recap(at)}/unduhan`, fill: { 'susunan-portalrb': 'on' } },
  },
  'GET /rekap/:province/:year/unduhan/:job': ofJob(''),
  'GET /rekap/:province/:year/unduhan/:job/berkas': ofJob('/berkas'),
  'POST /rekap/:province/:year/unduhan/:job/pembatalan': {
    ...ofJob('/pembatalan'),
    form: { page: null },
  },

  'GET /tim/:satker': ofTeam(team),
  'POST /tim/:satker/undangan': {
    ...ofTeam((at) => `${team(at)}/undangan`),
    form: { page: team, fill: () => ({ username: fresh(), name: 'Orang Baru', 'area-1': 'on' }) },
  },
  'GET /tim/:satker/anggota/:user': ofMember(''),
  'POST /tim/:satker/anggota/:user': memberForm('', { 'area-2': 'on' }),
  'POST /tim/:satker/anggota/:user/tautan': memberForm('/tautan', {}),
  'GET /tim/:satker/anggota/:user/pelepasan': ofMember('/pelepasan'),
  'POST /tim/:satker/anggota/:user/pelepasan': {
    ...ofMember('/pelepasan'),
    form: { page: (at) => `${member(at)}/pelepasan` },
  },

  'GET /admin/satker': admin(() => '/admin/satker'),
  'GET /admin/satker/:code': admin(satker),
  'POST /admin/satker/:code': adminForm(satker, satker, { djpb: '123456' }),
  'POST /admin/satker/:code/predikat': adminForm((at) => `${satker(at)}/predikat`, satker, {
    kind: 'wbbm',
    year: '2024',
    decree: 'SK 7/2024',
    by: 'tpn',
  }),
  'GET /admin/satker/:code/predikat/:id': { ...admin(predikat), hasId: true },
  'POST /admin/satker/:code/predikat/:id': {
    ...adminForm(predikat, predikat, { decree: 'SK 8/2024' }),
    hasId: true,
  },
  'POST /admin/satker/:code/predikat/:id/pencabutan': {
    ...adminForm((at) => `${predikat(at)}/pencabutan`, predikat, {
      revokedOn: '2025-06-01',
      reason: 'Dicabut menteri.',
    }),
    hasId: true,
  },

  'GET /admin/tahun': admin(() => '/admin/tahun'),
  'GET /admin/tahun/baru': admin(() => '/admin/tahun/baru'),
  'POST /admin/tahun': {
    // Only shipped instruments make a year, and the cast has opened it: refused, but by its rule.
    ...adminForm(() => '/admin/tahun', null, { year: '2026', target: 'wbk', scope: 'semua' }),
    isRefused: true,
  },
  'GET /admin/tahun/:year': admin(year),
  'POST /admin/tahun/:year': adminForm(year, year, { internal: '76' }),
  'GET /admin/tahun/:year/satker': admin((at) => `${year(at)}/satker`),
  'GET /admin/tahun/:year/satker/baru': admin((at) => `${year(at)}/satker/baru`),
  'POST /admin/tahun/:year/satker/baru': adminForm(
    (at) => `${year(at)}/satker/baru`,
    (at) => `${year(at)}/satker/baru`,
    { scope: 'pilih', 'satker-51.01': 'on' },
  ),
  'POST /admin/tahun/:year/sasaran': adminForm(
    (at) => `${year(at)}/sasaran`,
    (at) => `${year(at)}/satker`,
  ),
  'GET /admin/tahun/:year/tanggal': admin((at) => `${year(at)}/tanggal`),
  'POST /admin/tahun/:year/tanggal': adminForm(
    (at) => `${year(at)}/tanggal`,
    (at) => `${year(at)}/tanggal`,
  ),
  'POST /admin/tahun/:year/tanggal/khusus': adminForm(
    (at) => `${year(at)}/tanggal/khusus`,
    (at) => `${year(at)}/tanggal`,
    { satker: '52.71', code: 'mandiri-tutup', day: '2026-04-02', reason: 'Gempa.' },
  ),
  'GET /admin/tahun/:year/naskah': admin(wording),
  'POST /admin/tahun/:year/naskah': adminForm(wording, wording, {}, () => ({
    field: 'file',
    name: 'lampiran-iii.xlsx',
    bytes: officialFile(),
  })),
  'GET /admin/tahun/:year/naskah/pratinjau/:id': admin(wordingDraft),
  'POST /admin/tahun/:year/naskah/pratinjau/:id': adminForm(wordingDraft, wordingDraft, () => ({
    title: fresh(),
  })),
  'GET /admin/tahun/:year/naskah/penghapusan': admin((at) => `${wording(at)}/penghapusan`),
  'POST /admin/tahun/:year/naskah/penghapusan': {
    ...adminForm(
      (at) => `${wording(at)}/penghapusan`,
      (at) => `${wording(at)}/penghapusan`,
    ),
    isRepeatable: true,
  },
  'GET /admin/pengaturan': admin(() => '/admin/pengaturan'),
  'POST /admin/pengaturan': adminForm(
    () => '/admin/pengaturan',
    () => '/admin/pengaturan',
  ),

  'GET /admin/pengguna': admin(() => '/admin/pengguna'),
  'GET /admin/pengguna/baru': admin(() => '/admin/pengguna/baru'),
  'POST /admin/pengguna/baru': adminForm(
    () => '/admin/pengguna/baru',
    () => '/admin/pengguna/baru',
    () => ({ username: fresh(), name: 'Orang Baru', role: 'anggota', satker: '52.71' }),
  ),
  'GET /admin/pengguna/impor': admin(() => '/admin/pengguna/impor'),
  'POST /admin/pengguna/impor': adminForm(
    () => '/admin/pengguna/impor',
    () => '/admin/pengguna/impor',
    {},
    () => ({
      field: 'file',
      name: 'orang.csv',
      bytes: Buffer.from(`username,nama,email,peran,satker\n${fresh()},Orang Baru,,ketua,52.01\n`),
    }),
  ),
  'GET /admin/pengguna/:id': admin(user),
  'POST /admin/pengguna/:id': adminForm(user, user, { name: 'Nama Lain' }),
  'POST /admin/pengguna/:id/peran': adminForm((at) => `${user(at)}/peran`, user, {
    role: 'ketua',
    satker: '52.01',
  }),
  'POST /admin/pengguna/:id/peran/:role/pencabutan': adminForm(
    (at) => `${user(at)}/peran/${at.role}/pencabutan`,
    user,
  ),
  'POST /admin/pengguna/:id/tautan': adminForm((at) => `${user(at)}/tautan`, user),
  'POST /admin/pengguna/:id/penonaktifan': adminForm((at) => `${user(at)}/penonaktifan`, user),
  'POST /admin/pengguna/:id/pengaktifan': adminForm(
    (at) => `/admin/pengguna/${at.disabled}/pengaktifan`,
    (at) => `/admin/pengguna/${at.disabled}`,
  ),
};

/** Somebody who may do this at this place, by user name. */
export function ableAt(route: RouteCase, place: Place): string {
  switch (route.deed) {
    case 'open':
    case 'token':
    case 'self':
    case 'admin':
    case 'purge':
      return 'admin';
    case 'centre':
    case 'propose':
    case 'tpn':
      return 'pusat';
    case 'review':
    case 'return':
    case 'pendahuluan':
    case 'recommend':
      return PROVINCE[place];
    case 'tpi':
    case 'tpi-team':
    case 'lhe-write':
      return 'tpi.anggota';
    case 'confirm':
    case 'conclude':
      return 'tpi.ketua';
    case 'assign':
    case 'figures':
    case 'decide':
    case 'take-back':
      return place === 'the province itself' ? 'pusat' : 'sekretaris.provinsi';
    default:
      return KETUA[place];
  }
}

const PROVINCE: Readonly<Record<Place, string>> = {
  mataram: 'provinsi',
  'same province': 'provinsi',
  'the province itself': 'pusat',
  'other province': 'pusat',
};

const KETUA: Readonly<Record<Place, string>> = {
  mataram: 'ketua.mataram',
  'same province': 'ketua.loteng',
  'the province itself': 'ketua.ntb',
  'other province': 'ketua.denpasar',
};

export type { At, LawRole };
export const ALL_PLACES = Object.keys(PLACES) as Place[];
