import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { readableText } from '../support/reading.js';

/** A person who is refused reads whom to ask, and nothing that fits only somebody else. */
let zi: TestApp;

beforeAll(async () => {
  zi = await startTestApp();
});
afterAll(() => zi.close());

const TEAM = 'minta ketua tim satker Anda';

it.each([
  ['anggota.mataram', '/tim/52.71', TEAM],
  [
    'ketua.mataram',
    '/pengusulan/2026',
    'Sebagai ketua tim satker Anda mengisi, mengatur tim, dan mengajukan',
  ],
  ['provinsi', '/pengusulan/2026', 'Di provinsi, penilai menulis penilaian dan rekomendasi'],
  ['sekretaris.provinsi', '/admin/pengguna', 'Di provinsi, penilai menulis'],
  ['tpi.anggota', '/pengusulan/2026', 'Di TPI, anggota menilai'],
  [
    'pusat',
    '/admin/pengguna',
    'Sebagai penilai pusat Anda menilai dan memutuskan untuk KPU Provinsi',
  ],
  ['evaluator', '/lke/52.71/2026/riwayat', 'Sebagai evaluator Anda membaca dan mengunduh.'],
  ['admin', '/pengusulan/2026', 'Sebagai administrator Anda mengatur pengguna, satker, dan tahun'],
])('%s is told whom to ask', async (who, address, sentence) => {
  const agent = await zi.signIn(who);
  const text = readableText((await agent.get(address).expect(403)).text);
  expect(text).toContain(
    `Tidak ada yang berubah. ${sentence}`.replace(TEAM, `Bila ini tugas Anda, ${TEAM}`),
  );
  expect(text.includes(TEAM)).toBe(who === 'anggota.mataram');
});

it('somebody with two roles is told for each, once', async () => {
  await zi.deps.store.write(async (tx) => {
    const [tpi] = await tx
      .selectFrom('user')
      .select('id')
      .where('username', '=', 'tpi.ketua')
      .execute();
    const role = {
      user_id: tpi?.id ?? 0,
      role: 'evaluator-baca',
      satker_code: '52.71',
      created_at: '2026-03-01T00:00:00.000Z',
    } as const;
    await tx.insertInto('user_role').values(role).execute();
  });
  const reply = await postForm(await zi.signIn('tpi.ketua'), '/pengusulan/2026', { number: '9' });
  const text = readableText(reply.text);
  expect(reply.status).toBe(403);
  expect(text.match(/Di TPI, anggota menilai/g)).toHaveLength(1);
  expect(text).toContain('Sebagai evaluator');
  expect(text).toContain('Isian Anda yang belum tersimpan Nomor 9');
});
