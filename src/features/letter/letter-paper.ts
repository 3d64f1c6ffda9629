import type { Lke } from '../lke/store.js';
import type { Paper, PaperBlock } from '../../paper/paper.js';
import { dayIn, formatDay, formatScore } from '../../text/format.js';
import { letterText as text } from '../../text/messages/letter.js';
import { menujuText } from '../../text/messages/workbook.js';
import { gateRows } from '../../web/gate-rows.js';
import type { Decision, TierFigures } from '../conclusion/store.js';
import type { LetterDetails } from './letter-store.js';
import {
  copiesOf,
  dayText,
  headOf,
  linesOf,
  placeAndDayOf,
  signatureOf,
  type LetterheadDetails,
} from '../../paper/letterhead-lines.js';

/** One satker with what its letter says of it. */
export interface LetterEntry {
  readonly lke: Lke;
  readonly decision: Decision;
  readonly mandiri: TierFigures;
  readonly pendahuluan: TierFigures;
}

/** The recommendation to TPI: every figure from what is stored, nothing typed twice. */
export function letterPaper(
  letterhead: LetterheadDetails | null,
  details: LetterDetails,
  year: number,
  entries: readonly LetterEntry[],
): Paper {
  const about = text.about(entries.length, year);
  const names = entries.map(({ lke }) => lke.satker.name).join(', ');
  const number = details.number === '' ? text.unfilled : details.number;
  return {
    title: about,
    letterhead: headOf(letterhead),
    heading: [],
    reference: [
      { label: text.number, value: number },
      { label: text.urgency, value: text.urgencies[details.urgency] },
      { label: text.attachments, value: details.attachments || text.oneAttachment },
      { label: text.regarding, value: about },
    ],
    placeAndDay: placeAndDayOf(letterhead, details.day),
    addressee: linesOf(letterhead?.addressee ?? text.unfilled),
    blocks: [
      { kind: 'text', text: text.opening(year) },
      listOf(entries),
      { kind: 'text', text: text.annexNote },
      { kind: 'text', text: text.closing },
    ],
    signature: signatureOf(letterhead, ''),
    copies: copiesOf(letterhead),
    annex: [
      { kind: 'label', lines: text.annexLabel(number, dayText(details.day)) },
      ...entries.flatMap(annexOf),
    ],
    footer: text.footer(entries.length > 1 ? text.several(entries.length) : names),
  };
}

function listOf(entries: readonly LetterEntry[]): PaperBlock {
  const widths = [7, 29, 16, 14, 19, 15];
  return {
    kind: 'table',
    columns: text.columns.map((name, at) => ({
      name,
      isNumber: at === 0 || at === 3 || at === 4,
      width: widths[at] ?? 0,
    })),
    rows: entries.map(({ lke, mandiri, pendahuluan }, at) => [
      String(at + 1),
      lke.satker.name,
      menujuText(lke.target),
      formatScore(mandiri.sheet.score.total),
      formatScore(pendahuluan.sheet.score.total),
      gatesOf(pendahuluan),
    ]),
  };
}

function annexOf({ lke, decision, pendahuluan }: LetterEntry): PaperBlock[] {
  const day = formatDay(dayIn(new Date(decision.at), lke.satker.timeZone));
  const widths = [40, 24, 13, 23];
  return [
    { kind: 'heading', text: text.annex(lke.satker.name) },
    {
      kind: 'facts',
      facts: [
        { label: text.annexFacts.target, value: menujuText(lke.target) },
        { label: text.annexFacts.round, value: String(decision.round) },
        { label: text.annexFacts.decided, value: text.decided(day, decision.byName) },
      ],
    },
    {
      kind: 'table',
      isWhole: true,
      columns: text.gateColumns.map((name, at) => ({
        name,
        isNumber: at === 1 || at === 2,
        width: widths[at] ?? 0,
      })),
      rows: gateRows(pendahuluan.report.items).map((gate) => [
        gate.name,
        gate.minimum,
        gate.value,
        gate.verdict,
      ]),
    },
  ];
}

function gatesOf({ report }: TierFigures): string {
  return text.gates(report.items.filter(({ passed }) => passed).length, report.items.length);
}
