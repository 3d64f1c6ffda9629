import type { ConfirmingRole } from '../../domain/lke/confirmation.js';
import type { Stage } from '../../domain/lke/stages.js';
import { isOpenForTier } from '../../domain/lke/assessment.js';
import { appendHistory } from '../../db/history.js';
import type { Actor, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { standingOf, type Lke } from '../lke/store.js';
import { confirmingOf, tellConfirming } from '../review/store.js';
import { roundOf } from '../submission/store.js';
import { letterheadName } from '../../paper/letterhead-lines.js';
import { chosenHead, tpiLetterheads, type LetterheadRow } from '../letter/store.js';
import { lheHead, lheTexts, numberUsedFor, putLheHead, putLheText } from './lhe-store.js';
import type { LheHead, NumberUse } from './lhe-store.js';

type WriteDeps = Pick<Deps, 'store' | 'clock'>;

interface Request {
  readonly lke: Lke;
  /** Version on the page; 0 where nothing was saved. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

export type WrittenLhe<T> =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'stale'; readonly stored: T; readonly version: number }
  /** Not TPI's stage, or nothing was handed in. */
  | { readonly outcome: 'closed'; readonly stage: Stage };

/** The history names the tier first, so that the satker reads it when it reads the report. */
const HIDDEN_WITH_TPI = 'tpi lhe';

const HEAD_KEYS = ['number', 'day', 'letterhead'] as const;
type Head = Pick<LheHead, (typeof HEAD_KEYS)[number]>;

export type WrittenHead =
  WrittenLhe<Head> | { readonly outcome: 'number-taken'; readonly used: NumberUse };

/** Number and day of the report, and who signs it. */
export async function saveLheHead(
  deps: WriteDeps,
  request: Request & { readonly head: Head },
): Promise<WrittenHead> {
  const { lke, head, expectedVersion, actor } = request;
  return deps.store.write(async (tx): Promise<WrittenHead> => {
    const open = await openRound(tx, lke);
    if (open.round === null) return { outcome: 'closed', stage: open.stage };
    const of = { lkeId: lke.id, round: open.round };
    const { version, edition, ...stored } = await lheHead(tx, of);
    if (HEAD_KEYS.every((key) => stored[key] === head[key])) return { outcome: 'unchanged' };
    if (version !== expectedVersion) return { outcome: 'stale', stored, version };
    const used = await numberUsedFor(tx, of, head.number);
    if (used !== null) return { outcome: 'number-taken', used };
    await putLheHead(tx, { ...of, edition }, head);
    const heads = await tpiLetterheads(tx);
    const told = (one: Head) => ({
      lheNumber: one.number,
      lheDay: one.day,
      lheSignatory: signatoryName(heads, one.letterhead),
    });
    const entry = { action: 'lhe.number', subject: HIDDEN_WITH_TPI };
    const change = { before: version === 0 ? null : told(stored), after: told(head) };
    const place = { satkerCode: lke.satker.code, year: lke.year };
    await appendHistory(tx, actor, { ...entry, ...place, ...change }, deps.clock());
    return { outcome: 'saved' };
  });
}

function signatoryName(heads: readonly LetterheadRow[], owner: string | null): string {
  const head = chosenHead(heads, owner);
  return head === null ? '' : letterheadName(head);
}

type WrittenText =
  | { readonly outcome: 'saved'; readonly fallen: readonly ConfirmingRole[] }
  | Exclude<WrittenLhe<string>, { outcome: 'saved' }>;

/** TPI's words in one section; what was confirmed before falls, as with a changed assessment. */
export async function saveLheText(
  deps: WriteDeps,
  request: Request & { readonly section: string; readonly title: string; readonly text: string },
): Promise<WrittenText> {
  const { lke, section, title, text, expectedVersion, actor } = request;
  return deps.store.write(async (tx): Promise<WrittenText> => {
    const open = await openRound(tx, lke);
    if (open.round === null) return { outcome: 'closed', stage: open.stage };
    const of = { lkeId: lke.id, round: open.round };
    const stored = (await lheTexts(tx, of)).get(section);
    if (stored?.text === text) return { outcome: 'unchanged' };
    const version = stored?.version ?? 0;
    if (version !== expectedVersion) {
      return { outcome: 'stale', stored: stored?.text ?? '', version };
    }
    const now = deps.clock();
    const change = { section, title, text, before: stored?.text ?? null };
    return { outcome: 'saved', fallen: await writeTexts(tx, { lke, of, actor, now }, [change]) };
  });
}

/** Writes sections with their history; returns whose confirmation falls by it, who are told. */
export async function writeTexts(
  tx: Tx,
  work: {
    readonly lke: Lke;
    readonly of: { readonly lkeId: number; readonly round: number };
    readonly actor: Actor;
    readonly now: Date;
  },
  changes: readonly {
    readonly section: string;
    readonly title: string;
    readonly text: string;
    /** null where there was none. */
    readonly before: string | null;
  }[],
): Promise<readonly ConfirmingRole[]> {
  const { lke, of, actor, now } = work;
  const confirming = await confirmingOf(tx, lke.id, 'tpi');
  const place = { satkerCode: lke.satker.code, year: lke.year };
  for (const { section, title, text, before } of changes) {
    await putLheText(tx, of, { section, text }, { actor, at: now.toISOString() });
    const told = {
      before: before === null ? null : { name: title, lheText: before },
      after: { name: title, lheText: text },
    };
    const entry = { action: 'lhe.text', subject: `tpi ${section}`, ...place, ...told };
    await appendHistory(tx, actor, entry, now);
  }
  return tellConfirming(tx, { lke, tier: 'tpi', actor, now }, confirming);
}

export async function openRound(
  tx: Tx,
  lke: Lke,
): Promise<{ readonly stage: Stage; readonly round: number | null }> {
  const { stage } = await standingOf(tx, lke.id);
  const round = await roundOf(tx, lke.id);
  return { stage, round: isOpenForTier(stage, 'tpi') && round > 0 ? round : null };
}
