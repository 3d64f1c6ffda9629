import type { Facts } from '../../domain/lke/judge-transition.js';
import type { Db } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { unwrittenOf, type Unwritten } from '../lhe/store.js';
import type { Lke } from '../lke/store.js';
import { isConfirmed } from '../review/store.js';
import { standingLayak } from './decision-store.js';
import type { TierFigures } from './figures.js';

const NOTHING: Unwritten = { checks: [], recommendations: [] };

/** What the table of transitions asks of the tier that decides, and what its report leaves open. */
export async function readFacts(
  db: Db,
  deps: Pick<Deps, 'instruments'>,
  lke: Lke,
  figures: TierFigures,
): Promise<{ readonly facts: Facts; readonly unwritten: Unwritten }> {
  const { sheet, report, tier } = figures;
  const unwritten = tier === 'tpi' ? await unwrittenOf(db, deps, lke) : NOTHING;
  const facts = {
    'all-assessed': sheet.score.answered === sheet.score.of,
    'tier-gates-passed': report.passed,
    'letter-recorded': ((await standingLayak(db, lke.id))?.letterRecordedAt ?? null) !== null,
    'checks-written': tier === 'tpi' && unwritten.checks.length === 0,
    confirmed: tier === 'tpi' && (await isConfirmed(db, lke.id, 'tpi')),
  };
  return { facts, unwritten };
}
