import type { CountsIndicator } from '../instrument/instrument.js';
import type { Problem } from '../problem.js';
import type { AnswerProblemCode, BlankText, ParsedAnswer } from './answer-problem.js';
import { MAX_COUNT } from './complete-counts.js';

const DIGITS = /^\d{1,40}$/;
const NEGATIVE = /^-\d{1,40}$/;

type ParsedCount =
  | { readonly ok: true; readonly count: number | null }
  | { readonly ok: false; readonly code: AnswerProblemCode };

/**
 * The typed counts of one numeric indicator; every count that is wrong is its own problem. No count
 * at all is unanswered (null); some missing stay missing, so that what was typed is kept.
 */
export function parseCounts(
  indicator: CountsIndicator,
  raw: unknown,
  blank: BlankText,
): ParsedAnswer {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { ok: false, problems: [{ field: indicator.code, code: 'counts-expected' }] };
  }
  const typed = new Map<string, unknown>(Object.entries(raw));
  const problems = unknownCounts(indicator, typed);
  const counts: [string, number][] = [];
  for (const { key, computedFrom } of indicator.inputs) {
    if (computedFrom !== null) continue;
    const parsed = parseCount(typed.get(key), blank);
    if (!parsed.ok) problems.push(countProblem(indicator, key, parsed.code));
    else if (parsed.count !== null) counts.push([key, parsed.count]);
  }
  if (problems.length > 0) return { ok: false, problems };
  if (counts.length === 0) return { ok: true, answer: null };
  return { ok: true, answer: { kind: 'counts', counts: Object.fromEntries(counts) } };
}

function unknownCounts(indicator: CountsIndicator, typed: ReadonlyMap<string, unknown>): Problem[] {
  const known = indicator.inputs.map((input) => input.key);
  return [...typed.keys()]
    .filter((key) => !known.includes(key))
    .map((key) => countProblem(indicator, key, 'unknown-count'));
}

function parseCount(raw: unknown, blank: BlankText): ParsedCount {
  if (raw === null || raw === undefined) return { ok: true, count: null };
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string') return { ok: false, code: 'count-not-whole' };
  const typed = text.trim();
  if (typed === '' && blank === 'unanswered') return { ok: true, count: null };
  if (NEGATIVE.test(typed)) return { ok: false, code: 'count-negative' };
  if (!DIGITS.test(typed)) return { ok: false, code: 'count-not-whole' };
  const count = Number(typed);
  return count > MAX_COUNT ? { ok: false, code: 'count-too-large' } : { ok: true, count };
}

function countProblem(indicator: CountsIndicator, key: string, code: AnswerProblemCode): Problem {
  const field = `${indicator.code}:${key}`;
  if (code === 'count-too-large') return { field, code, args: { max: MAX_COUNT } };
  if (code !== 'unknown-count') return { field, code };
  const typed = indicator.inputs.filter((input) => input.computedFrom === null);
  return { field, code, args: { known: typed.map((input) => input.key).join(', ') } };
}
