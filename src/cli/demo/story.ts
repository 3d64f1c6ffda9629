import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../project-root.js';

/** The example data: invented, kept as data beside the instrument. */
const DAY = z.iso.date();
const STORY = z.object({
  /** The self-assessment closes this many days from now, so that the demo is never too late. */
  deadlineInDays: z.number().int().min(1),
  targets: z.record(z.string(), z.enum(['wbk', 'wbbm'])),
  predikat: z.array(
    z.object({
      satker: z.string(),
      kind: z.enum(['wbk', 'wbbm']),
      year: z.number().int(),
      decreeNumber: z.string(),
      decreeDay: DAY,
    }),
  ),
  notes: z.record(z.string(), z.string()),
  evidence: z.array(
    z.object({
      file: z.string().optional(),
      url: z.url().optional(),
      name: z.string(),
      kind: z.string(),
      documentDay: DAY,
      periodFrom: DAY.optional(),
      periodTo: DAY.optional(),
      validUntil: DAY.optional(),
      physicalLocation: z.string().default(''),
      links: z.array(z.tuple([z.string(), z.string().nullable()])).min(1),
    }),
  ),
  evidenceSatker: z.array(z.string()),
  /** Why an answer of a submitted LKE has no evidence, in the demo. */
  noEvidenceReason: z.string().min(1),
  /** By their owner: a province, the centre ("00"), TPI ("tpi"). */
  letterheads: z.record(
    z.string(),
    z.object({
      agency: z.string(),
      address: z.string(),
      city: z.string(),
      position: z.string(),
      name: z.string(),
      nip: z.string(),
      addressee: z.string(),
      copies: z.string(),
    }),
  ),
  /** LKEs that were handed in, and how far which tier is with them. */
  stages: z.array(
    z.object({
      satker: z.string(),
      lead: z.string(),
      /** The first assessors' yes and their letter, where a second tier follows. */
      recommendation: z
        .object({
          by: z.string(),
          letterhead: z.string(),
          number: z.string(),
          /** What the team tells its head before; the centre has none. */
          team: z.object({ by: z.string(), reason: z.string() }).optional(),
        })
        .optional(),
      conclusion: z
        .object({
          lead: z.string(),
          dalnis: z.string(),
          number: z.string(),
          /** Words of the eight checks by their key. */
          texts: z.record(z.string(), z.string()),
        })
        .optional(),
      work: z.array(
        z.object({
          tier: z.enum(['pendahuluan', 'tpi']),
          by: z.string(),
          /** So many indicators from the beginning. */
          first: z.number().int().min(1),
          differs: z.record(
            z.string(),
            z.object({ answer: z.unknown(), reason: z.string().min(1) }),
          ),
          notes: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});
export type Story = z.infer<typeof STORY>;
export type StoryStage = Story['stages'][number];
export type StoryEvidence = Story['evidence'][number];

/** Answers by satker, in the form that `score` takes. */
const SHEETS = z.record(z.string(), z.record(z.string(), z.unknown()));
export type Sheets = z.infer<typeof SHEETS>;

export const demoFolder = (): string => path.join(projectRoot(), 'fixtures/demo');

export function readStory(): Story {
  return STORY.parse(readJson('story.json'));
}

export function readSheets(): Sheets {
  return SHEETS.parse(readJson('sheets.json'));
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(demoFolder(), name), 'utf8'));
}
