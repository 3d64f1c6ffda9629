import type { Indicator, Instrument } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { answerText } from '../../text/answer-text.js';
import { formatInstant } from '../../text/format.js';
import {
  importListText,
  importResultText as text,
  previewText,
} from '../../text/messages/imports.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { ImportPlace } from './import-place.js';
import type { AnswerState, WrittenAnswer, WrittenLink } from './import-result.js';
import type { Import } from './store.js';

/** What an import wrote, and whether it was taken back. */
export interface ImportResultPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly state: string;
  readonly isApplied: boolean;
  readonly facts: readonly string[];
  readonly answersHeading: string;
  readonly answers: readonly WrittenRow[];
  readonly linksHeading: string;
  readonly links: readonly LinkRow[];
  readonly undoHref: string | null;
}

export interface WrittenRow {
  readonly label: string;
  readonly href: string;
  readonly answer: string;
  readonly note: string;
}

export interface LinkRow {
  readonly label: string;
  readonly name: string;
  readonly isNew: boolean;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'imports/result': ImportResultPage;
  }
}

export function resultPage(place: ImportPlace, found: Import): ImportResultPage {
  const { lke, nav, instrument } = place;
  const at = [lke.satker.code, lke.year] as const;
  const { answers, links, stayed = [] } = found.result ?? { answers: [], links: [] };
  const moment = (instant: string | null) =>
    instant === null ? '' : formatInstant(instant, lke.satker.timeZone);
  const isApplied = found.state === 'applied';
  const facts = [text.applied(found.appliedName ?? '', moment(found.appliedAt))];
  if (!isApplied) facts.push(text.undone(found.undoneName ?? '', moment(found.undoneAt)));
  if (stayed.length > 0) facts.push(text.stayed(stayed.join(', ')));
  return {
    title: text.title(found.fileName),
    lkeNav: nav,
    backHref: paths.imports(...at),
    state: importListText.state[found.state],
    isApplied,
    facts,
    answersHeading: text.answers(answers.length),
    answers: answers.map((one) => writtenRow(place, one)),
    linksHeading: text.links(links.length),
    links: links.map((one) => linkRow(instrument, one)),
    undoHref: isApplied && lke.openness !== 'none' ? paths.importUndo(...at, found.id) : null,
  };
}

/** Before and after of what changed; "" for a part that did not. */
export function writtenRow(
  { lke, instrument }: ImportPlace,
  { code, before, after }: WrittenAnswer,
): WrittenRow {
  const indicator = instrument.byCode.get(code);
  const [old, now] = [words(indicator, before), words(indicator, after)];
  const arrow = (a: string, b: string) => (a === b ? '' : previewText.arrow(a, b));
  return {
    label: labelOf(instrument, code),
    href: paths.answer(lke.satker.code, lke.year, code),
    answer: arrow(old.answer, now.answer),
    note: arrow(old.note, now.note),
  };
}

function words(indicator: Indicator | undefined, { value, note }: AnswerState) {
  const answer = indicator === undefined ? '' : answerText(indicator, value);
  return { answer: answer || previewText.unanswered, note: note || previewText.empty };
}

export function linkRow(instrument: Instrument, { code, name, isNew }: WrittenLink): LinkRow {
  return { label: labelOf(instrument, code), name, isNew };
}

function labelOf(instrument: Instrument, code: WrittenAnswer['code']): string {
  return `${code} ${instrument.byCode.get(code)?.shortName ?? ''}`.trim();
}
