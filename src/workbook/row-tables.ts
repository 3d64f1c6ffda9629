import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Instrument } from '../domain/instrument/instrument.js';
import { projectRoot } from '../project-root.js';
import type { CsvRow } from './csv-row.js';
import type { Layout } from './lke-workbook-input.js';
import { lampiranIiiRows } from './lampiran-iii-rows.js';
import { planSheet } from './plan-sheet.js';
import { portalrbRows } from './portalrb-rows.js';
import type { SheetPlan } from './sheet-plan.js';

export type SheetPlans = Readonly<Record<Layout, SheetPlan>>;

const plansOf = new WeakMap<Instrument, SheetPlans>();

/**
 * The two official sheets of a shipped instrument, read once per loaded instrument from
 * fixtures/instruments/<id>-<layout>.csv. Throws when a file is missing or does not fit.
 */
export function sheetPlans(instrument: Instrument, root: string = projectRoot()): SheetPlans {
  const known = plansOf.get(instrument);
  if (known !== undefined) return known;
  const plans = {
    'lampiran-iii': planSheet(
      instrument,
      lampiranIiiRows(instrument, readCsv(root, instrument, 'lampiran-iii')),
    ),
    portalrb: planSheet(instrument, portalrbRows(readCsv(root, instrument, 'portalrb'))),
  };
  plansOf.set(instrument, plans);
  return plans;
}

function readCsv(root: string, instrument: Instrument, layout: Layout): CsvRow[] {
  const file = join(root, 'fixtures', 'instruments', `${instrument.id}-${layout}.csv`);
  return parse<CsvRow>(readFileSync(file, 'utf8'), { columns: true });
}
