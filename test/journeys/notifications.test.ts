import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM } from '../../fixtures/cast.js';
import { shippedSatker } from '../../src/db/reference.js';
import { reaches, ROLES } from '../../src/domain/access/roles.js';
import { remindOfDeadlines } from '../../src/features/notifications/remind.js';
import { postForm, startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { formsIn } from '../support/html.js';
import { readableText } from '../support/reading.js';
import { completeLke, sendForm, submit } from '../support/submitting.js';

const LKE = `/lke/${MATARAM}/2026`;
const PAGE = '/pemberitahuan';
const READ = '/pemberitahuan/dibaca';

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
});

afterEach(() => zi.close());

const told = async (agent: TestAgent, url = PAGE): Promise<string> =>
  readableText((await agent.get(url).expect(200)).text);

/** What the header says on any page. */
async function bell(agent: TestAgent): Promise<string> {
  const { text } = await agent.get('/sandi').expect(200);
  return /class="zi-bell[^"]*"[^>]*>([^<]*)</.exec(text)?.[1] ?? '';
}

async function submitted(): Promise<TestAgent> {
  await completeLke(zi, MATARAM);
  const lead = await zi.signIn('ketua.mataram');
  expect((await submit(lead, MATARAM)).status).toBe(303);
  return lead;
}

