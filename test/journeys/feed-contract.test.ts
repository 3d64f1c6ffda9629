import request from 'supertest';
import { DENPASAR, MATARAM } from '../../fixtures/cast.js';
import { createApp } from '../../src/app.js';
import { feedFields } from '../../src/domain/feed/feed-fields.js';
import type { Deps } from '../../src/web/deps.js';
import { pdfFile } from '../../fixtures/example-files.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { postFiles } from '../support/evidence.js';
import { fill } from '../support/filling.js';
import { FEED_BASE, feedSteps, type FeedSteps } from '../support/feeding.js';
import { instrument } from '../support/shipped.js';

/** Every field and every status that the guide of PortalRB 2026 (1.0.0) names, as the portal meets them. */
const BIMA = '52.72';
const NOTED = 'A.I.1.i.b';
const NOTE = 'Tim dipilih lewat rapat pleno; notula nomor 7/2026.';

let zi: TestApp;
let feed: FeedSteps;
let token: string;

beforeAll(async () => {
  zi = await startTestApp();
  feed = feedSteps(zi, await zi.signIn('admin'));
  await feed.turnOn();
  await feed.proposed(MATARAM, 'ketua.mataram', 'WBK', async (lead) => {
    expect((await fill(lead, NOTED, { note: NOTE })).status).toBe(303);
    const notula = { name: 'notula.pdf', bytes: pdfFile(['notula']) };
    await postFiles(lead, `/lke/${MATARAM}/2026/jawaban/A.I.1.i.a/bukti`, [notula]);
    const links = 'https://kota-mataram.kpu.go.id/zi/sk';
    await postFiles(lead, `/lke/${MATARAM}/2026/jawaban/A.I.1.ii.a/bukti`, [], { links });
  });
  await feed.proposed(BIMA, 'ketua.bima', 'WBK-AFIRMASI');
  await feed.proposed(DENPASAR, 'ketua.denpasar', 'WBBM');
  token = await feed.makeToken();
}, 60_000);
afterAll(() => zi.close());

interface Unit {
  readonly id: string;
  readonly nama: string;
  readonly kategori: string;
  readonly afirmasi: boolean;
}

describe('a list', () => {
  const listOf = async (predikat: string) => {
    const reply = await feed.ask(`/pengusulan/unit-${predikat}`, token).expect(200);
    return reply.body as { tahun: number; units: readonly Unit[] };
  };

  it.each(['wbk', 'wbbm'])(
    'of %s has the year and the units, and nothing else',
    async (predikat) => {
      const list = await listOf(predikat);
      expect(Object.keys(list)).toEqual(['tahun', 'units']);
      expect(list.tahun).toBe(2026);
      expect(list.units.length).toBeGreaterThan(0);
      for (const unit of list.units) {
        expect(Object.keys(unit)).toEqual(['id', 'nama', 'kategori', 'afirmasi']);
      }
    },
  );

  it.each([
    [MATARAM, 'wbk', 'KPU Kota Mataram', 'WBK', false],
    [BIMA, 'wbk', 'KPU Kota Bima', 'WBK-AFIRMASI', true],
    [DENPASAR, 'wbbm', 'KPU Kota Denpasar', 'WBBM', false],
  ])('names %s by its code, in the list of %s only', async (id, predikat, nama, kategori, is) => {
    const { units } = await listOf(predikat);
    expect(units.filter((unit) => unit.id === id)).toEqual([{ id, nama, kategori, afirmasi: is }]);
    const other = await listOf(predikat === 'wbk' ? 'wbbm' : 'wbk');
    expect(other.units.map((unit) => unit.id)).not.toContain(id);
  });

  it('of a year is asked for by ?tahun, which may be left out', async () => {
    const asked = await feed.ask('/pengusulan/unit-wbk?tahun=2026', token).expect(200);
    expect(asked.body).toEqual(await listOf('wbk'));
  });
});

type Answer = Readonly<Record<string, string | number | null>>;

describe('the answers', () => {
  let body: { answers: readonly Answer[] } & Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    const reply = await feed.ask(`/lke/jawaban-unit/${MATARAM}`, token).expect(200);
    body = reply.body as typeof body;
  });

  it('have unit_id, nama_unit, tahun and answers, and nothing else', () => {
    expect(Object.keys(body)).toEqual(['unit_id', 'nama_unit', 'tahun', 'answers']);
    expect([body['unit_id'], body['nama_unit'], body['tahun']]).toEqual([
      MATARAM,
      'KPU Kota Mataram',
      2026,
    ]);
  });

  const questions = feedFields(instrument);

  it.each(questions.map((field) => [field.soalId, field] as const))(
    'say of question %i what its type allows, of the satker and of TPI',
    (soalId, { indicator }) => {
      const answer = body.answers[soalId - 1] ?? {};
      const { soal_id, jawaban_unit, jawaban_tpi, ...texts } = answer;
      expect(soal_id).toBe(soalId);
      for (const said of [jawaban_unit, jawaban_tpi]) {
        switch (indicator.type) {
          case 'choice':
            expect(indicator.options.map(({ letter }) => letter)).toContain(said);
            break;
          case 'counts':
            expect(said).toMatch(/^(?:0|[1-9]\d*)$/);
            break;
          case 'index':
            expect(said).toMatch(/^[0-4](?:\.\d+)?$/);
            break;
        }
      }
      expect(Object.keys(texts)).toEqual(['catatan_unit', 'bukti_dukung_unit', 'catatan_tpi']);
      for (const text of Object.values(texts)) {
        expect(text === null || (typeof text === 'string' && text !== '')).toBe(true);
      }
    },
  );

  const soalOf = (code: string): number =>
    questions.find(({ indicator }) => indicator.code === code)?.soalId ?? 0;

  it('carry the satker’s note where it wrote one, and its evidence by name (and address), one a line', () => {
    const [first, second] = ['A.I.1.i.a', NOTED].map((code) => body.answers[soalOf(code) - 1]);
    expect(first).toMatchObject({ catatan_unit: null, bukti_dukung_unit: 'sk\nnotula' });
    const third = body.answers[soalOf('A.I.1.ii.a') - 1];
    const link = 'kota-mataram.kpu.go.id/zi/sk: https://kota-mataram.kpu.go.id/zi/sk';
    expect(third).toMatchObject({ bukti_dukung_unit: link });
    expect(second).toMatchObject({ catatan_unit: NOTE, bukti_dukung_unit: null });
    expect(second).toMatchObject({ jawaban_tpi: 'A', catatan_tpi: null });
  });
});

