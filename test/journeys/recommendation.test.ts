import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import type { Role } from '../../src/domain/access/roles.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { assessAs } from '../support/concluding.js';
import { formTo } from '../support/html.js';
import { historyLength, personIn } from '../support/people.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

/** The province's team recommends, its head decides (domain.md, Tiers): as people read it. */
const LKE = `/lke/${MATARAM}/2026`;
const DECISION = `${LKE}/keputusan/pendahuluan`;
const RECOMMEND = `${DECISION}/rekomendasi`;
const CODE = 'A.I.1.i.b';

let zi: TestApp;
let team: TestAgent;
let head: TestAgent;
let ketua: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  ketua = await zi.signIn('ketua.mataram');
  expect((await submit(ketua, MATARAM)).status).toBe(303);
  team = await zi.signIn('provinsi');
  head = await zi.signIn('sekretaris.provinsi');
}, 60_000);
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

const assessed = async (): Promise<void> =>
  assessAs(zi, await lkeOf(zi, MATARAM), 'pendahuluan', {
    [CODE]: { kind: 'choice', letter: 'B' },
  });

const recommend = (kind: string, reason = ''): Promise<Response> =>
  sendForm(team, DECISION, RECOMMEND, {
    recommendation: kind,
    'recommendation-reason': reason,
  });

const decide = (choice: string, reason = ''): Promise<Response> =>
  sendForm(head, DECISION, DECISION, { choice, reason, checked: 'on' });

async function assessAgain(): Promise<void> {
  const page = `${LKE}/tinjauan/pendahuluan/${CODE}`;
  const saved = await sendForm(team, page, page, { accept: '1' });
  expect(saved.status).toBe(303);
}

describe('an assessor of the province who has judged everything', () => {
  it('is told before that what recommending waits for', async () => {
    expect(await read(team, DECISION)).toContain(
      'Rekomendasi dapat diberikan setelah semua indikator dinilai. Masih ada 113.',
    );
    const basis = formTo((await head.get(DECISION)).text, DECISION).fields['basis'] ?? '';
    const early = await team
      .post(RECOMMEND)
      .type('form')
      .send({ _csrf: await csrfOf(team), recommendation: 'layak', basis });
    expect([409, 422]).toContain(early.status);
    expect(await read(head, DECISION)).toContain('Tim penilai provinsi belum memberi rekomendasi.');
  });

  it('recommends layak; the head hears of it and reads it beside the gates', async () => {
    await assessed();
    const given = await recommend('layak');
    expect(given.status).toBe(303);
    expect(given.headers['location']).toBe(DECISION);
    expect(await read(head, '/pemberitahuan')).toContain(
      'Tim penilai memberi rekomendasi atas LKE 2026 KPU Kota Mataram: layak. Giliran Anda memutuskan.',
    );
    const page = await read(head, DECISION);
    expect(page).toContain('Rekomendasi tim Layak Masih berlaku');
    expect(page).toContain('atas pengajuan 1');
    expect(page).toContain('semua ambang terpenuhi');
    expect(await read(team, `${LKE}/riwayat`)).toContain(
      'Rekomendasi penilaian pendahuluan diberikan',
    );
  });

  it('gives it once, however often it is sent', async () => {
    await assessed();
    await recommend('layak');
    const before = await historyLength(zi);
    expect((await recommend('layak')).status).toBe(303);
    expect(await historyLength(zi)).toBe(before);
  });

  it('must say why it is belum layak', async () => {
    await assessed();
    const refused = await recommend('belum-layak');
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('Tulis alasan rekomendasi.');
    expect((await recommend('belum-layak', 'Bukti lemah.')).status).toBe(303);
    expect(await read(head, DECISION)).toContain('Belum layak Masih berlaku Bukti lemah.');
  });

  it('sees its recommendation fall when an assessment changes, and gives another', async () => {
    await assessed();
    await recommend('layak');
    await assessAgain();
    const fallen = await read(head, DECISION);
    expect(fallen).toContain('Layak Gugur');
    expect(fallen).toContain('Tanpa rekomendasi tim keputusan tetap dapat diambil');
    expect((await recommend('layak')).status).toBe(303);
    expect(await read(head, DECISION)).toContain('Layak Masih berlaku');
  });

  it('is not overwritten by a page that is older than a change', async () => {
    await assessed();
    const form = formTo((await team.get(DECISION)).text, RECOMMEND).fields;
    await assessAgain();
    const stale = await team
      .post(RECOMMEND)
      .type('form')
      .send({ ...form, recommendation: 'layak' });
    expect(stale.status).toBe(409);
    expect(readableText(stale.text)).toContain('Rekomendasi belum disimpan.');
  });

  it('does not replace unseen what a colleague recommended meanwhile', async () => {
    await assessed();
    const form = formTo((await team.get(DECISION)).text, RECOMMEND).fields;
    await recommend('belum-layak', 'Bukti lemah.');
    const before = await historyLength(zi);
    const late = await team
      .post(RECOMMEND)
      .type('form')
      .send({ ...form, recommendation: 'layak' });
    expect(late.status).toBe(409);
    expect(readableText(late.text)).toContain('Rekan setim memberi rekomendasi');
    expect(await historyLength(zi)).toBe(before);
    expect(await read(head, DECISION)).toContain('Belum layak Masih berlaku Bukti lemah.');
  });

  it('keeps it from the satker until the province has spoken', async () => {
    await assessed();
    await recommend('belum-layak', 'Bukti lemah.');
    expect((await ketua.get(DECISION)).status).toBe(403);
    expect(await read(ketua, `${LKE}/riwayat`)).not.toContain('Rekomendasi penilaian');
  });
});

