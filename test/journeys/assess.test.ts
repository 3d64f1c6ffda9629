import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { insertAccount, insertGrant } from '../../src/db/accounts.js';
import { insertReturn } from '../../src/features/submission/store.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import { answer } from '../support/answering.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { formTo } from '../support/html.js';
import { readableText } from '../support/reading.js';
import { lkeOf } from '../support/submitting.js';

/** The province and TPI at work, through HTTP, as people read it. */
const LKE = `/lke/${MATARAM}/2026`;
const pageOf = (code: string, tier = 'pendahuluan'): string => `${LKE}/tinjauan/${tier}/${code}`;
const WHY = 'Notula rapat tidak memuat nama anggota.';

let zi: TestApp;
let province: TestAgent;
let ketua: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  await answer(zi, MATARAM, { 'A.I.1.i.a': 'Ya', 'A.I.1.i.b': 'A', 'A.I.1.ii.a': 'Ya' });
  await setStage(zi.deps.store, MATARAM, 'pendahuluan');
  province = await zi.signIn('provinsi');
  ketua = await zi.signIn('ketua.mataram');
});
afterEach(() => zi.close());

async function assess(
  agent: TestAgent,
  code: string,
  fields: Record<string, string>,
  tier = 'pendahuluan',
) {
  const page = await agent.get(pageOf(code, tier));
  const form = formTo(page.text, pageOf(code, tier)).fields;
  return agent
    .post(pageOf(code, tier))
    .type('form')
    .send({ ...form, ...fields });
}

const read = async (agent: TestAgent, url: string): Promise<string> => {
  const page = await agent.get(url);
  expect(page.status).toBe(200);
  return readableText(page.text);
};

describe('an assessor of the province', () => {
  it('accepts as claimed and goes on to the next unassessed indicator', async () => {
    const saved = await assess(province, 'A.I.1.i.a', { accept: '1' });
    expect(saved.status).toBe(303);
    expect(saved.headers['location']).toContain('A.I.1.i.b');
    const next = await read(province, saved.headers['location'] as string);
    expect(next).toContain('A.I.1.i.a tersimpan 10 Maret 2026 10.00 WITA.');
    expect(next).toContain('1 dari 113 indikator dinilai');
  });

  it('is asked for a reason, and nothing typed is lost', async () => {
    const refused = await assess(province, 'A.I.1.i.b', { letter: 'C', note: 'Cek ulang.' });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain(
      'Penilaian berbeda dari jawaban satker. Tulis alasannya lalu simpan lagi.',
    );
    expect(formTo(refused.text, pageOf('A.I.1.i.b')).fields).toMatchObject({
      letter: 'C',
      note: 'Cek ulang.',
    });
    const saved = await assess(province, 'A.I.1.i.b', { letter: 'C', reason: WHY });
    expect(saved.status).toBe(303);
    expect(await read(province, `${LKE}/perbandingan`)).toContain(WHY);
  });

  it('refuses an empty assessment in words', async () => {
    const refused = await assess(province, 'A.I.1.i.b', { reason: WHY });
    expect(refused.status).toBe(422);
    expect(readableText(refused.text)).toContain('Penilaian belum diisi.');
  });

  it('resumes behind what this very person assessed last', async () => {
    await assess(province, 'A.I.1.i.b', { accept: '1' });
    const resumed = await province.get(`${LKE}/tinjauan/pendahuluan/lanjut`);
    expect(resumed.headers['location']).toBe(pageOf('A.I.1.ii.a'));
  });

  it('finds its satker in the queue, whose turn it is first', async () => {
    const queue = await read(province, '/tinjauan');
    expect(queue).toContain('KPU Kota Mataram');
    expect(queue.indexOf('KPU Kota Mataram')).toBeLessThan(queue.indexOf('KPU Kabupaten Dompu'));
    expect(queue).toContain('giliran Anda');
  });

  it('narrows the queue once satker are assigned to it', async () => {
    const secretary = await zi.signIn('sekretaris.provinsi');
    const form = formTo((await secretary.get(`${LKE}/penugasan`)).text, `${LKE}/penugasan`).fields;
    const person = await zi.deps.store.db
      .selectFrom('user')
      .select('id')
      .where('username', '=', 'provinsi')
      .executeTakeFirstOrThrow();
    const wanted = { ...form, [`penilai-${person.id}`]: 'on' };
    await secretary.post(`${LKE}/penugasan`).type('form').send(wanted).expect(303);
    expect(await read(province, '/tinjauan')).not.toContain('KPU Kabupaten Dompu');
    expect(await read(secretary, '/tinjauan/beban')).toContain('Lalu Ahmad Fauzan 1 satker');
    const stale = await secretary
      .post(`${LKE}/penugasan`)
      .type('form')
      .send({ ...form, seen: '' });
    expect(stale.status).toBe(409);
  });
});

