import { z } from 'zod';
import type { NominationRequirement } from '../../domain/predikat/gate.js';
import { parseRequirementValue } from '../../domain/predikat/nomination.js';
import type { Problem } from '../../domain/problem.js';
import { normaliseLine } from '../../text/normalise.js';
import type { Recorded } from './requirement-store.js';

const FIELDS = z.record(z.string(), z.string()).catch({});
const MOST_SOURCE = 500;

export interface TypedRequirement {
  readonly value: string;
  readonly source: string;
  readonly day: string;
}

export interface TypedRequirements {
  /** By code of the requirement. */
  readonly items: ReadonlyMap<string, TypedRequirement>;
  /** Versions the page showed. */
  readonly seen: string;
}

export function requirementField(name: 'nilai' | 'sumber' | 'tanggal', code: string): string {
  return `${name}-${code}`;
}

export function readRequirementForm(
  body: unknown,
  requirements: readonly NominationRequirement[],
): TypedRequirements {
  const fields = FIELDS.parse(body ?? {});
  const of = (name: 'nilai' | 'sumber' | 'tanggal', code: string) =>
    fields[requirementField(name, code)] ?? '';
  return {
    seen: fields['seen'] ?? '',
    items: new Map(
      requirements.map(({ code }) => [
        code,
        { value: of('nilai', code), source: of('sumber', code), day: of('tanggal', code) },
      ]),
    ),
  };
}

/** The versions of what is recorded, as one text for the form. */
export function recordedToken(requirements: readonly NominationRequirement[], recorded: Recorded) {
  return requirements.map(({ code }) => recorded.get(code)?.version ?? 0).join('-');
}

export interface WantedValue {
  readonly code: string;
  readonly value: string;
  readonly source: string;
  readonly asOf: string | null;
}

/** A value needs its source; both blank take it back. */
export function parseRequirements(
  typed: TypedRequirements,
  requirements: readonly NominationRequirement[],
): { readonly value: readonly WantedValue[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const value = requirements.map((requirement): WantedValue => {
    const { code } = requirement;
    const one = typed.items.get(code) ?? { value: '', source: '', day: '' };
    const parsed = parseRequirementValue(requirement, one.value);
    const source = normaliseLine(one.source);
    const day = one.day.trim();
    if (!parsed.ok) {
      problems.push(
        ...parsed.problems.map((p) => ({ ...p, field: requirementField('nilai', code) })),
      );
    } else if (parsed.value !== '' && source === '') {
      problems.push({ field: requirementField('sumber', code), code: 'requirement-source' });
    }
    if (source.length > MOST_SOURCE) {
      const args = { max: MOST_SOURCE };
      problems.push({ field: requirementField('sumber', code), code: 'too-long', args });
    }
    if (day !== '' && !z.iso.date().safeParse(day).success) {
      problems.push({ field: requirementField('tanggal', code), code: 'not-a-day' });
    }
    return { code, value: parsed.ok ? parsed.value : '', source, asOf: day === '' ? null : day };
  });
  return { value, problems };
}
