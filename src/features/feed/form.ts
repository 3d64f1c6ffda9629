import { z } from 'zod';
import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import { normaliseLine } from '../../text/normalise.js';
import type { FeedSettings } from './settings-store.js';

const text = z.string().catch('');
const SETTINGS = z.object({ enabled: text, base: text, year: text, seen: text });
const TOKEN = z.object({ name: text, list: text, read: text, year: text, key: text });
export type SettingsTyped = z.infer<typeof SETTINGS>;
export type TokenTyped = z.infer<typeof TOKEN>;

const BASE = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/;
const MOST_NAME = 120;

export function readSettingsForm(body: unknown): SettingsTyped {
  return SETTINGS.parse(body ?? {});
}

export function parseSettings(
  typed: SettingsTyped,
  years: readonly number[],
): Outcome<FeedSettings> {
  const problems: Problem[] = [];
  const base = typed.base.trim();
  if (!BASE.test(base)) problems.push({ field: 'base', code: 'feed-base' });
  const year = years.find((one) => String(one) === typed.year) ?? null;
  if (year === null) problems.push({ field: 'year', code: 'feed-year' });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { enabled: typed.enabled !== '', base, year } };
}

/** The settings a person saw, as one text for the form. */
export function settingsToken({ enabled, base, year }: FeedSettings): string {
  return `${enabled ? 1 : 0} ${base} ${year ?? ''}`;
}

export interface WantedToken {
  readonly name: string;
  readonly mayList: boolean;
  readonly mayRead: boolean;
  readonly year: number | null;
  readonly formKey: string;
}

export function readTokenForm(body: unknown): TokenTyped {
  return TOKEN.parse(body ?? {});
}

export function parseToken(typed: TokenTyped, years: readonly number[]): Outcome<WantedToken> {
  if (!z.uuid().safeParse(typed.key).success) return refused('', 'share-form-old');
  const problems: Problem[] = [];
  const name = normaliseLine(typed.name);
  if (name === '') problems.push({ field: 'name', code: 'required' });
  if (name.length > MOST_NAME) {
    problems.push({ field: 'name', code: 'too-long', args: { max: MOST_NAME } });
  }
  const [mayList, mayRead] = [typed.list !== '', typed.read !== ''];
  if (!mayList && !mayRead) problems.push({ field: 'list', code: 'token-scope' });
  const year = years.find((one) => String(one) === typed.year) ?? null;
  if (year === null && typed.year !== '') problems.push({ field: 'tokenYear', code: 'feed-year' });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { name, mayList, mayRead, year, formKey: typed.key } };
}
