import type { Page } from 'playwright-core';
import { MATARAM } from '../../fixtures/cast.js';
import type { Deps } from '../../src/web/deps.js';
import { seedPlaces, type At } from '../access/places.js';
import { answer } from '../support/answering.js';
import { axeFindings, BROWSER_TEST_MS, describeInBrowser } from '../support/chromium.js';
import { sidewaysOverflow } from '../support/chromium.js';
import { fullInput } from '../support/sheets.js';

/** Assessing in a real browser: with keys, without scripts, narrow and wide, clean for axe. */
const LKE = `/lke/${MATARAM}/2026`;
const TIER = `${LKE}/tinjauan/pendahuluan`;
const LONG = 'Tanpatandahubung'.repeat(12);

describeInBrowser('assessing', (browser) => {
  let at: At;

  beforeEach(async () => {
    await seedPlaces(browser.test.deps);
    await answer(browser.test, MATARAM, fullInput('best'), { 'A.I.1.i.a': LONG });
    at = (await seedPlaces(browser.test.deps, { stage: 'pendahuluan' })).mataram;
    await freeze(browser.test.deps);
  });

  const fill = async (page: Page, code: string): Promise<void> => {
    await page.goto(`${TIER}/${code}`);
    await page.locator('input[name="letter"]').last().check();
    await page.locator('#reason').fill(`Bukti belum lengkap. ${LONG}`);
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.locator('.zi-flash-done').waitFor();
  };

  it.each([
    [360, 740],
    [1280, 900],
  ])(
    'has no axe finding and no sideways scrolling at %d px while the tier works',
    async (width, height) => {
      const { page, signIn, close } = await browser.visitor({ width, height });
      await signIn('provinsi');
      await fill(page, 'A.I.1.i.b');
      await page.locator('#catatan-baru').fill(`Lengkapi. ${LONG}`);
      await page.getByRole('button', { name: 'Tulis catatan' }).click();
      const faults: string[] = [];
      const paths = [
        `${TIER}/A.I.1.i.b`,
        `${TIER}/${at.code}`,
        `${TIER}/A.II.1.i.a`,
        `${TIER}/B.I.a`,
        TIER,
        `${TIER}?area=hasil&saring=ulang`,
        `${TIER}/terima`,
        `${LKE}/perbandingan`,
        `${LKE}/perbandingan?area=1`,
        `${LKE}/catatan`,
        '/tinjauan',
      ];
      for (const path of paths) {
        await page.goto(path);
        faults.push(...(await faultsHere(page, path)));
      }
      await page.goto(`${TIER}/A.I.1.ii.a`);
      await page.getByRole('button', { name: 'Simpan', exact: true }).click();
      faults.push(...(await faultsHere(page, 'refused')));
      await close();
      expect(faults).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it(
    'goes by key: accept, change, save and on, back; and not while typing',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 1280, height: 900 });
      await signIn('provinsi');
      await page.goto(`${TIER}/A.I.1.i.a`);
      await page.keyboard.press('t');
      await page.waitForURL(/A\.I\.1\.i\.b/);
      await page.locator('#reason').pressSequentially('Tanpa notula, t dan n.');
      expect(page.url()).toContain('A.I.1.i.b');
      await page.locator('h1').click();
      await page.keyboard.press('u');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/A\.I\.1\.ii\.a/);
      await page.keyboard.press('p');
      await page.waitForURL(/A\.I\.1\.i\.b/);
      expect(await page.locator('#reason').inputValue()).toBe('Tanpa notula, t dan n.');
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'opens a document beside claim and form and says that it was opened',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 1280, height: 900 });
      await signIn('provinsi');
      await page.goto(`${TIER}/${at.code}`);
      const mark = page.locator('[data-opened]').first();
      expect(await mark.textContent()).toBe('Belum Anda buka');
      await page.locator('a[data-preview]').first().click();
      await page.locator('.zi-side iframe').waitFor();
      expect(await mark.textContent()).toBe('Sudah Anda buka');
      expect(await page.locator('.review-criteria').isVisible()).toBe(true);
      const claim = await page.locator('.review-claim').boundingBox();
      const form = await page.locator('.review-mine').boundingBox();
      expect(claim?.y).toBe(form?.y);
      expect(claim?.x ?? 0).toBeLessThan(form?.x ?? 0);
      await page.keyboard.press('Escape');
      await page.reload();
      expect(await mark.textContent()).toBe('Sudah Anda buka');
      await close();
    },
    BROWSER_TEST_MS,
  );

  it(
    'needs no script',
    async () => {
      const { page, signIn, close } = await browser.visitor({ width: 360, javaScript: false });
      await signIn('provinsi');
      await page.goto(`${TIER}/A.I.1.i.a`);
      await page.getByRole('button', { name: 'Terima sesuai klaim dan lanjut' }).click();
      expect(page.url()).toContain('A.I.1.i.b');
      await fill(page, 'A.I.1.i.b');
      expect(await page.locator('.sheet-state').textContent()).toContain('2 dari 113');
      await close();
    },
    BROWSER_TEST_MS,
  );
});

/** The newest submission holds the answers as they stand. */
async function freeze({ store }: Deps): Promise<void> {
  await store.write(async (tx) => {
    const { id, lke_id } = await tx
      .selectFrom('submission')
      .innerJoin('lke', 'lke.id', 'submission.lke_id')
      .select(['submission.id', 'lke_id'])
      .where('satker_code', '=', MATARAM)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow();
    const rows = await tx
      .selectFrom('answer')
      .selectAll()
      .where('lke_id', '=', lke_id)
      .where('tier', '=', 'mandiri')
      .execute();
    for (const { indicator_code, value, note, version } of rows) {
      const frozen = { submission_id: id, indicator_code, note, no_evidence_reason: null };
      await tx
        .insertInto('submission_answer')
        .values({ ...frozen, value: value ?? 'null', answer_version: version })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

async function faultsHere(page: Page, where: string): Promise<string[]> {
  const faults = (await axeFindings(page)).map((finding) => `${where}: ${finding}`);
  const overflow = await sidewaysOverflow(page);
  return overflow > 0 ? [...faults, `${where}: ${overflow} px too wide`] : faults;
}
