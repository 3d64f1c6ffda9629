import type { IndicatorCode } from '../instrument/instrument.js';

/** Where the official wording of a year comes from, as the administrator names it. */
export interface WordingSource {
  readonly title: string;
  /** "" where none was given. */
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly day: string | null;
}

/** What the official sheet says of one indicator; "" where it says nothing. */
export interface OfficialText {
  readonly question: string;
  readonly criteria: string;
}

/** The official wording of a year, or of those indicators that were asked for. */
export interface OfficialWording {
  readonly source: WordingSource;
  readonly texts: ReadonlyMap<IndicatorCode, OfficialText>;
}
