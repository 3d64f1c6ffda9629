import type { Tier } from '../../domain/access/tiers.js';
import { isOpenForTier } from '../../domain/lke/assessment.js';
import { recommendationSection } from '../../domain/lke/letters.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { otherTierText } from '../../text/messages/common.js';
import { decisionsText } from '../../text/messages/conclusion.js';
import { stageText } from '../../text/messages/lke.js';
import { lheText, lhePageText as text } from '../../text/messages/lhe.js';
import { tierText } from '../../text/messages/review.js';
import { roleName } from '../../text/messages/users.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { LheHeadTyped, SectionTyped } from './form.js';
import { checkData } from './check-blocks.js';
import { letterheadName } from '../../paper/letterhead-lines.js';
import { lheChecks } from './checks.js';
import type { LheFacts } from './lhe-facts.js';
import type { LheText } from './lhe-store.js';
import { may } from '../../web/lke-place.js';
import type { Place } from './place.js';
import { proposalsHash } from './keep-proposals.js';
import { proposalsOf, recommendationOf } from './proposals.js';

export interface LhePage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly state: string;
  readonly readOnly: string | null;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly head: {
    /** null for those who only read. */
    readonly action: string | null;
    readonly version: number;
    readonly number: string;
    readonly numberProblem: string | null;
    readonly day: string;
    readonly dayProblem: string | null;
    /** Who signs, where nobody has to choose. */
    readonly signatory: string | null;
    /** null where there is no choice. */
    readonly signatories:
      | readonly { readonly value: string; readonly label: string; readonly selected: boolean }[]
      | null;
    readonly signatoryProblem: string | null;
    readonly letterheadHref: string | null;
  };
  /** Keeps all that is proposed; null where nothing is, or who only reads. */
  readonly keep: {
    readonly action: string;
    readonly shown: string;
    readonly label: string;
    readonly hint: string;
    /** What saving takes away. */
    readonly drops: string | null;
  } | null;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    /** How much of it TPI has written. */
    readonly done: string;
    readonly sections: readonly Section[];
  }[];
}

interface Section {
  readonly id: string;
  readonly fieldId: string;
  readonly title: string;
  readonly hint: string;
  readonly data: readonly string[];
  readonly text: string;
  readonly version: number;
  readonly by: string;
  /** What saving takes away; null where no confirmation stands. */
  readonly drops: string | null;
  readonly action: string | null;
  readonly problem: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'lhe/lhe': LhePage;
  }
}

/** What was typed into the form that is shown again. */
export type LheTyped =
  | ({ readonly kind: 'head' } & LheHeadTyped)
  | ({ readonly kind: 'section'; readonly section: string } & SectionTyped);

export interface LheShown {
  readonly typed: LheTyped | null;
  readonly problems: readonly Problem[];
  /** Another tier of this LKE in which this person took part. */
  readonly barredBy: Tier | null;
}

export function lhePage(
  place: Place,
  facts: LheFacts,
  { typed, problems, barredBy }: LheShown,
): LhePage {
  const { lke, nav } = place;
  const { satker, year, stage } = lke;
  const { head } = facts;
  const at = [satker.code, year] as const;
  const mayWrite = may(place, 'lhe.write') && isOpenForTier(stage, 'tpi') && barredBy === null;
  const shown = typed?.kind === 'head' ? typed : head;
  const form = { place, typed, problems, mayWrite, drops: dropsOf(facts) };
  return {
    title: text.title(satker.name),
    lkeNav: nav,
    problems: problemLines(problems),
    backHref: paths.decisions(...at),
    state:
      head.concludedAt === null
        ? text.draft
        : text.concluded(formatInstant(head.concludedAt, satker.timeZone)),
    readOnly: readOnlyOf(place, mayWrite, barredBy),
    links: linksOf(place, facts),
    head: {
      action: mayWrite ? paths.lheIdentity(...at) : null,
      version: shown.version,
      number: shown.number,
      numberProblem: fieldProblem(problems, 'number'),
      day: shown.day,
      dayProblem: fieldProblem(problems, 'day'),
      ...signatoryOf(place, facts, shown.letterhead, problems),
    },
    keep: keepOf(form, facts),
    groups: [checksOf(form, facts), recommendationsOf(form, facts)],
  };
}

function signatoryOf(
  place: Place,
  { letterhead, letterheads }: LheFacts,
  chosen: string | null,
  problems: readonly Problem[],
): Pick<LhePage['head'], 'signatory' | 'signatories' | 'signatoryProblem' | 'letterheadHref'> {
  const { satker, year } = place.lke;
  const mayKeep = may(place, 'stage.conclude-memenuhi');
  const none = { value: '', label: text.chooseSignatory, selected: chosen === null };
  const choices = letterheads.map((one) => {
    return { value: one.owner, label: letterheadName(one), selected: one.owner === chosen };
  });
  return {
    signatory: letterhead === null ? lheText.unfilled : letterheadName(letterhead),
    signatories: letterheads.length > 1 ? [none, ...choices] : null,
    signatoryProblem: fieldProblem(problems, 'letterhead'),
    letterheadHref: mayKeep ? paths.letterhead(satker.code, year, 'lhe') : null,
  };
}

