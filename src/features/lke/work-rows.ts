import { mayWorkOnArea, type Viewer } from '../../domain/access/decide.js';
import type { Area, Indicator, Instrument } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { homeText } from '../../text/messages/lke.js';
import type { Lke, Sheet } from './store.js';

/** What is left to do in one area. */
export interface WorkRow {
  readonly name: string;
  readonly href: string;
  readonly isMine: boolean;
  /** Mine, while others are not. */
  readonly isMarked: boolean;
  readonly filled: string;
  readonly isComplete: boolean;
  readonly unanswered: WorkCount;
  /** Answered above the lowest option, no evidence. */
  readonly unproven: WorkCount;
  /** Filled but not computable, and no reason given. */
  readonly unexplained: WorkCount;
}

/** A number with the list it stands for; the link is null where it is 0. */
export interface WorkCount {
  readonly count: number;
  readonly href: string | null;
}

export function workRows(
  lke: Lke,
  instrument: Instrument,
  sheet: Sheet,
  evidence: ReadonlyMap<string, number>,
  viewer: Viewer,
): readonly WorkRow[] {
  const isMine = (area: Area) => mayWorkOnArea(viewer, lke.satker, area.key);
  // A mark on every row would say nothing.
  const marksMine = !instrument.areas.every(isMine);
  return instrument.areas.map((area) => ({
    ...workRow(lke, area, sheet, evidence),
    isMine: isMine(area),
    isMarked: marksMine && isMine(area),
  }));
}

/** A filled indicator that claims something and shows nothing for it. */
function isUnproven(
  { code }: Indicator,
  sheet: Sheet,
  evidence: ReadonlyMap<string, number>,
): boolean {
  const claims = (sheet.score.indicators.get(code)?.value.compare(0) ?? 0) > 0;
  return claims && (evidence.get(code) ?? 0) === 0;
}

function workRow(
  lke: Lke,
  { key, name, indicators }: Area,
  sheet: Sheet,
  evidence: ReadonlyMap<string, number>,
): Omit<WorkRow, 'isMine' | 'isMarked'> {
  const states = indicators.map((each) => sheet.score.indicators.get(each.code)?.state);
  const unanswered = states.filter((state) => state === 'unanswered').length;
  const unexplained = indicators.filter(
    ({ code }) =>
      sheet.score.indicators.get(code)?.state === 'not-computable' &&
      (sheet.rows.get(code)?.note ?? '') === '',
  ).length;
  const at = paths.area(lke.satker.code, lke.year, key);
  const counted = (count: number, filter: string): WorkCount => ({
    count,
    href: count === 0 ? null : `${at}?saring=${filter}`,
  });
  return {
    name: homeText.area(key, name),
    href: at,
    filled: homeText.filled(indicators.length - unanswered, indicators.length),
    isComplete: unanswered === 0,
    unanswered: counted(unanswered, 'belum-terisi'),
    unproven: counted(
      indicators.filter((each) => isUnproven(each, sheet, evidence)).length,
      'tanpa-bukti',
    ),
    unexplained: counted(unexplained, 'tidak-terhitung'),
  };
}
