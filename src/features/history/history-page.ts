import type { Viewer } from '../../domain/access/decide.js';
import type { HistoryTable } from '../../db/schema.js';
import type { HistoryHead } from '../../db/store.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { dayIn, formatDay, formatInstant, formatInteger } from '../../text/format.js';
import { actionGroups, historyText } from '../../text/messages/history.js';
import { choice, type Choice } from '../../web/choice.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { withQuery, type Pager } from '../../web/pager.js';
import type { Lke } from '../lke/store.js';
import { describeEntry } from './describe-entry.js';
import type { Wording } from './describe-value.js';
import type { HistoryQuery } from './history-query.js';

export interface HistoryPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly action: string;
  readonly filter: {
    readonly actors: readonly Choice[];
    readonly groups: readonly Choice[];
    readonly search: string;
    readonly from: string;
    readonly to: string;
  };
  readonly countText: string;
  readonly rows: readonly HistoryRow[];
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly pager: Pager | null;
  readonly head: string;
  readonly headCode: string;
  readonly headPurpose: string;
}

interface HistoryRow {
  readonly seq: string;
  readonly day: string;
  readonly time: string;
  readonly who: string;
  readonly origin: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly subjectHref: string | null;
  readonly changes: readonly ShownChange[];
}

interface ShownChange {
  readonly label: string;
  readonly before: ShownText | null;
  readonly after: ShownText | null;
}

/** A long text is folded: its beginning is the summary. So is a code that only checking needs. */
interface ShownText {
  readonly text: string;
  readonly long: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'history/history': HistoryPage;
  }
}

export interface HistoryFacts {
  readonly lke: Lke;
  readonly viewer: Viewer;
  readonly query: HistoryQuery;
  readonly rows: readonly HistoryTable[];
  readonly total: number;
  readonly actors: readonly string[];
  readonly older: number | null;
  readonly newer: number | null;
  readonly head: HistoryHead;
  readonly wording: Wording;
}

const FOLD_AT = 280;
const SUMMARY = 120;

export function historyPage(facts: HistoryFacts): HistoryPage {
  const { lke, query, rows, total, head } = facts;
  const isNarrowed = Object.values(query).some((value) => value !== '');
  return {
    title: historyText.title,
    lkeNav: lkeNav(lke, 'history', facts.viewer),
    action: paths.history(lke.satker.code, lke.year),
    filter: {
      actors: facts.actors.map((name) => choice(name, name, query.pelaku)),
      groups: actionGroups.map(({ value, label }) => choice(value, label, query.kelompok)),
      search: query.cari,
      from: query.dari,
      to: query.sampai,
    },
    countText: historyText.count(formatInteger(rows.length), formatInteger(total)),
    rows: rows.map((row) => rowOf(row, facts)),
    emptyTitle: isNarrowed ? historyText.emptyTitle : historyText.nothingTitle,
    emptyText: isNarrowed ? historyText.emptyText : historyText.nothingText,
    pager: pagerOf(facts),
    head: historyText.head(formatInteger(head.seq)),
    headCode: head.hash,
    headPurpose: historyText.headPurpose,
  };
}

function rowOf(row: HistoryTable, { lke, wording }: HistoryFacts): HistoryRow {
  const { action, subject, changes } = describeEntry(row, wording);
  return {
    seq: String(row.seq),
    ...momentOf(row.at, lke.satker.timeZone),
    who: historyText.actor(row.actor_name, historyText.role(row.actor_role)),
    origin: wording.showsAddresses ? historyText.origin(row.origin) : null,
    action,
    subject,
    subjectHref: subjectHref(row, lke, wording),
    changes: changes.map(({ label, before, after, isCode, summary }) => ({
      label,
      before: before === null ? null : folded(before, isCode),
      after: after === null ? null : foldedAs(summary, after, isCode),
    })),
  };
}

function momentOf(at: string, timeZone: string): Pick<HistoryRow, 'day' | 'time'> {
  const day = formatDay(dayIn(new Date(at), timeZone));
  return { day, time: formatInstant(at, timeZone).slice(day.length + 1) };
}

function subjectHref({ action, subject }: HistoryTable, lke: Lke, wording: Wording): string | null {
  const at = [lke.satker.code, lke.year] as const;
  if (wording.instrument.byCode.has(subject as IndicatorCode)) return paths.answer(...at, subject);
  const isEvidence = action.startsWith('evidence.') && /^\d+$/.test(subject);
  return isEvidence ? paths.evidence(...at, subject) : null;
}

function foldedAs(summary: string | undefined, text: string, isCode: boolean): ShownText {
  return summary === undefined ? folded(text, isCode) : { text: summary, long: text };
}

function folded(text: string, isCode: boolean): ShownText {
  if (isCode) return { text: historyText.code, long: text };
  return text.length <= FOLD_AT
    ? { text, long: null }
    : { text: `${text.slice(0, SUMMARY).trimEnd()}…`, long: text };
}

function pagerOf({ lke, query, rows, total, older, newer }: HistoryFacts): Pager | null {
  if (older === null && newer === null) return null;
  const path = paths.history(lke.satker.code, lke.year);
  const at = (place: Record<string, string>) => withQuery(path, { ...query, ...place });
  return {
    summary: historyText.count(formatInteger(rows.length), formatInteger(total)),
    previous: newer === null ? null : at({ sesudah: String(newer) }),
    next: older === null ? null : at({ sebelum: String(older) }),
  };
}
