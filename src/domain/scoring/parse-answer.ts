import { exactFromDecimal, exactToDecimal } from '../exact.js';
import type { ChoiceIndicator, Indicator, IndexIndicator } from '../instrument/instrument.js';
import type { AnswerProblemCode, BlankText, ParsedAnswer } from './answer-problem.js';
import { parseCounts } from './parse-counts.js';

const DECIMAL = /^\d{1,15}([.,]\d+)?$/;
const NEGATIVE = /^-\d/;
const MOST_DECIMALS = 15;
const MOST_TEXT = 40;

/**
 * One typed answer, checked against its indicator; `answer` is null when unanswered.
 * Letters and Ya/Tidak in any case; counts as an object of whole numbers 0..999,999,999 (text or
 * number), computed totals ignored, a missing count kept missing; the survey index within its range
 * with a decimal comma or point, at most 15 decimals, kept as plain decimal text ("3,60" → "3.6").
 * Spaces around are ignored. Everything else is a problem of {@link AnswerProblemCode}.
 */
export function parseAnswer(indicator: Indicator, raw: unknown, blank: BlankText): ParsedAnswer {
  if (raw === null || raw === undefined) return { ok: true, answer: null };
  if (blank === 'unanswered' && typeof raw === 'string' && raw.trim() === '') {
    return { ok: true, answer: null };
  }
  switch (indicator.type) {
    case 'choice':
      return parseLetter(indicator, raw);
    case 'counts':
      return parseCounts(indicator, raw, blank);
    case 'index':
      return parseIndex(indicator, raw);
  }
}

function parseLetter(indicator: ChoiceIndicator, raw: unknown): ParsedAnswer {
  const typed = typeof raw === 'string' ? raw.trim().toLowerCase() : null;
  const option = indicator.options.find(({ letter }) => letter.toLowerCase() === typed);
  if (option !== undefined) {
    return { ok: true, answer: { kind: 'choice', letter: option.letter } };
  }
  const allowed = indicator.options.map(({ letter }) => letter).join('/');
  return refuse(indicator, 'not-on-scale', { allowed });
}

function parseIndex(indicator: IndexIndicator, raw: unknown): ParsedAnswer {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string') return refuse(indicator, 'index-not-a-number');
  const typed = text.trim().replace(',', '.');
  if (NEGATIVE.test(typed) && isDecimal(typed.slice(1))) return outOfRange(indicator);
  if (!isDecimal(typed)) return refuse(indicator, 'index-not-a-number');
  const [, decimals = ''] = typed.split('.');
  if (decimals.length > MOST_DECIMALS) {
    return refuse(indicator, 'index-too-precise', { max: MOST_DECIMALS });
  }
  const value = exactFromDecimal(typed);
  if (value.compare(indicator.minimum) < 0 || value.compare(indicator.maximum) > 0) {
    return outOfRange(indicator);
  }
  const index = exactToDecimal(value, MOST_DECIMALS, 'half-up');
  return { ok: true, answer: { kind: 'index', index } };
}

function isDecimal(typed: string): boolean {
  return typed.length <= MOST_TEXT && DECIMAL.test(typed);
}

function outOfRange(indicator: IndexIndicator): ParsedAnswer {
  const minimum = exactToDecimal(indicator.minimum, MOST_DECIMALS, 'half-up');
  const maximum = exactToDecimal(indicator.maximum, MOST_DECIMALS, 'half-up');
  return refuse(indicator, 'index-out-of-range', { minimum, maximum });
}

function refuse(
  indicator: Indicator,
  code: AnswerProblemCode,
  args?: Readonly<Record<string, string | number>>,
): ParsedAnswer {
  const problem = { field: indicator.code, code };
  return { ok: false, problems: [args === undefined ? problem : { ...problem, args }] };
}
