import { z } from 'zod';
import type { Outcome, Problem } from '../../domain/problem.js';
import { daysBetween } from '../../text/format.js';
import { normaliseLine } from '../../text/normalise.js';
import { publicAccess } from '../../web/public-access.js';

const MOST_LABEL = 120;
const DAY = z.iso.date();
const text = z.string().catch('');
const FORM = z.object({ label: text, endsOn: text, feed: text, key: text });
export type LinkTyped = z.infer<typeof FORM>;

export function readLinkForm(body: unknown): LinkTyped {
  return FORM.parse(body ?? {});
}

export interface WantedLink {
  readonly label: string;
  readonly endsOn: string;
  readonly inFeed: boolean;
  readonly formKey: string;
}

/** `today` is that of the satker. */
export function parseLink(typed: LinkTyped, today: string): Outcome<WantedLink> {
  const label = normaliseLine(typed.label);
  const endsOn = typed.endsOn.trim();
  const problems: Problem[] = [...labelProblems(label), ...dayProblems(endsOn, today)];
  if (!z.uuid().safeParse(typed.key).success) problems.push({ field: '', code: 'share-form-old' });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { label, endsOn, inFeed: typed.feed !== '', formKey: typed.key } };
}

function labelProblems(label: string): Problem[] {
  const field = 'label';
  if (label === '') return [{ field, code: 'required' }];
  return label.length > MOST_LABEL ? [{ field, code: 'too-long', args: { max: MOST_LABEL } }] : [];
}

function dayProblems(day: string, today: string): Problem[] {
  const field = 'endsOn';
  if (day === '') return [{ field, code: 'required' }];
  if (!DAY.safeParse(day).success) return [{ field, code: 'not-a-day' }];
  const days = daysBetween(today, day);
  const most = publicAccess()['share.longest-days'];
  if (days >= 0 && days <= most) return [];
  return [{ field, code: 'share-end', args: { days: most } }];
}
