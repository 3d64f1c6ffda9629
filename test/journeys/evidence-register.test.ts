import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { evidenceState, postFiles } from '../support/evidence.js';
import { aJpg, aPdf, aPng } from '../support/files.js';
import { readableText } from '../support/reading.js';

const lke = `/lke/${MATARAM}/2026`;
const register = `${lke}/bukti`;
const onto = (code: string) => `${lke}/jawaban/${code}/bukti`;

describe('the register of evidence', () => {
  let zi: TestApp;
  let ketua: TestAgent;
  beforeEach(async () => {
    zi = await startTestApp();
    ketua = await zi.signIn('ketua.mataram');
  });
  afterEach(() => zi.close());

  async function names(query = ''): Promise<string[]> {
    const page = await ketua.get(`${register}${query}`).expect(200);
    return [...page.text.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(
      ([, name]) => name ?? '',
    );
  }

  async function fill(): Promise<void> {
    const files = (name: string, bytes: Buffer) => [{ name, bytes }];
    await postFiles(ketua, onto('A.I.1.i.a'), files('SK Tim.pdf', aPdf()), {
      kind: 'sk',
      documentDay: '2026-01-12',
      validUntil: '2026-03-09',
      checklist: 'A.I.1.i.a-1',
    });
    await postFiles(ketua, onto('B.I.a'), files('Rapat 100%.jpg', aJpg()), {
      kind: 'foto',
      validUntil: '2026-03-10',
    });
    await postFiles(ketua, `${register}/baru`, files('Layar_1.png', aPng()));
    await postForm(ketua, `${register}/baru`, {
      links: 'https://kpu.go.id/berita',
      name: 'Berita',
    });
    await postFiles(ketua, `${register}/baru`, files('Salinan.pdf', aPdf()), { duplicate: 'on' });
  }

  it('is empty at first and says what to do', async () => {
    const page = await ketua.get(register).expect(200);
    expect(readableText(page.text)).toContain('Belum ada bukti');
    expect(readableText(page.text)).toContain('Tambah bukti');
    expect(readableText(page.text)).toContain('terpakai 0 B dari 3,0 GB');
  });

  it('lists every evidence, newest first, with use, size and marks', async () => {
    await fill();
    expect(await names()).toEqual(['Salinan', 'Berita', 'Layar_1', 'Rapat 100%', 'SK Tim']);
    const page = await ketua.get(register);
    const text = readableText(page.text);
    expect(text).toContain(
      'SK Tim Surat keputusan · v1 · PDF isi ganda kedaluwarsa 12 Januari 2026 1 indikator',
    );
    expect(text).toContain('Berita Lainnya · v1 · Tautan');
    expect(text).toContain('belum dipakai');
    const bytes = aPdf().length + aJpg().length + aPng().length;
    expect(text).toContain(`terpakai ${(bytes / 1000).toFixed(1).replace('.', ',')} kB`);
  });

  it.each([
    ['?cari=sk+tim', ['SK Tim']],
    ['?cari=SALINAN.PDF', ['Salinan']],
    ['?cari=kpu.go.id', ['Berita']],
    ['?cari=a.i.1.i', ['SK Tim']],
    ['?cari=B.I', ['Rapat 100%']],
    ['?cari=100%25', ['Rapat 100%']],
    ['?cari=_', ['Layar_1']],
    ['?cari=%5C', []],
    ['?cari=tidak+ada', []],
    ['?jenis=foto', ['Rapat 100%']],
    ['?jenis=bohong', []],
    ['?saring=belum-dipakai', ['Salinan', 'Berita', 'Layar_1']],
    ['?saring=ganda', ['Salinan', 'SK Tim']],
    ['?saring=kedaluwarsa', ['SK Tim']],
    ['?saring=tautan', ['Berita']],
    ['?saring=tanpa-butir', ['Rapat 100%']],
    ['?saring=ditarik', []],
    ['?saring=bohong&urut=nama', ['Berita', 'Layar_1', 'Rapat 100%', 'Salinan', 'SK Tim']],
    ['?urut=-nama&jenis=lainnya', ['Salinan', 'Layar_1', 'Berita']],
    ['?urut=-dokumen&saring=ganda', ['SK Tim', 'Salinan']],
    ['?urut=-dipakai&jenis=sk', ['SK Tim']],
    ['?urut=ukuran&saring=belum-dipakai', ['Berita', 'Layar_1', 'Salinan']],
    ["?cari='%3B+DROP+TABLE+evidence%3B--", []],
  ])('narrowed and ordered by %s', async (query, expected) => {
    await fill();
    expect(await names(query)).toEqual(expected);
  });

  it('has pages of fifty', async () => {
    for (const part of [0, 1, 2]) {
      const links = Array.from({ length: 20 }, (_, index) => `https://a.go.id/${part}-${index}`);
      await postForm(ketua, `${register}/baru`, { links: links.join('\n') });
    }
    expect(await names()).toHaveLength(50);
    expect(await names('?halaman=2')).toHaveLength(10);
    expect(await names('?halaman=99')).toHaveLength(10);
    const page = await ketua.get(`${register}?cari=a.go.id`).expect(200);
    expect(page.text).toContain('bukti?cari&#x3D;a.go.id&amp;halaman&#x3D;2');
  });

  it('counts the uses of this LKE only', async () => {
    await fill();
    const [first] = (await evidenceState(zi)).evidence;
    await postForm(ketua, `${register}/${first?.id}/pemakaian`, { 'kode-A.I.2.i.a': 'on' });
    const page = await ketua.get(`${register}?jenis=sk`);
    expect(readableText(page.text)).toContain('2 indikator');
  });

  describe('hostile names', () => {
    const PAYLOADS = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='alert(1)",
      '" autofocus onfocus="alert(1)',
      '</title><svg onload=alert(1)>',
      '{{constructor.constructor("alert(1)")()}}',
      '${alert(1)}',
      'javascript:alert(1)',
      '<!--<a href="',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '`onclick=alert(1)`',
      '=HYPERLINK("https://a.go.id")',
    ];
    it.each(PAYLOADS)('%s stays text on every page', async (payload) => {
      const fields = { name: payload, physicalLocation: payload, links: 'https://a.go.id/' };
      const reply = await postForm(ketua, onto('A.I.1.i.a'), fields);
      expect(reply.status).toBe(303);
      const file = { name: `${payload.replace(/\//g, '')}.pdf`, bytes: aPdf('isi') };
      expect((await postFiles(ketua, onto('A.I.1.i.b'), [file])).status).toBe(303);
      const refused = await postFiles(
        ketua,
        onto('A.I.1.i.b'),
        [{ ...file, bytes: aJpg() }],
        fields,
      );
      expect(refused.status).toBe(422);
      const pages = [
        refused.text,
        ...(await Promise.all(
          [
            register,
            `${register}/1`,
            `${register}/2`,
            `${register}/1/keterangan`,
            `${register}/1/versi`,
            `${register}/1/penarikan`,
            `${register}/1/pemakaian`,
            `${onto('A.I.1.i.b')}?cari=${encodeURIComponent(payload)}`,
          ].map(async (path) => (await ketua.get(path).expect(200)).text),
        )),
      ];
      for (const html of pages) {
        expect(html).not.toMatch(/<(?:img|svg)[^>]*\son/i);
        expect(html).not.toContain('<script>');
        expect(html).not.toMatch(
          /<[a-z][^>"]*(?:"[^"]*"[^>"]*)*\son(?:error|load|focus|click|mouseover)=/i,
        );
        expect(html).not.toContain('href="javascript:');
      }
      expect(readableText(pages[2] ?? '')).toContain(payload);
    });
  });
});
