import type { StagedBlob } from '../../blobs/blob-store.js';

/** What a version holds: bytes under their hash, or an address. */
export type Content =
  | {
      readonly type: 'file';
      readonly fileName: string;
      readonly mediaType: string;
      readonly sha256: string;
      readonly size: number;
    }
  | { readonly type: 'link'; readonly url: string };

/** Content as it came with a form: bytes are staged, not yet kept. */
export interface NewContent {
  readonly content: Content;
  readonly staged: StagedBlob | null;
}

/** Days a version of a document carries. */
export interface VersionDays {
  readonly documentDay: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly validUntil: string | null;
}

/** What the person says about the document, whatever its version. */
export interface EvidenceDetails extends VersionDays {
  readonly kind: string;
  readonly physicalLocation: string;
}
