import type TestAgent from 'supertest/lib/agent.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, fieldsOf, fill, savesInHistory, send, stored } from '../support/filling.js';
import { formsIn } from '../support/html.js';
import { readableText } from '../support/reading.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';

const TEAM = 'A.I.1.i.a';

let zi: TestApp;
let ayu: TestAgent;
let ketua: TestAgent;
beforeEach(async () => {
  zi = await startTestApp();
  ayu = await zi.signIn('anggota.mataram');
  ketua = await zi.signIn('ketua.mataram');
});
afterEach(() => zi.close());

describe('two people, one indicator', () => {
  async function collide() {
    const late = await fieldsOf(ketua, TEAM);
    await fill(ayu, TEAM, { letter: 'Ya', note: 'SK sudah ada, kata Ayu' });
    return send(ketua, at(TEAM), { ...late, letter: 'Tidak', note: 'SK belum ada, kata ketua' });
  }

  it('the later one is shown both texts, and the first one stands', async () => {
    const conflict = await collide();
    expect(conflict.status).toBe(409);
    const text = readableText(conflict.text);
    expect(text).toContain('Ni Luh Ayu Lestari menyimpan indikator ini pada 10 Maret 2026');
    expect(text).toContain('SK sudah ada, kata Ayu');
    expect(text).toContain('SK belum ada, kata ketua');
    expect((await stored(zi)).row(TEAM)).toMatchObject({
      version: 1,
      note: 'SK sudah ada, kata Ayu',
    });
    expect(await savesInHistory(zi)).toBe(1);
  });

  it('the later one can save theirs over it, as a new version', async () => {
    const [mine] = formsIn((await collide()).text).filter((form) => form.action === at(TEAM));
    expect((await send(ketua, at(TEAM), { ...mine?.fields })).status).toBe(303);
    expect((await stored(zi)).row(TEAM)).toMatchObject({
      version: 2,
      value: { letter: 'Tidak' },
      note: 'SK belum ada, kata ketua',
    });
  });

  it('the later one can merge both notes', async () => {
    const [, merge] = formsIn((await collide()).text).filter((form) => form.action === at(TEAM));
    expect((await send(ketua, at(TEAM), { ...merge?.fields, letter: 'Ya' })).status).toBe(303);
    expect((await stored(zi)).row(TEAM)).toMatchObject({
      version: 2,
      value: { letter: 'Ya' },
      note: 'SK sudah ada, kata Ayu\n\nSK belum ada, kata ketua',
    });
  });

  it('a conflict that meets a third save is a conflict again', async () => {
    const [mine] = formsIn((await collide()).text).filter((form) => form.action === at(TEAM));
    await fill(ayu, TEAM, { note: 'Ayu sekali lagi' });
    const again = await send(ketua, at(TEAM), { ...mine?.fields });
    expect(again.status).toBe(409);
    expect(readableText(again.text)).toContain('Ayu sekali lagi');
  });

  it('a count typed elsewhere meanwhile is a conflict too', async () => {
    const late = await fieldsOf(ketua, 'A.II.1.i.b');
    await fill(ayu, 'A.II.1.i.a', { 'count-agen': '5', 'count-perubahan': '5' });
    const reply = await send(ketua, at('A.II.1.i.b'), { ...late, 'count-terintegrasi': '4' });
    expect(reply.status).toBe(409);
    expect((await stored(zi)).row('A.II.1.i.b')?.value).toEqual({
      kind: 'counts',
      counts: { perubahan: 5 },
    });
  });
});

describe('the same form sent ten times at once', () => {
  it('has one effect', async () => {
    const fields = { ...(await fieldsOf(ayu, TEAM)), letter: 'Ya', note: 'sekali' };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => send(ayu, at(TEAM), fields)),
    );
    expect(replies.map((reply) => reply.status)).toEqual(Array(10).fill(303));
    expect(await savesInHistory(zi)).toBe(1);
    expect((await stored(zi)).row(TEAM)?.version).toBe(1);
  });
});

describe('fifty saves of one indicator at once', () => {
  it(
    'each round lets one through and shows the others a conflict; no update is lost',
    async () => {
      const people = [ayu, ketua];
      for (let round = 0; round < rounds(2, 100); round += 1) {
        const forms = await Promise.all(people.map((agent) => fieldsOf(agent, TEAM)));
        const replies = await Promise.all(
          Array.from({ length: 50 }, (_, at50) => {
            const agent = people[at50 % 2] ?? ayu;
            const note = `putaran ${round}, kiriman ${at50}`;
            return send(agent, at(TEAM), { ...forms[at50 % 2], letter: 'Ya', note });
          }),
        );
        const statuses = replies.map((reply) => reply.status);
        expect(statuses.filter((status) => status === 303)).toHaveLength(1);
        expect(statuses.filter((status) => status === 409)).toHaveLength(49);
        const { row, faults } = await stored(zi);
        expect(row(TEAM)?.version).toBe(round + 1);
        expect(row(TEAM)?.note).toBe(`putaran ${round}, kiriman ${statuses.indexOf(303)}`);
        expect(faults).toEqual([]);
      }
      expect(await savesInHistory(zi)).toBe(rounds(2, 100));
    },
    LONG_TEST_MS,
  );
});
