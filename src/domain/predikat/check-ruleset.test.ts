import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { instrument, ruleset } from '../../../test/support/shipped.js';
import { projectRoot } from '../../project-root.js';
import { checkRuleset, RULESET_FAULT_CODES } from './check-ruleset.js';
import { GATE_CODES } from './gate.js';
import { parseRuleset } from './parse-ruleset.js';
import type { RawGate, RawRuleset } from './raw-ruleset.js';

const folder = path.join(projectRoot(), 'fixtures', 'rulesets');

function read(name: string): RawRuleset {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as RawRuleset;
}

function gate(raw: RawRuleset, code: string): RawGate {
  const found = raw.gates.wbk.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

type Code = (typeof RULESET_FAULT_CODES)[number];

const PLANTS: readonly (readonly [Code, string, (raw: RawRuleset) => void, readonly string[]])[] = [
  [
    'shape',
    'a minimum that is a number',
    (r) => Object.assign(gate(r, 'ipak'), { minimum: 1 }),
    ['gates.wbk.9.minimum'],
  ],
  ['unknown-gate', 'a gate nobody knows', (r) => (gate(r, 'ipak').code = 'ipkp'), ['wbk ipkp']],
  [
    'missing-gate',
    'a gate left out',
    (r) => r.gates.wbk.splice(2, 2),
    ['wbk area-1', 'wbk area-2'],
  ],
  [
    'duplicate-gate',
    'a gate given twice',
    (r) => (gate(r, 'ipak').code = 'kinerja'),
    ['wbk kinerja'],
  ],
  [
    'unknown-measure',
    'a gate over an unknown indicator',
    (r) => (gate(r, 'ipak').measures = 'B.I.c'),
    ['wbk ipak'],
  ],
  [
    'unknown-measure',
    'a gate over something never measured',
    (r) => (gate(r, 'total').measures = 'hasil'),
    ['wbk total'],
  ],
  [
    'minimum-out-of-range',
    'percent instead of a ratio',
    (r) => (gate(r, 'area-3').minimum = '60'),
    ['wbk area-3'],
  ],
  [
    'minimum-out-of-range',
    'more than a full sheet has',
    (r) => (gate(r, 'kinerja').minimum = '5.01'),
    ['wbk kinerja'],
  ],
  [
    'minimum-out-of-range',
    'a minimum of nothing',
    (r) => (gate(r, 'total').minimum = '0'),
    ['wbk total'],
  ],
  [
    'minimum-out-of-range',
    'a negative minimum',
    (r) => (gate(r, 'total').minimum = '-75'),
    ['wbk total'],
  ],
  [
    'no-source',
    'a number without legal source',
    (r) => (gate(r, 'total').source = ' '),
    ['wbk total'],
  ],
];

describe('the checker of rulesets', () => {
  it.each(readdirSync(folder))('finds nothing in the shipped %s', (name) => {
    expect(checkRuleset(read(name), instrument)).toEqual([]);
  });

  it.each(PLANTS)('reports %s: %s', (code, _title, plant, at) => {
    const raw = read('zi-2026.json');
    plant(raw);
    const found = checkRuleset(raw, instrument).filter((fault) => fault.code === code);
    expect(found.map((fault) => fault.at)).toEqual(at);
    expect(() => parseRuleset(raw, instrument)).toThrow(code);
  });

  it('has a planted fault for every code', () => {
    const planted = new Set(PLANTS.map(([code]) => code));
    expect(RULESET_FAULT_CODES.filter((code) => !planted.has(code))).toEqual([]);
  });
});

describe('the gates of 2026', () => {
  const areas = (minimum: string) => Array.from({ length: 6 }, () => minimum);

  it.each([
    ['wbk', ['75', '40', ...areas('0.6'), '18.25', '15.75', '2.5', '14']],
    ['wbbm', ['85', '48', ...areas('0.75'), '19.5', '15.75', '3.75', '15.75']],
  ] as const)('%s has the minimums of Tabel 6', (target, minimums) => {
    expect(ruleset.gates[target].map((rule) => rule.code)).toEqual(GATE_CODES);
    expect(ruleset.gates[target].map((rule) => rule.minimum.toString())).toEqual(minimums);
    expect(ruleset.gates[target].every((rule) => rule.source.includes('90/2021'))).toBe(true);
  });

  it('are ordered whatever the order of the file', () => {
    const raw = read('zi-2026.json');
    raw.gates.wbbm.reverse();
    expect(parseRuleset(raw, instrument).gates.wbbm.map((rule) => rule.code)).toEqual(GATE_CODES);
  });

  it('know the nomination requirements of instansi and satker', () => {
    const codes = ruleset.nomination.instansi.map((requirement) => requirement.code);
    expect(codes).toEqual(['opini-bpk', 'sakip-instansi', 'indeks-rb', 'maturitas-spip']);
    expect(ruleset.nomination.satker).toHaveLength(6);
    expect(ruleset.prerequisite.wbbm.predikat).toBe('wbk');
  });
});
