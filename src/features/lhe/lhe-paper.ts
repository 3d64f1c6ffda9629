import { recommendationSection } from '../../domain/lke/letters.js';
import { kindText } from '../../text/messages/conclusion.js';
import { dayIn, formatDay } from '../../text/format.js';
import { lheText as text } from '../../text/messages/lhe.js';
import { menujuText } from '../../text/messages/workbook.js';
import { gateRows, gatesVerdict, totalFigure } from '../../web/gate-rows.js';
import type { Fact, Paper, PaperBlock, PaperTable } from '../../paper/paper.js';
import { typedBlocks } from '../../paper/typed-blocks.js';
import { checkBlocks } from './check-blocks.js';
import type { LheFacts } from './lhe-facts.js';
import { scoreTable } from './score-table.js';
import { copiesOf, headOf, placeAndDayOf, signatureOf } from '../../paper/letterhead-lines.js';

/** What TPI concludes; null while it is being prepared. */
export interface Conclusion {
  readonly kind: 'memenuhi' | 'belum-memenuhi';
  readonly reason: string;
}

/** TPI's report: figures from what is stored, TPI's words, names from settings and confirmations. */
export function lhePaper(facts: LheFacts, conclusion: Conclusion | null): Paper {
  const { lke, head, letterhead } = facts;
  const { satker, year, target } = lke;
  return {
    title: text.title(satker.name),
    letterhead: headOf(letterhead),
    heading: [
      ...text.heading(menujuText(target), satker.name, year),
      `${text.number}: ${head.number === '' ? text.unfilled : head.number}`,
    ],
    reference: [],
    placeAndDay: '',
    addressee: [],
    blocks: [
      { kind: 'heading', text: text.sections.summary },
      { kind: 'text', text: text.basis },
      { kind: 'facts', facts: summary(facts, conclusion) },
      { kind: 'heading', text: text.sections.scores },
      scoreTable(facts),
      { kind: 'text', text: text.rounded },
      { kind: 'heading', text: text.sections.gates },
      gateTable(facts),
      ...prerequisite(facts),
      { kind: 'heading', text: text.sections.checks },
      ...checkBlocks(facts, emptyText(conclusion)),
      { kind: 'heading', text: text.sections.notes },
      ...differences(facts),
      ...notes(facts),
      { kind: 'heading', text: text.sections.recommendations },
      ...recommendations(facts, conclusion),
      { kind: 'heading', text: text.sections.team },
      { kind: 'facts', facts: team(facts) },
    ],
    signature: signatureOf(letterhead, placeAndDayOf(letterhead, head.day)),
    copies: copiesOf(letterhead),
    annex: [],
    footer: text.footer(satker.name),
  };
}

function summary(facts: LheFacts, conclusion: Conclusion | null): readonly Fact[] {
  const { lke, tpi, submission, head } = facts;
  const { score } = tpi.sheet;
  const zone = lke.satker.timeZone;
  const handed =
    submission === null ? '' : formatDay(dayIn(new Date(submission.submittedAt), zone));
  const label = text.facts;
  return [
    { label: label.satker, value: lke.satker.name },
    { label: label.target, value: menujuText(lke.target) },
    { label: label.round, value: text.roundValue(head.round, handed) },
    { label: label.recommendation, value: recommended(facts) },
    {
      label: label.result,
      value: text.result(totalFigure(tpi.report), score.answered, score.of),
    },
    { label: label.gates, value: gatesVerdict(tpi.report) },
    {
      label: label.conclusion,
      value: conclusion === null ? text.undecided : kindText[conclusion.kind],
    },
    ...(conclusion === null || conclusion.reason === ''
      ? []
      : [{ label: label.reason, value: conclusion.reason }]),
  ];
}

function recommended({ lke, recommendation }: LheFacts): string {
  if (recommendation === null) return text.noRecommendation;
  const { kind, at, letterNumber } = recommendation;
  const day = formatDay(dayIn(new Date(at), lke.satker.timeZone));
  return text.recommendation(kindText[kind], day, letterNumber);
}

function gateTable({ tpi }: LheFacts): PaperTable {
  const widths = [40, 24, 13, 23];
  return {
    kind: 'table',
    isWhole: true,
    columns: text.gateColumns.map((name, at) => ({
      name,
      isNumber: at === 1 || at === 2,
      width: widths[at] ?? 0,
    })),
    rows: gateRows(tpi.report.items).map((gate) => [
      gate.name,
      gate.minimum,
      gate.value,
      gate.verdict,
    ]),
  };
}

function prerequisite({ prerequisite: asked }: LheFacts): PaperBlock[] {
  if (asked === null) return [];
  const { held } = asked;
  const said =
    held === null ? text.prerequisite.unmet : text.prerequisite.met(held.year, held.decreeNumber);
  return [{ kind: 'text', text: said }];
}

function differences({ differences: found }: LheFacts): PaperBlock[] {
  if (found.length === 0) return [{ kind: 'text', text: text.noDifferences }];
  const widths = [30, 12, 12, 46];
  return [
    { kind: 'text', text: text.differencesIntro },
    {
      kind: 'table',
      columns: text.differenceColumns.map((name, at) => ({
        name,
        isNumber: false,
        width: widths[at] ?? 0,
      })),
      rows: found.map(({ indicator, claim, own, reason }) => [
        `${indicator.code} ${indicator.shortName}`,
        claim === '' ? text.unanswered : claim,
        own,
        reason,
      ]),
    },
  ];
}

function notes({ threads, instrument }: LheFacts): PaperBlock[] {
  if (threads.length === 0) return [{ kind: 'text', text: text.noNotes }];
  const widths = [28, 55, 17];
  return [
    { kind: 'text', text: text.notesIntro },
    {
      kind: 'table',
      columns: text.noteColumns.map((name, at) => ({
        name,
        isNumber: false,
        width: widths[at] ?? 0,
      })),
      rows: threads.map(({ code, messages, closedAt }) => [
        `${code} ${instrument.byCode.get(code)?.shortName ?? ''}`,
        messages[0]?.text ?? '',
        closedAt === null ? text.noteState.open : text.noteState.closed,
      ]),
    },
  ];
}

/** TPI's own words only: what the product proposes is printed once somebody kept it. */
function recommendations(facts: LheFacts, conclusion: Conclusion | null): PaperBlock[] {
  const empty = emptyText(conclusion);
  return facts.instrument.areas.flatMap((area): PaperBlock[] => [
    { kind: 'subheading', text: text.recommendationTitle(area.key, area.name) },
    ...typedBlocks(facts.texts.get(recommendationSection(area.key))?.text || empty),
  ]);
}

/** A draft waits for its words; a report that went out says that there are none. */
function emptyText(conclusion: Conclusion | null): string {
  return conclusion === null ? text.noText : text.leftOut;
}

/** Who confirmed what the team found, and who found it; a confirmation that fell is none. */
function team({ confirmations, lke, assessors }: LheFacts): readonly Fact[] {
  const roles = [
    ['tpi-ketua', text.team.ketua],
    ['tpi-dalnis', text.team.dalnis],
  ] as const;
  const confirming = roles.map(([role, label]) => {
    const one = confirmations.find((each) => each.role === role && each.holds);
    const day = one === undefined ? '' : formatDay(dayIn(new Date(one.at), lke.satker.timeZone));
    return {
      label,
      value: one === undefined ? text.teamUnconfirmed : text.teamConfirmed(one.by, day),
    };
  });
  const members = assessors.map(({ name, indicators }) => text.member(name, indicators));
  const value = members.length === 0 ? text.noMembers : members.join('\n');
  return [...confirming, { label: text.team.members, value }];
}
