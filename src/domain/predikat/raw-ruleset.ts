import { z } from 'zod';
import { REQUIREMENT_KINDS, TARGETS } from './gate.js';

/** Shape of a file in fixtures/rulesets; sources may be absent here so that the checker names them. */

const decimal = z.string().regex(/^-?\d{1,6}(\.\d{1,6})?$/);
const text = z.string().min(1);

const gate = z.strictObject({
  code: z.string(),
  name: text,
  measures: text,
  minimum: decimal,
  indexMinimum: decimal.optional(),
  source: z.string().default(''),
});

const requirement = z
  .strictObject({
    code: text,
    name: text,
    kind: z.enum(REQUIREMENT_KINDS),
    scale: z.array(text).min(2).optional(),
    wbk: z.strictObject({ text, minimum: text }),
    wbbm: z.strictObject({ text, minimum: text }),
    note: text.optional(),
    source: text,
  })
  .refine(({ kind, scale, wbk, wbbm }) => kind !== 'predikat' || hasGrades(scale, wbk, wbbm), {
    error: 'a predikat needs a scale that holds both minima',
  });

function hasGrades(
  scale: readonly string[] | undefined,
  ...minima: readonly { readonly minimum: string }[]
): boolean {
  return minima.every(({ minimum }) => scale?.includes(minimum) === true);
}

export const rawRulesetSchema = z.strictObject({
  id: text,
  year: z.number().int(),
  note: text,
  gates: z.strictObject({ wbk: z.array(gate), wbbm: z.array(gate) }),
  prerequisite: z.strictObject({
    wbbm: z.strictObject({ predikat: z.enum(TARGETS), text, source: text }),
  }),
  nomination: z.strictObject({
    legalBasis: text,
    consequence: z.strictObject({ text, source: text }),
    note: text,
    instansi: z.array(requirement).min(1),
    satker: z.array(requirement).min(1),
  }),
});

export type RawRuleset = z.infer<typeof rawRulesetSchema>;
export type RawGate = z.infer<typeof gate>;
export type RawRequirement = z.infer<typeof requirement>;
