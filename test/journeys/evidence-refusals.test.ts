import { request as httpRequest } from 'node:http';
import { MATARAM } from '../../fixtures/cast.js';
import { postForm, startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { evidenceState, postFiles, setSetting, storedFiles } from '../support/evidence.js';
import * as files from '../support/files.js';
import { httpClient, listen, multipart, type Listening } from '../support/http-client.js';
import { readableText } from '../support/reading.js';

const lke = `/lke/${MATARAM}/2026`;
const onto = `${lke}/jawaban/A.I.1.i.a/bukti`;
const pdf = { name: 'sk.pdf', bytes: files.aPdf() };

describe('evidence that is refused leaves nothing behind', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
  });
  afterEach(() => zi.close());

  async function expectNothing(): Promise<void> {
    expect(storedFiles(zi)).toEqual([]);
    const { evidence, versions, links, history } = await evidenceState(zi);
    expect([evidence, versions, links, history]).toEqual([[], [], [], []]);
  }

  it.each<[string, string, Buffer, string]>([
    ['a file of 0 bytes', 'kosong.pdf', Buffer.alloc(0), 'kosong (0 byte)'],
    ['a page called pdf', 'sk.pdf', files.html, 'bukan PDF'],
    ['a program called jpg', 'foto.jpg', files.exe, 'bukan JPG'],
    ['a drawing', 'logo.svg', files.svg, 'bukan jenis yang diterima'],
    ['an archive', 'semua.zip', files.plainZip, 'bukan jenis yang diterima'],
    ['a cut PDF', 'sk.pdf', pdf.bytes.subarray(0, 200), 'rusak atau terpotong'],
    ['a page behind a PDF', 'sk.pdf', Buffer.concat([pdf.bytes, files.html]), 'memuat isi lain'],
    ['an old Word file', 'surat.docx', files.oldWord, 'terkunci kata sandi'],
    ['a hidden program', 'sk.exe.pdf', pdf.bytes, 'menyembunyikan akhiran program'],
  ])('%s, with a reason', async (_what, name, bytes, reason) => {
    const ketua = await zi.signIn('ketua.mataram');
    const reply = await postFiles(ketua, onto, [{ name, bytes, type: 'application/pdf' }], {
      name: 'Yang saya ketik',
    });
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain(name);
    expect(readableText(reply.text)).toContain(reason);
    expect(reply.text).toContain('value="Yang saya ketik"');
    await expectNothing();
  });

  it('one bad file of three refuses all three, and each bad one is named', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const sent = [
      pdf,
      { name: 'a.jpg', bytes: files.exe },
      { name: 'b.png', bytes: Buffer.alloc(0) },
    ];
    const reply = await postFiles(ketua, onto, sent);
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toMatch(/a\.jpg.*b\.png/);
    await expectNothing();
  });

  it('a file over the limit answers 413 with the limit in words', async () => {
    await setSetting(zi, 'evidence.file-bytes', 100_000);
    const ketua = await zi.signIn('ketua.mataram');
    const big = { name: 'laporan.pdf', bytes: files.pdfOfSize(100_001) };
    const reply = await postFiles(ketua, onto, [pdf, big, { name: 'c.jpg', bytes: files.aJpg() }]);
    expect(reply.status).toBe(413);
    expect(readableText(reply.text)).toContain('“laporan.pdf” lebih besar dari 100,0 kB');
    expect(readableText(reply.text)).toContain('Berkas perlu dipilih lagi.');
    await expectNothing();
    const exact = { name: 'laporan.pdf', bytes: files.pdfOfSize(100_000) };
    expect((await postFiles(ketua, onto, [exact])).status).toBe(303);
  });

  it('25 MB is the limit as shipped', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const big = { name: 'laporan.pdf', bytes: files.pdfOfSize(25_000_001) };
    expect((await postFiles(ketua, onto, [big])).status).toBe(413);
    await expectNothing();
    const exact = { name: 'laporan.pdf', bytes: files.pdfOfSize(25_000_000) };
    expect((await postFiles(ketua, onto, [exact])).status).toBe(303);
  });

  it('more files than an indicator may have', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const many = Array.from({ length: 21 }, (_, index) => ({
      name: `${index}.pdf`,
      bytes: files.aPdf(`Dokumen ${index}`),
    }));
    const reply = await postFiles(ketua, onto, many);
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain('Paling banyak 20 berkas sekali kirim');
    await expectNothing();
  });

  it.each([
    ['javascript:alert(1)', 'tidak dapat dipakai'],
    ['ftp://a.go.id/x', 'tidak dapat dipakai'],
    ['file:///etc/passwd', 'tidak dapat dipakai'],
    ['data:text/html,x', 'tidak dapat dipakai'],
    ['https://ayu:rahasia@a.go.id/', 'memuat nama pengguna atau kata sandi'],
    ['https://', 'tidak terbaca'],
    ['bukan-tautan', 'tidak terbaca'],
    [`https://a.go.id/${'x'.repeat(2000)}`, 'terlalu panjang'],
  ])('the link %s', async (links, reason) => {
    const ketua = await zi.signIn('ketua.mataram');
    const reply = await postForm(ketua, onto, { links });
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain(reason);
    expect(readableText(reply.text)).not.toContain('dipilih lagi');
    await expectNothing();
  });

  it.each<[string, Record<string, string>, string]>([
    ['neither file nor link', {}, 'Belum ada berkas atau tautan'],
    ['an unknown kind', { links: 'a.go.id', kind: 'x' }, 'Pilihan tidak dikenal'],
    [
      'an item of another checklist',
      { links: 'a.go.id', checklist: 'B.I.a-1' },
      'Pilihan tidak dikenal',
    ],
    [
      'a day that is none',
      { links: 'a.go.id', documentDay: '2026-02-30' },
      'Tanggal tidak terbaca',
    ],
    [
      'a period that ends before it begins',
      { links: 'a.go.id', periodFrom: '2026-05-01', periodTo: '2026-04-30' },
      'Akhir periode lebih awal',
    ],
    [
      'a period that ends before it begins is told along with another fault',
      { links: 'a.go.id', kind: 'x', periodFrom: '2026-05-01', periodTo: '2026-04-30' },
      'Akhir periode lebih awal',
    ],
    ['a name that is too long', { links: 'a.go.id', name: 'x'.repeat(201) }, 'Paling banyak 200'],
    ['one name for two', { links: 'a.go.id b.go.id', name: 'Dua' }, 'hanya dapat diisi untuk satu'],
    ['an evidence that is not there', { 'pick-99': 'on' }, 'tidak ada di daftar bukti satker ini'],
  ])('%s', async (_what, fields, reason) => {
    const ketua = await zi.signIn('ketua.mataram');
    const reply = await postForm(ketua, onto, fields);
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain(reason);
    await expectNothing();
  });

  it('an evidence of another satker answers like one that is not there', async () => {
    const bima = await zi.signIn('ketua.bima');
    await postFiles(bima, '/lke/52.72/2026/jawaban/A.I.1.i.a/bukti', [pdf]);
    const ketua = await zi.signIn('ketua.mataram');
    const theirs = await postForm(ketua, onto, { 'pick-1': 'on' });
    const missing = await postForm(ketua, onto, { 'pick-99': 'on' });
    expect([theirs.status, missing.status]).toEqual([422, 422]);
    const plain = (text: string) => readableText(text);
    expect(plain(theirs.text)).toBe(plain(missing.text));
  });

  it.each([
    ['plain', '../../..\\etc/SK Tim\u202E %0D%0AX-A: b.pdf', 'SK Tim X-A: b.pdf'],
    [
      'encoded',
      'x.pdf"; filename*=UTF-8\'\'..%2F..%2Fetc%2FSK%07%00%20Tim%E2%80%AE.pdf; x="',
      'SK Tim.pdf',
    ],
  ])(
    'a %s name with a path and control characters is kept without them',
    async (_how, file, kept) => {
      const ketua = await zi.signIn('ketua.mataram');
      const { headers, body } = multipart([
        { name: '_csrf', value: await tokenFrom(ketua) },
        { name: 'files', file, type: 'text/html', bytes: pdf.bytes },
      ]);
      const reply = await ketua.post(onto).set(headers).send(body);
      expect(reply.status).toBe(303);
      const { versions, evidence } = await evidenceState(zi);
      expect(versions[0]?.file_name).toBe(kept);
      expect(evidence[0]?.name).toBe(kept.replace('.pdf', ''));
      expect(versions[0]?.media_type).toBe('application/pdf');
      expect(storedFiles(zi)).toHaveLength(1);
    },
  );

  it('a name with raw control characters breaks the form and nothing of it is read', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const { headers, body } = multipart([
      { name: '_csrf', value: await tokenFrom(ketua) },
      { name: 'files', file: 'sk\u0000\u0007.pdf', type: 'text/html', bytes: pdf.bytes },
    ]);
    const reply = await ketua.post(onto).set(headers).send(body);
    expect(reply.status).toBe(400);
    await expectNothing();
  });

  describe('the form token', () => {
    const file = { name: 'files', file: 'sk.pdf', type: 'application/pdf', bytes: pdf.bytes };

    it.each<[string, (token: string) => Parameters<typeof multipart>[0]]>([
      ['missing', () => [file]],
      ['wrong', () => [{ name: '_csrf', value: 'x'.repeat(64) }, file]],
      ['behind the file', (token) => [file, { name: '_csrf', value: token }]],
      ['missing, and no file', () => [{ name: 'links', value: 'a.go.id' }]],
    ])('%s: 403, and not a byte was stored', async (_what, parts) => {
      const ketua = await zi.signIn('ketua.mataram');
      let staged = 0;
      const { blobs } = zi.deps;
      const stage = blobs.stage.bind(blobs);
      blobs.stage = (source, limit) => {
        staged += 1;
        return stage(source, limit);
      };
      const { headers, body } = multipart(parts(await tokenFrom(ketua)));
      const reply = await ketua.post(onto).set(headers).send(body);
      expect(reply.status).toBe(403);
      expect(staged).toBe(0);
      await expectNothing();
    });
  });

  it.each<[string, (token: string) => Parameters<typeof multipart>[0], number]>([
    [
      'a field with brackets',
      (token) => [
        { name: '_csrf', value: token },
        { name: 'name[formula]', value: 'x' },
        { name: 'links', value: 'a.go.id' },
      ],
      400,
    ],
    [
      'a repeated field',
      (token) => [
        { name: '_csrf', value: token },
        { name: 'links', value: 'a.go.id' },
        { name: 'links', value: 'b.go.id' },
      ],
      400,
    ],
    [
      'a file in another field',
      (token) => [
        { name: '_csrf', value: token },
        { name: 'lain', file: 'sk.pdf', type: 'application/pdf', bytes: pdf.bytes },
      ],
      400,
    ],
    [
      'a text far too long',
      (token) => [
        { name: '_csrf', value: token },
        { name: 'links', value: 'a'.repeat(70_000) },
      ],
      413,
    ],
  ])('%s', async (_what, parts, status) => {
    const ketua = await zi.signIn('ketua.mataram');
    const { headers, body } = multipart(parts(await tokenFrom(ketua)));
    const reply = await ketua.post(onto).set(headers).send(body);
    expect(reply.status).toBe(status);
    await expectNothing();
  });

  it('a body that ends in the middle of its form', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const { headers, body } = multipart([
      { name: '_csrf', value: await tokenFrom(ketua) },
      { name: 'files', file: 'sk.pdf', type: 'application/pdf', bytes: pdf.bytes },
    ]);
    const reply = await ketua.post(onto).set(headers).send(body.subarray(0, -60));
    expect(reply.status).toBe(400);
    await expectNothing();
  });

  describe('over a real line', () => {
    let server: Listening;
    beforeEach(async () => {
      server = await listen(zi.app);
    });
    afterEach(() => server.close());

    it('a line cut in the middle of a file leaves nothing, staged or kept', async () => {
      const client = httpClient(server.url);
      await client.signIn('ketua.mataram');
      const token = await client.token();
      const bytes = files.pdfOfSize(3_000_000);
      const { headers, body } = multipart([
        { name: '_csrf', value: token },
        { name: 'files', file: 'satu.pdf', type: 'application/pdf', bytes: pdf.bytes },
        { name: 'files', file: 'dua.pdf', type: 'application/pdf', bytes },
      ]);
      const { hostname, port } = new URL(server.url);
      const sending = httpRequest({
        hostname,
        port,
        path: onto,
        method: 'POST',
        headers: { ...headers, cookie: client.cookie, 'content-length': body.length },
      });
      sending.on('error', () => {});
      sending.write(body.subarray(0, 2_000_000));
      await eventually('both files are on their way', () => storedFiles(zi).length === 2);
      sending.destroy();
      await eventually('the staged files are gone', () => storedFiles(zi).length === 0);
      await expectNothing();
      expect((await client.get(`${lke}/bukti`)).status).toBe(200);
    });

    it('without signing in nothing is read, and the page to sign in follows', async () => {
      const { headers, body } = multipart([
        { name: 'files', file: 'sk.pdf', type: 'application/pdf', bytes: pdf.bytes },
      ]);
      const reply = await httpClient(server.url).send('POST', onto, { headers, body });
      expect(reply.status).toBe(303);
      expect(reply.headers.location).toContain('/masuk');
      await expectNothing();
    });

    it('from another site nothing is read', async () => {
      const client = httpClient(server.url);
      await client.signIn('ketua.mataram');
      const { headers, body } = multipart([
        { name: '_csrf', value: await client.token() },
        { name: 'files', file: 'sk.pdf', type: 'application/pdf', bytes: pdf.bytes },
      ]);
      const foreign = { ...headers, 'sec-fetch-site': 'cross-site' };
      expect((await client.send('POST', onto, { headers: foreign, body })).status).toBe(403);
      await expectNothing();
    });
  });
});
