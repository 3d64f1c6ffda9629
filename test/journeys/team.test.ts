import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { postForm, startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { areasIn, historyLength, isSignedIn, linkIn, personIn } from '../support/people.js';
import { rolesIn } from '../support/people.js';
import { historyRows, readableText } from '../support/reading.js';

const TEAM = '/tim/52.71';
const FRESH = 'lesung kabut perahu sirih';
const ALL = ['1', '2', '3', '4', '5', '6', 'hasil'];
const SRI = { username: 'sri.handayani', name: 'Sri Handayani', email: 'sri@kpu.go.id' };

let zi: TestApp;
let lead: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  lead = await zi.signIn('ketua.mataram');
});

afterEach(() => zi.close());

const memberPage = async (username: string) =>
  `${TEAM}/anggota/${(await personIn(zi, username)).id}`;

const boxes = (...areas: string[]) =>
  Object.fromEntries(areas.map((area) => [`area-${area}`, 'on']));

/** Posts a form of a member's page with the version that the page shows. */
async function post(
  username: string,
  tail: string,
  fields: Record<string, string> = {},
  agent = lead,
) {
  const { version } = await personIn(zi, username);
  const path = `${await memberPage(username)}${tail}`;
  return postForm(agent, path, { version: String(version), ...fields });
}

async function grant(username: string, role: string, satker_code: string): Promise<void> {
  const { id } = await personIn(zi, username);
  const created_at = zi.clock.now.toISOString();
  await zi.deps.store.write((tx) =>
    tx.insertInto('user_role').values({ user_id: id, role, satker_code, created_at }).execute(),
  );
}

describe('the page of the team', () => {
  it('names lead and members with their areas', async () => {
    const page = readableText((await lead.get(TEAM).expect(200)).text);
    expect(page).toContain('Tim ZI KPU Kota Mataram');
    expect(page).toContain('Lalu Suryadi ketua.mataram Ketua Semua area Aktif');
    expect(page).toContain('Ni Luh Ayu Lestari anggota.mataram Anggota 1, 2, 3 Aktif');
    expect(page).toContain('Ahmad Yani anggota2.mataram Anggota 4, 5, 6, Hasil Aktif');
  });

  it('says which areas nobody has', async () => {
    await post('anggota2.mataram', '', { role: 'anggota', ...boxes('4') });
    const page = readableText((await lead.get(TEAM)).text);
    expect(page).toContain('Belum ada anggota yang mengerjakan area berikut: 5, 6, Hasil.');
  });

  it('warns where somebody is left without an area, and home tells that person why', async () => {
    const idle = 'belum mendapat area, jadi hanya dapat membaca.';
    const invited = await postForm(lead, `${TEAM}/undangan`, SRI);
    expect(readableText(invited.text)).toContain(`Sri Handayani ${idle}`);
    expect(invited.text).toContain(await memberPage('sri.handayani'));
    const given = { ...SRI, username: 'sri.dua', email: '', ...boxes('1') };
    expect((await postForm(lead, `${TEAM}/undangan`, given)).text).not.toContain(idle);

    const saved = await post('anggota.mataram', '', { role: 'anggota' });
    const page = await lead.get(saved.headers['location'] ?? '');
    expect(readableText(page.text)).toContain(`Ni Luh Ayu Lestari ${idle}`);
    const member = await zi.signIn('anggota.mataram');
    const why = 'Ketua tim belum membagikan area kepada Anda';
    expect(readableText((await member.get('/lke/52.71/2026')).text)).toContain(why);
    for (const other of ['ketua.mataram', 'anggota2.mataram', 'provinsi']) {
      const agent = await zi.signIn(other);
      expect(readableText((await agent.get('/lke/52.71/2026')).text)).not.toContain(why);
    }
  });

  it('invites a lead who is alone to spread the work', async () => {
    const alone = await zi.signIn('ketua.bima');
    const page = readableText((await alone.get('/tim/52.72')).text);
    expect(page).toContain('Tim ini baru satu orang');
  });

  it.each([
    ['anggota.mataram', 403],
    ['provinsi', 403],
    ['sekretaris.provinsi', 403],
    ['pusat', 403],
    ['tpi.ketua', 403],
    ['evaluator', 403],
    ['admin', 403],
    ['ketua.bima', 404],
    ['ketua.ntb', 404],
    ['provinsi.bali', 404],
  ])('answers %s with %i everywhere and changes nothing', async (username, status) => {
    const agent = await zi.signIn(username);
    const page = await memberPage('anggota.mataram');
    const before = await historyLength(zi);
    expect((await agent.get(TEAM)).status).toBe(status);
    expect((await agent.get(page)).status).toBe(status);
    for (const path of [`${TEAM}/undangan`, page, `${page}/tautan`, `${page}/pelepasan`]) {
      const response = await postForm(agent, path, { ...SRI, version: '1', all: 'on' });
      expect(response.status).toBe(status);
    }
    expect(await historyLength(zi)).toBe(before);
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.71']);
  });

  it('of another satker answers exactly as one that does not exist', async () => {
    const missing = await lead.get('/tim/99.99');
    const foreign = await lead.get('/tim/52.72');
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(readableText(foreign.text)).toBe(readableText(missing.text));
  });

  it('has no page for people who are not of the team, whoever they are', async () => {
    const outsider = `${TEAM}/anggota/${(await personIn(zi, 'ketua.bima')).id}`;
    const pages = [];
    for (const path of [outsider, `${TEAM}/anggota/99999`, `${TEAM}/anggota/x`]) {
      const page = await lead.get(path);
      expect(page.status).toBe(404);
      pages.push(readableText(page.text));
      for (const tail of ['', '/tautan', '/pelepasan']) {
        expect((await postForm(lead, `${path}${tail}`, { version: '1' })).status).toBe(404);
      }
    }
    expect(new Set(pages).size).toBe(1);
  });
});