describe('every refusal', () => {
  const LIST = '/pengusulan/unit-wbk';
  const UNIT = `/lke/jawaban-unit/${MATARAM}`;
  const coded = (code: string) => Object.assign(new Error(`${code}: secret`), { code });

  /** The product, but for what fails; answers a request of the portal. */
  const askOf = (store: Partial<Deps['store']>, path: string) =>
    request(createApp({ ...zi.deps, store: { ...zi.deps.store, ...store } }, 'a secret'))
      .get(`${FEED_BASE}${path}`)
      .set('Authorization', `Bearer ${token}`);

  const failing = (fault: Error): Partial<Deps['store']> => {
    zi.clock.advance(2 * 60_000);
    return { write: () => Promise.reject(fault) };
  };
  const unreadable = (fault: Error): Partial<Deps['store']> => ({
    db: new Proxy(zi.deps.store.db, {
      get(target, property): unknown {
        const value: unknown = Reflect.get(target, property, target);
        if (property === 'selectFrom') {
          return (table: unknown, ...rest: unknown[]): unknown => {
            if (String(table).startsWith('proposal')) throw fault;
            return (value as (...args: unknown[]) => unknown).call(target, table, ...rest);
          };
        }
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    }),
  });

  it.each<[number, string, string, () => PromiseLike<request.Response> | request.Test]>([
    [401, 'unauthorized', 'without a token', () => feed.ask(LIST)],
    [401, 'unauthorized', 'with a wrong token', () => feed.ask(UNIT, 'x'.repeat(43))],
    [404, 'not_found', 'for an unknown unit', () => feed.ask('/lke/jawaban-unit/52.03', token)],
    [404, 'not_found', 'for an unknown address', () => feed.ask('/lke', token)],
    [422, 'unprocessable', 'for a unit that is none', () => feed.ask('/lke/jawaban-unit/x', token)],
    [422, 'unprocessable', 'for a year that is none', () => feed.ask(`${LIST}?tahun=x`, token)],
    [
      503,
      'unavailable',
      'while another program writes',
      () => askOf(failing(coded('SQLITE_BUSY')), LIST),
    ],
    [503, 'unavailable', 'on a full disk', () => askOf(failing(coded('SQLITE_FULL')), UNIT)],
    [
      503,
      'unavailable',
      'on a failing disk',
      () => askOf(unreadable(coded('SQLITE_IOERR_READ')), LIST),
    ],
    [
      500,
      'server_error',
      'for a fault of ours',
      () => askOf(unreadable(new Error('at /srv/x.ts:1')), UNIT),
    ],
  ])('%i %s %s', async (status, code, _title, send) => {
    const reply = await send();
    expect([reply.status, Object.keys(reply.body as object)]).toEqual([
      status,
      ['error', 'code', 'message'],
    ]);
    expect(reply.body).toMatchObject({ error: true, code });
    expect((reply.body as { message: string }).message).toMatch(/^[A-Z].{10,200}\.$/);
    expect(reply.text).not.toMatch(/secret|SQLITE|\.ts/);
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(reply.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
    expect(reply.headers['retry-after']).toBe(status === 503 ? '60' : undefined);
  });

  it.each([
    ['lists', LIST, { list: 'off' }],
    ['answers', UNIT, { read: 'off' }],
  ])('403 forbidden for %s that the token may not have', async (_title, path, fields) => {
    const reply = await feed.ask(path, await feed.makeToken(fields));
    expect([reply.status, Object.keys(reply.body as object)]).toEqual([
      403,
      ['error', 'code', 'message'],
    ]);
    expect(reply.body).toMatchObject({ error: true, code: 'forbidden' });
  });

  it.each([
    ['one token', () => token],
    ['one address, whatever it sends', () => null],
  ])('429 too_many_requests for %s, with the seconds to wait', async (_title, tokenOf) => {
    const deps = { ...zi.deps, config: { ...zi.deps.config, requestsPerMinute: 3 } };
    const hurried = createApp(deps, 'a secret');
    let reply: request.Response | null = null;
    for (let time = 0; time < 4; time += 1) {
      const get = request(hurried).get(`${FEED_BASE}${LIST}`);
      const sent = tokenOf();
      reply = await (sent === null ? get : get.set('Authorization', `Bearer ${sent}`));
    }
    expect([reply?.status, Object.keys((reply?.body ?? {}) as object)]).toEqual([
      429,
      ['error', 'code', 'message'],
    ]);
    expect(reply?.body).toMatchObject({ error: true, code: 'too_many_requests' });
    expect(reply?.headers['retry-after']).toMatch(/^[1-9]\d?$/);
  });
});
