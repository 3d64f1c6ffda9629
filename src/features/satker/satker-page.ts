import { paths } from '../../paths.js';
import type { Problem } from '../../domain/problem.js';
import { TARGETS } from '../../domain/predikat/gate.js';
import { ZONES } from '../../domain/time-zone.js';
import { formatDay } from '../../text/format.js';
import { grantedByText, kindText, predikatText } from '../../text/messages/satker.js';
import { satkerText, zoneText } from '../../text/messages/satker.js';
import { choice, type Choice } from '../../web/choice.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { GRANTERS, type PredikatTyped, type SatkerTyped } from './form.js';
import { heldPredikat, type PredikatEntry, type SatkerRow } from './store.js';

export interface SatkerPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly facts: string;
  readonly edit: {
    readonly action: string;
    readonly version: number;
    readonly name: string;
    readonly nameProblem: string | null;
    readonly djpb: string;
    readonly djpbProblem: string | null;
    readonly zones: readonly Choice[];
    readonly zoneProblem: string | null;
  };
  readonly register: readonly RegisterRow[];
  readonly withoutWbk: string | null;
  readonly predikat: PredikatFields;
}

/** The fields of one decree, for adding and for correcting. */
export interface PredikatFields {
  readonly action: string;
  readonly version: number;
  readonly kinds: readonly Choice[];
  readonly kindProblem: string | null;
  readonly year: string;
  readonly yearProblem: string | null;
  readonly decree: string;
  readonly decreeProblem: string | null;
  readonly day: string;
  readonly dayProblem: string | null;
  readonly granters: readonly Choice[];
  readonly byProblem: string | null;
}

interface RegisterRow {
  readonly name: string;
  readonly year: number;
  readonly decree: string;
  readonly day: string;
  readonly by: string;
  readonly held: boolean;
  readonly state: string;
  readonly reason: string | null;
  readonly href: string;
  readonly hrefLabel: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'satker/satker': SatkerPage;
  }
}

const EMPTY_PREDIKAT: PredikatTyped = {
  kind: 'wbk',
  year: '',
  decree: '',
  day: '',
  by: 'tpn',
  unrevoke: '',
  version: 0,
};

export function satkerTypedOf(satker: SatkerRow): SatkerTyped {
  const { name, djpbCode, timeZone, version } = satker;
  return { name, djpb: djpbCode ?? '', zone: timeZone, version };
}

export function satkerPage(
  satker: SatkerRow,
  register: readonly PredikatEntry[],
  typed: { readonly satker?: SatkerTyped; readonly predikat?: PredikatTyped } = {},
  problems: readonly Problem[] = [],
): SatkerPage {
  const edit = typed.satker ?? satkerTypedOf(satker);
  const needsWbk =
    heldPredikat(register, 'wbbm') !== null && heldPredikat(register, 'wbk') === null;
  return {
    title: satker.name,
    problems: problemLines(problems),
    backHref: paths.adminSatker(),
    facts: satkerText.facts(satker.code, kindText[satker.kind]),
    edit: {
      action: paths.adminSatkerOne(satker.code),
      version: edit.version,
      name: edit.name,
      nameProblem: fieldProblem(problems, 'name'),
      djpb: edit.djpb,
      djpbProblem: fieldProblem(problems, 'djpb'),
      zones: ZONES.map((zone) => choice(zone, zoneText[zone] ?? zone, edit.zone)),
      zoneProblem: fieldProblem(problems, 'zone'),
    },
    register: register.map((entry) => registerRow(satker.code, entry)),
    withoutWbk: needsWbk ? satkerText.withoutWbk : null,
    predikat: predikatFields(
      paths.adminPredikat(satker.code),
      typed.predikat ?? EMPTY_PREDIKAT,
      problems,
    ),
  };
}

export function predikatFields(
  action: string,
  typed: PredikatTyped,
  problems: readonly Problem[],
): PredikatFields {
  return {
    action,
    version: typed.version,
    kinds: TARGETS.map((kind) => choice(kind, predikatText[kind], typed.kind)),
    kindProblem: fieldProblem(problems, 'kind'),
    year: typed.year,
    yearProblem: fieldProblem(problems, 'year'),
    decree: typed.decree,
    decreeProblem: fieldProblem(problems, 'decree'),
    day: typed.day,
    dayProblem: fieldProblem(problems, 'day'),
    granters: GRANTERS.map((by) => choice(by, grantedByText[by], typed.by)),
    byProblem: fieldProblem(problems, 'by'),
  };
}

function registerRow(code: string, entry: PredikatEntry): RegisterRow {
  const name = predikatText[entry.kind];
  return {
    name,
    year: entry.year,
    decree: entry.decreeNumber,
    day: entry.decreeDay === null ? satkerText.noDay : formatDay(entry.decreeDay),
    by: grantedByText[entry.grantedBy],
    held: entry.revokedOn === null,
    state:
      entry.revokedOn === null ? satkerText.held : satkerText.revokedOn(formatDay(entry.revokedOn)),
    reason: entry.revokedReason,
    href: paths.adminPredikatOne(code, entry.id),
    hrefLabel: satkerText.change(name, entry.year),
  };
}
