import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { CAST_PASSWORD } from '../../fixtures/cast.js';
import { issueToken, type TokenKind } from '../../src/db/one-time-token.js';
import { postForm, startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { historyRows, readableText } from '../support/reading.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const FRESH = 'lesung kabut perahu sirih';

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
});

afterEach(() => zi.close());

const changing = { currentPassword: CAST_PASSWORD, newPassword: FRESH, repeatPassword: FRESH };

async function userId(username: string): Promise<number> {
  const row = await zi.deps.store.db
    .selectFrom('user')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function linkFor(username: string, kind: TokenKind = 'reset'): Promise<string> {
  const id = await userId(username);
  const token = await zi.deps.store.write((tx) => issueToken(tx, kind, id, zi.clock.now));
  return `/tautan/${token.text}`;
}

async function useLink(link: string, fields: Record<string, string>, agent?: TestAgent) {
  const browser = agent ?? request.agent(zi.app);
  const page = await browser.get('/masuk');
  const shown = page.status === 303 ? await browser.get('/sandi') : page;
  return browser
    .post(link)
    .type('form')
    .send({ _csrf: tokenIn(shown.text), ...fields });
}

const choosing = { newPassword: FRESH, repeatPassword: FRESH };

describe('changing the own password', () => {
  it('replaces it and says so', async () => {
    const agent = await zi.signIn('ketua.mataram');
    const response = await postForm(agent, '/sandi', changing);
    expect(response.status).toBe(303);
    const next = await agent.get('/sandi');
    expect(readableText(next.text)).toContain('Kata sandi Anda sudah diganti.');
    await expect(zi.signIn('ketua.mataram')).rejects.toThrow('422');
    await zi.signIn('ketua.mataram', FRESH);
  });

  it('keeps this session under a new id and ends every other', async () => {
    const here = await zi.signIn('ketua.mataram');
    const elsewhere = await zi.signIn('ketua.mataram');
    const response = await postForm(here, '/sandi', changing);
    expect(String(response.headers['set-cookie'])).toMatch(/^zi=/);
    expect((await here.get('/sandi')).status).toBe(200);
    expect((await elsewhere.get('/sandi')).status).toBe(303);
  });

  it('is told in the history, without a word of either password', async () => {
    const agent = await zi.signIn('ketua.mataram');
    await postForm(agent, '/sandi', changing);
    const [entry, ...more] = await historyRows(zi, 'user.password');
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ actor_name: 'Lalu Suryadi', subject: 'ketua.mataram' });
    const all = JSON.stringify(entry);
    for (const secret of [FRESH, CAST_PASSWORD, '$argon2']) expect(all).not.toContain(secret);
  });

  it('makes open links of the person worthless', async () => {
    const link = await linkFor('ketua.mataram');
    await postForm(await zi.signIn('ketua.mataram'), '/sandi', changing);
    expect((await request(zi.app).get(link)).status).toBe(404);
  });

  it.each([
    ['the current one missing', { currentPassword: '' }, 'Isi kata sandi saat ini.'],
    ['a wrong current one', { currentPassword: 'salah salah' }, 'Kata sandi saat ini tidak cocok.'],
    ['nothing new', { newPassword: '', repeatPassword: '' }, 'Isi kata sandi baru.'],
    ['two that differ', { repeatPassword: `${FRESH}!` }, 'Dua isian kata sandi baru tidak sama.'],
    ['eleven characters', both('gerbang~u7k'), 'Pakai sedikitnya 12 huruf'],
    ['129 characters', both('gerbang~u7kd'.padEnd(129, 'kabut9')), 'Paling banyak 128 huruf.'],
    ['a common one', both('Bismillah123456'), 'paling sering dipakai orang'],
    ['one letter', both('aaaaaaaaaaaaaa'), 'hanya mengulang satu huruf'],
    ['a keyboard row', both('qwertyuiopasdf'), 'hanya urutan huruf'],
    ['the own name', both('lalu.suryadi.2026'), 'hanya berisi nama Anda'],
    ['the own office', both('KPU Kota Mataram!'), 'hanya berisi nama Anda'],
    ['the same again', both(CAST_PASSWORD), 'sama dengan yang lama'],
  ])('refuses %s and changes nothing', async (_, change, sentence) => {
    const agent = await zi.signIn('ketua.mataram');
    const response = await postForm(agent, '/sandi', { ...changing, ...change });
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain(sentence);
    expect(response.text).not.toMatch(/type="password"[^>]*value=/);
    expect(await historyRows(zi, 'user.password')).toEqual([]);
    await zi.signIn('ketua.mataram');
  });

  it('slows down guessing the current one at an unattended screen', async () => {
    const agent = await zi.signIn('ketua.mataram');
    for (let i = 0; i < 5; i += 1) {
      await postForm(agent, '/sandi', { ...changing, currentPassword: 'salah salah' });
    }
    const response = await postForm(agent, '/sandi', changing);
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain('Tunggu 1 detik');
  });

  it('needs a signed-in person', async () => {
    expect((await request(zi.app).get('/sandi')).headers['location']).toBe('/masuk?ke=%2Fsandi');
  });
});

