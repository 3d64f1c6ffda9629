import { z } from 'zod';
import type { StageAction } from '../../domain/lke/transitions.js';
import type { Outcome, Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';

const text = z.string().catch('');
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1);

const DECISION = z.object({ choice: text, reason: text, gaps: text, checked: text, basis: text });
const BEGINNING = z.object({ version });
const TAKE_BACK = z.object({ choice: text, reason: text, checked: text, version });

export type DecisionTyped = z.infer<typeof DECISION>;
export type TakeBackTyped = z.infer<typeof TAKE_BACK>;

export const readDecision = (body: unknown): DecisionTyped => DECISION.parse(body ?? {});
export const readTakeBack = (body: unknown): TakeBackTyped => TAKE_BACK.parse(body ?? {});
export const readBeginning = (body: unknown): number => BEGINNING.parse(body ?? {}).version;

export interface ParsedDecision {
  readonly action: StageAction;
  readonly reason: string;
  readonly acceptsGaps: boolean;
}

/** One of the choices of this page; a reason for every no. */
export function parseDecision(
  typed: DecisionTyped,
  choices: readonly { readonly action: StageAction; readonly needsReason: boolean }[],
): Outcome<ParsedDecision> {
  const problems: Problem[] = [];
  const choice = choices.find(({ action }) => action === typed.choice);
  const reason = normaliseText(typed.reason);
  if (choice === undefined) problems.push({ field: 'choice', code: 'decision-missing' });
  if (choice?.needsReason === true && reason === '') {
    problems.push({ field: 'reason', code: 'reason-missing' });
  }
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  if (typed.checked === '') problems.push({ field: 'checked', code: 'decision-not-confirmed' });
  if (choice === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { action: choice.action, reason, acceptsGaps: typed.gaps !== '' } };
}

/** A reason, and the word that it was looked at. */
export function parseTakeBack(typed: TakeBackTyped): Outcome<string> {
  const reason = normaliseText(typed.reason);
  const problems: Problem[] = [];
  if (reason === '') problems.push({ field: 'reason', code: 'take-back-reason' });
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  if (typed.checked === '') problems.push({ field: 'checked', code: 'take-back-not-confirmed' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: reason };
}
