import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CAST_YEAR } from '../../fixtures/cast.js';
import { dataFolder } from '../../src/db/data-folder.js';
import { openSnapshot } from '../../src/db/open-snapshot.js';
import { buildWorkbookInput } from '../../src/features/exchange/build-workbook-input.js';
import { findLke } from '../../src/features/lke/store.js';
import type { Deps } from '../../src/web/deps.js';
import { LAYOUTS, type Layout } from '../../src/workbook/lke-workbook-input.js';
import { writeLke } from '../../src/workbook/write-lke.js';
import { inFolder, makeExample, openBenchDeps } from './data.js';
import { findOpenpyxl, startOpenpyxl } from './openpyxl.js';
import { atMost, compare, type Outcome } from './outcome.js';
import { inRounds, timePer } from './rounds.js';
import { scaled, type Settings } from './settings.js';
import { cellsOf, writePlain, type PlainWorkbook } from './workbook-cells.js';

/** A satker of the demo with a complete sheet and evidence. */
export const COMPLETE = '52.01';

export async function benchExport(settings: Settings): Promise<Outcome[]> {
  return inFolder(async (folder) => {
    await makeExample(folder);
    const deps = await openBenchDeps(folder);
    const outcomes: Outcome[] = [];
    for (const layout of LAYOUTS) {
      outcomes.push(...(await benchLayout(deps, layout, folder, settings)));
    }
    await deps.store.close();
    return outcomes;
  });
}

async function benchLayout(
  deps: Deps,
  layout: Layout,
  folder: string,
  settings: Settings,
): Promise<Outcome[]> {
  const cells = await cellsOf(await exportOne(deps, layout));
  const file = path.join(folder, `${layout}.json`);
  writeFileSync(file, JSON.stringify(cells));
  const times = scaled(2, settings);
  const found = findOpenpyxl();
  const styled = found === null ? null : await startOpenpyxl(found.python, file, 'styled');
  const bare = found === null ? null : await startOpenpyxl(found.python, file, 'plain');
  const values = await inRounds(settings.rounds, {
    product: () => timePer(times, () => exportOne(deps, layout)),
    exceljs: () => timePer(times, () => writePlain(cells)),
    styled: async () => (styled === null ? NaN : styled.write()),
    bare: async () => (bare === null ? NaN : bare.write()),
  });
  styled?.close();
  bare?.close();

  const title = `Export ${layout}`;
  const product = { does: `snapshot, answers, evidence, ${layout}.xlsx`, values: values.product };
  const same = sizeOf(cells);
  const outcomes: Outcome[] = [
    compare(
      `${title} over plain ExcelJS`,
      'ms',
      product,
      { does: `ExcelJS writing the same ${same}`, values: values.exceljs },
      // The bar where openpyxl is missing; ours is the same library, so that it is then hard to keep.
      found === null ? atMost(1) : null,
    ),
  ];
  if (found === null) {
    const reason = 'no Python here imports openpyxl (Debian: python3-openpyxl)';
    return [...outcomes, { kind: 'skipped', title: `${title} over openpyxl`, reason }];
  }
  const openpyxl = `openpyxl ${found.version} writing the same`;
  return [
    ...outcomes,
    compare(
      `${title} over openpyxl`,
      'ms',
      product,
      { does: `${openpyxl} ${same}`, values: values.styled },
      atMost(1),
    ),
    compare(
      `${title} over openpyxl without styles`,
      'ms',
      product,
      { does: `${openpyxl} values and formulas, no styles at all`, values: values.bare },
      null,
    ),
  ];
}

function sizeOf({ sheets, styles }: PlainWorkbook): string {
  const cells = sheets.flatMap((sheet) => sheet.cells);
  const formulas = cells.filter((cell) => cell.formula !== null).length;
  return `${cells.length} cells (${formulas} formulas) in ${styles.length} styles`;
}

export async function exportOne(deps: Deps, layout: Layout): Promise<Buffer> {
  const { config, instruments, version, clock } = deps;
  const snapshot = openSnapshot(dataFolder(config.dataFolder).database);
  try {
    const lke = await findLke(snapshot.db, COMPLETE, CAST_YEAR);
    if (lke === null) throw new Error(`no LKE of ${COMPLETE}`);
    const source = { db: snapshot.db, instruments, publicUrl: config.publicUrl, version };
    const choice = { layout, tier: 'mandiri' } as const;
    return await writeLke(await buildWorkbookInput(source, lke, choice, clock()));
  } finally {
    await snapshot.close();
  }
}
