import type { Problem } from '../../domain/problem.js';
import { NATIONAL_ZONE } from '../../domain/time-zone.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { feedText as text } from '../../text/messages/feed.js';
import type { Conflict } from '../../web/conflict-page.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { PageBase } from '../../web/pages.js';
import { settingsToken, type SettingsTyped, type TokenTyped } from './form.js';
import type { FeedSettings } from './settings-store.js';
import type { FeedToken } from './token-store.js';

interface YearOption {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

export interface AdminPage extends PageBase {
  readonly problems: readonly ProblemLine[];
  readonly isOn: boolean;
  readonly state: string;
  readonly noYear: string | null;
  readonly settings: {
    readonly action: string;
    readonly seen: string;
    readonly enabled: boolean;
    readonly origin: string;
    readonly base: string;
    readonly baseProblem: string | null;
    readonly years: readonly YearOption[];
    readonly yearProblem: string | null;
  };
  readonly tokens: readonly {
    readonly name: string;
    readonly scopes: string;
    readonly isOpen: boolean;
    readonly state: string;
    readonly stateFacts: string;
    readonly made: string;
    readonly used: string;
    readonly revocationHref: string | null;
  }[];
  readonly none: { readonly title: string; readonly text: string };
  readonly token: {
    readonly action: string;
    readonly key: string;
    readonly name: string;
    readonly nameProblem: string | null;
    readonly list: boolean;
    readonly listProblem: string | null;
    readonly read: boolean;
    readonly years: readonly YearOption[];
  };
}

export interface TokenPage extends PageBase {
  readonly backHref: string;
  readonly token: string;
}

export interface TokenRevocationPage extends PageBase {
  readonly backHref: string;
  readonly backText: string;
  readonly effects: readonly string[];
  readonly action: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'feed/admin': AdminPage;
    'feed/token': TokenPage;
    'feed/revocation': TokenRevocationPage;
  }
}

export interface AdminFacts {
  readonly settings: FeedSettings;
  readonly years: readonly number[];
  readonly tokens: readonly FeedToken[];
  readonly publicUrl: string;
  readonly formKey: string;
}

export interface AdminTyped {
  readonly settings?: SettingsTyped;
  readonly token?: TokenTyped;
}

export function adminPage(
  facts: AdminFacts,
  typed: AdminTyped,
  problems: readonly Problem[],
): AdminPage {
  const { settings, years, publicUrl } = facts;
  const address = publicUrl + paths.feed(settings.base);
  return {
    title: text.title,
    problems: problemLines(problems),
    isOn: settings.enabled,
    state: settings.enabled ? text.on(address) : text.off,
    noYear: years.length === 0 ? text.noYear : null,
    settings: settingsForm(facts, typed.settings, problems),
    tokens: facts.tokens.map(tokenLine),
    none: { title: text.none, text: text.noneText },
    token: tokenForm(facts, typed.token, problems),
  };
}

function settingsForm(
  { settings, years, publicUrl }: AdminFacts,
  typed: SettingsTyped | undefined,
  problems: readonly Problem[],
): AdminPage['settings'] {
  const year = typed?.year ?? String(settings.year ?? years[0] ?? '');
  return {
    action: paths.adminFeed(),
    seen: typed?.seen ?? settingsToken(settings),
    enabled: typed === undefined ? settings.enabled : typed.enabled !== '',
    origin: publicUrl + paths.feed(''),
    base: typed?.base ?? settings.base,
    baseProblem: fieldProblem(problems, 'base'),
    years: years.map((one) => yearOption(one, year)),
    yearProblem: fieldProblem(problems, 'year'),
  };
}

function tokenForm(
  { years, formKey }: AdminFacts,
  typed: TokenTyped | undefined,
  problems: readonly Problem[],
): AdminPage['token'] {
  const year = typed?.year ?? '';
  const any = { value: '', label: text.anyYear, isChosen: year === '' };
  return {
    action: paths.adminFeedTokens(),
    key: formKey,
    name: typed?.name ?? '',
    nameProblem: fieldProblem(problems, 'name'),
    list: typed === undefined || typed.list !== '',
    listProblem: fieldProblem(problems, 'list'),
    read: typed === undefined || typed.read !== '',
    years: [any, ...years.map((one) => yearOption(one, year))],
  };
}

function yearOption(year: number, chosen: string): YearOption {
  return { value: String(year), label: String(year), isChosen: String(year) === chosen };
}

function tokenLine(token: FeedToken): AdminPage['tokens'][number] {
  const { scopes } = text;
  const rights = [...(token.mayList ? [scopes.list] : []), ...(token.mayRead ? [scopes.read] : [])];
  const year = token.year === null ? text.everyYear : text.ofYear(token.year);
  const { revokedAt, lastUsedAt } = token;
  return {
    name: token.name,
    scopes: `${rights.join(', ')}; ${year}`,
    isOpen: revokedAt === null,
    state: revokedAt === null ? text.state.open : text.state.revoked,
    stateFacts: revokedAt === null ? '' : text.revokedAt(formatInstant(revokedAt, NATIONAL_ZONE)),
    made: text.made(token.createdByName, formatInstant(token.createdAt, NATIONAL_ZONE)),
    used:
      lastUsedAt === null
        ? text.unused
        : text.used(formatInstant(lastUsedAt, NATIONAL_ZONE), token.lastAddress ?? ''),
    revocationHref: revokedAt === null ? paths.adminFeedTokenRevocation(token.id) : null,
  };
}

export function tokenPage(name: string, token: string): TokenPage {
  return { title: text.tokenTitle(name), backHref: paths.adminFeed(), token };
}

export function tokenRevocationPage({ id, name }: FeedToken): TokenRevocationPage {
  return {
    title: text.revocationTitle(name),
    backHref: paths.adminFeed(),
    backText: text.title,
    effects: text.effects,
    action: paths.adminFeedTokenRevocation(id),
  };
}

export function settingsConflict(stored: FeedSettings, typed: SettingsTyped): Conflict {
  const { fields } = text;
  const { enabled, base, year } = typed;
  return {
    subject: text.subject,
    rows: [
      {
        label: fields.enabled,
        stored: text.enabled(stored.enabled),
        typed: text.enabled(enabled !== ''),
      },
      { label: fields.base, stored: stored.base, typed: base },
      { label: fields.year, stored: String(stored.year ?? ''), typed: year },
    ],
    action: paths.adminFeed(),
    fields: { enabled, base, year, seen: settingsToken(stored) },
    backHref: paths.adminFeed(),
  };
}
