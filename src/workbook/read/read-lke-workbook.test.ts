import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolders } from '../../../test/support/temporary-folder.js';
import { readLkeWorkbook } from './read-lke-workbook.js';

const newFolder = temporaryFolders();

const READING = {
  layout: 'lampiran-iii',
  sheet: 'LKE ZI',
  ours: null,
  rows: [
    {
      code: 'A.I.1.i.a',
      cell: 'K9',
      value: { kind: 'choice', letter: 'Ya' },
      note: null,
      evidence: [{ cell: 'P9', name: 'SK', href: null }],
      question: null,
      criteria: null,
    },
  ],
  missing: [],
  unrecognised: [],
  invalid: [],
  defects: [{ kind: 'x', cell: 'L9', args: { of: 1 } }],
  fileTotal: null,
  fileGates: [],
};

const markWithoutHistory = {
  identity: { satkerCode: '52.71', year: 2026, instrumentId: 'lke-2026', tier: 'mandiri' },
  isIntact: true,
  versions: {},
};

/** Reads with a process that answers with this value, whatever the file. */
async function readingOf(value: unknown): Promise<unknown> {
  const path = join(newFolder(), 'lke.xlsx');
  writeFileSync(path, 'x');
  const args = ['-e', `console.log(${JSON.stringify(JSON.stringify({ ok: true, value }))})`];
  const command = { file: process.execPath, args, cwd: '/', env: {} };
  const ask = { instrumentId: 'lke-2026' };
  return readLkeWorkbook(path, ask, { command: () => Promise.resolve(command) });
}

describe('what the reading process says', () => {
  it('comes back as it is where it has the shape of a reading', async () => {
    expect(await readingOf(READING)).toEqual({ ok: true, value: READING });
  });

  it.each([
    ['nothing', null],
    ['a text', 'Ya'],
    ['no rows', { ...READING, rows: undefined }],
    ['rows of another shape', { ...READING, rows: [{ code: 'A.I.1.i.a' }] }],
    ['a layout nobody knows', { ...READING, layout: 'x' }],
    ['a mark that lacks its place in the history', { ...READING, ours: markWithoutHistory }],
    ['an object in place of a text', { ...READING, sheet: { formula: '1' } }],
  ])('is a fault of the reader where it is %s', async (_, value) => {
    expect(await readingOf(value)).toMatchObject({
      ok: false,
      problems: [{ code: 'workbook-failed' }],
    });
  });
});
