import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { dispatch } from '../../src/cli/dispatch.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { postFiles } from '../support/evidence.js';
import { previewed } from '../support/importing.js';
import { readXlsx } from '../support/read-xlsx.js';
import { readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

const LKE = `/lke/${MATARAM}/2026`;
const PAGE = `${LKE}/tautan-berbagi`;
const SHEET = `${LKE}/unduhan/lampiran-iii.xlsx`;
const URL = 'http://zi.kpu-ntb.example';

/** A worksheet whose links to evidence open without an account. */
describe('a worksheet with a share link', () => {
  let zi: TestApp;
  let lead: TestAgent;
  beforeEach(async () => {
    zi = await startTestApp({ PUBLIC_URL: URL });
    lead = await zi.signIn('ketua.mataram');
    await completeLke(zi, MATARAM);
    const bytes = pdfFile(['sk']);
    await postFiles(lead, `${LKE}/jawaban/A.I.1.i.a/bukti`, [{ name: 'sk.pdf', bytes }]);
    await submit(lead, MATARAM);
    await sendForm(lead, PAGE, PAGE, { label: 'TPN', endsOn: '2026-12-31' });
  });
  afterEach(() => zi.close());

  const linksIn = (bytes: Uint8Array): string[] =>
    JSON.stringify(readXlsx(bytes), (_key, value: unknown) =>
      value instanceof Map ? [...value.entries()] : value,
    ).match(/http:\/\/zi\.kpu-ntb\.example[^"\\ )]+/g) ?? [];

  const sheet = async (agent: TestAgent, query = ''): Promise<Buffer> =>
    (
      await agent
        .get(SHEET + query)
        .responseType('blob')
        .expect(200)
    ).body as Buffer;

  it('addresses evidence inside unless a link is chosen', async () => {
    const inside = new Set(linksIn(await sheet(lead)));
    expect([...inside].every((one) => one.startsWith(`${URL}${LKE}/bukti/`))).toBe(true);
    const page = (await lead.get(`${LKE}/unduhan?tautan=1`).expect(200)).text;
    expect(readableText(page)).toContain('siapa pun yang memegang lembar kerja ini');
    expect(page).toContain(`${SHEET}?tautan&#x3D;1`);
    const shared = [...new Set(linksIn(await sheet(lead, '?tautan=1')))];
    expect(shared).toHaveLength(1);
    const [address = ''] = shared;
    expect(address).toMatch(/\/b\/1\.[\w-]{43}\/bukti\/\d+\/versi\/1\/pratinjau$/);
    await request(zi.app).get(address.slice(URL.length)).expect(200);
  });

  it('keeps the inside address for what came after the submission', async () => {
    const bytes = pdfFile(['baru']);
    await zi.deps.store.write((tx) => tx.updateTable('lke').set({ stage: 'pengisian' }).execute());
    await postFiles(lead, `${LKE}/jawaban/A.I.1.i.b/bukti`, [{ name: 'baru.pdf', bytes }]);
    const links = new Set(linksIn(await sheet(lead, '?tautan=1')).map((one) => one.split('/')[3]));
    expect(links).toEqual(new Set(['b', 'lke']));
  });

  it('is known as ours when it comes back', async () => {
    await zi.deps.store.write((tx) => tx.updateTable('lke').set({ stage: 'pengisian' }).execute());
    const preview = await previewed(lead, await sheet(lead, '?tautan=1'));
    const page = readableText((await lead.get(preview)).text);
    expect(page).toContain('Tidak ada yang perlu diputuskan');
  });

  it('is for those who may make a link, and only with one that is open', async () => {
    for (const query of ['?tautan=2', '?tautan=x']) {
      expect((await lead.get(SHEET + query)).status).toBe(404);
    }
    const reader = await zi.signIn('evaluator');
    expect((await reader.get(`${SHEET}?tautan=1`)).status).toBe(403);
    expect((await reader.get(`${LKE}/unduhan`).expect(200)).text).not.toContain('name="tautan"');
    const link = `${PAGE}/1/pencabutan`;
    await sendForm(lead, link, link);
    expect((await lead.get(`${SHEET}?tautan=1`)).status).toBe(404);
  });

  it('is written by the command line too, by number or label', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'zi-share-'));
    const run = async (share: string, name: string) => {
      const io = testIo('');
      const out = path.join(folder, name);
      const argv = ['export', '--satker', MATARAM, '--year', '2026', '--layout', 'lampiran-iii'];
      const env = { ZI_DATA: zi.folder, PUBLIC_URL: URL };
      const code = await dispatch([...argv, '--share', share, '--out', out], io, env);
      return { code, out, said: io.err() };
    };
    try {
      for (const share of ['1', 'TPN']) {
        const { code, out } = await run(share, `${share}.xlsx`);
        expect(code).toBe(0);
        const [address = ''] = linksIn(readFileSync(out));
        await request(zi.app).get(address.slice(URL.length)).expect(200);
      }
      const refused = await run('PANRB', 'x.xlsx');
      expect(refused.code).toBe(2);
      expect(refused.said).toContain('tidak berlaku lagi');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
