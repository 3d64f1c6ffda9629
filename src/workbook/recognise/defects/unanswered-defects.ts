import type { Subcomponent } from '../../../domain/instrument/instrument.js';
import { isNotFilled } from '../cell-answer.js';
import { textsIn } from '../formula-refs.js';
import type { WorkbookDefect } from '../lke-reading.js';
import { cellIn, defect, type DefectContext } from './context.js';

const AVERAGE = /\bAVERAGE\s*\(/i;

/**
 * The circulating sheet writes a text ("Blm Diisi") as the value of an unanswered row. AVERAGE
 * skips texts, so that a half-filled sheet looks better than a full one.
 */
export function unansweredDefects(context: DefectContext): WorkbookDefect[] {
  const found = context.instrument.subcomponents.flatMap((sub) => skipped(context, sub));
  if (found.length > 0) return found;
  const [first] = context.instrument.indicators.flatMap(({ code }) => {
    const row = context.found.matches.rowOf.get(code)?.row;
    const place = row === undefined ? null : cellIn(context, row, 'value');
    const texts = textsIn(place?.cell?.formula ?? '');
    return place !== null && texts.some((text) => text !== '' && isNotFilled(text)) ? [place] : [];
  });
  return first === undefined ? [] : [defect('unanswered-would-be-text', first.name)];
}

function skipped(
  context: DefectContext,
  { code, name, indicators }: Subcomponent,
): WorkbookDefect[] {
  const own = context.found.matches.rowOf.get(code)?.row;
  const place = own === undefined ? null : cellIn(context, own, 'value');
  const cell = place?.cell ?? null;
  if (place === null || cell === null) return [];
  const { formula } = cell;
  if (formula !== null && !AVERAGE.test(formula)) return [];
  const texts = indicators.filter((indicator) => {
    const row = context.found.matches.rowOf.get(indicator.code)?.row;
    const value = row === undefined ? null : cellIn(context, row, 'value')?.cell;
    return typeof value?.value === 'string' && value.value.trim() !== '';
  });
  if (texts.length === 0) return [];
  const args = { name, skipped: texts.length, of: indicators.length };
  return [defect('unanswered-is-text', place.name, args)];
}
