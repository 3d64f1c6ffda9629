import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { PaperBlock, PaperTable } from '../../paper/paper.js';
import { typedBlocks } from '../../paper/typed-blocks.js';
import { formalAnswer } from '../../text/answer-text.js';
import { formatScore } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { lheText as text } from '../../text/messages/lhe.js';
import { tierShort } from '../../text/messages/review.js';
import { totalFigure } from '../../web/gate-rows.js';
import { lheChecks, type LheCheck } from './checks.js';
import type { LheFacts } from './lhe-facts.js';

/** TPI's eight checks: what TPI says, then what the data say. */
export function checkBlocks(facts: LheFacts, empty: string): readonly PaperBlock[] {
  return lheChecks().flatMap((check, at): PaperBlock[] => {
    const said = facts.texts.get(check.key)?.text || empty;
    const others = check.data.flatMap((kind) => otherData(facts, kind));
    return [
      { kind: 'subheading', text: `${at + 1}. ${check.title}` },
      ...typedBlocks(said),
      { kind: 'text', text: text.dataIntro },
      tableOf(indicatorRows(facts, check)),
      ...(others.length === 0 ? [] : [{ kind: 'list', items: others } as const]),
    ];
  });
}

/** The same in lines, beside the field where TPI writes. */
export function checkData(facts: LheFacts, check: LheCheck): readonly string[] {
  const lines = indicatorRows(facts, check).map(({ name, tpi, claim, notes }) => {
    const said = tpi === claim ? text.checkSameLine(name, tpi) : text.checkLine(name, tpi, claim);
    return [said, ...notes].join('; ');
  });
  return [...lines, ...check.data.flatMap((kind) => otherData(facts, kind))];
}

interface IndicatorRow {
  readonly name: string;
  readonly tpi: string;
  readonly claim: string;
  /** Each with whose it is. */
  readonly notes: readonly string[];
}

/** Answers, counts and notes of the indicators that say something of the check. */
function indicatorRows(
  { instrument, tpi, mandiri }: LheFacts,
  { indicators }: LheCheck,
): readonly IndicatorRow[] {
  return indicators.flatMap((code) => {
    const indicator = instrument.byCode.get(code as IndicatorCode);
    if (indicator === undefined) return [];
    const own = tpi.sheet.rows.get(indicator.code);
    const claim = mandiri.sheet.rows.get(indicator.code);
    return [
      {
        name: text.checkName(code, indicator.shortName),
        tpi: formalAnswer(indicator, own?.value ?? null) || text.unassessed,
        claim: formalAnswer(indicator, claim?.value ?? null) || text.unanswered,
        notes: notesOf(own?.note ?? '', claim?.note ?? ''),
      },
    ];
  });
}

function notesOf(own: string, claim: string): readonly string[] {
  return [
    ...(own === '' ? [] : [text.checkNotes.tpi(shortNote(own))]),
    ...(claim === '' ? [] : [text.checkNotes.satker(shortNote(claim))]),
  ];
}

function tableOf(rows: readonly IndicatorRow[]): PaperTable {
  // Where nothing differs the answers of TPI need the room.
  const isSame = rows.every(({ tpi, claim }) => tpi === claim);
  const widths = isSame ? [40, 46, 14] : [40, 30, 30];
  return {
    kind: 'table',
    columns: text.checkColumns.map((name, at) => ({
      name,
      isNumber: false,
      width: widths[at] ?? 0,
    })),
    rows: rows.map(({ name, tpi, claim, notes }) => [
      [name, ...notes].join('\n'),
      inLines(tpi),
      claim === tpi ? text.same : inLines(claim),
    ]),
  };
}

/** Each count in a line of its own. */
function inLines(answer: string): string {
  return answer.split(' · ').join('\n');
}

function otherData(facts: LheFacts, kind: LheCheck['data'][number]): string[] {
  switch (kind) {
    case 'evidence': {
      const { evidence, differences, tpi } = facts;
      const { of } = tpi.sheet.score;
      return [
        text.evidence(evidence.documents, evidence.indicators, of),
        text.evidenceDiffers(differences.length, of),
      ];
    }
    case 'years': {
      const { lke, earlier, tpi } = facts;
      const before = earlier.map(({ year, tier, total, stage }) =>
        text.earlier(year, tierShort[tier], formatScore(total), stageText[stage]),
      );
      const now = text.now(lke.year, totalFigure(tpi.report));
      return [now, ...(before.length === 0 ? [text.noEarlier] : before)];
    }
  }
}

const LONGEST_NOTE = 240;

/** One line; the whole note stands in the LKE. */
function shortNote(note: string): string {
  const line = note.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_NOTE ? line : `${line.slice(0, LONGEST_NOTE).trimEnd()}…`;
}
