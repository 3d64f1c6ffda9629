import { MATARAM } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { assessAs } from '../support/concluding.js';
import { formTo } from '../support/html.js';
import { historyRows, readableText } from '../support/reading.js';
import { lkeOf, sendForm } from '../support/submitting.js';
import { DAY, yearSteps, type YearSteps } from '../support/year-steps.js';

/** What ketua tim and dalnis confirm: the assessments and the words of the report, as they stand. */
const LKE = `/lke/${MATARAM}/2026`;
const LHE = `${LKE}/lhe`;
const REVIEW = `${LKE}/tinjauan/tpi`;
const FELL = 'gugur, karena penilaian atau uraian LHE-nya berubah';

let zi: TestApp;
let year: YearSteps;

beforeEach(async () => {
  zi = await startTestApp();
  year = yearSteps(zi);
  await year.foundLayak(MATARAM, 'ketua.mataram');
  await year.recommend('12/2026', MATARAM);
  await year.send('tpi.anggota', `${LKE}/keputusan/tpi`, {}, `${LKE}/penilaian-tpi`);
  await assessAs(zi, await lkeOf(zi, MATARAM), 'tpi');
  await write('tpi.anggota', 'sakip', 'Nilai SAKIP B.');
}, 60_000);
afterEach(() => zi.close());

const write = (who: string, section: string, text: string): Promise<void> =>
  year.send(who, LHE, { text }, `${LHE}/bagian/${section}`);

const confirm = (who: string): Promise<void> => year.send(who, REVIEW, {}, `${REVIEW}/konfirmasi`);

async function bothConfirm(): Promise<void> {
  await confirm('tpi.ketua');
  await confirm('tpi.dalnis');
}

const read = async (who: string, url: string): Promise<string> =>
  readableText((await (await year.as(who)).get(url).expect(200)).text);

const count = (text: string, part: string): number => text.split(part).length - 1;

it('a word of the report that changes takes both confirmations away and tells both', async () => {
  await bothConfirm();
  await write('tpi.anggota', 'sakip', 'Nilai SAKIP BB.');
  expect(await read('tpi.anggota', LHE)).toContain(
    'Konfirmasi TPI ketua tim dan TPI pengendali teknis gugur karena uraiannya berubah.',
  );
  const page = await read('tpi.ketua', REVIEW);
  expect(count(page, 'Gugur: penilaian atau uraian LHE berubah sesudah dikonfirmasi')).toBe(2);
  for (const who of ['tpi.ketua', 'tpi.dalnis']) {
    expect(await read(who, '/pemberitahuan')).toContain(FELL);
  }
  const [told] = (await historyRows(zi, 'lhe.text')).slice(-1);
  expect([told?.before, told?.after]).toMatchObject([
    { lheText: 'Nilai SAKIP B.' },
    { lheText: 'Nilai SAKIP BB.' },
  ]);
  await confirm('tpi.ketua');
  expect(await read('tpi.ketua', REVIEW)).toContain('Dikonfirmasi');
});

it('nothing is concluded on words that nobody confirmed', async () => {
  await bothConfirm();
  await write('tpi.ketua', 'inovasi', 'Satu inovasi baru.');
  const decision = `${LKE}/keputusan/tpi`;
  const fields = { checked: 'on', choice: 'conclude-belum-memenuhi-ends', reason: 'Survei.' };
  const reply = await sendForm(await year.as('tpi.ketua'), decision, decision, fields);
  expect(reply.status).toBe(422);
  expect((await lkeOf(zi, MATARAM)).stage).toBe('tpi');
});

it('the same words saved again, and number and day of the report, take nothing away', async () => {
  await bothConfirm();
  await write('tpi.anggota', 'sakip', 'Nilai SAKIP B.  ');
  const head = { agency: 'KPU', address: 'Jalan', city: 'Jakarta', position: 'P', name: 'N' };
  await year.send('tpi.ketua', `${LKE}/kop/lhe`, head);
  await year.send('tpi.ketua', LHE, { number: 'LHE-7/2026', day: DAY }, `${LHE}/nomor`);
  expect(count(await read('tpi.ketua', REVIEW), 'Gugur')).toBe(0);
  expect(await read('tpi.dalnis', '/pemberitahuan')).not.toContain(FELL);
});

it('who confirms reads what it is about, and is stopped where a text came meanwhile', async () => {
  const ketua = await year.as('tpi.ketua');
  const { text } = await ketua.get(REVIEW).expect(200);
  expect(readableText(text)).toContain(
    'Yang dikonfirmasi ialah semua penilaian TPI dan uraian LHE sebagaimana tersimpan sekarang.',
  );
  expect(readableText(text)).toMatch(/Baca uraian LHE : 1 bagian sudah diuraikan, terakhir/);
  const { fields } = formTo(text, `${REVIEW}/konfirmasi`);
  await write('tpi.anggota', 'inovasi', 'Satu inovasi.');
  const late = await ketua.post(`${REVIEW}/konfirmasi`).type('form').send(fields);
  expect(late.status).toBe(409);
  expect(readableText(late.text)).toContain('Penilaian atau uraian LHE berubah');
});

it('the report says beside the button what saving takes away, as long as somebody confirmed', async () => {
  const drops = 'Menyimpan perubahan menggugurkan konfirmasi';
  expect(await read('tpi.anggota', LHE)).not.toContain(drops);
  await confirm('tpi.ketua');
  expect(await read('tpi.anggota', LHE)).toContain(`${drops} TPI ketua tim, yang lalu`);
  await confirm('tpi.dalnis');
  expect(await read('tpi.anggota', LHE)).toContain(
    `${drops} TPI ketua tim dan TPI pengendali teknis, yang lalu`,
  );
});