type Group = LhePage['groups'][number];

function checksOf(form: Form, facts: LheFacts): Group {
  const sections = lheChecks().map((check) => {
    const saved = facts.texts.get(check.key) ?? null;
    return sectionOf(form, {
      key: check.key,
      title: check.title,
      hint: check.hint,
      data: checkData(facts, check),
      text: saved?.text ?? facts.textsBefore.get(check.key) ?? '',
      saved,
      proposed: facts.textsBefore.has(check.key) ? text.before : '',
    });
  });
  const written = lheChecks().filter(({ key }) => (facts.texts.get(key)?.text ?? '') !== '');
  const done = text.written(written.length, sections.length);
  return { id: 'hal', title: text.checks, done, sections };
}

function recommendationsOf(form: Form, facts: LheFacts): Group {
  const sections = facts.instrument.areas.map((area) => {
    const { text: said, saved } = recommendationOf(facts, area);
    const title = lheText.recommendationTitle(area.key, area.name);
    const key = recommendationSection(area.key);
    const { proposed } = text;
    return sectionOf(form, { key, title, hint: '', data: [], text: said, saved, proposed });
  });
  const saved = facts.instrument.areas.filter(
    ({ key }) => (facts.texts.get(recommendationSection(key))?.text ?? '') !== '',
  );
  const done = text.kept(saved.length, sections.length);
  return { id: 'rekomendasi', title: text.recommendations, done, sections };
}

function keepOf({ place, mayWrite, drops }: Form, facts: LheFacts): LhePage['keep'] {
  const proposals = proposalsOf(facts);
  if (!mayWrite || proposals.length === 0) return null;
  const { satker, year } = place.lke;
  return {
    action: paths.lheProposals(satker.code, year),
    shown: proposalsHash(proposals),
    label: text.keep(proposals.length),
    hint: text.keepHint,
    drops,
  };
}

interface Form {
  readonly place: Place;
  readonly typed: LheTyped | null;
  readonly problems: readonly Problem[];
  readonly mayWrite: boolean;
  readonly drops: string | null;
}

function sectionOf(
  { place, typed, problems, mayWrite, drops }: Form,
  from: {
    readonly key: string;
    readonly title: string;
    readonly hint: string;
    readonly data: readonly string[];
    readonly text: string;
    readonly saved: LheText | null;
    /** Said while nothing is saved. */
    readonly proposed: string;
  },
): Section {
  const { lke } = place;
  const again = typed?.kind === 'section' && typed.section === from.key ? typed : null;
  const { saved } = from;
  return {
    id: `bagian-${from.key}`,
    fieldId: `text-${from.key}`,
    title: from.title,
    hint: from.hint,
    data: from.data,
    text: again?.text ?? from.text,
    version: again?.version ?? saved?.version ?? 0,
    by:
      saved === null
        ? from.proposed
        : text.by(saved.by, formatInstant(saved.at, lke.satker.timeZone)),
    drops: mayWrite ? drops : null,
    action: mayWrite ? paths.lheSection(lke.satker.code, lke.year, from.key) : null,
    problem: fieldProblem(problems, `text-${from.key}`),
  };
}

function dropsOf({ confirmations }: LheFacts): string | null {
  const roles = confirmations.filter(({ holds }) => holds).map(({ role }) => roleName(role));
  return roles.length === 0 ? null : text.drops(roles.join(text.and));
}

function readOnlyOf({ lke }: Place, mayWrite: boolean, barredBy: Tier | null): string | null {
  if (mayWrite) return null;
  if (barredBy !== null) return otherTierText.readOnly(tierText[barredBy]);
  return isOpenForTier(lke.stage, 'tpi') ? text.reader : text.locked(stageText[lke.stage]);
}

function linksOf(place: Place, { head }: LheFacts): LhePage['links'] {
  const { lke } = place;
  const at = [lke.satker.code, lke.year] as const;
  const links: { href: string; label: string }[] = [];
  if (head.round > 0) {
    links.push(
      { href: paths.lhePrint(...at, head.round, head.edition), label: decisionsText.print },
      { href: paths.lheDocx(...at, head.round, head.edition), label: decisionsText.docx },
    );
  }
  links.push({ href: paths.decisionTpi(...at), label: decisionsText.links.tpi });
  return links;
}
