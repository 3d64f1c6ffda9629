import type { Actor } from '../db/store.js';
import { checkAccount } from '../domain/account/account.js';
import { refused, type Outcome } from '../domain/problem.js';
import { disableUser, makeLink } from '../features/users/change-access.js';
import { createUser } from '../features/users/create-user.js';
import { findUserByName, type UserAccount } from '../features/users/store.js';
import { paths } from '../paths.js';
import { normaliseLine } from '../text/normalise.js';
import type { Deps } from '../web/deps.js';
import { actorNamed } from './actor.js';
import { EXIT_OK, printJson, refuse, type Env, type Io } from './io.js';
import { parseOptions } from './parse-options.js';
import { readAddOptions } from './user-options.js';
import { configOf } from './with-source.js';
import { withStore } from './with-store.js';

type Needs = Pick<Deps, 'store' | 'clock'> & { readonly publicUrl: string };
type Run = (needs: Needs) => Promise<Outcome<object>>;

/**
 * `user add --username U --name N [--email E] --role R [--satker CODE …] [--role …]`,
 * `user disable --username U`, `user reset-link --username U`; each with `[--as USER]`.
 * Prints what was made as JSON; a link is printed this once and kept only as a hash.
 */
export async function runUser(
  argv: readonly string[],
  io: Io,
  env: Env,
  clock: () => Date = () => new Date(),
): Promise<number> {
  const outcome = await userCommand(argv, env, clock);
  if (!outcome.ok) return refuse(io, outcome.problems);
  printJson(io, outcome.value);
  return EXIT_OK;
}

const VERBS = ['add', 'disable', 'reset-link'] as const;

async function userCommand(
  [verb, ...rest]: readonly string[],
  env: Env,
  clock: () => Date,
): Promise<Outcome<object>> {
  switch (verb) {
    case 'add':
      return add(rest, env, clock);
    case 'disable':
      return onUser(rest, env, clock, disable);
    case 'reset-link':
      return onUser(rest, env, clock, resetLink);
    default:
      return refused(verb ?? '', 'unknown-user-command', { known: VERBS.join(', ') });
  }
}

async function add(argv: readonly string[], env: Env, clock: () => Date): Promise<Outcome<object>> {
  const options = readAddOptions(argv);
  if (!options.ok) return options;
  const { username, name, email, grants, as } = options.value;
  const account = checkAccount({
    username: normaliseLine(username),
    name: normaliseLine(name),
    email: normaliseLine(email),
  });
  if (!account.ok) return account;
  return withNeeds(env, clock, { mayCreate: true }, async (needs) => {
    const actor = await actorNamed(needs.store.db, as);
    if (!actor.ok) return actor;
    const created = await createUser(needs, actor.value, { account: account.value, grants });
    if (!created.ok) return created;
    const link = `${needs.publicUrl}${paths.oneTimeLink(created.value.invitation.text)}`;
    return { ok: true, value: { username: account.value.username, link } };
  });
}

type Deed = (needs: Needs, actor: Actor, user: UserAccount) => Promise<Outcome<object>>;

async function onUser(
  argv: readonly string[],
  env: Env,
  clock: () => Date,
  deed: Deed,
): Promise<Outcome<object>> {
  const options = parseOptions(argv, { required: ['username'], optional: ['as'] });
  if (!options.ok) return options;
  const { values } = options.value;
  return withNeeds(env, clock, { mayCreate: false }, async (needs) => {
    const actor = await actorNamed(needs.store.db, values.get('as') ?? null);
    if (!actor.ok) return actor;
    const user = await userNamed(needs, 'username', values.get('username') ?? '');
    return user.ok ? deed(needs, actor.value, user.value) : user;
  });
}

async function disable(needs: Needs, actor: Actor, user: UserAccount): Promise<Outcome<object>> {
  const change = await disableUser(needs, actor, { id: user.id, version: null });
  if (change.kind === 'refused') {
    const problems = change.problems.map((problem) => ({ ...problem, field: 'username' }));
    return { ok: false, problems };
  }
  return { ok: true, value: { username: user.username, disabled: true } };
}

async function resetLink(needs: Needs, actor: Actor, user: UserAccount): Promise<Outcome<object>> {
  const made = await makeLink(needs, actor, user.id);
  if (made.kind !== 'made') return refused('username', 'user-disabled');
  const link = `${needs.publicUrl}${paths.oneTimeLink(made.token.text)}`;
  return { ok: true, value: { username: user.username, link } };
}

async function userNamed(
  { store }: Needs,
  field: string,
  typed: string,
): Promise<Outcome<UserAccount>> {
  const username = typed.trim().toLowerCase();
  const user = await findUserByName(store.db, username);
  return user === null ? refused(field, 'unknown-user', { username }) : { ok: true, value: user };
}

/** Only `add` may begin a new data folder. */
async function withNeeds(
  env: Env,
  clock: () => Date,
  mode: { readonly mayCreate: boolean },
  run: Run,
): Promise<Outcome<object>> {
  const config = configOf(env);
  if (!config.ok) return config;
  const { publicUrl } = config.value;
  return withStore(env, (store) => run({ store, clock, publicUrl }), mode);
}
