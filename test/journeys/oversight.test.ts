import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import { setStage } from '../support/assessing.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  DAY_MS,
  namesIn,
  OVERSIGHT,
  readPage as read,
  rowOf,
  setDate,
} from '../support/oversight.js';
import { fullInput } from '../support/sheets.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

const PROVINCE = OVERSIGHT;
const LOTENG = '52.02';

let zi: TestApp;
let province: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  province = await zi.signIn('provinsi');
});

afterEach(() => zi.close());

describe('the oversight of a province', () => {
  it('shows of every satker where it stands, and leads to each cause', async () => {
    await setDate(zi, 'mandiri-tutup', '2026-03-31');
    await answer(zi, MATARAM, fullInput('best'));
    const row = await rowOf(province, PROVINCE, 'KPU Kota Mataram');
    expect(row).toContain('Pengisian giliran Tim satker');
    expect(row).toContain('113/113 100,00 lulus');
    expect(row).toContain('belum mulai');
    expect(row).toContain('+100,00 mandiri +113 indikator');
    expect(row).toContain('0 hari');
    expect(row).toContain('21 hari lagi');
    const { text } = await province.get(PROVINCE);
    const home = `/lke/${MATARAM}/2026`;
    for (const cause of ['', '#judul-nilai', '#judul-ambang', '#judul-tenggat']) {
      expect(text).toContain(`href="${home}${cause}"`);
    }
    for (const cause of ['/pengajuan', '/area/1', '/riwayat']) {
      expect(text).toContain(`href="${home}${cause}`);
    }
    expect(text).toContain(`href="/lke/${LOTENG}/2026/belum-terisi"`);
    expect(await rowOf(province, PROVINCE, 'KPU Kabupaten Lombok Tengah')).toMatch(
      /0,00 belum diisi/,
    );
  });

  it('holds the satker of one’s scope only, and elsewhere there is no province', async () => {
    expect(await namesIn(province, PROVINCE)).not.toContain('KPU Provinsi Nusa Tenggara Barat');
    expect(await namesIn(await zi.signIn('ketua.mataram'), PROVINCE)).toEqual(['KPU Kota Mataram']);
    await province.get('/pengawasan/51/2026').expect(404);
    await province.get('/pengawasan/52/2031').expect(404);
    await province.get('/pengawasan/52/2026/pekan/2026-W99').expect(404);
    await province.get('/pengawasan/52/2026/pekan/2027-W01').expect(404);
  });

  it('sorts by every column both ways and narrows by stage, gates and attention', async () => {
    await answer(zi, MATARAM, fullInput('best'));
    const columns =
      'kode nama tahap isi mandiri pendahuluan tpi tpn pekan kegiatan mandek tenggat'.split(' ');
    for (const column of columns) {
      const up = await namesIn(province, `${PROVINCE}?urut=${column}`);
      const down = await namesIn(province, `${PROVINCE}?urut=-${column}`);
      expect([up.length, [...up].sort()]).toEqual([down.length, [...down].sort()]);
    }
    expect((await namesIn(province, `${PROVINCE}?urut=-isi`))[0]).toBe('KPU Kota Mataram');
    expect((await namesIn(province, `${PROVINCE}?urut=isi`)).at(-1)).toBe('KPU Kota Mataram');
    expect(await namesIn(province, `${PROVINCE}?ambang=lulus`)).toEqual(['KPU Kota Mataram']);
    expect(await namesIn(province, `${PROVINCE}?ambang=kurang`)).not.toContain('KPU Kota Mataram');
    expect(await read(province, `${PROVINCE}?tahap=tpi`)).toContain('Tidak ada satker yang cocok');
    expect(await read(province, `${PROVINCE}?perhatian=mandek`)).toContain('Tidak ada satker');
    zi.clock.advance(14 * DAY_MS);
    province = await zi.signIn('provinsi');
    expect(await namesIn(province, `${PROVINCE}?perhatian=mandek`)).toHaveLength(10);
  });

  it('shows a tier only to those who may see it now', async () => {
    await completeLke(zi, MATARAM);
    await submit(await zi.signIn('ketua.mataram'), MATARAM);
    const lead = await zi.signIn('ketua.mataram');
    expect(await rowOf(province, PROVINCE, 'KPU Kota Mataram')).toContain('belum mulai');
    const own = await rowOf(lead, PROVINCE, 'KPU Kota Mataram');
    expect(own).toContain('giliran KPU Provinsi');
    expect(own.match(/belum terbuka/g)).toHaveLength(3);
  });

  it('compares with the state of a week ago', async () => {
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' });
    zi.clock.advance(8 * DAY_MS);
    province = await zi.signIn('provinsi');
    expect(await rowOf(province, PROVINCE, 'KPU Kota Mataram')).toContain('tetap');
    await answer(zi, MATARAM, { 'A.I.1.i.b': 'A' });
    const row = await rowOf(province, PROVINCE, 'KPU Kota Mataram');
    expect(row).toContain('+0,25 mandiri +1 indikator');
    expect(await verifyScores(zi.deps.store, zi.deps.instruments)).toMatchObject({ faults: [] });
  });

  it('keeps one score a day, and forgets days that lie ahead when a clock is put back', async () => {
    const days = async () => {
      const { db } = zi.deps.store;
      const rows = await db
        .selectFrom('score_day')
        .innerJoin('lke', 'lke.id', 'score_day.lke_id')
        .select(['day', 'score_day.answered'])
        .where('satker_code', '=', MATARAM)
        .orderBy('day')
        .execute();
      return rows.map(({ day, answered }) => `${day} ${answered}`);
    };
    zi.clock.now = new Date('2026-03-12T15:59:00.000Z');
    await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya' });
    await answer(zi, MATARAM, { 'A.I.1.i.b': 'A' });
    expect(await days()).toEqual(['2026-03-10 0', '2026-03-12 2']);
    zi.clock.now = new Date('2026-03-12T16:00:00.000Z');
    await answer(zi, MATARAM, { 'A.I.1.ii.a': 'Ya' });
    expect(await days()).toEqual(['2026-03-10 0', '2026-03-12 2', '2026-03-13 3']);
    zi.clock.now = new Date('2026-03-11T01:00:00.000Z');
    await answer(zi, MATARAM, { 'A.I.2.i.b': 'A' });
    expect(await days()).toEqual(['2026-03-10 0', '2026-03-11 4']);
    expect(await verifyScores(zi.deps.store, zi.deps.instruments)).toMatchObject({ faults: [] });
  });

  it('has a map of areas with numbers, shapes and words', async () => {
    await answer(zi, MATARAM, fullInput('best'));
    const { text } = await province.get(`${PROVINCE}/peta`).expect(200);
    const row = await rowOf(province, `${PROVINCE}/peta`, 'KPU Kota Mataram');
    expect(row.match(/100,0 % ▲ ?memenuhi/g)).toHaveLength(7);
    expect(text).toContain(`href="/lke/${MATARAM}/2026/area/4"`);
    await answer(zi, LOTENG, { 'A.I.1.i.a': 'Tidak' });
    const other = await rowOf(province, `${PROVINCE}/peta`, 'KPU Kabupaten Lombok Tengah');
    expect(other).toMatch(/0,0 % ▼ ?kurang 1 dari \d+ terisi belum diisi/);
    const tpi = await rowOf(province, `${PROVINCE}/peta?tingkat=tpi`, 'KPU Kota Mataram');
    expect(tpi).toContain('belum dinilai');
  });

  it('compares two satker side by side', async () => {
    await answer(zi, MATARAM, fullInput('best'));
    const page = await read(province, `${PROVINCE}/perbandingan?a=${MATARAM}&b=${LOTENG}`);
    expect(page).toContain('Terisi 113 dari 113 0 dari 113 +113');
    expect(page).toContain('Nilai total 100,00 0,00 +100,00');
    expect(page).toContain('Pengungkit Terpenuhi Kurang 40,00 poin');
    const lead = await zi.signIn('ketua.mataram');
    expect(await read(lead, `${PROVINCE}/perbandingan`)).toContain('Belum ada dua satker');
  });

  it('has a page per week: what moved, came back, was handed in, who needs a call', async () => {
    await setDate(zi, 'mandiri-tutup', '2026-03-31');
    await completeLke(zi, MATARAM);
    const lead = await zi.signIn('ketua.mataram');
    await submit(lead, MATARAM);
    const back = `/lke/${MATARAM}/2026/pengembalian`;
    const reason = { reason: 'SK belum ditandatangani.', opens: 'semua' };
    await sendForm(province, back, back, reason);
    const page = await read(province, `${PROVINCE}/pekan`);
    expect(page).toContain('Pekan ke-11 tahun 2026, 9–15 Maret: Nusa Tenggara Barat');
    expect(page).toContain('KPU Kota Mataram Mandiri 0 → 113 0,00 → 100,00 +100,00');
    expect(page).toContain('dari Penilaian pendahuluan, 10 Maret 2026 10.00 WITA, semua indikator');
    expect(page).toContain('SK belum ditandatangani.');
    expect(page).toContain('Pengajuan ke-1, 10 Maret 2026 10.00 WITA');
    expect(page).toContain('Tidak ada yang perlu dihubungi');

    zi.clock.advance(22 * DAY_MS);
    province = await zi.signIn('provinsi');
    const later = await read(province, `${PROVINCE}/pekan`);
    expect(later).toContain('Tidak ada pengembalian pekan ini.');
    expect(later).toContain('Sudah 22 hari dikembalikan dan belum diajukan lagi.');
    expect(later).toContain('Tenggat tahapnya sudah lewat 1 hari.');
    expect(later).toContain('Tidak ada kegiatan selama 22 hari.');
    expect(later).toContain('ketentuan aplikasi');
    const past = await read(province, `${PROVINCE}/pekan/2026-W11`);
    expect(past).toContain('Pengajuan ke-1');
    expect(past).toContain('hanya disusun untuk pekan yang sedang berjalan');
  });
});

