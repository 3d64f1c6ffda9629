import type { Tx } from '../../src/db/store.js';
import { postForm, startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { at, fieldsOf, send, stored } from '../support/filling.js';
import { historyLength, personIn } from '../support/people.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

const TEAM = 'A.I.1.i.a';
const MEMBER = 'anggota.mataram';

let zi: TestApp;
beforeEach(async () => {
  zi = await startTestApp();
});
afterEach(() => zi.close());

/** Lets something happen after the request was looked at and before its transaction begins. */
function beforeNextWrite(happen: (tx: Tx) => Promise<unknown>): void {
  const { store } = zi.deps;
  const write = store.write.bind(store);
  Object.assign(store, {
    write: async (work: (tx: Tx) => Promise<unknown>) => {
      Object.assign(store, { write });
      await write(happen);
      return write(work);
    },
  });
}

type Loss = (tx: Tx, userId: number) => Promise<unknown>;
const LOSSES: [string, Loss][] = [
  ['the role', (tx, id) => tx.deleteFrom('user_role').where('user_id', '=', id).execute()],
  ['the area', (tx, id) => tx.deleteFrom('area_assignment').where('user_id', '=', id).execute()],
  [
    'the account',
    (tx, id) =>
      tx.updateTable('user').set({ disabled_at: '2026-03-10' }).where('id', '=', id).execute(),
  ],
];

describe('a right that is taken away while a request is under way', () => {
  it.each(LOSSES)('%s: the answer is refused and nothing is written', async (_title, lose) => {
    const agent = await zi.signIn(MEMBER);
    const { id } = await personIn(zi, MEMBER);
    const fields = { ...(await fieldsOf(agent, TEAM)), letter: 'Ya' };
    const before = await historyLength(zi);
    beforeNextWrite((tx) => lose(tx, id));
    const reply = await send(agent, at(TEAM), fields);
    expect(reply.status).toBe(403);
    expect(readableText(reply.text)).toContain('Tidak ada yang berubah.');
    expect((await stored(zi)).rows.size).toBe(0);
    expect(await historyLength(zi)).toBe(before);
  });

  it.each(LOSSES)('%s: an upload is refused and leaves nothing', async (_title, lose) => {
    const agent = await zi.signIn(MEMBER);
    const { id } = await personIn(zi, MEMBER);
    const token = await tokenFrom(agent);
    beforeNextWrite((tx) => lose(tx, id));
    const reply = await agent
      .post(`${at(TEAM)}/bukti`)
      .field('_csrf', token)
      .field('links', 'https://kota-mataram.kpu.go.id/zi');
    expect(reply.status).toBe(403);
    expect(await zi.deps.store.db.selectFrom('evidence').selectAll().execute()).toEqual([]);
  });

  it.each(LOSSES.filter(([what]) => what !== 'the area'))(
    '%s: a reason is refused and not written',
    async (_title, lose) => {
      const agent = await zi.signIn('ketua.mataram');
      const { id } = await personIn(zi, 'ketua.mataram');
      const _csrf = await tokenFrom(agent);
      beforeNextWrite((tx) => lose(tx, id));
      const reply = await agent
        .post(`${at(TEAM)}/alasan-tanpa-bukti`)
        .type('form')
        .send({ _csrf, reason: 'Masih di notaris.', version: '0' });
      expect(reply.status).toBe(403);
      expect(await zi.deps.store.db.selectFrom('no_evidence_reason').selectAll().execute()).toEqual(
        [],
      );
    },
  );

  const [role] = LOSSES;
  const MOVES = [
    ['submitting', 'ketua.mataram', 'pengajuan', { checked: 'on' }],
    ['returning', 'provinsi', 'pengembalian', { reason: 'Belum lengkap.', opens: 'semua' }],
  ] as const;
  it.each(MOVES)('%s is refused and moves nothing', async (_title, who, page, fields) => {
    const lead = await zi.signIn('ketua.mataram');
    await completeLke(zi, '52.71');
    if (page === 'pengembalian') await submit(lead, '52.71');
    const agent = await zi.signIn(who);
    const { id } = await personIn(zi, who);
    const { stage } = await lkeOf(zi, '52.71');
    const url = `/lke/52.71/2026/${page}`;
    await agent.get(url).expect(200);
    beforeNextWrite((tx) => (role === undefined ? Promise.resolve() : role[1](tx, id)));
    expect((await sendForm(agent, url, url, fields)).status).toBe(403);
    expect((await lkeOf(zi, '52.71')).stage).toBe(stage);
  });

  it('a target changed meanwhile is not submitted as the old one', async () => {
    const lead = await zi.signIn('ketua.mataram');
    await completeLke(zi, '52.71');
    const url = '/lke/52.71/2026/pengajuan';
    await lead.get(url).expect(200);
    beforeNextWrite((tx) => tx.updateTable('lke').set({ target: 'wbbm' }).execute());
    expect((await sendForm(lead, url, url, { checked: 'on' })).status).toBe(409);
    expect(await zi.deps.store.db.selectFrom('submission').selectAll().execute()).toEqual([]);
  });

  it('an administrator who is none any more changes nobody', async () => {
    const admin = await zi.signIn('admin');
    const [{ id }, member] = [await personIn(zi, 'admin'), await personIn(zi, MEMBER)];
    const fields = { version: String(member.version) };
    await tokenFrom(admin);
    const _csrf = await tokenFrom(admin);
    beforeNextWrite((tx) => tx.deleteFrom('user_role').where('user_id', '=', id).execute());
    const url = `/admin/pengguna/${member.id}/penonaktifan`;
    const reply = await admin
      .post(url)
      .type('form')
      .send({ _csrf, ...fields });
    expect(reply.status).toBe(403);
    const now = await zi.deps.store.db
      .selectFrom('user')
      .select('disabled_at')
      .where('id', '=', member.id)
      .executeTakeFirstOrThrow();
    expect(now.disabled_at).toBeNull();
  });

  it('whoever keeps the right is not held up', async () => {
    const lead = await zi.signIn('ketua.mataram');
    const { id } = await personIn(zi, MEMBER);
    const saved = await postForm(lead, `/tim/52.71/anggota/${id}`, {
      version: String((await personIn(zi, MEMBER)).version),
      role: 'anggota',
      'area-1': 'on',
    });
    expect(saved.status).toBe(303);
  });
});
