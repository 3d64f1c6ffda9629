import { TARGETS } from '../../src/domain/predikat/gate.js';
import { judgeAll } from '../../src/domain/predikat/gates.js';
import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { rankByScore } from '../../src/domain/scoring/rank.js';
import { scoreSheet } from '../../src/domain/scoring/score-sheet.js';
import type { SheetScore } from '../../src/domain/scoring/sheet-score.js';
import type { ExportedAnswer } from '../../src/workbook/lke-workbook-input.js';
import type { RecapInput } from '../../src/workbook/recap-input.js';
import { CASES } from './cases.js';
import { instrument, ruleset } from './sample-input.js';

/** A province whose satker stand in every state there is: ties, gates, zeros, no LKE at all. */
export function sampleRecap(over: Partial<RecapInput> = {}): RecapInput {
  const sheets = [...Object.values(CASES), CASES['mixed-1'] ?? new Map()];
  const scores = sheets.map(scoreOf);
  const ranks = rankByScore(scores.map(({ total }) => total));
  const opened = scores.map((score, index) => ({
    code: `52.${String(index + 1).padStart(2, '0')}`,
    name: NAMES[index % NAMES.length] ?? '',
    lke: {
      target: TARGETS[index % 2] ?? 'wbk',
      stage: 'pengisian' as const,
      score,
      gates: judgeAll(ruleset, score),
      rank: ranks[index] ?? 0,
    },
  }));
  const closed = { code: '52.99', name: 'KPU Kabupaten Tanpa LKE', lke: null };
  return {
    province: { code: '52', name: 'Nusa Tenggara Barat' },
    year: 2026,
    instrument,
    ruleset,
    satkerList: [...opened.slice(0, 3), closed, ...opened.slice(3)],
    exportedAt: '2026-08-30T16:30:00.000Z',
    timeZone: 'Asia/Makassar',
    historyHead: { seq: 1234, hash: 'a1b2c3d4e5f6'.repeat(5) },
    productVersion: '0.1.0',
    ...over,
  };
}

/** A satker's name is text, whatever it looks like. */
const NAMES = [
  'KPU Kota Mataram',
  '=HYPERLINK("http://example.com","klik")',
  "+cmd|'/C calc'!A0",
  '@SUM(A1:A9) & "KPU" <b>',
  '_x0041_ KPU Kabupaten Bima',
] as const;

function scoreOf(sheet: ReadonlyMap<IndicatorCode, ExportedAnswer>): SheetScore {
  const answers = new Map<IndicatorCode, AnswerValue>();
  for (const [code, { value }] of sheet) if (value !== null) answers.set(code, value);
  return scoreSheet(instrument, answers);
}
