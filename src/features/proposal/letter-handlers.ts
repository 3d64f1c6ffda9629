import type { Request, RequestHandler, Response } from 'express';
import { historyHead } from '../../db/history.js';
import { writeDocx } from '../../paper/write-docx.js';
import type { Paper } from '../../paper/paper.js';
import { paths } from '../../paths.js';
import { formatDay, formatInstant } from '../../text/format.js';
import {
  categoryText,
  proposalListText,
  proposalText,
  statementText,
  verdictText,
} from '../../text/messages/proposal.js';
import { takeBackText } from '../../text/messages/take-back.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import type { PageBase } from '../../web/pages.js';
import { paperView, type PaperView } from '../../web/paper-view.js';
import { writeProposalList, type ProposalListRow } from '../../workbook/write-proposal-list.js';
import { entriesOf, findLetter, type ProposedEntry } from './letter-store.js';
import { agencyOf, annexPaper, statementPaper, type PaperFacts } from './papers.js';
import { CENTRE_ZONE, withYear } from './place.js';
import { openRequirements } from './proposed-facts.js';
import { findSignatory } from './signatory-store.js';
import { statementOf } from './statement-store.js';
import { shippedStatement } from './statement-template.js';

export interface LetterPage extends PageBase {
  readonly backHref: string;
  readonly backText: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly satker: readonly {
    readonly href: string;
    readonly name: string;
    readonly category: string;
    /** Why it was taken back; null where it stands. */
    readonly ended: string | null;
  }[];
  readonly papers: readonly {
    readonly name: string;
    readonly href: string;
    readonly files: readonly { readonly href: string; readonly label: string }[];
    readonly note: string | null;
  }[];
  readonly isUnsigned: boolean;
  readonly signatoryHref: string;
}

