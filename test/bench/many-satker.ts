import { judgeAll } from '../../src/domain/predikat/gates.js';
import type { Indicator } from '../../src/domain/instrument/instrument.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { scoreSheet } from '../../src/domain/scoring/score-sheet.js';
import { dataFolder } from '../../src/db/data-folder.js';
import { historyHash } from '../../src/db/history.js';
import { toStoredScore } from '../../src/features/lke/stored-score.js';
import { loadInstruments } from '../../src/instruments.js';
import { openBenchDeps } from './data.js';
import type { Connection } from '../../src/db/open-connection.js';
import { Sqlite } from '../../src/db/sqlite.js';

/** Satker of the country that fill an LKE. */
export const COUNTRY = 552;
const AT = '2026-02-02T02:00:00.000Z';
const YEAR = 2026;
/** Sheets that differ from one another; scoring each of thousands would only cost time. */
const SHEETS = 24;
const HISTORY_PER_LKE = 10;

const { instrument, ruleset } = loadInstruments().forYear(YEAR);

/**
 * A data folder in which `count` satker have a complete LKE with stored score and some history.
 * Above the real 552, satker are repeated under codes of their own. Written in bulk, because the
 * product would need minutes; what is written is what it would have written.
 */
export async function makeManySatker(folder: string, count: number): Promise<void> {
  const { store } = await openBenchDeps(folder);
  await store.close();
  const db = new Sqlite(dataFolder(folder).database);
  db.pragma('synchronous = OFF');
  db.transaction(() => fill(db, count))();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

function fill(db: Connection, count: number): void {
  db.prepare('INSERT INTO year VALUES (?, ?, ?, NULL, ?, 1)').run(
    YEAR,
    instrument.id,
    ruleset.id,
    AT,
  );
  const sheets = Array.from({ length: SHEETS }, (_, number) => sheetOf(number));
  const addHistory = historyWriter(db);
  const lke = db.prepare(
    `INSERT INTO lke (satker_code, year, target, stage, created_at, version)
     VALUES (?, ${YEAR}, 'wbk', 'pengisian', '${AT}', 1) RETURNING id`,
  );
  const answer = db.prepare(`INSERT INTO answer VALUES (?, 'mandiri', ?, ?, ?, 1, NULL, '${AT}')`);
  const score = db.prepare(`INSERT INTO score VALUES (?, 'mandiri', ?, ?, ?, ?)`);
  for (const [position, code] of satkerCodes(db, count).entries()) {
    const sheet = sheets[position % SHEETS];
    const { id } = lke.get(code) as { id: number };
    for (const row of sheet?.rows ?? []) answer.run(id, row.code, row.value, row.note);
    const { answered, total, total_sort, detail } = sheet?.score ?? scoreOf(new Map());
    score.run(id, answered, total, total_sort, detail);
    for (const row of sheet?.rows.slice(0, HISTORY_PER_LKE) ?? []) addHistory(code, row);
  }
}

/** The real codes first, then copies of them ("52.71-2"). */
function satkerCodes(db: Connection, count: number): string[] {
  const real = db
    .prepare(`SELECT code FROM satker WHERE level <> 'pusat' ORDER BY code`)
    .pluck()
    .all() as string[];
  const copy = db.prepare(
    `INSERT INTO satker SELECT ?, province_code, level, kind, name, djpb_code,
       time_zone, version FROM satker WHERE code = ?`,
  );
  return Array.from({ length: count }, (_, position) => {
    const code = real[position % real.length] ?? '';
    const turn = Math.floor(position / real.length) + 1;
    if (turn === 1) return code;
    const copied = `${code}-${turn}`;
    copy.run(copied, code);
    return copied;
  });
}

interface AnswerText {
  readonly code: string;
  readonly value: string;
  readonly note: string;
}

function sheetOf(number: number) {
  const values = new Map(
    instrument.indicators.map((indicator, place) => [
      indicator.code,
      pick(indicator, number + place),
    ]),
  );
  const rows: AnswerText[] = [...values].map(([code, value]) => ({
    code,
    value: JSON.stringify(value),
    note: `Dokumen ${code} disusun triwulan ${(number % 4) + 1} dan disahkan pimpinan satker.`,
  }));
  return { rows, score: scoreOf(values) };
}

function scoreOf(values: Parameters<typeof scoreSheet>[1]) {
  const score = scoreSheet(instrument, values);
  return toStoredScore(instrument, score, judgeAll(ruleset, score));
}

function pick(indicator: Indicator, number: number): AnswerValue {
  switch (indicator.type) {
    case 'choice':
      return {
        kind: 'choice',
        letter: indicator.options[number % indicator.options.length]?.letter ?? '',
      };
    case 'index':
      return { kind: 'index', index: ['3.6', '3.25', '4'][number % 3] ?? '4' };
    case 'counts': {
      // Larger at the end: the last count of every formula is never above the first by rule.
      const typed = indicator.inputs.filter((input) => input.computedFrom === null);
      const counts = typed.map(({ key }, place) => [key, 3 + ((number + place) % 5)] as const);
      return { kind: 'counts', counts: Object.fromEntries(counts) };
    }
  }
}

function historyWriter(db: Connection): (satkerCode: string, row: AnswerText) => void {
  const insert = db.prepare(
    `INSERT INTO history VALUES (@seq, @at, @actor_id, @actor_name, @actor_role, @origin,
       @satker_code, @year, @action, @subject, @before, @after, @previous_hash, @hash)`,
  );
  let last = { seq: 0, hash: '' };
  return (satker_code, { code, value, note }) => {
    const row = {
      seq: last.seq + 1,
      at: AT,
      actor_id: null,
      actor_name: 'operator',
      actor_role: 'operator',
      origin: 'cli',
      satker_code,
      year: YEAR,
      action: 'answer.record',
      subject: code,
      before: null,
      after: `{"value":${value},"note":${JSON.stringify(note)}}`,
      previous_hash: last.hash,
    };
    const hash = historyHash(row);
    insert.run({ ...row, hash });
    last = { seq: row.seq, hash };
  };
}
