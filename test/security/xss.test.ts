import { pdfOf, seedPlaces, type At } from '../access/places.js';
import { REGISTRY } from '../access/registry.js';
import { visitedApp } from '../access/visited-app.js';
import { multipart, type HttpClient, type Reply } from '../support/http-client.js';
import { LONG_TEST_MS, rounds } from '../support/rounds.js';
import { askedFields, postedFields, sendText, type Field } from './fields.js';
import { foreignMarkup, unescapedPieces } from './leaks.js';
import { xssPayloads } from './xss-payloads.js';

/** 200 payloads: all of them through what is kept and shown to others, a share through every other field. */
const PAYLOADS = xssPayloads();
const SHARE = rounds(8, 200);

const visited = visitedApp();
let at: At;

beforeAll(async () => {
  at = (await seedPlaces(visited.deps)).mataram;
}, 60_000);

describe('the detectors', () => {
  it.each(PAYLOADS.filter((payload) => /<\s*[a-z]/i.test(payload)))(
    'see %j where a page would write it as it came',
    (payload) => {
      const page = `<!doctype html><p>${payload}</p><p title="x${payload}">teks</p>`;
      expect([...foreignMarkup(page), ...unescapedPieces(page, payload)]).not.toEqual([]);
    },
  );
});

it(
  'writes every payload as text, through every field of every form and every filter',
  async () => {
    const fields = [...(await postedFields(visited, at)), ...(await askedFields(visited, at))];
    expect(fields.length).toBeGreaterThan(60);
    const faults: string[] = [];
    for (const [index, field] of fields.entries()) {
      faults.push(...(await attack(field, index)));
    }
    expect(faults).toEqual([]);
  },
  LONG_TEST_MS,
);

it(
  'writes all 200 payloads as text where they are kept and shown to others',
  async () => {
    const lead = await visited.person('ketua.mataram');
    const { indicators } = visited.deps.instruments.instrument('lke-2026');
    const faults: string[] = [];
    let kept = 0;
    for (const [n, payload] of PAYLOADS.entries()) {
      const code = indicators[n % indicators.length]?.code ?? '';
      faults.push(...(await saveNote(lead, code, payload)));
      if (await addEvidence(lead, n, payload)) kept += 1;
    }
    expect(kept).toBeGreaterThan(150);
    for (const username of ['ketua.mataram', 'anggota.mataram', 'admin', 'provinsi']) {
      faults.push(...(await crawl(username)));
    }
    expect(faults).toEqual([]);
  },
  LONG_TEST_MS,
);

it(
  'writes payloads in addresses as text',
  async () => {
    const faults: string[] = [];
    const lead = await visited.person('ketua.mataram');
    for (const [n, payload] of PAYLOADS.entries()) {
      const typed = encodeURIComponent(payload);
      const addresses = [
        `/lke/${typed}/2026`,
        `/lke/52.71/${typed}`,
        `/lke/52.71/2026/jawaban/${typed}`,
        `/lke/52.71/2026/area/${typed}`,
        `/lke/52.71/2026/bukti/${typed}`,
        `/lke/52.71/2026/unduhan/${typed}`,
        `/tautan/${typed}`,
        `/pasang?token=${typed}`,
        `/masuk?ke=${typed}`,
        `/${typed}`,
      ];
      const address = addresses[n % addresses.length] ?? '/';
      const reader = n % 2 === 0 ? lead : visited.anonymous();
      const reply = await reader.get(address);
      faults.push(...faultsIn(reply, payload, address));
    }
    expect(faults).toEqual([]);
  },
  LONG_TEST_MS,
);

async function attack(field: Field, index: number): Promise<string[]> {
  const client = await visited.person(field.username);
  const faults: string[] = [];
  for (let n = 0; n < SHARE; n += 1) {
    const payload = PAYLOADS[(index * 13 + n * Math.floor(200 / SHARE)) % PAYLOADS.length] ?? '';
    for (const reply of await sendText(client, field, payload)) {
      faults.push(...faultsIn(reply, payload, field.title));
    }
  }
  return faults;
}

function faultsIn(reply: Reply, payload: string, title: string): string[] {
  const found: string[] = [];
  if (reply.status >= 500) found.push(`status ${reply.status}`);
  const { location = '/' } = reply.headers;
  if (!/^\/(?![/\\])/.test(location)) found.push(`sends to ${location}`);
  if (/[\r\n]/.test(location)) found.push('splits the header');
  if ((reply.headers['content-type'] ?? '').startsWith('text/html')) {
    found.push(...unescapedPieces(reply.text, payload), ...foreignMarkup(reply.text));
  }
  return found.map((fault) => `${title}: ${JSON.stringify(payload)}: ${fault}`);
}

async function saveNote(lead: HttpClient, code: string, payload: string): Promise<string[]> {
  const path = `/lke/52.71/2026/jawaban/${code}`;
  const fields = {
    _csrf: await lead.token(),
    version: String(await versionOf(code)),
    note: payload,
  };
  const reply = await lead.post(path, fields);
  if (reply.status !== 303) return [`${path}: ${reply.status} for ${JSON.stringify(payload)}`];
  return faultsIn(await lead.get(path), payload, path);
}

async function versionOf(code: string): Promise<number> {
  const row = await visited.deps.store.db
    .selectFrom('answer')
    .innerJoin('lke', 'lke.id', 'answer.lke_id')
    .select('answer.version')
    .where('lke.satker_code', '=', '52.71')
    .where('indicator_code', '=', code)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** As file name, as name of the evidence and as the place of the paper. */
async function addEvidence(lead: HttpClient, n: number, payload: string): Promise<boolean> {
  const texts = { name: n % 2 === 0 ? payload : '', physicalLocation: payload, links: '' };
  const fields = { _csrf: await lead.token(), kind: 'lainnya', ...texts };
  const parts = Object.entries(fields).map(([name, value]) => ({ name, value }));
  const file = payload.replace(/["\r\n]/g, '%22');
  const type = 'application/pdf';
  const upload = { name: 'files', file: `${file}.pdf`, type, bytes: pdfOf(`serangan ${n}`) };
  const reply = await lead.send(
    'POST',
    '/lke/52.71/2026/bukti/baru',
    multipart([...parts, upload]),
  );
  if (![303, 422].includes(reply.status)) throw new Error(`evidence ${n}: ${reply.status}`);
  return reply.status === 303;
}

/** Every page this person can reach, and every further page of a list. */
async function crawl(username: string): Promise<string[]> {
  const client = await visited.person(username);
  const waiting = Object.entries(REGISTRY)
    .filter(([key, route]) => key.startsWith('GET ') && route.kind === undefined)
    .map(([, route]) => route.path(at));
  const seen = new Set<string>();
  const faults: string[] = [];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const reply = await client.get(address);
    if (reply.status >= 500) faults.push(`${address}: ${reply.status}`);
    faults.push(...foreignMarkup(reply.text).map((fault) => `${address}: ${fault}`));
    const next = /rel="next" href="([^"]+)"/.exec(reply.text)?.[1];
    if (next !== undefined) waiting.push(next.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
  }
  return faults;
}
