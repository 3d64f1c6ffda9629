import type { Workbook } from 'exceljs';
import { stageText } from '../text/messages/lke.js';
import { recapBookText as text, recapSheetNames } from '../text/messages/recap.js';
import { targetText } from '../text/messages/workbook.js';
import { formula, put } from './cells.js';
import { FIRST_ROW, recapTable, tierTable, WEIGHT_ROW } from './recap-columns.js';
import { shownTiers, type RecapInput, type RecapLke, type RecapTier } from './recap-input.js';
import * as lines from './recap-lines.js';
import { fitRow } from './row-height.js';
import { asNumber } from './row-results.js';
import { NUMBER_FORMATS, styleOf } from './styles.js';
import { centeredIn, scoreIn } from './table-rows.js';
import { colourVerdicts } from './verdict-colours.js';

/** Row of the tiers' names above their columns. */
const TIER_ROW = 2;
const COUNT = styleOf({ tone: 'plain', shape: 'number', format: NUMBER_FORMATS.count });

type Entry = readonly [string, lines.RecapCell];

/** Tingkat: every tier beside the satker's own, each from its own answers only. */
export function writeTierSheet(workbook: Workbook, input: RecapInput): void {
  if (shownTiers(input.satkerList).length === 0) return;
  const sheet = workbook.addWorksheet(recapSheetNames.tiers, {
    views: [{ state: 'frozen', ySplit: WEIGHT_ROW, xSplit: 2, showGridLines: false }],
  });
  const own = { sheet, table: tierTable(input), input };
  const { province, year } = input;
  const place = text.province(province.code, province.name);
  lines.startSheet(own, text.tiersHeading(place, year), text.weight);
  putTierNames(own);
  input.satkerList.forEach((satker, index) => {
    const row = FIRST_ROW + index;
    lines.putLine(own, row, satker, satker.lke === null ? closed() : cellsOf(own, satker.lke, row));
  });
  const last = lines.lastRow(input);
  for (const tier of tiersOf(input)) {
    const letter = own.table.letter(`${tier}:verdict`);
    colourVerdicts(sheet, `${letter}${FIRST_ROW}:${letter}${last}`);
  }
  putNote(own, last + 2);
  lines.printRecap(own, last + 2);
}

function putNote({ sheet, table }: lines.RecapSheet, row: number): void {
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  const style = styleOf({ tone: 'plain', shape: 'text', edges: 'none', size: 9 });
  put(sheet, row, 'A', text.note.tiers, style);
  sheet.mergeCells(`A${row}:${table.letter(table.columns.at(-1)?.key ?? '')}${row}`);
  fitRow(sheet, row, [{ text: text.note.tiers, width }]);
}

function tiersOf({ satkerList }: RecapInput) {
  return ['mandiri', ...shownTiers(satkerList)] as const;
}

function putTierNames(own: lines.RecapSheet): void {
  const { sheet, table, input } = own;
  const style = styleOf({ tone: 'part', shape: 'middle', size: 9 });
  for (const tier of tiersOf(input)) {
    const [from, to] = [table.letter(`${tier}:total`), table.letter(`${tier}:verdict`)];
    put(sheet, TIER_ROW, from, text.tierNames[tier], style);
    sheet.mergeCells(`${from}${TIER_ROW}:${to}${TIER_ROW}`);
    lines.putWeight(own, `${tier}:total`, input.instrument.weights.total);
  }
}

function closed(): Map<string, lines.RecapCell> {
  return new Map([['stage', { value: text.notOpened, style: centeredIn('label') }]]);
}

function cellsOf(
  { input }: lines.RecapSheet,
  lke: RecapLke,
  row: number,
): Map<string, lines.RecapCell> {
  return new Map<string, lines.RecapCell>([
    ['target', { value: targetText[lke.target], style: centeredIn('plain') }],
    ['stage', { value: stageText[lke.stage], style: centeredIn('plain') }],
    ...mandiriCells(input, lke, row),
    ...shownTiers(input.satkerList).flatMap((tier) =>
      furtherCells(
        tier,
        lke.tiers?.find((one) => one.tier === tier),
      ),
    ),
  ]);
}

/** The satker's own figures stand in Rekap; here they are only repeated. */
function mandiriCells(input: RecapInput, lke: RecapLke, row: number): Entry[] {
  const table = recapTable(input);
  const ref = (key: string): string => `'${recapSheetNames.recap}'!${table.letter(key)}${row}`;
  const { total, answered } = lke.score;
  return [
    ['mandiri:total', { value: formula(ref('total'), asNumber(total)), style: scoreIn('group') }],
    ['mandiri:judged', { value: formula(ref('answered'), answered), style: COUNT }],
    ['mandiri:verdict', { value: lines.verdictOf(lke), style: centeredIn('plain') }],
  ];
}

function furtherCells(tier: RecapTier['tier'], found: RecapTier | undefined): Entry[] {
  const verdict = (value: string): Entry => [
    `${tier}:verdict`,
    { value, style: centeredIn('plain') },
  ];
  if (found === undefined) return [verdict(text.tierNone)];
  const total: Entry = [`${tier}:total`, { value: asNumber(found.total), style: scoreIn('group') }];
  if (found.judged === null) return [total, verdict(text.tierRecorded)];
  const { answered, failed } = found.judged;
  const judged: Entry = [`${tier}:judged`, { value: answered, style: COUNT }];
  return [
    total,
    judged,
    verdict(failed === null ? text.tierUnfinished : lines.verdictText(failed)),
  ];
}