describe('a one-time link', () => {
  it.each(['reset', 'invite'] as const)('of kind %s sets the password once', async (kind) => {
    const link = await linkFor('anggota.mataram', kind);
    const page = await request(zi.app).get(link);
    expect(readableText(page.text)).toContain('Nama penggunanya anggota.mataram');
    const agent = request.agent(zi.app);
    const used = await useLink(link, choosing, agent);
    expect(used.status).toBe(303);
    expect(readableText((await agent.get('/masuk')).text)).toContain(
      'Masuk dengan nama pengguna anggota.mataram',
    );
    await zi.signIn('anggota.mataram', FRESH);
    expect((await useLink(link, choosing)).status).toBe(404);
  });

  it('is not used up by looking, however often', async () => {
    const link = await linkFor('anggota.mataram');
    for (let i = 0; i < 3; i += 1) expect((await request(zi.app).get(link)).status).toBe(200);
    expect((await useLink(link, choosing)).status).toBe(303);
  });

  it('answers alike when unknown, used, replaced, expired or of a disabled person', async () => {
    const used = await linkFor('ketua.bima');
    await useLink(used, choosing);
    const replaced = await linkFor('anggota.mataram');
    await linkFor('anggota.mataram');
    const disabled = await linkFor('ketua.dompu');
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('user')
        .set({ disabled_at: zi.clock.now.toISOString() })
        .where('username', '=', 'ketua.dompu')
        .execute(),
    );
    const expired = await linkFor('ketua.lobar');
    zi.clock.advance(DAY + 1);
    const pages = [];
    for (const link of ['/tautan/tidak-ada', used, replaced, disabled, expired]) {
      const looked = await request(zi.app).get(link);
      const posted = await useLink(link, choosing);
      expect([looked.status, posted.status]).toEqual([404, 404]);
      pages.push(readableText(looked.text), readableText(posted.text));
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('minta tautan baru kepada ketua tim ZI');
  });

  it.each([
    ['reset', DAY - 1, 200],
    ['reset', DAY, 404],
    ['invite', 14 * DAY - 1, 200],
    ['invite', 14 * DAY, 404],
  ] as const)('of kind %s answers after %i ms with %i', async (kind, ms, status) => {
    const link = await linkFor('anggota.mataram', kind);
    zi.clock.advance(ms);
    expect((await request(zi.app).get(link)).status).toBe(status);
  });

  it('stays good when the new password is refused', async () => {
    const link = await linkFor('anggota.mataram');
    const refused = await useLink(link, both('bismillah12345'));
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('paling sering dipakai orang');
    expect((await useLink(link, choosing)).status).toBe(303);
  });

  it('ends every session of its person and the wait after failed sign-ins', async () => {
    const agent = await zi.signIn('anggota.mataram');
    for (let i = 0; i < 5; i += 1) {
      await expect(zi.signIn('anggota.mataram', 'salah salah')).rejects.toThrow('422');
    }
    await useLink(await linkFor('anggota.mataram'), choosing);
    expect((await agent.get('/sandi')).status).toBe(303);
    await zi.signIn('anggota.mataram', FRESH);
  });

  it('signs out whoever else sat at that machine', async () => {
    const agent = await zi.signIn('ketua.mataram');
    await useLink(await linkFor('anggota.mataram'), choosing, agent);
    expect((await agent.get('/sandi')).status).toBe(303);
  });

  it('is kept as a hash only, and the history names neither link nor password', async () => {
    const link = await linkFor('anggota.mataram', 'invite');
    await useLink(link, choosing);
    const tables = ['one_time_token', 'history', 'session'] as const;
    for (const table of tables) {
      const rows = await zi.deps.store.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(link.split('/')[2]);
    }
    const [entry] = await historyRows(zi, 'user.password');
    expect(entry).toMatchObject({ actor_name: 'Ni Luh Ayu Lestari', after: { via: 'invite' } });
  });

  it('used twice at the same moment sets one password', async () => {
    const link = await linkFor('anggota.mataram');
    const other = 'rebana senja tikar pandan';
    const both = await Promise.all([
      useLink(link, choosing),
      useLink(link, { newPassword: other, repeatPassword: other }),
    ]);
    expect(both.map((response) => response.status).sort()).toEqual([303, 404]);
    expect(await historyRows(zi, 'user.password')).toHaveLength(1);
  });
});

function both(password: string): Record<string, string> {
  return { newPassword: password, repeatPassword: password };
}
