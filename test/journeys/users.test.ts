import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { CAST } from '../../fixtures/cast.js';
import { postForm, startTestApp, tokenIn, type TestApp } from '../support/app.js';
import { historyLength, isSignedIn, linkIn, personIn, roleId, rolesIn } from '../support/people.js';
import { areasIn } from '../support/people.js';
import { historyRows, readableText } from '../support/reading.js';

const FRESH = 'lesung kabut perahu sirih';
const LIST = '/admin/pengguna';
const NEW = '/admin/pengguna/baru';
const SRI = {
  username: 'sri.handayani',
  name: 'Sri Handayani',
  email: 'sri@kpu.go.id',
  role: 'anggota',
  satker: '52.71 KPU Kota Mataram',
};

let zi: TestApp;
let admin: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  admin = await zi.signIn('admin');
});

afterEach(() => zi.close());

const pageOf = async (username: string) => `${LIST}/${(await personIn(zi, username)).id}`;
const versionOf = async (username: string) => String((await personIn(zi, username)).version);
const names = (html: string) =>
  [...html.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(([, name]) => name);

/** Posts a form of a person's page with the version that the page shows. */
async function post(username: string, tail: string, fields: Record<string, string> = {}) {
  const version = await versionOf(username);
  return postForm(admin, `${await pageOf(username)}${tail}`, { version, ...fields });
}

describe('the list of people', () => {
  it('names everybody with role, satker and status', async () => {
    const page = await admin.get(LIST).expect(200);
    const text = readableText(page.text);
    expect(text).toContain(`${CAST.length} dari ${CAST.length} pengguna`);
    expect(text).toContain('Ketua tim ZI, KPU Kota Mataram');
    expect(text).toContain('dan 2 peran lain');
    expect(text).toContain('Aktif');
  });

  it.each([
    ['cari=suryadi', ['Lalu Suryadi']],
    ['cari=KETUA.MATARAM', ['Lalu Suryadi']],
    ['peran=penilai-provinsi', ['Lalu Ahmad Fauzan', 'Ni Kadek Sari']],
    ['satker=52.71&peran=ketua', ['Lalu Suryadi']],
    ['satker=KPU+Kota+Mataram&peran=anggota', ['Ahmad Yani', 'Ni Luh Ayu Lestari']],
    ['satker=52.71+KPU+Kota+Mataram&peran=evaluator-baca', ['Agus Prasetyo']],
    ['status=nonaktif', ['Ahmad Yani']],
    ['status=belum-masuk', ['Fitriani']],
    ['cari=%25', []],
    ['cari=_', []],
    ['satker=99.99', []],
  ])('narrowed by %s shows %j', async (query, expected) => {
    await change('anggota2.mataram', { disabled_at: zi.clock.now.toISOString() });
    await change('ketua.bima', { password_hash: null });
    const page = await admin.get(`${LIST}?${query}`).expect(200);
    expect(names(page.text)).toEqual(expected);
    if (expected.length === 0) {
      expect(readableText(page.text)).toContain('Tidak ada pengguna yang cocok');
    }
  });

  it('is ordered by name, user name and day, up and down', async () => {
    const up = names((await admin.get(LIST)).text);
    expect(up).toEqual([...up].sort());
    expect(names((await admin.get(`${LIST}?urut=-nama`)).text)).toEqual([...up].reverse());
    const page = await admin.get(`${LIST}?urut=-pengguna`);
    expect(page.text).toContain('aria-sort="descending"');
    expect(names(page.text)[0]).toBe('Bambang Sutrisno');
  });

  it('shows fifty on a page', async () => {
    const at = zi.clock.now.toISOString();
    await zi.deps.store.write(async (tx) => {
      for (let i = 100; i < 180; i += 1) {
        const common = { email: null, password_hash: null, disabled_at: null, version: 1 };
        const person = { username: `warga${i}`, name: `Warga ${i}`, created_at: at, ...common };
        await tx.insertInto('user').values(person).execute();
      }
    });
    const page = await admin.get(`${LIST}?cari=warga&halaman=2`);
    expect(readableText(page.text)).toContain(`80 dari ${CAST.length + 80} pengguna`);
    expect(readableText(page.text)).toContain('Baris 51–80 dari 80');
    expect(names(page.text)).toHaveLength(30);
  });

  it.each(['ketua.mataram', 'provinsi', 'pusat', 'evaluator', 'anggota.mataram'])(
    'is not for %s',
    async (username) => {
      const agent = await zi.signIn(username);
      const id = (await personIn(zi, 'ketua.bima')).id;
      for (const path of [LIST, NEW, `${LIST}/${id}`, `${LIST}/99999`, `${LIST}/impor`]) {
        expect((await agent.get(path)).status).toBe(403);
      }
      const before = await historyLength(zi);
      for (const tail of ['', '/tautan', '/peran', '/penonaktifan', '/pengaktifan']) {
        expect((await postForm(agent, `${LIST}/${id}${tail}`, SRI)).status).toBe(403);
      }
      expect((await postForm(agent, NEW, SRI)).status).toBe(403);
      expect(await historyLength(zi)).toBe(before);
    },
  );
});

describe('a new person', () => {
  it('is invited by a link that is shown once and sets the password', async () => {
    const created = await postForm(admin, NEW, SRI);
    expect(created.status).toBe(200);
    expect(readableText(created.text)).toContain('Akun Sri Handayani dibuat.');
    expect(readableText(created.text)).toContain('sampai 24 Maret 2026 09.00 WIB');
    const link = linkIn(created.text);
    const agent = request.agent(zi.app);
    const page = await agent.get(link);
    const used = await agent
      .post(link)
      .type('form')
      .send({ _csrf: tokenIn(page.text), newPassword: FRESH, repeatPassword: FRESH });
    expect(used.status).toBe(303);
    const sri = await zi.signIn('sri.handayani', FRESH);
    expect((await sri.get(LIST)).status).toBe(403);
    expect(await rolesIn(zi, 'sri.handayani')).toEqual(['anggota 52.71']);
  });

  it('is told in the history, without the link', async () => {
    const created = await postForm(admin, NEW, SRI);
    const [entry] = await historyRows(zi, 'user.create');
    expect(entry).toMatchObject({
      actor_name: 'Baiq Nurhayati',
      actor_role: 'admin',
      subject: 'sri.handayani',
      satker_code: '52.71',
      after: { name: 'Sri Handayani', roles: [{ role: 'anggota', satker: '52.71' }] },
    });
    expect(JSON.stringify(entry)).not.toContain(linkIn(created.text).split('/')[2]);
  });

  it('may begin with one role at several satker', async () => {
    const tpi = {
      ...SRI,
      role: 'tpi-anggota',
      satker: '',
      moreSatker: '52.01 52.02\nKPU Kota Bima',
    };
    await postForm(admin, NEW, tpi);
    expect(await rolesIn(zi, 'sri.handayani')).toEqual([
      'tpi-anggota 52.01',
      'tpi-anggota 52.02',
      'tpi-anggota 52.72',
    ]);
  });

  it('needs no satker named for a role of the centre', async () => {
    await postForm(admin, NEW, { ...SRI, role: 'penilai-pusat', satker: '' });
    expect(await rolesIn(zi, 'sri.handayani')).toEqual(['penilai-pusat 00']);
  });

  it.each([
    [{ username: '' }, 'Isi nama pengguna.'],
    [{ username: 'Sri Handayani' }, 'Nama pengguna terdiri atas'],
    [{ username: 'KETUA.MATARAM' }, 'Nama pengguna ini sudah dipakai'],
    [{ name: '' }, 'Isi nama lengkap.'],
    [{ name: '=cmd|x' }, 'Nama harus memuat huruf'],
    [{ email: 'sri@' }, 'Alamat surel tidak terbaca'],
    [{ email: 'TERPAKAI@kpu.go.id' }, 'Surel ini sudah dipakai akun lain'],
    [{ role: '' }, 'Pilih peran.'],
    [{ role: 'raja' }, 'Peran tidak dikenal'],
    [{ satker: '' }, 'Sebutkan satkernya'],
    [{ satker: '99.99' }, 'Satker "99.99" tidak ada'],
    [{ satker: '52.71 KPU Kota Bima' }, 'tidak ada. Pilih dari daftar'],
    [{ role: 'penilai-provinsi' }, 'Pilih KPU Provinsinya'],
    [{ role: 'admin' }, 'Pilih KPU RI (kode 00)'],
    [{ moreSatker: '52.01\nKPU Kota Atlantis' }, 'Satker "KPU Kota Atlantis" tidak ada'],
  ])('is refused with %j, keeping what was typed', async (wrong, sentence) => {
    await change('ketua.bima', { email: 'terpakai@kpu.go.id' });
    const before = await historyLength(zi);
    const response = await postForm(admin, NEW, { ...SRI, ...wrong });
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain(sentence);
    if (!('name' in wrong)) expect(response.text).toContain('value="Sri Handayani"');
    expect(await historyLength(zi)).toBe(before);
    const people = await zi.deps.store.db.selectFrom('user').select('id').execute();
    expect(people).toHaveLength(CAST.length);
  });
});

describe('name and e-mail', () => {
  it('are changed, with both states in the history', async () => {
    const edited = await post('ketua.bima', '', { name: 'Fitriani Aziz', email: 'f@kpu.go.id' });
    expect(edited.status).toBe(303);
    expect(await personIn(zi, 'ketua.bima')).toMatchObject({ name: 'Fitriani Aziz', version: 2 });
    const [entry] = await historyRows(zi, 'user.edit');
    expect(entry).toMatchObject({
      before: { name: 'Fitriani', email: null },
      after: { name: 'Fitriani Aziz', email: 'f@kpu.go.id' },
    });
  });

  it('repeated as stored leave no trace', async () => {
    const before = await historyLength(zi);
    const same = await post('ketua.bima', '', { name: ' Fitriani ', email: '', version: '99' });
    expect(same.status).toBe(303);
    expect(await historyLength(zi)).toBe(before);
  });

  it('changed by two people show both texts and lose neither', async () => {
    await post('ketua.bima', '', { name: 'Fitriani Aziz', email: '' });
    const late = await post('ketua.bima', '', { name: 'Fitriani M.', email: '', version: '1' });
    expect(late.status).toBe(409);
    const text = readableText(late.text);
    expect(text).toContain('Fitriani Aziz');
    expect(text).toContain('Fitriani M.');
    expect((await personIn(zi, 'ketua.bima')).name).toBe('Fitriani Aziz');
  });

  it.each([
    [{ name: '' }, 'Isi nama lengkap.'],
    [{ email: 'x' }, 'Alamat surel tidak terbaca'],
    [{ email: 'ada@kpu.go.id' }, 'Surel ini sudah dipakai akun lain'],
  ])('are refused with %j', async (wrong, sentence) => {
    await change('ketua.dompu', { email: 'ada@kpu.go.id' });
    const response = await post('ketua.bima', '', { name: 'Fitriani', email: '', ...wrong });
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain(sentence);
  });

  it('of somebody who does not exist answer 404', async () => {
    for (const id of ['99999', '0', '-1', 'x', '1e3', '9'.repeat(30)]) {
      expect((await admin.get(`${LIST}/${id}`)).status).toBe(404);
    }
    expect((await postForm(admin, `${LIST}/99999`, { name: 'X', version: '1' })).status).toBe(404);
  });
});

describe('roles', () => {
  it('added end the sessions of the person at once and are in force after signing in', async () => {
    const agent = await zi.signIn('ketua.bima');
    const added = await post('ketua.bima', '/peran', { role: 'anggota', satker: '52.71' });
    expect(added.status).toBe(303);
    expect(await isSignedIn(agent)).toBe(false);
    expect(await rolesIn(zi, 'ketua.bima')).toEqual(['ketua 52.72', 'anggota 52.71']);
    const [entry] = await historyRows(zi, 'user.role.add');
    expect(entry).toMatchObject({ satker_code: '52.71', subject: 'ketua.bima' });
  });

  it('removed end the sessions too, and the areas go with the last team role', async () => {
    const agent = await zi.signIn('anggota.mataram');
    const role = await roleId(zi, 'anggota.mataram', 'anggota');
    expect((await post('anggota.mataram', `/peran/${role}/pencabutan`)).status).toBe(303);
    expect(await isSignedIn(agent)).toBe(false);
    expect(await rolesIn(zi, 'anggota.mataram')).toEqual([]);
    expect(await areasIn(zi, 'anggota.mataram')).toEqual([]);
    const [entry] = await historyRows(zi, 'user.role.remove');
    expect(entry).toMatchObject({ before: { role: 'anggota', satker: '52.71' } });
    const page = await admin.get(await pageOf('anggota.mataram'));
    expect(readableText(page.text)).toContain('Belum ada peran');
  });

  it('held already, or gone already, leave no trace and no session ended', async () => {
    const agent = await zi.signIn('ketua.bima');
    const before = await historyLength(zi);
    const again = { role: 'ketua', satker: '52.72', version: '77' };
    expect((await post('ketua.bima', '/peran', again)).status).toBe(303);
    expect((await post('ketua.bima', '/peran/99999/pencabutan')).status).toBe(303);
    expect(await historyLength(zi)).toBe(before);
    expect(await isSignedIn(agent)).toBe(true);
  });

  it('of somebody else are not removed through this address', async () => {
    const role = await roleId(zi, 'ketua.mataram', 'ketua');
    await post('ketua.bima', `/peran/${role}/pencabutan`);
    expect(await rolesIn(zi, 'ketua.mataram')).toEqual(['ketua 52.71']);
  });

  it.each([
    ['ketua.mataram', 'tpi-ketua', '52.71', 'dua tingkat LKE yang sama'],
    ['provinsi', 'anggota', '52.71', 'dua tingkat LKE yang sama'],
    ['ketua.mataram', 'sekretaris-provinsi', '52.71', 'Pilih KPU Provinsinya'],
    ['ketua.mataram', '', '52.71', 'Pilih peran.'],
    ['ketua.mataram', 'ketua', '', 'Sebutkan satkernya'],
  ])('of %s: %s at %s is refused', async (username, role, satker, sentence) => {
    const before = await rolesIn(zi, username);
    const response = await post(username, '/peran', { role, satker });
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain(sentence);
    expect(await rolesIn(zi, username)).toEqual(before);
  });

  it('are added all or none', async () => {
    const many = { role: 'tpi-anggota', satker: '', moreSatker: '52.01\n52.72\n52.71' };
    const response = await post('ketua.mataram', '/peran', many);
    expect(response.status).toBe(422);
    expect(response.text).toContain('52.01\n52.72\n52.71');
    expect(await rolesIn(zi, 'ketua.mataram')).toEqual(['ketua 52.71']);
  });

  it('added over a version that is gone are refused with 409 and changed nothing', async () => {
    await post('ketua.bima', '', { name: 'Fitriani Aziz', email: '' });
    const late = { role: 'anggota', satker: '52.71', version: '1' };
    const response = await post('ketua.bima', '/peran', late);
    expect(response.status).toBe(409);
    expect(readableText(response.text)).toContain('Akun ini sudah diubah orang lain');
    expect(response.text).toContain('value="52.71"');
    expect(await rolesIn(zi, 'ketua.bima')).toEqual(['ketua 52.72']);
  });
});

describe('access', () => {
  it('closed ends sessions and links at once, and opened again lets in', async () => {
    const agent = await zi.signIn('ketua.bima');
    const link = linkIn((await post('ketua.bima', '/tautan')).text);
    expect((await post('ketua.bima', '/penonaktifan')).status).toBe(303);
    expect(await isSignedIn(agent)).toBe(false);
    expect((await request(zi.app).get(link)).status).toBe(404);
    await expect(zi.signIn('ketua.bima')).rejects.toThrow('422');
    const page = await admin.get(await pageOf('ketua.bima'));
    expect(readableText(page.text)).toContain('Nonaktif sejak 10 Maret 2026 09.00 WIB');
    expect((await post('ketua.bima', '/tautan')).status).toBe(422);
    expect((await post('ketua.bima', '/pengaktifan')).status).toBe(303);
    await zi.signIn('ketua.bima');
    expect(await historyRows(zi, 'user.disable')).toHaveLength(1);
    expect(await historyRows(zi, 'user.enable')).toHaveLength(1);
  });

  it('closed or opened twice leaves one trace', async () => {
    await post('ketua.bima', '/pengaktifan');
    await post('ketua.bima', '/penonaktifan');
    await post('ketua.bima', '/penonaktifan', { version: '1' });
    expect(await historyLength(zi)).toBe(1);
  });

  it('is not closed over a version that is gone', async () => {
    await post('ketua.bima', '', { name: 'Fitriani Aziz', email: '' });
    const response = await post('ketua.bima', '/penonaktifan', { version: '1' });
    expect(response.status).toBe(409);
    expect((await personIn(zi, 'ketua.bima')).disabled_at).toBeNull();
  });

  it('of oneself is neither closed nor lowered', async () => {
    const closing = await post('admin', '/penonaktifan');
    expect(closing.status).toBe(422);
    expect(readableText(closing.text)).toContain('Minta administrator lain.');
    const role = await roleId(zi, 'admin', 'admin');
    const lowering = await post('admin', `/peran/${role}/pencabutan`);
    expect(lowering.status).toBe(422);
    expect(await rolesIn(zi, 'admin')).toEqual(['admin 00']);
    expect(await isSignedIn(admin)).toBe(true);
  });

  it('stays with at least one administrator, even when two close each other at once', async () => {
    await post('pusat', '/peran', { role: 'admin', satker: '' });
    const other = await zi.signIn('pusat');
    const [a, b] = [await personIn(zi, 'admin'), await personIn(zi, 'pusat')];
    await Promise.all([
      postForm(admin, `${LIST}/${b.id}/penonaktifan`, { version: String(b.version) }),
      postForm(other, `${LIST}/${a.id}/penonaktifan`, { version: String(a.version) }),
    ]);
    const left = [await personIn(zi, 'admin'), await personIn(zi, 'pusat')];
    expect(left.filter((person) => person.disabled_at === null)).toHaveLength(1);
  });

  it('is given back by a link, shown once, while the old password still works', async () => {
    const made = await post('ketua.bima', '/tautan');
    expect(made.status).toBe(200);
    expect(readableText(made.text)).toContain('Fitriani (nama pengguna ketua.bima)');
    expect(readableText(made.text)).toContain('sampai 11 Maret 2026 09.00 WIB');
    await zi.signIn('ketua.bima');
    const again = linkIn((await post('ketua.bima', '/tautan')).text);
    expect((await request(zi.app).get(linkIn(made.text))).status).toBe(404);
    expect((await request(zi.app).get(again)).status).toBe(200);
    const rows = await historyRows(zi, 'user.reset-link');
    expect(rows.map((row) => row.after)).toEqual([{ kind: 'reset' }, { kind: 'reset' }]);
  });

  it('of who never had a password is an invitation for fourteen days', async () => {
    await change('ketua.bima', { password_hash: null });
    const made = await post('ketua.bima', '/tautan');
    expect(readableText(made.text)).toContain('sampai 24 Maret 2026 09.00 WIB');
  });
});

async function change(username: string, values: object): Promise<void> {
  await zi.deps.store.write((tx) =>
    tx.updateTable('user').set(values).where('username', '=', username).execute(),
  );
}
