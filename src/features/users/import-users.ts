import type { Outcome } from '../../domain/problem.js';
import type { Actor, Db, Tx } from '../../db/store.js';
import type { Deps } from '../../web/deps.js';
import { insertUser, type CreatedUser } from './create-user.js';
import { readCsv } from './import-csv.js';
import { planImport, type PlannedRow } from './import-plan.js';
import { allPlaces, takenNames } from './store.js';

/** What the list would do now; nothing is written. */
export async function previewImport(
  db: Db | Tx,
  text: string,
): Promise<Outcome<readonly PlannedRow[]>> {
  const table = readCsv(text);
  if (!table.ok) return table;
  const plan = planImport(table.value, await allPlaces(db), await takenNames(db));
  return { ok: true, value: plan };
}

export type ImportResult =
  | { readonly kind: 'unreadable' }
  /** At least one line cannot be: none was written. */
  | { readonly kind: 'refused'; readonly plan: readonly PlannedRow[] }
  | { readonly kind: 'done'; readonly users: readonly ImportedUser[] };

export interface ImportedUser extends CreatedUser {
  readonly satker: string;
}

/** Makes all the people of the list or none, judged once more against what is stored now. */
export async function importUsers(
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  text: string,
): Promise<ImportResult> {
  return deps.store.write(async (tx) => {
    const plan = await previewImport(tx, text);
    if (!plan.ok) return { kind: 'unreadable' };
    const wanted = plan.value.flatMap(({ user, satker }) =>
      user === null ? [] : [{ user, satker }],
    );
    if (wanted.length < plan.value.length) return { kind: 'refused', plan: plan.value };
    const users: ImportedUser[] = [];
    const now = deps.clock();
    for (const { user, satker } of wanted) {
      users.push({ ...(await insertUser(tx, actor, user, 'user.import', now)), satker });
    }
    return { kind: 'done', users };
  });
}
