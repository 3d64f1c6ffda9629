import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { postFiles } from '../support/evidence.js';
import { axeFindings, BROWSER_TEST_MS, sidewaysOverflow } from '../support/chromium.js';
import { describeInBrowser } from '../support/chromium.js';
import { completeLke, submit } from '../support/submitting.js';

const LKE = `/lke/${MATARAM}/2026`;

describeInBrowser('a share link', (browser) => {
  beforeAll(async () => {
    const zi = browser.test;
    await completeLke(zi, MATARAM);
    const lead = await zi.signIn('ketua.mataram');
    const bytes = pdfFile(['sk']);
    await postFiles(lead, `${LKE}/jawaban/A.I.1.i.a/bukti`, [{ name: 'sk.pdf', bytes }]);
    expect((await submit(lead, MATARAM)).status).toBe(303);
  });

  it(
    'is made by the lead and opens for somebody without an account, on a phone too',
    async () => {
      const lead = await browser.visitor();
      await lead.signIn('ketua.mataram');
      await lead.page.goto(`${LKE}/tautan-berbagi`);
      await lead.page.getByLabel('Untuk siapa').fill('TPN');
      await lead.page.getByRole('button', { name: 'Buat tautan' }).click();
      const address = await lead.page.getByLabel('Tautan untuk TPN').inputValue();
      const { pathname } = new URL(address);
      await lead.close();
      for (const width of [1280, 360]) {
        const { page, context, close } = await browser.visitor({ width });
        await page.goto(pathname);
        expect(await page.locator('h1').textContent()).toContain('Bukti dukung KPU Kota Mataram');
        expect(await axeFindings(page)).toEqual([]);
        expect(await sidewaysOverflow(page)).toBe(0);
        expect(await context.cookies()).toEqual([]);
        const href =
          (await page.getByRole('link', { name: 'Lihat sk' }).getAttribute('href')) ?? '';
        const file = await context.request.get(href);
        expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
        await page.goto('/b/tidak-ada');
        expect(await axeFindings(page)).toEqual([]);
        await close();
      }
    },
    BROWSER_TEST_MS,
  );
});
