import { z } from 'zod';
import { isRecommended, type Recommended } from '../../domain/lke/recommendation.js';
import { refused, type Outcome } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';

const text = z.string().catch('');

/** Names of its own: a page may show the form of the decision beside it. */
const RECOMMENDATION = z.object({
  recommendation: text,
  'recommendation-reason': text,
  basis: text,
  /** The recommendation that stood on the page; 0 where there was none. */
  standing: z.coerce.number().int().catch(-1),
});

export type RecommendationTyped = z.infer<typeof RECOMMENDATION>;

export const readRecommendationForm = (body: unknown): RecommendationTyped =>
  RECOMMENDATION.parse(body ?? {});

export function parseRecommendation(
  typed: RecommendationTyped,
): Outcome<{ readonly kind: Recommended; readonly reason: string }> {
  const kind = typed.recommendation;
  const reason = normaliseText(typed['recommendation-reason']);
  if (!isRecommended(kind)) return refused('recommendation', 'recommendation-missing');
  if (isTooLong(reason)) return refused('recommendation-reason', 'too-long', { max: MAX_LENGTH });
  return { ok: true, value: { kind, reason } };
}
