import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { announceFirstAdmin } from '../../src/features/sign-in/first-admin.js';
import { openDeps } from '../../src/serve.js';
import type { Deps } from '../../src/web/deps.js';
import { tokenIn } from '../support/app.js';
import { readableText } from '../support/reading.js';

const DAY = 24 * 60 * 60 * 1000;
const PASSWORD = 'lesung kabut perahu sirih';
const ADMIN = {
  username: 'Baiq.Nur',
  name: '  Baiq  Nurhayati ',
  email: 'Baiq@KPU.go.id',
  newPassword: PASSWORD,
  repeatPassword: PASSWORD,
};

let folder: string;
let deps: Deps;
let app: Express;
let now: Date;

/** An empty product, as after the first `npm start`. */
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tapak-first-'));
  const config = readConfig({ ZI_DATA: folder });
  if (!config.ok) throw new Error(config.faults.join('; '));
  now = new Date('2026-03-10T02:00:00.000Z');
  deps = await openDeps(config.config, pino({ level: 'silent' }), () => now);
  app = createApp(deps, 'a secret of the tests');
});

afterEach(async () => {
  await deps.store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function printed(): Promise<string> {
  const lines: string[] = [];
  await announceFirstAdmin(deps, 'http://127.0.0.1:3000', (text) => void lines.push(text));
  return lines.join('');
}

async function printedLink(): Promise<string> {
  const link = /http:\/\/127\.0\.0\.1:3000(\/pasang\?token=\S+)/.exec(await printed())?.[1];
  if (link === undefined) throw new Error('no link was printed');
  return link;
}

async function create(link: string, change: Partial<typeof ADMIN> = {}) {
  const agent = request.agent(app);
  const page = await agent.get('/masuk');
  const token = decodeURIComponent(link.split('token=')[1] ?? '');
  const response = await agent
    .post('/pasang')
    .type('form')
    .send({ _csrf: tokenIn(page.text), token, ...ADMIN, ...change });
  return { agent, response };
}

const users = () => deps.store.db.selectFrom('user').selectAll().execute();

describe('the first administrator', () => {
  it('is made by the link that the start prints, and is signed in', async () => {
    const link = await printedLink();
    expect(link.split('token=')[1]).toMatch(/^[\w-]{43}$/);
    const page = await request(app).get(link);
    expect(readableText(page.text)).toContain('Administrator pertama');
    const { agent, response } = await create(link);
    expect(response.status).toBe(303);
    const next = await agent.get('/sandi');
    expect(readableText(next.text)).toContain('Administrator pertama sudah dibuat');
    expect(await users()).toMatchObject([
      { username: 'baiq.nur', name: 'Baiq Nurhayati', email: 'baiq@kpu.go.id' },
    ]);
    const roles = await deps.store.db.selectFrom('user_role').selectAll().execute();
    expect(roles).toMatchObject([{ role: 'admin', satker_code: '00' }]);
  });

  it('is told in the history by name, without the password', async () => {
    await create(await printedLink());
    const [entry] = await deps.store.db.selectFrom('history').selectAll().execute();
    expect(entry).toMatchObject({ action: 'user.create', actor_name: 'Baiq Nurhayati' });
    expect(JSON.stringify(entry)).not.toMatch(/argon2|lesung/);
  });

  it('does not exist before: nobody can sign in, and the page says where to look', async () => {
    expect(await users()).toEqual([]);
    const page = await request(app).get('/masuk');
    expect(readableText(page.text)).toContain('belum punya administrator');
  });

  it('gets a new link at every start, and the earlier one stops working', async () => {
    const first = await printedLink();
    const second = await printedLink();
    expect(second).not.toBe(first);
    expect((await request(app).get(first)).status).toBe(404);
    expect((await request(app).get(second)).status).toBe(200);
  });

  it('gets no link once there is one', async () => {
    await create(await printedLink());
    expect(await printed()).toBe('');
    expect(readableText((await request(app).get('/masuk')).text)).not.toContain('belum punya');
  });

  it.each(['', 'token=', 'token=salah', 'token=a&token=b'])(
    'is not made by /pasang?%s',
    async (query) => {
      await printedLink();
      const page = await request(app).get(`/pasang?${query}`);
      expect(page.status).toBe(query.includes('&') ? 400 : 404);
      expect((await create('/pasang?token=salah')).response.status).toBe(404);
      expect(await users()).toEqual([]);
    },
  );

  it('is not made by a link of yesterday', async () => {
    const link = await printedLink();
    now = new Date(now.getTime() + DAY);
    expect((await request(app).get(link)).status).toBe(404);
    expect((await create(link)).response.status).toBe(404);
  });

  it('is made once, even when two use the link at the same moment', async () => {
    const link = await printedLink();
    const both = await Promise.all([create(link), create(link, { username: 'lain.orang' })]);
    expect(both.map(({ response }) => response.status).sort()).toEqual([303, 404]);
    expect(await users()).toHaveLength(1);
  });

  it.each([
    [{ username: '' }, 'Isi nama pengguna.'],
    [{ username: 'a b' }, 'Nama pengguna terdiri atas'],
    [{ name: '=1+1' }, 'Nama harus memuat huruf'],
    [{ email: 'bukan surel' }, 'Alamat surel tidak terbaca'],
    [{ newPassword: 'baiq.nurhayati', repeatPassword: 'baiq.nurhayati' }, 'hanya berisi nama Anda'],
    [{ newPassword: 'pendek', repeatPassword: 'pendek' }, 'Pakai sedikitnya 12 huruf'],
    [{ repeatPassword: 'lain' }, 'tidak sama'],
  ])('is refused with %j, keeping what was typed and the link', async (change, sentence) => {
    const link = await printedLink();
    const { response } = await create(link, change);
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain(sentence);
    if (!('email' in change)) expect(response.text).toContain('value="Baiq@KPU.go.id"');
    expect(await users()).toEqual([]);
    expect((await create(link)).response.status).toBe(303);
  });
});
