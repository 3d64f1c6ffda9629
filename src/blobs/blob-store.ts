import type { Readable } from 'node:stream';

/** Bytes received but not yet kept: on disk, flushed, under a temporary name. */
export interface StagedBlob {
  readonly sha256: string;
  readonly size: number;
  /** First bytes and path, for the content check. */
  readonly path: string;
}

/**
 * Evidence bytes by their SHA-256; a folder today, an S3-compatible store later.
 * Order of a save: stage (write, fsync) → keep (rename, fsync folder) → commit the row.
 * So a row never lacks its file; a file without a row is swept.
 */
export interface BlobStore {
  /** Refuses (returns null, leaves nothing behind) once more than `limit` bytes came. */
  stage(source: Readable, limit: number): Promise<StagedBlob | null>;
  keep(staged: StagedBlob): Promise<void>;
  discard(staged: StagedBlob): Promise<void>;
  has(sha256: string): Promise<boolean>;
  read(sha256: string): Readable;
  remove(sha256: string): Promise<void>;
  /** Throws where no bytes can be kept just now; leaves no trace. */
  tryWrite(): Promise<void>;
  /** Every kept hash with its size. */
  list(): AsyncIterable<{ sha256: string; size: number }>;
  /** Removes staged leftovers and files for which `isUsed` says no, if older than `olderThanMs`. */
  sweep(isUsed: (sha256: string) => Promise<boolean>, olderThanMs: number): Promise<number>;
}
