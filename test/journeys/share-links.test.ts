import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { findSharedPlace } from '../../src/features/share/link-store.js';
import { recordUse } from '../../src/features/share/record-use.js';
import { shareToken } from '../../src/features/share/store.js';
import { withoutSecret } from '../../src/web/request-log.js';
import { startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { postFiles } from '../support/evidence.js';
import { historyRows, readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

const LKE = `/lke/${MATARAM}/2026`;
const PAGE = `${LKE}/tautan-berbagi`;
const CODE = 'A.I.1.i.a';
const LOTENG = '52.02';

let zi: TestApp;
let lead: TestAgent;

beforeEach(async () => {
  zi = await startTestApp();
  lead = await zi.signIn('ketua.mataram');
});

afterEach(() => zi.close());

/** Attaches a PDF to an indicator and hands the complete LKE in. */
async function submitted(satker: string, person: TestAgent, name = 'sk-tim.pdf'): Promise<void> {
  await completeLke(zi, satker);
  const bytes = pdfFile([name]);
  const reply = await postFiles(person, `/lke/${satker}/2026/jawaban/${CODE}/bukti`, [
    { name, bytes },
  ]);
  expect(reply.status).toBe(303);
  expect((await submit(person, satker)).status).toBe(303);
}

async function makeLink(person: TestAgent, page = PAGE, label = 'TPN'): Promise<string> {
  const reply = await sendForm(person, page, page, { label, endsOn: '2026-04-30' });
  expect(reply.status).toBe(200);
  const path = /value="http:\/\/[^/"]+(\/b\/[^"]+)"/.exec(reply.text)?.[1];
  if (path === undefined) throw new Error('the page shows no address');
  return path;
}

/** Somebody without session or cookie. */
const anybody = () => request(zi.app);

const fileOf = async (path: string): Promise<{ see: string; save: string }> => {
  const { text } = await anybody().get(path).expect(200);
  const see = /href="([^"]+\/pratinjau)"/.exec(text)?.[1] ?? '';
  const save = /href="([^"]+\/berkas)"/.exec(text)?.[1] ?? '';
  return { see, save };
};

const isGone = async (path: string): Promise<void> => {
  const reply = await anybody().get(path);
  expect(reply.status).toBe(404);
  expect(readableText(reply.text)).toContain('mintalah tautan baru');
};

describe('making a link', () => {
  it('waits for a submission', async () => {
    const page = await lead.get(PAGE).expect(200);
    expect(readableText(page.text)).toContain('LKE ini belum pernah diajukan');
    expect(page.text).not.toContain('Buat tautan</button>');
    const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    const _csrf = await tokenFrom(lead);
    const fields = { _csrf, key, label: 'TPN', endsOn: '2026-04-30' };
    const refused = await lead.post(PAGE).type('form').send(fields);
    expect(refused.status).toBe(409);
    expect(readableText(refused.text)).toContain('LKE ini belum pernah diajukan');
  });

  it.each([
    ['no label', { label: ' ' }, 'Bagian ini belum diisi'],
    ['no day', { endsOn: '' }, 'Bagian ini belum diisi'],
    ['a day that is none', { endsOn: '2026-02-30' }, 'Tanggal tidak terbaca'],
    ['a day gone by', { endsOn: '2026-03-09' }, 'Pilih tanggal mulai hari ini'],
    ['a day too far away', { endsOn: '2027-03-12' }, 'Pilih tanggal mulai hari ini'],
    ['no key', { key: 'x' }, 'Formulir ini tidak lengkap'],
  ])('is refused with %s, keeping what was typed', async (_title, changed, said) => {
    await submitted(MATARAM, lead);
    const fields = { label: 'TPN pusat', endsOn: '2026-04-30', ...changed };
    const reply = await sendForm(lead, PAGE, PAGE, fields);
    expect(reply.status).toBe(422);
    expect(readableText(reply.text)).toContain(said);
    const [kept] = Object.keys(changed)[0] === 'label' ? ['2026-04-30'] : ['TPN pusat'];
    expect(reply.text).toContain(`value="${kept}"`);
    expect(await zi.deps.store.db.selectFrom('share_link').selectAll().execute()).toEqual([]);
  });

  it('sent twice makes one link and shows the same address', async () => {
    await submitted(MATARAM, lead);
    const html = (await lead.get(PAGE)).text;
    const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const first = await sendForm(lead, PAGE, PAGE, { key, label: 'TPN', endsOn: '2026-04-30' });
    const again = await sendForm(lead, PAGE, PAGE, { key, label: 'TPN', endsOn: '2026-04-30' });
    const address = /value="(http[^"]+)"/;
    expect(address.exec(again.text)?.[1]).toBe(address.exec(first.text)?.[1]);
    expect(await zi.deps.store.db.selectFrom('share_link').selectAll().execute()).toHaveLength(1);
    expect(await historyRows(zi, 'share.make')).toHaveLength(1);
  });

  it('sent again after the link was revoked shows no dead address', async () => {
    await submitted(MATARAM, lead);
    const key = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
    const fields = { key, label: 'TPN', endsOn: '2026-04-30' };
    expect((await sendForm(lead, PAGE, PAGE, fields)).status).toBe(200);
    const revocation = `${PAGE}/1/pencabutan`;
    expect((await sendForm(lead, revocation, revocation)).status).toBe(303);
    const again = await sendForm(lead, PAGE, PAGE, fields);
    expect([again.status, again.headers['location']]).toEqual([303, PAGE]);
    expect(await historyRows(zi, 'share.make')).toHaveLength(1);
  });

  it('is for the lead and the centre; the address is shown once and never stored', async () => {
    await submitted(MATARAM, lead);
    const address = await makeLink(await zi.signIn('pusat'));
    const list = (await lead.get(PAGE)).text;
    expect(readableText(list)).toContain('TPN');
    expect(list).not.toContain(address);
    const signature = address.split('.').at(-1) ?? '';
    const kept = await zi.deps.store.db.selectFrom('history').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(signature);
    for (const other of ['anggota.mataram', 'provinsi', 'admin']) {
      expect((await (await zi.signIn(other)).get(PAGE)).status).toBe(403);
    }
  });
});

