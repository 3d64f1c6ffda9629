import type { Actor, Db } from '../db/store.js';
import { refused, type Outcome } from '../domain/problem.js';
import { findUserByName } from '../features/users/store.js';

/** Who acts on the command line unless `--as` names somebody. */
export const OPERATOR: Actor = { userId: null, name: 'operator', role: 'operator', origin: 'cli' };

/** Whoever sits at the machine is the operator, in the name of a person where one is given. */
export async function actorNamed(db: Db, as: string | null): Promise<Outcome<Actor>> {
  if (as === null) return { ok: true, value: OPERATOR };
  const username = as.trim().toLowerCase();
  const user = await findUserByName(db, username);
  if (user === null) return refused('as', 'unknown-user', { username });
  return { ok: true, value: { ...OPERATOR, userId: user.id, name: user.name } };
}
