import { CAST_YEAR } from '../../fixtures/cast.js';
import { paths } from '../../src/paths.js';
import { takePicture, type Studio } from '../support/picture-studio.js';

/** TPI concluded for this one in the demo. */
const READY = '52.03';

const HEAD = {
  agency: 'KOMISI PEMILIHAN UMUM\nREPUBLIK INDONESIA',
  address: 'Jalan Contoh Nomor 29 Jakarta (contoh)',
  city: 'Jakarta',
  position: 'Ketua Komisi Pemilihan Umum (contoh)',
  name: 'Nama Pimpinan (contoh)',
};

/** Pictures of proposing to TPN and of its result; nothing of the demo is at TPN afterwards. */
export async function proposing(studio: Pick<Studio, 'scene'>): Promise<void> {
  await studio.scene('pusat', async (page) => {
    await page.goto(paths.proposalSignatory());
    for (const [name, value] of Object.entries(HEAD)) await page.fill(`[name=${name}]`, value);
    await page.getByRole('button', { name: 'Simpan kop dan penanda tangan' }).click();
    await page.goto(paths.proposals(CAST_YEAR));
    await takePicture(page, 'pengusulan', 'h1', `[aria-labelledby="satker-${READY}"]`);
    await page.check(`[name="pilih-${READY}"]`);
    await page.fill(
      `[name="alasan-${READY}"]`,
      'Dokumen SAKIP menyusul sebelum praevaluasi (contoh).',
    );
    await page.fill('#number', '21/PW.02-SD/01/2026 (contoh)');
    await page.fill('#day', '2026-04-07');
    await page.getByRole('button', { name: 'Periksa usulan' }).click();
    await page.check('#diperiksa');
    await page.getByRole('button', { name: 'Catat pengusulan' }).click();
    await page.locator('.zi-flash-done').waitFor();
    await page.goto(paths.tpnResult(READY, CAST_YEAR));
    await page.fill('#total', '82,45');
    await page.getByRole('button', { name: 'Simpan nilai TPN' }).click();
    await takePicture(page, 'tpn-hasil', 'h1', '[aria-labelledby="judul-nilai"]');
  });
}
