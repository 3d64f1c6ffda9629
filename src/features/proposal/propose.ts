import { judgeTransition } from '../../domain/lke/judge-transition.js';
import type { Problem } from '../../domain/problem.js';
import type { Role } from '../../domain/access/roles.js';
import { appendHistory } from '../../db/history.js';
import type { OpenYear } from '../../db/open-years.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import { formatDay } from '../../text/format.js';
import type { Deps } from '../../web/deps.js';
import { moveStage, roundOf } from '../submission/store.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { chosenCodes, parseChosen } from './form.js';
import type { ChosenSatker, ParsedLetter, TypedProposal } from './form.js';
import { entriesOf, findLetterByNumber, insertLetter, insertProposal } from './letter-store.js';
import type { ProposalLetter } from './letter-store.js';
import { annexHash } from './annex-store.js';

export interface ProposalRequest {
  readonly year: OpenYear;
  readonly letter: ParsedLetter;
  readonly typed: TypedProposal;
  readonly actor: Actor;
}

export type Proposed =
  | { readonly outcome: 'done'; readonly letterId: number; readonly satker: number }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  /** A chosen satker is no longer ready, or changed since the page was made: nothing done. */
  | { readonly outcome: 'stale' };

const ROLE: Role = 'penilai-pusat';

type Judged =
  | Proposed
  | {
      readonly outcome: 'ready';
      readonly chosen: readonly (ChosenSatker & { readonly candidate: Candidate })[];
      /** The same letter, from which these satker were taken back. */
      readonly same: ProposalLetter | null;
    };

type Sources = Pick<Deps, 'store' | 'instruments' | 'clock'>;

/** What proposing would do now; changes nothing. */
export async function judgeProposal(
  db: Db,
  instruments: Sources['instruments'],
  { year, letter, typed }: Omit<ProposalRequest, 'actor'>,
): Promise<Judged> {
  const wanted = chosenCodes(typed);
  const same = await findLetterByNumber(db, year.year, letter.number);
  const known = same === null ? null : await knownLetter(db, same, { letter, wanted });
  if (known !== null && known !== 'again') return known;
  const candidates = await candidatesOf(db, instruments, year);
  const { value, problems } = parseChosen(typed, candidates);
  if (!wanted.every((code) => isReady(candidates, typed, code))) return { outcome: 'stale' };
  if (problems.length > 0) return { outcome: 'refused', problems };
  const chosen = value.flatMap((one) => {
    const candidate = candidates.find(({ lke }) => lke.satker.code === one.code);
    return candidate === undefined ? [] : [{ ...one, candidate }];
  });
  return { outcome: 'ready', chosen, same };
}

/**
 * Proposes the chosen satker to TPN with one letter, all or none: letter, annex, decision, stage,
 * history and notifications in one transaction. The same form sent twice is one proposal.
 */
export async function propose(
  { store, instruments, clock }: Sources,
  { actor, ...request }: ProposalRequest,
): Promise<Proposed> {
  return store.write(async (tx): Promise<Proposed> => {
    const judged = await judgeProposal(tx, instruments, request);
    if (judged.outcome !== 'ready') return judged;
    const { chosen, same } = judged;
    const year = request.year.year;
    const { letter } = request;
    const now = clock();
    const by = { userId: actor.userId, name: actor.name, role: ROLE, at: now.toISOString() };
    const letterId = same?.id ?? (await insertLetter(tx, { year, ...letter }, by));
    for (const { candidate, ...one } of chosen) {
      await proposeOne(tx, { year, letterId, letter, one, candidate, actor }, now);
    }
    return { outcome: 'done', letterId, satker: chosen.length };
  });
}

/**
 * The same form sent twice is one proposal. Satker that were taken back from a letter may be proposed
 * with it again; anything else needs a letter of its own.
 */
async function knownLetter(
  db: Db,
  same: ProposalLetter,
  { letter, wanted }: { readonly letter: ParsedLetter; readonly wanted: readonly string[] },
): Promise<Proposed | 'again'> {
  const entries = await entriesOf(db, same.id);
  const codesOf = (isTaken: boolean) =>
    entries
      .filter(({ takenBack }) => (takenBack !== null) === isTaken)
      .map(({ satkerCode }) => satkerCode);
  const [standing, gone] = [codesOf(false), codesOf(true)];
  if (same.day === letter.day) {
    if (wanted.length > 0 && String(standing) === String(wanted)) {
      return { outcome: 'done', letterId: same.id, satker: standing.length };
    }
    const isAgain = wanted.every((code) => gone.includes(code) && !standing.includes(code));
    if (isAgain && wanted.length > 0) return 'again';
  }
  return refused('number', 'proposal-number-taken', { day: formatDay(same.day) });
}

function isReady(candidates: readonly Candidate[], typed: TypedProposal, code: string): boolean {
  const found = candidates.find(({ lke }) => lke.satker.code === code);
  return found !== undefined && String(found.lke.version) === typed.rows.get(code)?.version;
}

interface One {
  readonly year: number;
  readonly letterId: number;
  readonly letter: ParsedLetter;
  readonly one: ChosenSatker;
  readonly candidate: Candidate;
  readonly actor: Actor;
}

async function proposeOne(
  tx: Tx,
  { year, letterId, letter, one, candidate, actor }: One,
  now: Date,
): Promise<void> {
  const { lke, score, instansi, satker } = candidate;
  const { stage, satker: place } = lke;
  const wish = { action: 'propose', stage, level: place.level, roles: [ROLE] } as const;
  const verdict = judgeTransition(wish, {});
  if (verdict.verdict !== 'allowed') throw new Error(`${place.code} cannot be proposed`);
  const at = now.toISOString();
  const { category, afirmasi, reason } = one;
  const facts = { name: place.name, category, afirmasi, ...score, requirements: satker, instansi };
  await moveStage(tx, { lkeId: lke.id, from: stage, to: verdict.transition.to, at, by: actor });
  const round = await roundOf(tx, lke.id);
  const by = { userId: actor.userId, name: actor.name, role: verdict.role, at };
  await insertProposal(tx, { letterId, lkeId: lke.id, round, facts, reason, ...letter }, by);
  const after = {
    stage: verdict.transition.to,
    category,
    proposalNumber: letter.number,
    proposalDay: letter.day,
    paperHash: annexHash({ ...letter, facts: JSON.stringify(facts), reason }),
    ...(reason === '' ? {} : { reason }),
  };
  const entry = { action: 'lke.propose', subject: place.code, before: { stage }, after };
  await appendHistory(tx, actor, { ...entry, satkerCode: place.code, year }, now);
}

function refused(field: string, code: string, args: Problem['args'] = {}): Proposed {
  return { outcome: 'refused', problems: [{ field, code, args }] };
}
