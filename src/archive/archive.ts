import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive; opened when its turn comes, one at a time. */
export interface ArchiveEntry {
  /** Relative, with "/". */
  readonly path: string;
  /** Bytes, where they are known beforehand. */
  readonly size: number | null;
  open(): Promise<Readable>;
}

export interface Archive {
  readonly stream: Readable;
  /** Bytes of the whole archive; null where an entry's size is not known beforehand. */
  readonly size: number | null;
  /** Closes the file being read: call it when the reader went away. */
  abort(): void;
}

/**
 * A ZIP as a stream, ZIP64 where needed, nothing of it held in memory. Everything is stored, not
 * deflated: PDF, pictures and workbooks are compressed already, and so the size is known at once.
 * An entry that cannot be read, or that has another size than said, breaks the stream with an
 * error: a reader never takes a part for the whole.
 */
export function archiveOf(entries: readonly ArchiveEntry[], mtime: Date): Archive {
  const zip = new ZipFile();
  const output = zip.outputStream as unknown as Readable;
  let current: Readable | null = null;
  let isOver = false;

  function fail(error: unknown): void {
    isOver = true;
    current?.destroy();
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  }
  zip.on('error', fail);
  output.once('close', () => {
    isOver = true;
    current?.destroy();
  });
  for (const entry of entries) {
    const options = {
      mtime,
      compress: false,
      ...(entry.size === null ? {} : { size: entry.size }),
    };
    zip.addReadStreamLazy(entry.path, options, (take) => {
      entry.open().then((source) => {
        current = source;
        source.once('error', fail);
        // The reader may have gone while the file was being opened.
        if (isOver) source.destroy();
        else take(null, source);
      }, fail);
    });
  }
  let size: number | null = null;
  // yazl's types leave out the argument of the callback (README, calculatedTotalSizeCallback).
  const tell = (total?: number): void => {
    size = total === undefined || total < 0 ? null : total;
  };
  zip.end({ forceZip64Format: isLongDirectory(entries), comment: '' }, tell);
  return { stream: output, size, abort: () => output.destroy() };
}

const FIXED_RECORD = 46;
const TIMESTAMP_FIELD = 9;
const ZIP64_FIELD = 28;
const SHORT_DIRECTORY = 0xffff;

/**
 * yazl 3.3.1 foretells a ZIP64 end record once the directory has 64 KiB, but writes one only from
 * 4 GiB on; asked for it, it does both alike, and every unzip of today reads it.
 */
function isLongDirectory(entries: readonly ArchiveEntry[]): boolean {
  const record = FIXED_RECORD + TIMESTAMP_FIELD + ZIP64_FIELD;
  const bytes = entries.reduce((sum, { path }) => sum + record + Buffer.byteLength(path), 0);
  return bytes >= SHORT_DIRECTORY;
}