export interface PaperPage extends PageBase {
  readonly backHref: string;
  readonly backText: string;
  readonly paper: PaperView;
  /** Whose words they are. */
  readonly note: string | null;
  readonly docxHref: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'proposal/letter': LetterPage;
    'proposal/paper': PaperPage;
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type LetterParams = { year: string; letter: string };
type Kind = 'lampiran' | 'pernyataan';
const MADE = { lampiran: annexPaper, pernyataan: statementPaper } as const satisfies Record<
  Kind,
  (facts: PaperFacts) => Paper
>;

interface LetterFacts extends PaperFacts {
  /** Everything the letter ever proposed. */
  readonly all: readonly ProposedEntry[];
}

export function showLetter(deps: Deps): RequestHandler<LetterParams> {
  return withLetter(deps, (req, res, facts) => {
    const { letter, all, signatory } = facts;
    const { year, id } = letter;
    deps.pages.render(req, res, 'proposal/letter', {
      title: proposalText.letterTitle(letter.number),
      backHref: paths.proposals(year),
      backText: proposalText.title(year),
      facts: [
        { label: proposalText.dayLabel, value: formatDay(letter.day) },
        { label: proposalText.byLabel, value: letter.createdByName },
        { label: proposalText.countLabel, value: String(all.filter(isStanding).length) },
      ],
      satker: all.map((one) => ({
        href: paths.tpnResult(one.satkerCode, year),
        name: `${one.facts.name} (${one.satkerCode})`,
        category: categoryText[one.facts.category],
        ended: endedText(one),
      })),
      papers: (['lampiran', 'pernyataan'] as const).map((kind) => ({
        name: proposalText.papers[kind],
        href: paths.proposalPaper(year, id, kind),
        files: filesOf(year, id, kind),
        note: noteOf(kind, facts),
      })),
      isUnsigned: signatory === null,
      signatoryHref: paths.proposalSignatory(),
    });
  });
}

export function showPaper(deps: Deps, kind: Kind): RequestHandler<LetterParams> {
  return withLetter(deps, (req, res, facts) => {
    const { year, id, number } = facts.letter;
    const paper = made(kind, facts);
    deps.pages.render(req, res, 'proposal/paper', {
      title: paper.title,
      backHref: paths.proposalLetter(year, id),
      backText: proposalText.letterTitle(number),
      paper: paperView(paper),
      note: noteOf(kind, facts),
      docxHref: paths.proposalPaper(year, id, kind, 'docx'),
    });
  });
}

export function downloadPaper(deps: Deps, kind: Kind): RequestHandler<LetterParams> {
  return withLetter(deps, async (_req, res, facts) => {
    const bytes = await writeDocx(made(kind, facts));
    res
      .attachment(fileName(kind, facts, 'docx'))
      .type(DOCX)
      .send(bytes);
  });
}

export function downloadList(deps: Deps): RequestHandler<LetterParams> {
  return withLetter(deps, async (_req, res, facts) => {
    const { letter, all, signatory } = facts;
    const head = await historyHead(deps.store.db);
    const bytes = await writeProposalList({
      heading: proposalListText.heading(letter.year),
      reference: proposalListText.reference(letter.number, formatDay(letter.day)),
      rows: all.map(listRow),
      satker: { name: agencyOf(signatory) ?? proposalListText.letterhead },
      year: letter.year,
      productVersion: deps.version,
      exportedAt: deps.clock().toISOString(),
      timeZone: CENTRE_ZONE,
      historyHead: head.seq === 0 ? null : head,
    });
    res
      .attachment(fileName('lampiran', facts, 'xlsx'))
      .type(XLSX)
      .send(bytes);
  });
}

function noteOf(kind: Kind, { isOwnStatement }: PaperFacts): string | null {
  if (kind === 'lampiran') return null;
  return isOwnStatement ? statementText.notes.own : statementText.notes.shipped;
}

function isStanding({ takenBack }: ProposedEntry): boolean {
  return takenBack === null;
}

function endedText({ takenBack }: ProposedEntry): string | null {
  if (takenBack === null) return null;
  return proposalText.withdrawnBy(formatInstant(takenBack.at, CENTRE_ZONE), takenBack.reason);
}

/** A letter of which nothing stands any more says so on its papers. */
function made(kind: Kind, facts: LetterFacts): Paper {
  const paper = MADE[kind](facts);
  if (facts.all.some(isStanding)) return paper;
  return { ...paper, heading: [takeBackText.paper, ...paper.heading] };
}

function filesOf(year: number, id: number, kind: Kind) {
  const endings = kind === 'lampiran' ? (['docx', 'xlsx'] as const) : (['docx'] as const);
  return endings.map((ending) => ({
    href: paths.proposalPaper(year, id, kind, ending),
    label: proposalText.download(proposalText.papers[kind], ending.toUpperCase()),
  }));
}

function fileName(kind: Kind, { letter }: PaperFacts, ending: string): string {
  return `Pengusulan-ZI-${letter.year}-${letter.id}-${kind}.${ending}`;
}

function listRow({ satkerCode, facts, reason, takenBack }: ProposedEntry): ProposalListRow {
  const open = openRequirements([...facts.instansi, ...facts.requirements]);
  return {
    code: satkerCode,
    name: takenBack === null ? facts.name : proposalText.withdrawnName(facts.name),
    category: categoryText[facts.category],
    afirmasi: facts.afirmasi ? proposalListText.yes : proposalListText.no,
    total: figure(facts.total),
    pengungkit: figure(facts.pengungkit),
    hasil: figure(facts.hasil),
    gates: `${facts.gatesPassed}/${facts.gatesOf}`,
    open: open.map(({ name, verdict }) => `${name} ${verdictText[verdict]}`).join('; '),
    reason,
  };
}

/** "82,45" → 82.45, as the annex prints it. */
function figure(text: string): number | null {
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

function withLetter(
  deps: Deps,
  answer: (req: Request<LetterParams>, res: Response, facts: LetterFacts) => void | Promise<void>,
): RequestHandler<LetterParams> {
  return withYear(deps, async (req, res, { year, rulesetId }) => {
    const { db } = deps.store;
    const letter = await findLetter(db, year, req.params.letter);
    if (letter === null) {
      renderError(req, res, 404);
      return;
    }
    const { legalBasis } = deps.instruments.ruleset(rulesetId).nomination;
    const signatory = await findSignatory(db);
    const all = await entriesOf(db, letter.id);
    const standing = all.filter(isStanding);
    const entries = standing.length > 0 ? standing : all;
    const withdrawn = all.filter((one) => !isStanding(one));
    const { text: own } = await statementOf(db, year);
    const statement = own === '' ? shippedStatement().text : own;
    const isOwnStatement = own !== '';
    const said = { signatory, legalBasis, statement, isOwnStatement, version: deps.version };
    await answer(req, res, { letter, all, entries, withdrawn, ...said });
  });
}
