import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import { verifySubmissions } from '../../src/features/submission/store.js';
import { stageText } from '../../src/text/messages/lke.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { formTo } from '../support/html.js';
import { historyRows, readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

/** A whole year through HTTP, from submitting to the decree, and what each role sees on the way. */
const CODE = 'A.I.1.i.b';
const LOBAR = '52.01';
const BIMA = '52.72';
const LEADS: Readonly<Record<string, string>> = {
  [MATARAM]: 'ketua.mataram',
  [LOBAR]: 'ketua.lobar',
  [BIMA]: 'ketua.bima',
};

let zi: TestApp;
const agents = new Map<string, Promise<TestAgent>>();

beforeEach(async () => {
  zi = await startTestApp();
  agents.clear();
});
afterEach(() => zi.close());

function as(username: string): Promise<TestAgent> {
  const known = agents.get(username) ?? zi.signIn(username);
  agents.set(username, known);
  return known;
}

const lke = (satker: string): string => `/lke/${satker}/2026`;
const read = async (username: string, url: string): Promise<string> =>
  readableText((await (await as(username)).get(url).expect(200)).text);

/** Sends the form of a page as that person, who is led on. */
async function send(
  username: string,
  page: string,
  fields: Record<string, string> = {},
  action = page,
): Promise<void> {
  const reply = await sendForm(await as(username), page, action, fields);
  const said = reply.status === 303 ? '' : readableText(reply.text).slice(0, 400);
  expect([username, action, reply.status, said]).toEqual([username, action, 303, '']);
}

const HEAD = {
  agency: 'KOMISI PEMILIHAN UMUM',
  address: 'Jalan Langko Nomor 17',
  city: 'Mataram',
  position: 'Sekretaris',
  name: 'Baiq Ratna Dewi',
  addressee: 'Yth. Inspektur Utama KPU',
};
const DAY = '2026-03-09';
let numbers = 0;
const number = (): string => `${(numbers += 1)}/2026`;

async function handIn(satker: string): Promise<void> {
  expect((await submit(await as(LEADS[satker] ?? ''), satker)).status).toBe(303);
}

async function assess(satker: string, tier: 'pendahuluan' | 'tpi'): Promise<void> {
  await assessAs(zi, await lkeOf(zi, satker), tier);
}

/** One indicator again, through the page. */
async function reassess(username: string, satker: string, tier: string): Promise<void> {
  const page = `${lke(satker)}/tinjauan/${tier}/${CODE}`;
  await send(username, page, { accept: '1' });
}

async function recommend(satker: string): Promise<void> {
  const at = lke(satker);
  const decision = { checked: 'on', choice: 'decide-layak' };
  await send('sekretaris.provinsi', `${at}/keputusan/pendahuluan`, decision);
  await send('sekretaris.provinsi', `${at}/kop/surat`, HEAD);
  const letter = { number: number(), day: DAY, attachments: '1 berkas' };
  await send('sekretaris.provinsi', `${at}/surat`, letter);
  await send('sekretaris.provinsi', `${at}/surat`, {}, `${at}/surat/pengiriman`);
  await send('tpi.anggota', `${at}/keputusan/tpi`, {}, `${at}/penilaian-tpi`);
}

async function conclude(satker: string): Promise<void> {
  const at = lke(satker);
  const tier = `${at}/tinjauan/tpi`;
  for (const name of ['tpi.ketua', 'tpi.dalnis']) await send(name, tier, {}, `${tier}/konfirmasi`);
  await send('tpi.ketua', `${at}/kop/lhe`, HEAD);
  await send('tpi.ketua', `${at}/lhe`, { number: number(), day: DAY }, `${at}/lhe/nomor`);
  const decision = { checked: 'on', choice: 'conclude-memenuhi' };
  await send('tpi.ketua', `${at}/keputusan/tpi`, decision);
}

function returnOne(username: string, satker: string): Promise<void> {
  const fields = { reason: 'Notula belum lengkap.', opens: 'sebagian', [`kode-${CODE}`]: 'on' };
  return send(username, `${lke(satker)}/pengembalian`, fields);
}

async function propose(...satker: readonly string[]): Promise<void> {
  const chosen = satker.flatMap((code) => [
    [`pilih-${code}`, 'on'],
    [`alasan-${code}`, 'Dokumen menyusul.'],
  ]);
  const fields = Object.fromEntries(chosen) as Record<string, string>;
  await send('pusat', '/pengusulan/2026', { ...fields, number: number(), day: DAY });
}

const TEAM = ['ketua', 'evaluator'] as const;
const PROVINCE = ['provinsi', 'sekretaris.provinsi'] as const;
const TPI = ['tpi.anggota', 'tpi.ketua', 'tpi.dalnis'] as const;
type Who = (typeof TEAM)[number] | (typeof PROVINCE)[number] | (typeof TPI)[number] | 'pusat';

/** Whose pages show the work of a tier, by stage, once that tier has begun (domain.md, Tiers). */
const SHOWN: Partial<Record<Stage, Readonly<Record<'pendahuluan' | 'tpi', readonly Who[]>>>> = {
  pendahuluan: { pendahuluan: [...PROVINCE, ...TPI, 'pusat'], tpi: [...PROVINCE, ...TPI, 'pusat'] },
  'menunggu-tpi': {
    pendahuluan: [...TEAM, ...PROVINCE, ...TPI, 'pusat'],
    tpi: [...TPI, 'pusat'],
  },
  tpi: { pendahuluan: [...TEAM, ...PROVINCE, ...TPI, 'pusat'], tpi: [...TPI, 'pusat'] },
};
const EVERYBODY: readonly Who[] = [...TEAM, ...PROVINCE, ...TPI, 'pusat'];

const PAGES = ['', '/area/1', `/jawaban/${CODE}`, '/bukti', '/pengajuan', '/catatan'];
const MORE = ['/perbandingan', '/unduhan', '/cari?q=tim', '/belum-terisi'];

/** Every page of every role at a stage: it opens, names the stage, and shows no tier too early. */
async function look(satker: string, stage: Stage, begun: readonly string[]): Promise<void> {
  expect((await lkeOf(zi, satker)).stage).toBe(stage);
  for (const who of EVERYBODY) {
    if (who === 'evaluator' && satker !== MATARAM) continue;
    const username = who === 'ketua' ? (LEADS[satker] ?? '') : who;
    const agent = await as(username);
    for (const page of [...PAGES, ...MORE]) {
      const { status } = await agent.get(`${lke(satker)}${page}`).redirects(1);
      expect([who, stage, page, status]).toEqual([who, stage, page, 200]);
    }
    expect(await read(username, lke(satker))).toContain(stageText[stage]);
    const files = (await agent.get(`${lke(satker)}/unduhan`)).text.replaceAll('&#x3D;', '=');
    for (const tier of ['pendahuluan', 'tpi'] as const) {
      const mayShow = (SHOWN[stage]?.[tier] ?? EVERYBODY).includes(who);
      const expected = begun.includes(tier) && mayShow;
      expect([who, stage, tier, files.includes(`tingkat=${tier}`)]).toEqual([
        who,
        stage,
        tier,
        expected,
      ]);
    }
    const decided = stage === 'ditetapkan' || stage === 'tidak-ditetapkan';
    const records = who === 'pusat';
    const result = await agent.get(`${lke(satker)}/tpn`);
    expect([who, stage, result.status]).toEqual([who, stage, decided || records ? 200 : 403]);
  }
}

async function checkWhole(): Promise<void> {
  expect((await verifyScores(zi.deps.store, zi.deps.instruments)).faults).toEqual([]);
  expect((await verifySubmissions(zi.deps.store.db)).faults).toEqual([]);
}

it('goes smoothly from submitting to the decree', async () => {
  await completeLke(zi, MATARAM);
  await look(MATARAM, 'pengisian', []);
  await handIn(MATARAM);
  await assess(MATARAM, 'pendahuluan');
  await look(MATARAM, 'pendahuluan', ['pendahuluan']);
  await recommend(MATARAM);
  await assess(MATARAM, 'tpi');
  await look(MATARAM, 'tpi', ['pendahuluan', 'tpi']);
  await conclude(MATARAM);
  await look(MATARAM, 'siap-diusulkan', ['pendahuluan', 'tpi']);
  await propose(MATARAM);
  await look(MATARAM, 'tpn', ['pendahuluan', 'tpi']);
  const tpn = `${lke(MATARAM)}/tpn`;
  await send('pusat', tpn, { total: '88,1' }, `${tpn}/nilai`);
  const decree = { kind: 'ditetapkan', number: number(), day: DAY };
  await send('pusat', tpn, decree, `${tpn}/keputusan`);
  await look(MATARAM, 'ditetapkan', ['pendahuluan', 'tpi']);
  expect(await read('ketua.mataram', tpn)).toContain('Yang berlaku adalah nilai TPN.');
  expect(await read('admin', `/admin/satker/${MATARAM}`)).toContain('Menuju WBK');
  await checkWhole();
}, 240_000);

it('comes back twice, from the province and from TPI, and still arrives', async () => {
  await completeLke(zi, LOBAR);
  await handIn(LOBAR);
  await assess(LOBAR, 'pendahuluan');
  await returnOne('provinsi', LOBAR);
  await look(LOBAR, 'pengisian', ['pendahuluan']);
  await answer(zi, LOBAR, { [CODE]: 'B' });
  await handIn(LOBAR);
  await reassess('provinsi', LOBAR, 'pendahuluan');
  await recommend(LOBAR);
  await assess(LOBAR, 'tpi');
  await returnOne('tpi.anggota', LOBAR);
  await look(LOBAR, 'pendahuluan', ['pendahuluan', 'tpi']);
  await returnOne('provinsi', LOBAR);
  await look(LOBAR, 'pengisian', ['pendahuluan', 'tpi']);
  await answer(zi, LOBAR, { [CODE]: 'A' });
  await handIn(LOBAR);
  await reassess('provinsi', LOBAR, 'pendahuluan');
  await recommend(LOBAR);
  await reassess('tpi.anggota', LOBAR, 'tpi');
  await conclude(LOBAR);
  await propose(LOBAR);
  const tpn = `${lke(LOBAR)}/tpn`;
  const decree = { kind: 'tidak-ditetapkan', number: number(), day: DAY, reason: 'Survei rendah.' };
  await send('pusat', tpn, decree, `${tpn}/keputusan`);
  await look(LOBAR, 'tidak-ditetapkan', ['pendahuluan', 'tpi']);
  expect(await historyRows(zi, 'lke.submit')).toHaveLength(3);
  expect(await historyRows(zi, 'lke.return')).toHaveLength(3);
  await checkWhole();
}, 240_000);

it('ends where the province finds it belum layak, and nobody can go on', async () => {
  await completeLke(zi, BIMA);
  await handIn(BIMA);
  await assess(BIMA, 'pendahuluan');
  const page = `${lke(BIMA)}/keputusan/pendahuluan`;
  const decision = { checked: 'on', choice: 'decide-belum-layak-ends', reason: 'Belum setahun.' };
  await send('sekretaris.provinsi', page, decision);
  await look(BIMA, 'belum-layak', ['pendahuluan']);
  const centre = await as('pusat');
  const { fields } = formTo((await centre.get('/sandi')).text, '/sandi');
  const token = { _csrf: fields['_csrf'] ?? '' };
  const late = await centre
    .post(`${lke(BIMA)}/tpn/nilai`)
    .type('form')
    .send({ ...token, total: '80' });
  expect(late.status).toBe(409);
  expect(await read('pusat', '/pengusulan/2026')).not.toContain('KPU Kota Bima');
  await checkWhole();
}, 240_000);
