import { judgeTransition } from '../../domain/lke/judge-transition.js';
import type { Problem } from '../../domain/problem.js';
import type { Role } from '../../domain/access/roles.js';
import { appendHistory } from '../../db/history.js';
import type { OpenYear } from '../../db/open-years.js';
import type { Actor, Tx } from '../../db/store.js';
import { formatDay } from '../../text/format.js';
import type { Deps } from '../../web/deps.js';
import { moveStage, roundOf } from '../submission/store.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { parseChosen, type ChosenSatker, type ParsedLetter, type TypedProposal } from './form.js';
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

/**
 * Proposes the chosen satker to TPN with one letter, all or none: letter, annex, decision, stage,
 * history and notifications in one transaction. The same form sent twice is one proposal.
 */
export async function propose(
  { store, instruments, clock }: Pick<Deps, 'store' | 'instruments' | 'clock'>,
  { year, letter, typed, actor }: ProposalRequest,
): Promise<Proposed> {
  return store.write(async (tx): Promise<Proposed> => {
    const wanted = [...typed.rows].filter(([, row]) => row.chosen).map(([code]) => code);
    const same = await findLetterByNumber(tx, year.year, letter.number);
    const known = same === null ? null : await knownLetter(tx, same, { letter, wanted });
    if (known !== null && known !== 'again') return known;
    if (wanted.length === 0) return refused('', 'proposal-nothing');
    const candidates = await candidatesOf(tx, instruments, year);
    const { value: chosen, problems } = parseChosen(typed, candidates);
    const ready = wanted.every((code) => isReady(candidates, typed, code));
    if (!ready) return { outcome: 'stale' };
    if (problems.length > 0) return { outcome: 'refused', problems };
    const now = clock();
    const at = now.toISOString();
    const by = { userId: actor.userId, name: actor.name, role: ROLE, at };
    const letterId = same?.id ?? (await insertLetter(tx, { year: year.year, ...letter }, by));
    for (const one of chosen) {
      const candidate = candidates.find(({ lke }) => lke.satker.code === one.code);
      if (candidate === undefined) throw new Error(`${one.code} is not ready`);
      await proposeOne(tx, { year: year.year, letterId, letter, one, candidate, actor }, now);
    }
    return { outcome: 'done', letterId, satker: chosen.length };
  });
}

/**
 * The same form sent twice is one proposal. Satker that were taken back from a letter may be proposed
 * with it again; anything else needs a letter of its own.
 */
async function knownLetter(
  tx: Tx,
  same: ProposalLetter,
  { letter, wanted }: { readonly letter: ParsedLetter; readonly wanted: readonly string[] },
): Promise<Proposed | 'again'> {
  const entries = await entriesOf(tx, same.id);
  const codesOf = (isTaken: boolean) =>
    entries
      .filter(({ takenBack }) => (takenBack !== null) === isTaken)
      .map(({ satkerCode }) => satkerCode);
  const [standing, gone] = [codesOf(false), codesOf(true)];
  if (same.day === letter.day) {
    if (wanted.length > 0 && String(standing) === String([...wanted].sort())) {
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
