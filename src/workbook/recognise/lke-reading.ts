import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { WorkbookIdentity } from '../identity.js';

/** The layouts that are read: the two official ones and the ministry's variant of PortalRB's. */
export const READ_LAYOUTS = ['lampiran-iii', 'portalrb', 'portalrb-kementerian'] as const;
export type ReadLayout = (typeof READ_LAYOUTS)[number];

/** What a filled LKE worksheet says, by indicator; plain data that is kept as JSON. */
export interface LkeReading {
  readonly layout: ReadLayout;
  /** Name of the sheet that was read. */
  readonly sheet: string;
  /** Our own meta sheet; null in a file that is not an export of ours. */
  readonly ours: OurExport | null;
  /** Indicators whose row was found, in the order of the instrument. */
  readonly rows: readonly ReadRow[];
  /** Indicators of the instrument without a row in the file. */
  readonly missing: readonly IndicatorCode[];
  /** Rows that look like a question or carry an answer and belong to no indicator. */
  readonly unrecognised: readonly { readonly cell: string; readonly text: string }[];
  /** Answers outside the scale; `code` may be `indicator:count`; `reason` as of `parseAnswer`. */
  readonly invalid: readonly InvalidAnswer[];
  /** Faults of the file's own formulas, and numbers that contradict each other. */
  readonly defects: readonly WorkbookDefect[];
  /** The file's own total as decimal text with a point (its stored result), null where it has none. */
  readonly fileTotal: string | null;
  /** Gate verdicts or values that the file itself states, where it has a summary. */
  readonly fileGates: readonly {
    readonly code: string;
    readonly text: string;
    readonly cell: string;
  }[];
}

export interface OurExport {
  readonly identity: WorkbookIdentity;
  /** The checksum fits the identities: nobody mixed or edited them. */
  readonly isIntact: boolean;
  /**
   * Version of each indicator when it was exported, 0: had no answer; of the answers that `rows`
   * give: in PortalRB's layout the unit's own (mandiri), else the tier of the file.
   */
  readonly versions: Readonly<Record<string, number>>;
}

export interface ReadRow {
  readonly code: IndicatorCode;
  /** Where the answer stands, e.g. "K9"; of counts the first of them. */
  readonly cell: string;
  /** null: the file leaves it empty, or what stands there is in `invalid`. */
  readonly value: AnswerValue | null;
  /** Normalised; null where the file has no note column or it is too long (in `invalid`); "" where empty. */
  readonly note: string | null;
  readonly evidence: readonly ReadEvidence[];
  /** The row's own wording, for the official text; null where the cell is empty. */
  readonly question: string | null;
  readonly criteria: string | null;
}

/** One evidence named in the file: a link, a name, or one of our own. */
export interface ReadEvidence {
  readonly cell: string;
  readonly name: string;
  /** http(s) address, null where the file only names it. */
  readonly href: string | null;
}

export interface InvalidAnswer {
  readonly cell: string;
  readonly code: string;
  /** As it stands in the cell. */
  readonly value: string;
  readonly reason: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** `kind` is a stable word with a sentence of its own in text/messages. */
export interface WorkbookDefect {
  readonly kind: string;
  readonly cell: string;
  readonly args?: Readonly<Record<string, string | number>>;
}
