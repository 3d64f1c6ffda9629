import { MATARAM } from '../../fixtures/cast.js';
import { historyRows, readableText } from '../support/reading.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';

describe('administration of satker', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
  });
  afterEach(() => zi.close());

  const one = `/admin/satker/${MATARAM}`;
  const edit = {
    name: 'KPU Kota Mataram',
    djpb: '658258',
    zone: 'Asia/Makassar',
    version: '1',
  };
  const wbk = {
    kind: 'wbk',
    year: '2024',
    decree: '1201 Tahun 2024',
    day: '2024-12-09',
    by: 'tpn',
  };

  describe('the list', () => {
    it('shows all 553 satker, fifty on a page', async () => {
      const admin = await zi.signIn('admin');
      const page = await admin.get('/admin/satker').expect(200);
      expect(readableText(page.text)).toContain('553 dari 553 satker');
      expect(readableText(page.text)).toContain('Baris 1–50 dari 553');
      const last = await admin.get('/admin/satker?halaman=12').expect(200);
      expect(readableText(last.text)).toContain('Baris 551–553 dari 553');
    });

    it.each([
      ['cari=mataram', '1 dari 553 satker', 'KPU Kota Mataram'],
      ['cari=658258', '1 dari 553 satker', 'KPU Kota Mataram'],
      ['cari=52.71', '1 dari 553 satker', 'KPU Kota Mataram'],
      ['provinsi=52', '11 dari 553 satker', 'KPU Kabupaten Dompu'],
      ['provinsi=52&jenis=kota', '2 dari 553 satker', 'KPU Kota Bima'],
      ['cari=%25', '0 dari 553 satker', 'Tidak ada satker yang cocok'],
      ['cari=_', '0 dari 553 satker', 'Tidak ada satker yang cocok'],
    ])('narrowed by %s shows %s', async (query, count, name) => {
      const admin = await zi.signIn('admin');
      const page = await admin.get(`/admin/satker?${query}`).expect(200);
      expect(readableText(page.text)).toContain(count);
      expect(readableText(page.text)).toContain(name);
    });

    it('is ordered by name, up and down', async () => {
      const admin = await zi.signIn('admin');
      const names = async (sort: string) => {
        const page = await admin.get(`/admin/satker?provinsi=52&urut=${sort}`).expect(200);
        return [...page.text.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)].map(([, n]) => n);
      };
      const up = await names('nama');
      expect(up).toEqual([...up].sort());
      expect(await names('-nama')).toEqual([...up].reverse());
    });

    it.each(['ketua.mataram', 'provinsi', 'pusat', 'evaluator'])(
      'is not for %s, nor is any satker in it',
      async (username) => {
        const agent = await zi.signIn(username);
        await agent.get('/admin/satker').expect(403);
        await agent.get(one).expect(403);
        await agent.get('/admin/satker/99.99').expect(403);
        await agent.get(one).expect(403);
        expect((await postForm(agent, one, edit)).status).toBe(403);
        expect((await postForm(agent, `${one}/predikat`, wbk)).status).toBe(403);
      },
    );
  });

  describe('one satker', () => {
    it('is edited, with one entry in the history that names what changed', async () => {
      const admin = await zi.signIn('admin');
      const name = 'KPU  Kota Mataram (NTB)';
      const done = await postForm(admin, one, { ...edit, name, zone: 'Asia/Jakarta' });
      expect(done.status).toBe(303);
      const page = await admin.get(one).expect(200);
      expect(readableText(page.text)).toContain('Data KPU Kota Mataram (NTB) disimpan.');
      expect(await historyRows(zi, 'satker.edit')).toEqual([
        expect.objectContaining({
          actor_name: 'Baiq Nurhayati',
          actor_role: 'admin',
          satker_code: MATARAM,
          before: { name: 'KPU Kota Mataram', timeZone: 'Asia/Makassar' },
          after: { name: 'KPU Kota Mataram (NTB)', timeZone: 'Asia/Jakarta' },
        }),
      ]);
    });

    it('posted as it is stored changes nothing', async () => {
      const admin = await zi.signIn('admin');
      expect((await postForm(admin, one, edit)).status).toBe(303);
      expect(await historyRows(zi, 'satker.edit')).toEqual([]);
    });

    it.each([
      [{ name: ' ' }, 'Bagian ini belum diisi'],
      [{ name: 'x'.repeat(201) }, 'Isian terlalu panjang. Paling banyak 200 huruf.'],
      [{ djpb: '12345' }, 'terdiri atas enam angka'],
      [{ djpb: '658262' }, 'sudah dipakai KPU Kota Bima'],
      [{ zone: 'Europe/Berlin' }, 'Pilihan tidak dikenal'],
    ])('refuses %j with a reason and keeps what was typed', async (wrong, sentence) => {
      const admin = await zi.signIn('admin');
      const typed = { ...edit, name: 'KPU Mataram Baru', ...wrong };
      const refused = await postForm(admin, one, typed);
      expect(refused.status).toBe(422);
      expect(readableText(refused.text)).toContain(sentence);
      expect(refused.text).toContain(`name="djpb" inputmode="numeric" maxlength="6"`);
      expect(refused.text).toContain(`value="${typed.djpb}"`);
      expect(await historyRows(zi, 'satker.edit')).toEqual([]);
    });

    it('shows both texts to the second of two who edit it, and lets them decide', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, one, { ...edit, name: 'KPU Mataram A' });
      const stale = await postForm(admin, one, { ...edit, name: 'KPU Mataram B' });
      expect(stale.status).toBe(409);
      const text = readableText(stale.text);
      expect(text).toContain('KPU Mataram A');
      expect(text).toContain('KPU Mataram B');
      expect(stale.text).toContain('name="version" value="2"');
      await postForm(admin, one, { ...edit, name: 'KPU Mataram B', version: '2' });
      const page = await admin.get(one);
      expect(readableText(page.text)).toContain('Data KPU Mataram B disimpan.');
    });

    it('that does not exist answers 404', async () => {
      const admin = await zi.signIn('admin');
      await admin.get('/admin/satker/99.99').expect(404);
      expect((await postForm(admin, '/admin/satker/99.99', edit)).status).toBe(404);
    });
  });

  describe('the register of predikat', () => {
    it('takes a decree, shows it, and records it once', async () => {
      const admin = await zi.signIn('admin');
      for (let time = 0; time < 3; time += 1) {
        expect((await postForm(admin, `${one}/predikat`, wbk)).status).toBe(303);
      }
      const page = readableText((await admin.get(one)).text);
      expect(page).toContain('Predikat Menuju WBK tahun 2024 dicatat.');
      expect(page).toContain('1201 Tahun 2024');
      expect(page).toContain('9 Desember 2024');
      expect(page).toContain('TPN (Kementerian PANRB)');
      expect(await historyRows(zi, 'predikat.add')).toEqual([
        expect.objectContaining({
          subject: 'wbk 2024',
          satker_code: MATARAM,
          after: {
            kind: 'wbk',
            year: 2024,
            decreeNumber: '1201 Tahun 2024',
            decreeDay: '2024-12-09',
            grantedBy: 'tpn',
          },
        }),
      ]);
      const list = await admin.get('/admin/satker?cari=mataram');
      expect(readableText(list.text)).toContain('WBK 2024');
    });

    it.each([
      [{ year: '2027' }, 'dari 2012 sampai 2026'],
      [{ year: '2011' }, 'dari 2012 sampai 2026'],
      [{ year: 'dua ribu' }, 'dari 2012 sampai 2026'],
      [{ decree: '' }, 'Bagian ini belum diisi'],
      [{ day: '2026-03-11' }, 'tidak boleh sesudah hari ini'],
      [{ day: '2023-12-31' }, 'tidak boleh sebelum tahun predikatnya (2024)'],
      [{ day: '2024-02-30' }, 'Tanggal tidak terbaca'],
      [{ kind: 'wbs' }, 'Pilihan tidak dikenal'],
      [{ by: 'presiden' }, 'Pilihan tidak dikenal'],
    ])('refuses %j with a reason', async (wrong, sentence) => {
      const admin = await zi.signIn('admin');
      const refused = await postForm(admin, `${one}/predikat`, { ...wbk, ...wrong });
      expect(refused.status).toBe(422);
      expect(readableText(refused.text)).toContain(sentence);
      expect(await historyRows(zi, 'predikat.add')).toEqual([]);
    });

    it('takes today in the zone of the satker as the last day', async () => {
      // 10 March 17.30 UTC is already 11 March in WITA.
      zi.clock.advance(15.5 * 60 * 60 * 1000);
      const admin = await zi.signIn('admin');
      const taken = await postForm(admin, `${one}/predikat`, {
        ...wbk,
        year: '2026',
        day: '2026-03-11',
      });
      expect(taken.status).toBe(303);
    });

    it('refuses a second decree of the same predikat and year', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, `${one}/predikat`, wbk);
      const second = await postForm(admin, `${one}/predikat`, { ...wbk, decree: '9' });
      expect(second.status).toBe(422);
      expect(readableText(second.text)).toContain('Menuju WBK tahun 2024 sudah tercatat');
    });

    it('accepts WBBM without WBK, because it was decreed, and marks it', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, `${one}/predikat`, { ...wbk, kind: 'wbbm' });
      const marked = readableText((await admin.get(one)).text);
      expect(marked).toContain('tidak ada WBK yang masih berlaku');
      await postForm(admin, `${one}/predikat`, { ...wbk, year: '2022', day: '' });
      const complete = readableText((await admin.get(one)).text);
      expect(complete).not.toContain('tidak ada WBK yang masih berlaku');
    });

    it('records a revocation with day and reason', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, `${one}/predikat`, wbk);
      const revocation = { revokedOn: '2025-06-01', reason: 'Temuan pemeriksaan.', version: '1' };
      const revoked = await postForm(admin, `${one}/predikat/1/pencabutan`, revocation);
      expect(revoked.status).toBe(303);
      expect((await postForm(admin, `${one}/predikat/1/pencabutan`, revocation)).status).toBe(303);
      const page = readableText((await admin.get(one)).text);
      expect(page).toContain('dicabut 1 Juni 2025');
      expect(page).toContain('Temuan pemeriksaan.');
      expect(await historyRows(zi, 'predikat.revoke')).toEqual([
        expect.objectContaining({
          subject: 'wbk 2024',
          before: { revokedOn: null, revokedReason: null },
          after: { revokedOn: '2025-06-01', revokedReason: 'Temuan pemeriksaan.' },
        }),
      ]);
    });

    it.each([
      [{ revokedOn: '' }, 'Bagian ini belum diisi'],
      [{ revokedOn: '2026-12-01' }, 'tidak boleh sesudah hari ini'],
      [{ revokedOn: '2024-12-01' }, 'tidak boleh sebelum tanggal surat keputusan'],
      [{ reason: ' ' }, 'Bagian ini belum diisi'],
    ])('refuses the revocation %j', async (wrong, sentence) => {
      const admin = await zi.signIn('admin');
      await postForm(admin, `${one}/predikat`, wbk);
      const typed = { revokedOn: '2025-06-01', reason: 'Alasan.', version: '1', ...wrong };
      const refused = await postForm(admin, `${one}/predikat/1/pencabutan`, typed);
      expect(refused.status).toBe(422);
      expect(readableText(refused.text)).toContain(sentence);
      expect(await historyRows(zi, 'predikat.revoke')).toEqual([]);
    });

    it('puts a slip of the pen right, and takes back a revocation recorded by mistake', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, `${one}/predikat`, wbk);
      await postForm(admin, `${one}/predikat/1/pencabutan`, {
        revokedOn: '2025-06-01',
        reason: 'Salah satker.',
        version: '1',
      });
      const corrected = { ...wbk, decree: '1210 Tahun 2024', unrevoke: 'on', version: '2' };
      expect((await postForm(admin, `${one}/predikat/1`, corrected)).status).toBe(303);
      const page = readableText((await admin.get(one)).text);
      expect(page).toContain('1210 Tahun 2024');
      expect(page).toContain('berlaku');
      expect(await historyRows(zi, 'predikat.edit')).toEqual([
        expect.objectContaining({
          before: {
            decreeNumber: '1201 Tahun 2024',
            revokedOn: '2025-06-01',
            revokedReason: 'Salah satker.',
          },
          after: { decreeNumber: '1210 Tahun 2024', revokedOn: null, revokedReason: null },
        }),
      ]);
    });

    it('shows both texts when two correct the same entry', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, `${one}/predikat`, wbk);
      await postForm(admin, `${one}/predikat/1`, { ...wbk, decree: 'A', version: '1' });
      const stale = await postForm(admin, `${one}/predikat/1`, {
        ...wbk,
        decree: 'B',
        version: '1',
      });
      expect(stale.status).toBe(409);
      expect(stale.text).toContain('<td data-label="Tersimpan sekarang">A</td>');
    });

    it('does not reach an entry through another satker', async () => {
      const admin = await zi.signIn('admin');
      await postForm(admin, `${one}/predikat`, wbk);
      await admin.get(`${one}/predikat/1`).expect(200);
      await admin.get('/admin/satker/52.72/predikat/1').expect(404);
      const foreign = await postForm(admin, '/admin/satker/52.72/predikat/1', wbk);
      expect(foreign.status).toBe(404);
      await admin.get(`${one}/predikat/1e0`).expect(404);
    });
  });
});