describe('the queue and the workload', () => {
  it('count the days of what TPI returned to the end of TPI', async () => {
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    const { id } = await lkeOf(zi, MATARAM);
    await zi.deps.store.write(async (tx) => {
      const dates = { 'mandiri-tutup': '2026-03-01', 'tpi-tutup': '2026-03-20' };
      for (const [code, day] of Object.entries(dates)) {
        const date = { year: 2026, code, satker_code: MATARAM, day };
        await tx.insertInto('year_date').values(date).execute();
      }
      const at = '2026-03-09T01:00:00.000Z';
      const by = { userId: null, name: 'Siti Rahmawati', role: 'tpi-anggota' };
      const of = { lkeId: id, round: 1, tier: 'tpi', opened: true, passesOn: null } as const;
      await insertReturn(tx, { ...of, reason: WHY, codes: null, by, at });
    });
    const queue = await read(province, '/tinjauan');
    expect(queue).toContain('10 hari lagi');
    expect(queue).not.toContain('Lewat 9 hari');
  });

  it('keep two people of one name apart', async () => {
    const at = '2026-01-05T01:00:00.000Z';
    await zi.deps.store.write(async (tx) => {
      for (const [place, satker_code] of ['52.01', '52.02'].entries()) {
        const account = { username: `dewi.${place}`, name: 'Dewi Lestari', email: null };
        const user_id = await insertAccount(tx, { ...account, passwordHash: null }, new Date(at));
        await insertGrant(
          tx,
          user_id,
          { role: 'penilai-provinsi', satkerCode: '52' },
          new Date(at),
        );
        const given = { user_id, satker_code, year: 2026, assigned_by: null, assigned_at: at };
        await tx.insertInto('review_assignment').values(given).execute();
      }
    });
    const page = await read(await zi.signIn('sekretaris.provinsi'), '/tinjauan/beban');
    expect(page.match(/Dewi Lestari 1 satker/g)).toHaveLength(2);
    expect(page.indexOf('Belum ditugaskan')).toBeLessThan(page.indexOf('Dewi Lestari'));
  });

  it('say that nobody has a satker which only TPI, or somebody without the role now, was given', async () => {
    const secretary = await zi.signIn('sekretaris.provinsi');
    const load = () => read(secretary, '/tinjauan/beban');
    const give = async (giver: TestAgent, username: string): Promise<void> => {
      const { db } = zi.deps.store;
      const people = db.selectFrom('user').select('id').where('username', '=', username);
      const { id } = await people.executeTakeFirstOrThrow();
      const page = `${LKE}/penugasan`;
      const { fields } = formTo((await giver.get(page)).text, page);
      const wanted = { ...fields, [`penilai-${id}`]: 'on' };
      await giver.post(page).type('form').send(wanted).expect(303);
    };
    const before = await load();
    await give(await zi.signIn('tpi.ketua'), 'tpi.anggota');
    expect(await load()).toBe(before);
    await give(secretary, 'provinsi');
    expect(await load()).toMatch(/Lalu Ahmad Fauzan 1 satker, [^K]* KPU Kota Mataram/);
    await zi.deps.store.write((tx) =>
      tx.deleteFrom('user_role').where('role', '=', 'penilai-provinsi').execute(),
    );
    expect(await load()).toBe(before);
  });
});

