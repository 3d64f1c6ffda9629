import { exactFromDecimal } from '../exact.js';
import { refused, type Outcome } from '../problem.js';
import type { NominationRequirement, Target } from './gate.js';

/** met, unmet, or unknown where nobody recorded a value. */
export type RequirementVerdict = 'met' | 'unmet' | 'unknown';

/** Only the law's minimum decides; `value` is as {@link parseRequirementValue} gives it. */
export function judgeRequirement(
  requirement: NominationRequirement,
  target: Target,
  value: string | null,
): RequirementVerdict {
  if (value === null || value === '') return 'unknown';
  const { minimum } = requirement[target];
  return isReached(requirement, value, minimum) ? 'met' : 'unmet';
}

function isReached({ kind, scale }: NominationRequirement, value: string, minimum: string) {
  switch (kind) {
    case 'predikat':
      return scale.indexOf(value) >= scale.indexOf(minimum);
    case 'ya-tidak':
      return value === minimum;
    case 'level':
    case 'persen':
    case 'tahun':
      return exactFromDecimal(value).compare(exactFromDecimal(minimum)) >= 0;
  }
}

/** What a `ya-tidak` can say. */
const YES_NO = ['Ya', 'Tidak'] as const;

/** The choices of a requirement; none where a number is typed. */
export function choicesOf({ kind, scale }: NominationRequirement): readonly string[] {
  if (kind === 'predikat') return [...scale].reverse();
  return kind === 'ya-tidak' ? YES_NO : [];
}

/** Percent 0-100, a level 1-5, years 0-50; blank takes the value back. */
const MOST = { persen: '100', level: '5', tahun: '50' } as const;

export function parseRequirementValue(
  requirement: NominationRequirement,
  typed: string,
): Outcome<string> {
  const plain = typed.trim().replace(',', '.');
  if (plain === '') return { ok: true, value: '' };
  const field = requirement.code;
  const { kind } = requirement;
  if (kind === 'predikat' || kind === 'ya-tidak') {
    const known = choicesOf(requirement).find((one) => one === plain);
    return known === undefined ? refused(field, 'not-a-choice') : { ok: true, value: known };
  }
  const isNumber = /^\d{1,3}(\.\d{1,2})?$/.test(plain);
  if (!isNumber || exactFromDecimal(plain).compare(exactFromDecimal(MOST[kind])) > 0) {
    return refused(field, 'requirement-number', { max: MOST[kind] });
  }
  return { ok: true, value: plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain };
}
