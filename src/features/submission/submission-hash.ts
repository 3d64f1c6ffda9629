import { createHash } from 'node:crypto';
import {
  canonicalContent,
  canonicalSubmission,
  type SubmissionContent,
  type SubmissionHead,
} from '../../domain/lke/submission-content.js';

/** The hash that is printed on a submission. */
export function submissionHash(head: SubmissionHead, content: SubmissionContent): string {
  return sha256(canonicalSubmission(head, content));
}

/** What the person saw before confirming: any change of it since asks to look again. */
export function contentFingerprint(target: string, content: SubmissionContent): string {
  return sha256(canonicalContent(target, content));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
