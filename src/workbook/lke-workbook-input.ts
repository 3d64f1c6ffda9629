import type { Tier } from '../domain/access/tiers.js';
import type { IndicatorCode, Instrument } from '../domain/instrument/instrument.js';
import type { Ruleset, Target } from '../domain/predikat/gate.js';
import type { AnswerValue } from '../domain/scoring/answer.js';
import type { OfficialWording } from '../domain/wording/official-text.js';

/** The two official layouts (90/2021 Lampiran III; PortalRB 2026). */
export const LAYOUTS = ['lampiran-iii', 'portalrb'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** One LKE as plain data: everything a worksheet shows, nothing looked up later. */
export interface LkeWorkbookInput {
  readonly instrument: Instrument;
  readonly ruleset: Ruleset;
  readonly satker: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly target: Target;
  readonly layout: Layout;
  /** Whose answers are scored; must be one of {@link tiersOfLayout}. */
  readonly tier: Tier;
  /**
   * Answers by tier; a tier that is absent is empty. `portalrb` shows mandiri and tpi side by side:
   * leave out a tier that the reader may not see.
   */
  readonly answers: Readonly<Partial<Record<Tier, ReadonlyMap<IndicatorCode, ExportedAnswer>>>>;
  readonly evidence: ReadonlyMap<IndicatorCode, readonly ExportedEvidence[]>;
  /** ISO-8601 UTC. */
  readonly exportedAt: string;
  /** IANA zone of the satker, in which times are shown. */
  readonly timeZone: string;
  /** Last entry of the history; null while there is none. */
  readonly historyHead: { readonly seq: number; readonly hash: string } | null;
  readonly productVersion: string;
  /** The official words of the year in the place of ours, where it has any. */
  readonly wording?: OfficialWording | null;
}

export interface ExportedAnswer {
  /** null: unanswered (a note may stand alone). */
  readonly value: AnswerValue | null;
  readonly note: string;
  /** Version of the stored row, from 1. */
  readonly version: number;
}

/** One version of an evidence, linked to an indicator. */
export interface ExportedEvidence {
  readonly name: string;
  /** Day of the document, `YYYY-MM-DD`. */
  readonly documentDay: string | null;
  /** Version number 1, 2, … */
  readonly version: number;
  /** Where it can be opened: the link, or the file's page. Anything but http(s) is shown as text. */
  readonly href: string | null;
  readonly fileName: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly sha256: string | null;
  readonly checklistCode: string | null;
  /** "tersedia fisik di …", empty where none. */
  readonly physicalLocation: string;
}

const PORTALRB_TIERS = ['mandiri', 'tpi'] as const satisfies readonly Tier[];
const LAMPIRAN_TIERS = ['mandiri', 'pendahuluan', 'tpi', 'tpn'] as const satisfies readonly Tier[];

/** The tiers a layout has room for: PortalRB knows the unit's own answers and TPI's only. */
export function tiersOfLayout(layout: Layout): readonly Tier[] {
  return layout === 'portalrb' ? PORTALRB_TIERS : LAMPIRAN_TIERS;
}
