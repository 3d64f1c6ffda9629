import { z } from 'zod';
import type { CountsIndicator, Indicator } from '../domain/instrument/instrument.js';
import type { Problem } from '../domain/problem.js';
import type { AnswerValue } from '../domain/scoring/answer.js';
import { parseAnswer } from '../domain/scoring/parse-answer.js';
import { decimalToText } from '../text/format.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../text/normalise.js';

/** The form of one indicator exactly as it was typed. */
export interface TypedAnswer {
  readonly letter: string;
  readonly index: string;
  /** By key of the count. */
  readonly counts: Readonly<Record<string, string>>;
  /** null where the form had no such field: the note then stays as it is. */
  readonly note: string | null;
  /** Version of the answer on the page; 0 where there was none. */
  readonly version: number;
  /** Take the answer away, keep the note. */
  readonly clears: boolean;
  /** Go on to the next unanswered indicator after saving. */
  readonly goesOn: boolean;
}

export type ParsedForm =
  | { readonly ok: true; readonly value: AnswerValue | null; readonly note: string | null }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const TEXT = z.string().catch('');
const FORM = z
  .object({
    letter: TEXT,
    index: TEXT,
    note: z.string().nullable().catch(null),
    version: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .catch(-1),
    clear: TEXT,
    then: TEXT,
  })
  .catchall(TEXT);

/** Nothing typed is refused here; a version that is none matches no answer. */
export function readAnswerForm(indicator: Indicator, body: unknown): TypedAnswer {
  const fields = FORM.parse(body ?? {});
  const counts = typedInputs(indicator).map(({ key }) => [key, fieldOf(fields, countField(key))]);
  return {
    letter: fields.letter,
    index: fields.index,
    counts: Object.fromEntries(counts) as Record<string, string>,
    note: fields.note,
    version: fields.version,
    clears: fields.clear !== '',
    goesOn: fields.then === 'next',
  };
}

/** As much of a stored answer as the form shows. */
export interface StoredAnswer {
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly version: number;
}

/** The form as the stored answer fills it. */
export function typedFromRow(indicator: Indicator, row: StoredAnswer | null): TypedAnswer {
  const value = row?.value ?? null;
  const stored = value?.kind === 'counts' ? value.counts : {};
  const counts = typedInputs(indicator).map(({ key }) => [key, String(stored[key] ?? '')]);
  return {
    letter: value?.kind === 'choice' ? value.letter : '',
    index: value?.kind === 'index' ? decimalToText(value.index) : '',
    counts: Object.fromEntries(counts) as Record<string, string>,
    note: row?.note ?? '',
    version: row?.version ?? 0,
    clears: false,
    goesOn: false,
  };
}

/** Form values → answer, or what stands in the way, each at the field of the page. */
export function parseTyped(indicator: Indicator, typed: TypedAnswer): ParsedForm {
  const note = typed.note === null ? null : normaliseText(typed.note);
  const tooLong: Problem[] = isTooLong(note ?? '')
    ? [{ field: 'note', code: 'too-long', args: { max: MAX_LENGTH } }]
    : [];
  const parsed = typed.clears
    ? ({ ok: true, answer: null } as const)
    : parseAnswer(indicator, rawAnswer(indicator, typed), 'unanswered');
  if (!parsed.ok) {
    return { ok: false, problems: [...parsed.problems.map(atField(indicator)), ...tooLong] };
  }
  if (tooLong.length > 0) return { ok: false, problems: tooLong };
  return { ok: true, value: parsed.answer, note };
}

/** Counts a person types here: neither computed totals nor counts typed at another indicator. */
export function typedInputs(indicator: Indicator): CountsIndicator['inputs'] {
  if (indicator.type !== 'counts') return [];
  return indicator.inputs.filter((input) => input.computedFrom === null && input.sameAs === null);
}

export function countField(key: string): string {
  return `count-${key}`;
}

function rawAnswer(indicator: Indicator, typed: TypedAnswer): unknown {
  switch (indicator.type) {
    case 'choice':
      return typed.letter;
    case 'index':
      return typed.index;
    case 'counts':
      return typed.counts;
  }
}

/** The field of a parsing problem ("A.II.1.i.a:agen") → the field of the form ("count-agen"). */
function atField(indicator: Indicator): (problem: Problem) => Problem {
  return (problem) => {
    const [, key] = problem.field.split(':');
    const whole = indicator.type === 'index' ? 'index' : 'letter';
    return { ...problem, field: key === undefined ? whole : countField(key) };
  };
}

function fieldOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : '';
  return typeof value === 'string' ? value : '';
}
