import { z } from 'zod';
import type { Outcome, Problem } from '../../domain/problem.js';
import { normaliseLine, normaliseText } from '../../text/normalise.js';
import type { EvidenceDetails } from './content.js';
import { evidenceKinds } from './settings.js';

const MOST_NAME = 200;
const MOST_REASON = 1000;
/** Kind of a document about which nothing is said. */
const UNSAID_KIND = 'lainnya';

const text = z.string().catch('');
const version = z.coerce.number().int().positive().catch(0);

const DETAILS_FORM = z.object({
  name: text,
  kind: text,
  documentDay: text,
  periodFrom: text,
  periodTo: text,
  validUntil: text,
  physicalLocation: text,
  version,
});
const CONTENT_FORM = z.object({ links: text, checklist: text, duplicate: text });
const REASON_FORM = z.object({ reason: text, confirmation: text, version });

/** What was typed, as it is shown again beside a refusal. */
export type DetailsTyped = z.infer<typeof DETAILS_FORM>;
export type ContentTyped = z.infer<typeof CONTENT_FORM>;
export type ReasonTyped = z.infer<typeof REASON_FORM>;

export function readDetailsForm(body: unknown): DetailsTyped {
  return DETAILS_FORM.parse(body ?? {});
}

export function readContentForm(body: unknown): ContentTyped {
  return CONTENT_FORM.parse(body ?? {});
}

export function readReasonForm(body: unknown): ReasonTyped {
  return REASON_FORM.parse(body ?? {});
}

export interface ParsedDetails extends EvidenceDetails {
  /** "" where none was typed. */
  readonly name: string;
}

export function parseDetails(typed: DetailsTyped): Outcome<ParsedDetails> {
  const name = normaliseLine(typed.name);
  const physicalLocation = normaliseLine(typed.physicalLocation);
  const kind = typed.kind === '' ? UNSAID_KIND : typed.kind;
  const problems: Problem[] = [
    ...tooLong('name', name, MOST_NAME),
    ...tooLong('physicalLocation', physicalLocation, MOST_NAME),
    ...DAYS.flatMap((field) => dayProblems(field, typed[field])),
  ];
  if (!evidenceKinds().some(({ code }) => code === kind)) {
    problems.push({ field: 'kind', code: 'not-a-choice' });
  }
  const days = {
    documentDay: day(typed.documentDay),
    periodFrom: day(typed.periodFrom),
    periodTo: day(typed.periodTo),
    validUntil: day(typed.validUntil),
  };
  const isPeriod = !problems.some(({ field }) => field === 'periodFrom' || field === 'periodTo');
  if (isPeriod && isReversed(days.periodFrom, days.periodTo)) {
    problems.push({ field: 'periodTo', code: 'period-reversed' });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { name, kind, physicalLocation, ...days } };
}

/** A reason is asked where something stops to count or goes for good. */
export function parseReason(typed: ReasonTyped): Outcome<string> {
  const reason = normaliseText(typed.reason);
  const problems: Problem[] =
    reason === ''
      ? [{ field: 'reason', code: 'required' }]
      : tooLong('reason', reason, MOST_REASON);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: reason };
}

/** What stands behind a ticked name: `pick-12=on` with the prefix `pick-` gives "12". */
export function ticked(body: unknown, prefix: string): readonly string[] {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  return fields
    .filter(([name, value]) => name.startsWith(prefix) && value === 'on')
    .map(([name]) => name.slice(prefix.length));
}

/** Ticked ids; anything else than a plain number is dropped. */
export function tickedIds(body: unknown, prefix: string): readonly number[] {
  return ticked(body, prefix)
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
    .map(Number);
}

const DAYS = ['documentDay', 'periodFrom', 'periodTo', 'validUntil'] as const;

function day(typed: string): string | null {
  const trimmed = typed.trim();
  return trimmed === '' ? null : trimmed;
}

function dayProblems(field: string, typed: string): Problem[] {
  const value = day(typed);
  const isDay = value === null || (z.iso.date().safeParse(value).success && value >= '1900');
  return isDay ? [] : [{ field, code: 'not-a-day' }];
}

function isReversed(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && to < from;
}

function tooLong(field: string, value: string, max: number): Problem[] {
  return value.length > max ? [{ field, code: 'too-long', args: { max } }] : [];
}
