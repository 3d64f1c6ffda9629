import { createHash } from 'node:crypto';
import type { Tier } from '../domain/access/tiers.js';
import type { LkeWorkbookInput } from './lke-workbook-input.js';

/** Names the form of the meta sheet. */
export const META_FORMAT = 'tapak-zi/lke/1';

/** What a worksheet is the worksheet of; a changed or mixed-up file shows in the checksum. */
export interface WorkbookIdentity {
  readonly format: string;
  readonly satkerCode: string;
  readonly year: number;
  readonly instrumentId: string;
  readonly rulesetId: string;
  readonly layout: string;
  readonly tier: string;
  readonly target: string;
  readonly exportedAt: string;
  readonly historySeq: number;
  readonly historyHash: string;
  /** Per tier in the sheet and per indicator in its order: code and the version exported (0: none). */
  readonly versions: readonly { readonly tier: Tier; readonly of: readonly [string, number][] }[];
}

export function identityOf(input: LkeWorkbookInput, tiers: readonly Tier[]): WorkbookIdentity {
  return {
    format: META_FORMAT,
    satkerCode: input.satker.code,
    year: input.year,
    instrumentId: input.instrument.id,
    rulesetId: input.ruleset.id,
    layout: input.layout,
    tier: input.tier,
    target: input.target,
    exportedAt: input.exportedAt,
    historySeq: input.historyHead?.seq ?? 0,
    historyHash: input.historyHead?.hash ?? '',
    versions: tiers.map((tier) => ({
      tier,
      of: input.instrument.indicators.map(({ code }) => [
        code,
        input.answers[tier]?.get(code)?.version ?? 0,
      ]),
    })),
  };
}

/** SHA-256 over the identities in the order of {@link WorkbookIdentity}. */
export function identityChecksum(identity: WorkbookIdentity): string {
  const { versions, ...rest } = identity;
  const lines = [
    ...Object.keys(rest)
      .sort()
      .map((key) => `${key}=${String(rest[key as keyof typeof rest])}`),
    ...versions.flatMap(({ tier, of }) =>
      of.map(([code, version]) => `${tier}:${code}=${version}`),
    ),
  ];
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
}
