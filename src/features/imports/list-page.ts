import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatInstant, formatSize } from '../../text/format.js';
import { importListText as text } from '../../text/messages/imports.js';
import { fieldProblem, problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { MOST_FILE_BYTES } from '../../workbook/read/limits.js';
import type { ImportPlace } from './import-place.js';
import type { ListedImport } from './store.js';

/** Upload a worksheet; earlier imports. */
export interface ImportListPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly fileProblem: string | null;
  readonly action: string;
  /** Why nothing can be imported now, or null. */
  readonly closed: string | null;
  readonly limit: string;
  readonly maxBytes: number;
  readonly maxText: string;
  readonly exportHref: string;
  readonly script: string;
  readonly earlier: readonly EarlierImport[];
  readonly noneTitle: string;
  readonly noneText: string;
}

interface EarlierImport {
  readonly fileName: string;
  readonly href: string;
  readonly state: string;
  readonly isPreview: boolean;
  readonly isApplied: boolean;
  readonly until: string | null;
  readonly uploaded: string;
  readonly changed: string | null;
  readonly written: string | null;
  readonly undoHref: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'imports/list': ImportListPage;
  }
}

export function importListPage(
  { lke, nav }: ImportPlace,
  earlier: readonly ListedImport[],
  appVersion: string,
  problems: readonly Problem[] = [],
): ImportListPage {
  const at = [lke.satker.code, lke.year] as const;
  return {
    title: text.title,
    lkeNav: nav,
    problems: problemLines(problems),
    fileProblem: fieldProblem(problems, 'file'),
    action: paths.imports(...at),
    closed: lke.openness === 'none' ? text.closed : null,
    limit: text.limit(formatSize(MOST_FILE_BYTES)),
    maxBytes: MOST_FILE_BYTES,
    maxText: text.tooLarge(formatSize(MOST_FILE_BYTES)),
    exportHref: paths.exportPage(...at),
    script: `${paths.asset('upload.js')}?v=${encodeURIComponent(appVersion)}`,
    earlier: earlier.map((one) => earlierOf(one, at, lke.satker.timeZone)),
    noneTitle: text.none.title,
    noneText: text.none.text,
  };
}

function earlierOf(one: ListedImport, at: readonly [string, number], zone: string): EarlierImport {
  const moment = (instant: string) => formatInstant(instant, zone);
  const last =
    one.undoneAt === null
      ? { who: one.appliedName, when: one.appliedAt }
      : { who: one.undoneName, when: one.undoneAt };
  return {
    fileName: one.fileName,
    href: paths.import(...at, one.id),
    state: text.state[one.state],
    isPreview: one.state === 'preview',
    isApplied: one.state === 'applied',
    until: one.state === 'preview' ? text.until(moment(one.expiresAt)) : null,
    uploaded: text.byAt(one.createdName, moment(one.createdAt)),
    changed: last.when === null ? null : text.byAt(last.who ?? '', moment(last.when)),
    written: one.state === 'preview' ? null : text.written(one.written, one.linked),
    undoHref: one.state === 'applied' ? paths.importUndo(...at, one.id) : null,
  };
}
