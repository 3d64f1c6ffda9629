import type { Page } from 'playwright-core';
import { MATARAM } from '../../fixtures/cast.js';
import { BROWSER_TEST_MS, describeInBrowser, type Visitor } from '../support/chromium.js';

const at = (code: string) => `/lke/${MATARAM}/2026/jawaban/${code}`;
const save = 'form[data-answer] button[type="submit"]:not([name])';

describeInBrowser('filling with JavaScript', (browser) => {
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    visitor = await browser.visitor();
    page = visitor.page;
    await visitor.signIn('ketua.mataram');
  }, BROWSER_TEST_MS);
  afterAll(() => visitor.close());

  const told = (text: string) => page.locator('#status-simpan', { hasText: text }).waitFor();

  it(
    'a choice is saved at once, and points, gate and version follow on the same page',
    async () => {
      await page.goto(at('A.I.2.i.a'));
      const letter = await page.locator('input[name="letter"]').first().inputValue();
      await page.locator('label[for="pilihan-1"]').click();
      await told(`A.I.2.i.a tersimpan`);
      await told('Nilai total 0,00 →');
      expect(await page.locator('#nilai').innerText()).toContain(`${letter} = 1`);
      expect(await page.locator('#keadaan').innerText()).toContain('Terisi');
      expect(await page.locator('input[name="version"]').inputValue()).toBe('1');
      expect(await page.locator('#kosongkan').isVisible()).toBe(true);
    },
    BROWSER_TEST_MS,
  );

  it(
    'keys choose and save, and can be switched off for good',
    async () => {
      await page.goto(at('A.I.1.i.b'));
      await page.keyboard.press('b');
      await told('A.I.1.i.b tersimpan');
      expect(await page.locator('input[name="letter"]:checked').inputValue()).toBe('B');
      await page.locator('#note').focus();
      await page.keyboard.type('abc');
      expect(await page.locator('input[name="letter"]:checked').inputValue()).toBe('B');
      await page.keyboard.press('Control+Enter');
      await told('A.I.1.i.b tersimpan');
      await page.locator('#pintasan button').click();
      await page.reload();
      expect(await page.locator('#note').inputValue()).toBe('abc');
      await page.keyboard.press('a');
      expect(await page.locator('input[name="letter"]:checked').inputValue()).toBe('B');
      await page.locator('#pintasan button').click();
    },
    BROWSER_TEST_MS,
  );

  it(
    'what cannot be sent stays on the page, and is offered again after a reload',
    async () => {
      await page.goto(at('A.I.3.i.a'));
      await page.locator('#note').fill('Ditulis tanpa sambungan');
      await told('belum tersimpan');
      await visitor.context.setOffline(true);
      await page.locator(save).click();
      await told('sambungan terputus');
      await visitor.context.setOffline(false);
      await page.reload();
      expect(await page.locator('#note').inputValue()).toBe('');
      await page.getByRole('button', { name: 'Tampilkan ketikan itu' }).click();
      expect(await page.locator('#note').inputValue()).toBe('Ditulis tanpa sambungan');
      await page.locator(save).click();
      await told('A.I.3.i.a tersimpan');
      await page.reload();
      expect(await page.locator('.zi-held').count()).toBe(0);
    },
    BROWSER_TEST_MS,
  );

  it(
    'totals and the ratio follow the typing; a refused count brings the page that says so',
    async () => {
      await page.goto(at('A.II.5.iii.a'));
      await page.locator('#count-kepala').fill('1');
      await page.locator('#count-pejabat').fill('4');
      await page.locator('#count-lainnya').fill('0');
      await page.locator('#count-lapor').fill('4');
      expect(await page.locator('output#count-wajib').innerText()).toBe('5');
      expect(await page.locator('.sheet-ratio').innerText()).toContain('4 ÷ 5 = 0,8');
      await page.locator('#count-lapor').fill('1/2');
      await page.locator(save).click();
      await page.locator('.zi-problems').waitFor();
      expect(await page.locator('#count-lapor').inputValue()).toBe('1/2');
      expect(await page.locator('#count-pejabat').inputValue()).toBe('4');
    },
    BROWSER_TEST_MS,
  );

  it(
    'a save that meets another one brings the page with both texts',
    async () => {
      const other = await browser.visitor();
      await other.signIn('anggota.mataram');
      await page.goto(at('A.I.2.ii.a'));
      await other.page.goto(at('A.I.2.ii.a'));
      await other.page.locator('#note').fill('dari Ayu');
      await other.page.locator(save).click();
      await other.page.locator('#status-simpan', { hasText: 'tersimpan' }).waitFor();
      await page.locator('#note').fill('dari ketua');
      await page.locator(save).click();
      await page.locator('h1', { hasText: 'sudah diubah orang lain' }).waitFor();
      expect(await page.locator('main').innerText()).toMatch(/dari Ayu[\s\S]*dari ketua/);
      await other.close();
    },
    BROWSER_TEST_MS,
  );
});
