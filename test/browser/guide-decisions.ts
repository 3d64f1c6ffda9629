import { CAST_YEAR } from '../../fixtures/cast.js';
import { paths } from '../../src/paths.js';
import { takePicture, type Studio } from '../support/picture-studio.js';

/** Recommended by the province and concluded by TPI in the example data. */
const CONCLUDED = '52.03';

/** What went out on paper. */
export async function decisions(studio: Studio): Promise<void> {
  await studio.scene('sekretaris.provinsi', async (page) => {
    await page.goto(paths.decisions(CONCLUDED, CAST_YEAR));
    await page.locator('a[href*="/surat"]', { hasText: 'Lihat dan cetak' }).first().click();
    await page.locator('.paper').waitFor();
    await takePicture(page, 'keputusan-surat', '.paper-head', '.paper-ending');
  });
}
