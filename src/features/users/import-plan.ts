import { checkAccount } from '../../domain/account/account.js';
import { checkGrants } from '../../domain/access/check-grants.js';
import type { Problem } from '../../domain/problem.js';
import { normaliseLine } from '../../text/normalise.js';
import { roleFromText, usersText } from '../../text/messages/users.js';
import type { NewUser } from './create-user.js';
import { parseGrants } from './form.js';
import type { CsvRow, CsvTable } from './import-csv.js';
import type { Places } from './satker-choice.js';

/** What would become of one line: a new person, or why not. */
export interface PlannedRow {
  readonly line: number;
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly satker: string;
  /** Code and name of every satker that was recognised. */
  readonly satkerNames: readonly string[];
  readonly user: NewUser | null;
  readonly problems: readonly Problem[];
}

/** Names that are in use already, in lower case. */
export interface TakenNames {
  readonly usernames: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
}

/** Judges every line against the rules, what is stored, and the lines before it. */
export function planImport(
  table: CsvTable,
  places: Places,
  taken: TakenNames,
): readonly PlannedRow[] {
  const seen = { usernames: new Map<string, number>(), emails: new Map<string, number>() };
  return table.rows.map((row) => {
    const planned = planRow(row, table.columns, places);
    if (planned.user === null) return planned;
    const problems = [...planned.problems, ...whyTaken(planned.user, row.line, taken, seen)];
    return problems.length === 0 ? planned : { ...planned, user: null, problems };
  });
}

function planRow(row: CsvRow, columns: number, places: Places): PlannedRow {
  if (row.cells === null) {
    const args = { found: row.found, expected: columns };
    const problems = [{ field: '', code: 'csv-columns', args }];
    const nothing = { username: '', name: '', role: '', satker: '', satkerNames: [] };
    return { line: row.line, ...nothing, user: null, problems };
  }
  const { nama, peran, satker } = row.cells;
  const username = normaliseLine(row.cells.username);
  const name = normaliseLine(nama);
  const account = checkAccount({ username, name, email: normaliseLine(row.cells.email) });
  const role = roleFromText(peran) ?? peran;
  const grants = parseGrants({ role, satker: '', moreSatker: satker }, places);
  const codes = grants.ok ? grants.value.map((grant) => grant.satkerCode) : [];
  const satkerNames = [...new Set(codes)].map((code) => satkerName(code, places));
  const shown = { line: row.line, username, name, role: peran, satker, satkerNames };
  if (!account.ok || !grants.ok) {
    const problems = [account, grants].flatMap((part) => (part.ok ? [] : part.problems));
    return { ...shown, user: null, problems };
  }
  const user = { account: account.value, grants: grants.value };
  const problems = checkGrants([], grants.value, places);
  return { ...shown, user: problems.length === 0 ? user : null, problems };
}

function satkerName(code: string, places: Places): string {
  const place = places.get(code);
  return place === undefined ? code : usersText.satkerOption(code, place.name);
}

function whyTaken(
  { account }: NewUser,
  line: number,
  taken: TakenNames,
  seen: { usernames: Map<string, number>; emails: Map<string, number> },
): readonly Problem[] {
  const { username, email } = account;
  const problems: Problem[] = [];
  const earlier = seen.usernames.get(username);
  if (taken.usernames.has(username)) problems.push({ field: 'username', code: 'username-taken' });
  else if (earlier !== undefined) {
    problems.push({ field: 'username', code: 'csv-repeated-username', args: { line: earlier } });
  } else seen.usernames.set(username, line);
  if (email === null) return problems;
  const before = seen.emails.get(email);
  if (taken.emails.has(email)) problems.push({ field: 'email', code: 'email-taken' });
  else if (before !== undefined) {
    problems.push({ field: 'email', code: 'csv-repeated-email', args: { line: before } });
  } else seen.emails.set(email, line);
  return problems;
}
