import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { CAST_PASSWORD } from '../../fixtures/cast.js';
import { endSessionsOf } from '../../src/web/session-store.js';
import { startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { readableText } from '../support/reading.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const WRONG = 'Nama pengguna atau kata sandi tidak cocok';

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
});

afterEach(() => zi.close());

/** One sign-in through the real form, from an address of its own where one is given. */
async function trySignIn(
  username: string,
  password: string,
  options: { agent?: TestAgent; address?: string; ke?: string } = {},
): Promise<request.Response> {
  const agent = options.agent ?? request.agent(zi.app);
  const shown = await agent.get('/masuk');
  const page = shown.status === 303 ? await agent.get('/sandi') : shown;
  return agent
    .post('/masuk')
    .set('X-Forwarded-For', options.address ?? '192.0.2.1')
    .type('form')
    .send({
      _csrf: tokenIn(page.text),
      username,
      password,
      ...(options.ke === undefined ? {} : { ke: options.ke }),
    });
}

function cookieOf(response: request.Response): string {
  const cookies = response.headers['set-cookie'] as unknown as string[] | undefined;
  return cookies?.[0] ?? '';
}

async function change(username: string, values: object): Promise<void> {
  await zi.deps.store.write((tx) =>
    tx.updateTable('user').set(values).where('username', '=', username).execute(),
  );
}

describe('signing in', () => {
  it('leads to the page that was asked for', async () => {
    const agent = request.agent(zi.app);
    const asked = await agent.get('/sandi');
    expect(asked.status).toBe(303);
    expect(asked.headers['location']).toBe('/masuk?ke=%2Fsandi');
    const page = await agent.get('/masuk?ke=%2Fsandi');
    expect(page.text).toContain('name="ke" value="/sandi"');
    const response = await trySignIn('ketua.mataram', CAST_PASSWORD, { agent, ke: '/sandi' });
    expect(response.status).toBe(303);
    expect(response.headers['location']).toBe('/sandi');
    expect((await agent.get('/sandi')).text).toContain('Lalu Suryadi');
  });

  it.each(['KETUA.Mataram', ' ketua.mataram ', 'lalu@kpu.go.id', 'Lalu@KPU.go.id'])(
    'takes %j for the same person',
    async (name) => {
      await change('ketua.mataram', { email: 'lalu@kpu.go.id' });
      expect((await trySignIn(name, CAST_PASSWORD)).status).toBe(303);
    },
  );

  it.each([
    ['https://jahat.example/', '/'],
    ['//jahat.example', '/'],
    ['/\\jahat.example', '/'],
    ['/.//jahat.example', '/'],
  ])('never leads to %s', async (ke, location) => {
    const response = await trySignIn('ketua.mataram', CAST_PASSWORD, { ke });
    expect(response.headers['location']).toBe(location);
  });

  it('shows nothing of the sign-in page to who is signed in', async () => {
    const agent = await zi.signIn('ketua.mataram');
    const response = await agent.get('/masuk?ke=%2Fsandi');
    expect(response.status).toBe(303);
    expect(response.headers['location']).toBe('/sandi');
  });

  it.each([
    ['', CAST_PASSWORD],
    ['ketua.mataram', ''],
  ])('asks for both name and password (%j, %j)', async (username, password) => {
    const response = await trySignIn(username, password);
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain('Isi nama pengguna dan kata sandi.');
  });

  it('says the same to everybody whom it refuses', async () => {
    await change('ketua.bima', { disabled_at: zi.clock.now.toISOString() });
    await change('ketua.dompu', { password_hash: null });
    const pages: string[] = [];
    for (const [name, password] of [
      ['ketua.mataram', 'salah salah salah'],
      ['tidak.ada', CAST_PASSWORD],
      ['tidak.ada@kpu.go.id', CAST_PASSWORD],
      ['ketua.bima', CAST_PASSWORD],
      ['ketua.dompu', CAST_PASSWORD],
    ] as const) {
      const response = await trySignIn(name, password);
      expect(response.status).toBe(422);
      expect(response.text).toContain(`value="${name}"`);
      pages.push(readableText(response.text));
    }
    expect(pages[0]).toContain(WRONG);
    expect(new Set(pages).size).toBe(1);
  });

  it('never puts the password back into the page', async () => {
    const response = await trySignIn('ketua.mataram', 'rahasia-yang-salah');
    expect(response.text).not.toContain('rahasia-yang-salah');
  });

  it('tells who forgot the password whom to ask', async () => {
    const page = await request(zi.app).get('/masuk');
    expect(readableText(page.text)).toContain(
      'Minta tautan sekali pakai kepada ketua tim ZI satker Anda atau administrator.',
    );
  });

  it('refuses a name that is sent twice', async () => {
    const agent = request.agent(zi.app);
    const _csrf = tokenIn((await agent.get('/masuk')).text);
    const body = `_csrf=${_csrf}&username=admin&username=ketua.mataram&password=x`;
    const response = await agent.post('/masuk').type('form').send(body);
    expect(response.status).toBe(400);
  });

  it('refuses a form without the token of the session', async () => {
    const response = await request(zi.app)
      .post('/masuk')
      .type('form')
      .send({ username: 'ketua.mataram', password: CAST_PASSWORD });
    expect(response.status).toBe(403);
  });
});

