import path from 'node:path';
import type { Page } from 'playwright-core';
import { CAST_PASSWORD, CAST_YEAR, MATARAM } from '../../fixtures/cast.js';
import { paths } from '../../src/paths.js';
import { projectRoot } from '../../src/project-root.js';
import { edited } from '../support/filled-workbook.js';
import { likelyWords, officialWorkbook } from '../support/official-workbook.js';
import { decisions } from './guide-decisions.js';
import { withoutAccount } from './guide-without-account.js';
import { proposing } from './guide-proposals.js';
import { fromHandToHand } from './guide-tiers.js';
import { openStudio, takePicture, weighPictures, type Studio } from '../support/picture-studio.js';

/**
 * Takes the pictures of docs/panduan.md from the running product: `npm run pictures`. The scenes
 * follow each other on one set of example data; what one changes, the next may show.
 */
const HALF_FILLED = '52.02';
const WITH_PREDIKAT = '52.72';
/** Handed in, and half assessed by the province. */
const ASSESSED = '52.01';
/** Addresses and tokens are chance; the guide shows this one instead. */
const EXAMPLE_LINK = 'https://zi.example.go.id/tautan/Zx8vTq1…';

const IMPORTED = `username;nama;email;peran;satker
sri.wahyuni;Sri Wahyuni;;anggota;52.01
wayan.putra;I Wayan Putra;wayan@contoh.go.id;ketua;52.71
rudi.hartono;Rudi Hartono;;penilai-provinsi;KPU Kota Mataram
`;

async function takeAll(studio: Studio): Promise<void> {
  await administration(studio);
  await signIn(studio);
  await province(studio);
  await assessing(studio);
  await decisions(studio);
  await fromHandToHand(studio);
  await oversight(studio);
  await summary(studio);
  await filling(studio);
  await evidence(studio);
  await team(studio);
  await twoPeople(studio);
  await historyAndExport(studio);
  await takingOut(studio);
  await bringingIn(studio);
  await phone(studio);
  await endedSession(studio);
  await officialWording(studio);
  await withoutAccount(studio);
  await proposing(studio);
}

function administration(studio: Studio): Promise<void> {
  return studio.scene('admin', async (page) => {
    await putDatesInOrder(page);
    await page.goto(paths.adminYear(CAST_YEAR));
    await takePicture(page, 'admin-tahun', '.zi-header', row(5));
    await page.goto(`${paths.adminYearSatker(CAST_YEAR)}?provinsi=52`);
    await takePicture(page, 'admin-sasaran', 'h1', row(5));
    await page.goto(paths.adminUsers());
    await takePicture(page, 'admin-pengguna', 'h1', row(5));
    await page.goto(paths.adminUserImport());
    await page.fill('#text', IMPORTED);
    await page.getByRole('button', { name: 'Periksa isian' }).click();
    await takePicture(page, 'admin-impor', 'h1', 'main table');
    await page.goto(paths.adminSatkerOne(WITH_PREDIKAT));
    await takePicture(page, 'admin-satker', 'h1', 'main table');
  });
}

/** The example's own deadline lies after the national start of the next stages. */
async function putDatesInOrder(page: Page): Promise<void> {
  await page.goto(paths.adminYearDates(CAST_YEAR));
  await page.fill('#d-pendahuluan-mulai', '2026-05-04');
  await page.fill('#d-pendahuluan-tutup', '2026-05-15');
  await page.fill('#d-tpi-mulai', '2026-05-18');
  await page.fill('#d-tpi-tutup', '2026-05-29');
  await page.getByRole('button', { name: 'Simpan tanggal nasional' }).click();
  await page.locator('.zi-flash-done').waitFor();
}

async function signIn(studio: Studio): Promise<void> {
  const { page, context } = await studio.visitor({ width: 900 });
  await page.goto(paths.signIn());
  await takePicture(page, 'masuk', '.zi-demo', '.zi-narrow');
  await context.close();
}

function province(studio: Studio): Promise<void> {
  return studio.scene('provinsi', async (page) => {
    await page.goto(paths.satkerList());
    await takePicture(page, 'provinsi-satker', '.zi-header', row(6));
  });
}

