import type { Page } from 'playwright-core';
import { CAST_YEAR } from '../../fixtures/cast.js';
import { fullInput } from '../support/sheets.js';
import { answer } from '../support/answering.js';
import {
  BROWSER_TEST_MS,
  describeInBrowser,
  type BrowserTest,
  type Visitor,
} from '../support/chromium.js';

/** Bytes over the line, compressed, as a slow line would carry them (experience.md, Quick). */
const FIRST_VISIT = 150_000;
const LATER = 40_000;
const HOME = `/lke/52.71/${CAST_YEAR}`;
const PAGES = [
  '/satker',
  HOME,
  `${HOME}/area/3`,
  `${HOME}/area/5`,
  `${HOME}/jawaban/A.I.1.i.a`,
  `${HOME}/jawaban/A.I.5.ii.a`,
  `${HOME}/jawaban/A.I.1.i.a/bukti`,
  `${HOME}/bukti`,
  `${HOME}/riwayat`,
  `${HOME}/unduhan`,
  `${HOME}/cari?q=laporan`,
  '/tim/52.71',
];

describeInBrowser('the weight of a page', (browser) => {
  beforeAll(async () => {
    const best = fullInput('best');
    const notes = Object.fromEntries(
      Object.keys(best).map((code) => [code, `SK Nomor 7 Tahun 2026, butir ${code}`]),
    );
    await answer(browser.test, '52.71', best, notes);
  });

  it(
    'stays under 150 kB on a first visit, all that it needs included',
    async () => {
      const heavy: string[] = [];
      const cookies = await signedInCookies(browser);
      for (const path of ['/masuk', ...PAGES]) {
        const weight = await firstVisit(browser, path, path === '/masuk' ? [] : cookies);
        if (weight > FIRST_VISIT || weight === 0) heavy.push(`${path}: ${weight} bytes`);
      }
      expect(heavy).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it(
    'stays under 40 kB afterwards',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 1280 });
      await signIn('ketua.mataram');
      // One page of each kind, so that its script is known.
      for (const path of PAGES) await page.goto(path, { waitUntil: 'load' });
      const heavy: string[] = [];
      for (const path of PAGES) {
        const weight = await weightOf(page, path);
        if (weight > LATER || weight === 0) heavy.push(`${path}: ${weight} bytes`);
      }
      await close();
      expect(heavy).toEqual([]);
    },
    BROWSER_TEST_MS,
  );
});

type Cookies = Awaited<ReturnType<Visitor['context']['cookies']>>;

/** The session of somebody who signed in elsewhere. */
async function signedInCookies(browser: BrowserTest): Promise<Cookies> {
  const { context, signIn, close } = await browser.visitor({ width: 1280 });
  await signIn('ketua.mataram');
  const cookies = await context.cookies();
  await close();
  return cookies;
}

/** With nothing in the cache. */
async function firstVisit(browser: BrowserTest, path: string, cookies: Cookies): Promise<number> {
  const { context, page, close } = await browser.visitor({ width: 1280 });
  await context.addCookies(cookies);
  const weight = await weightOf(page, path);
  await close();
  return weight;
}

/** What the network carried for one page, headers and compressed bodies, cached files not counted. */
async function weightOf(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let weight = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (weight += encodedDataLength));
  await page.goto(path, { waitUntil: 'load' });
  await session.detach();
  return weight;
}
