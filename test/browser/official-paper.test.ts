import { CAST_YEAR, MATARAM } from '../../fixtures/cast.js';
import { paths } from '../../src/paths.js';
import { setStage } from '../support/assessing.js';
import { BROWSER_TEST_MS, describeInBrowser, sidewaysOverflow } from '../support/chromium.js';
import { completeLke, submit } from '../support/submitting.js';
import { assessFully } from '../support/tier-full.js';

const REASON = 'Dokumen SAKIP menyusul sebelum praevaluasi.';
const LETTER = paths.proposalLetter(CAST_YEAR, 1);

describeInBrowser('what is signed', (browser) => {
  beforeAll(async () => {
    const zi = browser.test;
    await completeLke(zi, MATARAM);
    await submit(await zi.signIn('ketua.mataram'), MATARAM);
    await assessFully(zi, MATARAM, 'tpi');
    await setStage(zi.deps.store, MATARAM, 'siap-diusulkan');
    const { page, signIn, close } = await browser.visitor();
    await signIn('pusat');
    await page.goto(paths.proposals(CAST_YEAR));
    await page.check(`[name="pilih-${MATARAM}"]`);
    await page.fill(`[name="alasan-${MATARAM}"]`, REASON);
    await page.fill('#number', '21/PW.02/2026');
    await page.fill('#day', '2026-03-09');
    await page.getByRole('button', { name: 'Periksa usulan' }).click();
    await page.check('#diperiksa');
    await page.getByRole('button', { name: 'Catat pengusulan' }).click();
    await page.waitForURL(`**${LETTER}`);
    await close();
  }, BROWSER_TEST_MS);

  it.each(['lampiran', 'pernyataan'])(
    'is printed without the page around it, the %s on one sheet of A4',
    async (kind) => {
      const { page, signIn, close } = await browser.visitor();
      await signIn('pusat');
      await page.goto(`${LETTER}/${kind}`);
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('link', { name: 'Unduh DOCX' }).isVisible()).toBe(false);
      expect(await page.locator('.paper').isVisible()).toBe(true);
      await close();
    },
    BROWSER_TEST_MS,
  );

  it.each([360, 1280])(
    'is read on a screen of %i px without scrolling sideways',
    async (width) => {
      const { page, signIn, close } = await browser.visitor({ width });
      await signIn('pusat');
      for (const kind of ['lampiran', 'pernyataan']) {
        await page.goto(`${LETTER}/${kind}`);
        expect(await sidewaysOverflow(page)).toBe(0);
      }
      await close();
    },
    BROWSER_TEST_MS,
  );
});
