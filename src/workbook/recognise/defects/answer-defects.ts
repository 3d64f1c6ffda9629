import type { RawCell } from '../../read/raw-workbook.js';
import { cellName } from '../grid.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { linkOf } from '../split-evidence.js';
import { cellIn, defect, knownRows, type DefectContext } from './context.js';

const MOST_SHOWN = 120;
const LINK_ROLES = ['evidence', 'link', 'note'] as const;

/** Faults of the cells that people fill. */
export function answerDefects(context: DefectContext): WorkbookDefect[] {
  const { columns } = context.found;
  return [
    ...columns.repeated.map(({ cell, heading }) => defect('column-repeated', cell, { heading })),
    ...knownRows(context).flatMap(({ row, target }) => [
      ...(isTyped(context, target.key) ? formulaIn(context, row) : []),
      ...(target.code === null ? [] : mergedOver(context, row)),
      ...localLinks(context, row),
    ]),
  ];
}

/** The row is one that a person answers: not computed from others. */
function isTyped({ instrument }: DefectContext, key: string): boolean {
  const [code, count] = key.split(':');
  const indicator = instrument.indicators.find((one) => one.code === code);
  if (indicator?.type !== 'counts') return indicator !== undefined;
  return indicator.inputs.some((input) => input.key === count && input.computedFrom === null);
}

function formulaIn(context: DefectContext, row: number): WorkbookDefect[] {
  const place = cellIn(context, row, 'answer');
  const formula = place?.cell?.formula ?? null;
  if (place === null || formula === null) return [];
  return [defect('answer-is-formula', place.name, { formula: `=${formula}`.slice(0, MOST_SHOWN) })];
}

/** One cell drawn over the answers of several questions answers only the first. */
function mergedOver({ found }: DefectContext, row: number): WorkbookDefect[] {
  const { grid, columns, matches } = found;
  const merge = grid.mergeAt(row, columns.answer);
  if (merge === null || merge.fromRow !== row) return [];
  let others = 0;
  for (let below = row + 1; below <= merge.toRow; below += 1) {
    if (matches.targetOf.get(below)?.code !== undefined) others += 1;
  }
  if (others === 0) return [];
  const range = `${cellName(merge.fromRow, merge.fromColumn)}:${cellName(merge.toRow, merge.toColumn)}`;
  return [defect('answer-merged', cellName(row, columns.answer), { range, others })];
}

function localLinks({ found }: DefectContext, row: number): WorkbookDefect[] {
  return LINK_ROLES.flatMap((role) => {
    const column = found.columns[role];
    const cell = column === null ? null : found.grid.at(row, column);
    const link = cell?.link ?? null;
    if (cell === null || link === null || !isLocal(cell, link)) return [];
    return [
      defect('link-is-local', cellName(row, cell.column), { link: link.slice(0, MOST_SHOWN) }),
    ];
  });
}

function isLocal(cell: RawCell, link: string): boolean {
  return linkOf(cell) === null && !/^(?:#|mailto:|tel:)/i.test(link);
}
