import { paths } from '../../paths.js';
import type { Problem } from '../../domain/problem.js';
import { formatDay } from '../../text/format.js';
import { predikatText, satkerText } from '../../text/messages/satker.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import type { PredikatTyped, RevocationTyped } from './form.js';
import { predikatFields, type PredikatFields } from './satker-page.js';
import type { PredikatEntry, SatkerRow } from './store.js';

export interface PredikatPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly predikat: PredikatFields;
  readonly revoked: null | {
    readonly text: string;
    readonly reason: string;
    readonly unrevoke: boolean;
  };
  readonly revocation: null | {
    readonly action: string;
    readonly version: number;
    readonly revokedOn: string;
    readonly revokedOnProblem: string | null;
    readonly reason: string;
    readonly reasonProblem: string | null;
  };
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'satker/predikat': PredikatPage;
  }
}

export function predikatTypedOf(entry: PredikatEntry): PredikatTyped {
  return {
    kind: entry.kind,
    year: String(entry.year),
    decree: entry.decreeNumber,
    day: entry.decreeDay ?? '',
    by: entry.grantedBy,
    unrevoke: '',
    version: entry.version,
  };
}

export function predikatPage(
  satker: SatkerRow,
  entry: PredikatEntry,
  typed: { readonly predikat?: PredikatTyped; readonly revocation?: RevocationTyped } = {},
  problems: readonly Problem[] = [],
): PredikatPage {
  const fields = typed.predikat ?? predikatTypedOf(entry);
  return {
    title: satkerText.predikatTitle(predikatText[entry.kind], entry.year, satker.name),
    problems: problemLines(problems),
    backHref: paths.adminSatkerOne(satker.code),
    backText: satker.name,
    predikat: predikatFields(paths.adminPredikatOne(satker.code, entry.id), fields, problems),
    revoked: revokedOf(entry, fields),
    revocation:
      entry.revokedOn === null
        ? revocationOf(satker.code, entry, typed.revocation, problems)
        : null,
  };
}

function revokedOf(entry: PredikatEntry, typed: PredikatTyped): PredikatPage['revoked'] {
  if (entry.revokedOn === null) return null;
  return {
    text: satkerText.revokedOn(formatDay(entry.revokedOn)),
    reason: entry.revokedReason ?? '',
    unrevoke: typed.unrevoke !== '',
  };
}

function revocationOf(
  code: string,
  entry: PredikatEntry,
  typed: RevocationTyped | undefined,
  problems: readonly Problem[],
): PredikatPage['revocation'] {
  return {
    action: paths.adminPredikatRevocation(code, entry.id),
    version: entry.version,
    revokedOn: typed?.revokedOn ?? '',
    revokedOnProblem: fieldProblem(problems, 'revokedOn'),
    reason: typed?.reason ?? '',
    reasonProblem: fieldProblem(problems, 'reason'),
  };
}
