import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { problemText } from '../../src/text/messages.js';
import { isLkeReading } from '../../src/workbook/read/is-lke-reading.js';
import { CHILD_TIME_MS, LAST_COLUMN, LAST_ROW } from '../../src/workbook/read/limits.js';
import type { RawCell, RawWorkbook } from '../../src/workbook/read/raw-workbook.js';
import { readRawWorkbook } from '../../src/workbook/read/read-raw-workbook.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { randomFrom } from '../support/random.js';
import { LONG_TEST_MS } from '../support/rounds.js';
import { sampleInput } from '../workbook/sample-input.js';
import { startBatchReader, type BatchReader } from './batch-reader.js';
import type { Parts } from './book.js';
import { mutatedBytes, mutatedParts, RICH_PARTS, shuffledCells } from './mutate.js';
import { zipBytes } from './zip-bytes.js';

/** How many mutated files are read; 10,000 in a long run (`ZI_MUTATIONS=10000`). */
const MUTATIONS = Number(process.env.ZI_MUTATIONS ?? 200);
/** One of so many comes from a whole export of ours, which takes a hundred times as long to read. */
const WHOLE_EVERY = 10;
/** Exports with other values in their cells, per layout. */
const SHUFFLES = Math.ceil(MUTATIONS / 20);
/** One of so many goes the real way as well: a process of its own, watched. */
const REAL_EVERY = 100;

const folder = mkdtempSync(join(tmpdir(), 'tapak-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('mutated workbooks', () => {
  it(
    `are answered with a value, ${MUTATIONS} of them`,
    async () => {
      const reader = startBatchReader(folder);
      const whole: Parts = unzipSync(await writeLke(sampleInput()));
      const tally = new Map<string, number>();
      let slowest = 0;
      for (let seed = 0; seed < MUTATIONS; seed += 1) {
        const isWhole = seed % WHOLE_EVERY === 0;
        const bytes = mutant(seed, isWhole ? whole : RICH_PARTS);
        const { outcome, tookMs } = await reader.read(bytes).catch((error: unknown) => {
          throw new Error(`seed ${seed}`, { cause: error });
        });
        slowest = Math.max(slowest, tookMs);
        if (outcome.ok)
          expect({ seed, faults: faultsOf(outcome.value) }).toEqual({ seed, faults: [] });
        else
          expect(outcome.problems.map(problemText)).toEqual([
            expect.stringMatching(/Tidak ada data/),
          ]);
        if (isWhole) await expectReading(reader, bytes, seed);
        const code = outcome.ok ? 'read' : (outcome.problems[0]?.code ?? '');
        tally.set(code, (tally.get(code) ?? 0) + 1);
        if (seed % REAL_EVERY === 0) expect(await readForReal(bytes)).toEqual(outcome);
      }
      await reader.end();
      report(tally, slowest);
      expect(slowest).toBeLessThan(CHILD_TIME_MS);
      expect(tally.get('read')).toBeGreaterThan(MUTATIONS / 50);
    },
    LONG_TEST_MS,
  );

  it.each(['lampiran-iii', 'portalrb'] as const)(
    `are read as an LKE where only their cells differ (%s), ${SHUFFLES} of them`,
    async (layout) => {
      const reader = startBatchReader(folder);
      const parts: Parts = unzipSync(await writeLke(sampleInput({ layout })));
      let read = 0;
      for (let seed = 0; seed < SHUFFLES; seed += 1) {
        const bytes = shuffledCells(parts, 'xl/worksheets/sheet1.xml', randomFrom(seed));
        if (await expectReading(reader, bytes, seed)) read += 1;
      }
      await reader.end();
      expect(read).toBeGreaterThan(SHUFFLES / 2);
    },
    LONG_TEST_MS,
  );
});

function mutant(seed: number, parts: Parts): Buffer {
  const random = randomFrom(seed);
  if (seed % 3 !== 0) return mutatedParts(parts, random);
  return mutatedBytes(
    zipBytes(Object.entries(parts).map(([name, data]) => ({ name, data }))),
    random,
  );
}

/** The same file as an import reads it: a reading of the right shape, or a refusal. */
async function expectReading(reader: BatchReader, bytes: Buffer, seed: number): Promise<boolean> {
  const { outcome } = await reader.readLke(bytes).catch((error: unknown) => {
    throw new Error(`seed ${seed}`, { cause: error });
  });
  if (outcome.ok)
    expect({ seed, sound: isLkeReading(outcome.value) }).toEqual({ seed, sound: true });
  else outcome.problems.forEach((problem) => expect(problemText(problem)).not.toBe(''));
  return outcome.ok;
}

async function readForReal(bytes: Buffer): Promise<unknown> {
  const path = join(folder, 'mutant.xlsx');
  writeFileSync(path, bytes);
  return readRawWorkbook(path);
}

/** What a reader of the cells relies on. */
function faultsOf({ sheets }: RawWorkbook): string[] {
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap((cell, index) => {
      const before = cells[index - 1];
      const follows =
        before === undefined ||
        before.row < cell.row ||
        (before.row === cell.row && before.column < cell.column);
      return follows && isSound(cell) ? [] : [`${name} ${JSON.stringify(cell).slice(0, 200)}`];
    }),
  );
}

function isSound({ row, column, value, formula, error, link, numberText }: RawCell): boolean {
  const isOnGrid = row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;
  const holds = [value, formula, error, link].some((one) => one !== null);
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  return isOnGrid && (holds || formula === null) && (numberText === null || isNumber);
}

function report(tally: ReadonlyMap<string, number>, slowest: number): void {
  if (MUTATIONS < 1000) return;
  const counts = [...tally].sort((one, other) => other[1] - one[1]).map((entry) => entry.join(' '));
  process.stderr.write(
    `${MUTATIONS} mutations: ${counts.join(', ')}; slowest ${Math.round(slowest)} ms\n`,
  );
}
