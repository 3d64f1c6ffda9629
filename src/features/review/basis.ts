import { createHash } from 'node:crypto';
import type { AnswerRow, Judged } from '../lke/store.js';

/**
 * What a confirmation confirms: every assessment of the tier in its version, and which of them
 * hold. Any change of an assessment or of a claim gives another, so that a confirmation falls by
 * itself; versions only grow, so that it never comes back by chance.
 */
export function basisOf(work: {
  readonly rows: ReadonlyMap<string, Pick<AnswerRow, 'version'>>;
  readonly judged: ReadonlyMap<string, Pick<Judged, 'holds'>>;
}): string {
  const facts = [...work.rows]
    .map(([code, { version }]) => [code, version, work.judged.get(code)?.holds ?? null] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