describe('the wait after failed sign-ins', () => {
  async function failTimes(times: number, name = 'ketua.mataram'): Promise<void> {
    for (let i = 0; i < times; i += 1) {
      expect((await trySignIn(name, 'salah salah salah')).status).toBe(422);
    }
  }

  it('begins after five failures, is told in words and doubles', async () => {
    await failTimes(5);
    for (const seconds of [1, 2, 4, 8]) {
      const waiting = await trySignIn('ketua.mataram', CAST_PASSWORD);
      expect(waiting.status).toBe(429);
      expect(waiting.headers['retry-after']).toBe(String(seconds));
      expect(readableText(waiting.text)).toContain(
        `Terlalu banyak percobaan yang gagal. Tunggu ${seconds} detik, lalu coba lagi.`,
      );
      zi.clock.advance(seconds * SECOND);
      await failTimes(1);
    }
  });

  it('never grows beyond fifteen minutes, and the right password ends it', async () => {
    await failTimes(5);
    for (let i = 0; i < 12; i += 1) {
      zi.clock.advance(15 * MINUTE);
      await failTimes(1);
    }
    const waiting = await trySignIn('ketua.mataram', CAST_PASSWORD);
    expect(waiting.headers['retry-after']).toBe('900');
    expect(readableText(waiting.text)).toContain('Tunggu 15 menit');
    zi.clock.advance(15 * MINUTE);
    expect((await trySignIn('ketua.mataram', CAST_PASSWORD)).status).toBe(303);
    await failTimes(5);
  });

  it('is the same for a name that nobody has', async () => {
    await failTimes(5, 'tidak.ada');
    const waiting = await trySignIn('tidak.ada', 'salah salah salah');
    expect(waiting.status).toBe(429);
  });

  it('does not hold up a colleague at the same address', async () => {
    await failTimes(5);
    expect((await trySignIn('ketua.mataram', CAST_PASSWORD)).status).toBe(429);
    expect((await trySignIn('anggota.mataram', CAST_PASSWORD)).status).toBe(303);
  });

  it('survives a restart, for it is kept in the database', async () => {
    await failTimes(5);
    const rows = await zi.deps.store.db.selectFrom('sign_in_attempt').selectAll().execute();
    expect(rows.map((row) => row.key).sort()[1]).toBe('user:ketua.mataram');
  });

  it('stays short for a whole office behind one address, even under attack', async () => {
    const at = zi.clock.now.toISOString();
    await trySignIn('tidak.ada', 'salah salah salah');
    await zi.deps.store.write((tx) =>
      tx
        .updateTable('sign_in_attempt')
        .set({ failures: 5000, last_failure_at: at })
        .where('key', 'like', 'address:%')
        .execute(),
    );
    const waiting = await trySignIn('ketua.mataram', CAST_PASSWORD);
    expect(waiting.status).toBe(429);
    expect(waiting.headers['retry-after']).toBe('5');
    zi.clock.advance(5 * SECOND);
    expect((await trySignIn('ketua.mataram', CAST_PASSWORD)).status).toBe(303);
  });
});

