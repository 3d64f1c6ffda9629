import { z } from 'zod';
import { READ_LAYOUTS, type LkeReading } from '../recognise/lke-reading.js';

/**
 * Whether what came out of the reading process has the shape of a reading. The process has read a
 * hostile file; a reading of another shape must end here and not in a page or in the database.
 */
export function isLkeReading(value: unknown): value is LkeReading {
  return READING.safeParse(value).success;
}

const text = z.string();
const args = z.record(text, z.union([text, z.number()])).optional();

const ANSWER = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('choice'), letter: text }),
  z.object({ kind: z.literal('counts'), counts: z.record(text, z.number()) }),
  z.object({ kind: z.literal('index'), index: text }),
]);

const ROW = z.object({
  code: text,
  cell: text,
  value: ANSWER.nullable(),
  note: text.nullable(),
  evidence: z.array(z.object({ cell: text, name: text, href: text.nullable() })),
  question: text.nullable(),
  criteria: text.nullable(),
});

const OURS = z.object({
  identity: z.object({
    satkerCode: text,
    year: z.number(),
    instrumentId: text,
    layout: text,
    tier: text,
    historySeq: z.number(),
    historyHash: text,
  }),
  isIntact: z.boolean(),
  versions: z.record(text, z.number()),
});

const READING = z.object({
  layout: z.enum(READ_LAYOUTS),
  sheet: text,
  ours: OURS.nullable(),
  rows: z.array(ROW),
  missing: z.array(text),
  unrecognised: z.array(z.object({ cell: text, text })),
  invalid: z.array(z.object({ cell: text, code: text, value: text, reason: text, args })),
  defects: z.array(z.object({ kind: text, cell: text, args })),
  fileTotal: text.nullable(),
  fileGates: z.array(z.object({ code: text, text, cell: text })),
});
