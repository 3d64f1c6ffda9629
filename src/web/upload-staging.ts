import type { StorageEngine } from 'multer';
import type { BlobStore, StagedBlob } from '../blobs/blob-store.js';

/** Sends each file of a form straight into the blob store's staging place. */
export function stagingStorage(
  blobs: Pick<BlobStore, 'stage' | 'discard'>,
  maxFileBytes: number,
  onStaged: (originalName: string, staged: StagedBlob) => void,
): StorageEngine {
  const stagedAt = new Map<string, StagedBlob>();
  return {
    _handleFile(_req, file, done) {
      blobs.stage(file.stream, maxFileBytes).then(
        (staged) => {
          // The limit of the reader is the same and speaks first; this is the second lock.
          if (staged === null) {
            done(new Error('file over its limit'));
            return;
          }
          stagedAt.set(staged.path, staged);
          onStaged(file.originalname, staged);
          done(null, { path: staged.path, size: staged.size });
        },
        (error: unknown) => done(error),
      );
    },
    _removeFile(_req, file, done) {
      const staged = stagedAt.get(file.path);
      if (staged === undefined) done(null);
      else blobs.discard(staged).then(() => done(null), done);
    },
  };
}
