import type { ExpressionBuilder } from 'kysely';
import { MOVING_ACTIONS } from '../../domain/lke/history-actions.js';
import type { Database } from '../../db/schema.js';

/** Instant of the last act that moved an LKE, whoever did it; for queries over the table lke. */
export function lastMoveOf(eb: ExpressionBuilder<Database, 'lke'>) {
  return eb
    .selectFrom('history')
    .select('history.at')
    .whereRef('history.satker_code', '=', 'lke.satker_code')
    .whereRef('history.year', '=', 'lke.year')
    .where('history.action', 'in', MOVING_ACTIONS)
    .orderBy('history.seq', 'desc')
    .limit(1);
}