describe('an invitation', () => {
  it('makes a member whose link sets the password', async () => {
    const invited = await postForm(lead, `${TEAM}/undangan`, { ...SRI, ...boxes('4', 'hasil') });
    expect(invited.status).toBe(200);
    const text = readableText(invited.text);
    expect(text).toContain('Sri Handayani diundang.');
    expect(text).toContain('sampai 24 Maret 2026 10.00 WITA');
    const link = linkIn(invited.text);
    const agent = request.agent(zi.app);
    const page = await agent.get(link);
    await agent
      .post(link)
      .type('form')
      .send({ _csrf: tokenIn(page.text), newPassword: FRESH, repeatPassword: FRESH });
    await zi.signIn('sri.handayani', FRESH);
    expect(await rolesIn(zi, 'sri.handayani')).toEqual(['anggota 52.71']);
    expect(await areasIn(zi, 'sri.handayani')).toEqual(['52.71 4', '52.71 hasil']);
  });

  it('is told in the history of the satker, without the link', async () => {
    const invited = await postForm(lead, `${TEAM}/undangan`, { ...SRI, ...boxes('1') });
    const [entry] = await historyRows(zi, 'team.invite');
    expect(entry).toMatchObject({
      actor_name: 'Lalu Suryadi',
      actor_role: 'ketua',
      satker_code: '52.71',
      subject: 'sri.handayani',
      after: { name: 'Sri Handayani', role: 'anggota', areas: ['1'] },
    });
    expect(JSON.stringify(entry)).not.toContain(linkIn(invited.text).split('/')[2]);
  });

  it('may give every area at once', async () => {
    await postForm(lead, `${TEAM}/undangan`, { ...SRI, all: 'on' });
    expect(await areasIn(zi, 'sri.handayani')).toEqual(ALL.map((area) => `52.71 ${area}`));
  });

  it('never gives another role or another satker, whatever is sent', async () => {
    const more = { role: 'admin', satker: '00', satker_code: '52.72', 'role-1': 'ketua' };
    await postForm(lead, `${TEAM}/undangan`, { ...SRI, ...more });
    expect(await rolesIn(zi, 'sri.handayani')).toEqual(['anggota 52.71']);
  });

  it.each([
    [{ username: 'ketua.denpasar' }, 'Nama pengguna ini sudah dipakai. Pilih yang lain.'],
    [{ username: 'Anggota.Mataram' }, 'Nama pengguna ini sudah dipakai. Pilih yang lain.'],
    [{ email: 'ADA@kpu.go.id' }, 'Surel ini sudah dipakai akun lain.'],
    [{ username: '' }, 'Isi nama pengguna.'],
    [{ name: '=1' }, 'Nama harus memuat huruf'],
    [{ email: 'x' }, 'Alamat surel tidak terbaca'],
  ])('with %j is refused, keeping what was typed', async (wrong, sentence) => {
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('user')
        .set({ email: 'ada@kpu.go.id' })
        .where('username', '=', 'ketua.denpasar')
        .execute(),
    );
    const typed = { ...SRI, ...boxes('2'), ...wrong };
    const response = await postForm(lead, `${TEAM}/undangan`, typed);
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain(sentence);
    expect(response.text).not.toContain('I Made Wirawan');
    expect(response.text).toMatch(/name="area-2" value="on" checked/);
    expect(await historyLength(zi)).toBe(0);
  });
});

