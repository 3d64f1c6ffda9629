import { MATARAM } from '../../fixtures/cast.js';
import { evidenceOfIndicator, evidenceOfLke } from '../../src/features/evidence/store.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { evidenceState, postFiles, storedFiles } from '../support/evidence.js';
import { aJpg, aPdf } from '../support/files.js';
import { historyRows, readableText } from '../support/reading.js';

const lke = `/lke/${MATARAM}/2026`;
const one = `${lke}/bukti/1`;
const onto = (code: string) => `${lke}/jawaban/${code}/bukti`;
const first = { name: 'SK Tim.pdf', bytes: aPdf('SK Tim, versi pertama') };
const second = { name: 'SK Tim revisi.pdf', bytes: aPdf('SK Tim, versi kedua') };

describe('an evidence over time', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
  });
  afterEach(() => zi.close());

  /** The first PDF on A.I.1.i.a and A.I.1.i.b, by the lead. */
  async function withEvidence() {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, onto('A.I.1.i.a'), [first], { name: 'SK Tim' });
    await postForm(ketua, onto('A.I.1.i.b'), { 'pick-1': 'on' });
    return ketua;
  }

  async function lkeId(): Promise<number> {
    const row = await zi.deps.store.db
      .selectFrom('lke')
      .select('id')
      .where('satker_code', '=', MATARAM)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  describe('a new version', () => {
    it('stands beside the old one; chosen indicators take it, the others keep theirs', async () => {
      const ketua = await withEvidence();
      const form = await ketua.get(`${one}/versi`).expect(200);
      expect(form.text.match(/name="link-\d+" value="on" checked/g)).toHaveLength(2);
      const reply = await postFiles(ketua, `${one}/versi`, [second], {
        version: '1',
        documentDay: '2026-02-02',
        'link-1': 'on',
      });
      expect(reply.status).toBe(303);
      const { versions, links } = await evidenceState(zi);
      expect(
        versions.map(({ number, file_name, document_day }) => [number, file_name, document_day]),
      ).toEqual([
        [1, 'SK Tim.pdf', null],
        [2, 'SK Tim revisi.pdf', '2026-02-02'],
      ]);
      expect(links.map(({ code, number }) => [code, number])).toEqual([
        ['A.I.1.i.a', 2],
        ['A.I.1.i.b', 1],
      ]);
      expect(storedFiles(zi)).toHaveLength(2);
      for (const [number, { bytes }] of [
        [1, first],
        [2, second],
      ] as const) {
        const file = await ketua
          .get(`${one}/versi/${number}/berkas`)
          .responseType('blob')
          .expect(200);
        expect((file.body as Buffer).equals(bytes)).toBe(true);
      }
      const moved = (await historyRows(zi, 'evidence.link')).at(-1);
      expect(moved).toMatchObject({
        subject: 'A.I.1.i.a',
        before: { version: 1 },
        after: { version: 2 },
      });
      const behind = await evidenceOfIndicator(zi.deps.store.db, await lkeId(), 'A.I.1.i.b');
      expect(behind).toMatchObject([{ version: 1, latestVersion: 2 }]);
    });

    it('reaches an indicator later, when it is told to', async () => {
      const ketua = await withEvidence();
      await postFiles(ketua, `${one}/versi`, [second], { version: '1' });
      const page = await ketua.get(one).expect(200);
      expect(readableText(page.text)).toContain('masih memakai versi lama');
      const used = await postForm(ketua, `${one}/pemakaian/versi-terbaru`, { 'link-2': 'on' });
      expect(used.status).toBe(303);
      const { links } = await evidenceState(zi);
      expect(links.map(({ number }) => number)).toEqual([1, 2]);
    });

    it('of a member leaves the indicators of other areas alone', async () => {
      const ketua = await withEvidence();
      await postForm(ketua, `${one}/pemakaian`, { 'kode-A.I.4.i.a': 'on' });
      const anggota = await zi.signIn('anggota.mataram');
      const form = await anggota.get(`${one}/versi`).expect(200);
      expect(readableText(form.text)).toContain('1 indikator di luar area Anda tetap memakai');
      const fields = { version: '1', 'link-1': 'on', 'link-2': 'on', 'link-3': 'on' };
      expect((await postFiles(anggota, `${one}/versi`, [second], fields)).status).toBe(303);
      const { links } = await evidenceState(zi);
      expect(links.map(({ code, number }) => [code, number])).toEqual([
        ['A.I.1.i.a', 2],
        ['A.I.1.i.b', 2],
        ['A.I.4.i.a', 1],
      ]);
    });

    it('sent ten times at once is one version', async () => {
      const ketua = await withEvidence();
      const replies = await Promise.all(
        Array.from({ length: 10 }, () =>
          postFiles(ketua, `${one}/versi`, [second], { version: '1', 'link-1': 'on' }),
        ),
      );
      expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(303));
      expect((await evidenceState(zi)).versions).toHaveLength(2);
      expect(storedFiles(zi)).toHaveLength(2);
    });

    it('over a version that somebody else added meanwhile shows both and changes nothing', async () => {
      const ketua = await withEvidence();
      await postFiles(ketua, `${one}/versi`, [second], { version: '1', documentDay: '2026-02-02' });
      const late = { name: 'lain.pdf', bytes: aPdf('versi ketiga') };
      const reply = await postFiles(ketua, `${one}/versi`, [late], {
        version: '1',
        documentDay: '2026-03-03',
      });
      expect(reply.status).toBe(409);
      expect(readableText(reply.text)).toContain('2 Februari 2026');
      expect(readableText(reply.text)).toContain('3 Maret 2026');
      expect((await evidenceState(zi)).versions).toHaveLength(2);
      expect(storedFiles(zi)).toHaveLength(2);
    });

    it('uploaded to an indicator that still has the old one is not taken for attached', async () => {
      const ketua = await withEvidence();
      await postFiles(ketua, `${one}/versi`, [second], { version: '1', 'link-1': 'on' });
      expect((await postFiles(ketua, onto('A.I.1.i.a'), [second])).status).toBe(303);
      const reply = await postFiles(ketua, onto('A.I.1.i.b'), [second]);
      expect(reply.status).toBe(422);
      expect(readableText(reply.text)).toContain(
        'sudah terlampir di indikator ini sebagai versi 1',
      );
      const { evidence, links } = await evidenceState(zi);
      expect([evidence.length, links.length]).toEqual([1, 2]);
    });

    it('with the content of another evidence is refused with its name', async () => {
      const ketua = await withEvidence();
      await postFiles(ketua, `${lke}/bukti/baru`, [second], { name: 'Yang lain' });
      const reply = await postFiles(ketua, `${one}/versi`, [second], { version: '1' });
      expect(reply.status).toBe(422);
      expect(readableText(reply.text)).toContain('sebagai “Yang lain”');
      expect((await evidenceState(zi)).versions).toHaveLength(2);
    });

    it('needs one file or one link', async () => {
      const ketua = await withEvidence();
      expect((await postFiles(ketua, `${one}/versi`, [], { version: '1' })).status).toBe(422);
      const two = [second, { name: 'b.jpg', bytes: aJpg() }];
      expect((await postFiles(ketua, `${one}/versi`, two, { version: '1' })).status).toBe(422);
      const both = await postFiles(ketua, `${one}/versi`, [second], {
        version: '1',
        links: 'a.go.id',
      });
      expect(both.status).toBe(422);
      expect(storedFiles(zi)).toHaveLength(1);
      const link = await postFiles(ketua, `${one}/versi`, [], { version: '1', links: 'a.go.id' });
      expect(link.status).toBe(303);
    });
  });

  describe('its details', () => {
    const details = {
      name: 'SK Tim ZI',
      kind: 'sk',
      physicalLocation: 'Map 1',
      documentDay: '2026-01-12',
      periodFrom: '',
      periodTo: '',
      validUntil: '',
    };

    it('change with a trace of what changed; repeated they leave none', async () => {
      const ketua = await withEvidence();
      for (const version of ['1', '1', '2']) {
        const reply = await postForm(ketua, `${one}/keterangan`, { ...details, version });
        expect(reply.status).toBe(303);
      }
      expect(await historyRows(zi, 'evidence.details')).toMatchObject([
        {
          before: { name: 'SK Tim', kind: 'lainnya', physicalLocation: '', documentDay: null },
          after: { name: 'SK Tim ZI', kind: 'sk', physicalLocation: 'Map 1' },
        },
      ]);
    });

    it('over a stale version show both texts, and the typed one can be saved all the same', async () => {
      const ketua = await withEvidence();
      await postForm(ketua, `${one}/keterangan`, { ...details, version: '1' });
      const mine = { ...details, name: 'SK Tim Zona Integritas', version: '1' };
      const stale = await postForm(ketua, `${one}/keterangan`, mine);
      expect(stale.status).toBe(409);
      expect(readableText(stale.text)).toContain('SK Tim ZI SK Tim Zona Integritas berbeda');
      expect((await evidenceState(zi)).evidence[0]?.name).toBe('SK Tim ZI');
      const again: Record<string, string> = {};
      for (const [, name = '', value = ''] of stale.text.matchAll(
        /<input type="hidden" name="(\w+)" value="([^"]*)">/g,
      )) {
        again[name] = value;
      }
      expect(again['version']).toBe('2');
      expect((await postForm(ketua, `${one}/keterangan`, again)).status).toBe(303);
      expect((await evidenceState(zi)).evidence[0]?.name).toBe('SK Tim Zona Integritas');
    });

    it('need a name', async () => {
      const ketua = await withEvidence();
      const reply = await postForm(ketua, `${one}/keterangan`, {
        ...details,
        name: ' ',
        version: '1',
      });
      expect(reply.status).toBe(422);
      expect((await evidenceState(zi)).evidence[0]?.name).toBe('SK Tim');
    });
  });

  describe('withdrawn', () => {
    const withdraw = { reason: 'Salah unggah: memuat data pribadi', version: '1' };

    it('it proves nothing, stays on record, and comes back when the withdrawal is taken back', async () => {
      const ketua = await withEvidence();
      expect((await postForm(ketua, `${one}/penarikan`, { ...withdraw, reason: ' ' })).status).toBe(
        422,
      );
      expect((await postForm(ketua, `${one}/penarikan`, withdraw)).status).toBe(303);
      expect((await postForm(ketua, `${one}/penarikan`, withdraw)).status).toBe(303);
      const { db } = zi.deps.store;
      const id = await lkeId();
      expect(await evidenceOfIndicator(db, id, 'A.I.1.i.a')).toEqual([]);
      expect(await evidenceOfLke(db, id)).toEqual([]);
      const page = await ketua.get(one).expect(200);
      expect(readableText(page.text)).toContain('Alasan: Salah unggah: memuat data pribadi');
      const register = await ketua.get(`${lke}/bukti`).expect(200);
      expect(readableText(register.text)).toContain('Belum ada bukti');
      const list = await ketua.get(`${lke}/bukti?saring=ditarik`).expect(200);
      expect(readableText(list.text)).toContain('SK Tim');
      const refused = [
        await ketua.get(`${one}/versi`),
        await ketua.get(`${one}/pemakaian`),
        await postForm(ketua, onto('A.I.2.i.a'), { 'pick-1': 'on' }),
      ];
      expect(refused.map(({ status }) => status)).toEqual([409, 409, 422]);
      const back = await postForm(ketua, `${one}/penarikan/pembatalan`, { version: '2' });
      expect(back.status).toBe(303);
      expect(await evidenceOfLke(db, id)).toHaveLength(2);
      const rows = await historyRows(zi, 'evidence.withdraw');
      expect(rows.map(({ after }) => after)).toMatchObject([
        { withdrawn: true, reason: withdraw.reason },
        { withdrawn: false },
      ]);
    });

    it('its file opens for the team and the administrator only', async () => {
      const ketua = await withEvidence();
      await postForm(ketua, `${one}/penarikan`, withdraw);
      for (const [username, status] of [
        ['ketua.mataram', 200],
        ['admin', 200],
        ['provinsi', 403],
        ['evaluator', 403],
      ] as const) {
        const reader = await zi.signIn(username);
        await reader.get(`${one}/versi/1/berkas`).expect(status);
        await reader.get(`${one}/versi/1/pratinjau`).expect(status);
      }
      const provinsi = await zi.signIn('provinsi');
      const list = await provinsi.get(`${lke}/bukti?saring=ditarik`).expect(200);
      expect(readableText(list.text)).not.toContain('SK Tim');
    });

    it('the same file may be uploaded anew', async () => {
      const ketua = await withEvidence();
      await postForm(ketua, `${one}/penarikan`, withdraw);
      expect((await postFiles(ketua, onto('A.I.1.i.a'), [first])).status).toBe(303);
      expect((await evidenceState(zi)).evidence).toHaveLength(2);
      expect(storedFiles(zi)).toHaveLength(1);
    });

    it('only by someone who may work on every area it serves', async () => {
      const ketua = await withEvidence();
      await postForm(ketua, `${one}/pemakaian`, { 'kode-A.I.4.i.a': 'on' });
      const anggota = await zi.signIn('anggota.mataram');
      expect((await postForm(anggota, `${one}/penarikan`, withdraw)).status).toBe(403);
      expect((await evidenceState(zi)).evidence[0]?.withdrawn_at).toBeNull();
    });

    it('not once it was handed in with another LKE', async () => {
      const ketua = await withEvidence();
      await zi.deps.store.write(async (tx) => {
        const at = zi.deps.clock().toISOString();
        await tx
          .insertInto('year')
          .values({
            year: 2025,
            instrument_id: 'lke-2026',
            ruleset_id: 'zi-2026',
            internal_target: null,
            created_at: at,
            version: 1,
          })
          .execute();
        const { id } = await tx
          .insertInto('lke')
          .values({
            satker_code: MATARAM,
            year: 2025,
            target: 'wbk',
            stage: 'tpi',
            created_at: at,
            version: 1,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        await tx
          .insertInto('evidence_link')
          .values({
            lke_id: id,
            indicator_code: 'A.I.1.i.a',
            evidence_id: 1,
            evidence_version_id: 1,
            checklist_code: null,
            created_by: null,
            created_at: at,
          })
          .execute();
      });
      const reply = await postForm(ketua, `${one}/penarikan`, withdraw);
      expect(reply.status).toBe(422);
      expect(readableText(reply.text)).toContain('sudah diajukan bersama LKE tahun 2025');
      expect((await evidenceState(zi)).evidence[0]?.withdrawn_at).toBeNull();
    });
  });

  describe('purged by an administrator', () => {
    const purge = { number: '1', reason: 'Memuat data pribadi', confirmation: 'HAPUS' };

    it('the bytes go, row and history stay, and it proves nothing', async () => {
      await withEvidence();
      const admin = await zi.signIn('admin');
      const form = await admin.get(`${one}/penghapusan-isi?versi=1`).expect(200);
      expect(readableText(form.text)).toContain('A.I.1.i.a, A.I.1.i.b');
      expect((await postForm(admin, `${one}/penghapusan-isi`, purge)).status).toBe(303);
      expect(storedFiles(zi)).toEqual([]);
      const { versions } = await evidenceState(zi);
      expect(versions[0]).toMatchObject({
        file_name: 'SK Tim.pdf',
        purged_at: zi.clock.now.toISOString(),
      });
      expect(await historyRows(zi, 'evidence.purge')).toMatchObject([
        { actor_role: 'admin', after: { reason: 'Memuat data pribadi', version: 1 } },
      ]);
      expect(await evidenceOfLke(zi.deps.store.db, await lkeId())).toEqual([]);
      const seen = await evidenceOfIndicator(zi.deps.store.db, await lkeId(), 'A.I.1.i.a');
      expect(seen).toMatchObject([{ purged: true }]);
      await admin.get(`${one}/versi/1/berkas`).expect(404);
      await admin.get(`${one}/versi/1/pratinjau`).expect(404);
      expect((await postForm(admin, `${one}/penghapusan-isi`, purge)).status).toBe(404);
      expect(await historyRows(zi, 'evidence.purge')).toHaveLength(1);
    });

    it.each([
      ['no reason', { ...purge, reason: '' }, 422],
      ['the word not typed', { ...purge, confirmation: 'hapus' }, 422],
      ['a version that is not there', { ...purge, number: '2' }, 404],
    ])('%s: nothing goes', async (_what, fields, status) => {
      await withEvidence();
      const admin = await zi.signIn('admin');
      expect((await postForm(admin, `${one}/penghapusan-isi`, fields)).status).toBe(status);
      expect(storedFiles(zi)).toHaveLength(1);
    });

    it('by anyone else is refused', async () => {
      const ketua = await withEvidence();
      expect((await postForm(ketua, `${one}/penghapusan-isi`, purge)).status).toBe(403);
      expect(storedFiles(zi)).toHaveLength(1);
    });

    it('bytes that another satker needs stay for it', async () => {
      await withEvidence();
      const bima = await zi.signIn('ketua.bima');
      await postFiles(bima, '/lke/52.72/2026/jawaban/A.I.1.i.a/bukti', [first]);
      const admin = await zi.signIn('admin');
      expect((await postForm(admin, `${one}/penghapusan-isi`, purge)).status).toBe(303);
      expect(storedFiles(zi)).toHaveLength(1);
      await bima.get('/lke/52.72/2026/bukti/2/versi/1/berkas').expect(200);
      await admin.get(`${one}/versi/1/berkas`).expect(404);
    });

    it('while the same bytes are being uploaded elsewhere, no row ever lacks its file', async () => {
      await withEvidence();
      const admin = await zi.signIn('admin');
      const bima = await zi.signIn('ketua.bima');
      const theirs = '/lke/52.72/2026/jawaban/A.I.1.i.a/bukti';
      const [purged, uploaded] = await Promise.all([
        postForm(admin, `${one}/penghapusan-isi`, purge),
        postFiles(bima, theirs, [first]),
      ]);
      expect([purged.status, uploaded.status]).toEqual([303, 303]);
      expect(storedFiles(zi)).toHaveLength(1);
      await bima.get('/lke/52.72/2026/bukti/2/versi/1/berkas').expect(200);
    });
  });
});
