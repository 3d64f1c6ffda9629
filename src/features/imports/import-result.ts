import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';

/** What applying an import wrote: enough to take it back where nobody has worked on it since. */
export interface ImportResult {
  readonly answers: readonly WrittenAnswer[];
  readonly links: readonly WrittenLink[];
  /** After it was taken back: indicators of which something stayed, edited since or closed. */
  readonly stayed?: readonly IndicatorCode[];
}

export interface AnswerState {
  readonly value: AnswerValue | null;
  readonly note: string;
}

export interface WrittenAnswer {
  readonly code: IndicatorCode;
  readonly before: AnswerState;
  readonly after: AnswerState;
  /** Version that the import wrote. */
  readonly version: number;
}

export interface WrittenLink {
  readonly code: IndicatorCode;
  readonly linkId: number;
  readonly evidenceId: number;
  readonly versionId: number;
  readonly name: string;
  readonly url: string | null;
  /** The evidence itself was made by the import. */
  readonly isNew: boolean;
}
