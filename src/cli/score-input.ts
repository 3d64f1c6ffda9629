import type { IndicatorCode, Instrument } from '../domain/instrument/instrument.js';
import type { Ruleset } from '../domain/predikat/gate.js';
import type { Outcome, Problem } from '../domain/problem.js';
import type { Answers, AnswerValue } from '../domain/scoring/answer.js';
import { parseAnswer } from '../domain/scoring/parse-answer.js';
import type { Instruments } from '../instruments.js';
import { duplicateKeys, type JsonPath } from './duplicate-keys.js';
import { chooseRules } from './score-rules.js';

/** One sheet to be scored. */
export interface ScoreJob {
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
  readonly answers: Answers;
}

export interface ScoreInput {
  readonly jobs: readonly ScoreJob[];
  /** The input was an array, so the output is one too. */
  readonly many: boolean;
}

/**
 * The input of `score`: one sheet `{ answers, instrument?, year? }` or an array of them. One
 * problem anywhere refuses all; `field` has the sheet's `[index]` before it for an array.
 */
export function parseScoreInput(text: string, instruments: Instruments): Outcome<ScoreInput> {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return json;
  const many = Array.isArray(json.value);
  const sheets: unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  const problems: Problem[] = [];
  const jobs = sheets.flatMap((sheet, position) => {
    const parsed = parseSheet(sheet, instruments);
    if (parsed.ok) return [parsed.value];
    const prefix = many ? `[${position}]` : '';
    problems.push(...parsed.problems.map((p) => ({ ...p, field: `${prefix}${p.field}` })));
    return [];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { jobs, many } };
}

function parseJson(text: string): Outcome<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ field: '', code: 'not-json' }] };
  }
  const twice = duplicateKeys(text);
  if (twice.length === 0) return { ok: true, value };
  const problems = twice.map((path) => ({ field: fieldOf(path), code: 'duplicate-key' }));
  return { ok: false, problems };
}

/** [3, "answers", "A.II.1.i.a", "agen"] → "[3]A.II.1.i.a:agen". */
function fieldOf(path: JsonPath): string {
  const [first, ...rest] = path;
  if (typeof first === 'number') return `[${first}]${fieldOf(rest)}`;
  return first === 'answers' && rest.length > 0 ? rest.join(':') : path.join('.');
}

function parseSheet(sheet: unknown, instruments: Instruments): Outcome<ScoreJob> {
  if (!isRecord(sheet)) return { ok: false, problems: [{ field: '', code: 'not-a-sheet' }] };
  const members = new Map(Object.entries(sheet));
  const rules = chooseRules(members.get('instrument'), members.get('year'), instruments);
  if (!rules.ok) return rules;
  const answers = parseAnswers(members.get('answers'), rules.value.instrument);
  return answers.ok ? { ok: true, value: { ...rules.value, answers: answers.value } } : answers;
}

function parseAnswers(raw: unknown, instrument: Instrument): Outcome<Answers> {
  const code = raw === undefined ? 'answers-missing' : 'answers-not-an-object';
  if (!isRecord(raw)) return { ok: false, problems: [{ field: 'answers', code }] };
  const answers = new Map<IndicatorCode, AnswerValue>();
  const problems: Problem[] = [];
  for (const [typedCode, value] of Object.entries(raw)) {
    const indicator = instrument.byCode.get(typedCode as IndicatorCode);
    if (indicator === undefined) {
      const args = { instrument: instrument.id };
      problems.push({ field: typedCode, code: 'unknown-indicator', args });
      continue;
    }
    const parsed = parseAnswer(indicator, value, 'refused');
    if (!parsed.ok) problems.push(...parsed.problems);
    else if (parsed.answer !== null) answers.set(indicator.code, parsed.answer);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: answers };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
