import { createHash } from 'node:crypto';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { claimKey, type Claim, type JudgingTier } from '../../domain/lke/assessment.js';
import { prepared } from '../../db/prepared.js';
import type { Db } from '../../db/store.js';

/** What an assessment adds to the answer of its tier. */
export interface Judged {
  readonly reason: string;
  /** Submission that was judged. */
  readonly round: number;
  /** What was judged is still what the satker claims; else the assessment counts as none. */
  readonly holds: boolean;
}

const NOTHING: Claim = { version: 0, evidence: [], reason: 0 };

export type Claims = (code: IndicatorCode) => Claim;

/** The satker's claims as they are now, of every indicator it touched. */
export async function readClaims(db: Db, lkeId: number): Promise<Claims> {
  const versions = await selectVersions(db, { lkeId });
  const links = await selectLinked(db, { lkeId });
  const reasons = await selectReasons(db, { lkeId });
  const claims = new Map<string, { version: number; evidence: string[]; reason: number }>();
  const claimOf = (code: string) => {
    const claim = claims.get(code) ?? { version: 0, evidence: [], reason: 0 };
    claims.set(code, claim);
    return claim;
  };
  for (const { code, version } of versions) claimOf(code).version = version;
  for (const { code, ...document } of links) claimOf(code).evidence.push(documentKey(document));
  for (const { code, version } of reasons) claimOf(code).reason = version;
  return (code) => claims.get(code) ?? NOTHING;
}

/** A day changed after it was judged is another proof, although the file is the same. */
function documentKey({ versionId, ...said }: Record<string, unknown>): string {
  const hash = createHash('sha256').update(JSON.stringify(Object.values(said)));
  return `${String(versionId)}.${hash.digest('hex').slice(0, 16)}`;
}

/** The assessments of one tier, each with whether it still holds; `claims` where they are read already. */
export async function readJudged(
  db: Db,
  lkeId: number,
  tier: JudgingTier,
  claims?: Claims,
): Promise<ReadonlyMap<IndicatorCode, Judged>> {
  const rows = await selectAssessments(db, { lkeId, tier });
  if (rows.length === 0) return new Map();
  const claimOf = claims ?? (await readClaims(db, lkeId));
  return new Map(
    rows.map(({ code, reason, claim, round }) => {
      const holds = claim === claimKey(claimOf(code as IndicatorCode));
      return [code as IndicatorCode, { reason, round, holds }];
    }),
  );
}

const selectVersions = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('answer')
    .select(['indicator_code as code', 'version'])
    .where('lke_id', '=', lkeId)
    .where('tier', '=', 'mandiri'),
);

const selectReasons = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('no_evidence_reason')
    .select(['indicator_code as code', 'version'])
    .where('lke_id', '=', lkeId),
);

/** Withdrawn evidence proves nothing; bytes that an administrator removed were proof when judged. */
const selectLinked = prepared((db, { lkeId }: { readonly lkeId: number }) =>
  db
    .selectFrom('evidence_link')
    .innerJoin('evidence', 'evidence.id', 'evidence_link.evidence_id')
    .innerJoin('evidence_version as version', 'version.id', 'evidence_link.evidence_version_id')
    .select(['evidence_link.indicator_code as code', 'evidence_version_id as versionId'])
    .select([
      'evidence.name',
      'version.document_day',
      'version.period_from',
      'version.period_to',
      'version.valid_until',
    ])
    .where('evidence_link.lke_id', '=', lkeId)
    .where('evidence.withdrawn_at', 'is', null)
    .orderBy('evidence_version_id'),
);

const selectAssessments = prepared(
  (db, { lkeId, tier }: { readonly lkeId: number; readonly tier: JudgingTier }) =>
    db
      .selectFrom('assessment')
      .select(['indicator_code as code', 'reason', 'claim', 'round'])
      .where('lke_id', '=', lkeId)
      .where('tier', '=', tier),
);
