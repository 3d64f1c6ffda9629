import type { Tx } from '../../src/db/store.js';
import { postForm, startTestApp, tokenFrom, type TestApp } from '../support/app.js';
import { at, fieldsOf, send, stored } from '../support/filling.js';
import { historyLength, personIn } from '../support/people.js';
import { readableText } from '../support/reading.js';

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
