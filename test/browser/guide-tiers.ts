import { CAST_YEAR, MATARAM } from '../../fixtures/cast.js';
import { paths } from '../../src/paths.js';
import { takePicture, type Studio } from '../support/picture-studio.js';

/** Recommended by the team, decided by its head and concluded by TPI in the example data. */
const CONCLUDED = '52.03';

/** How an LKE goes from hand to hand: handed in, in the queue, recommended, reported, taken back. */
export async function fromHandToHand(studio: Pick<Studio, 'scene'>): Promise<void> {
  await studio.scene('ketua.mataram', async (page) => {
    await page.goto(paths.submission(MATARAM, CAST_YEAR));
    await takePicture(page, 'pengajuan', 'h1', '#judul-syarat', '#syarat li:nth-of-type(3)');
  });
  await studio.scene('provinsi', async (page) => {
    await page.goto(paths.reviewQueue());
    await takePicture(page, 'penilai-antrean', 'h1', 'main table tbody tr:nth-child(3)');
  });
  await studio.scene('sekretaris.provinsi', async (page) => {
    await page.goto(paths.decisionPendahuluan(CONCLUDED, CAST_YEAR));
    await takePicture(page, 'keputusan-rekomendasi', 'h1', '#rekomendasi');
    await page.goto(paths.oversightWeek('52', CAST_YEAR));
    await takePicture(page, 'pengawasan-pekan', 'h1', 'main table tbody tr:nth-child(4)');
  });
  await studio.scene('tpi.ketua', async (page) => {
    await page.goto(paths.lhePrint(CONCLUDED, CAST_YEAR, 1));
    await takePicture(page, 'keputusan-lhe', '.paper-head', '.paper table');
    await page.goto(paths.takeBack(CONCLUDED, CAST_YEAR));
    await takePicture(page, 'keputusan-penarikan', 'h1', 'main form button[type="submit"]');
  });
}
