import type { ChecklistItem } from '../domain/instrument/instrument.js';
import { paths } from '../paths.js';
import { formatDay, formatInstant, formatSize } from '../text/format.js';
import { answerEvidenceText as text } from '../text/messages/evidence.js';

/** One evidence linked to an indicator, as features/evidence/store.ts reads it. Never a withdrawn one. */
export interface LinkedEvidence {
  readonly linkId: number;
  readonly evidenceId: number;
  readonly indicatorCode: string;
  readonly name: string;
  readonly kind: string;
  readonly physicalLocation: string;
  readonly checklistCode: string | null;
  /** Version the link points to, and the newest there is. */
  readonly version: number;
  readonly latestVersion: number;
  readonly type: 'file' | 'link';
  readonly url: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly documentDay: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly validUntil: string | null;
  readonly addedBy: string | null;
  readonly addedAt: string;
  /** An administrator removed the bytes: shown as such, proves nothing. */
  readonly purged: boolean;
}

/** Limits in force (settings). */
export interface EvidenceLimits {
  readonly fileBytes: number;
  readonly perIndicator: number;
  readonly quotaBytes: number;
}

export interface AnswerEvidenceArgs {
  readonly satkerCode: string;
  readonly year: number;
  readonly code: string;
  readonly checklist: readonly ChecklistItem[];
  /** Kinds of evidence to choose from while attaching. */
  readonly kinds?: readonly { readonly code: string; readonly name: string }[];
  readonly limits: EvidenceLimits;
  readonly timeZone: string;
  /** Today in that zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The person may attach here and the LKE is open. */
  readonly mayManage: boolean;
  /** Version of the product, for the address of the script. */
  readonly appVersion: string;
}

export interface AnswerEvidenceItem {
  readonly name: string;
  readonly href: string;
  /** "Versi 2 · PDF · 1,2 MB", "Tautan · contoh.go.id". */
  readonly summary: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** "10 Maret 2026 10.00 WITA oleh Lalu Suryadi". */
  readonly added: string;
  readonly warnings: readonly string[];
  readonly previewHref: string | null;
  readonly previewTitle: string;
  readonly previewLabel: string;
  readonly isImage: boolean;
  readonly downloadHref: string | null;
  readonly linkHref: string | null;
  readonly removalHref: string | null;
}

/** What the partial evidence-of-answer is given (as `evidence`). */
export interface AnswerEvidenceView {
  readonly countText: string;
  readonly items: readonly AnswerEvidenceItem[];
  readonly attach: null | {
    readonly action: string;
    readonly moreHref: string;
    readonly script: string;
    readonly accept: string;
    readonly limitText: string;
    /** For the script, which says so before the line is used in vain. */
    readonly maxBytes: number;
    readonly maxText: string;
    readonly full: boolean;
    readonly fullText: string;
    readonly checklist: readonly { readonly value: string; readonly label: string }[];
    readonly kinds: readonly { readonly value: string; readonly label: string }[];
  };
}

/** Endings the file chooser offers; what counts is the content (upload-verdict). */
export const ACCEPTED_ENDINGS = '.pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.pptx';

/** How many of these prove something; without its bytes a document proves nothing. */
function provingCount(rows: readonly LinkedEvidence[]): number {
  return rows.filter((row) => !row.purged).length;
}

/** The evidence block of one indicator, from plain rows; no rights are decided here. */
export function buildAnswerEvidence(
  rows: readonly LinkedEvidence[],
  args: AnswerEvidenceArgs,
): AnswerEvidenceView {
  return {
    countText: text.count(provingCount(rows), args.limits.perIndicator),
    items: rows.map((row) => itemOf(row, args)),
    attach: args.mayManage ? attachOf(rows.length, args) : null,
  };
}

function attachOf(count: number, args: AnswerEvidenceArgs): AnswerEvidenceView['attach'] {
  const { satkerCode, year, code, limits } = args;
  return {
    action: paths.answerEvidence(satkerCode, year, code),
    moreHref: paths.answerEvidence(satkerCode, year, code),
    script: `${paths.asset('upload.js')}?v=${encodeURIComponent(args.appVersion)}`,
    accept: ACCEPTED_ENDINGS,
    limitText: text.limits(formatSize(limits.fileBytes)),
    maxBytes: limits.fileBytes,
    maxText: text.tooLarge(formatSize(limits.fileBytes)),
    full: count >= limits.perIndicator,
    fullText: text.full(limits.perIndicator),
    checklist: args.checklist.map((item) => ({ value: item.code, label: item.name })),
    kinds: (args.kinds ?? []).map(({ code: value, name: label }) => ({ value, label })),
  };
}

function itemOf(row: LinkedEvidence, args: AnswerEvidenceArgs): AnswerEvidenceItem {
  const at = [args.satkerCode, args.year, row.evidenceId] as const;
  const isOpenable = row.type === 'file' && !row.purged;
  return {
    name: row.name,
    href: paths.evidence(...at),
    summary: summaryOf(row),
    facts: factsOf(row, args),
    added: text.addedBy(formatInstant(row.addedAt, args.timeZone), row.addedBy),
    warnings: warningsOf(row, args.today),
    previewHref: isOpenable && isPreviewed(row) ? paths.evidencePreview(...at, row.version) : null,
    previewTitle: text.previewTitle(row.name),
    previewLabel: text.previewLabel(row.name),
    isImage: isImage(row),
    downloadHref: isOpenable ? paths.evidenceFile(...at, row.version) : null,
    linkHref: row.url,
    removalHref: args.mayManage
      ? paths.answerEvidenceRemoval(args.satkerCode, args.year, args.code, row.linkId)
      : null,
  };
}

/** PDF and images open inline in a sandbox; everything else is downloaded only. */
export function isPreviewed(row: { readonly mediaType: string | null }): boolean {
  return row.mediaType === 'application/pdf' || isImage(row);
}

export function isImage(row: { readonly mediaType: string | null }): boolean {
  return row.mediaType?.startsWith('image/') ?? false;
}

function summaryOf(row: LinkedEvidence): string {
  const what =
    row.type === 'link'
      ? [text.link, row.url === null ? '' : new URL(row.url).host]
      : [text.fileType(row.mediaType ?? ''), formatSize(row.size ?? 0)];
  return [text.version(row.version), ...what].filter((part) => part !== '').join(' · ');
}

function factsOf(row: LinkedEvidence, args: AnswerEvidenceArgs): AnswerEvidenceItem['facts'] {
  const item = args.checklist.find(({ code }) => code === row.checklistCode);
  const { labels } = text;
  const facts = [
    { label: labels.checklist, value: item?.name ?? '' },
    {
      label: labels.documentDay,
      value: row.documentDay === null ? '' : formatDay(row.documentDay),
    },
    { label: labels.period, value: periodText(row.periodFrom, row.periodTo) },
    { label: labels.validUntil, value: row.validUntil === null ? '' : formatDay(row.validUntil) },
    { label: labels.physicalLocation, value: row.physicalLocation },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** "1 Januari 2026 sampai 31 Maret 2026"; either end may be open. */
export function periodText(from: string | null, to: string | null): string {
  if (from === null && to === null) return '';
  return text.period(from === null ? null : formatDay(from), to === null ? null : formatDay(to));
}

function warningsOf(row: LinkedEvidence, today: string): string[] {
  const warnings: string[] = [];
  if (row.purged) warnings.push(text.purged);
  if (row.validUntil !== null && row.validUntil < today) {
    warnings.push(text.expired(formatDay(row.validUntil)));
  }
  if (row.latestVersion > row.version) warnings.push(text.newerVersion(row.latestVersion));
  return warnings;
}
