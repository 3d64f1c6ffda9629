import type { Indicator } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatSize } from '../../text/format.js';
import { answerEvidenceText } from '../../text/messages/evidence.js';
import { attachText } from '../../text/messages/evidence-pages.js';
import { ACCEPTED_ENDINGS, type EvidenceLimits } from '../../web/answer-evidence.js';
import type { Choice } from '../../web/choice.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import type { SameOffer } from './add-evidence.js';
import {
  aboutFields,
  contentFields,
  dayFields,
  type AboutFields,
  type ContentFields,
  type DayFields,
} from './form-fields.js';
import type { ContentTyped, DetailsTyped } from './form.js';
import type { Picker } from './picker.js';
import type { Place } from './place.js';

export interface AttachPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  /** Null on the page that adds to the register only. */
  readonly indicator: { readonly label: string; readonly href: string } | null;
  readonly backHref: string;
  readonly action: string;
  readonly script: string;
  readonly content: ContentFields;
  readonly about: AboutFields;
  readonly days: DayFields;
  readonly checklist: readonly Choice[];
  readonly offers: readonly {
    readonly text: string;
    readonly name: string;
    readonly href: string;
    /** Form field that picks it for the indicator, or null in the register. */
    readonly pick: string | null;
  }[];
  readonly quotaText: string;
  readonly picker: Picker | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/attach': AttachPage;
  }
}

export interface AttachArgs {
  readonly place: Place;
  readonly indicator: Indicator | null;
  readonly limits: EvidenceLimits;
  readonly usedBytes: number;
  readonly appVersion: string;
  readonly details: DetailsTyped;
  readonly content: ContentTyped;
  readonly problems: readonly Problem[];
  readonly offers: readonly SameOffer[];
  readonly picker: Picker | null;
}

/** Files, links and what is said of them: for one indicator, or straight into the register. */
export function attachPage(args: AttachArgs): AttachPage {
  const { place, indicator, limits, problems } = args;
  const at = [place.satkerCode, place.year] as const;
  const isRegister = indicator === null;
  return {
    title: isRegister ? attachText.newTitle : attachText.title(indicator.code),
    lkeNav: place.nav,
    problems: problemLines(problems),
    indicator: isRegister
      ? null
      : {
          label: `${indicator.code} ${indicator.shortName}`,
          href: paths.answer(...at, indicator.code),
        },
    backHref: isRegister ? paths.evidenceRegister(...at) : paths.answer(...at, indicator.code),
    action: isRegister ? paths.evidenceNew(...at) : paths.answerEvidence(...at, indicator.code),
    script: `${paths.asset('upload.js')}?v=${encodeURIComponent(args.appVersion)}`,
    content: {
      ...contentFields(args.content, problems, args.offers.length > 0),
      accept: ACCEPTED_ENDINGS,
      limitText: answerEvidenceText.limits(formatSize(limits.fileBytes)),
      maxBytes: limits.fileBytes,
      maxText: answerEvidenceText.tooLarge(formatSize(limits.fileBytes)),
      isMany: true,
    },
    about: aboutFields(args.details, problems, attachText.nameHint),
    days: dayFields(args.details, problems),
    checklist: (indicator?.checklist ?? []).map(({ code, name }) => ({
      value: code,
      label: name,
      selected: code === args.content.checklist,
    })),
    offers: args.offers.map((offer) => offerOf(offer, at, indicator)),
    quotaText: attachText.quota(formatSize(args.usedBytes), formatSize(limits.quotaBytes)),
    picker: args.picker,
  };
}

function offerOf(
  offer: SameOffer,
  at: readonly [string, number],
  indicator: Indicator | null,
): AttachPage['offers'][number] {
  return {
    text: attachText.offer(offer.label, offer.version, offer.linkedVersion),
    name: offer.name,
    href: paths.evidence(...at, offer.evidenceId),
    pick: indicator === null || offer.linkedVersion !== null ? null : `pick-${offer.evidenceId}`,
  };
}
