import type { Db } from '../../db/store.js';
import { frozenContent } from './frozen-store.js';
import { submissionHash } from './submission-hash.js';
import { allSubmissions } from './submission-store.js';

export interface SubmissionVerdict {
  readonly checked: number;
  /** "52.71 2026 1": the frozen copy no longer gives the hash that was printed on it. */
  readonly faults: readonly string[];
}

/** Whether every submission still holds what was handed in. */
export async function verifySubmissions(db: Db): Promise<SubmissionVerdict> {
  const all = await allSubmissions(db);
  const faults: string[] = [];
  for (const submission of all) {
    const hash = submissionHash(submission, await frozenContent(db, submission.id));
    if (hash !== submission.contentHash) {
      faults.push(`${submission.satkerCode} ${submission.year} ${submission.number}`);
    }
  }
  return { checked: all.length, faults };
}
