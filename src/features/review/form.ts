import type { Indicator } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';
import {
  parseTyped,
  readAnswerForm,
  typedFromRow,
  type TypedAnswer,
} from '../../web/answer-form.js';
import type { AnswerRow } from '../lke/store.js';
import type { WantedAssessment } from './assess-facts.js';

/** The form of one assessment exactly as it was typed. */
export interface TypedAssessment extends TypedAnswer {
  readonly reason: string;
  /** The claim as the page showed it. */
  readonly claim: string;
  /** The button that takes the claim over. */
  readonly accepts: boolean;
}

export type ParsedAssessment =
  | { readonly ok: true; readonly wanted: WantedAssessment }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function readReviewForm(indicator: Indicator, body: unknown): TypedAssessment {
  return {
    ...readAnswerForm(indicator, body),
    reason: textOf(body, 'reason'),
    claim: textOf(body, 'claim'),
    accepts: textOf(body, 'accept') !== '',
  };
}

/** The form as what stands fills it. */
export function typedAssessment(
  indicator: Indicator,
  row: AnswerRow | null,
  reason: string,
  claim: string,
): TypedAssessment {
  return { ...typedFromRow(indicator, row), reason, claim, accepts: false };
}

/** Accepting asks for nothing else of the form but its note. */
export function parseReview(indicator: Indicator, typed: TypedAssessment): ParsedAssessment {
  const parsed = parseTyped(indicator, typed.accepts ? { ...typed, clears: true } : typed);
  const reason = normaliseText(typed.reason);
  const problems: Problem[] = [...(parsed.ok ? [] : parsed.problems)];
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  if (!parsed.ok || problems.length > 0) return { ok: false, problems };
  if (!typed.accepts && !typed.clears && parsed.value === null) {
    return { ok: false, problems: [{ field: firstField(indicator), code: 'assessment-missing' }] };
  }
  return {
    ok: true,
    wanted: {
      code: indicator.code,
      value: typed.accepts ? 'claim' : parsed.value,
      note: parsed.note,
      reason: typed.clears ? '' : reason,
      expectedVersion: typed.version,
      claim: typed.claim,
    },
  };
}

function firstField(indicator: Indicator): string {
  switch (indicator.type) {
    case 'choice':
      return 'letter';
    case 'index':
      return 'index';
    case 'counts': {
      const first = indicator.inputs.find(
        (one) => one.computedFrom === null && one.sameAs === null,
      );
      return first === undefined ? '' : `count-${first.key}`;
    }
  }
}

/** Nothing typed is refused here. */
export function textOf(body: unknown, name: string): string {
  const fields = typeof body === 'object' && body !== null ? body : {};
  const value: unknown = Object.hasOwn(fields, name)
    ? (fields as Record<string, unknown>)[name]
    : '';
  return typeof value === 'string' ? value : '';
}
