import { sql, type Kysely } from 'kysely';

/**
 * What was decided can be taken back with a reason; nothing of it is deleted. TPI may then report
 * once more about the same round (an edition), and a satker may stand twice in one letter to TPN.
 * Who took part in which tier of an LKE is asked of the history before each further entry.
 */
const TABLES = [
  `CREATE TABLE decision_take_back (
    decision_id INTEGER PRIMARY KEY REFERENCES lke_decision(id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    taken_back_by INTEGER REFERENCES "user"(id),
    taken_back_by_name TEXT NOT NULL,
    taken_back_role TEXT NOT NULL,
    taken_back_at TEXT NOT NULL
  )`,
  `CREATE TABLE lhe_again (
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    round INTEGER NOT NULL CHECK (round > 0),
    edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0),
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    letterhead TEXT REFERENCES letterhead(owner),
    version INTEGER NOT NULL DEFAULT 1,
    decision_id INTEGER REFERENCES lke_decision(id),
    content TEXT,
    content_hash TEXT,
    concluded_at TEXT,
    PRIMARY KEY (lke_id, round, edition),
    CHECK ((concluded_at IS NULL) = (content IS NULL))
  )`,
  `INSERT INTO lhe_again (lke_id, round, edition, number, day, letterhead, version, decision_id,
     content, content_hash, concluded_at)
   SELECT lke_id, round, 1, number, day, letterhead, version, decision_id,
     content, content_hash, concluded_at FROM lhe`,
  `DROP TABLE lhe`,
  `ALTER TABLE lhe_again RENAME TO lhe`,
  `CREATE TABLE proposal_entry_again (
    id INTEGER PRIMARY KEY,
    letter_id INTEGER NOT NULL REFERENCES proposal_letter(id),
    lke_id INTEGER NOT NULL REFERENCES lke(id),
    decision_id INTEGER UNIQUE REFERENCES lke_decision(id),
    facts TEXT NOT NULL,
    reason TEXT NOT NULL
  )`,
  `INSERT INTO proposal_entry_again (letter_id, lke_id, decision_id, facts, reason)
   SELECT e.letter_id, e.lke_id,
     (SELECT max(d.id) FROM lke_decision d JOIN proposal_letter l ON l.id = e.letter_id
      WHERE d.lke_id = e.lke_id AND d.kind = 'diusulkan' AND d.letter_number = l.number),
     e.facts, e.reason
   FROM proposal_entry e ORDER BY e.letter_id, e.lke_id`,
  `DROP TABLE proposal_entry`,
  `ALTER TABLE proposal_entry_again RENAME TO proposal_entry`,
  `CREATE INDEX proposal_entry_letter ON proposal_entry (letter_id)`,
  `ALTER TABLE proposal ADD COLUMN withdrawn_at TEXT`,
  `CREATE INDEX history_actor ON history (actor_id, satker_code, year, actor_role, action)`,
] as const;

/** What was concluded or taken back stays as it is. */
const GUARDS = (['UPDATE', 'DELETE'] as const).flatMap((verb) => [
  `CREATE TRIGGER lhe_no_${verb.toLowerCase()} BEFORE ${verb} ON lhe
   WHEN OLD.concluded_at IS NOT NULL
   BEGIN SELECT RAISE(ABORT, 'a lhe that went out is frozen'); END`,
  `CREATE TRIGGER decision_take_back_no_${verb.toLowerCase()} BEFORE ${verb} ON decision_take_back
   BEGIN SELECT RAISE(ABORT, 'what was taken back stays so'); END`,
]);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...GUARDS]) await sql.raw(statement).execute(db);
}
