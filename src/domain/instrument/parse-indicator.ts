import { exactFromDecimal, exactFromInteger, type Exact } from '../exact.js';
import type { AreaKey, Cadence, Half, Indicator, IndicatorCode, Scale } from './instrument.js';
import type { CountFormula, CountInput, SheetPlace } from './instrument.js';
import type { RawFormula, RawGroup, RawIndicator, RawInput, RawPlace } from './raw-instrument.js';

export interface Position {
  readonly area: AreaKey;
  readonly half: Half;
}

/**
 * The indicators of one group (a sub-component or a part of Hasil) that passed the checker.
 * Full points: the indicator's own weight, else weight of the group / number of its indicators
 * (90/2021 Lampiran III: a sub-component is the mean of its indicators × its weight).
 */
export function parseIndicators(group: RawGroup, position: Position): Indicator[] {
  const share = exactFromDecimal(group.weight).div(exactFromInteger(group.indicators.length));
  return group.indicators.map((raw) => {
    const fullPoints = raw.weight === undefined ? share : exactFromDecimal(raw.weight);
    return parseIndicator(raw, group.code, position, fullPoints);
  });
}

function parseIndicator(
  raw: RawIndicator,
  parent: string,
  position: Position,
  fullPoints: Exact,
): Indicator {
  const base = {
    code: raw.code as IndicatorCode,
    name: raw.name,
    shortName: raw.shortName ?? raw.name,
    officialName: raw.officialName ?? null,
    formerName: raw.formerName ?? null,
    group: raw.group ?? null,
    explanation: raw.explanation ?? null,
    note: raw.note ?? null,
    cadence: raw.cadence as Cadence,
    checklist: raw.checklist,
    ...position,
    parent,
    fullPoints,
    place: parsePlace(raw.place),
  };
  if (raw.type === 'choice') {
    const options = present(raw.options).map((o) => ({ ...o, value: exactFromDecimal(o.value) }));
    return { ...base, type: 'choice', scale: raw.scale as Scale, options };
  }
  if (raw.type === 'counts') {
    const inputs = present(raw.inputs).map(parseInput);
    const formula = parseFormula(present(raw.formula));
    const { fillingRule = null, plausible = [] } = raw;
    return { ...base, type: 'counts', inputs, formula, fillingRule, plausible };
  }
  const minimum = exactFromDecimal(present(raw.minimum));
  return { ...base, type: 'index', minimum, maximum: exactFromDecimal(present(raw.maximum)) };
}

function parsePlace(raw: RawPlace): SheetPlace {
  return { ...raw };
}

function parseInput(raw: RawInput): CountInput {
  return {
    key: raw.key,
    label: raw.label,
    officialLabel: raw.officialLabel ?? null,
    unit: raw.unit,
    computedFrom: raw.computedFrom ?? null,
    sameAs: raw.sameAs ? { ...raw.sameAs, code: raw.sameAs.code as IndicatorCode } : null,
    note: raw.note ?? null,
    place: parsePlace(raw.place),
  };
}

function parseFormula(raw: RawFormula): CountFormula {
  if (raw.kind === 'decrease') {
    const fromZero = exactFromDecimal(raw.fromZero);
    return { ...raw, bothZero: exactFromDecimal(raw.bothZero), fromZero };
  }
  return { ...raw, allZero: raw.allZero === null ? null : exactFromDecimal(raw.allZero) };
}

/** The checker guarantees it; anything else is a bug of the checker. */
function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('instrument parsed without being checked');
  return value;
}
