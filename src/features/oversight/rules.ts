import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CALL_CODES, type CallRule } from '../../domain/oversight/call-reasons.js';
import { projectRoot } from '../../project-root.js';

/** When somebody counts as stalled, is reminded or should be called: data of a year. */
export interface OversightRules {
  readonly note: string;
  readonly stalledDays: number;
  /** Days before a stage ends, most first. */
  readonly reminderDays: readonly number[];
  readonly call: readonly CallRule[];
}

const DAYS = z.number().int().min(1).max(366);

const RULES = z.strictObject({
  id: z.string().min(1),
  year: z.number().int(),
  note: z.string().min(1),
  stalledDays: DAYS,
  reminderDays: z.array(DAYS).min(1),
  call: z.array(
    z.strictObject({
      code: z.enum(CALL_CODES),
      days: DAYS.default(0),
      source: z.string().min(1),
    }),
  ),
});

const read = new Map<string, OversightRules>();

/** The rules that go with a ruleset. Throws where none are shipped, never a fallback. */
export function oversightRules(rulesetId: string): OversightRules {
  const known = read.get(rulesetId);
  if (known !== undefined) return known;
  if (!/^[a-z0-9-]+$/.test(rulesetId)) throw new Error(`not a ruleset id: ${rulesetId}`);
  const file = join(projectRoot(), 'fixtures', 'oversight', `${rulesetId}.json`);
  const parsed = RULES.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { id, note, stalledDays, reminderDays, call } = parsed;
  if (id !== rulesetId) throw new Error(`${rulesetId}.json holds ${id}`);
  const mostFirst = [...reminderDays].sort((a, b) => b - a);
  const sorted = { note, stalledDays, reminderDays: mostFirst, call };
  read.set(rulesetId, sorted);
  return sorted;
}
