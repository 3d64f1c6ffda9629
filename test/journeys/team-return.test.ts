import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { postForm, startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { areasIn, historyLength, isSignedIn, linkIn, personIn } from '../support/people.js';
import { roleId, rolesIn } from '../support/people.js';
import { historyRows, readableText } from '../support/reading.js';

const TEAM = '/tim/52.71';
const FRESH = 'lesung kabut perahu sirih';
const AYU = { username: 'anggota.mataram', name: 'Ni Luh Ayu Lestari', email: '' };

let zi: TestApp;
let lead: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  lead = await zi.signIn('ketua.mataram');
});

afterEach(() => zi.close());

const removalOf = async (username: string) =>
  `${TEAM}/anggota/${(await personIn(zi, username)).id}/pelepasan`;

async function remove(username: string): Promise<void> {
  const { version } = await personIn(zi, username);
  const reply = await postForm(lead, await removalOf(username), { version: String(version) });
  expect(reply.status).toBe(303);
}

async function change(username: string, values: Record<string, string | null>): Promise<void> {
  await zi.deps.store.write((tx) =>
    tx.updateTable('user').set(values).where('username', '=', username).execute(),
  );
}

const invite = (fields: Record<string, string>, agent = lead, team = TEAM) =>
  postForm(agent, `${team}/undangan`, fields);

describe('taking a member out of the team', () => {
  it('is asked once more, on a page that says what ends and how it is undone', async () => {
    const page = await lead.get(await removalOf('anggota.mataram')).expect(200);
    const text = readableText(page.text);
    expect(text).toContain('Lepas Ni Luh Ayu Lestari dari tim?');
    expect(text).toContain('berakhir (Anggota; area 1, 2, 3)');
    expect(text).toContain('mengundangnya lagi dengan nama pengguna anggota.mataram');
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.71']);
    expect(await historyLength(zi)).toBe(0);
  });

  it.each(['elsewhere', 'disabled'])(
    'says where only an administrator undoes it: %s',
    async (why) => {
      if (why === 'disabled')
        await change('anggota.mataram', { disabled_at: '2026-03-01T00:00:00Z' });
      else await grantElsewhere('anggota.mataram');
      const text = readableText((await lead.get(await removalOf('anggota.mataram'))).text);
      expect(text).toContain('Hanya administrator yang dapat memasukkannya ke tim ini lagi.');
    },
  );

  it('is not asked about oneself', async () => {
    const own = await lead.get(await removalOf('ketua.mataram'));
    expect(own.status).toBe(303);
    expect(own.headers['location']).not.toContain('pelepasan');
  });

  it('tells the person whom to ask', async () => {
    await remove('anggota.mataram');
    const member = await zi.signIn('anggota.mataram');
    const text = readableText((await member.get('/satker')).text);
    expect(text).toContain('Minta ketua tim satker mengundang Anda lagi');
  });
});

