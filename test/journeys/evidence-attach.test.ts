import { createHash } from 'node:crypto';
import { MATARAM } from '../../fixtures/cast.js';
import { evidenceCounts } from '../../src/features/evidence/store.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { evidenceState, postFiles, setSetting, storedFiles } from '../support/evidence.js';
import { aJpg, aPdf, aPng, docxFile } from '../support/files.js';
import { historyRows, readableText } from '../support/reading.js';

const lke = `/lke/${MATARAM}/2026`;
const onto = (code: string) => `${lke}/jawaban/${code}/bukti`;
const TIM = 'A.I.1.i.a';
const pdf = { name: 'SK Tim ZI.pdf', bytes: aPdf() };

describe('evidence onto an indicator', () => {
  let zi: TestApp;
  beforeEach(async () => {
    zi = await startTestApp();
  });
  afterEach(() => zi.close());

  it('a PDF with all that is said of it is stored, linked and told in the history', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const reply = await postFiles(ketua, onto(TIM), [pdf], {
      name: 'SK Tim Pembangunan ZI 2026',
      kind: 'sk',
      documentDay: '2026-01-12',
      periodFrom: '2026-01-01',
      periodTo: '2026-12-31',
      validUntil: '2026-12-31',
      physicalLocation: 'Lemari arsip Subbagian Umum',
      checklist: `${TIM}-1`,
    });
    expect(reply.status).toBe(303);
    expect(reply.headers['location']).toBe(`${lke}/jawaban/${TIM}#bukti`);
    const { evidence, versions, links } = await evidenceState(zi);
    expect(evidence).toMatchObject([
      {
        satker_code: MATARAM,
        name: 'SK Tim Pembangunan ZI 2026',
        kind: 'sk',
        physical_location: 'Lemari arsip Subbagian Umum',
        version: 1,
      },
    ]);
    const sha256 = createHash('sha256').update(pdf.bytes).digest('hex');
    expect(versions).toMatchObject([
      {
        number: 1,
        year: 2026,
        type: 'file',
        sha256,
        file_name: 'SK Tim ZI.pdf',
        media_type: 'application/pdf',
        size: pdf.bytes.length,
        document_day: '2026-01-12',
        period_from: '2026-01-01',
        period_to: '2026-12-31',
        valid_until: '2026-12-31',
      },
    ]);
    expect(links).toMatchObject([{ code: TIM, number: 1, checklist_code: `${TIM}-1` }]);
    expect(storedFiles(zi)).toEqual([`${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`]);
    const [added] = await historyRows(zi, 'evidence.add');
    expect(added).toMatchObject({
      actor_name: 'Lalu Suryadi',
      actor_role: 'ketua',
      satker_code: MATARAM,
      year: 2026,
      after: { name: 'SK Tim Pembangunan ZI 2026', fileName: 'SK Tim ZI.pdf', sha256 },
    });
    expect(await historyRows(zi, 'evidence.link')).toMatchObject([
      { subject: TIM, after: { name: 'SK Tim Pembangunan ZI 2026', version: 1 } },
    ]);
  });

  it('several files and links at once become one evidence each, named after the files', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const files = [
      pdf,
      { name: 'Rapat pleno.jpg', bytes: aJpg() },
      { name: 'Notula.docx', bytes: docxFile(['Notula rapat']) },
    ];
    const links =
      'kota-mataram.kpu.go.id/zi\nhttps://drive.google.com/drive/folders/abc?usp=sharing';
    const reply = await postFiles(ketua, onto(TIM), files, { links });
    expect(reply.status).toBe(303);
    const { evidence, versions } = await evidenceState(zi);
    expect(evidence.map(({ name, kind }) => [name, kind])).toEqual([
      ['SK Tim ZI', 'lainnya'],
      ['Rapat pleno', 'lainnya'],
      ['Notula', 'lainnya'],
      ['kota-mataram.kpu.go.id/zi', 'lainnya'],
      ['drive.google.com/drive/folders/abc', 'lainnya'],
    ]);
    expect(versions.slice(3).map(({ url }) => url)).toEqual([
      'https://kota-mataram.kpu.go.id/zi',
      'https://drive.google.com/drive/folders/abc?usp=sharing',
    ]);
    expect(await evidenceCounts(zi.deps.store.db, 0)).toEqual(new Map());
  });

  it('one PDF serves three indicators: attached to one, picked for another, ticked for a third', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, onto(TIM), [pdf]);
    const [evidence] = (await evidenceState(zi)).evidence;
    const picker = await ketua.get(onto('A.I.1.i.b')).expect(200);
    expect(readableText(picker.text)).toContain('SK Tim ZI Versi 1 · PDF');
    const picked = await postForm(ketua, onto('A.I.1.i.b'), { [`pick-${evidence?.id}`]: 'on' });
    expect(picked.status).toBe(303);
    const uses = `${lke}/bukti/${evidence?.id}/pemakaian`;
    const ticked = await postForm(ketua, uses, { 'kode-A.I.2.i.a': 'on', 'kode-B.I.a': 'on' });
    expect(ticked.status).toBe(303);
    const { links } = await evidenceState(zi);
    expect(links.map(({ code }) => code)).toEqual([TIM, 'A.I.1.i.b', 'A.I.2.i.a', 'B.I.a']);
    const page = await ketua.get(`${lke}/bukti/${evidence?.id}`).expect(200);
    for (const { code } of links) expect(readableText(page.text)).toContain(code);
    expect(storedFiles(zi)).toHaveLength(1);
    const row = await zi.deps.store.db
      .selectFrom('lke')
      .select('id')
      .where('satker_code', '=', MATARAM)
      .executeTakeFirstOrThrow();
    expect([...(await evidenceCounts(zi.deps.store.db, row.id)).values()]).toEqual([1, 1, 1, 1]);
  });

  it('the same form sent ten times at once has one effect', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => postFiles(ketua, onto(TIM), [pdf])),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(303));
    const { evidence, versions, links, history } = await evidenceState(zi);
    expect([evidence, versions, links].map((rows) => rows.length)).toEqual([1, 1, 1]);
    expect(history).toHaveLength(2);
    expect(storedFiles(zi)).toHaveLength(1);
  });

  it('ten people with the same bytes for ten indicators leave one file and no broken row', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    const { indicators } = zi.deps.instruments.forYear(2026).instrument;
    const real = indicators.slice(0, 10).map(({ code }) => code);
    const replies = await Promise.all(real.map((code) => postFiles(ketua, onto(code), [pdf])));
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 422)).toHaveLength(real.length - 1);
    expect(await evidenceState(zi)).toMatchObject({ evidence: [{}], versions: [{}], links: [{}] });
    expect(storedFiles(zi)).toHaveLength(1);
  });

  it('what the register already holds is named, offered, and kept apart only on request', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, onto(TIM), [pdf], { name: 'SK Tim' });
    const again = await postFiles(ketua, onto('A.I.1.i.b'), [{ ...pdf, name: 'salinan.pdf' }]);
    expect(again.status).toBe(422);
    expect(readableText(again.text)).toContain(
      '“salinan.pdf” sudah ada di daftar bukti satker sebagai “SK Tim”.',
    );
    expect(readableText(again.text)).toContain('Pakai SK Tim');
    expect((await evidenceState(zi)).evidence).toHaveLength(1);
    const apart = await postFiles(ketua, onto('A.I.1.i.b'), [{ ...pdf, name: 'salinan.pdf' }], {
      duplicate: 'on',
    });
    expect(apart.status).toBe(303);
    expect((await evidenceState(zi)).evidence).toHaveLength(2);
    expect(storedFiles(zi)).toHaveLength(1);
  });

  it('the same link written differently is the same link', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, onto(TIM), [], { links: 'https://KPU.go.id:443/zi/../zi' });
    const again = await postForm(ketua, onto('A.I.1.i.b'), { links: 'kpu.go.id/zi' });
    expect(again.status).toBe(422);
    expect(readableText(again.text)).toContain('sudah ada di daftar bukti satker sebagai');
  });

  it('what another satker holds is never told', async () => {
    const bima = await zi.signIn('ketua.bima');
    await postFiles(bima, '/lke/52.72/2026/jawaban/A.I.1.i.a/bukti', [pdf], {
      name: 'Rahasia Bima',
    });
    const ketua = await zi.signIn('ketua.mataram');
    const reply = await postFiles(ketua, onto(TIM), [pdf]);
    expect(reply.status).toBe(303);
    const register = await ketua.get(`${lke}/bukti`).expect(200);
    expect(register.text).not.toContain('Rahasia Bima');
    expect(readableText(register.text)).not.toContain('✗ isi ganda');
    expect(register.text).not.toMatch(/zi-warn">isi ganda/);
    expect(storedFiles(zi)).toHaveLength(1);
  });

  it('at most 20 evidence per indicator, links counted; the setting may say otherwise', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await setSetting(zi, 'evidence.per-indicator', 3);
    const links = 'a.go.id b.go.id';
    expect((await postForm(ketua, onto(TIM), { links })).status).toBe(303);
    const over = await postFiles(ketua, onto(TIM), [pdf, { name: 'foto.jpg', bytes: aJpg() }]);
    expect(over.status).toBe(422);
    expect(readableText(over.text)).toContain(
      'Indikator A.I.1.i.a sudah punya 2 bukti; batasnya 3.',
    );
    expect(storedFiles(zi)).toEqual([]);
    expect((await postFiles(ketua, onto(TIM), [pdf])).status).toBe(303);
    const [first] = (await evidenceState(zi)).evidence;
    await postForm(ketua, onto('A.I.1.i.b'), { links: 'c.go.id' });
    const other = (await evidenceState(zi)).evidence.at(-1);
    const full = await postForm(ketua, onto(TIM), { [`pick-${other?.id}`]: 'on' });
    expect(full.status).toBe(422);
    expect(first?.id).toBe(1);
    expect((await evidenceState(zi)).links.filter(({ code }) => code === TIM)).toHaveLength(3);
  });

  it('a satker has its space of the year, and the same bytes count once', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await setSetting(zi, 'evidence.quota-bytes', pdf.bytes.length + 10);
    expect((await postFiles(ketua, onto(TIM), [pdf])).status).toBe(303);
    const over = await postFiles(ketua, onto('A.I.1.i.b'), [{ name: 'a.png', bytes: aPng() }]);
    expect(over.status).toBe(422);
    expect(readableText(over.text)).toContain('Ruang bukti satker tahun ini tidak cukup');
    expect(storedFiles(zi)).toHaveLength(1);
    const bima = await zi.signIn('ketua.bima');
    const theirs = '/lke/52.72/2026/jawaban/A.I.1.i.a/bukti';
    expect((await postFiles(bima, theirs, [{ name: 'a.png', bytes: aPng() }])).status).toBe(303);
  });

  it('unlinking asks once more and leaves the evidence in the register', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, onto(TIM), [pdf]);
    const [link] = (await evidenceState(zi)).links;
    const removal = `${onto(TIM)}/${link?.id}/pelepasan`;
    const asked = await ketua.get(removal).expect(200);
    expect(readableText(asked.text)).toContain('Lepaskan “SK Tim ZI” dari A.I.1.i.a?');
    expect((await postForm(ketua, removal, {})).status).toBe(303);
    expect((await postForm(ketua, removal, {})).status).toBe(303);
    const { evidence, links } = await evidenceState(zi);
    expect([evidence.length, links.length]).toEqual([1, 0]);
    expect(await historyRows(zi, 'evidence.unlink')).toHaveLength(1);
    await ketua.get(removal).expect(404);
  });

  it.each([
    ['a link of another indicator', 'A.I.1.i.b'],
    ['a link of no indicator', 'A.I.9.z'],
  ])('%s is not unlinked', async (_what, code) => {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, onto(TIM), [pdf]);
    const [link] = (await evidenceState(zi)).links;
    await postForm(ketua, `${onto(code)}/${link?.id}/pelepasan`, {});
    expect((await evidenceState(zi)).links).toHaveLength(1);
  });

  it('a member attaches within the assigned areas only', async () => {
    const anggota = await zi.signIn('anggota.mataram');
    expect((await postFiles(anggota, onto(TIM), [pdf])).status).toBe(303);
    const foreign = await postFiles(anggota, onto('A.I.4.i.a'), [{ name: 'a.png', bytes: aPng() }]);
    expect(foreign.status).toBe(403);
    expect(readableText(foreign.text)).toContain('Di luar area Anda');
    const [evidence] = (await evidenceState(zi)).evidence;
    const uses = `${lke}/bukti/${evidence?.id}/pemakaian`;
    const page = await anggota.get(uses).expect(200);
    expect(page.text).not.toContain('kode-A.I.4');
    const ticked = await postForm(anggota, uses, {
      'kode-A.I.4.i.a': 'on',
      'kode-A.I.1.i.b': 'on',
    });
    expect(ticked.status).toBe(422);
    expect(readableText(ticked.text)).toContain(
      'di luar area yang ditugaskan kepada Anda: A.I.4.i.a',
    );
    expect((await evidenceState(zi)).links).toHaveLength(1);
    expect(storedFiles(zi)).toHaveLength(1);
  });

  it.each(['provinsi', 'tpi.anggota', 'evaluator', 'admin'])(
    '%s sees the register but attaches nothing',
    async (username) => {
      const reader = await zi.signIn(username);
      const page = await reader.get(`${lke}/bukti`).expect(200);
      expect(readableText(page.text)).not.toContain('Tambah bukti');
      expect((await postFiles(reader, onto(TIM), [pdf])).status).toBe(403);
      expect((await postFiles(reader, `${lke}/bukti/baru`, [pdf])).status).toBe(403);
      expect(storedFiles(zi)).toEqual([]);
    },
  );

  it('nothing changes once the LKE is not being filled', async () => {
    const ketua = await zi.signIn('ketua.mataram');
    await postFiles(ketua, onto(TIM), [pdf]);
    await zi.deps.store.write((tx) =>
      tx.updateTable('lke').set({ stage: 'tpi' }).where('satker_code', '=', MATARAM).execute(),
    );
    const before = await evidenceState(zi);
    const [link] = before.links;
    const refused = [
      await postFiles(ketua, onto('A.I.1.i.b'), [{ name: 'a.png', bytes: aPng() }]),
      await postFiles(ketua, `${lke}/bukti/1/versi`, [{ name: 'a.png', bytes: aPng() }]),
      await postForm(ketua, `${onto(TIM)}/${link?.id}/pelepasan`, {}),
      await postForm(ketua, `${lke}/bukti/1/penarikan`, { reason: 'salah', version: '1' }),
      await postForm(ketua, `${lke}/bukti/1/keterangan`, { name: 'Lain', version: '1' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(Array(5).fill(409));
    expect(await evidenceState(zi)).toEqual(before);
    expect(storedFiles(zi)).toHaveLength(1);
  });
});
