import type { Area, Indicator, Instrument } from '../domain/instrument/instrument.js';
import type { OfficialWording } from '../domain/wording/official-text.js';
import { answerText as text, areaText, halfText } from '../text/messages/sheet.js';
import { nameOf, officialView, type OfficialView } from './official-view.js';

/** What is asked, in the words of the instrument, and where it stands in the sheet. */
export interface AnswerHeading {
  readonly areaHref: string;
  readonly areaName: string;
  readonly half: string | null;
  readonly groupName: string;
  readonly position: string;
  readonly code: string;
  readonly name: string;
  /** The whole question where the heading is a short name of it. */
  readonly fullName: string | null;
  /** Heading the official sheet prints above it (LHKPN, Non LHKPN). */
  readonly sheetGroup: string | null;
  readonly explanation: string | null;
  readonly questionNote: string | null;
  readonly officialName: string | null;
  readonly formerName: string | null;
  /** How to pick an option, a rule of ours; null where none is picked. */
  readonly pickingRule: string | null;
  /** Stands in the place of our own words; null where there is none. */
  readonly official: OfficialView | null;
}

export interface HeadingFacts {
  readonly instrument: Instrument;
  readonly area: Area;
  readonly indicator: Indicator;
  /** The official words of the year, where it has any. */
  readonly wording?: OfficialWording | null;
}

/** `areaHref` is the list of the area in which the reader works. */
export function headingOf(
  { instrument, area, indicator, wording = null }: HeadingFacts,
  areaHref: string,
): AnswerHeading {
  const groups = [...instrument.subcomponents, ...instrument.hasilParts];
  const group = groups.find(({ code }) => code === indicator.parent);
  const areaName = areaText.name(area.key, area.name);
  return {
    areaHref,
    areaName,
    half: indicator.half === 'hasil' ? null : halfText[indicator.half],
    groupName: text.group(indicator.parent, group?.name ?? ''),
    position: text.position(
      area.indicators.indexOf(indicator) + 1,
      area.indicators.length,
      areaName,
    ),
    code: indicator.code,
    name: nameOf(indicator, wording),
    fullName: indicator.name === indicator.shortName ? null : indicator.name,
    sheetGroup: indicator.group,
    explanation: indicator.explanation,
    questionNote: indicator.note,
    officialName: indicator.officialName,
    formerName: indicator.formerName,
    pickingRule: indicator.type === 'choice' ? asSentence(instrument.rules.pickingAnOption) : null,
    official: officialView(indicator, wording),
  };
}

/** The rules of the instrument begin small, since they follow their name there. */
function asSentence(rule: string): string {
  return `${rule.charAt(0).toUpperCase()}${rule.slice(1)}`;
}