describe('the duties of a member', () => {
  it('are areas, in force at once and without a new sign-in', async () => {
    const member = await zi.signIn('anggota.mataram');
    const saved = await post('anggota.mataram', '', { role: 'anggota', ...boxes('5', 'hasil') });
    expect(saved.status).toBe(303);
    expect(await areasIn(zi, 'anggota.mataram')).toEqual(['52.71 5', '52.71 hasil']);
    expect(await isSignedIn(member)).toBe(true);
    const [entry] = await historyRows(zi, 'team.areas');
    expect(entry).toMatchObject({
      subject: 'anggota.mataram',
      before: { areas: ['1', '2', '3'] },
      after: { areas: ['5', 'hasil'] },
    });
  });

  it('may be all areas by one button, or none', async () => {
    await post('anggota.mataram', '', { role: 'anggota', all: 'on' });
    expect(await areasIn(zi, 'anggota.mataram')).toHaveLength(7);
    await post('anggota.mataram', '', { role: 'anggota' });
    expect(await areasIn(zi, 'anggota.mataram')).toEqual([]);
  });

  it('repeated as stored leave no trace', async () => {
    const same = { role: 'anggota', ...boxes('1', '2', '3'), version: '99' };
    expect((await post('anggota.mataram', '', same)).status).toBe(303);
    expect(await historyLength(zi)).toBe(0);
  });

  it('changed by two leads show both and lose neither', async () => {
    await post('anggota.mataram', '', { role: 'anggota', ...boxes('1') });
    const late = { role: 'anggota', ...boxes('6'), version: '1' };
    const response = await post('anggota.mataram', '', late);
    expect(response.status).toBe(409);
    expect(readableText(response.text)).toContain('Area 1 6 berbeda');
    expect(await areasIn(zi, 'anggota.mataram')).toEqual(['52.71 1']);
    expect(response.text).toContain('name="version" value="2"');
  });

  it('may include leading: the session ends, and the team page opens after signing in', async () => {
    const member = await zi.signIn('anggota.mataram');
    const saved = await post('anggota.mataram', '', { role: 'ketua', ...boxes('1', '2', '3') });
    expect(saved.status).toBe(303);
    expect(await isSignedIn(member)).toBe(false);
    const second = await zi.signIn('anggota.mataram');
    expect((await second.get(TEAM)).status).toBe(200);
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['ketua 52.71']);
    expect(await historyRows(zi, 'user.role.add')).toMatchObject([{ satker_code: '52.71' }]);
  });

  it('of a second lead may be lowered again, the own never', async () => {
    await post('anggota.mataram', '', { role: 'ketua' });
    expect((await post('anggota.mataram', '', { role: 'anggota' })).status).toBe(303);
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.71']);
    const own = await post('ketua.mataram', '', { role: 'anggota' });
    expect(own.status).toBe(422);
    expect(readableText(own.text)).toContain('Anda tidak dapat melepas atau menurunkan diri');
    expect(await rolesIn(zi, 'ketua.mataram')).toEqual(['ketua 52.71']);
  });

  it('leave one lead, even when two lower each other at the same moment', async () => {
    await post('anggota.mataram', '', { role: 'ketua' });
    const second = await zi.signIn('anggota.mataram');
    await Promise.all([
      post('anggota.mataram', '', { role: 'anggota' }),
      post('ketua.mataram', '', { role: 'anggota' }, second),
    ]);
    const roles = [
      ...(await rolesIn(zi, 'ketua.mataram')),
      ...(await rolesIn(zi, 'anggota.mataram')),
    ];
    expect(roles.sort()).toEqual(['anggota 52.71', 'ketua 52.71']);
  });

  it.each([{ role: 'admin' }, { role: '' }, {}])(
    'stay a role of the team with %j',
    async (role) => {
      await post('anggota.mataram', '', { ...role, ...boxes('1', '2', '3') });
      expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.71']);
    },
  );
});

