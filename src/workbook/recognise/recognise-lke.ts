import type { Instrument } from '../../domain/instrument/instrument.js';
import { refused, type Outcome } from '../../domain/problem.js';
import { META_FORMAT } from '../identity.js';
import type { RawWorkbook } from '../read/raw-workbook.js';
import { boundedDefects } from './defects/bounded-defects.js';
import { defectsOf } from './defects/defects-of.js';
import { fileGates } from './file-gates.js';
import { fileTotal } from './file-total.js';
import { findSheet } from './find-sheet.js';
import type { LkeReading, OurExport } from './lke-reading.js';
import { ownEvidence } from './own-evidence.js';
import { readMeta } from './read-meta.js';
import { readRows } from './read-rows.js';
import { unrecognisedRows } from './unrecognised-rows.js';

export interface RecogniseOptions {
  /** Name of the sheet to read, where the file has several that could be meant. */
  readonly sheet?: string;
}

/**
 * What a filled LKE worksheet says: the sheet, its columns and rows are found by their texts and
 * order, never by name or place. Refused (field "sheet" or "file"):
 * workbook-no-lke · workbook-sheet-ambiguous {names, one per line} · workbook-sheet-unknown
 * {sheet, names} · workbook-newer-format {format} · workbook-other-instrument {found, expected,
 * year}.
 */
export function recogniseLke(
  raw: RawWorkbook,
  instrument: Instrument,
  options: RecogniseOptions,
): Outcome<LkeReading> {
  const ours = readMeta(raw);
  const refusal = ours === null ? null : refusedExport(ours, instrument);
  if (refusal !== null) return refusal;
  const sheet = findSheet(raw, instrument, { wanted: options.sheet, isOurs: ours !== null });
  if (!sheet.ok) return sheet;
  const found = sheet.value;
  const { rows, missing, invalid } = readRows(
    found,
    instrument,
    ours === null ? null : ownEvidence(raw),
  );
  const gates = fileGates(raw, found.grid.sheet, instrument);
  const defects = defectsOf({
    raw,
    found,
    instrument,
    rows,
    invalid,
    ours,
    hasGates: gates.isChecked,
  });
  return {
    ok: true,
    value: {
      layout: found.columns.layout,
      sheet: found.grid.sheet.name,
      ours,
      rows,
      missing,
      unrecognised: unrecognisedRows(found),
      invalid,
      defects: boundedDefects(defects),
      fileTotal: fileTotal(found, raw, instrument),
      fileGates: gates.list,
    },
  };
}

function refusedExport({ identity }: OurExport, instrument: Instrument) {
  if (identity.format !== META_FORMAT) {
    return refused('file', 'workbook-newer-format', { format: identity.format });
  }
  if (identity.instrumentId === instrument.id) return null;
  return refused('file', 'workbook-other-instrument', {
    found: identity.instrumentId,
    expected: instrument.id,
    year: identity.year,
  });
}
