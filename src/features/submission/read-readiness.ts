import { readinessOf, type Readiness } from '../../domain/lke/readiness.js';
import type { Db } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { evidenceCounts } from '../evidence/store.js';
import { readSheet, type Lke, type Sheet } from '../lke/store.js';
import { reasonsOf, type ReasonRow } from './frozen-store.js';

export interface StoredReadiness {
  readonly readiness: Readiness;
  readonly sheet: Sheet;
  readonly reasons: ReadonlyMap<string, ReasonRow>;
}

/** Completeness and proof of the satker's own answers as they stand; also inside a transaction. */
export async function readReadiness(
  db: Db,
  deps: Pick<Deps, 'instruments'>,
  lke: Pick<Lke, 'id' | 'instrumentId'>,
): Promise<StoredReadiness> {
  const sheet = await readSheet(db, deps.instruments, lke, 'mandiri');
  const reasons = await reasonsOf(db, lke.id);
  const readiness = readinessOf(deps.instruments.instrument(lke.instrumentId), sheet.score, {
    evidence: await evidenceCounts(db, lke.id),
    reasons: new Map([...reasons].map(([code, { reason }]) => [code, reason])),
  });
  return { readiness, sheet, reasons };
}
