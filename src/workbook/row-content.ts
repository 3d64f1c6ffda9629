import type { Tier } from '../domain/access/tiers.js';
import { answerContent } from './answer-content.js';
import type { CellValue } from './cells.js';
import { choicesOf, criteriaOf } from './criteria.js';
import { evidenceNames, firstLink, type LinkContent } from './evidence-list.js';
import type { Column, LabelLetter } from './layouts.js';
import { codeOf } from './plan-sheet.js';
import { asNumber } from './row-results.js';
import { percentContent, valueContent } from './score-content.js';
import { answerOf, type SheetData } from './sheet-data.js';
import type { PlanRow } from './sheet-plan.js';

/** What stands in one cell of the main sheet. */
export function contentOf(row: PlanRow, column: Column, data: SheetData): CellValue | LinkContent {
  switch (column.role) {
    case 'id':
      return data.input.layout === 'portalrb' ? row.row : idOf(row);
    case 'label':
      return row.labels[column.letter as LabelLetter] ?? null;
    case 'weight':
      return row.weight === null ? null : asNumber(row.weight);
    case 'criteria':
      return criteriaOf(row, data.input);
    case 'choices':
      return choicesOf(row);
    case 'answer':
      return answerContent(row, column, data);
    case 'value':
      return valueContent(row, data);
    case 'percent':
      return percentContent(row, data);
    case 'note':
      return noteOf(row, column.tier, data);
    case 'evidence':
    case 'evidence-with-links':
      return evidenceNames(row, data.input, column.role === 'evidence-with-links');
    case 'link':
      return firstLink(row, data.input);
    case 'gap':
      return null;
  }
}

/** Stays with its row when rows are moved; the heading of a single indicator has none. */
function idOf(row: PlanRow): string | null {
  return row.kind === 'heading' && row.level === 'group' ? null : codeOf(row);
}

function noteOf(row: PlanRow, tier: Tier, data: SheetData): string | null {
  return row.kind === 'indicator' ? (answerOf(data, tier, row.indicator.code)?.note ?? null) : null;
}
