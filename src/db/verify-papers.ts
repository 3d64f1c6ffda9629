import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { HistoryAction } from '../domain/lke/history-actions.js';
import type { Db } from './store.js';

/** What went out on paper about one satker, as it is stored now. */
export interface StoredPaper {
  readonly satkerCode: string;
  readonly year: number;
  readonly number: string;
  /** What its hash is over. */
  readonly text: string;
  /** The hash kept beside it; null where only the history keeps one. */
  readonly hash: string | null;
}

type PaperFaultKind =
  /** It no longer gives the hash beside it. */
  | 'content'
  /** The history tells of another, or of none. */
  | 'history'
  /** The history tells of it, and it is gone. */
  | 'missing';

export interface PaperFault {
  readonly satker: string;
  readonly year: number;
  readonly number: string;
  readonly kind: PaperFaultKind;
}

export interface PapersVerdict {
  readonly checked: number;
  /** Made before the history kept a hash of them: they can be compared with nothing. */
  readonly unsealed: number;
  readonly faults: readonly PaperFault[];
}

/** Whether every paper still says what the history sealed when it went out. */
export async function verifyPapers(
  db: Db,
  action: HistoryAction,
  papers: readonly StoredPaper[],
): Promise<PapersVerdict> {
  const told = await toldPapers(db, action);
  const found = new Set<Told>();
  const faults: PaperFault[] = [];
  let unsealed = 0;
  for (const paper of papers) {
    const { satkerCode: satker, year, number } = paper;
    const same = told.filter((one) => isOf(one, paper));
    const hash = sha256(paper.text);
    const seal = same.find((one) => one.hash === hash) ?? same.find((one) => one.hash === null);
    if (seal !== undefined) found.add(seal);
    if (seal?.hash === null) unsealed += 1;
    const isWhole = paper.hash === null || paper.hash === hash;
    if (isWhole && seal !== undefined) continue;
    faults.push({ satker, year, number, kind: isWhole ? 'history' : 'content' });
  }
  for (const one of told) {
    const { satkerCode: satker, year, number } = one;
    if (found.has(one) || papers.some((paper) => isOf(one, paper))) continue;
    faults.push({ satker, year, number, kind: 'missing' });
  }
  return { checked: papers.length, unsealed, faults };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

type Told = Awaited<ReturnType<typeof toldPapers>>[number];

async function toldPapers(db: Db, action: HistoryAction) {
  const after = (key: string) => sql<string | null>`json_extract(after, ${`$.${key}`})`;
  const rows = await db
    .selectFrom('history')
    .select(['satker_code as satkerCode', 'year'])
    .select(
      sql<string | null>`coalesce(${after('letterNumber')}, ${after('proposalNumber')})`.as(
        'number',
      ),
    )
    .select(after('paperHash').as('hash'))
    .where('action', '=', action)
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ satkerCode, year, number, hash }) =>
    satkerCode === null || year === null || number === null
      ? []
      : [{ satkerCode, year, number, hash }],
  );
}

function isOf(told: Told, { satkerCode, year, number }: StoredPaper): boolean {
  return told.satkerCode === satkerCode && told.year === year && told.number === number;
}
