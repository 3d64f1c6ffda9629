import type { IndicatorCode, Instrument } from '../../domain/instrument/instrument.js';
import { refused, type Outcome } from '../../domain/problem.js';
import type { OfficialText } from '../../domain/wording/official-text.js';
import { isTooLong, normaliseText } from '../../text/normalise.js';
import type { LkeReading, ReadLayout, ReadRow } from '../../workbook/recognise/lke-reading.js';

/** The wording of an uploaded workbook, before anybody has confirmed it; kept as JSON. */
export interface WordingDraft {
  readonly layout: ReadLayout;
  readonly sheet: string;
  /** Indicators of which the file says something, in the order of the instrument. */
  readonly texts: readonly DraftText[];
  /** Texts longer than the product keeps: left out. */
  readonly tooLong: readonly IndicatorCode[];
  /** The first of the rows that belong to no indicator, and how many there are. */
  readonly unrecognised: readonly { readonly cell: string; readonly text: string }[];
  readonly unrecognisedCount: number;
}

export interface DraftText extends OfficialText {
  readonly code: IndicatorCode;
  readonly cell: string;
}

const MOST_UNRECOGNISED = 200;
const MOST_SHOWN = 500;

/**
 * The official texts of a workbook as it was read. Refused: our own export, whose words may be
 * ours, and a sheet that has texts for fewer than half of the indicators (another instrument).
 */
export function draftOf(reading: LkeReading, instrument: Instrument): Outcome<WordingDraft> {
  if (reading.ours !== null) return refused('file', 'wording-own-export');
  const read = reading.rows.map(textOf);
  const texts = read.map((row) => row.text).filter((text) => text.question + text.criteria !== '');
  const of = instrument.indicators.length;
  if (texts.length * 2 < of) {
    return refused('file', 'wording-other-instrument', { found: texts.length, of });
  }
  return {
    ok: true,
    value: {
      layout: reading.layout,
      sheet: reading.sheet,
      texts,
      tooLong: read.filter((row) => row.isTooLong).map((row) => row.text.code),
      unrecognised: reading.unrecognised
        .slice(0, MOST_UNRECOGNISED)
        .map(({ cell, text }) => ({ cell, text: normaliseText(text).slice(0, MOST_SHOWN) })),
      unrecognisedCount: reading.unrecognised.length,
    },
  };
}

export function textsOfDraft({ texts }: WordingDraft): ReadonlyMap<IndicatorCode, OfficialText> {
  return new Map(texts.map(({ code, question, criteria }) => [code, { question, criteria }]));
}

function textOf({ code, cell, question, criteria }: ReadRow) {
  const asked = normaliseText(question ?? '');
  const wanted = normaliseText(criteria ?? '');
  const fitting = (text: string) => (isTooLong(text) ? '' : text);
  return {
    text: { code, cell, question: fitting(asked), criteria: fitting(wanted) },
    isTooLong: isTooLong(asked) || isTooLong(wanted),
  };
}
