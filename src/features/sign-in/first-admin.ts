import { issueToken } from '../../db/one-time-token.js';
import { paths } from '../../paths.js';
import { firstAdminNotice } from '../../text/messages/sign-in.js';
import type { Deps } from '../../web/deps.js';
import { hasAdmin } from './store.js';

/**
 * While nobody administers, every start prints a new one-time link with which the first
 * administrator is made. There is no default account.
 */
export async function announceFirstAdmin(
  deps: Pick<Deps, 'store' | 'clock'>,
  url: string,
  print: (text: string) => void,
): Promise<void> {
  const token = await deps.store.write(async (tx) =>
    (await hasAdmin(tx)) ? null : issueToken(tx, 'first-admin', null, deps.clock()),
  );
  if (token !== null) print(firstAdminNotice(`${url}${paths.firstAdmin(token.text)}`));
}
