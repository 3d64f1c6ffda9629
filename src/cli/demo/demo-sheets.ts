import { CAST_YEAR } from '../../../fixtures/cast.js';
import type { Actor } from '../../db/store.js';
import type { IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { parseAnswer } from '../../domain/scoring/parse-answer.js';
import { findLke } from '../../features/lke/store.js';
import { recordAnswers } from '../../features/sheet/record-answer.js';
import type { AnswerEntry } from '../../domain/scoring/share-counts.js';
import type { Deps } from '../../web/deps.js';
import { readSheets, type Story } from './story.js';

/** Fills the LKEs of the demo: complete, half, empty, exactly on a gate, failing only one gate. */
export async function fillDemoSheets(
  deps: Deps,
  leads: ReadonlyMap<string, Actor>,
  story: Story,
): Promise<void> {
  for (const [satker, answers] of Object.entries(readSheets())) {
    const lke = await findLke(deps.store.db, satker, CAST_YEAR);
    const lead = leads.get(satker);
    if (lke === null || lead === undefined) throw new Error(`no LKE or lead for ${satker}`);
    const instrument = deps.instruments.instrument(lke.instrumentId);
    const entries = Object.entries(answers).map(([code, raw]) =>
      entryOf(instrument, code as IndicatorCode, raw, story),
    );
    const recorded = await recordAnswers(deps, lke, entries, lead);
    if (recorded.outcome !== 'recorded') throw new Error(`${satker} is closed`);
  }
}

function entryOf(
  instrument: Instrument,
  code: IndicatorCode,
  raw: unknown,
  story: Story,
): AnswerEntry {
  const indicator = instrument.byCode.get(code);
  if (indicator === undefined) throw new Error(`the demo answers an unknown indicator ${code}`);
  const parsed = parseAnswer(indicator, raw, 'refused');
  if (!parsed.ok) throw new Error(`${code}: ${JSON.stringify(parsed.problems)}`);
  return { code, value: parsed.answer, note: story.notes[code] ?? '' };
}
