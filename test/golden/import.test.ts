import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CAST_YEAR, NTB_SATKER } from '../../fixtures/cast.js';
import { dispatch } from '../../src/cli/dispatch.js';
import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { sharedCounts, type CountPlace } from '../../src/domain/instrument/shared-counts.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { parseAnswer } from '../../src/domain/scoring/parse-answer.js';
import { findLke, readScore } from '../../src/features/lke/store.js';
import { projectRoot } from '../../src/project-root.js';
import { LAYOUTS, type Layout } from '../../src/workbook/lke-workbook-input.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { testIo } from '../support/cli.js';
import { edited } from '../support/filled-workbook.js';
import { fullInput, type SheetInput } from '../support/sheets.js';
import { instrument, sampleInput } from '../workbook/sample-input.js';

/** The sheets of the scoring gold, written as worksheets and imported into empty LKEs. */
interface Golden {
  readonly title: string;
  readonly base: 'best' | 'worst' | 'empty';
  readonly changes: SheetInput;
  readonly expected: {
    readonly figures: Readonly<Record<string, string | number | null>>;
    readonly failing: Readonly<Record<'wbk' | 'wbbm', readonly string[]>>;
  };
}

const folder = path.join(projectRoot(), 'test', 'golden', 'scoring');
const sheets = readdirSync(folder)
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Golden)
  .filter((golden) => Object.keys(inputOf(golden)).length > 0 && fitsAWorksheet(golden));

describe('the golden sheets come in from worksheets', () => {
  let zi: TestApp;
  let files: string;
  beforeAll(async () => {
    zi = await startTestApp();
    files = mkdtempSync(path.join(tmpdir(), 'zi-golden-'));
  });
  afterAll(async () => {
    await zi.close();
    rmSync(files, { recursive: true, force: true });
  });

  it.each(sheets.map((golden, at) => [golden.title, golden, at] as const))(
    '%s',
    async (_title, golden, at) => {
      const layout = LAYOUTS[at % LAYOUTS.length] ?? 'lampiran-iii';
      const satker = NTB_SATKER[at % NTB_SATKER.length] ?? '';
      await empty(zi, satker);
      const file = path.join(files, `${at}.xlsx`);
      writeFileSync(file, await worksheetOf(golden, layout));
      const io = testIo();
      const argv = ['import', file, '--satker', satker, '--year', String(CAST_YEAR)];
      expect([await dispatch(argv, io, { ZI_DATA: zi.folder }), io.err()]).toEqual([0, '']);
      const printed = JSON.parse(io.out()) as Record<string, unknown>;
      expect(printed).toMatchObject({
        recognised: 113,
        missing: [],
        unrecognised: [],
        invalid: [],
      });
      const lke = await findLke(zi.deps.store.db, satker, CAST_YEAR);
      const score = await readScore(zi.deps.store.db, lke?.id ?? 0, 'mandiri');
      expect(score?.answered).toBe(golden.expected.figures['answered'] ?? score?.answered);
      expect(printed['ourTotal']).toBe(golden.expected.figures['total'] ?? printed['ourTotal']);
      const { gates } = score ?? { gates: { wbk: { failed: [] }, wbbm: { failed: [] } } };
      expect({ wbk: gates.wbk.failed.map(codeOf), wbbm: gates.wbbm.failed.map(codeOf) }).toEqual(
        golden.expected.failing,
      );
    },
  );
});

const codeOf = ({ code }: { readonly code: string }): string => code;

function inputOf({ base, changes }: Golden): SheetInput {
  return { ...(base === 'empty' ? {} : fullInput(base)), ...changes };
}

/** A count that is asked twice is one count there, and a cell has fifteen digits. */
function fitsAWorksheet(golden: Golden): boolean {
  const input = inputOf(golden);
  const countAt = ({ code, key }: CountPlace): unknown => {
    const counts = input[code];
    return typeof counts === 'object' ? (counts as Record<string, unknown>)[key] : undefined;
  };
  const isOne = sharedCounts(instrument).every(
    ({ source, copy }) => countAt(source) === countAt(copy),
  );
  const isShort = Object.values(input).every(
    (value) => typeof value !== 'string' || value.length <= 16,
  );
  // Worth nothing whichever of the two numbers is taken.
  return isShort && (isOne || golden.base === 'worst');
}

async function worksheetOf(golden: Golden, layout: Layout): Promise<Buffer> {
  const answers = new Map<
    IndicatorCode,
    { value: AnswerValue | null; note: string; version: number }
  >();
  for (const [typed, raw] of Object.entries(inputOf(golden))) {
    const indicator = instrument.byCode.get(typed as IndicatorCode);
    const parsed = indicator === undefined ? null : parseAnswer(indicator, raw, 'refused');
    if (indicator === undefined || parsed?.ok !== true)
      throw new Error(`not an answer to ${typed}`);
    answers.set(indicator.code, { value: parsed.answer, note: '', version: 1 });
  }
  const bytes = await writeLke(sampleInput({ layout, answers: { mandiri: answers } }));
  return edited(bytes, { layout, isForeign: true });
}

/** An LKE may serve two sheets, one after the other. */
async function empty({ deps }: TestApp, satker: string): Promise<void> {
  const lke = await findLke(deps.store.db, satker, CAST_YEAR);
  await deps.store.write((tx) =>
    tx
      .deleteFrom('answer')
      .where('lke_id', '=', lke?.id ?? 0)
      .execute(),
  );
}
