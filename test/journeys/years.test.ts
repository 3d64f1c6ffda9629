import { DENPASAR, MATARAM } from '../../fixtures/cast.js';
import { datesFor } from '../../src/features/years/store.js';
import { historyRows, readableText } from '../support/reading.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';

/** The year of the cast is taken away again, so that a year can be opened. */
async function closeYear(zi: TestApp): Promise<void> {
  await zi.deps.store.write(async (tx) => {
    await tx.deleteFrom('score_day').execute();
    await tx.deleteFrom('score').execute();
    await tx.deleteFrom('lke').execute();
    await tx.deleteFrom('year').execute();
  });
}

async function lkeOf(zi: TestApp, code: string) {
  return zi.deps.store.db
    .selectFrom('lke')
    .leftJoin('score', 'score.lke_id', 'lke.id')
    .select(['satker_code', 'target', 'stage', 'lke.version', 'score.tier', 'score.total'])
    .where('satker_code', '=', code)
    .execute();
}

describe('opening a year', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
    await closeYear(zi);
  });
  afterEach(() => zi.close());

  const open = (fields: Record<string, string>) =>
    zi
      .signIn('admin')
      .then((admin) => postForm(admin, '/admin/tahun', { year: '2026', target: 'wbk', ...fields }));

  it('gives every KPU Provinsi and Kabupaten/Kota an empty LKE with a score', async () => {
    const opened = await open({ scope: 'semua' });
    expect(opened.status).toBe(303);
    expect(opened.headers['location']).toBe('/admin/tahun/2026');
    const rows = await zi.deps.store.db.selectFrom('lke').select('id').execute();
    expect(rows).toHaveLength(552);
    expect(await lkeOf(zi, MATARAM)).toEqual([
      {
        satker_code: MATARAM,
        target: 'wbk',
        stage: 'pengisian',
        version: 1,
        tier: 'mandiri',
        total: '0',
      },
    ]);
    expect(await lkeOf(zi, '00')).toEqual([]);
  });

  it('warns while opening a year whose dates have begun to pass, and afterwards on its page', async () => {
    const late = 'lewat saat tahun dibuka';
    zi.clock.now = new Date('2026-03-31T16:59:00Z');
    const admin = await zi.signIn('admin');
    const page = async (url: string) => readableText((await admin.get(url)).text);
    expect(await page('/admin/tahun/baru')).not.toContain('sudah lewat');
    zi.clock.now = new Date('2026-03-31T17:01:00Z');
    expect(await page('/admin/tahun/baru')).toContain(
      'tanggal bawaan tahun 2026 sudah lewat, antara lain Penilaian mandiri ditutup (31 Maret 2026)',
    );
    await open({ scope: 'pilih', 'provinsi-52': 'on' });
    expect(await page('/admin/tahun/2026')).toContain(`31 Maret 2026 ${late}`);
    expect(await page('/admin/tahun/2026')).toContain('sudah lewat ketika tahun dibuka');
    expect(await page('/admin/tahun/2026')).toContain('1 April 2026 Penilaian pendahuluan ditutup');
  });

  it('opened in time stays without a warning when its dates pass', async () => {
    await open({ scope: 'pilih', 'provinsi-52': 'on' });
    zi.clock.now = new Date('2026-08-01T00:00:00Z');
    const admin = await zi.signIn('admin');
    const page = readableText((await admin.get('/admin/tahun/2026')).text);
    expect(page).not.toContain('lewat');
  });

  it('writes one entry for the year and one for every LKE', async () => {
    await open({ scope: 'pilih', 'provinsi-52': 'on' });
    expect(await historyRows(zi, 'year.open')).toEqual([
      expect.objectContaining({
        subject: '2026',
        satker_code: null,
        year: 2026,
        after: expect.objectContaining({ instrument: 'lke-2026', ruleset: 'zi-2026' }),
      }),
    ]);
    const entries = await historyRows(zi, 'lke.open');
    expect(entries).toHaveLength(11);
    expect(entries[0]).toMatchObject({
      satker_code: '52',
      year: 2026,
      after: { target: 'wbk', stage: 'pengisian' },
    });
  });

  it('takes whole provinces and single satker together', async () => {
    await open({ scope: 'pilih', 'provinsi-52': 'on', [`satker-${DENPASAR}`]: 'on' });
    const rows = await zi.deps.store.db.selectFrom('lke').select('satker_code').execute();
    expect(rows).toHaveLength(12);
    expect(await lkeOf(zi, DENPASAR)).toHaveLength(1);
  });

  it('takes a form in which every box is ticked', async () => {
    const everyone = await zi.deps.store.db.selectFrom('satker').selectAll().execute();
    const fields: Record<string, string> = { scope: 'pilih' };
    for (const { code, province_code } of everyone) {
      fields[`satker-${code}`] = 'on';
      fields[`provinsi-${province_code}`] = 'on';
    }
    expect((await open(fields)).status).toBe(303);
    const rows = await zi.deps.store.db.selectFrom('lke').select('id').execute();
    expect(rows).toHaveLength(553);
  });

  it('sets the dates of the calendar, each with its source on the page', async () => {
    await open({ scope: 'pilih', 'satker-52.71': 'on' });
    const days = await datesFor(zi.deps.store.db, 2026, MATARAM);
    expect(days).toHaveLength(14);
    expect(days.find(({ code }) => code === 'usulan-tpn')).toEqual({
      code: 'usulan-tpn',
      name: 'Pengusulan kepada TPN paling lambat',
      day: '2026-05-31',
      isOwn: false,
      begins: false,
      pressingDays: 7,
    });
    const admin = await zi.signIn('admin');
    const page = readableText((await admin.get('/admin/tahun/2026/tanggal')).text);
    expect(page).toContain('31 Mei atau tanggal yang diumumkan TPN');
  });

  it('sent twice opens once', async () => {
    await open({ scope: 'pilih', 'satker-52.71': 'on' });
    expect((await open({ scope: 'pilih', 'satker-52.71': 'on' })).status).toBe(303);
    expect(await historyRows(zi, 'year.open')).toHaveLength(1);
    expect(await historyRows(zi, 'lke.open')).toHaveLength(1);
  });

  it.each([
    [{ scope: 'pilih' }, 'Belum ada satker yang dipilih'],
    [{ scope: 'semua', year: '2027' }, 'Tahun ini tidak punya instrumen. Yang tersedia: 2026.'],
    [{ scope: 'semua', year: '2025' }, 'Tahun ini tidak punya instrumen'],
    [{ scope: 'semua', year: '' }, 'Tahun ini tidak punya instrumen'],
    [{ scope: 'semua', target: 'wbs' }, 'Pilihan tidak dikenal'],
    [{ scope: 'pilih', 'satker-99.99': 'on' }, 'Belum ada satker yang dipilih'],
  ])('refuses %j and opens nothing', async (fields, sentence) => {
    const refused = await open(fields);
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain(sentence);
    expect(await zi.deps.store.db.selectFrom('year').selectAll().execute()).toEqual([]);
    expect(await historyRows(zi, 'year.open')).toEqual([]);
  });

  it('keeps what was ticked when it is refused', async () => {
    const refused = await open({ scope: 'pilih', 'satker-52.71': 'on', target: 'x' });
    expect(refused.text).toMatch(/id="satker-52\.71"[^>]* checked/);
    expect(refused.text).toMatch(/id="scope-pilih"[^>]* checked/);
  });

  it('tells that nothing is left when every year with an instrument is open', async () => {
    await open({ scope: 'pilih', 'satker-52.71': 'on' });
    const admin = await zi.signIn('admin');
    const list = readableText((await admin.get('/admin/tahun')).text);
    expect(list).toContain('Semua tahun yang mempunyai instrumen sudah dibuka (2026)');
    expect(list).not.toContain('Buka tahun penilaian');
  });
});

