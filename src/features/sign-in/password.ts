import { randomBytes } from 'node:crypto';
import { argon2id, hash, verify } from 'argon2';

/** OWASP's minimum for argon2id; raising it needs no migration, the hash names its parameters. */
const OPTIONS = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(text: string): Promise<string> {
  return hash(text, OPTIONS);
}

/**
 * Whether the text is the password of this hash. Where there is no hash (nobody of that name, or an
 * invitation not yet taken up) the same work is done on a hash that nothing matches, so that the
 * answer takes as long and tells nothing.
 */
export async function verifyPassword(stored: string | null, text: string): Promise<boolean> {
  const matches = await verify(stored ?? UNMATCHABLE, text);
  return stored !== null && matches;
}

/** Well-formed, of the same cost, with a random tag: no password is known for it. */
const UNMATCHABLE = unmatchableHash();

function unmatchableHash(): string {
  const { memoryCost, timeCost, parallelism } = OPTIONS;
  const random = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${random(16)}$${random(32)}`;
}