describe('a member who forgot the password', () => {
  it('gets a one-time link from the lead', async () => {
    const made = await post('anggota.mataram', '/tautan');
    expect(made.status).toBe(200);
    expect(readableText(made.text)).toContain('sampai 11 Maret 2026 10.00 WITA');
    expect((await request(zi.app).get(linkIn(made.text))).status).toBe(200);
    const [entry] = await historyRows(zi, 'user.reset-link');
    expect(entry).toMatchObject({ satker_code: '52.71', after: { kind: 'reset' } });
  });

  it.each([
    ['another satker', 'anggota', '52.72'],
    ['another kind', 'penilai-pusat', '00'],
    ['another kind at this satker', 'evaluator-baca', '52.71'],
  ])('is sent to the administrator when a role is of %s', async (_, role, satker) => {
    await grant('anggota.mataram', role, satker);
    const made = await post('anggota.mataram', '/tautan');
    expect(made.status).toBe(422);
    expect(readableText(made.text)).toContain('hanya dapat dibuat administrator');
    const tokens = await zi.deps.store.db.selectFrom('one_time_token').selectAll().execute();
    expect(tokens).toEqual([]);
  });

  it('is not the lead, who changes the own password by the page for it', async () => {
    const made = await post('ketua.mataram', '/tautan');
    expect(made.status).toBe(422);
    expect(readableText(made.text)).toContain('pakai halaman ganti kata sandi');
  });

  it('is not somebody whose account is closed', async () => {
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('user')
        .set({ disabled_at: zi.clock.now.toISOString() })
        .where('username', '=', 'anggota.mataram')
        .execute(),
    );
    expect((await post('anggota.mataram', '/tautan')).status).toBe(422);
  });
});

describe('leaving the team', () => {
  it('ends role, areas, sessions and links, and keeps the account', async () => {
    const member = await zi.signIn('anggota.mataram');
    const link = linkIn((await post('anggota.mataram', '/tautan')).text);
    const page = await memberPage('anggota.mataram');
    const removed = await post('anggota.mataram', '/pelepasan');
    expect(removed.status).toBe(303);
    expect(readableText((await lead.get(TEAM)).text)).toContain('dilepas dari tim');
    expect(await isSignedIn(member)).toBe(false);
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual([]);
    expect(await areasIn(zi, 'anggota.mataram')).toEqual([]);
    expect((await request(zi.app).get(link)).status).toBe(404);
    expect((await lead.get(page)).status).toBe(404);
    await zi.signIn('anggota.mataram');
    const [entry] = await historyRows(zi, 'team.remove');
    expect(entry).toMatchObject({ before: { role: 'anggota', areas: ['1', '2', '3'] } });
  });

  it('leaves roles at other satker alone', async () => {
    await grant('anggota.mataram', 'anggota', '52.72');
    await post('anggota.mataram', '/pelepasan');
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.72']);
  });

  it('is not for oneself', async () => {
    const response = await post('ketua.mataram', '/pelepasan');
    expect(response.status).toBe(422);
    expect(await rolesIn(zi, 'ketua.mataram')).toEqual(['ketua 52.71']);
  });

  it('over a version that is gone is refused with 409', async () => {
    await post('anggota.mataram', '', { role: 'anggota', ...boxes('1') });
    const response = await post('anggota.mataram', '/pelepasan', { version: '1' });
    expect(response.status).toBe(409);
    expect(readableText(response.text)).toContain('Data anggota ini sudah diubah');
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual(['anggota 52.71']);
  });
});

describe("a link in the lead's hands", () => {
  it('no longer opens the account once an administrator has given it a further role', async () => {
    const link = linkIn((await post('anggota.mataram', '/tautan')).text);
    await request(zi.app).get(link).expect(200);
    const admin = await zi.signIn('admin');
    const { id, version } = await personIn(zi, 'anggota.mataram');
    await postForm(admin, `/admin/pengguna/${id}/peran`, {
      version: String(version),
      role: 'evaluator-baca',
      satker: '52.72',
    });
    expect(await rolesIn(zi, 'anggota.mataram')).toContain('evaluator-baca 52.72');
    await request(zi.app).get(link).expect(404);
  });
});
