import type { Db, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import type { Lke } from '../lke/store.js';
import { roundOf } from '../submission/store.js';
import { readLheFacts } from './lhe-facts.js';
import { lhePaper, type Conclusion } from './lhe-paper.js';
import { freezeLhe } from './lhe-store.js';
import { paperHash } from '../../paper/paper-hash.js';

type LheDeps = Pick<Deps, 'instruments'>;

/** Freezes the report with its conclusion: later changes of settings or texts do not reach it. */
export async function concludeLhe(
  tx: Tx,
  deps: LheDeps,
  lke: Lke,
  done: {
    readonly round: number;
    readonly decisionId: number;
    readonly conclusion: Conclusion;
    readonly at: string;
  },
): Promise<{ readonly number: string; readonly hash: string }> {
  const { round, decisionId, conclusion, at } = done;
  const facts = await readLheFacts(tx, deps, lke, round);
  const paper = lhePaper(facts, conclusion);
  const hash = paperHash(paper);
  const { edition } = facts.head;
  await freezeLhe(tx, { lkeId: lke.id, round, edition }, { paper, hash, decisionId, at });
  return { number: facts.head.number, hash };
}

/** The report as it reads now, in one text: any change of a figure, word or name gives another. */
export async function lheFingerprint(db: Db, deps: LheDeps, lke: Lke): Promise<string> {
  const round = await roundOf(db, lke.id);
  return round === 0 ? '' : paperHash(lhePaper(await readLheFacts(db, deps, lke, round), null));
}

/** What a report cannot be concluded without. */
export async function missingOfLhe(
  db: Db,
  deps: LheDeps,
  lke: Lke,
  round: number,
): Promise<'no-lhe-number' | 'no-letterhead' | null> {
  const { head, letterhead } = await readLheFacts(db, deps, lke, round);
  if (letterhead === null) return 'no-letterhead';
  return head.number === '' || head.day === '' ? 'no-lhe-number' : null;
}
