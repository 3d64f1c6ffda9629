import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { assessAs } from '../support/concluding.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

/** Whose turn it is, told to them and shown in their queue, from submission to conclusion. */
const LKE = `/lke/${MATARAM}/2026`;
const TPI = `${LKE}/tinjauan/tpi`;
const LAST = 'B.II.a';
const ASSESSED = 'Semua indikator LKE 2026 KPU Kota Mataram sudah dinilai TPI.';
const FELL = 'Konfirmasi Anda atas penilaian TPI pada LKE 2026 KPU Kota Mataram gugur';

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
  await completeLke(zi, MATARAM);
  expect((await submit(await zi.signIn('ketua.mataram'), MATARAM)).status).toBe(303);
}, 60_000);
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

/** The row of Mataram in the queue of somebody. */
async function turnOf(username: string): Promise<string> {
  const text = await read(await zi.signIn(username), '/tinjauan');
  return text.slice(text.indexOf('Tindakan KPU Kota Mataram'));
}

/** Everything but the last indicator. */
async function nearlyAssessed(tier: 'pendahuluan' | 'tpi'): Promise<void> {
  await assessAs(zi, await lkeOf(zi, MATARAM), tier);
  await zi.deps.store.write(async (tx) => {
    await tx
      .deleteFrom('assessment')
      .where('tier', '=', tier)
      .where('indicator_code', '=', LAST)
      .execute();
    await tx.updateTable('score').set({ answered: 112 }).where('tier', '=', tier).execute();
  });
}

async function assessLast(agent: TestAgent, tier: string): Promise<string> {
  const page = `${LKE}/tinjauan/${tier}/${LAST}`;
  const saved = await sendForm(agent, page, page, { accept: '1' });
  expect(saved.status).toBe(303);
  return String(saved.headers['location']);
}

describe('at the province', () => {
  it('an assessor begins, goes on, and reads at 113 of 113 that recommending is next', async () => {
    const team = await zi.signIn('provinsi');
    expect(await turnOf('provinsi')).toMatch(/giliran Anda .* Mulai/);
    await nearlyAssessed('pendahuluan');
    expect(await turnOf('provinsi')).toMatch(/giliran Anda .* Lanjutkan/);
    expect(await turnOf('sekretaris.provinsi')).not.toContain('giliran Anda');
    const next = await assessLast(team, 'pendahuluan');
    const page = await read(team, next);
    expect(page).toContain('Semua indikator sudah dinilai. Beri rekomendasi');
    expect(page).not.toContain('Lanjutkan menilai');
    expect(await turnOf('provinsi')).toMatch(/giliran Anda .* Beri rekomendasi/);
  });

  it('the head decides when the team recommends, then sends the letter', async () => {
    await assessAs(zi, await lkeOf(zi, MATARAM), 'pendahuluan');
    const decision = `${LKE}/keputusan/pendahuluan`;
    const team = await zi.signIn('provinsi');
    await sendForm(team, decision, `${decision}/rekomendasi`, { recommendation: 'layak' });
    expect(await turnOf('sekretaris.provinsi')).toMatch(/giliran Anda .* Putuskan/);
    expect(await turnOf('provinsi')).not.toContain('giliran Anda');
    const head = await zi.signIn('sekretaris.provinsi');
    await sendForm(head, decision, decision, { choice: 'decide-layak', checked: 'on' });
    expect(await turnOf('sekretaris.provinsi')).toMatch(/giliran Anda .* Kirim surat rekomendasi/);
    expect(await turnOf('tpi.anggota')).not.toContain('giliran Anda');
  });

  it('what was handed in again changed counts as waiting, in queue and navigation', async () => {
    await assessAs(zi, await lkeOf(zi, MATARAM), 'pendahuluan');
    const { id } = await lkeOf(zi, MATARAM);
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('score')
        .set({ answered: 111 })
        .where('lke_id', '=', id)
        .where('tier', '=', 'pendahuluan')
        .execute(),
    );
    expect(await turnOf('provinsi')).toContain('2 perlu dinilai ulang');
    const page = await (await zi.signIn('provinsi')).get('/satker').expect(200);
    expect(page.text).toContain('Tinjauan (2)');
  });
});

