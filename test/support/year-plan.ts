import { pdfFile } from '../../fixtures/example-files.js';
import type { Role } from '../../src/domain/access/roles.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import {
  beginTpi,
  conclude,
  DAY,
  decideLayak,
  HEAD,
  sendLetter,
  type Sender,
} from './year-forms.js';

/** Plays the plan: over HTTP, or in a browser with clicks and keys. */
export interface YearPlayer extends Sender {
  /** All 113 answers. */
  readonly fill: () => Promise<void>;
  /** All 113 claims accepted by the tier. */
  readonly accept: (tier: JudgingTier) => Promise<void>;
  /** What a person finds said on a page. */
  readonly reads: (who: Role, page: string, ...said: readonly string[]) => Promise<void>;
  /** Goes from the start page from link to link. */
  readonly follows: (who: Role, ...addresses: readonly string[]) => Promise<void>;
  /** Every role looks at every page it is led to; these tiers have begun. */
  readonly look: (stage: Stage, begun: readonly JudgingTier[]) => Promise<void>;
}

/** The indicator that is proved, returned, corrected and talked about. */
export const TALKED = 'A.I.1.i.b';
const BOTH = ['pendahuluan', 'tpi'] as const;

/** From submitting to the decree, without a word of complaint. */
export async function playSmoothYear(player: YearPlayer): Promise<void> {
  const { look, send } = player;
  const at = lke(player);
  await prepare(player);
  await look('pengisian', []);
  await handIn(player);
  const share = { label: 'TPN' };
  await send({ who: 'ketua', page: `${at}/tautan-berbagi`, fields: share });
  await look('pendahuluan', []);
  await player.accept('pendahuluan');
  await decideLayak(player);
  await look('menunggu-tpi', ['pendahuluan']);
  await sendLetter(player, '12/2026');
  await beginTpi(player);
  await player.accept('tpi');
  await look('tpi', BOTH);
  await conclude(player, `LHE-${player.satker}/2026`);
  await look('siap-diusulkan', BOTH);
  await propose(player);
  await look('tpn', BOTH);
  const totals = { total: '88,1', note: 'Survei ulang.' };
  await send({
    who: 'penilai-pusat',
    page: `${at}/tpn`,
    action: `${at}/tpn/nilai`,
    fields: totals,
  });
  await decree(player, { kind: 'ditetapkan' });
  await look('ditetapkan', BOTH);
  await player.reads('ketua', `${at}/tpn`, 'Yang berlaku adalah nilai TPN.');
  await player.reads('admin', `/admin/satker/${player.satker}`, 'Menuju WBK');
}

/** Comes back from the province, then from TPI through the province, and TPN says no. */
export async function playReturnedTwice(player: YearPlayer): Promise<void> {
  const { look, reads } = player;
  const at = lke(player);
  await prepare(player);
  await handIn(player);
  await player.accept('pendahuluan');
  await doubt(player);
  await look('pendahuluan', ['pendahuluan']);
  await giveBack(player, 'penilai-provinsi', 'Notula belum lengkap.');
  await reads('ketua', `${at}/pengajuan`, 'Notula belum lengkap.', '1 indikator', 'belum diubah');
  await reads('ketua', `${at}/pengajuan`, '1 kaitan bukti', '112 jawaban dengan alasan');
  await reads('ketua', '/perbaikan', TALKED, '1 butir');
  await player.follows('ketua', '/perbaikan', `${at}/jawaban/${TALKED}`);
  await look('pengisian', ['pendahuluan']);
  // Whoever may not assess is led from the note to the answer.
  const fromNote = [at, `${at}/catatan`, `${at}/jawaban/${TALKED}`] as const;
  await player.follows('evaluator-baca', ...fromNote);
  await replyTo(player, 'Notula sudah ditandatangani.');
  await correct(player, 'B', 'Notula rapat terlampir.');
  await handIn(player);
  await reads('penilai-provinsi', `${at}/pengajuan/2/perbandingan`, '1 dari 113', 'Notula rapat');
  await closeNote(player);
  await agree(player, 'penilai-provinsi', 'pendahuluan');
  await recommend(player, '13/2026');
  await beginTpi(player);
  await player.accept('tpi');
  await giveBack(player, 'tpi-anggota', 'Daftar hadir tidak ada.');
  await look('pendahuluan', BOTH);
  await reads('penilai-provinsi', `${at}/pengembalian`, 'Daftar hadir tidak ada.');
  await giveBack(player, 'penilai-provinsi', 'Lengkapi daftar hadir.');
  await look('pengisian', BOTH);
  await correct(player, 'A', 'Daftar hadir terlampir.');
  await handIn(player);
  await reads('ketua', `${at}/pengajuan/3/perbandingan`, '1 dari 113', 'Daftar hadir');
  await agree(player, 'penilai-provinsi', 'pendahuluan');
  await recommend(player, '14/2026');
  await beginTpi(player);
  await look('tpi', BOTH);
  await agree(player, 'tpi-anggota', 'tpi');
  await conclude(player, `LHE-${player.satker}/2026`);
  await propose(player);
  await decree(player, { kind: 'tidak-ditetapkan', reason: 'Survei rendah.' });
  await look('tidak-ditetapkan', BOTH);
  await reads('ketua', `${at}/tpn`, 'Survei rendah.', 'Nilai dari TPN tidak dicatat.');
}

