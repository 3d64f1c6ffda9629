import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRawWorkbook } from '../../src/workbook/read/read-raw-workbook.js';
import { bookBytes } from './book.js';
import { CORPUS } from './corpus.js';

const folder = mkdtempSync(join(tmpdir(), 'tapak-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A tick of the event loop; a page of the server needs a few of them. */
const TICK_MS = 10;

it('goes on serving while a hostile file is read', async () => {
  const path = join(folder, 'rows.xlsx');
  writeFileSync(
    path,
    bookBytes({ rows: '<row/>'.repeat(1_000_000) + '<row r="1"/>'.repeat(3_900_000) }),
  );
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), TICK_MS);
  const start = performance.now();
  const outcomes = await Promise.all([1, 2, 3].map(() => readRawWorkbook(path)));
  const possible = (performance.now() - start) / TICK_MS;
  clearInterval(timer);
  // Read, or stopped after its time: both are answers, and both leave the server alone.
  const codes = outcomes.map((one) => (one.ok ? 'read' : one.problems[0]?.code));
  expect(['read', 'workbook-timeout']).toEqual(expect.arrayContaining(codes));
  expect(possible).toBeGreaterThan(50);
  expect(ticks).toBeGreaterThan(possible / 10);
}, 300_000);

const SOME = CORPUS.filter((_, index) => index % 31 === 0);

it.each(SOME)('answers in a process of its own: $name', async ({ bytes, expected }) => {
  const path = join(folder, 'crafted.xlsx');
  writeFileSync(path, bytes());
  const outcome = await readRawWorkbook(path);
  const code = outcome.ok ? 'read' : outcome.problems[0]?.code;
  expect(code).toBe('refused' in expected ? expected.refused : 'read');
});
