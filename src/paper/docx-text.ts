import { LineRuleType, Paragraph, TabStopType, TextRun, type IParagraphOptions } from 'docx';
import type { Fact } from './paper.js';

/** Sizes are half points, lengths twentieths of a point. */
export const FONT = 'Arial';
const LETTER_WIDTH = 150;
const NARROWEST_LABEL = 1300;
const COLON_WIDTH = 200;

export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
}

/** A paragraph whose first or last line never stands alone on a page. */
export function paragraph(options: IParagraphOptions): Paragraph {
  return new Paragraph({ widowControl: true, ...options });
}

export function gap(keepNext = false): Paragraph {
  return new Paragraph({
    spacing: { line: 200, lineRule: LineRuleType.AUTO },
    keepNext,
    children: [],
  });
}

/** Line ends as they were typed. */
export function lines(text: string, look: Look = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...look, ...(at === 0 ? {} : { break: 1 }) }));
}

/** Label, colon, value: the colons of one group stand below each other. */
export function factParagraphs(facts: readonly Fact[], keepNext = false): Paragraph[] {
  const longest = Math.max(...facts.map(({ label }) => label.length));
  const width = Math.max(NARROWEST_LABEL, longest * LETTER_WIDTH + 100);
  return facts.map(({ label, value }) =>
    paragraph({
      tabStops: [
        { type: TabStopType.LEFT, position: width },
        { type: TabStopType.LEFT, position: width + COLON_WIDTH },
      ],
      indent: { left: width + COLON_WIDTH, hanging: width + COLON_WIDTH },
      keepNext,
      children: [new TextRun({ text: `${label}\t:\t` }), ...lines(value)],
    }),
  );
}
