import { lheChecks } from '../../src/features/lhe/checks.js';
import type { Role } from '../../src/domain/access/roles.js';

/** The forms between the tiers, sent alike by whatever plays a year. */

/** One form, filled in and sent by the person whose turn it is. */
export interface Step {
  readonly who: Role;
  /** Where the person finds the form. */
  readonly page: string;
  /** Where the form goes, where that is not its page. */
  readonly action?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** A button other than the first, by its name. */
  readonly button?: string;
  /** The tick that the page which answers asks for, by its name; only then it takes effect. */
  readonly ticks?: string;
  readonly file?: { readonly name: string; readonly bytes: Buffer };
}

/** Sends forms of one satker; each takes effect and leads on. */
export interface Sender {
  readonly satker: string;
  readonly send: (step: Step) => Promise<void>;
}

export const DAY = '2026-03-09';
export const HEAD = {
  agency: 'KOMISI PEMILIHAN UMUM',
  address: 'Jalan Langko Nomor 17',
  city: 'Mataram',
  position: 'Sekretaris',
  name: 'Baiq Ratna Dewi',
};
const ADDRESSEE = 'Yth. Inspektur Utama KPU';

const lke = ({ satker }: Sender): string => `/lke/${satker}/2026`;

export function decideLayak(sender: Sender): Promise<void> {
  const page = `${lke(sender)}/keputusan/pendahuluan`;
  const fields = { checked: 'on', choice: 'decide-layak' };
  return sender.send({ who: 'sekretaris-provinsi', page, fields });
}

/** Letterhead and letter, with the others on it, not sent yet. */
export async function draftLetter(
  sender: Sender,
  number: string,
  others: readonly string[] = [],
): Promise<void> {
  const at = lke(sender);
  const who = 'sekretaris-provinsi';
  await sender.send({ who, page: `${at}/kop/surat`, fields: { ...HEAD, addressee: ADDRESSEE } });
  const also = Object.fromEntries(others.map((code) => [`satker-${code}`, 'on']));
  const fields = { number, day: DAY, attachments: '1 berkas', ...also };
  await sender.send({ who, page: `${at}/surat`, fields });
}

export async function sendLetter(
  sender: Sender,
  number: string,
  others: readonly string[] = [],
): Promise<void> {
  await draftLetter(sender, number, others);
  const page = `${lke(sender)}/surat`;
  await sender.send({ who: 'sekretaris-provinsi', page, action: `${page}/pengiriman` });
}

export function beginTpi(sender: Sender): Promise<void> {
  const at = lke(sender);
  const action = `${at}/penilaian-tpi`;
  return sender.send({ who: 'tpi-anggota', page: `${at}/keputusan/tpi`, action });
}

/** Every section of TPI's report: its own words on the checks, the recommendations as proposed. */
export async function writeReport(sender: Sender): Promise<void> {
  const page = `${lke(sender)}/lhe`;
  const who = 'tpi-anggota';
  for (const { key, title } of lheChecks()) {
    const fields = { text: `Uraian ${title}.` };
    await sender.send({ who, page, action: `${page}/bagian/${key}`, fields });
  }
  await sender.send({ who, page, action: `${page}/usulan` });
}

/** Reported, confirmed by two, numbered and found memenuhi. */
export async function conclude(sender: Sender, number: string): Promise<void> {
  const at = lke(sender);
  await writeReport(sender);
  for (const who of ['tpi-ketua', 'tpi-dalnis'] as const) {
    const page = `${at}/tinjauan/tpi`;
    await sender.send({ who, page, action: `${page}/konfirmasi` });
  }
  const who = 'tpi-ketua';
  await sender.send({ who, page: `${at}/kop/lhe`, fields: HEAD });
  const report = { number, day: DAY };
  await sender.send({ who, page: `${at}/lhe`, action: `${at}/lhe/nomor`, fields: report });
  const fields = { checked: 'on', choice: 'conclude-memenuhi' };
  await sender.send({ who, page: `${at}/keputusan/tpi`, fields });
}