describe('inviting somebody who has an account without any role', () => {
  it('gives the old account its place again, and a link', async () => {
    await remove('anggota.mataram');
    const idle = await zi.signIn('anggota.mataram');
    const before = await personIn(zi, 'anggota.mataram');
    const reply = await invite({ ...AYU, email: 'lain@kpu.go.id', 'area-4': 'on' });
    expect(reply.status).toBe(200);
    expect(readableText(reply.text)).toContain('Ni Luh Ayu Lestari diundang lagi');
    const after = await personIn(zi, 'anggota.mataram');
    expect(after).toEqual({ ...before, version: before.version + 1 });
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.71']);
    expect(await areasIn(zi, 'anggota.mataram')).toEqual(['52.71 4']);
    expect(await isSignedIn(idle)).toBe(false);
    await zi.signIn('anggota.mataram');
    await setPassword(linkIn(reply.text));
    await zi.signIn('anggota.mataram', FRESH);
  });

  it('works for a person removed from another team, and closes open links', async () => {
    await remove('anggota.mataram');
    const admin = await zi.signIn('admin');
    const { id } = await personIn(zi, 'anggota.mataram');
    const made = await postForm(admin, `/admin/pengguna/${id}/tautan`, {});
    const bima = await zi.signIn('ketua.bima');
    const reply = await invite(AYU, bima, '/tim/52.72');
    expect(reply.status).toBe(200);
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.72']);
    await request(zi.app).get(linkIn(made.text)).expect(404);
    await request(zi.app).get(linkIn(reply.text)).expect(200);
  });

  it('is told in the history as that', async () => {
    await remove('anggota.mataram');
    await invite({ ...AYU, 'area-1': 'on' });
    const [entry] = await historyRows(zi, 'team.invite');
    expect(entry).toMatchObject({
      actor_name: 'Lalu Suryadi',
      satker_code: '52.71',
      subject: 'anggota.mataram',
      after: { name: 'Ni Luh Ayu Lestari', role: 'anggota', areas: ['1'], existing: true },
    });
    const page = readableText((await lead.get('/lke/52.71/2026/riwayat')).text);
    expect(page).toContain('Anggota tim diundang lagi dengan akun yang sudah ada');
  });

  it('never hands over the account under another name', async () => {
    await remove('anggota.mataram');
    const before = await historyLength(zi);
    const reply = await invite({ ...AYU, name: 'Orang Baru' });
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain(
      'Nama pengguna ini milik Ni Luh Ayu Lestari, yang sekarang tanpa peran.',
    );
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual([]);
    expect(await historyLength(zi)).toBe(before);
    expect((await invite({ ...AYU, name: 'ni luh  AYU lestari' })).status).toBe(200);
  });

  it.each([
    ['has a role elsewhere', () => grantElsewhere('anggota.mataram')],
    ['is disabled', () => change('anggota.mataram', { disabled_at: '2026-03-01T00:00:00Z' })],
  ])('is refused in the same words where it %s', async (_, spoil) => {
    await remove('anggota.mataram');
    await spoil();
    const roles = await rolesIn(zi, 'anggota.mataram');
    const before = await historyLength(zi);
    const reply = await invite(AYU);
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain(
      'Nama pengguna ini sudah dipakai. Pilih yang lain. Bila ini orang yang Anda maksud dan ia belum ada di tim ini, minta administrator menambahkan perannya.',
    );
    expect(reply.text).not.toContain('52.72');
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(roles);
    expect(await historyLength(zi)).toBe(before);
    const tokens = await zi.deps.store.db.selectFrom('one_time_token').selectAll().execute();
    expect(tokens).toEqual([]);
  });

  it('takes no e-mail that is another account’s', async () => {
    await remove('anggota.mataram');
    await change('ketua.denpasar', { email: 'ada@kpu.go.id' });
    const reply = await invite({ ...AYU, email: 'ada@kpu.go.id' });
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain('Surel ini sudah dipakai akun lain.');
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual([]);
  });

  it('happens once when two teams invite at the same moment', async () => {
    await remove('anggota.mataram');
    const bima = await zi.signIn('ketua.bima');
    const replies = await Promise.all([invite(AYU), invite(AYU, bima, '/tim/52.72')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await rolesIn(zi, 'anggota.mataram')).toHaveLength(1);
  });

  it('is no longer possible with the link once an administrator gives a further role', async () => {
    await remove('anggota.mataram');
    const link = linkIn((await invite(AYU)).text);
    const admin = await zi.signIn('admin');
    const { id, version } = await personIn(zi, 'anggota.mataram');
    const fields = { version: String(version), role: 'evaluator-baca', satker: '52.72' };
    await postForm(admin, `/admin/pengguna/${id}/peran`, fields);
    expect(await roleId(zi, 'anggota.mataram', 'evaluator-baca')).toBeGreaterThan(0);
    await request(zi.app).get(link).expect(404);
  });
});

async function grantElsewhere(username: string): Promise<void> {
  const { id } = await personIn(zi, username);
  const created_at = zi.clock.now.toISOString();
  const row = { user_id: id, role: 'anggota', satker_code: '52.72', created_at };
  await zi.deps.store.write((tx) => tx.insertInto('user_role').values(row).execute());
}

async function setPassword(link: string): Promise<void> {
  const agent = request.agent(zi.app);
  const page = await agent.get(link).expect(200);
  const fields = { _csrf: tokenIn(page.text), newPassword: FRESH, repeatPassword: FRESH };
  await agent.post(link).type('form').send(fields);
}
