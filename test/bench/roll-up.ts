import Sqlite from 'better-sqlite3';
import { CAST_YEAR } from '../../fixtures/cast.js';
import { dataFolder } from '../../src/db/data-folder.js';
import { listInScope } from '../../src/features/lke/list-store.js';
import { inFolder, openBenchDeps } from './data.js';
import { COUNTRY, makeManySatker } from './many-satker.js';
import { atMost, compare, type Outcome } from './outcome.js';
import { inRounds, timePer } from './rounds.js';
import { scaled, type Settings } from './settings.js';

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

/** The scores of the whole country, as the list of satker reads them. */
export async function benchRollUp(settings: Settings): Promise<Outcome[]> {
  const count = scaled(COUNTRY, settings, 20);
  return inFolder(async (folder) => {
    await makeManySatker(folder, count);
    const deps = await openBenchDeps(folder);
    const raw = new Sqlite(dataFolder(folder).database, { readonly: true });
    const query = raw.prepare(QUERY);
    const times = scaled(30, settings);
    const everywhere = { all: true, codes: [], districtsOf: [] };
    const { product, yardstick } = await inRounds(settings.rounds, {
      product: () => timePer(times, () => listInScope(deps.store.db, everywhere, CAST_YEAR)),
      yardstick: () => timePer(times, () => query.all(CAST_YEAR, CAST_YEAR)),
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
    ];
  });
}
