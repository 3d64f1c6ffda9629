import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import type { Role } from '../../src/domain/access/roles.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import { appendHistory } from '../../src/db/history.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { assessAs } from '../support/concluding.js';
import { fill } from '../support/filling.js';
import { formsIn, formTo } from '../support/html.js';
import { historyLength, personIn } from '../support/people.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

/** Somebody whose role ended keeps out of every other tier of what they wrote. */
const LKE = `/lke/${MATARAM}/2026`;
const REVIEW = `${LKE}/tinjauan/tpi`;
const SORRY = 'Satu orang hanya boleh ikut pada satu tingkat penilaian sebuah LKE';

let zi: TestApp;

beforeAll(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  const member = await zi.signIn('anggota.mataram');
  const saved = await fill(member, 'A.I.1.i.a', { letter: 'Ya', note: 'SK 12/2026.' });
  expect(saved.status).toBe(303);
  await submit(await zi.signIn('ketua.mataram'), MATARAM);
  for (const tier of ['pendahuluan', 'tpi'] as const) {
    await assessAs(zi, await lkeOf(zi, MATARAM), tier);
  }
}, 60_000);
afterAll(() => zi.close());

/** Their role is taken away and another given, as the administrator does it a year on. */
async function becomes(username: string, role: Role, satkerCode: string): Promise<TestAgent> {
  const { id } = await personIn(zi, username);
  await zi.deps.store.write(async (tx) => {
    await tx.deleteFrom('user_role').where('user_id', '=', id).execute();
    await tx
      .insertInto('user_role')
      .values({ user_id: id, role, satker_code: satkerCode, created_at: '2026-03-10' })
      .execute();
  });
  return zi.signIn(username);
}

const at = (stage: Stage) => setStage(zi.deps.store, MATARAM, stage);

/** What they did in an earlier role, as the history tells it. */
async function took(username: string, role: Role): Promise<void> {
  const { id, name } = await personIn(zi, username);
  await zi.deps.store.write((tx) =>
    appendHistory(
      tx,
      { userId: id, name, role, origin: 'web' },
      { action: 'note.open', subject: 'x', satkerCode: MATARAM, year: 2026 },
      zi.deps.clock(),
    ),
  );
}

async function refused(act: () => Promise<Response>, tier: string): Promise<void> {
  const before = await historyLength(zi);
  const reply = await act();
  expect(reply.status).toBe(403);
  const text = readableText(reply.text);
  expect(text).toContain(`Anda sudah ikut dalam ${tier} LKE KPU Kota Mataram.`);
  expect(text).toContain(SORRY);
  expect(await historyLength(zi)).toBe(before);
}

const honest = (): Promise<TestAgent> => zi.signIn('sekretaris.provinsi');

/** The page is there to be read, says why there is no more, and offers no act. */
async function readsOnly(agent: TestAgent, page: string, tier: string): Promise<void> {
  const { text } = await agent.get(page).expect(200);
  expect(readableText(text)).toContain(`Anda sudah ikut dalam ${tier} LKE ini`);
  expect(formsIn(text).filter(({ action }) => action.startsWith(LKE))).toEqual([]);
}

