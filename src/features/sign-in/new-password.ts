import { checkPassword } from '../../domain/account/password-rules.js';
import type { Problem } from '../../domain/problem.js';
import type { Db } from '../../db/store.js';
import { commonPasswords } from './common-passwords.js';
import { knownWordsOf } from './store.js';

/** Why this person may not choose this password, or null. */
export async function checkNewPassword(
  db: Db,
  userId: number,
  password: string,
): Promise<Problem | null> {
  return checkPassword(password, await knownWordsOf(db, userId), commonPasswords());
}
