import { CAST_YEAR, MATARAM } from '../../fixtures/cast.js';
import { paths } from '../../src/paths.js';
import { createApp } from '../../src/app.js';
import { textOf } from '../support/html.js';
import { httpClient, listen } from '../support/http-client.js';
import { inFolder, makeExample, openBenchDeps } from './data.js';
import { dispatchGet } from './dispatch.js';
import { runLoad } from './load.js';
import { atLeast, atMost, compare, type Outcome } from './outcome.js';
import { rawRequest } from './raw-client.js';
import { rawAreaPage } from './raw-page.js';
import { cpuPer, inRounds } from './rounds.js';
import { startServed, type Served } from './served.js';
import { scaled, type Settings } from './settings.js';

const AREA = '1';
const LEAD = 'ketua.mataram';
const PAGE = paths.area(MATARAM, CAST_YEAR, AREA);
const CONNECTIONS = 8;
const SLICE_MS = 1000;
/** Far more than a second allows; bounds a slice on a machine much faster than ours. */
const SLICE_REQUESTS = 100_000;

/** The area page against a bare Express hello and against raw SQL with a template literal. */
export async function benchPage(settings: Settings): Promise<Outcome[]> {
  return inFolder(async (folder) => {
    await makeExample(folder);
    const served = await benchServed(folder, settings);
    return [...served, ...(await benchInProcess(folder, settings))];
  });
}

interface Slice {
  readonly perSecond: number;
  /** CPU milliseconds of the serving process per request. */
  readonly cpu: number;
}

/** Three servers in processes of their own; this process makes the load. */
async function benchServed(folder: string, settings: Settings): Promise<Outcome[]> {
  const hello = await startServed('hello');
  const product = await startServed('product', folder);
  const raw = await startServed('raw', folder);
  try {
    const client = httpClient(`http://127.0.0.1:${product.port}`);
    await client.signIn(LEAD);
    await requireSameWords(`http://127.0.0.1:${raw.port}`, client.cookie, product.port);
    const slices: Record<string, Slice[]> = { product: [], hello: [], raw: [] };
    const side = (name: string, server: Served, path: string) => async () => {
      const slice = await runSlice(server, path, client.cookie, settings);
      slices[name]?.push(slice);
      return slice.perSecond;
    };
    await inRounds(settings.rounds, {
      product: side('product', product, PAGE),
      hello: side('hello', hello, '/'),
      raw: side('raw', raw, PAGE),
    });
    return outcomesOf(slices);
  } finally {
    await Promise.all([hello, product, raw].map((server) => server.stop()));
  }
}

async function runSlice(
  server: Served,
  path: string,
  cookie: string,
  settings: Settings,
): Promise<Slice> {
  const before = await server.cpu();
  const { requests, perSecond } = await runLoad({
    port: server.port,
    connections: CONNECTIONS,
    milliseconds: scaled(SLICE_MS, settings),
    mostRequests: SLICE_REQUESTS,
    request: rawRequest('GET', path, { Cookie: cookie }),
    expectedStatus: 200,
  });
  return { perSecond, cpu: ((await server.cpu()) - before) / requests };
}

/** A yardstick that shows something else would measure nothing. */
async function requireSameWords(rawUrl: string, cookie: string, port: number): Promise<void> {
  const read = async (origin: string) => {
    const reply = await fetch(`${origin}${PAGE}`, { headers: { cookie } });
    return textOf(await reply.text());
  };
  const [ours, raws] = [await read(`http://127.0.0.1:${port}`), await read(rawUrl)];
  if (ours === raws) return;
  let at = 0;
  while (ours[at] === raws[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 60);
  process.stderr.write(
    `raw-page.ts shows other words than the product:\n  ${around(ours)}\n  ${around(raws)}\n`,
  );
}

function outcomesOf(slices: Record<string, Slice[]>): Outcome[] {
  // The first slice of each side only warms it up.
  const [product = [], hello = [], raw = []] = ['product', 'hello', 'raw'].map((name) =>
    (slices[name] ?? []).slice(1),
  );
  const page = `area page ${AREA} of the product, signed in, ${CONNECTIONS} connections, identity`;
  return [
    compare(
      'Area page over bare Express hello',
      'requests/s',
      { does: page, values: product.map((slice) => slice.perSecond) },
      { does: "Express with one route that sends 'hello'", values: hello.map((s) => s.perSecond) },
      atLeast(0.05, 0.08),
    ),
    compare(
      'CPU of an area page over raw SQL and a template literal, both served',
      'ms CPU',
      { does: page, values: product.map((slice) => slice.cpu) },
      {
        does: 'bare Express, the same rows by prepared statements, the same words by a template literal',
        values: raw.map((slice) => slice.cpu),
      },
      atMost(2.5, 1.5),
    ),
  ];
}

/** The same without a network and, for the yardstick, without Express either. */
async function benchInProcess(folder: string, settings: Settings): Promise<Outcome[]> {
  const deps = await openBenchDeps(folder);
  const app = createApp(deps, 'a secret of the bench');
  const listening = await listen(app);
  const client = httpClient(listening.url);
  await client.signIn(LEAD);
  const raw = rawAreaPage(folder, AREA);
  const times = scaled(300, settings, 2);
  const { product, yardstick } = await inRounds(settings.rounds, {
    product: () => cpuPer(times, () => dispatchGet(app, PAGE, client.cookie)),
    yardstick: () => cpuPer(times, () => raw(client.cookie, MATARAM, CAST_YEAR)),
  });
  await listening.close();
  await deps.store.close();
  return [
    compare(
      'CPU of an area page over raw SQL and a template literal, neither served',
      'ms CPU',
      { does: 'the whole app in process: session, person, rights, page, headers', values: product },
      { does: 'the bare function: prepared statements and a template literal', values: yardstick },
      null,
    ),
  ];
}
