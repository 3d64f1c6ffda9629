import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { findLke, refreshScore } from '../../src/features/lke/store.js';
import { setStage } from '../support/assessing.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { hrefsIn, namesIn, OVERSIGHT, readPage, rowOf } from '../support/oversight.js';
import { readableText } from '../support/reading.js';
import { fullInput } from '../support/sheets.js';
import { assessFully } from '../support/tier-full.js';

const ALL = '/pengawasan/2026';
const MAP = `${OVERSIGHT}/peta`;
const PAIR = `${OVERSIGHT}/perbandingan`;
const [LOTENG, LOTIM] = ['52.02', '52.03'] as const;
const NAME = 'KPU Kota Mataram';

let zi: TestApp;
let province: TestAgent;

/** Two satker that filled something, one assessed by its province in areas 1 and part of 2. */
beforeEach(async () => {
  zi = await startTestApp();
  await answer(zi, MATARAM, fullInput('best'));
  await answer(zi, LOTIM, { 'A.I.1.i.a': 'Ya' });
  await setStage(zi.deps.store, MATARAM, 'pendahuluan');
  await assessFully(zi, MATARAM, 'pendahuluan');
  await forget(['B', 'A.II', 'A.I.3', 'A.I.4', 'A.I.5', 'A.I.6', 'A.I.2.ii', 'A.I.2.iii']);
  province = await zi.signIn('provinsi');
});

afterEach(() => zi.close());

describe('the assessor who has judged some areas only', () => {
  it('reads on the map how far each area is, and no verdict on what nobody judged', async () => {
    const row = await rowOf(province, `${MAP}?tingkat=pendahuluan`, NAME);
    expect(row).toMatch(/\d+ dari \d+ dinilai/);
    expect(row).toContain('belum dinilai');
    expect(row).not.toContain('kurang');
    expect(row).not.toContain('0,0 %');
    expect(row).toMatch(/\d+ dari 113 dinilai$/);
    const mandiri = await rowOf(province, MAP, 'KPU Kabupaten Lombok Timur');
    expect(mandiri).toMatch(/1 dari \d+ terisi belum diisi/);
    expect(mandiri).toMatch(/1 dari 113 terisi$/);
  });

  it('reads no verdict in the table either, and finds the satker as not judged yet', async () => {
    const row = await rowOf(province, OVERSIGHT, NAME);
    expect(row).toMatch(/\d+\/113 dinilai/);
    expect(row).not.toContain('kurang');
    const found = (verdict: string) =>
      namesIn(province, `${OVERSIGHT}?tingkat=pendahuluan&ambang=${verdict}`);
    expect(await found('belum')).toContain(NAME);
    await assessFullyAgain();
    expect(await found('lulus')).toEqual([NAME]);
    expect(await found('belum')).not.toContain(NAME);
  });

  it('compares without a shortfall of what nobody judged', async () => {
    const url = `${PAIR}?a=${MATARAM}&b=${LOTIM}&tingkat=pendahuluan`;
    const page = await readPage(province, url);
    expect(page).toContain('Keadaan 10 Maret 2026 10.00 WITA. Menurut penilaian pendahuluan.');
    expect(page).toContain('Dinilai');
    expect(page).toMatch(/5\. [^0-9]*belum dinilai belum mulai/);
    expect(page).not.toContain('Kurang');
  });
});

describe('whoever picks two satker', () => {
  it.each([
    [`a=${MATARAM}&b=${MATARAM}`, 'Yang dipilih dua kali KPU Kota Mataram.'],
    [`a=${MATARAM}&b=51.71`, 'Satker “51.71” tidak ada dalam lingkup Anda'],
    ['a=xx&b=yy', 'Satker “xx” tidak ada dalam lingkup Anda'],
  ])('is told why %s cannot be compared', async (query, sentence) => {
    const { text, status } = await province.get(`${PAIR}?${query}`);
    expect(status).toBe(422);
    expect(readableText(text)).toContain(sentence);
    expect(text).not.toContain('ov-compared');
    expect(text).not.toContain('Denpasar');
  });

  it('picks one and is given another beside it', async () => {
    expect(await readPage(province, `${PAIR}?a=${MATARAM}`)).toContain('KPU Kota Mataram');
    expect(await readPage(province, `${PAIR}?b=52.01`)).toContain('KPU Kabupaten Lombok Tengah');
  });
});

