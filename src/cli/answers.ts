import type { Outcome } from '../domain/problem.js';
import { answerToInput, type AnswerInput } from '../domain/scoring/answer-input.js';
import { loadInstruments, type Instruments } from '../instruments.js';
import { findChosenLke, LKE_OPTIONS, readLkeChoice, type ChosenLke } from './chosen-lke.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { parseOptions } from './parse-options.js';
import { withSnapshot } from './with-snapshot.js';

/** `answers --satker 52.71 --year 2026 [--tier mandiri]`: the input that `score` takes. */
export async function runAnswers(argv: readonly string[], io: Io, env: Env): Promise<number> {
  const outcome = await readScoreInput(argv, env);
  if (!outcome.ok) return refuse(io, outcome.problems);
  printJson(io, outcome.value);
  return EXIT_OK;
}

interface ScoreInput {
  readonly instrument: string;
  readonly answers: Readonly<Record<string, AnswerInput>>;
}

async function readScoreInput(argv: readonly string[], env: Env): Promise<Outcome<ScoreInput>> {
  const options = parseOptions(argv, LKE_OPTIONS);
  if (!options.ok) return options;
  const choice = readLkeChoice(options.value);
  if (!choice.ok) return choice;
  const chosen = await withSnapshot(env, ({ db }) => findChosenLke(db, choice.value));
  return chosen.ok ? { ok: true, value: scoreInputOf(chosen.value, loadInstruments()) } : chosen;
}

/** In the order of the instrument; what is unanswered is left out. */
function scoreInputOf({ lke, answers }: ChosenLke, instruments: Instruments): ScoreInput {
  const { indicators } = instruments.instrument(lke.instrumentId);
  const given = indicators.flatMap(({ code }): [string, AnswerInput][] => {
    const value = answers.get(code)?.value ?? null;
    return value === null ? [] : [[code, answerToInput(value)]];
  });
  return { instrument: lke.instrumentId, answers: Object.fromEntries(given) };
}
