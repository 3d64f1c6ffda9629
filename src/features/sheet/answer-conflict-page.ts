import type { Indicator } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { answerConflictText as text } from '../../text/messages/sheet.js';
import { nameOf, officialView } from '../../web/official-view.js';
import type { PageBase } from '../../web/pages.js';
import type { AnswerRow } from '../lke/store.js';
import { answerFields, type AnswerFields } from '../../web/answer-fields.js';
import { fieldFacts, type AnswerFacts } from './answer-facts.js';
import { answerText } from '../../text/answer-text.js';
import { countField, type TypedAnswer } from '../../web/answer-form.js';

/** Both texts side by side; keep the stored one, save mine over it, or merge them by hand. */
export interface AnswerConflictPage extends PageBase, AnswerFields {
  readonly intro: string;
  readonly rows: readonly {
    readonly label: string;
    readonly stored: string;
    readonly typed: string;
    readonly differs: boolean;
  }[];
  readonly action: string;
  readonly version: number;
  /** My form again, field by field. */
  readonly mine: readonly { readonly name: string; readonly value: string }[];
  readonly code: string;
  readonly name: string;
  /** Where the official words come from, where they are shown. */
  readonly source: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'sheet/conflict': AnswerConflictPage;
  }
}

export function answerConflictPage(
  facts: AnswerFacts,
  stored: AnswerRow | null,
  typed: TypedAnswer,
  parsed: { readonly value: AnswerValue | null; readonly note: string | null },
): AnswerConflictPage {
  const { lke, indicator } = facts;
  const mine = parsed.note ?? stored?.note ?? '';
  const note = mergedNote(stored?.note ?? '', mine);
  return {
    title: text.title(indicator.code),
    intro: introOf(facts, stored),
    code: indicator.code,
    name: nameOf(indicator, facts.wording),
    source: officialView(indicator, facts.wording)?.source ?? null,
    rows: [
      rowOf(
        text.answer,
        answerText(indicator, stored?.value ?? null) || text.unanswered,
        answerText(indicator, withShared(indicator, stored, parsed.value)) || text.unanswered,
      ),
      rowOf(text.note, stored?.note || text.empty, mine || text.empty),
    ],
    action: paths.answer(lke.satker.code, lke.year, indicator.code),
    version: stored?.version ?? 0,
    mine: fieldsOf(typed, mine),
    ...answerFields(fieldFacts(facts), { ...typed, note }, []),
  };
}

function introOf({ lke }: AnswerFacts, stored: AnswerRow | null): string {
  const who = stored?.updatedBy ?? text.someone;
  const when = stored === null ? '' : formatInstant(stored.updatedAt, lke.satker.timeZone);
  return text.intro(who, when);
}

function rowOf(label: string, stored: string, typed: string) {
  return { label, stored, typed, differs: stored !== typed };
}

/** A shared count is not typed here: mine would keep it as it stands. */
function withShared(
  indicator: Indicator,
  stored: AnswerRow | null,
  value: AnswerValue | null,
): AnswerValue | null {
  if (indicator.type !== 'counts' || stored?.value?.kind !== 'counts') return value;
  const { counts } = stored.value;
  const shared = indicator.inputs
    .filter(({ key, sameAs }) => sameAs !== null && counts[key] !== undefined)
    .map(({ key }): [string, number] => [key, counts[key] ?? 0]);
  if (shared.length === 0) return value;
  const mine = value?.kind === 'counts' ? value.counts : {};
  return { kind: 'counts', counts: { ...mine, ...Object.fromEntries(shared) } };
}

/** Both notes, the stored one first, where neither holds the other. */
function mergedNote(stored: string, mine: string): string {
  if (stored.includes(mine)) return stored;
  return mine.includes(stored) ? mine : `${stored}\n\n${mine}`;
}

function fieldsOf(typed: TypedAnswer, note: string): AnswerConflictPage['mine'] {
  const counts = Object.entries(typed.counts).map(([key, value]) => ({
    name: countField(key),
    value,
  }));
  const fields = [
    { name: 'letter', value: typed.letter },
    { name: 'index', value: typed.index },
    { name: 'note', value: note },
    { name: 'clear', value: typed.clears ? '1' : '' },
    ...counts,
  ];
  return fields.filter(({ value }) => value !== '');
}