describe('whoever sorts', () => {
  it('finds what has no figure last in either direction', async () => {
    for (const order of ['pendahuluan', '-pendahuluan']) {
      expect((await namesIn(province, `${OVERSIGHT}?urut=${order}`))[0]).toBe(NAME);
    }
    await setStage(zi.deps.store, LOTENG, 'belum-layak');
    for (const order of ['mandek', '-mandek', 'tenggat', '-tenggat']) {
      const names = await namesIn(province, `${OVERSIGHT}?urut=${order}`);
      if (order.includes('mandek')) expect(names.at(-1)).toBe('KPU Kabupaten Lombok Tengah');
      expect(names).toHaveLength(10);
    }
    for (const order of ['2', '-2', '5', '-5']) {
      const names = await namesIn(province, `${MAP}?tingkat=pendahuluan&urut=${order}`);
      expect(names).toHaveLength(10);
    }
    expect((await namesIn(province, `${MAP}?urut=-1`))[0]).toBe(NAME);
    expect((await namesIn(province, `${MAP}?urut=1`)).slice(0, 2)).toEqual([
      'KPU Kabupaten Lombok Timur',
      NAME,
    ]);
    expect((await namesIn(province, `${MAP}?urut=-nama`))[0]).toBe('KPU Kota Mataram');
  });

  it('does so on a phone by two fields, which say the same as a head', async () => {
    for (const page of [OVERSIGHT, MAP, ALL]) {
      const { text } = await (await zi.signIn('pusat')).get(page).expect(200);
      expect(text).toContain('>Urutkan menurut</label>');
    }
    const byFields = await namesIn(province, `${OVERSIGHT}?urut=isi&urut-arah=turun`);
    expect(byFields).toEqual(await namesIn(province, `${OVERSIGHT}?urut=-isi`));
    const { text } = await province.get(`${OVERSIGHT}?urut=isi&urut-arah=turun`);
    expect(text).toContain('<option value="isi" selected>');
    expect(text).toContain('<option value="turun" selected>');
  });

  it('sorts by name from the head of the names', async () => {
    const { text } = await province.get(OVERSIGHT);
    expect(text.replaceAll('&#x3D;', '=')).toContain(`<a href="${OVERSIGHT}?urut=nama">Satker</a>`);
    expect((await namesIn(province, `${OVERSIGHT}?urut=nama`))[0]).toBe('KPU Kabupaten Bima');
  });
});

