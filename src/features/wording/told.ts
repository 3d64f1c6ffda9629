import { createHash } from 'node:crypto';
import type { OfficialWording } from '../../domain/wording/official-text.js';
import type { WordingFile } from './store.js';

/** What the history keeps of a set: where it is from, and a hash of its texts instead of them. */
export function told({ source, texts }: OfficialWording, file: WordingFile) {
  const ordered = [...texts].sort(([one], [other]) => (one < other ? -1 : 1));
  const words = ordered.map(([code, { question, criteria }]) => [code, question, criteria]);
  return {
    wordingTitle: source.title,
    wordingNumber: source.number,
    wordingDay: source.day,
    wordingCount: texts.size,
    wordingHash: createHash('sha256').update(JSON.stringify(words)).digest('hex'),
    fileName: file.name,
    sha256: file.sha256,
  };
}
