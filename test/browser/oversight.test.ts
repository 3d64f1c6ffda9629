import type { Page } from 'playwright-core';
import { answer } from '../support/answering.js';
import { BROWSER_TEST_MS, describeInBrowser, sidewaysOverflow } from '../support/chromium.js';
import { DAY_MS, OVERSIGHT } from '../support/oversight.js';
import { fullInput } from '../support/sheets.js';

/** Where satker stand still for three weeks, and one moved within the last seven days. */
describeInBrowser('the oversight of satker that stand still', (browser) => {
  beforeAll(async () => {
    browser.test.clock.advance(21 * DAY_MS);
    await answer(browser.test, '52.71', fullInput('best'));
  });

  it(
    'fits a laptop without sideways scrolling of its table',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 1280 });
      await signIn('provinsi');
      await page.goto(OVERSIGHT);
      expect(await page.getByText('mandek', { exact: true }).count()).toBeGreaterThan(5);
      expect(await widerThanFrame(page)).toEqual([0]);
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'is sorted on a phone, table, map and provinces alike',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 360 });
      await signIn('pusat');
      for (const path of [OVERSIGHT, `${OVERSIGHT}/peta`]) {
        await page.goto(path);
        await page.getByText('Saring dan urutkan').click();
        await page.getByLabel('Urutkan menurut').selectOption({ label: 'Satker' });
        await page.getByLabel('Arah').selectOption('turun');
        await page.getByRole('button', { name: 'Terapkan' }).click();
        const first = page.locator('tbody th').first();
        await first.getByText('KPU Provinsi Nusa Tenggara Barat').waitFor();
        expect(await sidewaysOverflow(page)).toBe(0);
      }
      await page.goto('/pengawasan/2026');
      await page.locator('summary', { hasText: 'Urutkan' }).first().click();
      await page.getByLabel('Urutkan menurut').first().selectOption({ label: 'LKE' });
      await page.getByLabel('Arah').first().selectOption('turun');
      await page.getByRole('button', { name: 'Urutkan' }).click();
      await page.locator('tbody th').first().getByText('Nusa Tenggara Barat').waitFor();
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'has fields on a phone that hold their words, and readable notes on every ground of the map',
    async () => {
      await answer(browser.test, '52.01', { 'A.I.1.i.a': 'Tidak' });
      const { page, signIn, close } = await browser.visitor({ width: 360 });
      await signIn('pusat');
      await page.goto(`${OVERSIGHT}/peta`);
      await page.getByText('Saring dan urutkan').click();
      expect(await cutSelects(page)).toEqual([]);
      const colourOf = (one: string) =>
        page.evaluate<string>(`getComputedStyle(document.querySelector('${one}')).color`);
      expect(await colourOf('.ov-shade-0 .zi-small')).toBe(await colourOf('body'));
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'shows the list that was filtered, not the provinces above it',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 1280, height: 700 });
      await signIn('pusat');
      await page.goto('/pengawasan/2026');
      await page.getByLabel('Cari kode atau nama').fill('lombok');
      await page.getByRole('button', { name: 'Terapkan' }).click();
      const heading = page.getByRole('heading', { name: 'Per satker' });
      await page.waitForURL(/cari=lombok.*#satker$/);
      expect(await heading.getAttribute('id')).toBe('satker');
      await close();
    },
    BROWSER_TEST_MS,
  );
});

/** By how many pixels each table is wider than its frame. */
function widerThanFrame(page: Page): Promise<number[]> {
  return page
    .locator('.zi-table-wrap')
    .evaluateAll((frames) => frames.map((frame) => frame.scrollWidth - frame.clientWidth));
}

/** Fields whose longest choice is wider than they are; measured in the page. */
function cutSelects(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('main select')]
    .filter((field) => {
      const pen = document.createElement('canvas').getContext('2d');
      const { font, paddingLeft, paddingRight } = getComputedStyle(field);
      pen.font = font;
      const longest = Math.max(...[...field.options].map(({ text }) => pen.measureText(text).width));
      const needed = longest + parseFloat(paddingLeft) + parseFloat(paddingRight);
      return needed > field.offsetWidth + 1;
    })
    .map(({ name }) => name)`);
}
