import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemText } from '../../src/text/messages.js';
import { cellRef } from '../../src/workbook/read/cell-ref.js';
import { CHILD_TIME_MS } from '../../src/workbook/read/limits.js';
import type { RawWorkbook } from '../../src/workbook/read/raw-workbook.js';
import { startBatchReader, type BatchReader } from './batch-reader.js';
import { CORPUS } from './corpus.js';
import type { Kind } from './kind.js';

/** The process itself is stopped after 10 s; here only what never ends must fail. */
const GUARD_MS = 10 * CHILD_TIME_MS;

const folder = mkdtempSync(join(tmpdir(), 'tapak-'));
let reader: BatchReader;
beforeAll(() => {
  reader = startBatchReader(folder);
});
afterAll(async () => {
  await reader.end();
  rmSync(folder, { recursive: true });
});

describe('crafted workbooks', () => {
  it('are of more than sixty kinds, each with a name of its own', () => {
    const names = new Set(CORPUS.map(({ name }) => name));
    expect(names.size).toBe(CORPUS.length);
    expect(names.size).toBeGreaterThan(60);
  });

  it.each(CORPUS)(
    '$name',
    async ({ bytes, expected }: Kind) => {
      const { outcome } = await reader.read(bytes());
      if ('refused' in expected) {
        expect(outcome).toMatchObject({ ok: false, problems: [{ code: expected.refused }] });
        if (!outcome.ok) expect(outcome.problems.map(problemText).join()).toMatch(/Tidak ada data/);
        return;
      }
      expect(outcome).toMatchObject({ ok: true });
      const shown = outcome.ok ? cellsOf(outcome.value, Object.keys(expected.cells)) : {};
      expect(shown).toMatchObject(asCells(expected.cells));
      if (outcome.ok)
        expect(countOf(outcome.value)).toBeGreaterThanOrEqual(Object.keys(shown).length);
    },
    GUARD_MS,
  );
});

function cellsOf(workbook: RawWorkbook, wanted: readonly string[]): Record<string, unknown> {
  const cells = workbook.sheets[0]?.cells ?? [];
  const byPlace = new Map(cells.map((cell) => [cellRef(cell), cell]));
  return Object.fromEntries(wanted.map((place) => [place, byPlace.get(place)]));
}

const countOf = (workbook: RawWorkbook): number => workbook.sheets[0]?.cells.length ?? 0;

function asCells(cells: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(cells).map(([place, cell]) => [
      place,
      typeof cell === 'object' && cell !== null ? cell : { value: cell },
    ]),
  );
}