function assessing(studio: Studio): Promise<void> {
  return studio.scene('provinsi', async (page) => {
    await page.goto(paths.reviewAnswer(ASSESSED, CAST_YEAR, 'pendahuluan', 'A.I.1.i.b'));
    await takePicture(page, 'penilai-tinjauan', 'h1', '.review-columns');
    await page.goto(paths.comparison(ASSESSED, CAST_YEAR));
    await takePicture(page, 'penilai-perbandingan', '#judul-indikator', '.review-compared');
  });
}

function oversight(studio: Studio): Promise<void> {
  return studio.scene('provinsi', async (page) => {
    await page.goto(paths.oversight('52', CAST_YEAR));
    await takePicture(page, 'pengawasan', 'h1', row(5));
    await page.goto(paths.oversightMap('52', CAST_YEAR));
    await takePicture(page, 'pengawasan-peta', '.ov-map', row(6));
  });
}

function summary(studio: Studio): Promise<void> {
  return studio.scene('ketua.loteng', async (page) => {
    await page.goto(paths.lke(HALF_FILLED, CAST_YEAR));
    await takePicture(page, 'ringkasan', '.zi-header', '[aria-labelledby="judul-pekerjaan"]');
    await takePicture(page, 'ringkasan-ambang', '[aria-labelledby="judul-ambang"]');
    await takePicture(page, 'ringkasan-area', '#judul-area', '.lke-chart');
    const gains = '[aria-labelledby="judul-penambah"]';
    await takePicture(page, 'ringkasan-penambah', `${gains} h2`, `${gains} ${row(4)}`);
  });
}

function filling(studio: Studio): Promise<void> {
  return studio.scene('ketua.loteng', async (page) => {
    await page.goto(paths.area(HALF_FILLED, CAST_YEAR, '1'));
    await takePicture(
      page,
      'area',
      '.zi-header',
      '.sheet-table tbody:nth-of-type(2) tr:nth-child(3)',
    );
    await page.goto(paths.answer(HALF_FILLED, CAST_YEAR, 'A.I.1.iii.a'));
    await takePicture(page, 'indikator-pilihan', '.zi-context', '#isian', '#nilai');
    await page.goto(paths.answer(HALF_FILLED, CAST_YEAR, 'A.II.1.i.a'));
    await page.fill('#count-perubahan', '6');
    await takePicture(page, 'indikator-angka', 'h1', '#isian', '#nilai');
    await page.goto(paths.lke(HALF_FILLED, CAST_YEAR));
    await page.getByRole('link', { name: 'Isi indikator pertama yang belum terisi' }).click();
    await page.locator('#isian input[type="radio"]').first().check();
    await page.locator('#status-simpan.zi-pass').waitFor();
    await takePicture(page, 'indikator-tersimpan', '#isian', '#nilai');
  });
}

function evidence(studio: Studio): Promise<void> {
  return studio.scene('ketua.loteng', async (page) => {
    await page.goto(paths.answer(HALF_FILLED, CAST_YEAR, 'A.I.1.ii.c'));
    await takePicture(page, 'bukti-di-indikator', '#bukti');
    await page.goto(paths.answerEvidence(HALF_FILLED, CAST_YEAR, 'A.I.1.iii.c'));
    await page.setInputFiles('#files', exampleFile('laporan-monev-tw1.pdf'));
    await takePicture(page, 'bukti-unggah', 'h1', 'main section:first-of-type form');
    await page.goto(paths.evidenceRegister(HALF_FILLED, CAST_YEAR));
    await takePicture(page, 'bukti-daftar', 'h1', row(5));
    await page.getByRole('link', { name: 'SK Tim Pembangunan ZI 2026' }).click();
    await page.locator('.zi-versions').waitFor();
    await takePicture(page, 'bukti-satu', 'h1', '.zi-versions');
  });
}

