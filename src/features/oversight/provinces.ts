import { sum, type Exact } from '../../domain/exact.js';
import { isOpenForFilling } from '../../domain/lke/stages.js';
import { paths } from '../../paths.js';
import { formatInteger, formatScore } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { withQuery } from '../../web/pager.js';
import type { Watched } from './read-standings.js';
import type { LkeStanding, Standing } from './standing.js';

/** One province summed up from the stored scores of its satker. */
export interface ProvinceRow {
  readonly name: string;
  readonly href: string;
  readonly satker: string;
  readonly opened: string;
  readonly filled: string;
  readonly score: string;
  readonly mapHref: string;
  readonly passed: string;
  readonly passedHref: string;
  readonly handedIn: string;
  readonly stalled: string;
  readonly stalledHref: string;
  readonly calls: string;
  readonly callsHref: string;
}

export function provinceRows(watched: Watched): readonly ProvinceRow[] {
  const byProvince = new Map<string, Standing[]>();
  for (const standing of watched.standings) {
    const { provinceCode } = standing.satker;
    const known = byProvince.get(provinceCode) ?? [];
    known.push(standing);
    byProvince.set(provinceCode, known);
  }
  return [...byProvince].map(([code, list]) => provinceRow(code, list, watched));
}

function provinceRow(
  code: string,
  list: readonly Standing[],
  { frame: { year, instrument }, provinceNames }: Watched,
): ProvinceRow {
  const opened = list.flatMap(({ lke }) => lke ?? []);
  const count = (isOne: (lke: LkeStanding) => boolean) =>
    formatInteger(opened.filter(isOne).length);
  const href = paths.oversight(code, year);
  const answered = opened.map((lke) => lke.answered).reduce((a, b) => a + b, 0);
  const of = instrument.indicators.length;
  return {
    name: code === '00' ? text.provinces.centre : (provinceNames.get(code) ?? code),
    href,
    satker: formatInteger(list.length),
    opened: formatInteger(opened.length),
    filled:
      opened.length === 0
        ? '–'
        : text.of(formatInteger(Math.floor(answered / opened.length)), formatInteger(of)),
    score: opened.length === 0 ? '–' : formatScore(mean(opened)),
    mapHref: paths.oversightMap(code, year),
    passed: count(({ tiers: { mandiri } }) => mandiri.state === 'scored' && mandiri.failed === 0),
    passedHref: withQuery(href, { ambang: 'lulus' }),
    handedIn: count(({ stage }) => !isOpenForFilling(stage)),
    stalled: count(({ isStalled }) => isStalled),
    stalledHref: withQuery(href, { perhatian: 'mandek' }),
    calls: count(({ calls }) => calls.length > 0),
    callsHref: withQuery(href, { perhatian: 'hubungi' }),
  };
}

function mean(opened: readonly LkeStanding[]): Exact {
  const totals = opened.flatMap(({ tiers: { mandiri } }) =>
    mandiri.state === 'scored' ? [mandiri.score.total] : [],
  );
  return sum(totals).div(Math.max(1, totals.length));
}
