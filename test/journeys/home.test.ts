import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { answer } from '../support/answering.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { LKE } from '../support/filling.js';
import { tagsOf } from '../support/html.js';
import { readableText } from '../support/reading.js';
import { fullInput } from '../support/sheets.js';

let zi: TestApp;
beforeEach(async () => {
  zi = await startTestApp();
});
afterEach(() => zi.close());

const read = async (agent: TestAgent, url: string) => readableText((await agent.get(url)).text);

describe('the first page', () => {
  it('leads a person of one satker straight to its LKE', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    expect((await ketua.get('/')).headers['location']).toBe(LKE);
  });

  it.each(['provinsi', 'sekretaris.provinsi', 'tpi.ketua', 'pusat'])(
    'leads %s to what is theirs to do',
    async (who) => {
      const agent = await zi.signIn(who);
      expect((await agent.get('/')).headers['location']).toBe('/tinjauan');
      await agent.get('/tinjauan').expect(200);
    },
  );

  it('shows a province the list of its satker and of no other', async () => {
    const provinsi = await zi.signIn('provinsi');
    const page = await read(provinsi, '/satker');
    expect(page).toContain('10 dari 10 satker');
    expect(page).toContain('KPU Kota Mataram');
    expect(page).not.toContain('KPU Provinsi Nusa Tenggara Barat');
    expect(page).not.toContain('Denpasar');
  });

  it('says who opens an LKE where none is open', async () => {
    await zi.deps.store.write(async (tx) => {
      await tx.deleteFrom('score_day').execute();
      await tx.deleteFrom('score').execute();
      await tx.deleteFrom('lke').execute();
    });
    const ketua = await zi.signIn('ketua.mataram');
    expect(await read(ketua, '/')).toContain('Administrator membuka LKE satker');
    await zi.deps.store.write((tx) => tx.deleteFrom('year').execute());
    const admin = await zi.signIn('admin');
    expect(await read(admin, '/satker')).toContain('Belum ada tahun LKE yang dibuka');
  });

  it('tells a person without any role whom to ask', async () => {
    await zi.deps.store.write((tx) => tx.deleteFrom('user_role').execute());
    const nobody = await zi.signIn('evaluator');
    expect(await read(nobody, '/')).toContain('Akun Anda belum mempunyai peran');
  });
});

describe('the list of satker', () => {
  const codes = (html: string) =>
    tagsOf(html)
      .filter((tag) => tag.name === 'td' && tag.attributes.get('data-label') === 'Kode')
      .map((tag) => tag.text.trim())
      .filter((text) => text !== '');

  beforeEach(async () => {
    await answer(zi, '52.01', { 'A.I.1.i.a': 'Ya', 'B.I.a': '3,6' });
    await answer(zi, '52.03', fullInput('best'));
  });

  it('sorts by score, completeness and gates, in both directions', async () => {
    const provinsi = await zi.signIn('provinsi');
    for (const sort of ['nilai', 'isi']) {
      const down = codes((await provinsi.get(`/satker?urut=-${sort}`)).text);
      expect(down.slice(0, 2)).toEqual(['52.03', '52.01']);
      expect(codes((await provinsi.get(`/satker?urut=${sort}`)).text).at(-1)).toBe('52.03');
    }
    expect(codes((await provinsi.get('/satker?urut=ambang')).text)[0]).toBe('52.03');
  });

  it('narrows by words, stage and completeness', async () => {
    const provinsi = await zi.signIn('provinsi');
    const at = async (query: string) => codes((await provinsi.get(`/satker?${query}`)).text);
    expect(await at('cari=lombok+timur')).toEqual(['52.03']);
    expect(await at('isi=sebagian')).toEqual(['52.01']);
    expect(await at('isi=lengkap')).toEqual(['52.03']);
    expect(await at('tahap=tpi')).toEqual([]);
    expect(await read(provinsi, '/satker?cari=zzz')).toContain('Tidak ada satker yang cocok');
  });

  it('shows score, completeness and the gates of the target', async () => {
    const provinsi = await zi.signIn('provinsi');
    const page = await read(provinsi, '/satker?cari=52.03');
    expect(page).toContain('113 dari 113');
    expect(page).toContain('100,00');
    expect(page).toContain('Terpenuhi, 12 dari 12');
    expect(await read(provinsi, '/satker?cari=52.01')).toContain('Belum, 11 dari 12 kurang');
  });

  it('has every satker for the centre, page by page, and those without an LKE on demand', async () => {
    const pusat = await zi.signIn('pusat');
    expect(await read(pusat, '/satker')).toContain('12 dari 553 satker');
    const closed = await pusat.get('/satker?tahap=belum-dibuka&provinsi=51');
    expect(readableText(closed.text)).toContain('LKE belum dibuka');
    expect(readableText(closed.text)).not.toContain('Mataram');
    expect(codes((await pusat.get('/satker?tahap=belum-dibuka')).text)).toHaveLength(50);
    const last = await pusat.get('/satker?tahap=belum-dibuka&halaman=11');
    expect(codes(last.text)).toHaveLength(41);
  });

  it('calls the centre by its name among the provinces', async () => {
    const pusat = await zi.signIn('pusat');
    const { text } = await pusat.get('/satker');
    expect(text).toContain('<option value="00">Pusat</option>');
    expect(text).not.toContain('>RI</option>');
  });

  it('speaks to those who read as readers, to those who fill as people with work', async () => {
    const home = '/lke/52.01/2026';
    const indicator = `${home}/jawaban/A.I.1.i.b`;
    const reader = await zi.signIn('provinsi');
    const filler = await zi.signIn('ketua.mataram');
    expect(await read(reader, home)).toContain('Kelengkapan per area');
    expect(await read(reader, home)).not.toMatch(/Isi LKE|Yang perlu dikerjakan/);
    expect(await read(reader, indicator)).not.toMatch(/Belum terisi (?:berikutnya|sebelumnya)/);
    const own = `/lke/${MATARAM}/2026`;
    expect(await read(filler, own)).toMatch(/Isi LKE[\s\S]*Yang perlu dikerjakan/);
    expect(await read(filler, `${own}/jawaban/A.I.1.i.b`)).toContain('Belum terisi berikutnya');
  });

  it('knows no year that is not open', async () => {
    const provinsi = await zi.signIn('provinsi');
    expect((await provinsi.get('/satker?tahun=2025')).status).toBe(404);
  });
});