describe('at TPI', () => {
  it('with the letter sent everybody reads that TPI may begin, and TPI is led there', async () => {
    await assessAs(zi, await lkeOf(zi, MATARAM), 'pendahuluan');
    await setStage(zi.deps.store, MATARAM, 'menunggu-tpi');
    const lke = await lkeOf(zi, MATARAM);
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('lke_decision')
        .values({
          lke_id: lke.id,
          round: 1,
          tier: 'pendahuluan',
          kind: 'layak',
          effect: 'moves',
          reason: '',
          letter_number: '12/2026',
          letter_day: '2026-03-09',
          letter_recorded_at: '2026-03-09T02:00:00.000Z',
          detail: null,
          decided_by: null,
          decided_by_name: 'Baiq Ratna',
          decided_role: 'sekretaris-provinsi',
          decided_at: '2026-03-09T01:00:00.000Z',
        })
        .execute(),
    );
    const ketua = await zi.signIn('ketua.mataram');
    for (const page of [LKE, `${LKE}/pengajuan`, `${LKE}/keputusan`]) {
      expect(await read(ketua, page)).toContain(
        'Giliran TPI (Inspektorat Utama): memulai penilaian. Surat rekomendasinya sudah terkirim.',
      );
    }
    expect(await turnOf('tpi.anggota')).toMatch(/giliran Anda .* Mulai penilaian TPI/);
    expect(await turnOf('sekretaris.provinsi')).not.toContain('giliran Anda');
    const member = await zi.signIn('tpi.anggota');
    expect(await read(member, TPI)).toContain(
      'Surat rekomendasi sudah terkirim. TPI dapat memulai penilaian. Mulai penilaian TPI',
    );
  });

  it('ketua tim and dalnis hear when all is assessed, and when what they confirmed changed', async () => {
    await setStage(zi.deps.store, MATARAM, 'tpi');
    await nearlyAssessed('tpi');
    const member = await zi.signIn('tpi.anggota');
    const people = ['tpi.ketua', 'tpi.dalnis'];
    for (const who of people) expect(await turnOf(who)).not.toContain('giliran Anda');
    await assessLast(member, 'tpi');
    for (const who of people) {
      const agent = await zi.signIn(who);
      expect(await read(agent, '/pemberitahuan')).toContain(ASSESSED);
      expect(await turnOf(who)).toMatch(/giliran Anda .* Konfirmasi/);
      expect((await sendForm(agent, TPI, `${TPI}/konfirmasi`)).status).toBe(303);
    }
    expect(await turnOf('tpi.ketua')).toMatch(/giliran Anda .* Simpulkan/);
    expect(await turnOf('tpi.dalnis')).not.toContain('giliran Anda');
    zi.clock.advance(60_000);
    const page = `${TPI}/A.I.1.i.b`;
    const changed = await sendForm(member, page, page, { letter: 'B', reason: 'Bukti kurang.' });
    expect(changed.status).toBe(303);
    for (const who of people) {
      expect(await read(await zi.signIn(who), '/pemberitahuan')).toContain(FELL);
      expect(await turnOf(who)).toMatch(/giliran Anda .* Konfirmasi/);
    }
  });
});

describe('the queue of somebody who assesses', () => {
  it('sums up what is done, and leaves out what has ended until it is asked for', async () => {
    const team = await zi.signIn('provinsi');
    const before = await read(team, '/tinjauan');
    expect(before).toMatch(/0 dari [\d.]+ indikator dinilai, \d+ satker\./);
    await setStage(zi.deps.store, MATARAM, 'belum-layak');
    const shown = await read(team, '/tinjauan');
    expect(shown).not.toContain('KPU Kota Mataram');
    expect(shown).toContain('Sudah berakhir (1)');
    const ended = await read(team, '/tinjauan?tampil=berakhir');
    expect(ended).toContain('KPU Kota Mataram');
    expect(ended).toContain('Belum layak selesai');
    expect(ended).not.toContain('KPU Kabupaten Dompu');
  });
});
