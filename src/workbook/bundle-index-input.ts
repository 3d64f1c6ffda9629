/** What the bundle holds and what it lacks, as plain data. */
export interface BundleIndex {
  readonly satker: { readonly code: string; readonly name: string };
  readonly year: number;
  /** By indicator in the order of the sheet, then by link. */
  readonly rows: readonly BundleRow[];
  /** Files in the archive and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Indicators without any evidence, of all. */
  readonly without: number;
  readonly of: number;
  /** Names of the worksheets beside the index. */
  readonly workbooks: readonly string[];
  /** ISO-8601 UTC. */
  readonly exportedAt: string;
  readonly timeZone: string;
  readonly historyHead: { readonly seq: number; readonly hash: string } | null;
  readonly productVersion: string;
}

export interface BundleRow {
  readonly code: string;
  readonly indicator: string;
  readonly evidence: string;
  readonly checklist: string;
  /** `YYYY-MM-DD`. */
  readonly documentDay: string | null;
  readonly version: number;
  /** Bytes, null for a link. */
  readonly size: number | null;
  readonly state: BundleState;
  /** Path of the file relative to the index; null where the archive has none. */
  readonly path: string | null;
  /** Address of evidence that is a link. */
  readonly url: string | null;
  readonly physicalLocation: string;
  readonly sha256: string | null;
}

export type BundleState = 'present' | 'missing' | 'damaged' | 'purged' | 'link';

/** Evidence that should be a file here and is not. */
export function isFault({ state }: BundleRow): boolean {
  return state === 'missing' || state === 'damaged';
}
