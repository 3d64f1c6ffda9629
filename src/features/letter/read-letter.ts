import type { Db } from '../../db/store.js';
import type { Paper } from '../../paper/paper.js';
import type { Deps } from '../../web/deps.js';
import { findLke } from '../lke/store.js';
import { readFigures, standingLayak } from '../conclusion/store.js';
import { letterPaper, type LetterEntry } from './letter-paper.js';
import {
  letterOf,
  recommendedIn,
  waitingOf,
  type Letter,
  type Recommended,
} from './letter-store.js';
import { findLetterhead } from './letterhead-store.js';

type LetterDeps = Pick<Deps, 'instruments'>;

/** A letter as it reads now: as it went out, or a draft from what is stored at this moment. */
export async function paperOf(db: Db, deps: LetterDeps, letter: Letter): Promise<Paper> {
  if (letter.paper !== null) return letter.paper;
  const entries = await entriesOf(db, deps, letter, await recommendedIn(db, letter.id));
  return letterPaper(await findLetterhead(db, letter.owner), letter, letter.year, entries);
}

async function entriesOf(
  db: Db,
  { instruments }: LetterDeps,
  { year }: Letter,
  recommended: readonly Recommended[],
): Promise<readonly LetterEntry[]> {
  const entries: LetterEntry[] = [];
  for (const { satkerCode } of recommended) {
    const lke = await findLke(db, satkerCode, year);
    const decision = lke === null ? null : await standingLayak(db, lke.id);
    if (lke === null || decision === null) continue;
    entries.push({
      lke,
      decision,
      mandiri: await readFigures(db, instruments, lke, 'mandiri'),
      pendahuluan: await readFigures(db, instruments, lke, 'pendahuluan'),
    });
  }
  return entries;
}

/** Every satker of a writer whose *layak* waits for a letter, or stands in this one already. */
export async function letterCandidates(
  db: Db,
  owner: string,
  year: number,
  letterId: number | null,
): Promise<readonly (Recommended & { readonly isIn: boolean })[]> {
  const found: (Recommended & { readonly isIn: boolean })[] = [];
  for (const { id, satkerCode, satkerName } of await waitingOf(db, owner, year)) {
    const decision = await standingLayak(db, id);
    if (decision === null) continue;
    const letter = await letterOf(db, decision.id);
    const isIn = letter !== null && letter.id === letterId;
    if (letter !== null && !isIn) continue;
    found.push({ lkeId: id, decisionId: decision.id, satkerCode, satkerName, isIn });
  }
  return found;
}