/** Ends where the province finds it belum layak. */
export async function playBelumLayak(player: YearPlayer): Promise<void> {
  const at = lke(player);
  await player.look('pengisian', []);
  await prepare(player);
  await handIn(player);
  await player.accept('pendahuluan');
  await player.look('pendahuluan', ['pendahuluan']);
  const reason = 'Pembangunan zona integritas belum setahun.';
  const fields = { checked: 'on', choice: 'decide-belum-layak-ends', reason };
  const page = `${at}/keputusan/pendahuluan`;
  await player.send({ who: 'sekretaris-provinsi', page, fields });
  await player.look('belum-layak', ['pendahuluan']);
  for (const who of ['ketua', 'anggota', 'penilai-provinsi'] as const) {
    await player.reads(who, `${at}/keputusan`, 'Belum layak', reason);
  }
  await player.reads('ketua', at, 'Belum layak', 'tidak ditempuh');
  await player.reads('penilai-pusat', `${at}/tpn`, 'Tidak diusulkan ke TPN');
}

const lke = ({ satker }: Sender): string => `/lke/${satker}/2026`;

async function prepare(player: YearPlayer): Promise<void> {
  await player.fill();
  const file = { name: 'notula.pdf', bytes: pdfFile([`Notula rapat ${player.satker}`]) };
  await player.send({ who: 'anggota', page: `${lke(player)}/jawaban/${TALKED}/bukti`, file });
}

function handIn(player: YearPlayer): Promise<void> {
  const page = `${lke(player)}/pengajuan`;
  return player.send({ who: 'ketua', page, fields: { checked: 'on' } });
}

/** The province thinks otherwise of one indicator and says so. */
async function doubt(player: YearPlayer): Promise<void> {
  const page = `${lke(player)}/tinjauan/pendahuluan/${TALKED}`;
  const who = 'penilai-provinsi';
  await player.send({
    who,
    page,
    fields: { letter: 'B', reason: 'Notula tidak bertanda tangan.' },
  });
  const note = { 'catatan-baru': 'Lampirkan notula yang ditandatangani.' };
  await player.send({ who, page, action: `${page}/catatan`, fields: note });
}

function giveBack(player: YearPlayer, who: Role, reason: string): Promise<void> {
  const fields = { reason, opens: 'sebagian', [`kode-${TALKED}`]: 'on' };
  return player.send({ who, page: `${lke(player)}/pengembalian`, fields });
}

function replyTo(player: YearPlayer, text: string): Promise<void> {
  const page = `${lke(player)}/catatan`;
  return player.send({ who: 'ketua', page, action: '/balasan', fields: { balasan: text } });
}

function correct(player: YearPlayer, letter: string, note: string): Promise<void> {
  const page = `${lke(player)}/jawaban/${TALKED}`;
  return player.send({ who: 'anggota', page, fields: { letter, note } });
}

function closeNote(player: YearPlayer): Promise<void> {
  const page = `${lke(player)}/tinjauan/pendahuluan/${TALKED}`;
  return player.send({ who: 'penilai-provinsi', page, action: '/penutupan' });
}

/** One claim accepted through the page. */
function agree(player: YearPlayer, who: Role, tier: JudgingTier): Promise<void> {
  return player.send({ who, page: `${lke(player)}/tinjauan/${tier}/${TALKED}`, button: 'accept' });
}

async function recommend(player: YearPlayer, number: string): Promise<void> {
  await decideLayak(player);
  await sendLetter(player, number);
}

async function propose(player: YearPlayer): Promise<void> {
  const who = 'penilai-pusat';
  await player.send({ who, page: '/pengusulan/kop', fields: { ...HEAD, city: 'Jakarta' } });
  const fields = {
    [`pilih-${player.satker}`]: 'on',
    [`alasan-${player.satker}`]: 'Dokumen menyusul.',
    number: `21/${player.satker}`,
    day: DAY,
  };
  await player.send({ who, page: '/pengusulan/2026', fields, ticks: 'diperiksa' });
}

function decree(player: YearPlayer, result: Readonly<Record<string, string>>): Promise<void> {
  const page = `${lke(player)}/tpn`;
  const fields = { ...result, number: `900/${player.satker}`, day: DAY };
  return player.send({ who: 'penilai-pusat', page, action: `${page}/keputusan`, fields });
}
