import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { LAYOUTS } from '../../src/workbook/lke-workbook-input.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { evidenceState, postFiles } from '../support/evidence.js';
import { download } from '../support/filled-workbook.js';
import { at, stored } from '../support/filling.js';
import { fullAnswers, fullNotes } from '../support/full-answers.js';
import { applied, previewed } from '../support/importing.js';
import { readableText } from '../support/reading.js';

const SHARED = 'https://drive.example.com/sk?a=1&b=2#hal';
const LINKS: Readonly<Record<string, string>> = {
  'A.I.1.i.a': `${SHARED} https://drive.example.com/notula-%C3%A9`,
  'A.II.1.i.a': 'https://drive.example.com/agen_(1);x=2,3',
  'B.I.a': 'https://survei.example.com/ipak',
};
const FILES: Readonly<Record<string, readonly string[]>> = {
  'A.I.1.i.a': ['SK; tim (1) a.n. ketua.pdf', '=1+1.pdf'],
  'A.I.1.i.b': ['notula, 2 halaman.pdf'],
};

/** Export, import into an empty LKE, export again: answers, notes and evidence are the same. */
describe.each(LAYOUTS)('a full sheet that goes out as %s', (layout) => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp({ PUBLIC_URL: 'http://zi.kpu-ntb.example' });
    await answer(zi, MATARAM, fullAnswers(zi), fullNotes(zi));
    const lead = await zi.signIn('ketua.mataram');
    for (const [code, links] of Object.entries(LINKS)) {
      expect((await postForm(lead, `${at(code)}/bukti`, { links })).status).toBe(303);
    }
    for (const [code, names] of Object.entries(FILES)) {
      const files = names.map((name) => ({ name, bytes: pdfFile([name]) }));
      expect((await postFiles(lead, `${at(code)}/bukti`, files)).status).toBe(303);
    }
    const { evidence } = await evidenceState(zi);
    const shared = evidence.find(({ name }) => name.includes('notula, 2'));
    const page = `/lke/${MATARAM}/2026/bukti/${shared?.id}/pemakaian`;
    expect((await postForm(lead, page, { 'kode-B.II.a': 'on' })).status).toBe(303);
  });
  afterEach(() => zi.close());

  it('comes back into the emptied LKE with every answer, note and evidence', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const before = [await answersOf(zi), await linksOf(zi), (await evidenceState(zi)).evidence];
    expect([before[0]?.length, before[1]?.length]).toEqual([113, 8]);
    const file = await download(lead, layout);
    await emptyAll(zi);
    const preview = await previewed(lead, file);
    expect(readableText((await lead.get(preview)).text)).not.toContain('tidak dapat dikaitkan');
    await applied(lead, preview);
    expect([await answersOf(zi), await linksOf(zi), (await evidenceState(zi)).evidence]).toEqual(
      before,
    );
    expect((await stored(zi)).faults).toEqual([]);
    const again = await previewed(lead, await download(lead, layout));
    expect(readableText((await lead.get(again)).text)).toContain('Tidak ada yang perlu diputuskan');
  });

  it('brings its links to other data, and says of each of its files that it does not', async () => {
    const other = await startTestApp({ PUBLIC_URL: 'http://latihan.kpu-ntb.example' });
    try {
      const file = await download(await zi.signIn('ketua.mataram'), layout);
      const receiver = await other.signIn('ketua.mataram');
      const preview = await previewed(receiver, file);
      const words = readableText((await receiver.get(`${preview}?tampilan=semua`)).text);
      for (const [code, names] of Object.entries(FILES)) {
        for (const name of names) expect(words).toContain(`${code}: “${titleOf(name)}”`);
      }
      expect(words).toContain('B.II.a: “notula, 2 halaman”, bukan bukti dari daftar');
      await applied(receiver, preview);
      expect(await answersOf(other)).toEqual(await answersOf(zi));
      const addresses = (await linksOf(zi)).filter(({ url }) => url !== null);
      expect(addresses).toHaveLength(4);
      expect((await linksOf(other)).map(plainLink)).toEqual(addresses.map(plainLink));
      expect((await stored(other)).faults).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

const titleOf = (file: string): string => file.replace(/\.pdf$/, '');

async function answersOf(zi: TestApp) {
  const rows = [...(await stored(zi)).rows.values()];
  return rows
    .map(({ code, value, note }) => ({ code, value, note }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

async function linksOf(zi: TestApp) {
  const { links, versions } = await evidenceState(zi);
  return links
    .map(({ code, evidence_id: id, number }) => {
      const version = versions.find((one) => one.evidence_id === id && one.number === number);
      return { code, id, number, url: version?.url ?? null, sha256: version?.sha256 ?? null };
    })
    .sort((a, b) => (`${a.code} ${a.url} ${a.id}` < `${b.code} ${b.url} ${b.id}` ? -1 : 1));
}

const plainLink = ({ code, url }: { readonly code: string; readonly url: string | null }) => ({
  code,
  url,
});

/** The LKE as on its first day; the register of the satker stays. */
async function emptyAll({ deps }: TestApp): Promise<void> {
  await deps.store.write(async (tx) => {
    for (const table of ['evidence_link', 'answer'] as const) {
      const lke = tx.selectFrom('lke').select('id').where('satker_code', '=', MATARAM);
      await tx.deleteFrom(table).where('lke_id', 'in', lke).execute();
    }
  });
}
