import { paths } from '../../paths.js';
import { isPreviewed } from '../../web/answer-evidence.js';
import type { SharedEvidence } from './frozen-evidence-store.js';

/** Where a shared evidence opens: its own address for a link, inline where a browser shows it. */
export function evidenceAddress(
  publicUrl: string,
  token: string,
  evidence: SharedEvidence,
): string | null {
  if (evidence.state !== 'open') return null;
  if (evidence.type === 'link') return evidence.url;
  const path = isPreviewed(evidence) ? paths.sharedPreview : paths.sharedFile;
  return publicUrl + path(token, evidence.evidenceId, evidence.number);
}
