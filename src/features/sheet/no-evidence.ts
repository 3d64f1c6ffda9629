import { needsProof } from '../../domain/lke/readiness.js';
import { paths } from '../../paths.js';
import type { AnswerFacts } from './answer-facts.js';

/** What the partial no-evidence is given: the reason in place of evidence. */
export interface NoEvidenceView {
  readonly reason: string;
  readonly version: number;
  /** Where it can be written; null for those who only read. */
  readonly action: string | null;
}

/**
 * Shown where an answer above the lowest option has no evidence, and where a reason was written;
 * a reason that evidence has overtaken is kept, but not shown. null where there is nothing to say.
 */
export function noEvidenceOf(facts: AnswerFacts, mayWrite: boolean): NoEvidenceView | null {
  const { lke, indicator, sheet, evidence, noEvidence } = facts;
  const isProven = evidence.some(({ purged }) => !purged);
  if (isProven) return null;
  const isAsked = needsProof(sheet.score, indicator.code);
  const { reason, version } = noEvidence;
  if (reason === '' && !(isAsked && mayWrite)) return null;
  const action = paths.noEvidenceReason(lke.satker.code, lke.year, indicator.code);
  return { reason, version, action: mayWrite ? action : null };
}
