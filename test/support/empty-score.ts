import type { Instrument } from '../../src/domain/instrument/instrument.js';
import { scoreSheet } from '../../src/domain/scoring/score-sheet.js';
import type { SheetScore } from '../../src/domain/scoring/sheet-score.js';

/** The score of a sheet that nobody has touched. */
export function emptyScore(instrument: Instrument): SheetScore {
  return scoreSheet(instrument, new Map());
}
