import { ruleset } from '../../../test/support/shipped.js';
import { TARGETS, type NominationRequirement, type Target } from './gate.js';
import { choicesOf, judgeRequirement, parseRequirementValue } from './nomination.js';

const all = [...ruleset.nomination.instansi, ...ruleset.nomination.satker];
function named(code: string): NominationRequirement {
  const found = all.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

describe('a requirement of nomination', () => {
  it.each<[string, Target, string | null, string]>([
    ['opini-bpk', 'wbk', 'WTP', 'met'],
    ['opini-bpk', 'wbk', 'WTP-DPP', 'unmet'],
    ['sakip-instansi', 'wbk', 'B', 'met'],
    ['sakip-instansi', 'wbbm', 'B', 'unmet'],
    ['sakip-instansi', 'wbbm', 'AA', 'met'],
    ['maturitas-spip', 'wbk', '2.99', 'unmet'],
    ['maturitas-spip', 'wbk', '3', 'met'],
    ['tindak-lanjut-pengawasan', 'wbk', '99.99', 'unmet'],
    ['tindak-lanjut-pengawasan', 'wbk', '100', 'met'],
    ['lama-pembangunan', 'wbk', '1', 'met'],
    ['layanan-inti', 'wbk', 'Tidak', 'unmet'],
    ['layanan-inti', 'wbk', null, 'unknown'],
    ['layanan-inti', 'wbk', '', 'unknown'],
  ])('%s for %s with %s is %s', (code, target, value, verdict) => {
    expect(judgeRequirement(named(code), target, value)).toBe(verdict);
  });

  it.each(TARGETS)('is reached by the very minimum of the law for %s', (target) => {
    const verdicts = all.map((one) => judgeRequirement(one, target, one[target].minimum));
    expect(verdicts).toEqual(all.map(() => 'met'));
  });

  it.each(all)('$code takes what it offers and gives it back the same', (requirement) => {
    const typed = choicesOf(requirement);
    for (const one of typed.length > 0 ? typed : ['1', '2,5', '3.0', '']) {
      const parsed = parseRequirementValue(requirement, one);
      if (!parsed.ok) throw new Error(one);
      expect(parseRequirementValue(requirement, parsed.value)).toEqual(parsed);
    }
  });

  it.each([
    ['tindak-lanjut-pengawasan', '101'],
    ['tindak-lanjut-pengawasan', '-1'],
    ['maturitas-spip', '6'],
    ['maturitas-spip', 'tiga'],
    ['sakip-unit', 'BBB'],
    ['layanan-inti', 'ya saja'],
  ])('%s refuses %s', (code, typed) => {
    expect(parseRequirementValue(named(code), typed).ok).toBe(false);
  });
});
