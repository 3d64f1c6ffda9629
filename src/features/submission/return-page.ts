import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { findTransition } from '../../domain/lke/judge-transition.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { returnText as text, submissionText } from '../../text/messages/submission.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { codeField, type ReturnTyped } from './form.js';
import type { Place } from './place.js';
import type { ReturnDue } from './return-due.js';
import type { LkeReturn } from './stage-store.js';

export interface ReturnPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly action: string;
  readonly version: number;
  readonly effect: string;
  readonly due: ReturnDue | null;
  /** TPI's return that is being passed on. */
  readonly waiting: { readonly text: string; readonly reason: string } | null;
  readonly reason: { readonly value: string; readonly problem: string | null };
  readonly opensProblem: string | null;
  /** How many indicators have a note that waits for the satker. */
  readonly noted: string | null;
  readonly notedTag: string;
  /** Asked once some of them were left closed. */
  readonly asksLeave: boolean;
  readonly leaves: boolean;
  readonly isAll: boolean;
  readonly isSome: boolean;
  readonly areas: readonly {
    readonly title: string;
    readonly open: boolean;
    readonly indicators: readonly {
      readonly field: string;
      readonly label: string;
      readonly checked: boolean;
      readonly isNoted: boolean;
    }[];
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'submission/return': ReturnPage;
  }
}

export interface ReturnForm {
  readonly noted: readonly IndicatorCode[];
  readonly waiting: LkeReturn | null;
  readonly due: ReturnDue | null;
  readonly version: number;
  /** null on a fresh form. */
  readonly typed: ReturnTyped | null;
  readonly problems: readonly Problem[];
}

export function returnPage(place: Place, form: ReturnForm): ReturnPage {
  const { lke, instrument } = place;
  const { satker, year, stage } = lke;
  const { typed, waiting, problems, noted } = form;
  const fresh = freshForm(waiting, noted);
  const shown = typed ?? fresh;
  const ticked = new Set(shown.codes);
  const to = findTransition({ action: 'return', stage, level: satker.level })?.to;
  return {
    title: text.title(satker.name),
    lkeNav: place.nav,
    problems: problemLines(problems),
    backHref: paths.submission(satker.code, year),
    action: paths.lkeReturn(satker.code, year),
    version: typed?.version ?? form.version,
    effect: to === 'pendahuluan' ? text.effect.pendahuluan : text.effect.pengisian,
    due: form.due,
    waiting: waitingOf(place, waiting),
    reason: { value: shown.reason, problem: fieldProblem(problems, 'reason') },
    opensProblem: fieldProblem(problems, 'opens'),
    noted: noted.length === 0 ? null : text.noted(noted.length),
    notedTag: text.notedTag,
    asksLeave: problems.some(({ code }) => code === 'return-noted'),
    leaves: shown.leaveNoted,
    isAll: shown.opens === 'semua',
    isSome: shown.opens === 'sebagian',
    areas: instrument.areas.map(({ key, name, indicators }) => ({
      title: text.area(key, name),
      open: indicators.some(({ code }) => ticked.has(code) || noted.includes(code)),
      indicators: indicators.map(({ code, shortName }) => ({
        field: codeField(code),
        label: submissionText.indicator(code, shortName),
        checked: ticked.has(code),
        isNoted: noted.includes(code),
      })),
    })),
  };
}

/** What waits for the satker's answer is opened unless the reviewer says otherwise. */
function freshForm(
  waiting: LkeReturn | null,
  noted: readonly IndicatorCode[],
): Omit<ReturnTyped, 'version'> {
  const leaveNoted = false;
  if (waiting === null) return { reason: '', opens: 'sebagian', codes: noted, leaveNoted };
  const opens = waiting.codes === null ? 'semua' : 'sebagian';
  return { reason: waiting.reason, opens, codes: [...(waiting.codes ?? []), ...noted], leaveNoted };
}

function waitingOf({ lke }: Place, waiting: LkeReturn | null): ReturnPage['waiting'] {
  if (waiting === null) return null;
  const when = formatInstant(waiting.returnedAt, lke.satker.timeZone);
  return { text: text.waiting(waiting.returnedByName, when), reason: waiting.reason };
}
