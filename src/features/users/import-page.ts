import type { Problem } from '../../domain/problem.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import { paths } from '../../paths.js';
import { formatInstant, formatInteger } from '../../text/format.js';
import { problemText } from '../../text/messages.js';
import { roleFromText, roleText, usersText } from '../../text/messages/users.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { IMPORT_COLUMNS, MOST_ROWS } from './import-csv.js';
import type { PlannedRow } from './import-plan.js';
import type { ImportedUser } from './import-users.js';

export interface ImportPage extends PageBase {
  readonly backHref: string;
  readonly action: string;
  readonly columns: string;
  readonly mostRows: string;
  readonly roles: string;
  readonly problems: readonly ProblemLine[];
  readonly fileProblem: string | null;
  readonly textProblem: string | null;
  readonly text: string;
}

export interface ImportPreviewPage extends PageBase {
  readonly backHref: string;
  readonly action: string;
  readonly summary: string;
  readonly canConfirm: boolean;
  /** The list once more, for the confirmation to be judged afresh. */
  readonly text: string;
  readonly rows: readonly PreviewRow[];
  readonly hidden: string;
}

interface PreviewRow {
  readonly line: number;
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly satker: string;
  readonly isReady: boolean;
  readonly verdict: string;
  readonly reasons: readonly string[];
}

/** Links that are shown this once; the database keeps only their hashes. */
export interface ImportDonePage extends PageBase {
  readonly backHref: string;
  readonly done: string;
  readonly until: string;
  readonly rows: readonly { username: string; name: string; satker: string; link: string }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'users/import': ImportPage;
    'users/import-preview': ImportPreviewPage;
    'users/import-done': ImportDonePage;
  }
}

export function importPage(text: string, problems: readonly Problem[] = []): ImportPage {
  return {
    title: usersText.importTitle,
    backHref: paths.adminUsers(),
    action: paths.adminUserImport(),
    columns: IMPORT_COLUMNS.join(', '),
    mostRows: formatInteger(MOST_ROWS),
    roles: Object.keys(roleText).join(', '),
    problems: problemLines(problems),
    fileProblem: fieldProblem(problems, 'file'),
    textProblem: fieldProblem(problems, 'text'),
    text,
  };
}

const SHOWN_ROWS = 200;

export function importPreviewPage(text: string, plan: readonly PlannedRow[]): ImportPreviewPage {
  const faulty = plan.filter((row) => row.user === null);
  // What needs work comes first; what is ready need not be read to the end.
  const ordered = [...faulty, ...plan.filter((row) => row.user !== null)];
  const hidden = ordered.length - SHOWN_ROWS;
  return {
    title: usersText.importTitle,
    backHref: paths.adminUserImport(),
    action: paths.adminUserImport(),
    summary:
      faulty.length === 0
        ? usersText.importReady(formatInteger(plan.length))
        : usersText.importFaulty(formatInteger(faulty.length), formatInteger(plan.length)),
    canConfirm: faulty.length === 0,
    text,
    rows: ordered.slice(0, SHOWN_ROWS).map(previewRow),
    hidden: hidden > 0 ? usersText.importHidden(formatInteger(hidden)) : '',
  };
}

function previewRow(row: PlannedRow): PreviewRow {
  const role = roleFromText(row.role);
  const isReady = row.user !== null;
  return {
    line: row.line,
    username: row.username,
    name: row.name,
    role: role === null ? row.role : roleText[role],
    satker: row.satkerNames.length > 0 ? row.satkerNames.join(', ') : row.satker,
    isReady,
    verdict: isReady ? usersText.importRowReady : usersText.importRowFaulty,
    reasons: row.problems.map(problemText),
  };
}

export function importDonePage(publicUrl: string, users: readonly ImportedUser[]): ImportDonePage {
  return {
    title: usersText.importDoneTitle,
    backHref: paths.adminUsers(),
    done: usersText.importDone(formatInteger(users.length)),
    until: usersText.linkUntil(untilOf(users)),
    rows: users.map((user) => ({
      username: user.account.username,
      name: user.account.name,
      satker: user.satker,
      link: linkOf(publicUrl, user),
    })),
  };
}

/** The same as a file: semicolons and a byte order mark, as spreadsheets here expect. */
export function importDoneCsv(publicUrl: string, users: readonly ImportedUser[]): string {
  const until = untilOf(users);
  const rows = users.map((user) => [
    user.account.username,
    user.account.name,
    user.satker,
    linkOf(publicUrl, user),
    until,
  ]);
  const lines = [usersText.importColumns, ...rows].map((cells) => cells.map(csvCell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function untilOf(users: readonly ImportedUser[]): string {
  const first = users[0];
  if (first === undefined) return '';
  return formatInstant(first.invitation.expiresAt.toISOString(), NATIONAL_ZONE);
}

function linkOf(publicUrl: string, user: ImportedUser): string {
  return `${publicUrl}${paths.oneTimeLink(user.invitation.text)}`;
}

/** Quoted, and never a formula for the spreadsheet that opens it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
