import { MATARAM } from '../../fixtures/cast.js';
import { BROWSER_TEST_MS, describeInBrowser, type Visitor } from '../support/chromium.js';
import { aPdf, aPng } from '../support/files.js';

const answer = `/lke/${MATARAM}/2026/jawaban/A.I.1.i.a`;
const pdf = (text: string) => ({
  name: `${text}.pdf`,
  mimeType: 'application/pdf',
  buffer: aPdf(text),
});

describeInBrowser('evidence in a real browser', (browser) => {
  let visitor: Visitor;
  const send = 'form[data-upload] button[type=submit]';

  beforeAll(async () => {
    visitor = await browser.visitor();
    await visitor.signIn('ketua.mataram');
  }, BROWSER_TEST_MS);
  afterAll(() => visitor.close());

  it(
    'a file goes up with its progress, and the page says so beside the list',
    async () => {
      const { page } = visitor;
      await page.goto(answer);
      await page.setInputFiles('#bukti-berkas', [pdf('SK Tim'), pdf('Berita acara')]);
      await page.click(send);
      const done = page.locator('#bukti .zi-flash');
      await done.waitFor();
      expect(await done.textContent()).toContain('2 bukti terlampir pada A.I.1.i.a');
      expect(new URL(page.url()).pathname).toBe(answer);
      await page.reload();
      expect(await page.locator('.zi-evidence-list > li').count()).toBe(2);
    },
    BROWSER_TEST_MS,
  );

  it(
    'files dropped onto the field are chosen',
    async () => {
      const { page } = visitor;
      await page.goto(answer);
      const files = await page.evaluateHandle<DataTransferLike>(`(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'dijatuhkan.pdf', { type: 'application/pdf' }));
        return data;
      })()`);
      await page.dispatchEvent('[data-drop]', 'dragover', { dataTransfer: files });
      expect(await page.locator('.zi-drop-over').count()).toBe(1);
      await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: files });
      const names = `[...document.querySelector('#bukti-berkas').files].map((file) => file.name)`;
      expect(await page.evaluate(names)).toEqual(['dijatuhkan.pdf']);
    },
    BROWSER_TEST_MS,
  );

  it(
    'a file over the limit is stopped before it uses the line',
    async () => {
      const { page } = visitor;
      await page.goto(answer);
      const posts: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(request.url());
      });
      await page.evaluate(`document.querySelector('#bukti-berkas').dataset.max = '10'`);
      await page.setInputFiles('#bukti-berkas', [pdf('besar')]);
      await page.click(send);
      await page.locator('.zi-progress[role=alert]').waitFor();
      expect(await page.textContent('.zi-progress')).toContain('besar.pdf');
      expect(posts).toEqual([]);
    },
    BROWSER_TEST_MS,
  );

  it(
    'a refused file comes back with its reason and the rest of the form',
    async () => {
      const { page } = visitor;
      await page.goto(`${answer}/bukti`);
      await page.fill('#name', 'Nama yang saya ketik');
      const bad = { name: 'rusak.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') };
      await page.setInputFiles('#files', [bad]);
      await page.click(send);
      await page.locator('.zi-problems').waitFor();
      expect(await page.textContent('.zi-problems')).toContain('bukan PDF');
      expect(await page.inputValue('#name')).toBe('Nama yang saya ketik');
    },
    BROWSER_TEST_MS,
  );

  it(
    'a PDF opens in the browser’s own viewer beside the page, and Escape closes it',
    async () => {
      const { page } = visitor;
      await page.goto(answer);
      // The viewer is an extension of the browser: its frame appears only if it took the PDF.
      const viewer = page.waitForEvent('framenavigated', {
        predicate: (frame) => frame.url().startsWith('chrome-extension://'),
      });
      await page.locator('a[data-preview]').first().click();
      const frame = page.locator('iframe.zi-side-frame');
      await frame.waitFor();
      expect(await frame.getAttribute('sandbox')).toBeNull();
      await viewer;
      await page.locator('.zi-side button').focus();
      await page.keyboard.press('Escape');
      expect(await page.locator('.zi-side').count()).toBe(0);
      const focused = `document.activeElement.hasAttribute('data-preview')`;
      expect(await page.evaluate(focused)).toBe(true);
    },
    BROWSER_TEST_MS,
  );

  it(
    'a picture opens beside the page in a size that fits',
    async () => {
      const { page } = visitor;
      const wide = { name: 'foto.png', mimeType: 'image/png', buffer: aPng() };
      await page.goto(answer);
      await page.setInputFiles('#bukti-berkas', [wide]);
      await page.click(send);
      await page.locator('#bukti .zi-flash').waitFor();
      await page.locator('a[data-image]').first().click();
      const image = page.locator('.zi-side-image img');
      await image.waitFor();
      const loaded = `document.querySelector('.zi-side-image img').decode().then(() => true)`;
      expect(await page.evaluate(loaded)).toBe(true);
    },
    BROWSER_TEST_MS,
  );

  it(
    'without JavaScript all of it works: upload, confirmation, preview as a page of its own',
    async () => {
      const plain = await browser.visitor({ javaScript: false, width: 360 });
      await plain.signIn('ketua.mataram');
      const { page } = plain;
      await page.goto(answer);
      await page.setInputFiles('#bukti-berkas', [pdf('Tanpa skrip')]);
      await page.click(send);
      expect(await page.textContent('.zi-flash')).toContain('1 bukti terlampir');
      const link = page.locator('a[data-preview]').first();
      expect(await link.getAttribute('target')).toBe('_blank');
      const preview = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(preview.status()).toBe(200);
      await plain.close();
    },
    BROWSER_TEST_MS,
  );
});

interface DataTransferLike {
  readonly files: unknown;
}
