import type { SatkerPlace } from '../domain/access/roles.js';
import type { JudgingTier } from '../domain/lke/assessment.js';
import { atTurn, hearersOfLetter, hearersOfMove, reviewersOf } from '../domain/lke/hearers.js';
import { isOpenForFilling, type Stage } from '../domain/lke/stages.js';
import type { Tx } from '../db/store.js';
import { assignedTo, holdersOf, insertNotifications, placeOfLke } from './notification-store.js';
import type { Hearer, NotificationKind } from './notification-store.js';

/**
 * Telling people in the transaction of what they are told. Whoever did it is not told; whoever is
 * told hears it once, and sees it only while the role for which they heard it is theirs.
 */

/** Who did it; null for the operator. */
export interface Cause {
  readonly userId: number | null;
  readonly name: string;
}

export async function notifyMove(
  tx: Tx,
  move: {
    readonly lkeId: number;
    readonly from: Stage;
    readonly to: Stage;
    readonly at: string;
    readonly by: Cause;
    /** It goes back because a decision was taken back; those who had it then hear of it too. */
    readonly isTakenBack?: boolean;
  },
): Promise<void> {
  const { lkeId, from, to, at, by, isTakenBack = false } = move;
  if (from === to) return;
  const { place, year } = await placeOfLke(tx, lkeId);
  const before = isTakenBack ? atTurn(from, place.level) : [];
  const roles = [...hearersOfMove(from, to, place.level), ...before];
  await insertNotifications(tx, without(await holdersOf(tx, roles, place), by), {
    kind: isTakenBack ? 'stage' : kindOf(from, to),
    satkerCode: place.code,
    year,
    subject: isTakenBack ? `${TAKEN_BACK} ${to}` : to,
    byName: by.name,
    dedupeKey: `stage:${lkeId}:${to}:${at}`,
    at,
  });
}

/** What a notification of the kind `stage` is about where no stage was left: TPI may begin. */
export const LETTER_SENT = 'surat';
/** Before the stage where a decision was taken back. */
export const TAKEN_BACK = 'ditarik';

/** The letter of recommendation went out: only now may TPI begin. */
export async function notifyLetter(
  tx: Tx,
  letter: { readonly lkeId: number; readonly at: string; readonly by: Cause },
): Promise<void> {
  const { lkeId, at, by } = letter;
  const { place, year } = await placeOfLke(tx, lkeId);
  await insertNotifications(tx, without(await holdersOf(tx, hearersOfLetter(), place), by), {
    kind: 'stage',
    satkerCode: place.code,
    year,
    subject: LETTER_SENT,
    byName: by.name,
    dedupeKey: `letter:${lkeId}:${at}`,
    at,
  });
}

interface About {
  readonly lkeId: number;
  readonly place: SatkerPlace;
  readonly year: number;
  readonly tier: JudgingTier;
  readonly at: string;
  readonly by: Cause;
}

/** People who were given a satker to assess. */
export async function notifyAssigned(
  tx: Tx,
  { lkeId, place, year, tier, at, by }: About,
  userIds: readonly number[],
): Promise<void> {
  const holders = await holdersOf(tx, reviewersOf(tier, place.level), place);
  const given = holders.filter(({ userId }) => userIds.includes(userId));
  await insertNotifications(tx, without(given, by), {
    kind: 'assigned',
    satkerCode: place.code,
    year,
    subject: tier,
    byName: by.name,
    dedupeKey: `assigned:${lkeId}:${tier}:${at}`,
    at,
  });
}

/**
 * The satker replied to a note: told to those it is assigned to, or to all of the tier. A
 * reviewer's own word is not told to the satker, which sees it once the LKE is returned.
 */
export async function notifyReply(
  tx: Tx,
  { lkeId, place, year, tier, at, by }: About,
  code: string,
): Promise<void> {
  const holders = await holdersOf(tx, reviewersOf(tier, place.level), place);
  const assigned = await assignedTo(tx, place.code, year);
  const chosen = holders.filter(({ userId }) => assigned.has(userId));
  await insertNotifications(tx, without(chosen.length > 0 ? chosen : holders, by), {
    kind: 'reply',
    satkerCode: place.code,
    year,
    subject: `${tier} ${code}`,
    byName: by.name,
    dedupeKey: `reply:${lkeId}:${tier}:${code}:${at}`,
    at,
  });
}

/** A stage ends soon: told once per date and number of days to those whose turn it is. */
export async function notifyDeadline(
  tx: Tx,
  about: {
    readonly lkeId: number;
    readonly place: SatkerPlace;
    readonly year: number;
    readonly stage: Stage;
    readonly day: string;
    readonly within: number;
    readonly daysLeft: number;
    readonly at: string;
  },
): Promise<void> {
  const { lkeId, place, year, stage, day, within, daysLeft, at } = about;
  const roles = atTurn(stage, place.level);
  if (roles.length === 0) return;
  await insertNotifications(tx, await holdersOf(tx, roles, place), {
    kind: 'deadline',
    satkerCode: place.code,
    year,
    subject: `${stage} ${day} ${daysLeft}`,
    byName: '',
    dedupeKey: `deadline:${lkeId}:${stage}:${day}:${within}`,
    at,
  });
}

function kindOf(from: Stage, to: Stage): NotificationKind {
  if (isOpenForFilling(from)) return 'submitted';
  const isBack = isOpenForFilling(to) || (from === 'tpi' && to === 'pendahuluan');
  return isBack ? 'returned' : 'stage';
}

function without(hearers: readonly Hearer[], by: Cause): readonly Hearer[] {
  return hearers.filter(({ userId }) => userId !== by.userId);
}
