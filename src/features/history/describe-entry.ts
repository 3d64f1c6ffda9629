import type { HistoryTable } from '../../db/schema.js';
import { isRole } from '../../domain/access/roles.js';
import { TIERS } from '../../domain/access/tiers.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { tpiHeadPlace } from '../../domain/lke/letters.js';
import { actionText, actionVariants, fieldText, historyText } from '../../text/messages/history.js';
import { tierText } from '../../text/messages/review.js';
import { predikatText } from '../../text/messages/satker.js';
import { importChanges } from './describe-import.js';
import { describeValue, type Wording } from './describe-value.js';
import type { DescribedChange } from './described-change.js';

/** One entry as a person reads it. */
export interface DescribedEntry {
  readonly action: string;
  readonly subject: string | null;
  readonly changes: readonly DescribedChange[];
}

type Kept = Readonly<Record<string, unknown>>;
type Row = Pick<HistoryTable, 'action' | 'subject' | 'before' | 'after'>;

/** Keys that name a thing by its number, or repeat what the action already says. */
const UNTOLD = new Set(['evidenceId', 'withdrawn', 'existing']);
const PRIVATE = new Set(['email']);
const CODES = new Set(['sha256', 'wordingHash', 'contentHash', 'paperHash']);

export function describeEntry(row: Row, wording: Wording): DescribedEntry {
  const before = readKept(row.before);
  const after = readKept(row.after);
  return {
    action: actionWords(row.action, before, after),
    subject: subjectWords(row, wording),
    changes: changesOf(row, before, after, wording),
  };
}

function readKept(json: string | null): Kept | null {
  if (json === null) return null;
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Kept)
    : null;
}

function actionWords(action: string, before: Kept | null, after: Kept | null): string {
  if (action === 'evidence.withdraw' && after?.['withdrawn'] === false) {
    return actionVariants.restored;
  }
  if (action === 'evidence.link' && before !== null) return actionVariants.relinked;
  if (action === 'team.invite' && after?.['existing'] === true) return actionVariants.rejoined;
  if (action === 'answer.record' && after?.['value'] === null && hasAnswer(before)) {
    return actionVariants.cleared;
  }
  return actionText[action] ?? action;
}

function hasAnswer(kept: Kept | null): boolean {
  return (kept?.['value'] ?? null) !== null;
}

function subjectWords({ action, subject }: Row, { instrument }: Wording): string | null {
  const [noun = ''] = action.split('.');
  switch (noun) {
    case 'answer':
      return indicatorWords(subject, instrument);
    case 'evidence':
      return /^\d+$/.test(subject)
        ? historyText.evidence(subject)
        : indicatorWords(subject, instrument);
    case 'assessment':
    case 'note':
      return tierWords(subject, instrument);
    case 'predikat': {
      const [kind = '', year = ''] = subject.split(' ');
      return `${kind === 'wbk' || kind === 'wbbm' ? predikatText[kind] : kind} ${year}`.trim();
    }
    case 'letterhead': {
      const place = tpiHeadPlace(subject);
      return place === 0 ? null : historyText.tpiHead(place);
    }
    case 'team':
    case 'user':
      return subject;
    default:
      return null;
  }
}

/** "pendahuluan A.I.1.i.a" or "tpi tpi-ketua". */
function tierWords(subject: string, instrument: Wording['instrument']): string {
  const [tier = '', about = ''] = subject.split(' ');
  const name = TIERS.find((one) => one === tier);
  const what = isRole(about) ? historyText.role(about) : indicatorWords(about, instrument);
  return name === undefined ? what : `${tierText[name]}: ${what}`;
}

/** The indicator of a subject that names a tier before it. */
function codeIn(subject: string): string {
  return subject.split(' ').at(-1) ?? subject;
}

function indicatorWords(code: string, instrument: Wording['instrument']): string {
  const indicator = instrument.byCode.get(code as IndicatorCode);
  return indicator === undefined ? code : `${code} ${indicator.shortName}`;
}

function changesOf(
  row: Row,
  before: Kept | null,
  after: Kept | null,
  wording: Wording,
): DescribedChange[] {
  if (row.action === 'year.dates') return dateChanges(before, after, wording);
  if (row.action.startsWith('lke.import')) return importChanges(before, after, wording);
  const [noun = ''] = row.action.split('.');
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return keys.flatMap((key): DescribedChange[] => {
    const label = fieldLabel(key, noun);
    if (label === null || (PRIVATE.has(key) && !wording.showsAddresses)) return [];
    const words = (kept: Kept | null) =>
      kept === null
        ? null
        : describeValue(key, kept[key], { noun, subject: codeIn(row.subject) }, wording);
    const isCode = CODES.has(key);
    // Something taken away: what it was is told as a fact, the action says that it is gone.
    const change =
      after === null
        ? { label, isCode, before: null, after: words(before) }
        : { label, isCode, before: words(before), after: words(after) };
    if (change.before === change.after) return isContext(key) ? [{ ...change, before: null }] : [];
    return [change];
  });
}

/** Said although it did not change, because it names what the entry is about. */
function isContext(key: string): boolean {
  return key === 'name';
}

function fieldLabel(key: string, noun: string): string | null {
  if (UNTOLD.has(key)) return null;
  if (key === 'kind' && noun === 'predikat') return historyText.predikatKind;
  return fieldText[key] ?? null;
}

function dateChanges(before: Kept | null, after: Kept | null, wording: Wording): DescribedChange[] {
  return Object.keys(after ?? {}).map((code) => {
    if (code === 'reason') return reasonOf(after);
    const words = (kept: Kept | null) =>
      describeValue('day', kept?.[code], { noun: 'year', subject: '' }, wording);
    return {
      label: wording.dateNames.get(code) ?? code,
      before: words(before),
      after: words(after) ?? historyText.empty,
      isCode: false,
    };
  });
}

/** Why one satker has another date. */
function reasonOf(after: Kept | null): DescribedChange {
  const label = fieldText['reason'] ?? '';
  const reason = after?.['reason'];
  return { label, before: null, after: typeof reason === 'string' ? reason : '', isCode: false };
}
