import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { CAST_YEAR } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import {
  BROWSER_TEST_MS,
  describeInBrowser,
  picture,
  type BrowserTest,
} from '../support/chromium.js';

/** A first user, from the sign-in form to the worksheet in the hand. */
const CASES = [
  {
    title: 'on a wide window',
    width: 1280,
    javaScript: true,
    username: 'ketua.mataram',
    satker: '52.71',
  },
  { title: 'on a phone', width: 360, javaScript: true, username: 'ketua.lobar', satker: '52.01' },
  {
    title: 'without JavaScript',
    width: 1280,
    javaScript: false,
    username: 'ketua.loteng',
    satker: '52.02',
  },
  {
    title: 'on a phone without JavaScript',
    width: 360,
    javaScript: false,
    username: 'ketua.lotim',
    satker: '52.03',
  },
] as const;
/** Area 1: 12 indicators of pemenuhan, 4 of reform. */
const AREA_INDICATORS = 16;

describeInBrowser('a first user', (browser) => {
  it.each(CASES)(
    'signs in, fills area 1 by keyboard, attaches a PDF to three indicators, sees score and gates move, and takes both worksheets ($title)',
    async (one) => {
      const { page, close } = await browser.visitor(one);
      const home = `/lke/${one.satker}/${CAST_YEAR}`;
      await signInByKeyboard(page, one.username);
      await page.goto(home);
      expect(await gateOf(page, 'Manajemen Perubahan')).toMatch(/kurang/i);
      expect(await figureOf(page, 'Nilai')).toBe('0,00');

      await page.locator('a.btn-primary', { hasText: 'belum terisi' }).press('Enter');
      await fillArea(page);
      await page.goto(home);
      await picture(page, `journey-${one.width}-${String(one.javaScript)}`);
      expect(await figureOf(page, 'Kelengkapan')).toBe(String(AREA_INDICATORS));
      expect(await figureOf(page, 'Nilai')).toBe('8,00');
      expect(await gateOf(page, 'Manajemen Perubahan')).not.toMatch(/kurang/i);
      expect(await gateOf(page, 'Penguatan Pengawasan')).toMatch(/kurang/i);

      await attachToThree(page, home);
      await page.goto(`${home}/bukti`);
      expect(await page.locator('tbody td[data-label="Pemakaian"]').innerText()).toMatch(/^3\b/);

      await page.goto(`${home}/unduhan`);
      for (const layout of ['lampiran-iii', 'portalrb']) {
        const link = page.locator(`a[href$="/${layout}.xlsx"]`);
        const [download] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
        await expectWorkbook(download);
      }
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'chooses with an arrow key, goes on with N at once, and loses nothing',
    () => arrowThenNext(browser),
    BROWSER_TEST_MS,
  );

  it(
    'goes on while the last choice is still on its way, without a quarrel with itself',
    () => goOnWhileSaving(browser),
    BROWSER_TEST_MS,
  );
});

async function signInByKeyboard(page: Page, username: string): Promise<void> {
  await page.goto('/masuk');
  await tabTo(page, 'input[name="username"]');
  await page.keyboard.type(username);
  await tabTo(page, 'input[name="password"]');
  await page.keyboard.type('tenun-sasambo-2026');
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/masuk'));
}

/** Best option or full counts, then on to the next unanswered, until the area is full. */
async function fillArea(page: Page): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    const code = /\/jawaban\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
    if (!/^A\.(?:I|II)\.1\./.test(code)) {
      const answered = await answeredInArea(page);
      if (answered === AREA_INDICATORS) return;
      await page.goto(page.url().replace(/\/jawaban\/.*$/, `/jawaban/${nextReform(answered)}`));
      continue;
    }
    await fillOne(page);
    const before = page.url().split('?')[0];
    await page.locator('button[name="then"]').press('Enter');
    await page.waitForURL((address) => address.href.split('?')[0] !== before);
  }
  throw new Error('the area never became full');
}

const REFORM = ['A.II.1.i.a', 'A.II.1.i.b', 'A.II.1.ii.a', 'A.II.1.iii.a'];
function nextReform(answered: number): string {
  return REFORM[Math.max(0, answered - 12)] ?? '';
}

async function fillOne(page: Page): Promise<void> {
  const first = page.locator('input[name="letter"]').first();
  if ((await first.count()) > 0) {
    await tabTo(page, 'input[name="letter"]');
    await first.press('Space');
    return;
  }
  for (const input of await page.locator('.sheet-counts input.sheet-number').all()) {
    await input.focus();
    await page.keyboard.type('7');
  }
}

