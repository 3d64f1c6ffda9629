import { CAST_YEAR } from '../../fixtures/cast.js';
import { dataFolder } from '../../src/db/data-folder.js';
import { listInScope } from '../../src/features/lke/list-store.js';
import { MOVING_ACTIONS } from '../../src/domain/lke/history-actions.js';
import { readWatched } from '../../src/features/oversight/store.js';
import { inFolder, openBenchDeps } from './data.js';
import { COUNTRY, makeManySatker } from './many-satker.js';
import { atMost, compare, type Outcome } from './outcome.js';
import { inRounds, timePer } from './rounds.js';
import { scaled, type Settings } from './settings.js';
import { Sqlite } from '../../src/db/sqlite.js';

/** What the list of all satker shows, as one query somebody would write by hand. */
const QUERY = `
  SELECT s.code, s.name, s.province_code, s.time_zone, l.target, l.stage,
    c.answered, c.total, c.total_sort, c.detail,
    (SELECT h.at FROM history h
      WHERE h.satker_code = s.code AND h.year = ?
        AND (h.action LIKE 'answer.%' OR h.action LIKE 'evidence.%')
      ORDER BY h.seq DESC LIMIT 1) AS last_activity
  FROM satker s
  LEFT JOIN lke l ON l.satker_code = s.code AND l.year = ?
  LEFT JOIN score c ON c.lke_id = l.id AND c.tier = 'mandiri'
  ORDER BY s.code`;

/** What the oversight of all provinces shows: every tier, the standing return, the last activity. */
const WATCHED = `
  SELECT s.code, s.name, s.province_code, s.level, s.time_zone, l.id, l.target, l.stage,
    l.stage_since, l.created_at, r.tier AS returned_by, r.returned_at,
    c.tier, c.answered, c.total, c.total_sort, c.detail,
    p.total AS tpn_total, p.pengungkit, p.hasil,
    (SELECT max(back.tier) FROM (
      SELECT b.lke_id, b.tier FROM lke_return b
      UNION ALL SELECT d.lke_id, d.tier FROM lke_decision d WHERE d.effect = 'reopens'
    ) back WHERE back.lke_id = l.id) AS sent_back,
    (SELECT d.letter_recorded_at FROM lke_decision d
      WHERE d.lke_id = l.id AND d.tier = 'pendahuluan'
      ORDER BY d.id DESC LIMIT 1) AS letter_sent,
    (SELECT h.at FROM history h
      WHERE h.satker_code = s.code AND h.year = ?
        AND h.action IN (${MOVING_ACTIONS.map((action) => `'${action}'`).join(', ')})
      ORDER BY h.seq DESC LIMIT 1) AS last_activity
  FROM satker s
  LEFT JOIN lke l ON l.satker_code = s.code AND l.year = ?
  LEFT JOIN lke_return r ON r.lke_id = l.id AND r.closed_at IS NULL AND r.opened = 1
  LEFT JOIN tpn_result p ON p.lke_id = l.id
  LEFT JOIN score c ON c.lke_id = l.id
  ORDER BY s.code`;

/** The scores of the whole country, as the list of satker and the oversight read them. */
export async function benchRollUp(settings: Settings): Promise<Outcome[]> {
  const count = scaled(COUNTRY, settings, 20);
  return inFolder(async (folder) => {
    await makeManySatker(folder, count);
    const deps = await openBenchDeps(folder);
    const raw = new Sqlite(dataFolder(folder).database, { readonly: true });
    const query = raw.prepare(QUERY);
    const watchedQuery = raw.prepare(WATCHED);
    const times = scaled(30, settings);
    const everywhere = { all: true, codes: [], districtsOf: [] };
    const { product, yardstick } = await inRounds(settings.rounds, {
      product: () => timePer(times, () => listInScope(deps.store.db, everywhere, CAST_YEAR)),
      yardstick: () => timePer(times, () => query.all(CAST_YEAR, CAST_YEAR)),
    });
    const watched = await inRounds(settings.rounds, {
      product: () => timePer(times, () => readWatched(deps.store.db, everywhere, CAST_YEAR, null)),
      yardstick: () => timePer(times, () => watchedQuery.all(CAST_YEAR, CAST_YEAR)),
    });
    raw.close();
    await deps.store.close();
    return [
      compare(
        `Stored scores of ${count} satker over one SQL query`,
        'ms',
        { does: 'listInScope: rows of the satker list through the product', values: product },
        { does: 'the same rows by one prepared statement', values: yardstick },
        atMost(1.5),
      ),
      compare(
        `Oversight of ${count} satker over one SQL query`,
        'ms',
        {
          does: 'readWatched: what the oversight of all provinces is made of',
          values: watched.product,
        },
        { does: 'the same rows by one prepared statement', values: watched.yardstick },
        atMost(1.5),
      ),
    ];
  });
}
