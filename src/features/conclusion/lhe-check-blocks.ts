import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { PaperBlock } from '../../paper/paper.js';
import { answerText } from '../../text/answer-text.js';
import { formatScore } from '../../text/format.js';
import { stageText } from '../../text/messages/lke.js';
import { lheText as text } from '../../text/messages/lhe.js';
import { tierShort } from '../../text/messages/review.js';
import { lheChecks, type LheCheck } from './lhe-checks.js';
import type { LheFacts } from './lhe-facts.js';

/** TPI's eight checks: what the data say, then what TPI says. */
export function checkBlocks(facts: LheFacts): readonly PaperBlock[] {
  return lheChecks().flatMap((check, at): PaperBlock[] => [
    { kind: 'subheading', text: `${at + 1}. ${check.title}` },
    { kind: 'text', text: facts.texts.get(check.key)?.text || text.noText },
    { kind: 'text', text: text.dataIntro },
    { kind: 'list', items: checkData(facts, check) },
  ]);
}

/** Answers, counts and notes of the indicators that say something of the check. */
export function checkData(facts: LheFacts, check: LheCheck): readonly string[] {
  const lines = check.indicators.flatMap((code) => indicatorLine(facts, code as IndicatorCode));
  return [...lines, ...check.data.flatMap((kind) => otherData(facts, kind))];
}

function indicatorLine({ instrument, tpi, mandiri }: LheFacts, code: IndicatorCode): string[] {
  const indicator = instrument.byCode.get(code);
  if (indicator === undefined) return [];
  const own = tpi.sheet.rows.get(code);
  const claim = mandiri.sheet.rows.get(code);
  const said = text.checkLine(
    code,
    indicator.shortName,
    answerText(indicator, own?.value ?? null) || text.unassessed,
    answerText(indicator, claim?.value ?? null) || text.unanswered,
  );
  const notes = [
    [text.checkNotes.tpi, shortNote(own?.note ?? '')],
    [text.checkNotes.satker, shortNote(claim?.note ?? '')],
  ] as const;
  const noted = notes.filter(([, note]) => note !== '').map(([name, note]) => `${name}: ${note}`);
  return [[said, ...noted].join('; ')];
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
      const now = text.now(lke.year, formatScore(tpi.sheet.score.total));
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
