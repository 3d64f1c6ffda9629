import { MATARAM, DENPASAR } from '../../fixtures/cast.js';
import type { Connection } from '../../src/db/open-connection.js';
import type { TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { formTo } from '../support/html.js';
import { httpClient, type Fields } from '../support/http-client.js';
import { completeLke, submit } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';
import { DAY, yearSteps } from '../support/year-steps.js';

/** Acts that write much at once, some over several LKE; each is all there afterwards, or nothing of it. */
export interface Act {
  readonly name: string;
  readonly path: string;
  readonly cookie: string;
  readonly fields: Fields;
  /** How much of each kind it has written. */
  readonly written: (db: Connection) => readonly number[];
  /** What {@link written} says when it stands. */
  readonly whole: readonly number[];
}

const SUBMITTING: readonly (readonly [string, string])[] = [
  ['52.02', 'ketua.loteng'],
  ['52.04', 'ketua.sumbawa'],
  ['52.05', 'ketua.dompu'],
  ['52.06', 'ketua.kabbima'],
];
const PROPOSING: readonly (readonly [string, string])[] = [
  [MATARAM, 'ketua.mataram'],
  ['52.72', 'ketua.bima'],
  ['52.01', 'ketua.lobar'],
];
const DECREEING: readonly (readonly [string, string])[] = [
  ['52.03', 'ketua.lotim'],
  [DENPASAR, 'ketua.denpasar'],
];
const [FIRST, SECOND] = ['52.07', '52.08'] as const;

const at = (satker: string): string => `/lke/${satker}/2026`;

/** Everybody one step before the act. */
export async function seedActs(zi: TestApp): Promise<void> {
  const steps = yearSteps(zi);
  for (const [satker] of SUBMITTING) await completeLke(zi, satker);
  for (const [satker, lead] of [...PROPOSING, ...DECREEING]) {
    await completeLke(zi, satker);
    const { status } = await submit(await steps.as(lead), satker);
    if (status !== 303) throw new Error(`submitting ${satker}: ${status}`);
    await assessFully(zi, satker, 'tpi');
    const isReady = PROPOSING.some(([one]) => one === satker);
    await setStage(zi.deps.store, satker, isReady ? 'siap-diusulkan' : 'tpn');
  }
  await steps.foundLayak(FIRST, 'ketua.sumbawabarat');
  await steps.foundLayak(SECOND, 'ketua.lotara');
  await steps.draftLetter('7/2026', FIRST, SECOND);
}

/** The forms of all of them, opened by those who will send them. */
export async function openForms(url: string): Promise<readonly Act[]> {
  const acts: Act[] = [];
  for (const [satker, lead] of SUBMITTING) {
    const page = `${at(satker)}/pengajuan`;
    acts.push({
      ...(await opened(url, lead, page, page, { checked: 'on' })),
      ...submitted(satker),
    });
  }
  const chosen = PROPOSING.flatMap(([code]) => [
    [`pilih-${code}`, 'on'],
    [`alasan-${code}`, 'Dokumen menyusul.'],
  ]);
  const diperiksa = PROPOSING.map(([code]) => code)
    .sort()
    .join(' ');
  const letter = {
    ...(Object.fromEntries(chosen) as Fields),
    diperiksa,
    number: '9/2026',
    day: DAY,
  };
  const list = '/pengusulan/2026';
  acts.push({ ...(await opened(url, 'pusat', list, list, letter)), ...PROPOSED });
  for (const [satker] of DECREEING) {
    const page = `${at(satker)}/tpn`;
    const decree = { kind: 'ditetapkan', number: `900/${satker}`, day: DAY };
    const form = await opened(url, 'pusat', page, `${page}/keputusan`, decree);
    acts.push({ ...form, ...decreed(satker) });
  }
  const surat = `${at(FIRST)}/surat`;
  const form = await opened(url, 'sekretaris.provinsi', surat, `${surat}/pengiriman`, {});
  return [...acts, { ...form, ...SENT }];
}

async function opened(url: string, person: string, page: string, path: string, typed: Fields) {
  const client = httpClient(url, { keepAlive: false });
  await client.signIn(person);
  const { fields } = formTo((await client.get(page)).text, path);
  return { path, cookie: client.cookie, fields: { ...fields, ...typed } };
}

type Effect = Pick<Act, 'name' | 'written' | 'whole'>;

function submitted(satker: string): Effect {
  const lke = `(SELECT id FROM lke WHERE satker_code = '${satker}')`;
  return {
    name: `submitting ${satker}`,
    written: counts(
      `lke WHERE id = ${lke} AND stage = 'pendahuluan'`,
      `submission WHERE lke_id = ${lke}`,
      `submission_answer WHERE submission_id IN (SELECT id FROM submission WHERE lke_id = ${lke})`,
      `history WHERE satker_code = '${satker}' AND action = 'lke.submit'`,
      `notification WHERE satker_code = '${satker}' AND kind = 'submitted'`,
    ),
    whole: [1, 1, 113, 1, 2],
  };
}

const PROPOSED: Effect = {
  name: 'proposing three with one letter',
  written: counts(
    `proposal_letter WHERE number = '9/2026'`,
    `proposal_entry`,
    `proposal`,
    `lke_decision WHERE kind = 'diusulkan'`,
    `lke WHERE stage = 'tpn' AND satker_code IN (${PROPOSING.map(([code]) => `'${code}'`).join()})`,
    `history WHERE action = 'lke.propose'`,
  ),
  whole: [1, 3, 3, 3, 3, 3],
};

function decreed(satker: string): Effect {
  const of = `satker_code = '${satker}'`;
  return {
    name: `TPN's decision on ${satker}`,
    written: counts(
      `lke WHERE ${of} AND stage = 'ditetapkan'`,
      `lke_decision d JOIN lke ON lke.id = d.lke_id WHERE ${of} AND d.kind = 'ditetapkan'`,
      `predikat WHERE ${of}`,
      `history WHERE ${of} AND action IN ('lke.decree', 'predikat.add')`,
    ),
    whole: [1, 1, 1, 2],
  };
}

const SENT: Effect = {
  name: 'sending one letter for two',
  written: counts(
    `letter WHERE sent_at IS NOT NULL AND content_hash IS NOT NULL`,
    `lke_decision WHERE kind = 'layak' AND letter_number = '7/2026'`,
    `history WHERE action = 'letter.send'`,
  ),
  whole: [1, 2, 2],
};

function counts(...tables: readonly string[]): Effect['written'] {
  return (db) =>
    tables.map((one) => db.prepare(`SELECT count(*) FROM ${one}`).pluck().get() as number);
}