describe('a member of the ZI team who joins TPI later', () => {
  let former: TestAgent;

  beforeAll(async () => {
    former = await becomes('anggota.mataram', 'tpi-anggota', MATARAM);
  });

  it('reads the LKE they filled but finds no form to assess it', async () => {
    await at('tpi');
    const { text } = await former.get(`${REVIEW}/A.I.1.i.b`).expect(200);
    expect(readableText(text)).toContain('Anda sudah ikut dalam Penilaian mandiri');
    expect(formsIn(text).some(({ action }) => action === `${REVIEW}/A.I.1.i.b`)).toBe(false);
  });

  it('reads its report and its conclusion, without the forms', async () => {
    await at('tpi');
    await readsOnly(former, `${LKE}/lhe`, 'Penilaian mandiri');
    await at('menunggu-tpi');
    await readsOnly(former, `${LKE}/keputusan/tpi`, 'Penilaian mandiri');
  });

  it('cannot assess, note, return, begin or write the report of it', async () => {
    await at('tpi');
    const own = 'Penilaian mandiri';
    const honest = await (await zi.signIn('tpi.anggota')).get(`${REVIEW}/A.I.1.i.b`);
    const { fields } = formTo(honest.text, `${REVIEW}/A.I.1.i.b`);
    const { _csrf, ...form }: Record<string, string> = {
      ...fields,
      letter: 'C',
      reason: 'Bukti kurang.',
    };
    expect(_csrf).not.toBe('');
    await refused(() => postForm(former, `${REVIEW}/A.I.1.i.b`, form), own);
    const note = { 'catatan-baru': 'Lengkapi.' };
    await refused(() => postForm(former, `${REVIEW}/A.I.1.i.b/catatan`, note), own);
    const back = { reason: 'Lengkapi.', opens: 'semua' };
    const page = `${LKE}/pengembalian`;
    await refused(() => sendForm(former, page, page, back), own);
    const words = { text: 'Baik.', version: '0' };
    await refused(() => postForm(former, `${LKE}/lhe/bagian/rekomendasi-1`, words), own);
  });

  it('is named on the page where the administrator gives the role', async () => {
    const admin = await zi.signIn('admin');
    const { id } = await personIn(zi, 'anggota.mataram');
    const { text } = await admin.get(`/admin/pengguna/${id}`).expect(200);
    expect(readableText(text)).toContain(
      'TPI anggota: orang ini sudah ikut dalam Penilaian mandiri LKE 2026 KPU Kota Mataram',
    );
    const other = await personIn(zi, 'tpi.anggota');
    const plain = await admin.get(`/admin/pengguna/${other.id}`).expect(200);
    expect(readableText(plain.text)).not.toContain('orang ini sudah ikut');
  });

  it('cannot be assigned to it by the ketua tim', async () => {
    await at('tpi');
    const lead = await zi.signIn('tpi.ketua');
    const page = `${LKE}/penugasan`;
    const { text } = await lead.get(page).expect(200);
    expect(readableText(text)).toContain('tidak dapat ditugasi: sudah ikut dalam');
    const { id } = await personIn(zi, 'anggota.mataram');
    const before = await historyLength(zi);
    const reply = await sendForm(lead, page, page, { [`penilai-${id}`]: 'on' });
    expect(reply.status).toBe(403);
    expect(readableText(reply.text)).toContain('Ni Luh Ayu Lestari sudah ikut dalam');
    expect(await historyLength(zi)).toBe(before);
  });
});

describe('whoever took part in one tier', () => {
  it('the province: as dalnis confirms nothing', async () => {
    await took('provinsi', 'penilai-provinsi');
    const dalnis = await becomes('provinsi', 'tpi-dalnis', MATARAM);
    await at('tpi');
    const other = await zi.signIn('tpi.dalnis');
    const { fields } = formTo((await other.get(REVIEW)).text, `${REVIEW}/konfirmasi`);
    const basis = fields['basis'] ?? '';
    const confirm = () => postForm(dalnis, `${REVIEW}/konfirmasi`, { basis });
    await refused(confirm, 'Penilaian pendahuluan');
  });

  it('the team: as head of the province decides nothing', async () => {
    await took('ketua.bima', 'ketua');
    const head = await becomes('ketua.bima', 'sekretaris-provinsi', '52');
    await at('pendahuluan');
    const page = `${LKE}/keputusan/pendahuluan`;
    await readsOnly(head, page, 'Penilaian mandiri');
    const { fields } = formTo((await (await honest()).get(page)).text, page);
    const form = { basis: fields['basis'] ?? '', choice: 'decide-layak', checked: 'on' };
    await refused(() => postForm(head, page, form), 'Penilaian mandiri');
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
  });

  it('TPI: at the centre records nothing of TPN', async () => {
    await took('tpi.ketua', 'tpi-ketua');
    const centre = await becomes('tpi.ketua', 'penilai-pusat', '00');
    await at('tpn');
    const page = `${LKE}/tpn`;
    await readsOnly(centre, page, 'Penilaian TPI');
    const totals = { total: '80', version: '0' };
    await refused(() => postForm(centre, `${page}/nilai`, totals), 'Penilaian TPI');
    const decree = { kind: 'ditetapkan', number: '9/2026', day: '2026-03-09' };
    await refused(() => postForm(centre, `${page}/keputusan`, decree), 'Penilaian TPI');
    const area = `${page}/area/1`;
    const typed = { 'jawaban-A.I.1.i.a': 'Ya' };
    await refused(async () => centre.get(area), 'Penilaian TPI');
    await refused(() => postForm(centre, area, typed), 'Penilaian TPI');
    expect(await zi.deps.store.db.selectFrom('predikat').selectAll().execute()).toEqual([]);
  });

  it('TPI: back in the team fills and submits nothing', async () => {
    await took('tpi.dalnis', 'tpi-dalnis');
    const lead = await becomes('tpi.dalnis', 'ketua', MATARAM);
    await at('pengisian');
    await refused(() => fill(lead, 'A.I.1.i.b', { letter: 'B' }), 'Penilaian TPI');
    await refused(() => submit(lead, MATARAM), 'Penilaian TPI');
  });
});
