import type { Workbook } from 'exceljs';
import type { Indicator } from '../domain/instrument/instrument.js';
import { sheetNames } from '../text/messages/workbook.js';
import { formula, put, type Formula } from './cells.js';
import { identityChecksum, identityOf } from './identity.js';
import { indicatorScore } from './row-results.js';
import { answerRef, type SheetData } from './sheet-data.js';
import { rowOf } from './sheet-plan.js';
import { styleOf } from './styles.js';

/** First row of the list of indicators, below the keys and a heading. */
export const META_LIST_ROW = 21;
const FILLED_LETTER = 'C';
const VERSION_LETTERS = ['D', 'E'] as const;

/**
 * Hidden sheet for the way back: keys in A and B (rows 1 to 14), and from row 20 a table with code,
 * row in the main sheet, filled (live), and the version exported per tier.
 */
export function writeMetaSheet(workbook: Workbook, data: SheetData): void {
  const sheet = workbook.addWorksheet(sheetNames.meta, { state: 'hidden' });
  const style = styleOf({ tone: 'plain', shape: 'line', edges: 'none' });
  const tiers = [...data.scoreOf.keys()];
  const identity = identityOf(data.input, tiers);
  const { versions, ...keys } = identity;
  const pairs = [
    ...Object.entries(keys),
    ['timeZone', data.input.timeZone],
    ['productVersion', data.input.productVersion],
    ['checksum', identityChecksum(identity)],
  ] as const;
  pairs.forEach(([key, value], index) => {
    put(sheet, index + 1, 'A', key, style);
    put(sheet, index + 1, 'B', value, style);
  });
  const headings = ['code', 'row', 'filled', ...tiers.map((tier) => `version:${tier}`)];
  headings.forEach((heading, index) => {
    put(sheet, META_LIST_ROW - 1, 'ABCDE'.charAt(index), heading, style);
  });
  data.input.instrument.indicators.forEach((indicator, index) => {
    const row = META_LIST_ROW + index;
    put(sheet, row, 'A', indicator.code, style);
    put(sheet, row, 'B', rowOf(data.plan, indicator.code), style);
    put(sheet, row, FILLED_LETTER, filled(indicator, data), style);
    versions.forEach(({ of }, tier) => {
      put(sheet, row, VERSION_LETTERS[tier] ?? 'E', of[index]?.[1] ?? 0, style);
    });
  });
}

/** Sum over the live marks: how many indicators are filled. */
export function answeredFormula({ input, score }: SheetData): Formula {
  const last = META_LIST_ROW + input.instrument.indicators.length - 1;
  const cells = `${FILLED_LETTER}${META_LIST_ROW}:${FILLED_LETTER}${last}`;
  return formula(`SUM('${sheetNames.meta}'!${cells})`, score.answered);
}

/** 1 where an answer stands, computable or not. */
function filled(indicator: Indicator, data: SheetData): Formula {
  const cell = answerRef(data, indicator.code);
  const { state } = indicatorScore(data.score, indicator.code);
  return formula(`IF(TRIM(${cell})="",0,1)`, state === 'unanswered' ? 0 : 1);
}
