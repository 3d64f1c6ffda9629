import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { CAST_YEAR } from '../../fixtures/cast.js';
import { compareImport } from '../../src/features/imports/compare-import.js';
import { findLke } from '../../src/features/lke/store.js';
import type { Deps } from '../../src/web/deps.js';
import { LAYOUTS, type Layout } from '../../src/workbook/lke-workbook-input.js';
import { readLkeWorkbook } from '../../src/workbook/read/read-lke-workbook.js';
import { readRaw } from '../../src/workbook/read/read-raw.js';
import { recogniseLke } from '../../src/workbook/recognise/recognise-lke.js';
import { inFolder, makeExample, openBenchDeps } from './data.js';
import { COMPLETE, exportOne } from './export.js';
import { findOpenpyxl, startOpenpyxl } from './openpyxl.js';
import { atMost, compare, type Outcome } from './outcome.js';
import { inRounds, timePer } from './rounds.js';
import { scaled, type Settings } from './settings.js';

/** A filled worksheet read, understood and compared, against merely reading its cells. */
export async function benchImport(settings: Settings): Promise<Outcome[]> {
  return inFolder(async (folder) => {
    await makeExample(folder);
    const deps = await openBenchDeps(folder);
    const outcomes: Outcome[] = [];
    for (const layout of LAYOUTS) {
      const file = path.join(folder, `${layout}.xlsx`);
      writeFileSync(file, await exportOne(deps, layout));
      outcomes.push(...(await benchFile(deps, layout, file, settings)));
    }
    await deps.store.close();
    return outcomes;
  });
}

async function benchFile(
  deps: Deps,
  layout: Layout,
  file: string,
  settings: Settings,
): Promise<Outcome[]> {
  const times = scaled(2, settings);
  const found = findOpenpyxl();
  const openpyxl = found === null ? null : await startOpenpyxl(found.python, file, 'read');
  const values = await inRounds(settings.rounds, {
    product: () => timePer(times, () => importHere(deps, file)),
    child: () => timePer(times, () => importOne(deps, file)),
    exceljs: () => timePer(times, () => readPlain(file)),
    openpyxl: async () => (openpyxl === null ? NaN : openpyxl.write()),
  });
  openpyxl?.close();
  const title = `Import ${layout}`;
  const does = 'cells, links, rows recognised, faults looked for, compared with what is stored';
  const product = { does, values: values.product };
  const plain = { does: 'ExcelJS loading the same file', values: values.exceljs };
  const apart = {
    does: `${does}, in a process of its own that starts first`,
    values: values.child,
  };
  const yardstick =
    found === null
      ? plain
      : { does: `openpyxl ${found.version} reading the same cells`, values: values.openpyxl };
  const name = found === null ? 'ExcelJS reading' : 'openpyxl';
  return [
    compare(`${title} over ${name}`, 'ms', product, yardstick, atMost(1)),
    compare(`${title} in its own process over ${name}`, 'ms', apart, yardstick, null),
    ...(found === null
      ? []
      : [compare(`${title} over ExcelJS reading`, 'ms', product, plain, null)]),
  ];
}

/** Without the process that the product reads in, so that both sides are measured without a start. */
async function importHere(deps: Deps, file: string): Promise<void> {
  const lke = await lkeOf(deps);
  const raw = readRaw(readFileSync(file));
  if (!raw.ok) throw new Error('the worksheet was refused');
  const reading = recogniseLke(raw.value, deps.instruments.instrument(lke.instrumentId), {});
  if (!reading.ok) throw new Error('no LKE was recognised');
  await compareImport(deps.store.db, deps, lke, reading.value);
}

async function importOne(deps: Deps, file: string): Promise<void> {
  const lke = await lkeOf(deps);
  const reading = await readLkeWorkbook(file, { instrumentId: lke.instrumentId });
  if (!reading.ok) throw new Error('no LKE was recognised');
  await compareImport(deps.store.db, deps, lke, reading.value);
}

async function lkeOf(deps: Deps) {
  const lke = await findLke(deps.store.db, COMPLETE, CAST_YEAR);
  if (lke === null) throw new Error(`no LKE of ${COMPLETE}`);
  return lke;
}

async function readPlain(file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  if (workbook.worksheets.length === 0) throw new Error('ExcelJS read nothing');
}
