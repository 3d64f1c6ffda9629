import type { AnswerValue } from './answer.js';

/** The form in which a file gives an answer: a letter, an index as text, or counts by key. */
export type AnswerInput = string | Readonly<Record<string, number>>;

/** The inverse of `parseAnswer`: reading it back yields an equal answer. */
export function answerToInput(answer: AnswerValue): AnswerInput {
  switch (answer.kind) {
    case 'choice':
      return answer.letter;
    case 'counts':
      return answer.counts;
    case 'index':
      return answer.index;
  }
}
