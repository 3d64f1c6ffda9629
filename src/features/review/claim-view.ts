import { scoreIndicator } from '../../domain/scoring/score-indicator.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Indicator } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { answerText } from '../../text/answer-text.js';
import { dayIn, formatInstant, formatShort } from '../../text/format.js';
import { reviewText as text, tierName } from '../../text/messages/review.js';
import { buildAnswerEvidence, type AnswerEvidenceItem } from '../../web/answer-evidence.js';
import { openable } from './acceptable.js';
import type { LowerTier, ReviewFacts } from './review-facts.js';

/** What the satker claims, at the left of the review page. */
export interface ClaimView {
  readonly answer: string;
  readonly points: string;
  readonly note: string;
  /** Why the satker has no evidence, in its own words. */
  readonly noEvidenceReason: string | null;
  readonly handed: string;
  readonly evidence: readonly ReviewedEvidence[];
  readonly noEvidence: string | null;
  readonly below: readonly LowerView[];
}

export interface ReviewedEvidence extends AnswerEvidenceItem {
  readonly isOpened: boolean;
  readonly opening: string;
}

/** A lower tier's word on the same indicator. */
export interface LowerView {
  readonly tier: string;
  readonly answer: string;
  readonly points: string;
  readonly reason: string;
  readonly note: string;
  readonly by: string;
  readonly isLapsed: boolean;
}

export function claimView(facts: ReviewFacts, now: Date, appVersion: string): ClaimView {
  const { indicator, claimed, handed, lke } = facts;
  const claim = claimed.get(indicator.code);
  const evidence = evidenceView(facts, now, appVersion);
  const isProven = openable(facts, indicator).length > 0;
  const zone = lke.satker.timeZone;
  return {
    ...answerView(indicator, claim?.value ?? null),
    note: claim?.note === undefined || claim.note === '' ? text.noNote : claim.note,
    noEvidenceReason: isProven ? null : (claim?.noEvidenceReason ?? null),
    handed:
      handed === null
        ? text.notHanded
        : text.handed(handed.number, formatInstant(handed.at, zone), handed.by),
    evidence,
    noEvidence: evidence.length === 0 ? text.noEvidence : null,
    below: facts.below.map((lower) => lowerView(facts, lower)),
  };
}

export function answerView(
  indicator: Indicator,
  value: AnswerValue | null,
): { readonly answer: string; readonly points: string } {
  const { points, fullPoints } = scoreIndicator(indicator, value);
  return {
    answer: answerText(indicator, value) || text.noAnswer,
    points: text.points(formatShort(points, 3), formatShort(fullPoints, 3)),
  };
}

function lowerView({ indicator, lke }: ReviewFacts, { tier, row, judged }: LowerTier): LowerView {
  const when = row === null ? '' : formatInstant(row.updatedAt, lke.satker.timeZone);
  return {
    tier: tierName(tier),
    ...answerView(indicator, row?.value ?? null),
    reason: judged?.reason ?? '',
    note: row?.note ?? '',
    by: text.assessedBy(when, row?.updatedBy ?? null),
    isLapsed: judged?.holds === false,
  };
}

/** Opened through an address that keeps who opened what. */
function evidenceView(
  { lke, tier, indicator, evidence, limits, opened }: ReviewFacts,
  now: Date,
  appVersion: string,
): readonly ReviewedEvidence[] {
  const { satker, year } = lke;
  const rows = evidence.get(indicator.code) ?? [];
  const { items } = buildAnswerEvidence(rows, {
    satkerCode: satker.code,
    year,
    code: indicator.code,
    checklist: indicator.checklist,
    limits,
    timeZone: satker.timeZone,
    today: dayIn(now, satker.timeZone),
    mayManage: false,
    appVersion,
  });
  return rows.flatMap((row, at) => {
    const item = items[at];
    if (item === undefined) return [];
    const to = (way: 'lihat' | 'unduh') =>
      paths.reviewEvidence(satker.code, year, tier, indicator.code, row.versionId, way);
    const isOpened = opened.has(row.versionId);
    return [
      {
        ...item,
        previewHref: item.previewHref === null ? null : to('lihat'),
        downloadHref: item.downloadHref === null ? null : to('unduh'),
        linkHref: item.linkHref === null ? null : to('lihat'),
        isOpened,
        opening: isOpened ? text.opened : text.unopened,
      },
    ];
  });
}
