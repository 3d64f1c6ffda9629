import type { Worksheet } from 'exceljs';
import { summaryText } from '../text/messages/workbook.js';

/** Green and red behind the words, following the cells when a formula changes its mind. */
export function colourVerdicts(sheet: Worksheet, cells: string): void {
  const [first = ''] = cells.split(':');
  const { unmetStart, met } = summaryText;
  sheet.addConditionalFormatting({
    ref: cells,
    rules: [
      rule(1, `LEFT(${first},${unmetStart.length})="${unmetStart}"`, 'FFFBE3E1', 'FF8C1D18'),
      rule(2, `LEFT(${first},${met.length})="${met}"`, 'FFE3F1E5', 'FF1E5B2A'),
    ],
  });
}

function rule(priority: number, text: string, background: string, color: string) {
  return {
    type: 'expression' as const,
    priority,
    formulae: [text],
    style: {
      fill: { type: 'pattern' as const, pattern: 'solid' as const, bgColor: { argb: background } },
      font: { color: { argb: color } },
    },
  };
}