function team(studio: Studio): Promise<void> {
  return studio.scene('ketua.mataram', async (page) => {
    await page.goto(paths.team(MATARAM));
    await takePicture(page, 'tim', '.zi-header', '[aria-labelledby="judul-anggota"]');
    await page.fill('#username', 'made.arta');
    await page.fill('#name', 'I Made Arta');
    for (const area of ['1', '6']) await page.check(`#area-${area}`);
    await takePicture(page, 'tim-undang', '[aria-labelledby="judul-undang"]');
    await page.getByRole('button', { name: 'Undang', exact: true }).click();
    await page.locator('#tautan').waitFor();
    await page.evaluate(`document.querySelector('#tautan').value = '${EXAMPLE_LINK}'`);
    await takePicture(page, 'tautan-sekali-pakai', 'h1', 'main .zi-card');
    await page.goto(paths.team(MATARAM));
    await page.getByRole('link', { name: 'Ahmad Yani' }).click();
    await page.locator('#judul-akses').waitFor();
    await takePicture(page, 'tim-anggota', 'h1', '[aria-labelledby="judul-akses"]');
  });
}

/** Both open the same indicator; the one who saves later sees both texts. */
async function twoPeople(studio: Studio): Promise<void> {
  const address = paths.answer(MATARAM, CAST_YEAR, 'A.I.1.iii.a');
  await studio.scene('ketua.mataram', async (lead) => {
    await lead.goto(address);
    await studio.scene('anggota.mataram', async (member) => {
      await member.goto(address);
      await answer(member, 1, 'Satu kegiatan bergeser ke triwulan II.');
      await member.locator('#status-simpan.zi-pass').waitFor();
    });
    studio.wait(4);
    await answer(lead, 2, 'Tiga dari lima kegiatan selesai; sisanya triwulan II.');
    await lead.getByRole('button', { name: 'Simpan gabungan' }).waitFor();
    await takePicture(lead, 'dua-orang', 'h1', 'main .zi-actions');
  });
}

function historyAndExport(studio: Studio): Promise<void> {
  return studio.scene('ketua.mataram', async (page) => {
    await page.goto(paths.history(MATARAM, CAST_YEAR));
    await takePicture(page, 'riwayat', 'h1', row(2));
    await page.goto(paths.exportPage(MATARAM, CAST_YEAR));
    await takePicture(page, 'unduh', 'h1', '.zi-grid section');
  });
}

/** The recap, all worksheets of the province, and one satker's evidence. */
async function takingOut(studio: Studio): Promise<void> {
  await studio.scene('ketua.lobar', async (page) => {
    await page.goto(paths.exportPage('52.01', CAST_YEAR));
    await takePicture(page, 'bundel', '[aria-labelledby="judul-bundel"]');
  });
  await studio.scene('provinsi', async (page) => {
    await page.goto(paths.recap('52', CAST_YEAR));
    await page.locator('.recap-short summary').first().click();
    await takePicture(page, 'rekap', 'h1', row(5));
    await page.getByRole('link', { name: 'Unduh semua lembar kerja' }).click();
    await page.getByRole('button', { name: 'Susun berkas' }).click();
    await page.getByRole('link', { name: 'Unduh berkas ZIP' }).waitFor({ timeout: 120_000 });
    await takePicture(page, 'rekap-berkas', 'h1', '#keadaan');
  });
}