describe('an open year', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
  });
  afterEach(() => zi.close());

  it.each(['ketua.mataram', 'provinsi', 'pusat', 'evaluator'])('is not for %s', async (name) => {
    const agent = await zi.signIn(name);
    for (const path of [
      '',
      '/baru',
      '/2026',
      '/2026/satker',
      '/2026/satker/baru',
      '/2026/tanggal',
    ]) {
      await agent.get(`/admin/tahun${path}`).expect(403);
    }
    await agent.get('/admin/pengaturan').expect(403);
    for (const path of ['', '/2026', '/2026/satker/baru', '/2026/sasaran', '/2026/tanggal']) {
      expect((await postForm(agent, `/admin/tahun${path}`, {})).status).toBe(403);
    }
    expect((await postForm(agent, '/admin/tahun/2026/tanggal/khusus', {})).status).toBe(403);
    expect((await postForm(agent, '/admin/pengaturan', {})).status).toBe(403);
  });

  it.each(['2025', '2027', 'dua', '2026.0', '02026'])('%s does not exist', async (year) => {
    const admin = await zi.signIn('admin');
    await admin.get(`/admin/tahun/${year}`).expect(404);
    expect((await postForm(admin, `/admin/tahun/${year}/tanggal`, {})).status).toBe(404);
  });

  it('gives further satker their LKE and leaves the others alone', async () => {
    const admin = await zi.signIn('admin');
    const page = await admin.get('/admin/tahun/2026/satker/baru').expect(200);
    expect(page.text).not.toContain('id="satker-52.71"');
    const url = '/admin/tahun/2026/satker/baru';
    const fields = { scope: 'pilih', target: 'wbbm', 'provinsi-52': 'on', 'satker-51.01': 'on' };
    expect((await postForm(admin, url, fields)).status).toBe(303);
    expect(await lkeOf(zi, '51.01')).toMatchObject([{ target: 'wbbm', total: '0' }]);
    expect(await lkeOf(zi, MATARAM)).toMatchObject([{ target: 'wbk' }]);
    expect(await historyRows(zi, 'lke.open')).toHaveLength(1);
    expect((await postForm(admin, url, fields)).status).toBe(303);
    const list = readableText((await admin.get('/admin/tahun/2026/satker')).text);
    expect(list).toContain('sudah mempunyai LKE. Tidak ada yang berubah.');
    expect(await historyRows(zi, 'lke.open')).toHaveLength(1);
  });

  describe('target of an LKE', () => {
    const url = '/admin/tahun/2026/sasaran';
    const fields = { satker: MATARAM, target: 'wbbm', version: '1', query: 'provinsi=52' };

    it('changes while it is being filled, with a warning where WBK is not on record', async () => {
      const admin = await zi.signIn('admin');
      const changed = await postForm(admin, url, fields);
      expect(changed.status).toBe(303);
      expect(changed.headers['location']).toBe('/admin/tahun/2026/satker?provinsi=52');
      const list = readableText((await admin.get('/admin/tahun/2026/satker?cari=mataram')).text);
      expect(list).toContain('Sasaran KPU Kota Mataram sekarang Menuju WBBM.');
      expect(list).toContain('mensyaratkan predikat Menuju WBK, yang belum tercatat');
      expect(await historyRows(zi, 'lke.target')).toEqual([
        expect.objectContaining({
          satker_code: MATARAM,
          year: 2026,
          before: { target: 'wbk' },
          after: { target: 'wbbm' },
        }),
      ]);
    });

    it('posted as it is stored changes nothing', async () => {
      const admin = await zi.signIn('admin');
      expect((await postForm(admin, url, { ...fields, target: 'wbk' })).status).toBe(303);
      expect(await historyRows(zi, 'lke.target')).toEqual([]);
    });

    it('does not change once the LKE has left the filling', async () => {
      await zi.deps.store.write((tx) => tx.updateTable('lke').set({ stage: 'tpi' }).execute());
      const admin = await zi.signIn('admin');
      const refused = await postForm(admin, url, fields);
      expect(refused.status).toBe(422);
      expect(readableText(refused.text)).toContain('tidak lagi dalam tahap pengisian');
      expect(await lkeOf(zi, MATARAM)).toMatchObject([{ target: 'wbk' }]);
    });

    it.each([
      [{ version: '7' }, 409, 'sudah diubah orang lain'],
      [{ target: 'wbs' }, 422, 'Pilihan tidak dikenal'],
      [{ satker: '99.99' }, 404, 'Halaman tidak ditemukan'],
      [{ satker: '51.01' }, 404, 'Halaman tidak ditemukan'],
    ])('refuses %j', async (wrong, status, sentence) => {
      const admin = await zi.signIn('admin');
      const refused = await postForm(admin, url, { ...fields, ...wrong });
      expect(refused.status).toBe(status);
      expect(readableText(refused.text)).toContain(sentence);
      expect(await historyRows(zi, 'lke.target')).toEqual([]);
    });
  });

  describe('national dates', () => {
    const url = '/admin/tahun/2026/tanggal';
    const days = { 'd-mandiri-tutup': '2026-04-15', 'd-penetapan': '2026-12-10', version: '1' };

    it('are saved as a whole, and a blank one is taken away', async () => {
      const admin = await zi.signIn('admin');
      expect((await postForm(admin, url, days)).status).toBe(303);
      expect((await postForm(admin, url, { ...days, version: '2' })).status).toBe(303);
      const changed = { 'd-mandiri-tutup': '2026-04-20', version: '2' };
      expect((await postForm(admin, url, changed)).status).toBe(303);
      const stored = await datesFor(zi.deps.store.db, 2026, MATARAM);
      expect(stored.map(({ code, day }) => [code, day])).toEqual([['mandiri-tutup', '2026-04-20']]);
      const entries = await historyRows(zi, 'year.dates');
      expect(entries).toHaveLength(2);
      expect(entries[1]).toMatchObject({
        satker_code: null,
        year: 2026,
        before: { 'mandiri-tutup': '2026-04-15', penetapan: '2026-12-10' },
        after: { 'mandiri-tutup': '2026-04-20', penetapan: null },
      });
    });

    it.each([
      ['d-mandiri-tutup', '2026-02-30', 'Tanggal tidak terbaca'],
      ['d-mandiri-tutup', '31/03/2026', 'Tanggal tidak terbaca'],
      ['d-mandiri-tutup', '2062-03-31', 'antara 1 Januari 2025 dan 31 Desember 2027'],
      ['d-tpi-tutup', '2026-04-01', 'tidak boleh sebelum "Penilaian TPI dimulai"'],
    ])('refuse %s %s and keep what was typed', async (field, day, sentence) => {
      const admin = await zi.signIn('admin');
      const typed = { ...days, 'd-tpi-mulai': '2026-05-01', [field]: day };
      const refused = await postForm(admin, url, typed);
      expect(refused.status).toBe(422);
      expect(readableText(refused.text)).toContain(sentence);
      expect(refused.text).toContain(`name="d-penetapan" value="2026-12-10"`);
      expect(await historyRows(zi, 'year.dates')).toEqual([]);
    });

    it('show both texts to the second of two who change them', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, url, days);
      const stale = await postForm(admin, url, { ...days, 'd-penetapan': '2026-12-20' });
      expect(stale.status).toBe(409);
      expect(readableText(stale.text)).toContain('10 Desember 2026');
      expect(readableText(stale.text)).toContain('20 Desember 2026');
    });
  });

  describe('exceptions of a satker', () => {
    const url = '/admin/tahun/2026/tanggal/khusus';
    const reason = 'Gempa bumi di Lombok.';
    const satker = '52.71 KPU Kota Mataram';
    const fields = { satker, code: 'mandiri-tutup', day: '2026-04-10', reason };

    it('hold for that satker alone, until they are taken away', async () => {
      const { db } = zi.deps.store;
      const admin = await zi.signIn('admin');
      await postForm(admin, '/admin/tahun/2026/tanggal', {
        'd-mandiri-tutup': '2026-03-31',
        version: '1',
      });
      expect((await postForm(admin, url, { ...fields, seen: '' })).status).toBe(303);
      expect(await datesFor(db, 2026, MATARAM)).toMatchObject([
        { code: 'mandiri-tutup', day: '2026-04-10', isOwn: true },
      ]);
      expect(await datesFor(db, 2026, '52.72')).toMatchObject([
        { day: '2026-03-31', isOwn: false },
      ]);
      const gone = await postForm(admin, url, { ...fields, day: '', seen: '2026-04-10' });
      expect(gone.status).toBe(303);
      expect(await datesFor(db, 2026, MATARAM)).toMatchObject([
        { day: '2026-03-31', isOwn: false },
      ]);
      const entries = (await historyRows(zi, 'year.dates')).filter(
        (row) => row.satker_code !== null,
      );
      expect(entries).toMatchObject([
        { satker_code: MATARAM, before: { 'mandiri-tutup': null }, after: { reason } },
        { satker_code: MATARAM, after: { 'mandiri-tutup': null } },
      ]);
    });

    it.each([
      [{ satker: '51.01' }, 'tidak mempunyai LKE tahun 2026'],
      [{ satker: '' }, 'Bagian ini belum diisi'],
      [{ code: 'libur' }, 'Pilihan tidak dikenal'],
      [{ day: '' }, 'Bagian ini belum diisi'],
      [{ reason: ' ' }, 'Bagian ini belum diisi'],
      [{ day: '2026-13-01' }, 'Tanggal tidak terbaca'],
    ])('are refused for %j', async (wrong, sentence) => {
      const admin = await zi.signIn('admin');
      const refused = await postForm(admin, url, { ...fields, seen: '', ...wrong });
      expect(refused.status).toBe(422);
      expect(readableText(refused.text)).toContain(sentence);
    });

    it('do not overwrite what somebody else has set meanwhile', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, url, { ...fields, seen: '' });
      const stale = await postForm(admin, url, { ...fields, day: '2026-04-20', seen: '' });
      expect(stale.status).toBe(409);
      expect(readableText(stale.text)).toContain('10 April 2026');
      expect(readableText(stale.text)).toContain('20 April 2026');
    });
  });

  describe('internal target', () => {
    it.each([
      ['76', '76'],
      ['76,50', '76.5'],
      ['100', '100'],
      ['75', '75'],
    ])('%s is kept as %s', async (typed, stored) => {
      const admin = await zi.signIn('admin');
      const saved = await postForm(admin, '/admin/tahun/2026', { internal: typed, version: '1' });
      expect(saved.status).toBe(303);
      expect(await historyRows(zi, 'year.settings')).toMatchObject([
        { before: { internalTarget: null }, after: { internalTarget: stored } },
      ]);
    });

    it.each(['74,99', '100,01', 'tinggi', '7e1', '-76', '76,123', '1.076'])(
      '%s is refused',
      async (typed) => {
        const admin = await zi.signIn('admin');
        const refused = await postForm(admin, '/admin/tahun/2026', {
          internal: typed,
          version: '1',
        });
        expect(refused.status).toBe(422);
        expect(readableText(refused.text)).toContain('angka dari 75 sampai 100');
        expect(refused.text).toContain(`value="${typed}"`);
      },
    );
  });

  describe('limits of uploads', () => {
    const limits = { fileMb: '10', perIndicator: '15', quotaGb: '2' };
    const seen = '25000000-20-3000000000';

    it('are changed with one entry in the history', async () => {
      const admin = await zi.signIn('admin');
      const page = await admin.get('/admin/pengaturan').expect(200);
      expect(page.text).toContain(`name="seen" value="${seen}"`);
      expect((await postForm(admin, '/admin/pengaturan', { ...limits, seen })).status).toBe(303);
      expect(await historyRows(zi, 'setting.edit')).toMatchObject([
        {
          before: { fileBytes: 25000000, perIndicator: 20, quotaBytes: 3000000000 },
          after: { fileBytes: 10000000, perIndicator: 15, quotaBytes: 2000000000 },
        },
      ]);
      expect((await postForm(admin, '/admin/pengaturan', { ...limits, seen })).status).toBe(303);
      expect(await historyRows(zi, 'setting.edit')).toHaveLength(1);
    });

    it.each([['0'], ['1,5'], ['-1'], ['banyak'], ['999999']])('refuse %s', async (fileMb) => {
      const admin = await zi.signIn('admin');
      const refused = await postForm(admin, '/admin/pengaturan', { ...limits, fileMb, seen });
      expect(refused.status).toBe(422);
      expect(readableText(refused.text)).toContain('bilangan bulat dari 1 sampai 200');
    });

    it('show both to the second of two who change them', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, '/admin/pengaturan', { ...limits, seen });
      const second = await postForm(admin, '/admin/pengaturan', { ...limits, fileMb: '5', seen });
      expect(second.status).toBe(409);
    });
  });
});
