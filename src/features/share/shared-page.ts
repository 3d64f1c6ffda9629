import type { Instrument } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { formatDay, formatInstant, formatSize } from '../../text/format.js';
import { areaText } from '../../text/messages/sheet.js';
import { sharedText as text } from '../../text/messages/share.js';
import { isPreviewed } from '../../web/answer-evidence.js';
import type { PageBase } from '../../web/pages.js';
import type { LastSubmission, SharedEvidence } from './frozen-evidence-store.js';
import type { SharedPlace } from './link-store.js';

/** What somebody without an account sees: evidence, no answers, notes or people. */
export interface SharedPage extends PageBase {
  readonly facts: readonly string[];
  readonly areas: readonly {
    readonly name: string;
    readonly anchor: string;
    readonly indicators: readonly {
      readonly code: string;
      readonly name: string;
      readonly evidence: readonly SharedLine[];
    }[];
  }[];
}

interface SharedLine {
  readonly name: string;
  readonly facts: string;
  /** Why it cannot be opened. */
  readonly gone: string | null;
  readonly linkHref: string | null;
  readonly linkText: string | null;
  readonly seeHref: string | null;
  readonly seeLabel: string;
  readonly saveHref: string | null;
  readonly saveLabel: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'share/shared': SharedPage;
    'share/gone': GonePage;
  }
}

export interface SharedFacts {
  readonly place: SharedPlace;
  readonly token: string;
  readonly submission: LastSubmission;
  readonly evidence: readonly SharedEvidence[];
  readonly instrument: Instrument;
}

export function sharedPage(facts: SharedFacts): SharedPage {
  const { place, submission, evidence, instrument } = facts;
  const codes = new Set(evidence.map(({ code }) => code));
  const areas = instrument.areas.map((area) => ({
    name: areaText.name(area.key, area.name),
    anchor: `area-${area.key}`,
    indicators: area.indicators
      .filter(({ code }) => codes.has(code))
      .map(({ code, shortName }) => ({
        code,
        name: shortName,
        evidence: evidence.filter((one) => one.code === code).map((one) => lineOf(facts, one)),
      })),
  }));
  const documents = new Set(evidence.map(({ versionId }) => versionId));
  return {
    title: text.title(place.satkerName, place.year),
    facts: [
      text.submission(submission.number, formatInstant(submission.submittedAt, place.timeZone)),
      text.forWhom(place.link.label),
      text.until(formatDay(place.link.endsOn)),
      text.count(documents.size, codes.size),
    ],
    areas: areas.filter(({ indicators }) => indicators.length > 0),
  };
}

function lineOf({ token }: SharedFacts, one: SharedEvidence): SharedLine {
  const at = [token, one.evidenceId, one.number] as const;
  const isFile = one.state === 'open' && one.type === 'file';
  const linkHref = one.state === 'open' ? one.url : null;
  return {
    name: one.name,
    facts: factsOf(one).join(' · '),
    gone: one.state === 'open' ? null : text.state[one.state],
    linkHref,
    linkText: linkHref === null ? null : text.link(new URL(linkHref).host),
    seeHref: isFile && isPreviewed(one) ? paths.sharedPreview(...at) : null,
    seeLabel: text.see(one.name),
    saveHref: isFile ? paths.sharedFile(...at) : null,
    saveLabel: text.save(one.name),
  };
}

function factsOf(one: SharedEvidence): string[] {
  const facts = [text.version(one.number)];
  if (one.documentDay !== null) facts.push(text.documentDay(formatDay(one.documentDay)));
  if (one.state === 'open' && one.size !== null) facts.push(formatSize(one.size));
  return facts;
}

export interface GonePage extends PageBase {
  readonly text: string;
  /** Back to the list, where the link itself is good. */
  readonly listHref: string | null;
}

export function gonePage(listHref: string | null): GonePage {
  return {
    title: text.goneTitle,
    text: listHref === null ? text.gone : text.fileGone,
    listHref,
  };
}
