import { needsProof } from '../../domain/lke/readiness.js';
import { paths } from '../../paths.js';
import type { AnswerFacts } from './answer-facts.js';

/** What the partial no-evidence is given: the reason in place of evidence. */
export interface NoEvidenceView {
  readonly reason: string;
  readonly version: number;
  /** Where the lead writes it; null for everybody else. */
  readonly action: string | null;
  /** A member is told who writes it. */
  readonly isAsked: boolean;
}

/**
 * Shown where an answer above the lowest option has no evidence, and where a reason was written;
 * a reason that evidence has overtaken is kept, but not shown. null where there is nothing to say.
 */
export function noEvidenceOf(
  facts: AnswerFacts,
  { isOpen, isLead }: { readonly isOpen: boolean; readonly isLead: boolean },
): NoEvidenceView | null {
  const { lke, indicator, sheet, evidence, noEvidence } = facts;
  const isProven = evidence.some(({ purged }) => !purged);
  if (isProven) return null;
  const isAsked = needsProof(sheet.score, indicator.code);
  const { reason, version } = noEvidence;
  if (reason === '' && !(isAsked && isOpen)) return null;
  const action = paths.noEvidenceReason(lke.satker.code, lke.year, indicator.code);
  const mayWrite = isOpen && isLead;
  return { reason, version, action: mayWrite ? action : null, isAsked: reason === '' };
}