describe('the session', () => {
  it('begins under a new id, so that a planted one is worth nothing', async () => {
    const agent = request.agent(zi.app);
    const planted = cookieOf(await agent.get('/masuk')).split(';')[0] ?? '';
    const signedIn = await trySignIn('ketua.mataram', CAST_PASSWORD, { agent });
    const fresh = cookieOf(signedIn).split(';')[0] ?? '';
    expect(planted).toMatch(/^zi=/);
    expect(fresh).toMatch(/^zi=/);
    expect(fresh).not.toBe(planted);
    expect((await request(zi.app).get('/sandi').set('Cookie', planted)).status).toBe(303);
    expect((await request(zi.app).get('/sandi').set('Cookie', fresh)).status).toBe(200);
  });

  it('has one cookie, closed to scripts and to other sites', async () => {
    const cookie = cookieOf(await request(zi.app).get('/masuk'));
    expect(cookie).toMatch(/^zi=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('has a __Host- cookie where the product is reached by HTTPS', async () => {
    const secure = await startTestApp({ PUBLIC_URL: 'https://zi.kpu.go.id', TRUST_PROXY: '1' });
    const page = await request(secure.app).get('/masuk').set('X-Forwarded-Proto', 'https');
    expect(cookieOf(page)).toMatch(/^__Host-zi=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    await secure.close();
  });

  it('has no cookie where somebody else than the named proxy says that it is HTTPS', async () => {
    const secure = await startTestApp({
      PUBLIC_URL: 'https://zi.kpu.go.id',
      TRUST_PROXY: '203.0.113.7',
    });
    const page = await request(secure.app).get('/masuk').set('X-Forwarded-Proto', 'https');
    expect(page.headers['set-cookie']).toBeUndefined();
    await secure.close();
  });

  it('ends with signing out, also for a copy of its cookie', async () => {
    const agent = request.agent(zi.app);
    const cookie = cookieOf(await trySignIn('ketua.mataram', CAST_PASSWORD, { agent }));
    const page = await agent.get('/sandi');
    const out = await agent
      .post('/keluar')
      .type('form')
      .send({ _csrf: tokenIn(page.text) });
    expect(out.status).toBe(303);
    expect(out.headers['location']).toBe('/masuk');
    expect(readableText((await agent.get('/masuk')).text)).toContain('Anda sudah keluar.');
    const copy = await request(zi.app)
      .get('/sandi')
      .set('Cookie', cookie.split(';')[0] ?? '');
    expect(copy.status).toBe(303);
  });

  it('ends after 60 minutes without use', async () => {
    const agent = await zi.signIn('ketua.mataram');
    zi.clock.advance(59 * MINUTE);
    expect((await agent.get('/sandi')).status).toBe(200);
    zi.clock.advance(61 * MINUTE);
    expect((await agent.get('/sandi')).status).toBe(303);
  });

  it('ends after 12 hours, however busy', async () => {
    const agent = await zi.signIn('ketua.mataram');
    for (let i = 0; i < 24; i += 1) {
      zi.clock.advance(HOUR / 2);
      expect((await agent.get('/sandi')).status).toBe(200);
    }
    zi.clock.advance(MINUTE);
    expect((await agent.get('/sandi')).status).toBe(303);
  });

  it('is worth nothing from the moment its person is disabled', async () => {
    const agent = await zi.signIn('ketua.mataram');
    await change('ketua.mataram', { disabled_at: zi.clock.now.toISOString() });
    expect((await agent.get('/sandi')).status).toBe(303);
  });
});

describe('text typed into a form whose session ended', () => {
  const TYPED = 'Catatan panjang yang sudah diketik';

  async function postAfterExpiry(agent: TestAgent, note = TYPED): Promise<request.Response> {
    const _csrf = tokenIn((await agent.get('/sandi')).text);
    zi.clock.advance(2 * HOUR);
    return agent
      .post('/lke/52.71/2026/jawaban/A.I.1.i.a')
      .set('Referer', 'http://127.0.0.1/sandi')
      .set('Host', '127.0.0.1')
      .type('form')
      .send({ _csrf, note, seen: '1:51.3b52051f', newPassword: 'sandi yang diketik' });
  }

  it('is held whole up to the largest form there is', async () => {
    const agent = await zi.signIn('ketua.mataram');
    const long = `${'baris yang panjang\r\n'.repeat(8000)}dan akhirnya`;
    await postAfterExpiry(agent, long);
    await trySignIn('ketua.mataram', CAST_PASSWORD, { agent });
    expect((await agent.get('/sandi')).text).toContain('dan akhirnya');
  });

  it('is shown again to the same person, as not yet saved, once', async () => {
    const agent = await zi.signIn('ketua.mataram');
    const expired = await postAfterExpiry(agent);
    expect(expired.status).toBe(303);
    expect(expired.headers['location']).toBe('/masuk?ke=%2Fsandi');
    expect(readableText((await agent.get('/masuk')).text)).toContain('Sesi Anda berakhir.');
    await trySignIn('ketua.mataram', CAST_PASSWORD, { agent });
    const page = await agent.get('/sandi');
    expect(readableText(page.text)).toContain('Isian Anda yang belum tersimpan');
    expect(page.text).toContain(TYPED);
    expect(readableText(page.text)).toContain(`Catatan ${TYPED}`);
    expect(page.text).not.toContain('1:51.3b52051f');
    expect(page.text).not.toContain('sandi yang diketik');
    expect((await agent.get('/sandi')).text).not.toContain(TYPED);
  });

  it('is shown to nobody else who signs in at that machine', async () => {
    const agent = await zi.signIn('ketua.mataram');
    await postAfterExpiry(agent);
    await trySignIn('anggota.mataram', CAST_PASSWORD, { agent });
    expect((await agent.get('/sandi')).text).not.toContain(TYPED);
    await trySignIn('ketua.mataram', CAST_PASSWORD, { agent });
    expect((await agent.get('/sandi')).text).not.toContain(TYPED);
    const rows = await zi.deps.store.db.selectFrom('session').select('data').execute();
    expect(JSON.stringify(rows)).not.toContain(TYPED);
  });

  it('is held as well when a change of roles ended the session', async () => {
    const agent = await zi.signIn('ketua.mataram');
    const _csrf = tokenIn((await agent.get('/sandi')).text);
    await zi.deps.store.write(async (tx) => {
      const { id } = await tx
        .selectFrom('user')
        .select('id')
        .where('username', '=', 'ketua.mataram')
        .executeTakeFirstOrThrow();
      await endSessionsOf(tx, id);
    });
    const ended = await agent.post('/sandi').type('form').send({ _csrf, note: TYPED });
    expect(ended.headers['location']).toBe('/masuk?ke=%2Fsandi');
    await trySignIn('ketua.mataram', CAST_PASSWORD, { agent });
    expect((await agent.get('/sandi')).text).toContain(TYPED);
  });
});
