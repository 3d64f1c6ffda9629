import { seedPlaces } from '../access/places.js';
import { visitorsOf } from '../access/visitors.js';
import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { keepDraft } from '../../src/features/wording/draft-store.js';
import { loadWording } from '../../src/features/wording/load-wording.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { listen, type Listening } from '../support/http-client.js';
import { OPERATOR } from '../support/one-lke.js';
import { instrument } from '../support/shipped.js';
import { foreignMarkup, unescapedPieces } from './leaks.js';
import { xssPayloads } from './xss-payloads.js';

/** The words of a workbook stand on many pages: whatever they are, they stay words. */
const PAYLOADS = xssPayloads();
const payload = (n: number): string => PAYLOADS[n % PAYLOADS.length] ?? '';
const LETTERS = ['a', 'b', 'c', 'd', 'e'];

let test: TestApp;
let listening: Listening;
beforeAll(async () => {
  test = await startTestApp();
  listening = await listen(test.app);
  await seedPlaces(test.deps);
});
afterAll(async () => {
  await listening.close();
  await test.close();
});

/** A payload as the question, and one in every option or in the whole. */
const TEXTS = instrument.indicators.map(({ code }, n) => {
  const options = LETTERS.slice(0, 3 + (n % 3)).map(
    (letter, index) => `${letter}. x ${payload(n * 3 + index + 40).replace(/\s+/g, ' ')}`,
  );
  return {
    code,
    question: payload(n),
    criteria: n % 2 === 0 ? options.join('\n') : payload(n + 113),
  };
});

function faultsIn(html: string, path: string): string[] {
  const pieces = PAYLOADS.flatMap((one) => unescapedPieces(html, one));
  return [...pieces, ...foreignMarkup(html)].map((fault) => `${path}: ${fault}`);
}

it('shows 200 payloads in questions, criteria, source and file name as text', async () => {
  const visitors = visitorsOf(listening.url);
  const [lead, admin] = [await visitors.person('ketua.mataram'), await visitors.person('admin')];
  const empty = faultsIn((await lead.get('/lke/52.71/2026')).text, 'without');
  expect(empty).toEqual([]);
  const texts = new Map(
    TEXTS.map(({ code, ...text }): [IndicatorCode, typeof text] => [code, text]),
  );
  const source = { title: payload(3), number: payload(5), day: null };
  const file = { name: payload(7), sha256: 'ab'.repeat(32), layout: 'portalrb' } as const;
  const load = { year: 2026, wording: { source, texts }, file, seen: null };
  await loadWording(test.deps.store, OPERATOR, load, test.deps.clock());
  const draft = {
    layout: 'portalrb',
    sheet: payload(9),
    texts: TEXTS.map((text) => ({ ...text, cell: payload(11) })),
    tooLong: [],
    unrecognised: PAYLOADS.map((text) => ({ cell: 'K1', text })),
    unrecognisedCount: PAYLOADS.length,
  } as const;
  const made = { createdBy: null, createdAt: test.deps.clock().toISOString() };
  const id = await test.deps.store.write((tx) =>
    keepDraft(tx, { year: 2026, file, draft, ...made }),
  );
  const home = '/admin/tahun/2026/naskah';
  const faults: string[] = [];
  for (const path of [home, `${home}/pratinjau/${id}`, `${home}/penghapusan`]) {
    faults.push(...faultsIn((await admin.get(path)).text, path));
  }
  const areas = instrument.areas.map(({ key }) => `/lke/52.71/2026/area/${key}`);
  const answers = instrument.indicators.map(({ code }) => `/lke/52.71/2026/jawaban/${code}`);
  const searches = ['alert', 'script', 'x'].map((word) => `/lke/52.71/2026/cari?q=${word}`);
  for (const path of [...areas, ...answers, ...searches]) {
    const reply = await lead.get(path);
    if (reply.status !== 200) faults.push(`${path}: ${reply.status}`);
    faults.push(...faultsIn(reply.text, path));
  }
  expect(faults).toEqual([]);
}, 60_000);
