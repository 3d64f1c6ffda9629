/** Criteria of an official sheet, taken apart into what is said of each option. */
export interface SplitCriteria {
  /** What stands before the first option; "" where nothing does. */
  readonly intro: string;
  /** Text of each option in the order of the instrument; null where the sheet says nothing of it. */
  readonly options: readonly (string | null)[];
}

interface Part {
  readonly letter: string;
  /** Where its mark begins, and where its text does. */
  readonly at: number;
  readonly from: number;
}

/** "a. …", "B) …", "(c) …", "D: …", "E = …", "A, apabila …" at the start of a line, or after a sentence. */
const LETTER_MARKS = {
  lines: /(?<=^|\n)[ \t]*\(?([A-Za-z])\)?[ \t]*[.,):=][ \t]+/g,
  inline: /(?<=^|[;.,:]\s|\n)[ \t]*\(?([A-Za-z])[.)][ \t]+/g,
} as const;

/** "Ya, apabila …": kept as it is printed, since the word belongs to the sentence. */
const YES_NO_MARK =
  /(?<=^|[;.]\s|\n)[ \t]*()(?:(ya)(?=[ \t]*[,:;=]|[ \t]+(?:apabila|jika|bila|dengan)\b)|(tidak)(?=[ \t]*[,:;=]|[ \t]+(?:apabila|jika|bila)\b))/gi;

/**
 * Takes the criteria of one indicator apart where that is beyond doubt: every letter of the scale
 * marked once, in order, each with a text, and nothing after a blank line. Of Ya/Tidak the sheet
 * often describes only Ya. null: to be shown as a whole.
 */
export function splitCriteria(criteria: string, letters: readonly string[]): SplitCriteria | null {
  if (letters[0]?.length !== 1) return split(criteria, letters, YES_NO_MARK);
  const { lines, inline } = LETTER_MARKS;
  return split(criteria, letters, lines) ?? split(criteria, letters, inline);
}

function split(text: string, letters: readonly string[], mark: RegExp): SplitCriteria | null {
  const parts = [...text.matchAll(mark)].map(partOf);
  if (!areInOrder(parts, letters)) return null;
  const texts = parts.map((part, index) => text.slice(part.from, parts[index + 1]?.at).trim());
  if (texts.some((one) => one === '' || /\n\s*\n/.test(one))) return null;
  return {
    intro: text.slice(0, parts[0]?.at).trim(),
    options: letters.map((_, index) => texts[index] ?? null),
  };
}

function partOf(match: RegExpMatchArray): Part {
  const [mark, letter = '', yes, no] = match;
  const at = match.index ?? 0;
  const word = yes ?? no;
  return word === undefined
    ? { letter, at, from: at + mark.length }
    : { letter: word, at, from: at };
}

/** All of them once, in order; of two only the first will do. */
function areInOrder(parts: readonly Part[], letters: readonly string[]): boolean {
  const isComplete =
    parts.length === letters.length || (parts.length === 1 && letters[0]?.length !== 1);
  return (
    isComplete &&
    parts.every(({ letter }, index) => letter.toLowerCase() === letters[index]?.toLowerCase())
  );
}