describe('the head of the province', () => {
  it('writes why it decides otherwise than its team recommends', async () => {
    await assessed();
    await recommend('belum-layak', 'Bukti lemah.');
    expect(await read(head, DECISION)).toContain('berbeda dari rekomendasi tim (Belum layak)');
    const refused = await decide('decide-layak');
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('berbeda dari rekomendasi tim. Tulis alasannya.');
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
    expect((await decide('decide-layak', 'Bukti sudah diperiksa langsung.')).status).toBe(303);
    expect(await read(head, `${LKE}/keputusan`)).toContain('Rekomendasi tim: Belum layak');
  });

  it('who assesses too gives no recommendation to themselves, and decides against none unsaid', async () => {
    await assessed();
    await recommend('belum-layak', 'Bukti lemah.');
    await addRole('sekretaris.provinsi', 'penilai-provinsi', '52');
    head = await zi.signIn('sekretaris.provinsi');
    const page = await read(head, DECISION);
    expect(page).not.toContain('Beri rekomendasi');
    const body = { _csrf: await csrfOf(head), recommendation: 'layak' };
    expect((await head.post(RECOMMEND).type('form').send(body)).status).toBe(403);
    expect((await decide('decide-layak')).status).toBe(422);
    expect((await decide('decide-layak', 'Sudah diperiksa.')).status).toBe(303);
  });

  it('may decide without a recommendation, and the decision says so', async () => {
    await assessed();
    expect((await decide('decide-layak')).status).toBe(303);
    expect(await read(head, `${LKE}/keputusan`)).toContain(
      'Tidak ada rekomendasi tim yang berlaku ketika keputusan ini diambil.',
    );
  });

  it('decides upon the recommendation it saw, not upon one that came meanwhile', async () => {
    await assessed();
    const form = formTo((await head.get(DECISION)).text, DECISION).fields;
    await recommend('belum-layak', 'Bukti lemah.');
    const stale = await head
      .post(DECISION)
      .type('form')
      .send({ ...form, choice: 'decide-layak', checked: 'on', reason: '' });
    expect(stale.status).toBe(409);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
  });
});

describe('a KPU Provinsi', () => {
  it('is assessed and decided by the centre: nobody recommends there', async () => {
    const place = '/lke/52/2026/keputusan/pendahuluan';
    const centre = await zi.signIn('pusat');
    expect(await read(centre, place)).not.toContain('Rekomendasi tim');
    const tried = await centre
      .post(`${place}/rekomendasi`)
      .type('form')
      .send({ _csrf: await csrfOf(centre), recommendation: 'layak' });
    expect(tried.status).toBe(403);
  });
});

async function addRole(username: string, role: Role, satkerCode: string): Promise<void> {
  const { id } = await personIn(zi, username);
  await zi.deps.store.write((tx) =>
    tx
      .insertInto('user_role')
      .values({ user_id: id, role, satker_code: satkerCode, created_at: '2026-03-10' })
      .execute(),
  );
}

async function csrfOf(agent: TestAgent): Promise<string> {
  const { text } = await agent.get('/pemberitahuan');
  return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

describe('what TPI returned', () => {
  const RETURN = `${LKE}/pengembalian`;
  const WHY = 'Bukti A.I.1.iii.a belum meyakinkan.';

  beforeEach(async () => {
    await assessed();
    await recommend('layak');
    expect((await decide('decide-layak')).status).toBe(303);
    await setStage(zi.deps.store, MATARAM, 'tpi');
    const member = await zi.signIn('tpi.anggota');
    zi.clock.advance(60_000);
    const sent = await sendForm(member, RETURN, RETURN, { reason: WHY, opens: 'semua' });
    expect(sent.status).toBe(303);
    expect((await lkeOf(zi, MATARAM)).stage).toBe('pendahuluan');
  }, 60_000);

  it('stands with its reason where the head decides, and drops the recommendation', async () => {
    const page = await read(head, DECISION);
    expect(page).toContain(`TPI mengembalikan pengajuan ke-1 ${WHY}`);
    expect(page).toContain('Teruskan kepada satker');
    expect(page).toContain('Layak Gugur');
    expect(await read(ketua, `${LKE}/keputusan`)).not.toContain(WHY);
  });

  it('is answered with layak again only with a reason, and stands between the two', async () => {
    const refused = await decide('decide-layak');
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('Tulis alasan mengapa tetap diputuskan layak.');
    zi.clock.advance(60_000);
    expect((await decide('decide-layak', 'Bukti sudah diperiksa ulang.')).status).toBe(303);
    const list = await read(head, `${LKE}/keputusan`);
    const order = ['Bukti sudah diperiksa ulang.', WHY, 'Rekomendasi tim: Layak'].map((said) =>
      list.indexOf(said),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });
});
