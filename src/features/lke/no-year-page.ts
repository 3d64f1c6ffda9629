import { decideGeneral, type Viewer } from '../../domain/access/decide.js';
import { paths } from '../../paths.js';
import { notOpenedText, satkerListText } from '../../text/messages/lke.js';
import type { PageBase } from '../../web/pages.js';

/** Nothing to show yet: says who opens a year, and leads those who may there. */
export interface NoYearPage extends PageBase {
  readonly empty: { readonly title: string; readonly text: string };
  readonly openYear: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'lke/no-year': NoYearPage;
  }
}

export function noYearPage(viewer: Viewer): NoYearPage {
  return {
    title: satkerListText.emptyTitle,
    empty: satkerListText.noYear,
    openYear: decideGeneral(viewer, 'year.manage') === 'allowed' ? paths.adminYears() : null,
  };
}

export function notOpenedPage(satkerName: string): NoYearPage {
  const title = notOpenedText.title(satkerName);
  const empty = { title: notOpenedText.heading, text: notOpenedText.text };
  return { title, empty, openYear: null };
}

export function noScopePage(): NoYearPage {
  return { title: satkerListText.emptyTitle, empty: satkerListText.noScope, openYear: null };
}
