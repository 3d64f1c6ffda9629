import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatDay, formatInstant } from '../../text/format.js';
import { shareText as text } from '../../text/messages/share.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { publicAccess } from '../../web/public-access.js';
import type { Lke } from '../lke/store.js';
import type { LinkTyped } from './form.js';
import { isOpen, type ShareLink, type ShareUses } from './link-store.js';

export interface LinksPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  /** Why there is no form. */
  readonly notSubmitted: string | null;
  readonly form: null | {
    readonly action: string;
    readonly key: string;
    readonly label: string;
    readonly labelProblem: string | null;
    readonly endsOn: string;
    readonly endsOnProblem: string | null;
    readonly first: string;
    readonly last: string;
    readonly longest: string;
    readonly feed: boolean;
  };
  readonly links: readonly {
    readonly label: string;
    readonly state: string;
    readonly isOpen: boolean;
    readonly stateFacts: string;
    readonly inFeed: string | null;
    readonly made: string;
    readonly uses: string;
    readonly lastUse: string | null;
    readonly revocationHref: string | null;
  }[];
  readonly none: { readonly title: string; readonly text: string };
  readonly historyHref: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'share/links': LinksPage;
    'share/made': MadePage;
    'share/revocation': RevocationPage;
  }
}

export interface LinksFacts {
  readonly lke: Lke;
  readonly nav: LkeNav;
  readonly links: readonly ShareLink[];
  readonly uses: ReadonlyMap<number, ShareUses>;
  readonly isSubmitted: boolean;
  /** Today in the satker's zone. */
  readonly today: string;
  readonly formKey: string;
}

export function linksPage(
  facts: LinksFacts,
  typed: LinkTyped | null,
  problems: readonly Problem[],
): LinksPage {
  const { lke, links } = facts;
  return {
    title: text.title,
    lkeNav: facts.nav,
    problems: problemLines(problems),
    notSubmitted: facts.isSubmitted ? null : text.notSubmitted,
    form: facts.isSubmitted ? formOf(facts, typed, problems) : null,
    links: links.map((link) => lineOf(facts, link)),
    none: { title: text.none, text: text.noneText },
    historyHref: `${paths.history(lke.satker.code, lke.year)}?kelompok=berbagi`,
  };
}

function formOf(
  { lke, today, formKey }: LinksFacts,
  typed: LinkTyped | null,
  problems: readonly Problem[],
): LinksPage['form'] {
  const limits = publicAccess();
  return {
    action: paths.shareLinks(lke.satker.code, lke.year),
    key: formKey,
    label: typed?.label ?? '',
    labelProblem: fieldProblem(problems, 'label'),
    endsOn: typed?.endsOn ?? daysAfter(today, limits['share.usual-days']),
    endsOnProblem: fieldProblem(problems, 'endsOn'),
    first: today,
    last: daysAfter(today, limits['share.longest-days']),
    longest: text.longest(limits['share.longest-days']),
    feed: typed?.feed === 'on',
  };
}

function lineOf({ lke, today, uses }: LinksFacts, link: ShareLink): LinksPage['links'][number] {
  const zone = lke.satker.timeZone;
  const used = uses.get(link.id);
  const open = isOpen(link, today);
  const state = link.revokedAt !== null ? 'revoked' : open ? 'open' : 'ended';
  return {
    label: link.label,
    state: text.state[state],
    isOpen: open,
    stateFacts:
      link.revokedAt === null
        ? text.until(formatDay(link.endsOn))
        : text.revokedBy(link.revokedByName ?? '', formatInstant(link.revokedAt, zone)),
    inFeed: link.inFeed ? text.inFeed : null,
    made: text.made(link.createdByName, formatInstant(link.createdAt, zone)),
    uses: used === undefined ? text.unused : text.uses(used.pages, used.files),
    lastUse: used === undefined ? null : text.lastUse(formatInstant(used.lastAt, zone)),
    revocationHref: open ? paths.shareLinkRevocation(lke.satker.code, lke.year, link.id) : null,
  };
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface MadePage extends PageBase {
  readonly backHref: string;
  readonly backText: string;
  readonly whose: string;
  readonly link: string;
  readonly until: string;
}

export function madePage(
  { satker, year }: Pick<Lke, 'satker' | 'year'>,
  link: { readonly label: string; readonly endsOn: string },
  address: string,
): MadePage {
  return {
    title: text.madeTitle(link.label),
    backHref: paths.shareLinks(satker.code, year),
    backText: text.title,
    whose: text.whose(link.label),
    link: address,
    until: text.madeUntil(formatDay(link.endsOn)),
  };
}

export interface RevocationPage extends PageBase {
  readonly backHref: string;
  readonly backText: string;
  readonly effects: readonly string[];
  readonly action: string;
}

export function revocationPage(
  { satker, year }: Pick<Lke, 'satker' | 'year'>,
  link: ShareLink,
): RevocationPage {
  return {
    title: text.revocationTitle(link.label),
    backHref: paths.shareLinks(satker.code, year),
    backText: text.title,
    effects: text.effects,
    action: paths.shareLinkRevocation(satker.code, year, link.id),
  };
}
