import { CAST_YEAR } from '../../fixtures/cast.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { answerPath, filled, openAnswer } from '../support/answer-form.js';
import { httpClient, listen, type HttpClient, type Listening } from '../support/http-client.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';

/** Several people at one indicator: nobody's text disappears without that person being told. */
const PEOPLE = rounds(10, 50);
const ROUNDS = rounds(10, 100);
const CODE = 'A.I.1.i.a';
const PATH = answerPath('52.71', CAST_YEAR, CODE);

let test: TestApp;
let listening: Listening;
let people: HttpClient[];

beforeAll(async () => {
  test = await startTestApp();
  listening = await listen(test.app);
  people = [];
  for (let n = 0; n < PEOPLE; n += 1) {
    const client = httpClient(listening.url);
    await client.signIn(n % 2 === 0 ? 'ketua.mataram' : 'anggota.mataram');
    people.push(client);
  }
}, LONG_TEST_MS);

afterAll(async () => {
  await listening.close();
  await test.close();
});

describe('people who save the same indicator at the same moment', () => {
  it(
    `loses none of ${PEOPLE} × ${ROUNDS} texts: one is stored, the others are shown back`,
    async () => {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const forms = await Promise.all(people.map((client) => openAnswer(client, PATH)));
        const before = await historyOf(CODE);
        const notes = people.map((_client, n) => `putaran ${round} dari orang ${n}`);
        const replies = await Promise.all(
          people.map((client, n) => {
            const form = forms[n];
            if (form === undefined) throw new Error('no form');
            return client.post(PATH, filled(form, n, notes[n] ?? '', form.version));
          }),
        );
        const winners = notes.filter((_note, n) => replies[n]?.status === 303);
        expect(winners).toHaveLength(1);
        expect((await storedAnswer()).note).toBe(winners[0]);
        for (const [n, reply] of replies.entries()) {
          if (reply.status === 303) continue;
          expect(reply.status).toBe(409);
          expect(reply.text).toContain(notes[n]);
          expect(reply.text).toContain(winners[0]);
        }
        expect(await historyOf(CODE)).toHaveLength(before.length + 1);
      }
    },
    LONG_TEST_MS,
  );

  it('lets the second person save over the first knowingly, and keeps the first in the history', async () => {
    const [first, second] = people;
    if (first === undefined || second === undefined) throw new Error('two people are needed');
    const form = await openAnswer(first, PATH);
    const other = await openAnswer(second, PATH);
    expect((await first.post(PATH, filled(form, 0, 'teks pertama', form.version))).status).toBe(
      303,
    );
    const refused = await second.post(PATH, filled(other, 1, 'teks kedua', other.version));
    expect(refused.status).toBe(409);
    const again = await second.post(PATH, filled(other, 1, 'teks kedua', other.version + 1));
    expect(again.status).toBe(303);
    expect((await storedAnswer()).note).toBe('teks kedua');
    const entry = (await historyOf(CODE)).at(-1);
    expect(entry?.before).toContain('teks pertama');
    expect(entry?.after).toContain('teks kedua');
  });

  it('has one effect when the same form arrives ten times at once', async () => {
    const [client] = people;
    if (client === undefined) throw new Error('nobody is here');
    const form = await openAnswer(client, PATH);
    const before = await historyOf(CODE);
    const fields = filled(form, 0, 'dikirim sepuluh kali', form.version);
    const replies = await Promise.all(Array.from({ length: 10 }, () => client.post(PATH, fields)));
    expect(replies.map((reply) => reply.status)).toEqual(Array.from({ length: 10 }, () => 303));
    expect(await historyOf(CODE)).toHaveLength(before.length + 1);
    expect(await storedAnswer()).toEqual({
      note: 'dikirim sepuluh kali',
      version: form.version + 1,
    });
  });

  it('has one effect when two people send exactly the same', async () => {
    const [first, second] = people;
    if (first === undefined || second === undefined) throw new Error('two people are needed');
    const [form, other] = [await openAnswer(first, PATH), await openAnswer(second, PATH)];
    const before = await historyOf(CODE);
    const replies = await Promise.all([
      first.post(PATH, filled(form, 1, 'sama persis', form.version)),
      second.post(PATH, filled(other, 1, 'sama persis', other.version)),
    ]);
    expect(replies.map((reply) => reply.status)).toEqual([303, 303]);
    expect(await historyOf(CODE)).toHaveLength(before.length + 1);
  });
});

async function storedAnswer(): Promise<{ note: string; version: number }> {
  return test.deps.store.db
    .selectFrom('answer')
    .innerJoin('lke', 'lke.id', 'answer.lke_id')
    .select(['answer.note', 'answer.version'])
    .where('lke.satker_code', '=', '52.71')
    .where('answer.tier', '=', 'mandiri')
    .where('answer.indicator_code', '=', CODE)
    .executeTakeFirstOrThrow();
}

async function historyOf(code: string): Promise<{ before: string | null; after: string | null }[]> {
  return test.deps.store.db
    .selectFrom('history')
    .select(['before', 'after'])
    .where('action', '=', 'answer.record')
    .where('subject', '=', code)
    .orderBy('seq')
    .execute();
}