describe('the home of one satker', () => {
  it('tells where it stands: score, completeness, gates with what is short, work left', async () => {
    await answer(zi, MATARAM, { ...fullInput('best'), 'B.I.a': '3,59', 'A.I.1.i.a': 'Tidak' });
    const ketua = await zi.signIn('ketua.mataram');
    const page = await read(ketua, LKE);
    expect(page).toContain('113 dari 113');
    expect(page).toContain('Semua indikator terisi.');
    expect(page).toContain('Belum memenuhi: 1 dari 12 ambang kurang');
    expect(page).toContain('(IPAK) 15,706 15,75 (indeks 3,60) Kurang 0,044 poin');
    expect(page).toContain('B.I.a IPAK Indeks 3,59 menjadi 4 +1,794');
    expect(page).toContain('A.I.1.i.a');
    expect(page).toContain('Kegiatan terakhir: 10 Maret 2026 10.00 WITA oleh Lalu Suryadi.');
  });

  it('adds digits until a failing figure differs from its minimum', async () => {
    await answer(zi, MATARAM, { 'B.I.a': '3,5999' });
    const ketua = await zi.signIn('ketua.mataram');
    const page = await read(ketua, LKE);
    expect(page).toContain('(IPAK) 15,74956 15,75 (indeks 3,60) Kurang 0,00044 poin');
    expect(page).not.toContain('15,75 15,75');
  });

  it('marks what is mine and leads to the first of it that is unanswered', async () => {
    const anggota = await zi.signIn('anggota2.mataram');
    const page = await anggota.get(LKE);
    expect(page.text.match(/bagian Anda/g)).toHaveLength(4);
    const next = await anggota.get(`${LKE}/belum-terisi`);
    expect(next.headers['location']).toBe(`${LKE}/jawaban/A.I.4.i.a`);
  });

  it('shows the WBK a satker holds beside the gates of WBBM, and an internal target apart', async () => {
    await zi.deps.store.write(async (tx) => {
      await tx.updateTable('lke').set({ target: 'wbbm' }).execute();
      await tx.updateTable('year').set({ internal_target: '90' }).execute();
    });
    const ketua = await zi.signIn('ketua.mataram');
    const before = await read(ketua, LKE);
    expect(before).toContain('Sasaran: Menuju WBBM');
    expect(before).toContain('Syarat WBBM belum terpenuhi');
    expect(before).toContain(
      'Sasaran internal (di luar peraturan): nilai total 90,00. Kurang 90,00',
    );
    await zi.deps.store.write((tx) =>
      tx
        .insertInto('predikat')
        .values({
          satker_code: MATARAM,
          kind: 'wbk',
          year: 2024,
          decree_number: 'SK 17/2024',
          decree_day: null,
          granted_by: 'tpn',
          revoked_on: null,
          revoked_reason: null,
          version: 1,
        })
        .execute(),
    );
    expect(await read(ketua, LKE)).toContain('predikat Menuju WBK tahun 2024, SK 17/2024');
  });

  it('counts the days to the deadline, stated in WIB and in the zone of the satker', async () => {
    const setDay = (satker_code: string, day: string) =>
      zi.deps.store.write((tx) =>
        tx
          .insertInto('year_date')
          .values({ year: 2026, code: 'mandiri-tutup', satker_code, day })
          .execute(),
      );
    const ketua = await zi.signIn('ketua.mataram');
    expect(await read(ketua, LKE)).toContain('Tenggat tahap ini belum ditetapkan');
    await setDay('', '2026-03-31');
    expect(await read(ketua, LKE)).toContain(
      '21 hari lagi Penilaian mandiri ditutup: 31 Maret 2026 23.59 WIB (1 April 2026 00.59 WITA)',
    );
    await setDay(MATARAM, '2026-03-08');
    expect(await read(ketua, LKE)).toContain(
      'Lewat 2 hari Penilaian mandiri ditutup: 8 Maret 2026 23.59 WITA (8 Maret 2026 22.59 WIB), khusus satker ini',
    );
  });

  it('has its six areas as an image with a text for those who do not see it', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const page = await ketua.get(LKE);
    const image = tagsOf(page.text).find((tag) => tag.name === 'img' && tag.attributes.get('alt'));
    expect(image?.attributes.get('alt')).toContain('Area 1 0,00 %, Area 2 0,00 %');
    const svg = await ketua.get(image?.attributes.get('src') ?? '');
    expect(svg.headers['content-type']).toContain('image/svg+xml');
    expect(String(svg.body)).toContain('</svg>');
    expect(svg.headers['cache-control']).toBe('no-store');
  });
});