it('is led to from the submissions, for those who may make links, once there is one', async () => {
  const overview = `${LKE}/pengajuan`;
  expect((await lead.get(overview).expect(200)).text).not.toContain(`href="${PAGE}"`);
  await submitted(MATARAM, lead);
  expect((await lead.get(overview).expect(200)).text).toContain(`href="${PAGE}"`);
  const member = await zi.signIn('anggota.mataram');
  expect((await member.get(overview).expect(200)).text).not.toContain(`href="${PAGE}"`);
});

describe('the page of a link', () => {
  it('shows evidence of the last submission and nothing else, without a session', async () => {
    await submitted(MATARAM, lead);
    const address = await makeLink(lead);
    const reply = await anybody().get(address).expect(200);
    const text = readableText(reply.text);
    expect(text).toContain('Bukti dukung KPU Kota Mataram, LKE 2026');
    expect(text).toContain('sk-tim');
    expect(text).toContain('1 bukti pada 1 indikator');
    expect(text).not.toContain('Dokumen fisik di ruang arsip');
    const people = await zi.deps.store.db.selectFrom('user').select('name').execute();
    expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    });
  });

  it('opens each file inline in a sandbox or as a download', async () => {
    await submitted(MATARAM, lead);
    const { see, save } = await fileOf(await makeLink(lead));
    const inline = await anybody().get(see).expect(200);
    expect(inline.headers['content-type']).toBe('application/pdf');
    expect(inline.headers['content-security-policy']).toContain('sandbox');
    expect(inline.headers['cache-control']).toBe('no-store');
    expect(inline.headers['content-disposition']).toMatch(/^inline/);
    const saved = await anybody().get(save).expect(200);
    expect(saved.headers['content-disposition']).toMatch(/^attachment/);
    expect(saved.headers['set-cookie']).toBeUndefined();
  });

  it('is looked at by a previewer with HEAD without an opening, and shows it nothing', async () => {
    await submitted(MATARAM, lead);
    const path = await makeLink(lead);
    const { see, save } = await fileOf(path);
    const before = [await historyRows(zi, 'share.open'), await historyRows(zi, 'share.file')];
    for (const one of [path, see, save]) {
      const reply = await anybody().head(one).expect(200);
      expect([one, reply.text ?? '']).toEqual([one, '']);
    }
    expect([await historyRows(zi, 'share.open'), await historyRows(zi, 'share.file')]).toEqual(
      before,
    );
    await anybody().head(`${path}x`).expect(404);
    await anybody().get(save).expect(200);
    expect(await historyRows(zi, 'share.file')).toHaveLength((before[1]?.length ?? 0) + 1);
  });

  it('keeps every opening in the history, and counts it on the page of the lead', async () => {
    await submitted(MATARAM, lead);
    const address = await makeLink(lead);
    const { see, save } = await fileOf(address);
    await anybody().get(see).expect(200);
    await anybody().get(save).expect(200);
    expect(await historyRows(zi, 'share.open')).toHaveLength(1);
    const files = await historyRows(zi, 'share.file');
    expect(files).toHaveLength(2);
    expect(files[0]).toMatchObject({ actor_id: null, actor_name: 'Pemegang tautan: TPN' });
    const list = readableText((await lead.get(PAGE)).text);
    expect(list).toContain('Halaman 1 kali, berkas 2 kali');
    const told = readableText((await lead.get(`${LKE}/riwayat?kelompok=berbagi`)).text);
    expect(told).toContain('Berkas bukti dibuka dengan tautan berbagi');
    expect(told).toContain('Pemegang tautan: TPN');
  });

  it('stays with what was submitted when a new version comes', async () => {
    await submitted(MATARAM, lead);
    const address = await makeLink(lead);
    const { save } = await fileOf(address);
    const evidence = /\/bukti\/(\d+)\//.exec(save)?.[1] ?? '';
    const versions = `${LKE}/bukti/${evidence}/versi`;
    const bytes = pdfFile(['versi kedua']);
    await postFiles(lead, versions, [{ name: 'sk-baru.pdf', bytes }]);
    expect((await fileOf(address)).save).toBe(save);
    expect((await anybody().get(save.replace('/versi/1/', '/versi/2/'))).status).toBe(404);
  });

  it('tells of withdrawn and purged evidence and opens neither', async () => {
    await submitted(MATARAM, lead);
    const address = await makeLink(lead);
    const { see, save } = await fileOf(address);
    const at = new Date().toISOString();
    await zi.deps.store.write(async (tx) => {
      await tx.updateTable('evidence').set({ withdrawn_at: at }).execute();
    });
    const withdrawn = readableText((await anybody().get(address).expect(200)).text);
    expect(withdrawn).toContain('Ditarik satker sesudah pengajuan');
    for (const path of [see, save]) expect((await anybody().get(path)).status).toBe(404);
    await zi.deps.store.write(async (tx) => {
      await tx.updateTable('evidence').set({ withdrawn_at: null }).execute();
      await tx.updateTable('evidence_version').set({ purged_at: at }).execute();
    });
    const purged = readableText((await anybody().get(address).expect(200)).text);
    expect(purged).toContain('Isi berkas sudah dihapus administrator');
    for (const path of [see, save]) expect((await anybody().get(path)).status).toBe(404);
  });
});

