import { decide, type Viewer } from '../../domain/access/decide.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { dayIn, formatInstant } from '../../text/format.js';
import { answerText as text, areaText, cadenceText } from '../../text/messages/sheet.js';
import { buildAnswerEvidence, type AnswerEvidenceView } from '../../web/answer-evidence.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import { evidenceKinds } from '../evidence/store.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { answerFields, type AnswerFields } from '../../web/answer-fields.js';
import { fieldFacts, type AnswerFacts } from './answer-facts.js';
import { headingOf, type AnswerHeading } from '../../web/indicator-heading.js';
import type { TypedAnswer } from '../../web/answer-form.js';
import { answerNotes, type AnswerNote } from './answer-notes.js';
import { answerVerdicts, type AnswerVerdict } from './answer-verdicts.js';
import { mayFill } from './may-fill.js';
import { noEvidenceOf, type NoEvidenceView } from './no-evidence.js';
import { neighboursOf, type Neighbours } from './neighbours.js';
import { readOnlyReason } from './read-only.js';
import type { SavedNotice } from './saved-notice.js';
import { scoreView, type ScoreView } from './score-view.js';
import { STATE_CLASS } from './state-class.js';

export interface AnswerPage extends PageBase, AnswerHeading, AnswerFields {
  readonly lkeNav: LkeNav;
  readonly neighbours: Neighbours;
  readonly state: string;
  readonly stateClass: string;
  readonly savedAt: string | null;
  readonly notice: SavedNotice | null;
  /** Typed text that is not stored yet (an expired session). */
  readonly isHeld: boolean;
  /** Why a save was refused although the form was right. */
  readonly refusal: string | null;
  readonly problems: readonly ProblemLine[];
  readonly readOnly: string | null;
  readonly action: string;
  readonly version: number;
  readonly hasAnswer: boolean;
  readonly saveAndNext: string;
  readonly draftKey: string;
  readonly score: ScoreView;
  readonly checklist: readonly { readonly name: string; readonly proven: boolean }[];
  readonly cadence: string;
  readonly evidence: AnswerEvidenceView;
  readonly noEvidence: NoEvidenceView | null;
  readonly verdicts: readonly AnswerVerdict[];
  readonly notes: readonly AnswerNote[];
  readonly script: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'sheet/answer': AnswerPage;
  }
}

/** What is shown besides what is stored: what was typed, and how the last save went. */
export interface Shown {
  readonly typed: TypedAnswer;
  readonly problems: readonly Problem[];
  readonly notice: SavedNotice | null;
  readonly isHeld: boolean;
  readonly refusal: string | null;
}

export function answerPage(
  facts: AnswerFacts,
  viewer: Viewer,
  shown: Shown,
  at: { readonly now: Date; readonly appVersion: string },
): AnswerPage {
  const { lke, indicator, row, sheet } = facts;
  const { satker, year } = lke;
  const { typed, problems, notice, isHeld, refusal } = shown;
  const state = sheet.score.indicators.get(indicator.code)?.state ?? 'unanswered';
  const may = mayFill(viewer, lke, indicator);
  const heading = headingOf(facts, paths.area(satker.code, year, indicator.area));
  return {
    title: text.title(indicator.code, heading.name),
    lkeNav: lkeNav(lke, 'fill', viewer),
    ...heading,
    neighbours: neighboursOf(facts, viewer),
    state: areaText.state[state],
    stateClass: STATE_CLASS[state],
    savedAt: row === null ? null : savedAt(facts, row),
    notice,
    isHeld,
    refusal,
    problems: problemLines(problems),
    readOnly: readOnlyReason(may, lke),
    action: paths.answer(satker.code, year, indicator.code),
    version: typed.version,
    saveAndNext: lke.openness === 'all' ? text.saveAndNext : text.saveAndNextReturned,
    hasAnswer: row !== null && row.value !== null,
    draftKey: `${viewer.userId}:${satker.code}:${year}:${indicator.code}`,
    ...answerFields(fieldFacts(facts), typed, problems),
    score: scoreView(facts),
    checklist: checklistOf(facts),
    cadence: text.cadence(cadenceText[indicator.cadence]),
    evidence: evidenceOf(facts, viewer, at),
    noEvidence: noEvidenceOf(facts, {
      isOpen: may === 'yes',
      isLead: decide(viewer, 'answer.explain', satker) === 'allowed',
    }),
    verdicts: answerVerdicts(facts),
    notes: answerNotes(facts, viewer),
    script: `${paths.asset('answer.js')}?v=${encodeURIComponent(at.appVersion)}`,
  };
}

function savedAt({ lke }: AnswerFacts, row: { updatedAt: string; updatedBy: string | null }) {
  return text.saved(formatInstant(row.updatedAt, lke.satker.timeZone), row.updatedBy);
}

function checklistOf({ indicator, evidence }: AnswerFacts): AnswerPage['checklist'] {
  const proven = new Set(evidence.filter((row) => !row.purged).map((row) => row.checklistCode));
  return indicator.checklist.map(({ code, name }) => ({ name, proven: proven.has(code) }));
}

function evidenceOf(
  { lke, indicator, evidence, limits }: AnswerFacts,
  viewer: Viewer,
  { now, appVersion }: { readonly now: Date; readonly appVersion: string },
): AnswerEvidenceView {
  const { satker, year } = lke;
  const isManager = decide(viewer, 'evidence.manage', satker) === 'allowed';
  return buildAnswerEvidence(evidence, {
    satkerCode: satker.code,
    year,
    code: indicator.code,
    checklist: indicator.checklist,
    kinds: evidenceKinds(),
    limits,
    timeZone: satker.timeZone,
    today: dayIn(now, satker.timeZone),
    mayManage: isManager && mayFill(viewer, lke, indicator) === 'yes',
    appVersion,
  });
}
