import { z } from 'zod';
import type { IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';

const FIELDS = z.record(z.string(), z.string()).catch({});
const VERSION = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .catch(-1);
const CODE_PREFIX = 'kode-';

function fieldsOf(body: unknown): Readonly<Record<string, string>> {
  return FIELDS.parse(body ?? {});
}

export interface SubmitTyped {
  /** Fingerprint of the content the page showed. */
  readonly confirmed: string;
  readonly isChecked: boolean;
}

export function readSubmitForm(body: unknown): SubmitTyped {
  const fields = fieldsOf(body);
  return { confirmed: fields['confirmed'] ?? '', isChecked: (fields['checked'] ?? '') !== '' };
}

export interface ReasonTyped {
  readonly reason: string;
  readonly version: number;
  /** The form stood on the page of submissions. */
  readonly fromOverview: boolean;
}

export function readReasonForm(body: unknown): ReasonTyped {
  const fields = fieldsOf(body);
  return {
    reason: fields['reason'] ?? '',
    version: VERSION.parse(fields['version']),
    fromOverview: fields['from'] === 'pengajuan',
  };
}

/** Reasons of several answers in one form, by indicator; blank ones are left for later. */
export type TypedReasons = ReadonlyMap<
  IndicatorCode,
  { readonly reason: string; readonly version: number }
>;

/** Names of an indicator's fields among them: "alasan-A.I.1.i.a", "versi-A.I.1.i.a". */
export function reasonField(name: 'alasan' | 'versi', code: IndicatorCode): string {
  return `${name}-${code}`;
}

export function readReasonsForm(body: unknown, instrument: Instrument): TypedReasons {
  const fields = fieldsOf(body);
  return new Map(
    instrument.indicators.flatMap(({ code }) => {
      const reason = fields[reasonField('alasan', code)] ?? '';
      const version = VERSION.parse(fields[reasonField('versi', code)]);
      return normaliseText(reason) === '' ? [] : [[code, { reason, version }] as const];
    }),
  );
}

/** Blank takes back the reason that stands; where none was ever written there is nothing to take. */
export function parseReason({
  reason,
  version,
}: Pick<ReasonTyped, 'reason' | 'version'>): Outcome<string> {
  const text = normaliseText(reason);
  if (text === '' && version === 0) return refused('reason', 'no-evidence-reason-missing');
  if (isTooLong(text)) return refused('reason', 'too-long', { max: MAX_LENGTH });
  return { ok: true, value: text };
}

export interface ReturnTyped {
  readonly reason: string;
  /** "semua", "sebagian" or "". */
  readonly opens: string;
  /** As ticked; unknown ones are dropped when parsed. */
  readonly codes: readonly string[];
  /** Indicators with a note may stay closed. */
  readonly leaveNoted: boolean;
  readonly version: number;
}

export function readReturnForm(body: unknown): ReturnTyped {
  const fields = fieldsOf(body);
  return {
    reason: fields['reason'] ?? '',
    opens: fields['opens'] ?? '',
    codes: Object.keys(fields)
      .filter((name) => name.startsWith(CODE_PREFIX))
      .map((name) => name.slice(CODE_PREFIX.length)),
    leaveNoted: (fields['biarkan'] ?? '') !== '',
    version: VERSION.parse(fields['version']),
  };
}

export function codeField(code: string): string {
  return `${CODE_PREFIX}${code}`;
}

export interface ParsedReturn {
  readonly reason: string;
  /** null: every indicator. */
  readonly codes: readonly IndicatorCode[] | null;
}

/** A reason, and either all indicators or some of this instrument's. */
export function parseReturn(typed: ReturnTyped, instrument: Instrument): Outcome<ParsedReturn> {
  const problems: Problem[] = [];
  const reason = normaliseText(typed.reason);
  if (reason === '') problems.push({ field: 'reason', code: 'reason-missing' });
  if (isTooLong(reason)) {
    problems.push({ field: 'reason', code: 'too-long', args: { max: MAX_LENGTH } });
  }
  const named = instrument.indicators.map(({ code }) => code);
  const codes = named.filter((code) => typed.codes.includes(code));
  const opensAll = typed.opens === 'semua';
  if (!opensAll && (typed.opens !== 'sebagian' || codes.length === 0)) {
    problems.push({ field: 'opens', code: 'return-nothing' });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { reason, codes: opensAll ? null : codes } };
}
