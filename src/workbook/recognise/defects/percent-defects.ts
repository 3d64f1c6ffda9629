import { countAt } from '../share-counts.js';
import { covers, referencesIn } from '../formula-refs.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { cellIn, defect, type DefectContext } from './context.js';

/** The "%" rows, which should be formulas over their own counts. */
export function percentDefects(context: DefectContext): WorkbookDefect[] {
  const { instrument, found, rows } = context;
  return instrument.indicators.flatMap((indicator) => {
    const row = found.matches.rowOf.get(indicator.code)?.row;
    if (indicator.type !== 'counts' || row === undefined) return [];
    const place = cellIn(context, row, 'answer');
    const cell = place?.cell ?? null;
    if (place === null || cell === null || cell.error !== null) return [];
    const read = rows.find(({ code }) => code === indicator.code);
    const isFilled = indicator.inputs.some(({ key }) => countAt(read, key) !== undefined);
    if (cell.formula === null) {
      const isNumber = typeof cell.value === 'number';
      return isNumber && isFilled ? [defect('percent-typed', place.name)] : [];
    }
    const references = referencesIn(cell.formula, found.grid.sheet.name);
    const own = indicator.inputs.flatMap(
      ({ key }) => found.matches.rowOf.get(`${indicator.code}:${key}`)?.row ?? [],
    );
    const isOver = (at: number) => covers(references, at, found.columns.answer);
    const strangers = [...found.matches.targetOf].filter(
      ([at, { kind, code }]) => kind === 'count' && code !== indicator.code && isOver(at),
    );
    const shared = indicator.inputs.filter(({ sameAs }) => sameAs !== null).length;
    const isWrong =
      references.length > 0 && (strangers.length > shared || (own.length > 0 && !own.some(isOver)));
    return isWrong
      ? [
          defect('percent-wrong-rows', place.name, {
            formula: `=${cell.formula}`.slice(0, 120),
          }),
        ]
      : [];
  });
}