describe('two assessors at one indicator', () => {
  it('see both texts, and nobody overwrites anybody', async () => {
    await setStage(zi.deps.store, MATARAM, 'tpi');
    const one = await zi.signIn('tpi.anggota');
    const url = pageOf('A.I.1.i.b', 'tpi');
    const form = formTo((await one.get(url)).text, url).fields;
    await one
      .post(url)
      .type('form')
      .send({ ...form, letter: 'B', reason: 'Dari satu.' });
    const late = await one
      .post(url)
      .type('form')
      .send({ ...form, letter: 'C', reason: 'Dari dua.' });
    expect(late.status).toBe(409);
    const text = readableText(late.text);
    expect(text).toContain('Dari satu.');
    expect(text).toContain('Dari dua.');
    const again = await one.post(url).type('form').send(formTo(late.text, url).fields);
    expect(again.status).toBe(303);
    expect(await read(one, url)).toContain('Dari dua.');
  });

  it('ten at once leave one assessment and one entry in the history', async () => {
    await setStage(zi.deps.store, MATARAM, 'tpi');
    const agent = await zi.signIn('tpi.anggota');
    const url = pageOf('A.I.1.i.b', 'tpi');
    const form = formTo((await agent.get(url)).text, url).fields;
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        agent
          .post(url)
          .type('form')
          .send({ ...form, letter: 'B', reason: `Penilai ${at}.` }),
      ),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([303, ...Array.from({ length: 9 }, () => 409)]);
    const entries = await zi.deps.store.db
      .selectFrom('history')
      .select('seq')
      .where('action', '=', 'assessment.record')
      .execute();
    expect(entries).toHaveLength(1);
  });
});

