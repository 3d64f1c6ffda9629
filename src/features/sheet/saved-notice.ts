import type { Request } from 'express';
import { exactFromDecimal, exactToDecimal, type Exact } from '../../domain/exact.js';
import { scoreIndicator } from '../../domain/scoring/score-indicator.js';
import { formatInstant, formatScore, formatShort } from '../../text/format.js';
import { savedText as text } from '../../text/messages/sheet.js';
import { withQuery } from '../../web/pager.js';
import { isSealed, sealed } from '../../web/sealed-query.js';
import type { AnswerFacts } from './answer-facts.js';
import type { Recorded } from './record-answer.js';

/**
 * What a save tells the next page. It travels in the address (code, version, figures before), so
 * that a save is one durable write; the page believes it only with the seal of the session that
 * saved, and while that version is the stored one.
 */
export interface SavedNotice {
  readonly text: string;
  /** "Poin 0 → 0,25. Nilai total 61,20 → 61,45.", or null where nothing moved. */
  readonly change: string | null;
}

const FIGURE = /^\d{1,3}(\.\d{1,6})?$/;

export function savedHref(
  req: Request,
  page: string,
  code: string,
  recorded: Extract<Recorded, { outcome: 'recorded' | 'unchanged' }>,
  pointsBefore: Exact,
): string {
  const version = String(recorded.row?.version ?? 0);
  const saved = { tersimpan: code, versi: version };
  if (recorded.outcome === 'unchanged') return withQuery(page, sealed(req, page, saved));
  const { totalBefore } = recorded;
  const figures = {
    ...saved,
    poin: exactToDecimal(pointsBefore, 6, 'half-up'),
    nilai: totalBefore === null ? '' : exactToDecimal(totalBefore, 6, 'half-up'),
  };
  return withQuery(page, sealed(req, page, figures));
}

export function savedNotice(req: Request, facts: AnswerFacts): SavedNotice | null {
  if (!isSealed(req)) return null;
  const { tersimpan, versi, poin, nilai } = req.query as Readonly<Record<string, unknown>>;
  const indicator = facts.instrument.indicators.find(({ code }) => code === tersimpan);
  const row = indicator === undefined ? undefined : facts.sheet.rows.get(indicator.code);
  if (indicator === undefined || row === undefined || String(row.version) !== versi) return null;
  const { code } = indicator;
  const when = formatInstant(row.updatedAt, facts.lke.satker.timeZone);
  if (typeof poin !== 'string') return { text: text.already(code, when), change: null };
  const changes = [
    moved(poin, scoreIndicator(indicator, row.value).points, formatShort, 3, text.points),
    moved(nilai, facts.sheet.score.total, formatScore, 2, text.total),
  ].filter((change) => change !== '');
  return {
    text: row.value === null ? text.unanswered(code, when) : text.saved(code, when),
    change: changes.length === 0 ? null : changes.join(' '),
  };
}

function moved(
  before: unknown,
  after: Exact,
  read: (figure: Exact, digits: number) => string,
  leastDigits: number,
  words: (before: string, after: string) => string,
): string {
  if (typeof before !== 'string' || !FIGURE.test(before)) return '';
  const from = exactFromDecimal(before);
  // More digits where these do not show the difference.
  const digits = read(from, leastDigits) === read(after, leastDigits) ? 6 : leastDigits;
  const [was, is] = [read(from, digits), read(after, digits)];
  return was === is ? '' : words(was, is);
}
