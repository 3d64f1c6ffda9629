import type { RequestHandler } from 'express';
import { mayWorkOnArea } from '../../domain/access/decide.js';
import type { Indicator, IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { isOpenFor, openIndicators, type Openness } from '../../domain/lke/openness.js';
import { workingOrder } from '../../domain/scoring/next-unanswered.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { inboxText as text } from '../../text/messages/review.js';
import type { Deps } from '../../web/deps.js';
import type { PageBase } from '../../web/pages.js';
import { userOf } from '../../web/signed-in.js';
import { readJudged, type Judged } from '../lke/store.js';
import {
  returnsOf,
  standingReopening,
  standingReturn,
  type LkeReturn,
  type Reopening,
} from '../submission/store.js';
import { lkeInFilling, type ReturnedLke } from './inbox-store.js';
import { threadsOf, type NoteThread } from './note-store.js';

export interface InboxPage extends PageBase {
  readonly summary: string;
  readonly satker: readonly InboxSatker[];
  readonly empty: { readonly title: string; readonly text: string };
}

interface InboxSatker {
  readonly name: string;
  readonly href: string;
  /** "Bukti area 2 belum lengkap." with who and when. */
  readonly returned: {
    readonly reason: string;
    readonly by: string;
    readonly all: string | null;
  } | null;
  readonly rows: readonly InboxRow[];
}

interface InboxRow {
  readonly code: string;
  readonly name: string;
  readonly waits: boolean;
  /** In an area of this person; what is not may be read here, and is answered by another. */
  readonly isMine: boolean;
  readonly state: string;
  readonly note: string;
  readonly href: string;
  readonly notesHref: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'review/inbox': InboxPage;
  }
}

/** `/perbaikan`: what came back to the satker of this person, indicator by indicator. */
export function showInbox(deps: Deps): RequestHandler {
  return async (req, res) => {
    const { db } = deps.store;
    const user = userOf(res);
    const own = user.grants.filter(({ role }) => role === 'ketua' || role === 'anggota');
    const codes = [...new Set(own.map(({ satkerCode }) => satkerCode))];
    const satker: InboxSatker[] = [];
    for (const lke of await lkeInFilling(db, codes)) {
      const returned = standingReturn(await returnsOf(db, lke.lkeId), 'pengisian');
      const open = (await threadsOf(db, lke.lkeId)).filter(({ closedAt }) => closedAt === null);
      const reopened = await standingReopening(db, lke.lkeId, 'pengisian');
      if (returned === null && reopened === null && open.length === 0) continue;
      const judged = returned === null ? NOTHING : await readJudged(db, lke.lkeId, returned.tier);
      const instrument = deps.instruments.instrument(lke.instrumentId);
      const isMine = ({ area }: Indicator) => mayWorkOnArea(user, lke, area);
      satker.push(satkerOf(instrument, lke, { returned, reopened }, { open, judged, isMine }));
    }
    deps.pages.render(req, res, 'review/inbox', {
      title: text.title,
      summary: summaryOf(satker.flatMap(({ rows }) => rows)),
      satker,
      empty: text.empty,
    });
  };
}

/** Without a row it came back as a whole, by a return of everything or a decision that reopens. */
function summaryOf(rows: readonly InboxRow[]): string {
  if (rows.length === 0) return text.whole;
  const waiting = rows.filter(({ waits }) => waits);
  const mine = waiting.filter(({ isMine }) => isMine).length;
  return waiting.length === 0 ? text.allReplied : text.count(waiting.length, mine);
}

const NOTHING: ReadonlyMap<string, Judged> = new Map();

/** What assessors said: open threads, and their reasons where they differ. */
interface Said {
  readonly open: readonly NoteThread[];
  readonly judged: ReadonlyMap<string, Judged>;
  readonly isMine: (indicator: Indicator) => boolean;
}

/** How it came back: by a return, or by a decision that opened it as a whole. */
interface Back {
  readonly returned: LkeReturn | null;
  readonly reopened: Reopening | null;
}

function satkerOf(instrument: Instrument, lke: ReturnedLke, back: Back, said: Said): InboxSatker {
  const { returned } = back;
  const openness = openIndicators('pengisian', returned);
  const named = new Set<IndicatorCode>([
    ...(returned?.codes ?? []),
    ...said.open.map(({ code }) => code),
  ]);
  return {
    name: lke.name,
    href: paths.lke(lke.code, lke.year),
    returned: backOf(back, lke.timeZone),
    rows: workingOrder(instrument)
      .filter(({ code }) => named.has(code))
      .map((indicator) => ({
        code: indicator.code,
        name: indicator.shortName,
        ...stateOf(lke, indicator, said, openness),
      }))
      .sort((a, b) => urgency(b) - urgency(a)),
  };
}

function backOf({ returned, reopened }: Back, timeZone: string): InboxSatker['returned'] {
  if (returned !== null) {
    const by = `${returned.returnedByName}, ${formatInstant(returned.returnedAt, timeZone)}`;
    return { reason: returned.reason, by, all: returned.codes === null ? text.all : null };
  }
  if (reopened === null) return null;
  const by = `${reopened.by}, ${formatInstant(reopened.at, timeZone)}`;
  return { reason: reopened.reason, by, all: text.all };
}

/** First what this person can do, then what a colleague has to. */
function urgency({ waits, isMine }: Pick<InboxRow, 'waits' | 'isMine'>): number {
  return Number(waits) * (isMine ? 2 : 1);
}

/** Replied in every thread of the indicator: it waits for the reviewer now. */
function stateOf(
  { code: satker, year }: ReturnedLke,
  indicator: Indicator,
  { open, judged, isMine }: Said,
  openness: Openness,
): Omit<InboxRow, 'code' | 'name'> {
  const { code } = indicator;
  const own = open.filter((thread) => thread.code === code);
  const waits = own.length === 0 || own.some(({ waitsFor }) => waitsFor === 'satker');
  const waitsFor = isOpenFor(openness, code) ? text.waits : text.replyOnly;
  const last = own.find(({ waitsFor }) => waitsFor === 'satker') ?? own[0];
  return {
    waits,
    isMine: isMine(indicator),
    state: own.length === 0 ? text.returned : waits ? waitsFor : text.replied,
    note: last?.messages.at(-1)?.text ?? judged.get(code)?.reason ?? '',
    href: paths.answer(satker, year, code),
    notesHref: last === undefined ? null : `${paths.notes(satker, year)}#catatan-${last.id}`,
  };
}