async function answeredInArea(page: Page): Promise<number> {
  const at = page.url();
  const home = /^.*\/lke\/[^/]+\/\d+/.exec(at)?.[0] ?? '';
  await page.goto(home);
  const answered = Number(await figureOf(page, 'Kelengkapan'));
  await page.goto(at);
  return answered;
}

async function attachToThree(page: Page, home: string): Promise<void> {
  const [first, ...others] = ['A.I.1.i.a', 'A.I.1.i.b', 'A.I.1.ii.a'];
  await page.goto(`${home}/jawaban/${first}`);
  await page.locator('#bukti-berkas').setInputFiles({
    name: 'SK Tim ZI 2026.pdf',
    mimeType: 'application/pdf',
    buffer: pdfFile(['Surat keputusan tim kerja', 'Zona Integritas 2026']),
  });
  await page.locator('#bukti button[type="submit"]').press('Enter');
  await page.locator('#bukti a', { hasText: 'SK Tim ZI 2026' }).first().waitFor();
  for (const code of others) {
    await page.goto(`${home}/jawaban/${code}/bukti`);
    await page.locator('#ambil input[type="checkbox"]').first().press('Space');
    await page.locator('#ambil form[method="post"] button[type="submit"]').press('Enter');
    await page.waitForURL(new RegExp(`/jawaban/${code}(?:[?#]|$)`));
  }
}

async function expectWorkbook(download: Download): Promise<void> {
  expect(download.suggestedFilename()).toMatch(/^[\w.-]+\.xlsx$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(bytes.length).toBeGreaterThan(10_000);
}

/** The big number under a heading of the summary. */
async function figureOf(page: Page, heading: string): Promise<string> {
  const card = page.locator('.lke-figures section', {
    has: page.locator('h2', { hasText: new RegExp(`^${heading}$`) }),
  });
  return (await card.locator('.lke-figure strong').innerText()).trim();
}

async function gateOf(page: Page, name: string): Promise<string> {
  const row = page.locator('section[aria-labelledby="judul-ambang"] tbody tr', { hasText: name });
  return row.first().innerText();
}

/** By the Tab key only, as somebody without a mouse. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const there = await page.evaluate<boolean>(
      `document.activeElement !== null && document.activeElement.matches(${JSON.stringify(selector)})`,
    );
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${selector}`);
}

async function arrowThenNext(browser: BrowserTest): Promise<void> {
  const { page, signIn, close } = await browser.visitor({ width: 1280 });
  await signIn('ketua.sumbawa');
  const address = `/lke/52.04/${CAST_YEAR}/jawaban/A.I.1.i.b`;
  await page.goto(address);
  await page.locator('input[name="letter"]').first().focus();
  await page.keyboard.press('ArrowDown');
  const chosen = await page.locator('input[name="letter"]:checked').inputValue();
  await page.keyboard.press('n');
  await page.waitForURL((url) => !url.pathname.endsWith('A.I.1.i.b'));
  await page.goto(address);
  expect(await page.locator('input[name="letter"]:checked').count()).toBe(1);
  expect(await page.locator('input[name="letter"]:checked').inputValue()).toBe(chosen);
  await close();
}

async function goOnWhileSaving(browser: BrowserTest): Promise<void> {
  const { page, signIn, close } = await browser.visitor({ width: 1280 });
  await signIn('ketua.dompu');
  const address = `/lke/52.05/${CAST_YEAR}/jawaban/A.I.1.i.a`;
  await page.goto(address);
  let held: (() => void) | undefined;
  const arrived = new Promise<void>((resolve) => {
    void page.route(`**${address}`, async (route) => {
      if (route.request().method() !== 'POST' || held !== undefined) return route.continue();
      const released = new Promise<void>((release) => (held = release));
      // The save reaches the server at once; only its answer is slow.
      const response = await route.fetch({ maxRedirects: 0 });
      resolve();
      await released;
      await route.fulfill({ response }).catch(() => {});
    });
  });
  await page.locator('input[name="letter"]').first().check();
  await arrived;
  await page.locator('#note').fill('SK Nomor 7 Tahun 2026');
  await page.locator('button[name="then"]').click();
  held?.();
  await page.waitForURL((url) => !url.pathname.endsWith('A.I.1.i.a'));
  expect(await page.locator('h1').innerText()).not.toMatch(/diubah|berubah/i);
  await page.goto(address);
  expect(await page.locator('#note').inputValue()).toBe('SK Nomor 7 Tahun 2026');
  await close();
}
