import { paths } from '../../paths.js';
import { problemText } from '../../text/messages.js';
import { chooseSheetText as text } from '../../text/messages/imports.js';
import type { ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { ImportPlace } from './import-place.js';
import type { Import } from './store.js';

/** A file with several sheets that could be meant. */
export interface ChooseSheetPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly intro: string;
  readonly legend: string;
  readonly action: string;
  readonly problems: readonly ProblemLine[];
  readonly options: readonly {
    readonly id: string;
    readonly value: string;
    readonly label: string;
  }[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'imports/sheet': ChooseSheetPage;
  }
}

export function chooseSheetPage(
  { lke, nav }: ImportPlace,
  { id, fileName, readings }: Import,
  isRefused = false,
): ChooseSheetPage {
  const at = [lke.satker.code, lke.year] as const;
  const problem = { field: 'sheet', code: 'import-sheet-unknown' };
  return {
    title: text.title,
    lkeNav: nav,
    backHref: paths.imports(...at),
    intro: text.intro(fileName),
    legend: text.legend,
    action: paths.importSheet(...at, id),
    problems: isRefused ? [{ fieldId: 'lembar-1', text: problemText(problem) }] : [],
    options: readings.map(({ sheet, rows }, index) => ({
      id: `lembar-${index + 1}`,
      value: sheet,
      label: text.option(sheet, rows.filter(({ value }) => value !== null).length),
    })),
  };
}
