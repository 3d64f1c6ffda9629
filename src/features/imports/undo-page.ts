import { paths } from '../../paths.js';
import { undoText as text } from '../../text/messages/imports.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { ImportPlace } from './import-place.js';
import { linkRow, writtenRow, type LinkRow, type WrittenRow } from './result-page.js';
import type { Import } from './store.js';
import type { UndoPlan } from './undo-import.js';

/** Before an import is taken back: what returns, and what stays. */
export interface UndoPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly intro: string;
  readonly action: string;
  readonly restoredHeading: string;
  readonly restored: readonly WrittenRow[];
  readonly keptHeading: string;
  readonly kept: readonly WrittenRow[];
  readonly unlinkedHeading: string;
  readonly unlinked: readonly LinkRow[];
  readonly keptLinksHeading: string;
  readonly keptLinks: readonly LinkRow[];
  /** Why nothing would return, or null. */
  readonly nothing: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'imports/undo': UndoPage;
  }
}

export function undoPage(place: ImportPlace, found: Import, plan: UndoPlan): UndoPage {
  const { lke, nav, instrument } = place;
  const at = [lke.satker.code, lke.year, found.id] as const;
  const { restored, kept, unlinked, keptLinks } = plan;
  const back = ({ before, after, ...rest }: UndoPlan['restored'][number]) =>
    writtenRow(place, { ...rest, before: after, after: before });
  return {
    title: text.title,
    lkeNav: nav,
    backHref: paths.import(...at),
    intro: text.intro(found.fileName),
    action: paths.importUndo(...at),
    restoredHeading: text.restored(restored.length),
    restored: restored.map(back),
    keptHeading: text.kept(kept.length),
    kept: kept.map((one) => writtenRow(place, one)),
    unlinkedHeading: text.unlinked(unlinked.length),
    unlinked: unlinked.map((one) => linkRow(instrument, one)),
    keptLinksHeading: text.keptLinks(keptLinks.length),
    keptLinks: keptLinks.map((one) => linkRow(instrument, one)),
    nothing: restored.length + unlinked.length === 0 ? text.nothing : null,
  };
}
