import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { paths } from '../../paths.js';
import { formatInstant } from '../../text/format.js';
import { oversightText as text } from '../../text/messages/oversight.js';
import { tierText } from '../../text/messages/review.js';
import { choice, type Choice } from '../../web/choice.js';
import type { PageBase } from '../../web/pages.js';
import { groupsOf, type ComparedGroup, type Side } from './comparison-rows.js';
import { aroundOf, placeName, type Around, type Place } from './place.js';
import { provinceLabel } from './provinces.js';
import type { Watched } from './read-standings.js';
import { recordedIn } from './tier-standing.js';

export interface ComparedPage extends PageBase, Around {
  readonly action: string;
  readonly words: typeof text.comparison;
  readonly moment: string;
  /** By which tier. */
  readonly according: string;
  readonly tierLabel: string;
  readonly firsts: readonly Group[];
  readonly seconds: readonly Group[];
  readonly tiers: readonly Choice[];
  /** Why those that were asked for cannot be compared. */
  readonly problem: string | null;
  /** null where there are not two. */
  readonly compared: null | {
    readonly heads: readonly { readonly name: string; readonly href: string }[];
    readonly groups: readonly ComparedGroup[];
  };
  readonly empty: { readonly title: string; readonly text: string };
}

/** Satker of one province; without a label where there is one province only. */
interface Group {
  readonly label: string | null;
  readonly options: readonly Choice[];
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'oversight/comparison': ComparedPage;
  }
}

export interface ComparedPlace extends Place {
  readonly tier: Tier;
  /** As they were asked for; null: not at all. */
  readonly codes: readonly [string | null, string | null];
}

export function comparedPage(watched: Watched, place: ComparedPlace): ComparedPage {
  const { frame, provinceNames, zone } = watched;
  const { province, tier, codes } = place;
  const opened = openedOf(watched, tier);
  const { pair, problem, asked } = choosePair(opened, codes, province !== null);
  const options = (code: string) => (opened.length < 2 ? [] : groupsIn(opened, code, watched));
  const kept = { a: codes[0] ?? '', b: codes[1] ?? '', tingkat: tier === 'mandiri' ? '' : tier };
  return {
    title: text.comparisonTitle(placeName(province, provinceNames), frame.year),
    ...aroundOf(
      place,
      watched,
      'comparison',
      (other) => paths.oversightComparison(province, other),
      kept,
    ),
    action: paths.oversightComparison(province, frame.year),
    words: text.comparison,
    moment: text.moment(formatInstant(frame.now.toISOString(), zone)),
    according: text.comparison.according(tierText[tier]),
    tierLabel: text.map.tier,
    firsts: options(asked[0]),
    seconds: options(asked[1]),
    tiers: TIERS.map((one) => choice(one, tierText[one], tier)),
    problem,
    compared:
      pair === null
        ? null
        : {
            heads: pair.map(({ satker }) => ({
              name: satker.name,
              href: paths.lke(satker.code, frame.year),
            })),
            groups: groupsOf(pair, tier, frame),
          },
    empty: opened.length < 2 ? text.comparison.tooFew : text.comparison.choose,
  };
}

function openedOf({ standings }: Watched, tier: Tier): readonly Side[] {
  return standings.flatMap(({ satker, lke }) =>
    lke === null
      ? []
      : [{ satker, lke, standing: lke.tiers[tier], recorded: recordedIn(lke, tier) }],
  );
}

function groupsIn(
  opened: readonly Side[],
  code: string,
  { provinceNames }: Watched,
): readonly Group[] {
  const provinces = [...new Set(opened.map(({ satker }) => satker.provinceCode))];
  return provinces.map((province) => ({
    label: provinces.length === 1 ? null : provinceLabel(province, provinceNames),
    options: opened
      .filter(({ satker }) => satker.provinceCode === province)
      .map(({ satker }) => choice(satker.code, text.comparison.short(satker.name), code)),
  }));
}

interface Chosen {
  readonly pair: readonly [Side, Side] | null;
  readonly problem: string | null;
  /** Codes that the fields show. */
  readonly asked: readonly [string, string];
}

/**
 * The two that were asked for, never others in their place. The first two where none were; of a
 * whole country they only stand in the fields, since nobody asked to see just these.
 */
function choosePair(
  opened: readonly Side[],
  codes: ComparedPlace['codes'],
  isChosen: boolean,
): Chosen {
  if (!isChosen && codes[0] === null && codes[1] === null) {
    const [one, other] = opened.map(({ satker }) => satker.code);
    return { pair: null, problem: null, asked: [one ?? '', other ?? ''] };
  }
  const sideOf = (code: string | null) => opened.find(({ satker }) => satker.code === code);
  const first = codes[0] === null ? opened.find(isNot(codes[1])) : sideOf(codes[0]);
  const second =
    codes[1] === null ? opened.find(isNot(first?.satker.code ?? null)) : sideOf(codes[1]);
  const asked = [
    first?.satker.code ?? second?.satker.code ?? '',
    second?.satker.code ?? '',
  ] as const;
  const missing = codes.find((code) => code !== null && sideOf(code) === undefined) ?? null;
  if (missing !== null) return { pair: null, problem: text.comparison.unknown(missing), asked };
  if (first === undefined || second === undefined) return { pair: null, problem: null, asked };
  if (first === second) {
    return { pair: null, problem: text.comparison.twice(first.satker.name), asked };
  }
  return { pair: [first, second], problem: null, asked };
}

function isNot(code: string | null): (side: Side) => boolean {
  return ({ satker }) => satker.code !== code;
}
