import { z } from 'zod';
import { RULE_KEYS } from './instrument.js';

/**
 * Shape of a file in fixtures/instruments. Only the shape: types, scales, codes and sums are left
 * as text here so that the checker can name every fault instead of the first one.
 */

const decimal = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/);
/** May be negative here, so that the checker can name the option. */
const optionValue = z.string().regex(/^-?\d{1,6}(\.\d{1,6})?$/);
const text = z.string().min(1);
const row = z.number().int().positive();

const place = z.strictObject({
  lampiranIiiRow: row,
  portalrbRow: row,
  soalId: z.number().int().nullable(),
});

const input = z.strictObject({
  key: text,
  label: text,
  officialLabel: text.optional(),
  unit: text,
  computedFrom: z.array(text).min(1).optional(),
  sameAs: z.strictObject({ code: text, key: text }).optional(),
  note: text.optional(),
  place,
});

const formula = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ratio'),
    numerator: text,
    denominator: text,
    allZero: decimal.nullable(),
    expression: text,
    words: text,
    zeroRule: text,
  }),
  z.strictObject({
    kind: z.literal('decrease'),
    before: text,
    now: text,
    bothZero: decimal,
    fromZero: decimal,
    expression: text,
    words: text,
    zeroRule: text,
  }),
]);

const indicator = z.strictObject({
  code: z.string().default(''),
  name: text,
  shortName: text.optional(),
  officialName: text.optional(),
  formerName: text.optional(),
  group: text.optional(),
  explanation: text.optional(),
  note: text.optional(),
  weight: decimal.optional(),
  type: z.string(),
  scale: z.string().optional(),
  options: z.array(z.strictObject({ letter: text, value: optionValue, criteria: text })).optional(),
  inputs: z.array(input).min(1).optional(),
  formula: formula.optional(),
  fillingRule: text.optional(),
  plausible: z.array(z.strictObject({ parts: z.array(text).min(1), within: text })).optional(),
  minimum: decimal.optional(),
  maximum: decimal.optional(),
  cadence: z.string(),
  checklist: z.array(z.strictObject({ code: text, name: text })),
  place,
});

const group = z.strictObject({
  code: z.string().default(''),
  roman: text,
  name: text,
  weight: decimal,
  note: text.optional(),
  indicators: z.array(indicator).min(1),
});

const halfArea = z.strictObject({
  code: z.string().default(''),
  area: z.string(),
  roman: text,
  name: text,
  weight: decimal,
  subcomponents: z.array(group).min(1),
});

const half = z.strictObject({
  code: z.string().default(''),
  name: text,
  half: z.enum(['pemenuhan', 'reform']),
  weight: decimal,
  areas: z.array(halfArea),
});

export const rawInstrumentSchema = z.strictObject({
  id: text,
  year: z.number().int(),
  title: text,
  legalBasis: text,
  weightSource: text,
  notes: z.strictObject({ criteria: text, cadence: text }),
  expected: z.strictObject({
    indicators: z.number().int(),
    subcomponents: z.number().int(),
    fields: z.number().int(),
  }),
  totalWeight: decimal,
  rules: z.record(z.enum(RULE_KEYS), text),
  scales: z.record(z.string(), z.array(z.strictObject({ letter: text, value: decimal }))),
  scaleNotes: z.strictObject({ counts: text, input: text, index: text }),
  pengungkit: z.strictObject({
    code: z.string().default(''),
    name: text,
    weight: decimal,
    halves: z.array(half),
  }),
  hasil: z.strictObject({
    code: z.string().default(''),
    name: text,
    weight: decimal,
    parts: z.array(group).min(1),
  }),
});

export type RawInstrument = z.infer<typeof rawInstrumentSchema>;
export type RawHalf = z.infer<typeof half>;
export type RawHalfArea = z.infer<typeof halfArea>;
/** A sub-component, or a part of Hasil: both hold indicators. */
export type RawGroup = z.infer<typeof group>;
export type RawIndicator = z.infer<typeof indicator>;
export type RawInput = z.infer<typeof input>;
export type RawFormula = z.infer<typeof formula>;
export type RawPlace = z.infer<typeof place>;
