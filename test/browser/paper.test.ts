import type { Page } from 'playwright-core';
import { CAST_YEAR } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { BROWSER_TEST_MS, describeInBrowser, sidewaysOverflow } from '../support/chromium.js';
import { fullInput } from '../support/sheets.js';

/** Pages that somebody carries to a meeting. */
const HOME = `/lke/52.71/${CAST_YEAR}`;
const OVERSIGHT = `/pengawasan/52/${CAST_YEAR}`;
const PAGES = [
  HOME,
  `${HOME}/area/1`,
  `${HOME}/bukti`,
  `${HOME}/riwayat`,
  '/satker',
  '/pemberitahuan',
  `${OVERSIGHT}/perbandingan`,
  `${OVERSIGHT}/pekan`,
];
/** What offices print on, upright, in millimetres. */
const PAPERS = [
  { width: 210, height: 297 },
  { width: 215, height: 330 },
];
/** A4 upright at 96 dots an inch, without its margins. */
const PAPER_WIDTH = 718;

describeInBrowser('on paper', (browser) => {
  beforeAll(() => answer(browser.test, '52.71', fullInput('best')));

  it.each(PAGES)(
    '%s leaves navigation and buttons away and fits the sheet',
    async (path) => {
      const { page, signIn, close } = await browser.visitor({ width: PAPER_WIDTH });
      await signIn('ketua.mataram');
      await page.goto(path);
      await page.emulateMedia({ media: 'print' });
      const unwanted = [
        '.zi-nav',
        '.zi-skip',
        '.zi-account',
        'button',
        'input:not([type="hidden"])',
      ];
      const shown = await Promise.all(unwanted.map((selector) => visibleOnes(page, selector)));
      expect(shown.flat()).toEqual([]);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await sidewaysOverflow(page)).toBe(0);
      await close();
    },
    BROWSER_TEST_MS,
  );

  it.each(['', '/peta', '/perbandingan', '/pekan'])(
    'the oversight of a province%s takes one sheet on its side, of A4 and of F4',
    async (part) => {
      const { page, signIn, close } = await browser.visitor();
      await signIn('provinsi');
      await page.goto(`/pengawasan/52/${CAST_YEAR}${part}`);
      for (const { width, height } of PAPERS) {
        const sheets = (await page.pdf({ width: `${width}mm`, height: `${height}mm` })).toString(
          'latin1',
        );
        expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
        const [, ...points] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets) ?? [];
        const sides = points.map((point) => Math.round((Number(point) * 25.4) / 72));
        expect(sides).toEqual([height, width]);
      }
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'the summary of an LKE, score, gates and areas, takes three sheets at most',
    async () => {
      const { page, signIn, close } = await browser.visitor();
      await signIn('ketua.mataram');
      await page.goto(HOME);
      const sheets = (await page.pdf({ format: 'A4' })).toString('latin1');
      const count = sheets.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThanOrEqual(3);
      await close();
    },
    BROWSER_TEST_MS,
  );
});

function visibleOnes(page: Page, selector: string): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((one) => one.checkVisibility())
    .map((one) => one.outerHTML.slice(0, 80))`);
}