describe('the centre with all satker', () => {
  it('searches by name and code, narrows by province, and lands at the list', async () => {
    const centre = await zi.signIn('pusat');
    const page = await readPage(centre, `${ALL}?cari=lombok+t`);
    expect(page).toContain('2 dari 553 satker. Daftar disaring.');
    expect(await readPage(centre, `${ALL}?cari=52.7`)).toContain('2 dari 553 satker');
    expect(await readPage(centre, `${ALL}?provinsi=51`)).toContain('10 dari 553 satker');
    expect(await readPage(centre, `${ALL}?cari=%25`)).toContain('Tidak ada satker yang cocok');
    const { text } = await centre.get(`${ALL}?provinsi=52&halaman=1`);
    expect(text).toContain(`action="${ALL}#satker"`);
    expect(text).toContain('<h2 id="satker">');
    expect(text).toMatch(/urut&#x3D;nama#satker/);
  });

  it('sorts provinces, and each figure leads to its cause', async () => {
    const centre = await zi.signIn('pusat');
    expect((await namesIn(centre, `${ALL}?urut-provinsi=-nilai`)).slice(0, 2)).toEqual([
      'Nusa Tenggara Barat',
      'Bali',
    ]);
    expect((await namesIn(centre, `${ALL}?urut-provinsi=nilai`))[0]).toBe('Bali');
    const handedIn = await namesIn(centre, `${OVERSIGHT}?tahap=sudah-diajukan`);
    expect(handedIn).toEqual([NAME]);
    const row = await rowOf(centre, ALL, 'Nusa Tenggara Barat');
    expect(row).toContain('11 11 10,4 dari 113');
  });
});

async function forget(heads: readonly string[]): Promise<void> {
  const { store, instruments, clock } = zi.deps;
  const lke = await findLke(store.db, MATARAM, 2026);
  if (lke === null) throw new Error('no LKE');
  await store.write(async (tx) => {
    for (const table of ['assessment', 'answer'] as const) {
      await tx
        .deleteFrom(table)
        .where('lke_id', '=', lke.id)
        .where('tier', '=', 'pendahuluan')
        .where((eb) => eb.or(heads.map((head) => eb('indicator_code', 'like', `${head}.%`))))
        .execute();
    }
    await refreshScore(tx, instruments, lke, 'pendahuluan', clock());
  });
}

async function assessFullyAgain(): Promise<void> {
  await zi.deps.store.write(async (tx) => {
    await tx.deleteFrom('assessment').execute();
    await tx.deleteFrom('answer').where('tier', '=', 'pendahuluan').execute();
  });
  await assessFully(zi, MATARAM, 'pendahuluan');
}

describe('whoever asks where a figure of an assessor comes from', () => {
  it('is led to its gates, its areas and how much was judged, not to the satker’s own', async () => {
    const comparison = `/lke/${MATARAM}/2026/perbandingan`;
    await assessFullyAgain();
    expect(await hrefsIn(province, OVERSIGHT)).toEqual(
      expect.arrayContaining([comparison, `${comparison}#judul-ambang`]),
    );
    expect(await hrefsIn(province, `${MAP}?tingkat=pendahuluan`)).toContain(
      `${comparison}?area=5#judul-indikator`,
    );
    const pair = await hrefsIn(province, `${PAIR}?a=${MATARAM}&b=${LOTIM}&tingkat=pendahuluan`);
    expect(pair).toEqual(
      expect.arrayContaining([
        `${comparison}?area=5#judul-indikator`,
        `${comparison}#judul-ambang`,
      ]),
    );
    expect(pair).not.toContain(`/lke/${MATARAM}/2026#judul-kelengkapan`);
    const { text } = await province.get(`${comparison}?area=5`).expect(200);
    for (const id of ['judul-ambang', 'judul-indikator']) expect(text).toContain(`id="${id}"`);
  });

  it('clicks through to how far a tier judged in part is', async () => {
    const { text } = await province.get(OVERSIGHT).expect(200);
    expect(text).toMatch(
      /<a href="[^"]*perbandingan">[\d,]+ <span[^>]*>\d+\/113 dinilai<\/span><\/a>/,
    );
  });
});

describe('whoever sorts by what a tier found', () => {
  it('begins with the highest, and finds a tier judged in part behind those judged as a whole', async () => {
    const hrefs = await hrefsIn(province, OVERSIGHT);
    for (const tier of ['mandiri', 'pendahuluan', 'tpi', 'tpn']) {
      expect(hrefs).toContain(`${OVERSIGHT}?urut=-${tier}`);
    }
    await answer(zi, LOTENG, fullInput('best'));
    await setStage(zi.deps.store, LOTENG, 'pendahuluan');
    await assessFully(zi, LOTENG, 'pendahuluan');
    for (const order of ['pendahuluan', '-pendahuluan']) {
      const names = await namesIn(province, `${OVERSIGHT}?urut=${order}`);
      expect(names.slice(0, 2)).toEqual(['KPU Kabupaten Lombok Tengah', NAME]);
    }
  });
});
