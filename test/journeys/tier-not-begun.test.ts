import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, submit } from '../support/submitting.js';
import { yearSteps } from '../support/year-steps.js';

/** What a tier has not begun to assess is neither scored nor called failed. */
describe.each([
  ['pendahuluan', 'provinsi'],
  ['tpi', 'tpi.ketua'],
] as const)('the page of decision of %s', (tier, username) => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
    await completeLke(zi, MATARAM);
    await submit(await zi.signIn('ketua.mataram'), MATARAM);
  });
  afterEach(() => zi.close());

  const page = async (): Promise<string> => {
    const agent = await zi.signIn(username);
    const { text } = await agent.get(`/lke/${MATARAM}/2026/keputusan/${tier}`).expect(200);
    return readableText(text);
  };

  it('shows no gate as failed before the first assessment, and all of them after it', async () => {
    const before = await page();
    expect(before).toContain('0 dari 113 indikator dinilai');
    expect(before).not.toMatch(/Kurang|kurang|Ambang Menuju/);
    await assessAs(zi, await lkeOf(zi, MATARAM), tier);
    expect(await page()).toContain('Ambang Menuju WBK');
  });

  it('and its list of indicators calls none failed before the first assessment', async () => {
    const agent = await zi.signIn(username);
    const { text } = await agent.get(`/lke/${MATARAM}/2026/tinjauan/${tier}`).expect(200);
    expect(readableText(text)).toContain('Belum ada indikator yang dinilai.');
    expect(readableText(text)).not.toContain('ambang kurang');
  });
});

it('TPI reads why it cannot assess yet: the letter, then its own beginning', async () => {
  const zi = await startTestApp();
  try {
    const year = yearSteps(zi);
    await year.foundLayak(MATARAM, 'ketua.mataram');
    const list = async (who: string) => {
      const { text } = await (await year.as(who)).get(`/lke/${MATARAM}/2026/tinjauan/tpi`);
      return readableText(text);
    };
    expect(await list('tpi.ketua')).toContain('Surat rekomendasi belum dicatat terkirim, jadi TPI');
    await year.recommend('1/2026', MATARAM);
    expect(await list('tpi.ketua')).toContain('TPI belum memulai penilaian LKE ini.');
    const begin = `/lke/${MATARAM}/2026/keputusan/tpi`;
    await year.send('tpi.ketua', begin, {}, `/lke/${MATARAM}/2026/penilaian-tpi`);
    expect(await list('tpi.ketua')).toContain('Penilaian di sini ditulis anggota TPI;');
  } finally {
    await zi.close();
  }
});
