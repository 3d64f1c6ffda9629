import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, submit } from '../support/submitting.js';
import { yearSteps, type YearSteps } from '../support/year-steps.js';

/** The first page of an LKE tells what was decided about it, to each as much as they may see. */
const LKE = `/lke/${MATARAM}/2026`;
const BIMA = '52.72';

let zi: TestApp;
let year: YearSteps;

beforeEach(async () => {
  zi = await startTestApp();
  year = yearSteps(zi);
});
afterEach(() => zi.close());

const home = async (who: string, page = LKE): Promise<string> =>
  readableText((await (await year.as(who)).get(page).expect(200)).text);

it('the lead reads what the province decided, and later what TPI found, with its report', async () => {
  expect(await home('ketua.mataram')).not.toContain('Hasil penilaian');
  await year.foundLayak(MATARAM, 'ketua.mataram');
  const layak = await home('ketua.mataram');
  expect(layak).toContain('Hasil penilaian Penilaian pendahuluan: Layak 10 Maret 2026');
  expect(layak).toMatch(/Nilai menurut penilaian pendahuluan \S+; menurut penilaian mandiri \S+\./);
  expect(layak).not.toContain('Penilaian TPI: Memenuhi');
  await year.recommend('1/2026', MATARAM);
  await year.conclude('LHE-1/2026', MATARAM);
  const found = await home('ketua.mataram');
  expect(found).toContain('Penilaian TPI: Memenuhi');
  expect(found).toMatch(/Nilai menurut penilaian TPI \S+; menurut penilaian mandiri \S+\./);
  const lead = await year.as('ketua.mataram');
  const { text } = await lead.get(LKE);
  const report = /href="([^"]*\/lhe\/[^"]*)">Baca laporan/.exec(text)?.[1] ?? '';
  await lead.get(report).expect(200);
  expect(await home('anggota.mataram')).toContain('Penilaian TPI: Memenuhi');
  expect(await home('provinsi')).toContain('Penilaian pendahuluan: Layak');
  const { text: queue } = await (await year.as('pusat')).get('/tinjauan').expect(200);
  expect(queue).toContain('Pengusulan (1)');
});

it('what TPI has assessed so far is not the satker’s to read', async () => {
  await year.foundLayak(MATARAM, 'ketua.mataram');
  await year.recommend('1/2026', MATARAM);
  await year.send('tpi.anggota', `${LKE}/keputusan/tpi`, {}, `${LKE}/penilaian-tpi`);
  await assessAs(zi, await lkeOf(zi, MATARAM), 'tpi');
  const text = await home('ketua.mataram');
  expect(text).toContain('Penilaian pendahuluan: Layak');
  expect(text).not.toContain('menurut penilaian TPI');
});

it('a no stands with its reason and what follows', async () => {
  await completeLke(zi, BIMA);
  await submit(await year.as('ketua.bima'), BIMA);
  await assessAs(zi, await lkeOf(zi, BIMA), 'pendahuluan');
  const page = `/lke/${BIMA}/2026/keputusan/pendahuluan`;
  const no = { checked: 'on', choice: 'decide-belum-layak-ends', reason: 'SK tim tidak ada.' };
  await year.send('sekretaris.provinsi', page, no);
  const text = await home('ketua.bima', `/lke/${BIMA}/2026`);
  expect(text).toContain('Penilaian pendahuluan: Belum layak');
  expect(text).toContain('Penilaian tahun ini berakhir. Alasan: SK tim tidak ada.');
});