describe('a score that TPN gave as totals', () => {
  const record = async (fields: Record<string, string>) => {
    await setStage(zi.deps.store, MATARAM, 'tpn');
    const page = `/lke/${MATARAM}/2026/tpn`;
    const centre = await zi.signIn('pusat');
    expect((await sendForm(centre, page, `${page}/nilai`, fields)).status).toBe(303);
    return centre;
  };

  it('stands in the table as recorded total, without a verdict, and leads to TPN’s page', async () => {
    const centre = await record({ total: '82,45', note: 'Survei ulang.' });
    expect(await rowOf(centre, PROVINCE, 'KPU Kota Mataram')).toContain('82,45 total tercatat');
    const { text } = await centre.get(PROVINCE);
    expect(text).toContain(`<a href="/lke/${MATARAM}/2026/tpn">82,45 <span`);
    expect((await namesIn(centre, `${PROVINCE}?urut=-tpn`))[0]).toBe('KPU Kota Mataram');
    const all = await rowOf(centre, '/pengawasan/2026?tahap=tpn', 'KPU Kota Mataram');
    expect(all).toContain('82,45 total tercatat');
  });

  it('stands before a score from TPN’s answers', async () => {
    const centre = await record({ total: '82,45', pengungkit: '50', hasil: '32,45' });
    const area = `/lke/${MATARAM}/2026/tpn/area/1`;
    const saved = await sendForm(centre, area, area, { 'jawaban-A.I.1.i.a': 'Ya' });
    expect(saved.status).toBe(303);
    const row = await rowOf(centre, PROVINCE, 'KPU Kota Mataram');
    expect(row).toContain('82,45 total tercatat');
    expect(row).not.toContain('1/113 dinilai');
    const map = await rowOf(centre, `${PROVINCE}/peta?tingkat=tpn`, 'KPU Kota Mataram');
    expect(map).toContain('82,45 (total tercatat)');
    const pair = `${PROVINCE}/perbandingan?a=${MATARAM}&b=${LOTENG}&tingkat=tpn`;
    const page = await read(centre, pair);
    expect(page).toContain('Nilai total 82,45 (total tercatat) belum mulai');
    expect(page).toContain('Pengungkit 50,00 (total tercatat) belum mulai');
    expect(page).toContain('Hasil 32,45 (total tercatat) belum mulai');
  });

  it('says in the map and beside another satker that there is only a total', async () => {
    const centre = await record({ total: '74,996' });
    const map = await rowOf(centre, `${PROVINCE}/peta?tingkat=tpn`, 'KPU Kota Mataram');
    expect(map).toContain('74,996, total tercatat tanpa nilai per area');
    const pair = `${PROVINCE}/perbandingan?a=${MATARAM}&b=${LOTENG}&tingkat=tpn`;
    const page = await read(centre, pair);
    expect(page).toContain('Nilai total 74,996 (total tercatat) belum mulai');
    expect(page).toContain('Pengungkit hanya total tercatat belum mulai');
    expect(page).toContain('(IPAK) hanya total tercatat');
  });

  it('is seen by the province and the satker only once TPN has decided', async () => {
    await record({ total: '82,45' });
    const lead = await zi.signIn('ketua.mataram');
    for (const agent of [province, lead]) {
      expect(await rowOf(agent, PROVINCE, 'KPU Kota Mataram')).not.toContain('82,45');
      expect(await read(agent, `${PROVINCE}/peta?tingkat=tpn`)).not.toContain('82,45');
    }
    await setStage(zi.deps.store, MATARAM, 'ditetapkan');
    for (const agent of [province, lead]) {
      expect(await rowOf(agent, PROVINCE, 'KPU Kota Mataram')).toContain('82,45 total tercatat');
      await agent.get(`/lke/${MATARAM}/2026/tpn`).expect(200);
    }
  });
});

describe('the oversight of all provinces', () => {
  it('sums up each province and lists its satker below, page by page', async () => {
    const centre = await zi.signIn('pusat');
    await answer(zi, MATARAM, fullInput('best'));
    const page = await read(centre, '/pengawasan/2026');
    expect(page).toContain('553 dari 553 satker');
    expect(page).toMatch(/Nusa Tenggara Barat 11 11 10,3 dari 113 9,09 1 0 0 0/);
    expect(page).toContain('Baris 1–50 dari 553');
    expect((await centre.get('/pengawasan')).headers['location']).toBe('/pengawasan/2026');
    expect((await province.get('/pengawasan')).headers['location']).toBe(PROVINCE);
    expect(await namesIn(centre, '/pengawasan/2026?ambang=lulus&halaman=9')).toContain(
      'KPU Kota Mataram',
    );
  });
});
