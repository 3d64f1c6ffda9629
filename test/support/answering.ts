import type { IndicatorCode } from '../../src/domain/instrument/instrument.js';
import { parseAnswer } from '../../src/domain/scoring/parse-answer.js';
import { findLke } from '../../src/features/lke/store.js';
import { recordAnswers } from '../../src/features/sheet/record-answer.js';
import type { TestApp } from './app.js';

const ACTOR = { userId: null, name: 'Lalu Suryadi', role: 'ketua', origin: 'web 127.0.0.1' };

/** Saves answers given as in the input of `score`, each with a note where one is named. */
export async function answer(
  { deps }: Pick<TestApp, 'deps'>,
  satkerCode: string,
  answers: Readonly<Record<string, unknown>>,
  notes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const lke = await findLke(deps.store.db, satkerCode, 2026);
  if (lke === null) throw new Error(`no LKE of ${satkerCode}`);
  const instrument = deps.instruments.instrument(lke.instrumentId);
  const entries = Object.entries(answers).map(([typed, raw]) => {
    const code = typed as IndicatorCode;
    const indicator = instrument.byCode.get(code);
    const parsed = indicator === undefined ? null : parseAnswer(indicator, raw, 'refused');
    if (parsed === null || !parsed.ok) throw new Error(`not an answer to ${code}`);
    return { code, value: parsed.answer, note: notes[code] ?? '' };
  });
  await recordAnswers(deps, lke, entries, ACTOR);
}
