import { CAST_YEAR } from '../../fixtures/cast.js';
import { paths } from '../../src/paths.js';
import { takePicture, type Studio } from '../support/picture-studio.js';

/** Handed in. */
const SUBMITTED = '52.01';

/** The port of the studio is another one in every run. */
const SHOW_EXAMPLE_ADDRESS = `
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    walker.currentNode.data = data.replaceAll(location.origin, 'https://zi.kpu-ntb.example');
  }
`;

/** Pictures of share links and of what the portal would receive. */
export async function withoutAccount(studio: Studio): Promise<void> {
  let address = '';
  await studio.scene('ketua.lobar', async (page) => {
    await page.goto(paths.shareLinks(SUBMITTED, CAST_YEAR));
    await page.fill('#label', 'TPN, evaluator Kementerian PANRB');
    await page.getByRole('button', { name: 'Buat tautan' }).click();
    address = new URL(await page.inputValue('#tautan')).pathname;
  });
  const anybody = await studio.visitor({ height: 700 });
  await anybody.page.goto(address);
  await takePicture(anybody.page, 'bukti-dibagikan', '.zi-header', '.share-evidence');
  await anybody.close();
  await studio.scene('ketua.lobar', async (page) => {
    await page.goto(paths.shareLinks(SUBMITTED, CAST_YEAR));
    await takePicture(page, 'tautan-berbagi', 'h1', '[aria-labelledby="judul-buat"]');
    await page.goto(paths.feedReadiness(SUBMITTED, CAST_YEAR));
    await takePicture(page, 'kesiapan-portalrb', 'h1', '[aria-labelledby="judul-kurang"]');
  });
  await studio.scene('admin', async (page) => {
    await page.goto(paths.adminFeed());
    await page.check('#enabled');
    await page.getByRole('button', { name: 'Simpan pengaturan' }).click();
    await page.fill('#name', 'PortalRB, Kementerian PANRB');
    await page.getByRole('button', { name: 'Buat token' }).click();
    await page.goto(paths.adminFeed());
    await page.evaluate(SHOW_EXAMPLE_ADDRESS);
    await takePicture(page, 'admin-portalrb', 'h1', '[aria-labelledby="judul-token"]');
  });
}
