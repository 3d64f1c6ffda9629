import type { Role } from '../domain/access/roles.js';
import type { Recommended } from '../domain/lke/recommendation.js';
import type { Tx } from '../db/store.js';
import { holdersOf, insertNotifications, placeOfLke } from './notification-store.js';
import type { Cause } from './notify.js';

/** Telling those whose word is asked next while the LKE stays at its stage. */

/** What a notification of the kind `stage` is about where no stage was left. */
export const TURNS = {
  /** Before the kind: the team recommends it. */
  recommended: 'rekomendasi',
  /** All indicators are assessed: ketua tim and dalnis confirm. */
  confirm: 'konfirmasi',
  /** What they confirmed changed. */
  confirmAgain: 'konfirmasi-gugur',
} as const;

interface Told {
  readonly lkeId: number;
  readonly at: string;
  readonly by: Cause;
}

/** The head of the province hears what the team recommends. */
export async function notifyRecommended(
  tx: Tx,
  told: Told & { readonly kind: Recommended },
): Promise<void> {
  await tell(tx, told, ['sekretaris-provinsi'], `${TURNS.recommended} ${told.kind}`);
}

/** Ketua tim and dalnis hear that TPI's assessment waits for them. */
export async function notifyConfirm(
  tx: Tx,
  told: Told & { readonly isAgain: boolean; readonly roles: readonly Role[] },
): Promise<void> {
  await tell(tx, told, told.roles, told.isAgain ? TURNS.confirmAgain : TURNS.confirm);
}

async function tell(
  tx: Tx,
  { lkeId, at, by }: Told,
  roles: readonly Role[],
  subject: string,
): Promise<void> {
  if (roles.length === 0) return;
  const { place, year } = await placeOfLke(tx, lkeId);
  const hearers = (await holdersOf(tx, roles, place)).filter(({ userId }) => userId !== by.userId);
  await insertNotifications(tx, hearers, {
    kind: 'stage',
    satkerCode: place.code,
    year,
    subject,
    byName: by.name,
    dedupeKey: `turn:${lkeId}:${subject}:${at}`,
    at,
  });
}
