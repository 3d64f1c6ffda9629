import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { postFiles } from '../support/evidence.js';
import { aJpg, aPdf, aPng, docxFile, pptxFile, webpFile, xlsxFile } from '../support/files.js';
import request from 'supertest';

const lke = `/lke/${MATARAM}/2026`;
const register = `${lke}/bukti/baru`;

describe('files of evidence', () => {
  let zi: TestApp;
  beforeAll(async () => {
    zi = await startTestApp();
    const ketua = await zi.signIn('ketua.mataram');
    const sent = FILES.map(([name, bytes]) => ({ name, bytes, type: 'text/html' }));
    await postFiles(ketua, register, sent);
    await postFiles(ketua, register, [], { links: 'https://a.go.id/x' });
  });
  afterAll(() => zi.close());

  const OFFICE = 'application/vnd.openxmlformats-officedocument';
  const FILES: readonly [name: string, bytes: Buffer, type: string, isPreviewed: boolean][] = [
    ['SK “Tim” é.pdf', aPdf(), 'application/pdf', true],
    ['foto.jpg', aJpg(), 'image/jpeg', true],
    ['layar.png', aPng(), 'image/png', true],
    ['layar.webp', webpFile(), 'image/webp', true],
    ['surat.docx', docxFile(['x']), `${OFFICE}.wordprocessingml.document`, false],
    ['rekap.xlsx', xlsxFile([['x']]), `${OFFICE}.spreadsheetml.sheet`, false],
    ['paparan.pptx', pptxFile(), `${OFFICE}.presentationml.presentation`, false],
  ];

  it.each(FILES.map((file, index) => [index + 1, ...file] as const))(
    'evidence %i, %s, is saved under its name and type and never runs',
    async (id, name, bytes, type) => {
      const ketua = await zi.signIn('ketua.mataram');
      const reply = await ketua
        .get(`${lke}/bukti/${id}/versi/1/berkas`)
        .responseType('blob')
        .expect(200);
      expect((reply.body as Buffer).equals(bytes)).toBe(true);
      const { headers } = reply;
      expect(headers['content-type']).toBe(type);
      expect(headers['content-length']).toBe(String(bytes.length));
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toBe(
        "sandbox; default-src 'none'; frame-ancestors 'none'",
      );
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="[ -~]+"; filename\*=UTF-8''/,
      );
      const encoded = headers['content-disposition']?.split("UTF-8''")[1] ?? '';
      expect(decodeURIComponent(encoded)).toBe(name);
    },
  );

  it.each(
    FILES.map(
      ([name, , type, isPreviewed], index) => [index + 1, name, type, isPreviewed] as const,
    ),
  )('evidence %i, %s (%s), has a preview: %s', async (id, _name, type, isPreviewed) => {
    const ketua = await zi.signIn('ketua.mataram');
    const url = `${lke}/bukti/${id}/versi/1/pratinjau`;
    const reply = await ketua.get(url).responseType('blob');
    expect(reply.status).toBe(isPreviewed ? 200 : 404);
    if (!isPreviewed) return;
    const { headers } = reply;
    expect(headers['content-type']).toBe(type);
    expect(headers['content-security-policy']).toBe(
      "sandbox; default-src 'none'; frame-ancestors 'self'",
    );
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['content-disposition']).toMatch(/^inline; /);
    const again = await ketua.get(url).set('If-None-Match', headers['etag'] ?? '');
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toContain('sandbox');
  });

  it('a link has no file, and an id, a version or a way of writing them that is none is missing', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    for (const path of [
      '8/versi/1',
      '99/versi/1',
      '1/versi/2',
      '1/versi/01',
      '01/versi/1',
      '1/versi/1e0',
      'x/versi/1',
    ]) {
      await ketua.get(`${lke}/bukti/${path}/berkas`).expect(404);
      await ketua.get(`${lke}/bukti/${path}/pratinjau`).expect(404);
    }
  });

  it('whose bytes have vanished is an outage with a number, never a file of an error page', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const sent = [{ name: 'hilang.pdf', bytes: aPdf('hilang') }];
    await postFiles(ketua, register, sent);
    const { id, sha256 } = await zi.deps.store.db
      .selectFrom('evidence_version')
      .select(['evidence_id as id', 'sha256'])
      .where('file_name', '=', 'hilang.pdf')
      .executeTakeFirstOrThrow();
    await zi.deps.blobs.remove(sha256 ?? '');
    for (const kind of ['berkas', 'pratinjau']) {
      const reply = await ketua.get(`${lke}/bukti/${id}/versi/1/${kind}`);
      expect(reply.status).toBe(500);
      expect(reply.text).toContain('Nomor rujukan');
      expect(reply.headers['content-disposition']).toBeUndefined();
      expect(reply.headers['cache-control']).toBe('no-store');
    }
  });

  it('nobody gets one without signing in', async () => {
    for (const kind of ['berkas', 'pratinjau']) {
      const reply = await request(zi.app).get(`${lke}/bukti/1/versi/1/${kind}`);
      expect(reply.status).toBe(303);
      expect(reply.headers['location']).toContain('/masuk');
    }
  });

  const paths = [
    'bukti/1',
    'bukti/1/versi/1/berkas',
    'bukti/1/versi/1/pratinjau',
    'bukti/1/versi',
    'bukti/1/keterangan',
    'bukti/1/penarikan',
    'bukti/1/pemakaian',
    'bukti/1/penghapusan-isi?versi=1',
  ];

  it.each(paths)(
    '%s of a foreign satker answers exactly like one that is missing',
    async (path) => {
      const bima = await zi.signIn('ketua.bima');
      const foreign = await bima.get(`${lke}/${path}`);
      const missing = await bima.get(`/lke/52.99/2026/${path}`);
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect(foreign.text).toBe(missing.text);
    },
  );

  it.each(paths.filter((path) => !path.includes('penghapusan')))(
    'under one’s own satker, %s with a foreign id is missing',
    async (path) => {
      const bima = await zi.signIn('ketua.bima');
      const foreign = await bima.get(`/lke/52.72/2026/${path}`);
      const missing = await bima.get(`/lke/52.72/2026/${path.replace('bukti/1', 'bukti/999')}`);
      expect([foreign.status, missing.status]).toEqual([404, 404]);
      expect(foreign.text).toBe(missing.text);
    },
  );

  it.each(['provinsi', 'tpi.anggota', 'evaluator', 'pusat', 'admin'])(
    '%s reads what is in scope',
    async (username) => {
      const reader = await zi.signIn(username);
      await reader.get(`${lke}/bukti/1/versi/1/berkas`).expect(200);
      await reader.get(`${lke}/bukti/1`).expect(200);
    },
  );
});
