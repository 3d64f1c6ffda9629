import { z } from 'zod';
import { TARGETS } from '../../domain/predikat/gate.js';
import type { Outcome, Problem } from '../../domain/problem.js';
import { ZONES } from '../../domain/time-zone.js';
import { normaliseLine, normaliseText } from '../../text/normalise.js';
import type { PredikatDetails, SatkerDetails } from './write-store.js';

export const GRANTERS = ['tpn', 'mandiri'] as const;

/** Zona integritas began with PermenPANRB 60/2012. */
const FIRST_YEAR = 2012;
const MOST_NAME = 200;
const MOST_REASON = 1000;

const text = z.string().catch('');
const version = z.coerce.number().int().positive().catch(0);

const SATKER_FORM = z.object({ name: text, djpb: text, zone: text, version });
const PREDIKAT_FORM = z.object({
  kind: text,
  year: text,
  decree: text,
  day: text,
  by: text,
  unrevoke: text,
  version,
});
const REVOCATION_FORM = z.object({ revokedOn: text, reason: text, version });

export type SatkerTyped = z.infer<typeof SATKER_FORM>;
export type PredikatTyped = z.infer<typeof PREDIKAT_FORM>;
export type RevocationTyped = z.infer<typeof REVOCATION_FORM>;

export function readSatkerForm(body: unknown): SatkerTyped {
  return SATKER_FORM.parse(body ?? {});
}

export function parseSatker(typed: SatkerTyped): Outcome<SatkerDetails> {
  const name = normaliseLine(typed.name);
  const djpb = typed.djpb.trim();
  const problems = [...lineProblems('name', name, MOST_NAME)];
  if (djpb !== '' && !/^\d{6}$/.test(djpb)) {
    problems.push({ field: 'djpb', code: 'djpb-not-six-digits' });
  }
  const timeZone = ZONES.find((zone) => zone === typed.zone);
  if (timeZone === undefined) problems.push({ field: 'zone', code: 'not-a-choice' });
  if (problems.length > 0 || timeZone === undefined) return { ok: false, problems };
  return { ok: true, value: { name, djpbCode: djpb === '' ? null : djpb, timeZone } };
}

export function readPredikatForm(body: unknown): PredikatTyped {
  return PREDIKAT_FORM.parse(body ?? {});
}

/** `today` is the day in the satker's zone, `YYYY-MM-DD`. */
export function parsePredikat(typed: PredikatTyped, today: string): Outcome<PredikatDetails> {
  const decreeNumber = normaliseLine(typed.decree);
  const kind = TARGETS.find((known) => known === typed.kind);
  const grantedBy = GRANTERS.find((known) => known === typed.by);
  const year = parseYear(typed.year, today);
  const day = typed.day.trim();
  const problems = [...lineProblems('decree', decreeNumber, MOST_NAME)];
  if (kind === undefined) problems.unshift({ field: 'kind', code: 'not-a-choice' });
  if (year === null) {
    const args = { from: FIRST_YEAR, to: today.slice(0, 4) };
    problems.push({ field: 'year', code: 'predikat-year', args });
  }
  if (day !== '') problems.push(...dayProblems(day, year, today));
  if (grantedBy === undefined) problems.push({ field: 'by', code: 'not-a-choice' });
  if (problems.length > 0 || kind === undefined || grantedBy === undefined || year === null) {
    return { ok: false, problems };
  }
  const decreeDay = day === '' ? null : day;
  return { ok: true, value: { kind, year, decreeNumber, decreeDay, grantedBy } };
}

export interface Revocation {
  readonly revokedOn: string;
  readonly revokedReason: string;
}

export function readRevocationForm(body: unknown): RevocationTyped {
  return REVOCATION_FORM.parse(body ?? {});
}

export function parseRevocation(typed: RevocationTyped, today: string): Outcome<Revocation> {
  const revokedReason = normaliseText(typed.reason);
  const revokedOn = typed.revokedOn.trim();
  const problems: Problem[] = [];
  if (!isDay(revokedOn)) {
    problems.push({ field: 'revokedOn', code: revokedOn === '' ? 'required' : 'not-a-day' });
  } else if (revokedOn > today) problems.push({ field: 'revokedOn', code: 'revoked-in-future' });
  problems.push(...lineProblems('reason', revokedReason, MOST_REASON));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { revokedOn, revokedReason } };
}

function parseYear(typed: string, today: string): number | null {
  const year = typed.trim();
  if (!/^\d{4}$/.test(year) || Number(year) < FIRST_YEAR) return null;
  return year > today.slice(0, 4) ? null : Number(year);
}

function dayProblems(day: string, year: number | null, today: string): Problem[] {
  if (!isDay(day)) return [{ field: 'day', code: 'not-a-day' }];
  if (day > today) return [{ field: 'day', code: 'decree-in-future' }];
  if (year !== null && day < `${year}-01-01`) {
    return [{ field: 'day', code: 'decree-before-year', args: { year } }];
  }
  return [];
}

function lineProblems(field: string, value: string, max: number): Problem[] {
  if (value === '') return [{ field, code: 'required' }];
  return value.length > max ? [{ field, code: 'too-long', args: { max } }] : [];
}

function isDay(typed: string): boolean {
  return z.iso.date().safeParse(typed).success;
}