describe('the one exception to “same check as the page”', () => {
  it('opens nothing of another LKE, of another version or outside the submission', async () => {
    await submitted(MATARAM, lead);
    await submitted(LOTENG, await zi.signIn('ketua.loteng'), 'sk-loteng.pdf');
    const address = await makeLink(lead);
    const theirs = await makeLink(
      await zi.signIn('ketua.loteng'),
      `/lke/${LOTENG}/2026/tautan-berbagi`,
    );
    const own = await fileOf(address);
    const foreign = await fileOf(theirs);
    const [mine = '', other = ''] = [own, foreign].map(
      ({ save }) => /bukti\/(\d+)/.exec(save)?.[1],
    );
    expect(mine).not.toBe(other);
    for (const path of [
      `${address}/bukti/${other}/versi/1/berkas`,
      `${address}/bukti/${other}/versi/1/pratinjau`,
      `${theirs}/bukti/${mine}/versi/1/berkas`,
      `${address}/bukti/${mine}/versi/2/berkas`,
      `${address}/bukti/${mine}/versi/01/berkas`,
      `${address}/bukti/0/versi/1/berkas`,
      `${address}/bukti/x/versi/1/berkas`,
    ]) {
      expect([path, (await anybody().get(path)).status]).toEqual([path, 404]);
    }
    // Evidence of the register that was not handed in.
    const bytes = pdfFile(['lain']);
    await postFiles(lead, `${LKE}/bukti/baru`, [{ name: 'lain.pdf', bytes }]);
    const rows = await zi.deps.store.db.selectFrom('evidence').selectAll().execute();
    const late = rows.find(({ name }) => name.startsWith('lain'));
    expect(late).toBeDefined();
    const path = `${address}/bukti/${late?.id}/versi/1/berkas`;
    expect((await anybody().get(path)).status).toBe(404);
    expect(await historyRows(zi, 'share.file')).toEqual([]);
  });

  it.each([
    ['an unknown token', () => '/b/tidak-ada'],
    ['an id without signature', (address: string) => address.replace(/\..*/, '')],
    ['the signature of another id', (address: string) => address.replace('/b/1.', '/b/2.')],
    ['one letter changed', (address: string) => swapped(address)],
    ['a page below it that is none', (address: string) => `${address}/lain`],
  ])('answers %s alike', async (_title, changed) => {
    await submitted(MATARAM, lead);
    const address = await makeLink(lead);
    await makeLink(lead, PAGE, 'Lain');
    const reply = await anybody().get(changed(address));
    const unknown = await anybody().get('/b/1.tidak-ada');
    expect([reply.status, reply.text]).toEqual([404, unknown.text]);
  });

  it('is signed by this installation: another secret opens nothing', async () => {
    await submitted(MATARAM, lead);
    await makeLink(lead);
    const row = await zi.deps.store.db
      .selectFrom('share_link')
      .selectAll()
      .executeTakeFirstOrThrow();
    const link = { id: row.id, lkeId: row.lke_id, endsOn: row.ends_on, createdAt: row.created_at };
    await isGone(`/b/${shareToken('rahasia lain', link)}`);
    await anybody()
      .get(`/b/${shareToken(zi.deps.shareSecret, link)}`)
      .expect(200);
    const later = { ...link, endsOn: '2027-01-01' };
    await isGone(`/b/${shareToken(zi.deps.shareSecret, later)}`);
  });

  it('is gone the moment it is revoked, with its files', async () => {
    await submitted(MATARAM, lead);
    const address = await makeLink(lead);
    const { see, save } = await fileOf(address);
    const link = /href="([^"]+\/pencabutan)"/.exec((await lead.get(PAGE)).text)?.[1] ?? '';
    expect(readableText((await lead.get(link).expect(200)).text)).toContain(
      'langsung tidak berlaku',
    );
    expect((await sendForm(lead, link, link)).status).toBe(303);
    await isGone(address);
    await isGone(see);
    await isGone(save);
    expect(readableText((await lead.get(PAGE)).text)).toContain('Dicabut');
    const _csrf = await tokenFrom(lead);
    expect((await lead.post(link).type('form').send({ _csrf })).status).toBe(303);
    expect(await historyRows(zi, 'share.revoke')).toHaveLength(1);
  });

  it('is neither shown nor counted where it is revoked between the check and the opening', async () => {
    await submitted(MATARAM, lead);
    await makeLink(lead);
    const { store } = zi.deps;
    const place = await findSharedPlace(store.db, 1);
    if (place === null) throw new Error('no link');
    const open = () => recordUse(store, place, null, '127.0.0.1', zi.clock.now);
    expect(await open()).toBe(true);
    const link = `${PAGE}/1/pencabutan`;
    expect((await sendForm(lead, link, link)).status).toBe(303);
    expect(await open()).toBe(false);
    expect(await historyRows(zi, 'share.open')).toHaveLength(1);
  });

  it.each(['?a=1&a=2', '/bukti/%E0%A4/versi/1/berkas'])(
    'is told to nobody by a refusal of %s',
    async (rest) => {
      await submitted(MATARAM, lead);
      const reply = await anybody().get((await makeLink(lead)) + rest);
      expect(reply.status).toBe(400);
      expect(reply.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow, noarchive',
      });
      expect(reply.headers['set-cookie']).toBeUndefined();
    },
  );

  it.each([
    ['its page', (path: string) => path],
    ['a file', (path: string) => `${path}/bukti/1/versi/1/berkas?x=1`],
    ['capitals', (path: string) => path.replace('/b/', '/B/')],
    ['two slashes', (path: string) => path.replace('/b/', '//b/')],
    ['an encoded letter', (path: string) => path.replace('/b/', '/%62/')],
    ['the way back after sign-in', (path: string) => `/masuk?ke=${encodeURIComponent(path)}`],
  ])('stays out of the log: %s', async (_title, changed) => {
    await submitted(MATARAM, lead);
    const path = await makeLink(lead);
    expect(withoutSecret(changed(path))).not.toContain(path.split('.').at(-1));
  });

  it('ends with its last day in the zone of the satker', async () => {
    await submitted(MATARAM, lead);
    const address = await makeLink(lead);
    zi.clock.now = new Date('2026-04-30T15:59:00Z');
    await anybody().get(address).expect(200);
    zi.clock.now = new Date('2026-04-30T16:00:00Z');
    await isGone(address);
  });
});

it('slows down who asks too often', async () => {
  await zi.close();
  zi = await startTestApp({ ZI_REQUESTS_PER_MINUTE: '3' });
  const statuses: number[] = [];
  for (let time = 0; time < 4; time += 1) {
    statuses.push((await anybody().get('/b/tidak-ada')).status);
  }
  expect(statuses).toEqual([404, 404, 404, 429]);
});

function swapped(address: string): string {
  return address.slice(0, -2) + (address.endsWith('AA') ? 'BB' : 'AA');
}
