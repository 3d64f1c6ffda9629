import type { Instrument } from '../../domain/instrument/instrument.js';
import type { GateCode } from '../../domain/predikat/gate.js';
import { VERDICT_START } from '../../text/workbook-words.js';
import type { RawCell, RawSheet, RawWorkbook } from '../read/raw-workbook.js';
import { cellOn, gridOf, textIn, type Grid } from './grid.js';
import { gateOfText } from './gate-names.js';
import type { LkeReading } from './lke-reading.js';
import { compact, visibleLine } from './normal-text.js';

export interface FileGates {
  readonly list: LkeReading['fileGates'];
  /** The file gives verdicts at all. */
  readonly isChecked: boolean;
}

const MOST_ROWS = 300;
const FEWEST_GATES = 3;
const MOST_TEXT = 200;

/** The verdicts on gates in the sheet that states most of them; visible sheets come first. */
export function fileGates(raw: RawWorkbook, main: RawSheet, instrument: Instrument): FileGates {
  const tables = raw.sheets
    .filter((sheet) => sheet !== main)
    .map((sheet) => ({ isVisible: sheet.state === 'visible', list: gatesIn(sheet, instrument) }))
    .filter(({ list }) => list.length >= FEWEST_GATES)
    .sort((a, b) => Number(b.isVisible) - Number(a.isVisible) || b.list.length - a.list.length);
  const list = tables[0]?.list ?? [];
  return { list, isChecked: list.length > 0 };
}

function gatesIn(sheet: RawSheet, instrument: Instrument): LkeReading['fileGates'] {
  const grid = gridOf(sheet);
  const found = new Map<GateCode, LkeReading['fileGates'][number]>();
  for (const row of grid.rows.slice(0, MOST_ROWS)) {
    const cells = grid.inRow(row);
    const [name] = cells.filter((cell) => typeof cell.value === 'string');
    const verdicts = cells.filter((cell) => cell !== name && isVerdict(cell));
    const [first] = verdicts;
    if (name === undefined || first === undefined) continue;
    const code = gateOfText(textIn(name), instrument);
    if (code === null || found.has(code)) continue;
    const text = verdicts.map((cell) => withHeading(grid, cell, verdicts.length > 1)).join('; ');
    const cell = cellOn(sheet.name, row, first.column);
    found.set(code, { code, text: text.slice(0, MOST_TEXT), cell });
  }
  return [...found.values()];
}

function isVerdict(cell: RawCell): boolean {
  return typeof cell.value === 'string' && VERDICT_START.test(compact(cell.value));
}

/** With several verdicts in a row, each says by its heading which one it is. */
function withHeading(grid: Grid, cell: RawCell, isOneOfSeveral: boolean): string {
  const text = visibleLine(textIn(cell));
  if (!isOneOfSeveral) return text;
  const heading = headingAbove(grid, cell);
  return heading === '' ? text : `${heading}: ${text}`;
}

/** The nearest text above in the same column that is no verdict itself. */
function headingAbove(grid: Grid, { row, column }: RawCell): string {
  for (let above = row - 1; above > 0 && above > row - 40; above -= 1) {
    const cell = grid.at(above, column);
    if (cell !== null && typeof cell.value === 'string' && !isVerdict(cell)) {
      return visibleLine(cell.value);
    }
  }
  return '';
}
