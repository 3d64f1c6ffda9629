import { migrations } from '../../migrations/index.js';
import { confirmedBasis } from '../../src/domain/lke/confirmation.js';
import { createDataFolder, dataFolder } from '../../src/db/data-folder.js';
import { migrate } from '../../src/db/migrate.js';
import { openConnection } from '../../src/db/open-connection.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import { Sqlite } from '../../src/db/sqlite.js';

const newFolder = temporaryFolders();
const AT = '2026-05-04T01:00:00.000Z';
const SHA = 'a'.repeat(64);

/** Three LKE confirmed under the rule of before: two with texts of the report, one without. */
function fill(file: string): void {
  const db = new Sqlite(file);
  db.exec(`INSERT INTO year VALUES (2026, 'lke-2026', 'zi-2026', NULL, '${AT}', 1)`);
  for (const [id, code] of ['52.71', '52.72', '52.01'].entries()) {
    db.exec(`INSERT INTO satker VALUES
      ('${code}', '52', 'kabupaten/kota', 'kota', 'KPU ${code}', NULL, 'Asia/Makassar', 1)`);
    db.exec(`INSERT INTO lke (id, satker_code, year, target, stage, created_at)
      VALUES (${id + 1}, '${code}', 2026, 'wbk', 'tpi', '${AT}')`);
    for (const role of ['tpi-ketua', 'tpi-dalnis']) {
      db.exec(`INSERT INTO tier_confirmation (lke_id, tier, role, basis, confirmed_by, confirmed_at)
        VALUES (${id + 1}, 'tpi', '${role}', '${SHA}', NULL, '${AT}')`);
    }
  }
  const text = db.prepare(
    `INSERT INTO lhe_text (lke_id, round, section, text, version, updated_by, updated_at)
      VALUES (?, ?, ?, 'Uraian.', ?, NULL, '${AT}')`,
  );
  text.run(1, 2, 'sakip', 3);
  text.run(1, 1, 'inovasi', 1);
  text.run(1, 2, 'rekomendasi-1', 12);
  text.run(2, 1, 'sakip', 1);
  db.close();
}

it('an upgrade lets every confirmation stand, with the texts of the report that stood then', async () => {
  const folder = dataFolder(newFolder());
  createDataFolder(folder);
  const before = new Map([...migrations].filter(([name]) => name < '0016'));
  const old = openConnection(folder.database);
  await migrate(old, before, { folder, backupBefore: false });
  old.close();
  fill(folder.database);
  const writer = openConnection(folder.database);
  await migrate(writer, migrations, { folder, backupBefore: false });
  writer.close();
  const db = new Sqlite(folder.database, { readonly: true });
  for (const lkeId of [1, 2, 3]) {
    const texts = db
      .prepare('SELECT round, section, version FROM lhe_text WHERE lke_id = ?')
      .all(lkeId) as { round: number; section: string; version: number }[];
    const kept = db
      .prepare('SELECT basis FROM tier_confirmation WHERE lke_id = ?')
      .pluck()
      .all(lkeId);
    expect(kept).toEqual([confirmedBasis(SHA, texts), confirmedBasis(SHA, texts)]);
  }
  expect(confirmedBasis(SHA, [])).toBe(SHA);
  db.close();
});