describe('notifications', () => {
  it('tell the province and the team of a submission, not whoever submitted', async () => {
    const lead = await submitted();
    for (const person of ['provinsi', 'sekretaris.provinsi', 'anggota.mataram']) {
      const agent = await zi.signIn(person);
      expect(await told(agent)).toContain('KPU Kota Mataram mengajukan LKE 2026.');
      expect(await bell(agent)).toBe('Pemberitahuan (1)');
    }
    expect(await told(lead)).toContain('Belum ada pemberitahuan');
    for (const other of ['ketua.loteng', 'tpi.ketua', 'pusat', 'evaluator', 'admin']) {
      expect(await told(await zi.signIn(other))).toContain('Belum ada pemberitahuan');
    }
  });

  it('open the thing they tell of and are then read', async () => {
    await submitted();
    const province = await zi.signIn('provinsi');
    const { text } = await province.get(PAGE);
    const form = formsIn(text).find((one) => one.fields['id'] !== undefined);
    const reply = await province.post(READ).type('form').send(form?.fields);
    expect([reply.status, reply.headers['location']]).toEqual([303, `${LKE}/pengajuan`]);
    const page = await told(province);
    expect(page).toContain('0 belum dibaca dari 1 pemberitahuan');
    expect(page).toContain('Sudah dibaca');
    expect(await bell(province)).toBe('Pemberitahuan');
    expect(await told(province, `${PAGE}?tampil=belum`)).toContain('Semua sudah dibaca');
  });

  it('are read by whoever opens their page another way, by nobody and nothing else', async () => {
    await submitted();
    const link = `${LKE}/pengajuan`;
    const province = await zi.signIn('provinsi');
    const secretary = await zi.signIn('sekretaris.provinsi');
    await province.head(link).expect(200);
    await province.get(link).set('Sec-Purpose', 'prefetch;prerender').expect(200);
    await province.get(link).set('Sec-Fetch-Dest', 'empty').expect(200);
    await province.get(`${link}/1`);
    expect(await bell(province)).toBe('Pemberitahuan (1)');
    const { text } = await province.get(link).expect(200);
    expect(text).not.toContain('Pemberitahuan (1)');
    expect(await told(province)).toContain('0 belum dibaca dari 1 pemberitahuan');
    expect(await bell(secretary)).toBe('Pemberitahuan (1)');
  });

  it('are marked all at once, but not those that came meanwhile', async () => {
    const lead = await submitted();
    const province = await zi.signIn('provinsi');
    const secretary = await zi.signIn('sekretaris.provinsi');
    const { text } = await secretary.get(PAGE);
    await sendForm(province, `${LKE}/pengembalian`, `${LKE}/pengembalian`, {
      reason: 'SK belum ditandatangani.',
      opens: 'semua',
    });
    const form = formsIn(text).find((one) => one.fields['sampai'] !== undefined);
    await secretary.post(READ).type('form').send(form?.fields).expect(303);
    const page = await told(secretary);
    expect(page).toContain('1 belum dibaca dari 2 pemberitahuan');
    expect(await told(lead)).toContain('LKE 2026 KPU Kota Mataram dikembalikan.');
  });

  it('of what TPI returned come to the satker when the province passes it on', async () => {
    const lead = await submitted();
    await setStage(zi.deps.store, MATARAM, 'tpi');
    const back = async (username: string) => {
      zi.clock.advance(60_000);
      const page = `${LKE}/pengembalian`;
      const fields = { reason: 'SK belum ditandatangani.', opens: 'semua' };
      expect((await sendForm(await zi.signIn(username), page, page, fields)).status).toBe(303);
    };
    await back('tpi.anggota');
    expect(await told(await zi.signIn('provinsi'))).toContain('dikembalikan');
    expect(await bell(lead)).toBe('Pemberitahuan');
    await back('provinsi');
    expect(await told(lead)).toContain('LKE 2026 KPU Kota Mataram dikembalikan.');
  });

  it('of somebody else answer like those that are not there', async () => {
    await submitted();
    const outsider = await zi.signIn('ketua.loteng');
    const row = await zi.deps.store.db.selectFrom('notification').select('id').executeTakeFirst();
    for (const id of [String(row?.id), '987654321', 'x']) {
      const reply = await postForm(outsider, READ, { id });
      expect([reply.status, reply.headers['location']]).toEqual([303, PAGE]);
    }
    const unread = zi.deps.store.db.selectFrom('notification').where('read_at', 'is not', null);
    expect(await unread.select('id').execute()).toEqual([]);
  });

  it('are no longer shown nor counted once the role is taken away', async () => {
    await submitted();
    const province = await zi.signIn('provinsi');
    expect(await bell(province)).toBe('Pemberitahuan (1)');
    await zi.deps.store.write((tx) =>
      tx.deleteFrom('user_role').where('role', '=', 'penilai-provinsi').execute(),
    );
    expect(await told(province)).toContain('Belum ada pemberitahuan');
    expect(await bell(province)).toBe('Pemberitahuan');
  });

  it('of a satker that left the province are neither shown nor counted by the bell', async () => {
    await submitted();
    const province = await zi.signIn('provinsi');
    expect(await bell(province)).toBe('Pemberitahuan (1)');
    const move = { province_code: '51' };
    await zi.deps.store.write((tx) =>
      tx.updateTable('satker').set(move).where('code', '=', MATARAM).execute(),
    );
    const page = await told(province);
    expect(page).toContain('Belum ada pemberitahuan');
    expect(page).toContain('0 belum dibaca dari 0 pemberitahuan');
    expect(await bell(province)).toBe('Pemberitahuan');
  });

  it.each(ROLES)('for %s: the bell, the list and the law count the same', async (role) => {
    const { store } = zi.deps;
    const person = await zi.signIn('anggota.mataram');
    const { id } = await store.db
      .selectFrom('user')
      .select('id')
      .where('username', '=', 'anggota.mataram')
      .executeTakeFirstOrThrow();
    const heldAt = ['00', '52', '52.01', MATARAM];
    const places = shippedSatker().filter(({ code }) =>
      ['00', '51', '51.71', '52', '52.01', MATARAM].includes(code),
    );
    await store.write(async (tx) => {
      await tx.deleteFrom('user_role').where('user_id', '=', id).execute();
      const held = { user_id: id, role, created_at: '2026-01-01T00:00:00.000Z' };
      const told = { user_id: id, role, kind: 'stage', year: 2026, by_name: '' } as const;
      for (const at of heldAt) {
        await tx
          .insertInto('user_role')
          .values({ ...held, satker_code: at })
          .execute();
        for (const { code } of places) {
          const row = {
            ...told,
            subject: 'tpi',
            role_at: at,
            satker_code: code,
            dedupe_key: `${at}>${code}`,
          };
          const when = { created_at: '2026-01-02T00:00:00.000Z' };
          await tx
            .insertInto('notification')
            .values({ ...row, ...when })
            .execute();
        }
      }
    });
    const lawful = heldAt.flatMap((satkerCode) =>
      places.filter(({ code, level, province_code: provinceCode }) =>
        reaches({ role, satkerCode }, { code, level, provinceCode }),
      ),
    ).length;
    expect(lawful).toBeGreaterThan(0);
    expect(await bell(person)).toBe(`Pemberitahuan (${lawful})`);
    const list = await person.get(PAGE).expect(200);
    expect(formsIn(list.text).filter(({ fields }) => fields['id'] !== undefined)).toHaveLength(
      Math.min(lawful, 25),
    );
    expect(readableText(list.text)).toContain(
      `${lawful} belum dibaca dari ${lawful} pemberitahuan`,
    );
  });

  it('tell an assessor of an assignment, and nobody of one that is taken away', async () => {
    await submitted();
    const secretary = await zi.signIn('sekretaris.provinsi');
    const at = `${LKE}/penugasan`;
    const { text } = await secretary.get(at);
    const field = /name="(penilai-\d+)"/.exec(text)?.[1] ?? '';
    expect((await sendForm(secretary, at, at, { [field]: 'on' })).status).toBe(303);
    const province = await zi.signIn('provinsi');
    const page = await told(province);
    expect(page).toContain('Anda ditugasi menilai LKE 2026 KPU Kota Mataram');
    await postForm(secretary, at, { seen: field.replace('penilai-', '') });
    expect(await told(province)).toContain('2 belum dibaca dari 2 pemberitahuan');
  });

  it('tell the assessor of a reply, and the satker nothing of a note before the return', async () => {
    const lead = await submitted();
    const province = await zi.signIn('provinsi');
    const review = `${LKE}/tinjauan/pendahuluan/A.I.1.i.a`;
    await postForm(province, `${review}/catatan`, { 'catatan-baru': 'Lampirkan SK.' });
    expect(await told(lead)).toContain('Belum ada pemberitahuan');
    const back = `${LKE}/pengembalian`;
    await sendForm(province, back, back, { reason: 'Lihat catatan.', opens: 'semua' });
    const thread = await zi.deps.store.db
      .selectFrom('note_thread')
      .select('id')
      .executeTakeFirstOrThrow();
    const reply = { [`balasan-${thread.id}`]: 'Sudah dilampirkan.' };
    await postForm(lead, `${LKE}/catatan/${thread.id}/balasan`, reply);
    const { text } = await province.get(PAGE);
    expect(readableText(text)).toContain('KPU Kota Mataram membalas catatan A.I.1.i.a');
    const [newest] = formsIn(text).filter((one) => one.fields['id'] !== undefined);
    const opened = await province.post(READ).type('form').send(newest?.fields);
    expect(opened.headers['location']).toBe(review);
    expect(await told(await zi.signIn('sekretaris.provinsi'))).not.toContain('membalas');
  });

  it('remind once 7, 3 and 1 days before a stage ends, only those whose turn it is', async () => {
    const date = { year: 2026, code: 'mandiri-tutup', satker_code: '', day: '2026-03-31' };
    await zi.deps.store.write((tx) => tx.insertInto('year_date').values(date).execute());
    const deadlines = async (day: string) => {
      zi.clock.now = new Date(`${day}T02:00:00.000Z`);
      await remindOfDeadlines(zi.deps);
      await remindOfDeadlines(zi.deps);
      const { db } = zi.deps.store;
      const rows = await db
        .selectFrom('notification')
        .innerJoin('user', 'user.id', 'notification.user_id')
        .select('notification.dedupe_key')
        .where('user.username', '=', 'ketua.mataram')
        .where('kind', '=', 'deadline')
        .orderBy('notification.id')
        .execute();
      return rows.map((row) => row.dedupe_key.split(':').at(-1));
    };
    expect(await deadlines('2026-03-23')).toEqual([]);
    expect(await deadlines('2026-03-24')).toEqual(['7']);
    expect(await deadlines('2026-03-26')).toEqual(['7']);
    expect(await deadlines('2026-03-28')).toEqual(['7', '3']);
    expect(await deadlines('2026-03-31')).toEqual(['7', '3', '1']);
    expect(await deadlines('2026-04-01')).toEqual(['7', '3', '1']);
    const lead = await zi.signIn('ketua.mataram');
    const text = await told(lead);
    const ends = 'Tahap Pengisian LKE 2026 KPU Kota Mataram berakhir 31 Maret 2026, ';
    expect(text).toContain(`${ends}7 hari sesudah pemberitahuan ini.`);
    expect(text).toContain(`${ends}3 hari sesudah pemberitahuan ini.`);
    expect(text).toContain(`${ends}pada hari pemberitahuan ini.`);
    zi.clock.now = new Date('2026-03-28T03:00:00.000Z');
    expect(await told(lead)).toContain(`${ends}3 hari lagi.`);
    zi.clock.now = new Date('2026-03-31T03:00:00.000Z');
    expect(await told(await zi.signIn('ketua.mataram'))).toContain(`${ends}hari ini.`);
    expect(await told(await zi.signIn('provinsi'))).toContain('Belum ada pemberitahuan');
  });
});