describe('accepting together', () => {
  it('offers only what this person opened, and takes it when confirmed', async () => {
    const { store } = zi.deps;
    const page = `${LKE}/tinjauan/pendahuluan/terima`;
    expect(await read(province, page)).toContain('Belum ada yang dapat diterima sekaligus');
    const code = 'A.I.1.i.a';
    await addEvidence(code);
    const link = /href="([^"]*\/bukti\/\d+\/lihat)"/.exec((await province.get(pageOf(code))).text);
    await province.get(link?.[1] ?? '').expect(303);
    const form = formTo((await province.get(page)).text, page).fields;
    expect(Object.keys(form)).toContain(`kode-${code}`);
    const unsure = await province.post(page).type('form').send(form);
    expect(unsure.status).toBe(422);
    await province
      .post(page)
      .type('form')
      .send({ ...form, confirmed: 'on' })
      .expect(303);
    const rows = await store.db.selectFrom('assessment').select('indicator_code').execute();
    expect(rows).toEqual([{ indicator_code: code }]);
  });

  it('refuses what was never opened, whatever the form says', async () => {
    await addEvidence('A.I.1.i.a');
    const page = `${LKE}/tinjauan/pendahuluan/terima`;
    const fields = { 'kode-A.I.1.i.a': 'on', 'versi-A.I.1.i.a': '0', confirmed: 'on' };
    const refused = await postForm(province, page, fields);
    expect(refused.status).toBe(409);
    expect(await zi.deps.store.db.selectFrom('assessment').selectAll().execute()).toEqual([]);
  });

  async function addEvidence(indicator_code: string): Promise<void> {
    const at = '2026-03-01T00:00:00.000Z';
    await zi.deps.store.write(async (tx) => {
      const lke = await tx
        .selectFrom('lke')
        .select('id')
        .where('satker_code', '=', MATARAM)
        .executeTakeFirstOrThrow();
      const made = { created_by: null, created_at: at };
      const evidence = await tx
        .insertInto('evidence')
        .values({
          satker_code: MATARAM,
          name: 'SK Tim',
          kind: 'sk',
          physical_location: '',
          withdrawn_at: null,
          withdrawn_reason: null,
          version: 1,
          ...made,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const version = await tx
        .insertInto('evidence_version')
        .values({
          evidence_id: evidence.id,
          number: 1,
          year: 2026,
          type: 'link',
          sha256: null,
          file_name: null,
          media_type: null,
          size: null,
          url: 'https://www.kpu.go.id/sk',
          document_day: null,
          period_from: null,
          period_to: null,
          valid_until: null,
          purged_at: null,
          ...made,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const link = { lke_id: lke.id, indicator_code, checklist_code: null, ...made };
      await tx
        .insertInto('evidence_link')
        .values({ ...link, evidence_id: evidence.id, evidence_version_id: version.id })
        .execute();
    });
  }
});

describe('what the satker sees of the province', () => {
  beforeEach(async () => {
    await assess(province, 'A.I.1.i.b', { letter: 'C', reason: WHY });
    const url = `${pageOf('A.I.1.i.b')}/catatan`;
    await postForm(province, url, { 'catatan-baru': 'Lampirkan notula.' });
  });

  it('is nothing while the province works, on no page and in no history', async () => {
    for (const page of ['/perbandingan', '/catatan', '/riwayat', '', '/jawaban/A.I.1.i.b']) {
      const text = await read(ketua, `${LKE}${page}`);
      expect([page, text.includes(WHY), text.includes('Lampirkan notula')]).toEqual([
        page,
        false,
        false,
      ]);
    }
    await ketua.get(pageOf('A.I.1.i.b')).expect(403);
    expect(await read(ketua, '/perbaikan')).toContain('Tidak ada yang perlu diperbaiki');
  });

  it('is all of it once returned, and the reply goes back to the province', async () => {
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    for (const page of ['/perbandingan', '/riwayat']) {
      expect(await read(ketua, `${LKE}${page}`)).toContain(WHY);
    }
    expect(await read(ketua, '/perbaikan')).toContain('1 butir perlu perbaikan.');
    expect((await ketua.get(LKE)).text).toContain('Perlu perbaikan (1)');
    const notes = await ketua.get(`${LKE}/catatan`);
    const action = /action="([^"]*balasan)"/.exec(notes.text)?.[1] ?? '';
    const field = /name="(balasan-\d+)"/.exec(notes.text)?.[1] ?? '';
    await postForm(ketua, action, { [field]: 'Notula sudah dilampirkan.' }).then((reply) =>
      expect(reply.status).toBe(303),
    );
    expect(await read(ketua, '/perbaikan')).toContain('Semua butir sudah dibalas.');
    await setStage(zi.deps.store, MATARAM, 'pendahuluan');
    expect((await province.get('/tinjauan')).text).toContain('Tinjauan (1)');
    expect(await read(province, pageOf('A.I.1.i.b'))).toContain('Notula sudah dilampirkan.');
  });

  it('stands at the satker’s own indicator, with the way to answer', async () => {
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    const page = await ketua.get(`${LKE}/jawaban/A.I.1.i.b`);
    expect(readableText(page.text)).toContain('Lampirkan notula');
    expect(page.text).toMatch(/href="[^"]*\/catatan#catatan-\d+">Lihat dan balas</);
    expect(await read(ketua, `${LKE}/jawaban/A.I.1.i.a`)).not.toContain('Catatan penilai');
  });

  it('stands there with the verdict and its reason, also without a note', async () => {
    const hidden = await read(ketua, `${LKE}/jawaban/A.I.1.i.b`);
    expect(hidden).not.toContain('Penilaian atas indikator ini');
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    const page = await read(ketua, `${LKE}/jawaban/A.I.1.i.b`);
    expect(page).toContain('Penilaian atas indikator ini Penilaian pendahuluan: C');
    expect(page).toContain(`Berbeda dari jawaban satker waktu itu ${WHY}`);
  });

  it('loses no reply that cannot be sent', async () => {
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    const page = await ketua.get(`${LKE}/catatan`);
    const id = /id="catatan-(\d+)"/.exec(page.text)?.[1] ?? '';
    const field = `balasan-${id}`;
    const action = `${LKE}/catatan/${id}/balasan`;
    const long = `${'Sudah kami lampirkan. '.repeat(1500)}Selesai.`;
    const refused = await postForm(ketua, action, { [field]: long });
    expect(refused.status).toBe(422);
    expect(formTo(refused.text, action).fields[field] === long).toBe(true);
    await setStage(zi.deps.store, MATARAM, 'tpi');
    const locked = await postForm(ketua, action, { [field]: 'Sudah kami lampirkan.' });
    expect(locked.status).toBe(409);
    expect(readableText(locked.text)).toContain('Sudah kami lampirkan.');
  });

  it('cannot be closed by the satker, nor over a reply that the reviewer has not read', async () => {
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    const page = await ketua.get(`${LKE}/catatan`);
    expect(page.text).not.toContain('penutupan');
    const id = /id="catatan-(\d+)"/.exec(page.text)?.[1] ?? '';
    const closing = `${LKE}/catatan/${id}/penutupan`;
    expect((await postForm(ketua, closing, { seen: '1' })).status).toBe(403);
    await postForm(ketua, `${LKE}/catatan/${id}/balasan`, { [`balasan-${id}`]: 'Sudah.' });
    await setStage(zi.deps.store, MATARAM, 'pendahuluan');
    expect((await postForm(province, closing, { seen: '1' })).status).toBe(409);
    expect((await postForm(province, closing, { seen: '2' })).status).toBe(303);
    expect(await read(province, `${LKE}/catatan?saring=semua`)).toContain('Ditutup 10 Maret 2026');
  });

  it('falls where the satker edits what was assessed, and the scores follow', async () => {
    await assess(province, 'A.I.1.i.a', { accept: '1' });
    await setStage(zi.deps.store, MATARAM, 'pengisian');
    await answer(zi, MATARAM, { 'A.I.1.i.b': 'B' });
    await setStage(zi.deps.store, MATARAM, 'pendahuluan');
    const page = await read(province, pageOf('A.I.1.i.b'));
    expect(page).toContain('Perlu dinilai ulang');
    expect(page).toContain('1 dari 113 indikator dinilai');
    expect((await verifyScores(zi.deps.store, zi.deps.instruments)).faults).toEqual([]);
  });
});

describe('confirmation by ketua tim and dalnis', () => {
  beforeEach(async () => {
    await setStage(zi.deps.store, MATARAM, 'tpi');
  });

  it('waits until everything is assessed', async () => {
    const lead = await zi.signIn('tpi.ketua');
    const page = `${LKE}/tinjauan/tpi`;
    expect(await read(lead, page)).toContain('Belum dikonfirmasi');
    const refused = await postForm(lead, `${page}/konfirmasi`, { role: 'tpi-ketua', basis: '' });
    expect(refused.status).toBe(409);
  });

  it('is theirs alone, and no ketua writes an assessment', async () => {
    const lead = await zi.signIn('tpi.ketua');
    expect((await postForm(lead, pageOf('A.I.1.i.a', 'tpi'), { accept: '1' })).status).toBe(403);
    const member = await zi.signIn('tpi.anggota');
    const tried = await postForm(member, `${LKE}/tinjauan/tpi/konfirmasi`, { role: 'tpi-ketua' });
    expect(tried.status).toBe(403);
    const wrong = await postForm(lead, `${LKE}/tinjauan/tpi/konfirmasi`, { role: 'tpi-dalnis' });
    expect(wrong.status).toBe(403);
  });
});
