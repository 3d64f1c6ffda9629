import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { dispatch } from '../../src/cli/dispatch.js';
import { runUser } from '../../src/cli/user.js';
import { startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { historyLength, isSignedIn, personIn, rolesIn } from '../support/people.js';
import { historyRows, readableText } from '../support/reading.js';

const FRESH = 'lesung kabut perahu sirih';
const SRI = ['--username', 'sri.handayani', '--name', 'Sri Handayani'];
const LEAD = [...SRI, '--role', 'ketua', '--satker', '51.03'];

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
});

afterEach(() => zi.close());

/** One command beside the serving product, on its data folder. */
async function run(...argv: string[]) {
  const io = testIo();
  const env = { ZI_DATA: zi.folder, PUBLIC_URL: 'http://zi.test' };
  const code = await runUser(argv, io, env, () => zi.clock.now);
  return { code, io, json: () => JSON.parse(io.out()) as Record<string, unknown> };
}

describe('user add', () => {
  it('prints name and invitation, and the person signs in with it', async () => {
    const added = await run('add', ...LEAD, '--email', 'Sri@KPU.go.id');
    expect(added.code).toBe(0);
    expect(Object.keys(added.json())).toEqual(['username', 'link']);
    const link = String(added.json()['link']);
    expect(link).toMatch(/^http:\/\/zi\.test\/tautan\/[\w-]{43}$/);
    const agent = request.agent(zi.app);
    const tail = link.replace('http://zi.test', '');
    const page = await agent.get(tail);
    await agent
      .post(tail)
      .type('form')
      .send({ _csrf: tokenIn(page.text), newPassword: FRESH, repeatPassword: FRESH });
    await zi.signIn('sri@kpu.go.id', FRESH);
    expect(await rolesIn(zi, 'sri.handayani')).toEqual(['ketua 51.03']);
  });

  it('gives several roles, several satker, and roles of the centre without one', async () => {
    const roles = ['--role', 'tpi-anggota', '--satker', '52', '--satker=52.01', '--role', 'admin'];
    expect((await run('add', ...SRI, ...roles)).code).toBe(0);
    expect(await rolesIn(zi, 'sri.handayani')).toEqual([
      'tpi-anggota 52',
      'tpi-anggota 52.01',
      'admin 00',
    ]);
  });

  it('is told in the history as the operator’s, or in the name given', async () => {
    await run('add', ...LEAD);
    await run('add', '--username', 'lain', '--name', 'Lain', '--role', 'admin', '--as', 'Admin');
    expect(await historyRows(zi, 'user.create')).toMatchObject([
      { actor_id: null, actor_name: 'operator', actor_role: 'operator', origin: 'cli' },
      { actor_name: 'Baiq Nurhayati', actor_role: 'operator', origin: 'cli' },
    ]);
  });

  it('names the codes of the roles where one is unknown, not what pages call them', async () => {
    const { io } = await run('add', ...SRI, '--role', 'Ketua tim ZI', '--satker', '52');
    expect(io.err()).toContain('anggota, ketua, penilai-provinsi');
    expect(io.err()).not.toContain('Anggota tim ZI');
  });

  it.each([
    [['add'], 'username', 'option-needed'],
    [['add', ...SRI], 'role', 'option-needed'],
    [['add', ...SRI, '--role', 'raja', '--satker', '52'], 'role', 'unknown-role-code'],
    [['add', ...SRI, '--role', 'ketua'], 'satker', 'satker-needed'],
    [['add', ...SRI, '--satker', '52', '--role', 'ketua'], 'satker', 'satker-before-role'],
    [['add', ...SRI, '--role', 'ketua', '--satker', '99'], 'satker', 'unknown-satker'],
    [['add', ...SRI, '--role', 'admin', '--satker', '52'], 'satker', 'role-not-here'],
    [['add', ...LEAD, '--role', 'tpi-ketua', '--satker', '51.03'], 'satker', 'two-tiers'],
    [['add', ...LEAD, '--name', 'Dua Kali'], 'name', 'option-repeated'],
    [['add', ...LEAD, '--email', 'x'], 'email', 'not-an-email'],
    [['add', ...LEAD, '--password', 'x'], 'password', 'unknown-option'],
    [['add', ...LEAD, 'berlebih'], '', 'unexpected-argument'],
    [['add', ...LEAD, '--email'], 'email', 'option-without-value'],
    [['add', ...LEAD, '--as', 'tidak.ada'], 'as', 'unknown-user'],
    [
      ['add', '--username', 'A B', '--name', 'A', '--role', 'admin'],
      'username',
      'username-malformed',
    ],
    [
      ['add', '--username', 'admin', '--name', 'A', '--role', 'admin'],
      'username',
      'username-taken',
    ],
    [['disable'], 'username', 'option-needed'],
    [['disable', '--username', 'tidak.ada'], 'username', 'unknown-user'],
    [['disable', '--username', 'admin'], 'username', 'last-admin'],
    [['reset-link', '--username', 'tidak.ada'], 'username', 'unknown-user'],
    [['hapus', '--username', 'admin'], 'hapus', 'unknown-user-command'],
    [[], '', 'unknown-user-command'],
  ])('and the others refuse %j with exit 2 and change nothing', async (argv, field, code) => {
    const before = await historyLength(zi);
    const refused = await run(...argv);
    expect(refused.code).toBe(2);
    expect(refused.io.out()).toBe('');
    const [problem] = refused.io.problems();
    expect(problem).toMatchObject({ field, code });
    expect(problem?.message.length).toBeGreaterThan(10);
    expect(await historyLength(zi)).toBe(before);
  });

  it('begins a new data folder, so that a product can be set up without its page', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tapak-user-'));
    const env = { ZI_DATA: path.join(folder, 'data') };
    const io = testIo();
    expect(await runUser(['add', ...SRI, '--role', 'admin'], io, env)).toBe(0);
    const again = testIo();
    expect(await runUser(['reset-link', '--username', 'sri.handayani'], again, env)).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  it('explains itself', async () => {
    const io = testIo();
    expect(await dispatch(['user', '--help'], io, {})).toBe(0);
    expect(io.out()).toContain('user add --username U --name NAMA');
    expect(io.out()).toContain('[--as PENGGUNA]');
  });
});

describe('user disable', () => {
  it('ends sessions of the serving product at once; twice leaves one trace', async () => {
    const agent = await zi.signIn('ketua.bima');
    const disabled = await run('disable', '--username', 'Ketua.Bima');
    expect([disabled.code, disabled.json()]).toEqual([
      0,
      { username: 'ketua.bima', disabled: true },
    ]);
    expect(await isSignedIn(agent)).toBe(false);
    expect((await run('disable', '--username', 'ketua.bima')).code).toBe(0);
    expect(await historyRows(zi, 'user.disable')).toMatchObject([{ actor_name: 'operator' }]);
    const link = await run('reset-link', '--username', 'ketua.bima');
    expect(link.io.problems()).toMatchObject([{ code: 'user-disabled' }]);
  });

  it('needs a data folder that is there', async () => {
    const io = testIo();
    const argv = ['disable', '--username', 'x'];
    expect(await runUser(argv, io, { ZI_DATA: path.join(zi.folder, 'tidak-ada') })).toBe(2);
    expect(io.problems()).toMatchObject([{ field: 'ZI_DATA', code: 'no-database' }]);
  });
});

describe('user reset-link', () => {
  it('prints a link that works once, and keeps only its hash', async () => {
    const made = await run('reset-link', '--username', 'ketua.bima');
    const tail = String(made.json()['link']).replace('http://zi.test', '');
    const page = await request(zi.app).get(tail);
    expect(readableText(page.text)).toContain('ketua.bima');
    const rows = await zi.deps.store.db.selectFrom('one_time_token').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(tail.split('/')[2]);
    expect((await personIn(zi, 'ketua.bima')).password_hash).not.toBeNull();
  });
});
