import type { Tier } from '../../domain/access/tiers.js';
import { URGENCIES } from '../../domain/lke/letters.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { otherTierText } from '../../text/messages/common.js';
import { decisionsText } from '../../text/messages/conclusion.js';
import { letterText as text } from '../../text/messages/letter.js';
import { tierText } from '../../text/messages/review.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { OTHER_PREFIX, type LetterTyped } from './form.js';
import type { Letter, Recommended } from './letter-store.js';
import type { Place } from './place.js';

interface Field {
  readonly value: string;
  readonly problem: string | null;
}

export interface LetterPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  /** What was not done, where something was refused. */
  readonly refusedAct: string;
  readonly readOnly: string | null;
  readonly backHref: string;
  readonly state: string;
  readonly letterheadHref: string;
  readonly hasLetterhead: boolean;
  /** The finished paper, once it has a number. */
  readonly paper: { readonly printHref: string; readonly docxHref: string } | null;
  /** null once it is sent. */
  readonly form: {
    readonly action: string;
    readonly version: number;
    readonly number: Field;
    readonly day: Field;
    readonly attachments: Field;
    readonly urgencies: readonly {
      readonly value: string;
      readonly label: string;
      readonly selected: boolean;
    }[];
    readonly others: readonly {
      readonly field: string;
      readonly name: string;
      readonly checked: boolean;
    }[];
    readonly othersProblem: string | null;
  } | null;
  readonly sending: { readonly action: string; readonly shown: string } | null;
  readonly print: string;
  readonly docx: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'letter/letter': LetterPage;
  }
}

export interface LetterShown {
  readonly letter: Letter | null;
  readonly candidates: readonly (Recommended & { readonly isIn: boolean })[];
  readonly hasLetterhead: boolean;
  /** Hash of the letter as it reads now; "" before it is saved. */
  readonly shown: string;
  /** Another tier of this LKE in which this person took part. */
  readonly barredBy: Tier | null;
  readonly typed: LetterTyped | null;
  readonly problems: readonly Problem[];
}

export function letterPage({ lke, nav }: Place, facts: LetterShown): LetterPage {
  const { letter, hasLetterhead, shown, problems, barredBy } = facts;
  const { satker, year } = lke;
  const at = [satker.code, year] as const;
  const isSent = letter !== null && letter.sentAt !== null;
  return {
    title: text.title(satker.name),
    lkeNav: nav,
    problems: problemLines(problems),
    refusedAct: facts.typed === null ? text.refusedAct.send : text.refusedAct.save,
    readOnly: barredBy === null ? null : otherTierText.readOnly(tierText[barredBy]),
    backHref: paths.decisions(...at),
    state:
      letter?.sentAt === null || letter === null
        ? text.state.draft
        : text.state.sent(formatInstant(letter.sentAt, satker.timeZone), letter.sentByName ?? ''),
    letterheadHref: paths.letterhead(...at, 'surat'),
    hasLetterhead,
    paper:
      letter === null
        ? null
        : {
            printHref: paths.letterPrint(...at, letter.id),
            docxHref: paths.letterDocx(...at, letter.id),
          },
    form: isSent || barredBy !== null ? null : formOf(lke.satker.code, paths.letter(...at), facts),
    sending:
      letter === null || isSent || !hasLetterhead || barredBy !== null
        ? null
        : { action: paths.letterSending(...at), shown },
    print: decisionsText.print,
    docx: decisionsText.docx,
  };
}

function formOf(
  own: string,
  action: string,
  { letter, candidates, typed, problems }: LetterShown,
): LetterPage['form'] {
  const value = typed ?? {
    number: letter?.number ?? '',
    day: letter?.day ?? '',
    attachments: letter?.attachments ?? '',
    urgency: letter?.urgency ?? URGENCIES[0],
  };
  const field = (name: 'number' | 'day' | 'attachments'): Field => ({
    value: value[name],
    problem: fieldProblem(problems, name),
  });
  return {
    action,
    version: typed?.version ?? letter?.version ?? 0,
    number: field('number'),
    day: field('day'),
    attachments: field('attachments'),
    urgencies: URGENCIES.map((one) => ({
      value: one,
      label: text.urgencies[one],
      selected: value.urgency === one,
    })),
    others: candidates
      .filter(({ satkerCode }) => satkerCode !== own)
      .map(({ satkerCode, satkerName, isIn }) => ({
        field: `${OTHER_PREFIX}${satkerCode}`,
        name: satkerName,
        checked: typed === null ? isIn : typed.others.includes(satkerCode),
      })),
    othersProblem: fieldProblem(problems, 'others'),
  };
}
