import { formatSize } from '../../text/format.js';
import { answerEvidenceText } from '../../text/messages/evidence.js';
import { evidenceKinds } from './settings.js';

/** "Versi 2 · PDF · 1,2 MB" or "Versi 1 · Tautan · contoh.go.id". */
export function contentSummary(
  content: {
    readonly type: 'file' | 'link';
    readonly mediaType: string | null;
    readonly size: number | null;
    readonly url: string | null;
  },
  number: number,
): string {
  return [answerEvidenceText.version(number), ...contentParts(content)].join(' · ');
}

export function contentParts(content: {
  readonly type: 'file' | 'link';
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly url: string | null;
}): readonly string[] {
  if (content.type === 'link') {
    return [answerEvidenceText.link, ...(content.url === null ? [] : [new URL(content.url).host])];
  }
  return [answerEvidenceText.fileType(content.mediaType ?? ''), formatSize(content.size ?? 0)];
}

/** A kind that was dropped from the list later is shown by its code. */
export function kindName(code: string): string {
  return evidenceKinds().find((kind) => kind.code === code)?.name ?? code;
}
