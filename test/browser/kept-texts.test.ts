import type { Page } from 'playwright-core';
import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { BROWSER_TEST_MS, describeInBrowser } from '../support/chromium.js';
import { completeLke, submit } from '../support/submitting.js';

/** A page with several forms: sending one loses nothing that was typed into the others. */
const LOBAR = '52.01';
const AT = `/lke/${MATARAM}/2026/tinjauan/pendahuluan/A.I.2.i.a`;

describeInBrowser('texts of other forms', (browser) => {
  it(
    'are saved along with the reason of one answer',
    async () => {
      await answer(browser.test, LOBAR, {
        'A.I.1.i.a': 'Ya',
        'A.I.1.i.b': 'A',
        'A.I.1.ii.a': 'Ya',
      });
      const { page, signIn, close } = await browser.visitor();
      await signIn('ketua.lobar');
      await page.goto(`/lke/${LOBAR}/2026/pengajuan`);
      await write(page, 'A.I.1.i.a', 'Masih di notaris.');
      await write(page, 'A.I.1.i.b', 'Notula hilang.');
      const first = page.locator('li', { has: page.locator('[id="alasan-A.I.1.i.a"]') });
      await first.getByRole('button', { name: 'Simpan alasan' }).click();
      await page.locator('.zi-flash-done').waitFor();
      expect(await page.locator('.zi-flash-done').innerText()).toContain('2 alasan');
      expect(await page.locator('[id="alasan-A.I.1.i.b"]').count()).toBe(0);
      expect(await page.locator('[id="alasan-A.I.1.ii.a"]').inputValue()).toBe('');
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'are asked about before an assessment leads on, and the assessment survives a note',
    async () => {
      await completeLke(browser.test, MATARAM);
      await submit(await browser.test.signIn('ketua.mataram'), MATARAM);
      const { page, signIn, close } = await browser.visitor();
      await signIn('provinsi');
      await page.goto(AT);
      await page.locator('#catatan-baru').fill('Lampirkan notula.');
      const asked: string[] = [];
      page.once('dialog', (dialog) => {
        asked.push(dialog.message());
        void dialog.dismiss();
      });
      await page.locator('#terima').click();
      expect(asked.join()).toContain('belum tersimpan');
      expect(page.url()).toContain(AT);
      await page.locator('input[name="letter"]').last().check();
      await page.locator('#reason').fill('Tanpa notula.');
      await page.getByRole('button', { name: 'Tulis catatan' }).click();
      await page.locator('.review-thread').waitFor();
      expect(await page.locator('#reason').inputValue()).toBe('Tanpa notula.');
      expect(await page.locator('input[name="letter"]').last().isChecked()).toBe(true);
      expect(await page.locator('#catatan-baru').inputValue()).toBe('');
      await close();
    },
    BROWSER_TEST_MS,
  );
});

async function write(page: Page, code: string, text: string): Promise<void> {
  const field = page.locator(`[id="alasan-${code}"]`);
  await page.locator('li', { has: field }).locator('summary').click();
  await field.fill(text);
}
