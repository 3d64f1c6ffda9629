import { clampToUnit, exactFromDecimal } from '../exact.js';
import { CADENCES, SCALES } from './instrument.js';
import { fault, repeated, type InstrumentFault } from './instrument-fault.js';
import { indicatorsOf, inputName, inputsOf } from './raw-nodes.js';
import type { RawIndicator, RawInput, RawInstrument } from './raw-instrument.js';

/** What an indicator of each type must have. */
const REQUIRED = {
  choice: ['scale', 'options'],
  counts: ['inputs', 'formula'],
  index: ['minimum', 'maximum'],
} as const satisfies Record<string, readonly (keyof RawIndicator)[]>;

/** Types, scales and cadences are known, and each indicator has the parts of its type. */
export function checkKinds(raw: RawInstrument): InstrumentFault[] {
  return indicatorsOf(raw).flatMap((indicator) => [
    ...unknown('unknown-cadence', indicator, indicator.cadence, CADENCES),
    ...checkParts(indicator),
  ]);
}

function checkParts(indicator: RawIndicator): InstrumentFault[] {
  const { code, type, scale } = indicator;
  if (!isType(type)) return [fault('unknown-type', code, type)];
  const absent = REQUIRED[type].filter((part) => indicator[part] === undefined);
  return [
    ...absent.map((part) => fault('incomplete-indicator', code, `${type} without ${part}`)),
    ...(scale === undefined ? [] : unknown('unknown-scale', indicator, scale, SCALES)),
  ];
}

function isType(type: string): type is keyof typeof REQUIRED {
  return Object.hasOwn(REQUIRED, type);
}

function unknown(
  fault_: 'unknown-cadence' | 'unknown-scale',
  indicator: RawIndicator,
  value: string,
  known: readonly string[],
): InstrumentFault[] {
  return known.includes(value) ? [] : [fault(fault_, indicator.code, value)];
}

/** Option values within 0..1, best first, and letter by letter those of the scale. */
export function checkOptions(raw: RawInstrument): InstrumentFault[] {
  return indicatorsOf(raw).flatMap((indicator) => [
    ...checkRange(indicator),
    ...checkOrder(indicator),
    ...checkAgainstScale(indicator, raw.scales),
  ]);
}

function checkRange({ code, options = [] }: RawIndicator): InstrumentFault[] {
  return options
    .filter(({ value }) => !clampToUnit(exactFromDecimal(value)).equals(exactFromDecimal(value)))
    .map(({ letter, value }) => fault('option-value-out-of-range', code, `${letter} ${value}`));
}

function checkOrder({ code, options = [] }: RawIndicator): InstrumentFault[] {
  const values = options.map((option) => exactFromDecimal(option.value));
  const rising = values.some((value, index) => {
    const next = values[index + 1];
    return next !== undefined && next.compare(value) >= 0;
  });
  return rising ? [fault('options-not-descending', code, letters(options))] : [];
}

function checkAgainstScale(
  { code, scale, options }: RawIndicator,
  scales: RawInstrument['scales'],
): InstrumentFault[] {
  if (scale === undefined || options === undefined) return [];
  const expected = Object.hasOwn(scales, scale) ? letters(scales[scale] ?? []) : 'no such scale';
  const found = letters(options);
  return found === expected
    ? []
    : [fault('options-do-not-match-scale', code, `${found} instead of ${expected}`)];
}

function letters(options: readonly { letter: string; value: string }[]): string {
  return options.map(({ letter, value }) => `${letter}=${value}`).join(' ');
}

/** Inputs are unique, and formulas, totals, plausible limits and shared counts name inputs that exist. */
export function checkInputs(raw: RawInstrument): InstrumentFault[] {
  const indicators = indicatorsOf(raw);
  const names = new Set(indicators.flatMap((i) => inputsOf(i).map((input) => inputName(i, input))));
  return indicators.flatMap((indicator) => [
    ...repeated(inputsOf(indicator), (input) => input.key).map((input) =>
      fault('input-duplicate', indicator.code, input.key),
    ),
    ...checkFormula(indicator),
    ...inputsOf(indicator).flatMap((input) => checkSameAs(indicator, input, names)),
  ]);
}

function checkFormula(indicator: RawIndicator): InstrumentFault[] {
  const typed = inputsOf(indicator).filter((input) => input.computedFrom === undefined);
  const computed = inputsOf(indicator).filter((input) => input.computedFrom !== undefined);
  const typedKeys = typed.map((input) => input.key);
  const all = [...typedKeys, ...computed.map((input) => input.key)];
  return [
    ...formulaKeys(indicator).filter((key) => !all.includes(key)),
    ...computed.flatMap((input) => input.computedFrom ?? []).filter((k) => !typedKeys.includes(k)),
    ...plausibleKeys(indicator).filter((key) => !all.includes(key)),
  ].map((key) => fault('formula-unknown-input', indicator.code, key));
}

function plausibleKeys({ plausible = [] }: RawIndicator): string[] {
  return plausible.flatMap(({ parts, within }) => [...parts, within]);
}

function formulaKeys({ formula }: RawIndicator): string[] {
  if (formula === undefined) return [];
  return formula.kind === 'ratio'
    ? [formula.numerator, formula.denominator]
    : [formula.before, formula.now];
}

function checkSameAs(
  indicator: RawIndicator,
  input: RawInput,
  names: ReadonlySet<string>,
): InstrumentFault[] {
  if (input.sameAs === undefined) return [];
  const source = `${input.sameAs.code}:${input.sameAs.key}`;
  const own = inputName(indicator, input);
  return names.has(source) && source !== own ? [] : [fault('same-as-nowhere', own, source)];
}

/** Checklist codes are unique over the whole instrument: an evidence names one of them. */
export function checkChecklists(raw: RawInstrument): InstrumentFault[] {
  const items = indicatorsOf(raw).flatMap((indicator) => indicator.checklist);
  return repeated(items, (item) => item.code).map((item) =>
    fault('checklist-code-duplicate', item.code, item.name),
  );
}