/** A worksheet from before, bent as they circulate; taken back at the end. */
function bringingIn(studio: Studio): Promise<void> {
  return studio.scene('ketua.loteng', async (page) => {
    const file = await page.request.get(paths.exportFile(HALF_FILLED, CAST_YEAR, 'lampiran-iii'));
    const buffer = await edited(await file.body(), {
      isForeign: true,
      answers: { 'A.I.1.i.a': 'tidak', 'A.I.1.i.b': 'F', 'A.I.5.i.a': 'b', 'B.II.a': '3,45' },
      notes: { 'A.I.1.ii.a': 'Rencana aksi ditetapkan dalam pleno 12 Januari 2026.' },
      links: { 'A.I.5.i.a': { name: 'SK Unit', href: 'https://contoh.go.id/sk-upg' } },
    });
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.goto(paths.imports(HALF_FILLED, CAST_YEAR));
    await takePicture(page, 'impor-unggah', '.zi-context', '[aria-labelledby="judul-unggah"]');
    await page.setInputFiles('#file', { name: 'LKE Lombok Tengah.xlsx', mimeType, buffer });
    await page.getByRole('button', { name: 'Baca dan bandingkan' }).click();
    await page.locator('#judul-beda').waitFor({ timeout: 60_000 });
    await takePicture(page, 'impor-pratinjau', 'h1', `[aria-labelledby="judul-nilai"] ${row(4)}`);
    // The bar that stays in sight would lie over the rows of so tall a picture.
    await page.evaluate("document.querySelector('.import-bar').style.position = 'static'");
    await takePicture(page, 'impor-butir', '#judul-beda', `.import-area ${row(3)}`);
    await takePicture(
      page,
      'impor-temuan',
      '#judul-temuan',
      '[aria-labelledby="judul-temuan"] .import-lines',
    );
    await page.getByRole('button', { name: 'Terapkan yang dicentang' }).last().click();
    await page.getByRole('link', { name: 'Batalkan impor' }).click();
    await takePicture(page, 'impor-batal', 'h1', 'main table');
    await page.getByRole('button', { name: 'Batalkan impor ini' }).click();
    await page.locator('.zi-flash-done').waitFor();
  });
}

function phone(studio: Studio): Promise<void> {
  const act = async (page: Page) => {
    await page.goto(paths.lke(HALF_FILLED, CAST_YEAR));
    await takePicture(page, 'ponsel-ringkasan', '.zi-header', '.lke-figures');
    await page.goto(paths.answer(HALF_FILLED, CAST_YEAR, 'A.I.1.iii.a'));
    await takePicture(page, 'ponsel-indikator', 'h1', '#isian .sheet-choices');
  };
  return studio.scene('ketua.loteng', act, { width: 360, height: 740 });
}

/** The session ends while somebody types; after signing in again the text is still there. */
function endedSession(studio: Studio): Promise<void> {
  return studio.scene('anggota.mataram', async (page) => {
    await page.goto(paths.answer(MATARAM, CAST_YEAR, 'A.I.1.iii.b'));
    studio.wait(90);
    await answer(page, 1, 'Pemantauan dilakukan tiap bulan, notulanya di map 4.');
    await page.waitForURL((address) => address.pathname === paths.signIn());
    await page.fill('#username', 'anggota.mataram');
    await page.fill('#password', CAST_PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.locator('.zi-held').waitFor();
    await takePicture(page, 'isian-tertahan', '.zi-held', '#note');
  });
}

/** Last, since from then on the pages speak other words. */
async function officialWording(studio: Studio): Promise<void> {
  const buffer = await officialWorkbook({ words: likelyWords });
  const name = 'Lampiran III PermenPANRB 90-2021.xlsx';
  await studio.scene('admin', async (page) => {
    await page.goto(paths.adminWording(CAST_YEAR));
    await page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Periksa naskah' }).click();
    await page.locator('#judul-banding').waitFor();
    await page.locator('details.wording-area summary').first().click();
    await takePicture(page, 'naskah-periksa', '#judul-banding', `.wording-area ${row(2)}`);
    await page.getByRole('button', { name: 'Pakai naskah ini' }).click();
    await page.locator('.zi-flash-done').waitFor();
  });
  await studio.scene('ketua.loteng', async (page) => {
    await page.goto(paths.answer(HALF_FILLED, CAST_YEAR, 'A.I.1.i.b'));
    await page.locator('.wording-official summary').click();
    await takePicture(page, 'naskah-indikator', '.wording-official', '#isian .sheet-choices');
  });
}

/** The choice is stored the moment it is made, together with what stands in the note. */
async function answer(page: Page, option: number, note: string): Promise<void> {
  await page.fill('#note', note);
  await page.locator('#isian input[type="radio"]').nth(option).click();
}

function row(number: number): string {
  return `tbody tr:nth-child(${number})`;
}

function exampleFile(name: string): string {
  return path.join(projectRoot(), 'fixtures/demo/evidence', name);
}

const studio = await openStudio();
try {
  await takeAll(studio);
} finally {
  await studio.close();
}
process.stdout.write(`${weighPictures()}\n`);
