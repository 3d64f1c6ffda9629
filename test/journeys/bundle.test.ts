import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { blobPath } from '../../src/blobs/folder-blob-store.js';
import { dispatch } from '../../src/cli/dispatch.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { evidenceState, postFiles } from '../support/evidence.js';
import { httpClient, listen } from '../support/http-client.js';
import { readXlsx, sheetOf } from '../support/read-xlsx.js';
import { readableText } from '../support/reading.js';

const PAGE = `/lke/${MATARAM}/2026/unduhan`;
const FILE = `${PAGE}/bundel-bukti.zip`;
const ROOT = 'LKE-52.71-2026/';
const HOSTILE = '<script>alert(1)</script> =1+1 ../..\\CON: laporan';

describe('the evidence bundle', () => {
  let zi: TestApp;
  const hash = new Map<string, string>();

  beforeAll(async () => {
    zi = await startTestApp();
    const lead = await zi.signIn('ketua.mataram');
    const at = (code: string) => `/lke/${MATARAM}/2026/jawaban/${code}/bukti`;
    const add = async (code: string, name: string, text: string) => {
      const file = { name: `${name}.pdf`, bytes: pdfFile([text]) };
      await postFiles(lead, at(code), [file], { name });
    };
    await add('A.I.1.i.a', 'SK Tim ZI', 'satu');
    await add('A.I.1.i.a', 'sk tim zi', 'dua');
    await add('A.I.1.i.b', HOSTILE, 'tiga');
    await add('A.I.1.i.b', 'Dipakai banyak', 'empat');
    await add('B.I.b', 'Ditarik', 'lima');
    await add('B.I.b', 'Dihapus isinya', 'enam');
    const { evidence, versions, links } = await evidenceState(zi);
    for (const { id, evidence_id, sha256 } of versions) {
      const name = evidence.find((one) => one.id === evidence_id)?.name ?? '';
      hash.set(name, sha256 ?? '');
      if (name === 'Dipakai banyak') {
        await zi.deps.store.write((tx) =>
          tx
            .insertInto('evidence_link')
            .values({
              lke_id: 1,
              indicator_code: 'A.I.1.ii.a',
              evidence_id,
              evidence_version_id: id,
              checklist_code: null,
              created_by: null,
              created_at: '2026-03-01T00:00:00.000Z',
            })
            .execute(),
        );
      }
    }
    expect(links).toHaveLength(6);
    await zi.deps.store.write(async (tx) => {
      const lke = await tx
        .selectFrom('lke')
        .select('id')
        .where('satker_code', '=', MATARAM)
        .executeTakeFirstOrThrow();
      await tx.updateTable('evidence_link').set({ lke_id: lke.id }).execute();
      await tx
        .updateTable('evidence')
        .set({ withdrawn_at: '2026-03-02T00:00:00.000Z', withdrawn_reason: 'Salah.' })
        .where('name', '=', 'Ditarik')
        .execute();
      await tx
        .updateTable('evidence_version')
        .set({ purged_at: '2026-03-02T00:00:00.000Z' })
        .where('sha256', '=', hash.get('Dihapus isinya') ?? '')
        .execute();
    });
    const link = { links: 'https://contoh.go.id/bukti?a=1&b=2', name: 'Laman resmi' };
    await postFiles(lead, at('A.I.1.iii.a'), [], link);
  });
  afterAll(() => zi.close());

  async function download(username = 'ketua.mataram') {
    const agent = await zi.signIn(username);
    const reply = await agent.get(FILE).responseType('blob').expect(200);
    const body = reply.body as Buffer;
    return { reply, body, files: unzipSync(new Uint8Array(body)) };
  }

  it('tells its size before it is taken out', async () => {
    const agent = await zi.signIn('ketua.mataram');
    const page = readableText((await agent.get(PAGE).expect(200)).text);
    expect(page).toMatch(/4 berkas bukti, seluruhnya [\d,]+ (?:B|kB)/);
    expect(page).toContain('LKE-52.71-2026-bukti.zip');
  });

  it('holds each content once, in the folder of its indicator or in the shared one', async () => {
    const { files, reply, body } = await download();
    expect(reply.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename=LKE-52.71-2026-bukti.zip',
      'content-length': String(body.length),
      'cache-control': 'no-store',
    });
    const names = Object.keys(files).map((name) => name.replace(ROOT, ''));
    expect(names).toEqual([
      'indeks.html',
      'indeks.xlsx',
      'LKE-52.71-2026-lampiran-iii-mandiri.xlsx',
      'LKE-52.71-2026-portalrb-mandiri.xlsx',
      expect.stringMatching(
        /^1 Manajemen Perubahan\/A\.I\.1\.i [^/]+\/A\.I\.1\.i\.a [^/]+\/SK Tim ZI\.pdf$/,
      ),
      expect.stringMatching(/A\.I\.1\.i\.a [^/]+\/sk tim zi \(2\)\.pdf$/),
      expect.stringMatching(
        /A\.I\.1\.i\.b [^/]+\/-script-alert\(1\)--script- =1\+1 [^/]*laporan\.pdf$/,
      ),
      'Bukti/Dipakai banyak.pdf',
    ]);
    expect(Math.max(...Object.keys(files).map((name) => name.length))).toBeLessThanOrEqual(240);
    const shared = files[`${ROOT}Bukti/Dipakai banyak.pdf`] ?? new Uint8Array();
    const stored = readFileSync(
      blobPath(path.join(zi.folder, 'evidence'), hash.get('Dipakai banyak') ?? ''),
    );
    expect(stored.equals(Buffer.from(shared))).toBe(true);
  });

  it('has an index that names every evidence and leads to every file', async () => {
    const { files } = await download();
    const html = strFromU8(files[`${ROOT}indeks.html`] ?? new Uint8Array());
    expect(html).not.toMatch(/<script|javascript:|<img|src=/i);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const relative = links.filter((href) => !href.startsWith('https:'));
    for (const href of relative) {
      expect(href).toMatch(/^\.\//);
      expect(Object.keys(files)).toContain(ROOT + decodeURIComponent(href.slice(2)));
    }
    expect(links).toContain('https://contoh.go.id/bukti?a=1&b=2');
    const text = readableText(html);
    expect(text).toContain('Semua berkas ada dan isinya cocok dengan sidiknya.');
    expect(text).toContain('Dihapus isinya');
    expect(text).toContain('isi dihapus administrator');
    expect(text).not.toContain('Ditarik');
    expect(text).toContain(hash.get('SK Tim ZI'));
    const sheet = sheetOf(
      readXlsx(files[`${ROOT}indeks.xlsx`] ?? new Uint8Array()),
      'Indeks bukti',
    );
    const cells = [...sheet.cells.values()];
    expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
    expect(cells.map(({ value }) => value)).toEqual(
      expect.arrayContaining([
        'SK Tim ZI',
        HOSTILE,
        hash.get('SK Tim ZI'),
        'Bukti/Dipakai banyak.pdf',
      ]),
    );
    expect(sheet.hyperlinks.map(({ target }) => target)).toEqual([
      'https://contoh.go.id/bukti?a=1&b=2',
    ]);
  });

  it('reports a missing and a damaged file in the index and is whole all the same', async () => {
    const folder = path.join(zi.folder, 'evidence');
    const [gone, bad] = ['SK Tim ZI', 'sk tim zi'].map((name) =>
      blobPath(folder, hash.get(name) ?? ''),
    );
    const kept = [gone, bad].map((file) => readFileSync(file ?? ''));
    rmSync(gone ?? '');
    writeFileSync(bad ?? '', Buffer.alloc(kept[1]?.length ?? 0, 'x'));
    try {
      const { files, reply, body } = await download();
      expect(reply.headers['content-length']).toBe(String(body.length));
      expect(Object.keys(files).filter((name) => /SK Tim/i.test(name))).toEqual([]);
      const text = readableText(strFromU8(files[`${ROOT}indeks.html`] ?? new Uint8Array()));
      expect(text).toContain('2 kaitan bukti tidak disertai berkasnya');
      expect(text).toContain('berkas hilang dari penyimpanan');
      expect(text).toContain('isi berkas rusak (sidiknya berbeda)');
      const out = path.join(zi.folder, 'rusak.zip');
      const io = testIo();
      const argv = ['bundle', '--satker', MATARAM, '--year', '2026', '--out', out];
      expect(await dispatch(argv, io, { ZI_DATA: zi.folder })).toBe(0);
      const said = JSON.parse(io.out()) as { faults: { evidence: string; state: string }[] };
      expect(said.faults.map(({ evidence, state }) => [evidence, state])).toEqual([
        ['SK Tim ZI', 'missing'],
        ['sk tim zi', 'damaged'],
      ]);
    } finally {
      writeFileSync(gone ?? '', kept[0] ?? '');
      writeFileSync(bad ?? '', kept[1] ?? '');
    }
  });

  it('is for whoever may take out the LKE and does not exist for others', async () => {
    await download('evaluator');
    const foreign = await zi.signIn('ketua.bima');
    const missing = await foreign.get('/lke/99.99/2026/unduhan/bundel-bukti.zip').expect(404);
    const other = await foreign.get(FILE).expect(404);
    expect(readableText(other.text)).toBe(readableText(missing.text));
  });

  it('closes its files when the person leaves half way', async () => {
    const listening = await listen(zi.app);
    const client = httpClient(listening.url);
    await client.signIn('ketua.mataram');
    const leaving = new AbortController();
    const reply = await fetch(`${listening.url}${FILE}`, {
      headers: { cookie: client.cookie },
      signal: leaving.signal,
    });
    await reply.body?.getReader().read();
    leaving.abort();
    expect((await client.get('/sandi')).status).toBe(200);
    await listening.close();
  });
});
