import type { Instrument } from '../../domain/instrument/instrument.js';
import type { OfficialWording } from '../../domain/wording/official-text.js';
import type { Viewer } from '../../domain/access/decide.js';
import { paths } from '../../paths.js';
import { searchText as text } from '../../text/messages/search.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { Lke, Sheet } from '../lke/store.js';
import { searchIndicators, type Hit } from './search.js';

export interface SearchPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly action: string;
  readonly query: string;
  /** "7 indikator cocok", or null before anything was searched. */
  readonly summary: string | null;
  readonly areas: readonly { readonly name: string; readonly hits: readonly SearchHit[] }[];
  readonly empty: { readonly title: string; readonly text: string } | null;
}

export interface SearchHit {
  readonly code: string;
  readonly name: string;
  readonly href: string;
  /** Where the words stand, if not in code or name. */
  readonly where: string | null;
  readonly found: string | null;
  readonly answered: boolean;
  readonly state: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'sheet/search': SearchPage;
  }
}

/** What is searched. */
export interface SearchedLke {
  readonly lke: Lke;
  readonly instrument: Instrument;
  readonly sheet: Sheet;
  readonly wording: OfficialWording | null;
}

export function searchPage(
  { lke, instrument, sheet, wording }: SearchedLke,
  query: string,
  viewer: Viewer,
): SearchPage {
  const { code } = lke.satker;
  const hits = searchIndicators(instrument, sheet.rows, query, wording);
  const areas = instrument.areas.map((area) => ({
    name: text.area(area.key, area.name),
    hits: hits.filter(({ indicator }) => indicator.area === area.key).map(hitRow),
  }));
  return {
    title: text.title,
    lkeNav: lkeNav(lke, 'fill', viewer),
    action: paths.search(code, lke.year),
    query,
    summary: hits.length === 0 ? null : text.summary(hits.length),
    areas: areas.filter((area) => area.hits.length > 0),
    empty: query !== '' && hits.length === 0 ? text.empty : null,
  };

  function hitRow({ indicator, foundIn, text: found }: Hit): SearchHit {
    const elsewhere = foundIn !== 'code' && foundIn !== 'name';
    const answered = sheet.score.indicators.get(indicator.code)?.state !== 'unanswered';
    return {
      code: indicator.code,
      name: indicator.name,
      href: paths.answer(code, lke.year, indicator.code),
      where: elsewhere ? text.foundIn[foundIn] : null,
      found: elsewhere ? (foundIn === 'official' ? excerptOf(found) : found) : null,
      answered,
      state: answered ? text.answered : text.unanswered,
    };
  }
}

const LONGEST_FOUND = 600;

function excerptOf(text: string): string {
  return text.length <= LONGEST_FOUND ? text : `${text.slice(0, LONGEST_FOUND).trimEnd()} …`;
}
