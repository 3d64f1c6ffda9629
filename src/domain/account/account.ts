import type { Outcome, Problem } from '../problem.js';

/** What is kept of a person besides password and roles. */
export interface Account {
  /** Lower case; never contains "@", so that it cannot be taken for an e-mail. */
  readonly username: string;
  readonly name: string;
  /** Lower case, or null. */
  readonly email: string | null;
}

export interface TypedAccount {
  readonly username: string;
  readonly name: string;
  readonly email: string;
}

const USERNAME = /^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/;
const EMAIL = /^[a-z0-9.!#$%&'*/=?^_`{|}~+-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)+$/;
const NAME_MOST = 120;
const EMAIL_MOST = 254;

/** Texts come as normalised lines. Problems name their fields: username, name, email. */
export function checkAccount(typed: TypedAccount): Outcome<Account> {
  const username = typed.username.toLowerCase();
  const details = checkDetails(typed);
  const problem = whyNotUsername(username);
  if (problem === null && details.ok) return { ok: true, value: { username, ...details.value } };
  const others = details.ok ? [] : details.problems;
  return { ok: false, problems: problem === null ? others : [problem, ...others] };
}

/** The part that can be edited later: a user name stays, the history names people by it. */
export function checkDetails(
  typed: Omit<TypedAccount, 'username'>,
): Outcome<Omit<Account, 'username'>> {
  const email = typed.email.toLowerCase();
  const problems = [whyNotName(typed.name), whyNotEmail(email)].filter((one) => one !== null);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { name: typed.name, email: email === '' ? null : email } };
}

function whyNotUsername(username: string): Problem | null {
  if (username === '') return { field: 'username', code: 'username-needed' };
  return USERNAME.test(username) ? null : { field: 'username', code: 'username-malformed' };
}

/** A name that begins like a formula would be one in the next spreadsheet it is opened in. */
function whyNotName(name: string): Problem | null {
  if (name === '') return { field: 'name', code: 'name-needed' };
  if (name.length > NAME_MOST) return { field: 'name', code: 'too-long', args: { max: NAME_MOST } };
  return /\p{L}/u.test(name) && !/^[=+\-@]/.test(name)
    ? null
    : { field: 'name', code: 'name-malformed' };
}

function whyNotEmail(email: string): Problem | null {
  if (email === '') return null;
  const valid = email.length <= EMAIL_MOST && EMAIL.test(email);
  return valid ? null : { field: 'email', code: 'not-an-email' };
}
