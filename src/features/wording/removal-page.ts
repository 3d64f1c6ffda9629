import { paths } from '../../paths.js';
import { sourceText, wordingText as text } from '../../text/messages/wording.js';
import type { Conflict } from '../../web/conflict-page.js';
import type { PageBase } from '../../web/pages.js';
import type { StoredWording } from './store.js';

/** Asks once more before ours comes back. */
export interface RemovalPage extends PageBase {
  readonly backHref: string;
  readonly backName: string;
  readonly source: string;
  readonly action: string;
  readonly seen: number;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'wording/removal': RemovalPage;
  }
}

export function removalPage(year: number, stored: StoredWording): RemovalPage {
  return {
    title: text.removalTitle(year),
    backHref: paths.adminWording(year),
    backName: text.title(year),
    source: sourceText(stored.source),
    action: paths.adminWordingRemoval(year),
    seen: stored.id,
  };
}

/** Somebody loaded or removed a set meanwhile: what stands now, and what was asked for. */
export function wordingConflict(
  year: number,
  stored: StoredWording | null,
  wanted: { readonly source: string; readonly action: string },
  fields: Readonly<Record<string, string>>,
): Conflict {
  return {
    subject: text.subject(year),
    rows: [
      {
        label: text.sourceLabel,
        stored: stored === null ? text.none : sourceText(stored.source),
        typed: wanted.source,
      },
    ],
    action: wanted.action,
    fields: { ...fields, seen: String(stored?.id ?? 0) },
    backHref: paths.adminWording(year),
  };
}
