import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { CAST } from '../../fixtures/cast.js';
import { postForm, startTestApp, tokenFrom, tokenIn, type TestApp } from '../support/app.js';
import { historyLength, rolesIn } from '../support/people.js';
import { historyRows, readableText } from '../support/reading.js';

const IMPORT = '/admin/pengguna/impor';
const GOOD = [
  'username;nama;email;peran;satker',
  'ketua.badung;I Nyoman Sudiarta;nyoman@kpu.go.id;Ketua tim ZI;51.03',
  'anggota.badung;Ni Wayan Rai;;anggota;KPU Kabupaten Badung',
  'tpi.bali;Eko Prasetyo;;tpi-anggota;51|51.03|51.71',
].join('\r\n');

let zi: TestApp;
let admin: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  admin = await zi.signIn('admin');
});

afterEach(() => zi.close());

const count = async () =>
  (await zi.deps.store.db.selectFrom('user').select('id').execute()).length - CAST.length;

async function sendFile(content: Buffer | string, name = 'pengguna.csv') {
  return admin
    .post(IMPORT)
    .field('_csrf', await tokenFrom(admin))
    .attach('file', Buffer.from(content), name);
}

const confirm = (text: string, as = 'page') => postForm(admin, IMPORT, { text, confirm: as });

describe('the import of people', () => {
  it('explains the columns before anything is sent', async () => {
    const page = readableText((await admin.get(IMPORT)).text);
    expect(page).toContain('username, nama, email, peran, satker');
    expect(page).toContain('tpi-dalnis');
  });

  it.each(['pasted', 'as a file', 'as a file with a byte order mark'])(
    'shows a list sent %s line by line and writes nothing yet',
    async (how) => {
      const text = how.endsWith('mark') ? `\ufeff${GOOD}` : GOOD;
      const response =
        how === 'pasted' ? await postForm(admin, IMPORT, { text: GOOD }) : await sendFile(text);
      expect(response.status).toBe(200);
      const page = readableText(response.text);
      expect(page).toContain('3 pengguna siap dibuat. Belum ada yang tersimpan');
      expect(page).toContain(
        '2 ketua.badung I Nyoman Sudiarta Ketua tim ZI 51.03 KPU Kabupaten Badung Siap',
      );
      expect(await count()).toBe(0);
      expect(await historyLength(zi)).toBe(0);
    },
  );

  it('makes everybody once it is confirmed, with links shown once', async () => {
    const done = await confirm(GOOD);
    expect(done.status).toBe(200);
    expect(readableText(done.text)).toContain('3 akun dibuat.');
    expect(readableText(done.text)).toContain('sampai 24 Maret 2026 09.00 WIB');
    expect(await rolesIn(zi, 'ketua.badung')).toEqual(['ketua 51.03']);
    expect(await rolesIn(zi, 'anggota.badung')).toEqual(['anggota 51.03']);
    expect(await rolesIn(zi, 'tpi.bali')).toEqual([
      'tpi-anggota 51',
      'tpi-anggota 51.03',
      'tpi-anggota 51.71',
    ]);
    const links = [...done.text.matchAll(/http:\/\/[^<]+(\/tautan\/[\w-]{43})/g)];
    expect(links).toHaveLength(3);
    const page = await request(zi.app).get(links[0]?.[1] ?? '');
    expect(readableText(page.text)).toContain('ketua.badung');
    const entries = await historyRows(zi, 'user.import');
    expect(entries.map((entry) => entry.satker_code)).toEqual(['51.03', '51.03', null]);
  });

  it('hands the links out as a file that spreadsheets open', async () => {
    const done = await confirm(GOOD, 'csv');
    expect(done.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(done.headers['content-disposition']).toBe('attachment; filename=tautan-undangan.csv');
    const lines = done.text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(
      /^"ketua\.badung";"I Nyoman Sudiarta";"51\.03";"http:\/\/.*\/tautan\//,
    );
  });

  it('sent twice makes everybody once', async () => {
    await confirm(GOOD);
    const again = await confirm(GOOD);
    expect(again.status).toBe(422);
    expect(readableText(again.text)).toContain('3 dari 3 baris perlu diperbaiki');
    expect(await count()).toBe(3);
  });

  it.each([
    ['ab;A;;ketua;51.03', 'Nama pengguna terdiri atas'],
    ['baru;;;ketua;51.03', 'Isi nama lengkap.'],
    ['baru;=1+1;;ketua;51.03', 'Nama harus memuat huruf'],
    ['baru;A;surel;ketua;51.03', 'Alamat surel tidak terbaca'],
    ['baru;A;;raja;51.03', 'Peran tidak dikenal'],
    ['baru;A;;;51.03', 'Pilih peran.'],
    ['baru;A;;ketua;', 'Sebutkan satkernya'],
    ['baru;A;;ketua;51,03', 'Satker "51,03" tidak ada'],
    ['baru;A;;penilai-provinsi;51.03', 'Pilih KPU Provinsinya'],
    ['baru;A;;ketua', 'Baris ini memuat 4 kolom, seharusnya 5.'],
    ['ketua.mataram;A;;ketua;51.03', 'Nama pengguna ini sudah dipakai'],
    ['KETUA.badung;A;;ketua;51.03', 'Nama pengguna ini sudah ada di baris 2'],
    ['baru;A;NYOMAN@kpu.go.id;ketua;51.03', 'Surel ini sudah ada di baris 2'],
  ])('with the line %s writes nobody and says why', async (line, sentence) => {
    const text = `${GOOD}\r\n${line}`;
    for (const response of [await postForm(admin, IMPORT, { text }), await confirm(text)]) {
      expect(response.status).toBe(422);
      const page = readableText(response.text);
      expect(page).toContain('1 dari 4 baris perlu diperbaiki. Tidak ada yang tersimpan');
      expect(page).toContain(sentence);
      expect(response.text).not.toContain('name="confirm"');
    }
    expect(await count()).toBe(0);
    expect(await historyLength(zi)).toBe(0);
  });

  it('is judged afresh when confirmed: what was free may be taken by then', async () => {
    await postForm(admin, IMPORT, { text: GOOD });
    const other = {
      username: 'tpi.bali',
      name: 'Orang Lain',
      email: '',
      role: 'ketua',
      satker: '51',
    };
    await postForm(admin, '/admin/pengguna/baru', other);
    const late = await confirm(GOOD);
    expect(late.status).toBe(422);
    expect(readableText(late.text)).toContain('Nama pengguna ini sudah dipakai');
    expect(await count()).toBe(1);
  });

  it.each([
    ['no file at all', '', 'Belum ada isi'],
    ['Latin-1', Buffer.from('username,nama\nb\xe9', 'latin1'), 'bukan teks UTF-8'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0, 1]), 'bukan teks UTF-8'],
    ['other columns', 'nama,umur\nA,5', 'Baris pertama harus memuat nama kolom'],
    ['an open quote', `${GOOD}\r\na;"b;;ketua;51`, 'Susunan CSV rusak di sekitar baris 5'],
    ['more than 1 MB', 'x'.repeat(1_000_001), 'lebih besar dari'],
  ])('refuses %s', async (_, content, sentence) => {
    const response = await sendFile(content);
    expect(response.status).toBe(422);
    expect(readableText(response.text)).toContain(sentence);
    expect(await count()).toBe(0);
  });

  it('reads no file without the token of the session', async () => {
    const response = await admin.post(IMPORT).attach('file', Buffer.from(GOOD), 'a.csv');
    expect(response.status).toBe(403);
  });

  it('takes a thousand people at once', async () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `warga${i};Warga ${i};;ketua;51.03`);
    const text = ['username;nama;email;peran;satker', ...lines].join('\n');
    const shown = await sendFile(text);
    expect(readableText(shown.text)).toContain('800 baris lain tidak ditampilkan.');
    const done = await admin
      .post(IMPORT)
      .type('form')
      .send({ _csrf: tokenIn(shown.text), text, confirm: 'csv' });
    expect(done.text.trimEnd().split('\r\n')).toHaveLength(1001);
    expect(await count()).toBe(1000);
  });

  it('is the administrator’s alone', async () => {
    const lead = await zi.signIn('ketua.mataram');
    expect((await postForm(lead, IMPORT, { text: GOOD, confirm: 'page' })).status).toBe(403);
    const sent = lead.post(IMPORT).field('_csrf', await tokenFrom(lead));
    expect((await sent.attach('file', Buffer.from(GOOD), 'a.csv')).status).toBe(403);
    expect(await count()).toBe(0);
  });
});
