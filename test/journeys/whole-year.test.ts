import { MATARAM } from '../../fixtures/cast.js';
import { verifyScores } from '../../src/features/lke/verify-scores.js';
import { verifySubmissions } from '../../src/features/submission/store.js';
import { visitorsOf, type Visitors } from '../access/visitors.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { listen, type Listening } from '../support/http-client.js';
import { historyRows, readableText } from '../support/reading.js';
import { LONG_TEST_MS } from '../support/rounds.js';
import { NOT_IN_THE_YEARS } from '../support/year-besides.js';
import { yearOverHttp } from '../support/year-over-http.js';
import { playBelumLayak, playReturnedTwice, playSmoothYear } from '../support/year-plan.js';
import { keepSightings, sightings } from '../support/year-sightings.js';

/** Three whole years through HTTP, and every page that each role is led to at each stage. */
const LOBAR = '52.01';
const BIMA = '52.72';

describe('a whole year', () => {
  const seen = sightings();
  let zi: TestApp;
  let listening: Listening;
  let visitors: Visitors;

  beforeAll(async () => {
    zi = await startTestApp();
    listening = await listen(zi.app);
    visitors = visitorsOf(listening.url);
  });
  afterAll(async () => {
    await listening.close();
    await zi.close();
  });

  const holds = async (): Promise<void> => {
    expect((await verifyScores(zi.deps.store, zi.deps.instruments)).faults).toEqual([]);
    expect((await verifySubmissions(zi.deps.store.db)).faults).toEqual([]);
  };

  it(
    'goes smoothly from submitting to the decree',
    async () => {
      await playSmoothYear(await yearOverHttp(zi, visitors, MATARAM, seen));
      await holds();
    },
    LONG_TEST_MS,
  );

  it(
    'comes back twice, from the province and from TPI, and still arrives',
    async () => {
      await playReturnedTwice(await yearOverHttp(zi, visitors, LOBAR, seen));
      const ofLobar = async (action: string) =>
        (await historyRows(zi, action)).filter((row) => row.satker_code === LOBAR);
      expect(await ofLobar('lke.submit')).toHaveLength(3);
      expect(await ofLobar('lke.return')).toHaveLength(3);
      await holds();
    },
    LONG_TEST_MS,
  );

  it(
    'ends where the province finds it belum layak, and nobody can go on',
    async () => {
      await playBelumLayak(await yearOverHttp(zi, visitors, BIMA, seen));
      const centre = await visitors.person('pusat');
      const token = { _csrf: await centre.token() };
      const late = await centre.post(`/lke/${BIMA}/2026/tpn/nilai`, { ...token, total: '80' });
      expect(late.status).toBe(409);
      const list = await centre.get('/pengusulan/2026');
      expect(readableText(list.text)).not.toContain('KPU Kota Bima');
      await holds();
    },
    LONG_TEST_MS,
  );

  it('led every role to every page of the register that is its own', () => {
    keepSightings('pages-over-http', seen);
    expect([...seen.missed()].sort()).toEqual(Object.keys(NOT_IN_THE_YEARS).sort());
  });
});
