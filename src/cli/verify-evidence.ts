import { digestOfFile } from '../blobs/copy-file.js';
import { blobPath } from '../blobs/folder-blob-store.js';
import { isSha256 } from '../blobs/sha256.js';
import type { DataFolder } from '../db/data-folder.js';
import { neededFiles } from '../db/evidence-files.js';
import { openSnapshot } from '../db/open-snapshot.js';
import type { Db } from '../db/store.js';

export interface EvidenceFault {
  readonly sha256: string;
  readonly kind: 'missing' | 'differs';
}

export interface EvidenceVerdict {
  readonly checked: number;
  readonly faults: readonly EvidenceFault[];
}

/** Every file that must exist holds the bytes of its name. */
export async function verifyEvidence(db: Db, folder: DataFolder): Promise<EvidenceVerdict> {
  const needed = await neededFiles(db);
  const faults: EvidenceFault[] = [];
  for (const sha256 of needed) {
    const kind = await faultOf(folder, sha256);
    if (kind !== null) faults.push({ sha256, kind });
  }
  return { checked: needed.length, faults: await stillFaulty(folder, faults) };
}

async function faultOf(folder: DataFolder, sha256: string): Promise<EvidenceFault['kind'] | null> {
  if (!isSha256(sha256)) return 'missing';
  const digest = await digestOfFile(blobPath(folder.evidence, sha256));
  if (digest === null) return 'missing';
  return digest.sha256 === sha256 ? null : 'differs';
}

/** An administrator may have purged a file since the snapshot was taken. */
async function stillFaulty(folder: DataFolder, faults: EvidenceFault[]): Promise<EvidenceFault[]> {
  if (faults.length === 0) return faults;
  const now = openSnapshot(folder.database);
  try {
    const needed = new Set(await neededFiles(now.db));
    return faults.filter((fault) => needed.has(fault.sha256));
  } finally {
    await now.close();
  }
}
