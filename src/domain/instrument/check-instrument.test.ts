import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../project-root.js';
import { checkInstrument } from './check-instrument.js';
import { INSTRUMENT_FAULT_CODES, type InstrumentFaultCode } from './instrument-fault.js';
import { parseInstrument } from './parse-instrument.js';
import type { RawGroup, RawIndicator, RawInstrument } from './raw-instrument.js';

const folder = path.join(projectRoot(), 'fixtures', 'instruments');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.json'));

function read(name: string): RawInstrument {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as RawInstrument;
}

function group(raw: RawInstrument, code: string): RawGroup {
  const subs = raw.pengungkit.halves.flatMap((h) => h.areas).flatMap((a) => a.subcomponents);
  const found = [...subs, ...raw.hasil.parts].find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

function indicator(raw: RawInstrument, code: string): RawIndicator {
  const found = group(raw, code.slice(0, code.lastIndexOf('.'))).indicators.find(
    (candidate) => candidate.code === code,
  );
  if (found === undefined) throw new Error(code);
  return found;
}

function option(
  raw: RawInstrument,
  code: string,
  position: number,
): { value: string; letter: string } {
  const found = indicator(raw, code).options?.[position];
  if (found === undefined) throw new Error(code);
  return found;
}

function inputOf(raw: RawInstrument, code: string, key: string): { sameAs?: unknown; key: string } {
  const found = indicator(raw, code).inputs?.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(code);
  return found;
}

type Plant = readonly [
  fault: InstrumentFaultCode,
  title: string,
  plant: (raw: RawInstrument) => void,
  at: readonly string[],
];

const A = 'A.I.1.i.a';
const AGEN = 'A.II.1.i.a';

const PLANTS: readonly Plant[] = [
  [
    'shape',
    'a weight that is a number',
    (r) => Object.assign(r, { totalWeight: 100 }),
    ['totalWeight'],
  ],
  ['shape', 'a member nobody knows', (r) => Object.assign(r, { totl: '100' }), ['']],
  ['unknown-type', 'an unknown type', (r) => (indicator(r, A).type = 'yesno'), [A]],
  ['unknown-type', 'a type named like a method', (r) => (indicator(r, A).type = 'toString'), [A]],
  ['unknown-scale', 'an unknown scale', (r) => (indicator(r, A).scale = 'abcdef'), [A]],
  ['unknown-cadence', 'an unknown cadence', (r) => (indicator(r, A).cadence = 'harian'), [A]],
  ['incomplete-indicator', 'a choice without options', (r) => delete indicator(r, A).options, [A]],
  [
    'incomplete-indicator',
    'counts without a formula',
    (r) => delete indicator(r, AGEN).formula,
    [AGEN],
  ],
  [
    'incomplete-indicator',
    'an index without a maximum',
    (r) => delete indicator(r, 'B.I.a').maximum,
    ['B.I.a'],
  ],
  [
    'missing-code',
    'an indicator without code',
    (r) => Object.assign(indicator(r, A), { code: undefined }),
    ['A.I.1.i'],
  ],
  ['duplicate-code', 'a code used twice', (r) => (indicator(r, 'A.I.1.i.b').code = A), [A]],
  [
    'code-outside-parent',
    'a code under another parent',
    (r) => (indicator(r, A).code = 'A.I.1.ii.z'),
    ['A.I.1.ii.z'],
  ],
  [
    'code-outside-parent',
    'a parent that is only a prefix',
    (r) => (indicator(r, A).code = 'A.I.1.iii.z'),
    ['A.I.1.iii.z'],
  ],
  ['areas-wrong', 'an area missing', (r) => r.pengungkit.halves[0]?.areas.pop(), ['A.I']],
  ['areas-wrong', 'the halves exchanged', (r) => r.pengungkit.halves.reverse(), ['A']],
  [
    'weights-do-not-add-up',
    'a sub-component too heavy',
    (r) => (group(r, 'A.I.1.i').weight = '0.6'),
    ['A.I.1'],
  ],
  [
    'weights-do-not-add-up',
    'a part of Hasil too light',
    (r) => (group(r, 'B.I').weight = '22'),
    ['B', 'B.I'],
  ],
  ['weights-do-not-add-up', 'a total of 101', (r) => (r.totalWeight = '101'), ['']],
  [
    'weights-do-not-add-up',
    'an indicator heavier than its share',
    (r) => (indicator(r, 'A.II.5.iii.a').weight = '1.5'),
    ['A.II.5.iii.a'],
  ],
  ['option-value-out-of-range', 'an option above 1', (r) => (option(r, A, 0).value = '1.2'), [A]],
  ['option-value-out-of-range', 'an option below 0', (r) => (option(r, A, 1).value = '-0.5'), [A]],
  [
    'options-not-descending',
    'two options of the same value',
    (r) => (option(r, A, 1).value = '1'),
    [A],
  ],
  [
    'options-do-not-match-scale',
    'thirds instead of 0.67',
    (r) => (option(r, 'A.I.4.i.c', 1).value = '0.6667'),
    ['A.I.4.i.c'],
  ],
  [
    'options-do-not-match-scale',
    'a letter of another scale',
    (r) => (option(r, A, 0).letter = 'A'),
    [A],
  ],
  [
    'soal-id-duplicate',
    'a question number used twice',
    (r) => (indicator(r, A).place.soalId = 2),
    ['A.I.1.i.b'],
  ],
  ['soal-id-gap', 'a question number left out', (r) => (indicator(r, A).place.soalId = null), ['']],
  [
    'soal-id-gap',
    'a question number beyond the last',
    (r) => (indicator(r, A).place.soalId = 128),
    ['', A],
  ],
  [
    'row-duplicate',
    'a worksheet row used twice',
    (r) => (indicator(r, A).place.portalrbRow = 7),
    ['A.I.1.i.b'],
  ],
  [
    'row-duplicate',
    'a row of the annex used twice',
    (r) => (indicator(r, A).place.lampiranIiiRow = 130),
    [`${AGEN}:perubahan`],
  ],
  [
    'input-duplicate',
    'an input named twice',
    (r) => (inputOf(r, AGEN, 'agen').key = 'perubahan'),
    [AGEN],
  ],
  [
    'formula-unknown-input',
    'a formula over a count that is not asked',
    (r) => (inputOf(r, AGEN, 'agen').key = 'jumlah'),
    [AGEN],
  ],
  [
    'same-as-nowhere',
    'a shared count that is nowhere',
    (r) => (inputOf(r, AGEN, 'perubahan').key = 'ubah'),
    ['A.II.1.i.b:perubahan'],
  ],
  [
    'same-as-nowhere',
    'a count shared with itself',
    (r) => (inputOf(r, AGEN, 'agen').sameAs = { code: AGEN, key: 'agen' }),
    [`${AGEN}:agen`],
  ],
  [
    'checklist-code-duplicate',
    'a checklist code used twice',
    (r) => Object.assign(indicator(r, 'A.I.1.i.b').checklist[0] ?? {}, { code: `${A}-1` }),
    [`${A}-1`],
  ],
  [
    'wrong-count',
    'an indicator lost',
    (r) => group(r, 'A.I.1.i').indicators.pop(),
    ['indicators', 'fields'],
  ],
  [
    'wrong-count',
    'a sub-component lost',
    (r) => r.pengungkit.halves[0]?.areas[0]?.subcomponents.pop(),
    ['indicators', 'subcomponents', 'fields'],
  ],
];

describe('the checker of instruments', () => {
  it.each(shipped)('finds nothing in the shipped %s', (name) => {
    expect(checkInstrument(read(name))).toEqual([]);
  });

  it.each(PLANTS)('reports %s: %s', (code, _title, plant, at) => {
    const raw = read('lke-2026.json');
    plant(raw);
    const found = checkInstrument(raw).filter((fault) => fault.code === code);
    expect(found.map((fault) => fault.at)).toEqual(at);
  });

  it('has a planted fault for every code', () => {
    const planted = new Set(PLANTS.map(([code]) => code));
    expect(INSTRUMENT_FAULT_CODES.filter((code) => !planted.has(code))).toEqual([]);
  });

  it('reports every occurrence, not the first', () => {
    const raw = read('lke-2026.json');
    for (const { place } of group(raw, 'A.I.1.iv').indicators) place.soalId = 1;
    const found = checkInstrument(raw).filter((fault) => fault.code === 'soal-id-duplicate');
    expect(found).toHaveLength(4);
  });

  it.each([null, undefined, 5, 'x', [], {}])('reports only the shape of %j', (raw) => {
    const codes = new Set(checkInstrument(raw).map((fault) => fault.code));
    expect([...codes]).toEqual(['shape']);
  });

  it('makes parsing throw with all faults listed', () => {
    const raw = read('lke-2026.json');
    raw.totalWeight = '101';
    indicator(raw, A).type = 'yesno';
    expect(() => parseInstrument(raw)).toThrow(
      /unknown-type at A\.I\.1\.i\.a[^]*weights-do-not-add-up/,
    );
  });
});
