import type { CountsIndicator, Indicator } from '../domain/instrument/instrument.js';
import { workbookText } from '../text/messages/workbook.js';
import { plain } from './answer-formulas.js';
import type { LkeWorkbookInput } from './lke-workbook-input.js';
import type { PlanRow } from './sheet-plan.js';

type Worded = Pick<LkeWorkbookInput, 'instrument' | 'wording'>;

/** Penjelasan: what each answer asks for, in the official words where the year has them. */
export function criteriaOf(row: PlanRow, { instrument, wording }: Worded): string | null {
  switch (row.kind) {
    case 'indicator':
      return wording?.texts.get(row.indicator.code)?.criteria || ourCriteria(row.indicator);
    case 'count':
      return row.input.note;
    case 'heading':
      return instrument.subcomponents.find(({ code }) => code === row.code)?.note ?? null;
    case 'total':
      return null;
  }
}

/** Pilihan Jawaban: "Ya/Tidak", "A/B/C", "%", "Jumlah", "Nilai (0-4)". */
export function choicesOf(row: PlanRow): string | null {
  if (row.kind === 'count') return workbookText.countChoice;
  if (row.kind !== 'indicator') return null;
  const { indicator } = row;
  switch (indicator.type) {
    case 'choice':
      return indicator.options.map(({ letter }) => letter).join('/');
    case 'counts':
      return workbookText.percentChoice;
    case 'index':
      return workbookText.indexChoice(plain(indicator.minimum), plain(indicator.maximum));
  }
}

/** Ours, with how the counts become a value. */
function ourCriteria(indicator: Indicator): string | null {
  return lines([indicator.explanation, ...indicatorLines(indicator)]);
}

function indicatorLines(indicator: Indicator): string[] {
  switch (indicator.type) {
    case 'choice':
      return indicator.options.map((option) =>
        workbookText.criteria(option.letter, option.criteria),
      );
    case 'counts':
      return countsLines(indicator);
    case 'index':
      return [];
  }
}

function countsLines({ formula, fillingRule }: CountsIndicator): string[] {
  return [
    workbookText.formulaWords(formula.words),
    ...(fillingRule === null ? [] : [fillingRule]),
    workbookText.zeroRule(formula.zeroRule),
  ];
}

function lines(parts: readonly (string | null)[]): string | null {
  const filled = parts.filter((part) => part !== null && part !== '');
  return filled.length === 0 ? null : filled.join('\n');
}
