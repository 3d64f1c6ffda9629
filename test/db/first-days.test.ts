import { migrations, type Migration } from '../../migrations/index.js';
import { createDataFolder, dataFolder, type DataFolder } from '../../src/db/data-folder.js';
import { migrate } from '../../src/db/migrate.js';
import { openConnection } from '../../src/db/open-connection.js';
import { temporaryFolders } from '../support/temporary-folder.js';
import type { Connection } from '../../src/db/open-connection.js';
import { Sqlite } from '../../src/db/sqlite.js';

const newFolder = temporaryFolders();

const PLACES = [
  ['51.71', 'Asia/Makassar'],
  ['31.73', 'Asia/Jakarta'],
  ['94.71', 'Asia/Jayapura'],
] as const;

/** One LKE a zone, its score, and one act at this instant. */
function fill(folder: DataFolder, at: string): void {
  const db = new Sqlite(folder.database);
  db.exec(`INSERT INTO year VALUES (2026, 'lke-2026', 'zi-2026', NULL, '${at}', 1)`);
  for (const [index, [code, zone]] of PLACES.entries()) {
    const id = index + 1;
    db.exec(`INSERT INTO satker VALUES
      ('${code}', '${code.slice(0, 2)}', 'kabupaten/kota', 'kota', 'KPU ${code}', NULL, '${zone}', 1)`);
    db.exec(`INSERT INTO lke (id, satker_code, year, target, stage, created_at)
      VALUES (${id}, '${code}', 2026, 'wbk', 'pengisian', '${at}')`);
    db.exec(`INSERT INTO score VALUES (${id}, 'mandiri', 3, '7/4', 1.75, '{}')`);
    addAct(db, id, code, at);
  }
  db.close();
}

function addAct(db: Connection, seq: number, code: string, at: string): void {
  db.exec(`INSERT INTO history VALUES (${seq}, '${at}', NULL, 'operator', 'operator', 'cli',
    '${code}', 2026, 'answer.record', '', NULL, NULL, '', 'hash ${seq}')`);
}

async function migrateTo(folder: DataFolder, last: string): Promise<void> {
  const wanted: [string, Migration][] = [...migrations].filter(([name]) => name <= last);
  const writer = openConnection(folder.database);
  try {
    await migrate(writer, new Map(wanted), { folder, backupBefore: false });
  } finally {
    writer.close();
  }
}

function daysIn(folder: DataFolder): unknown {
  const db = new Sqlite(folder.database, { readonly: true });
  try {
    return db
      .prepare(
        `SELECT s.time_zone || ' ' || d.day || ' ' || d.answered FROM score_day d
          JOIN lke l ON l.id = d.lke_id JOIN satker s ON s.code = l.satker_code
          ORDER BY s.code, d.day`,
      )
      .pluck()
      .all();
  } finally {
    db.close();
  }
}

async function atOversight(at: string): Promise<DataFolder> {
  const folder = dataFolder(newFolder());
  createDataFolder(folder);
  await migrateTo(folder, '0007-share-links');
  fill(folder, at);
  await migrateTo(folder, '0011-papers');
  return folder;
}

describe('scores of a folder that is older than the oversight', () => {
  it.each([
    ['16:30 in UTC', '2026-03-10T16:30:00.000Z', ['10', '11', '11']],
    ['a morning', '2026-03-10T02:00:00.000Z', ['10', '10', '10']],
    ['a night in all zones', '2026-03-10T17:00:00.000Z', ['11', '11', '11']],
    ['the last hour of a month', '2026-03-31T23:59:59.999Z', null],
  ])('count from the satker’s own day: last act at %s', async (_, at, days) => {
    const folder = await atOversight(at);
    await migrateTo(folder, '0012-first-days');
    const [jakarta, makassar, jayapura] = days ?? [];
    const dayOf = (day: string | undefined) => (days === null ? '2026-04-01' : `2026-03-${day}`);
    expect(daysIn(folder)).toEqual([
      `Asia/Jakarta ${dayOf(jakarta)} 3`,
      `Asia/Makassar ${dayOf(makassar)} 3`,
      `Asia/Jayapura ${dayOf(jayapura)} 3`,
    ]);
  });

  it('stay where work went on meanwhile, and give way to a day that was kept since', async () => {
    const folder = await atOversight('2026-03-10T16:30:00.000Z');
    const db = new Sqlite(folder.database);
    // Makassar worked on at its 11 March; Jayapura had worked already on its 10 March.
    db.exec(`INSERT INTO score_day VALUES (1, 'mandiri', '2026-03-11', 5, '9/4', 0, 0)`);
    addAct(db, 4, '51.71', '2026-03-11T01:00:00.000Z');
    addAct(db, 5, '94.71', '2026-03-10T03:00:00.000Z');
    db.close();
    await migrateTo(folder, '0012-first-days');
    expect(daysIn(folder)).toEqual([
      'Asia/Jakarta 2026-03-10 3',
      'Asia/Makassar 2026-03-11 5',
      'Asia/Jayapura 2026-03-10 3',
    ]);
  });
});
