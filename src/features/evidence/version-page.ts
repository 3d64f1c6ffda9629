import type { Problem } from '../../domain/problem.js';
import { paths } from '../../paths.js';
import { formatSize } from '../../text/format.js';
import { answerEvidenceText } from '../../text/messages/evidence.js';
import { versionText } from '../../text/messages/evidence-pages.js';
import { ACCEPTED_ENDINGS, type EvidenceLimits } from '../../web/answer-evidence.js';
import { problemLines, type ProblemLine } from '../../web/form-problems.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { contentSummary } from './describe.js';
import { moveChoice, movableUses } from './evidence-page.js';
import { newestOf, type Evidence, type EvidenceUse } from './evidence-store.js';
import { contentFields, dayFields, type ContentFields, type DayFields } from './form-fields.js';
import type { ContentTyped, DetailsTyped } from './form.js';
import type { Place } from './place.js';

export interface VersionPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly problems: readonly ProblemLine[];
  readonly backHref: string;
  readonly backText: string;
  readonly now: string;
  readonly action: string;
  readonly version: number;
  readonly script: string;
  readonly content: ContentFields;
  readonly days: DayFields;
  readonly moves: readonly { field: string; label: string; checked: boolean }[];
  /** Links of areas that are not the person's: they keep their version. */
  readonly keptText: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/version': VersionPage;
  }
}

export interface VersionPageArgs {
  readonly place: Place;
  readonly evidence: Evidence;
  readonly limits: EvidenceLimits;
  readonly uses: readonly EvidenceUse[];
  readonly appVersion: string;
  readonly details: DetailsTyped;
  readonly content: ContentTyped;
  /** Links ticked in a refused form; null on a fresh one, where all are. */
  readonly ticked: ReadonlySet<number> | null;
  readonly problems: readonly Problem[];
}

export function versionPage(args: VersionPageArgs): VersionPage {
  const { place, evidence, problems, ticked } = args;
  const newest = newestOf(evidence);
  const movable = movableUses(args.uses, place);
  const kept = args.uses.filter((use) => use.lkeId === place.lke.id).length - movable.length;
  const isSame = problems.some(({ code }) => code === 'evidence-same');
  return {
    title: versionText.title(evidence.name),
    lkeNav: place.nav,
    problems: problemLines(problems),
    backHref: paths.evidence(place.satkerCode, place.year, evidence.id),
    backText: evidence.name,
    now: versionText.now(contentSummary(newest, newest.number)),
    action: paths.evidenceVersions(place.satkerCode, place.year, evidence.id),
    version: args.details.version,
    script: `${paths.asset('upload.js')}?v=${encodeURIComponent(args.appVersion)}`,
    content: {
      ...contentFields(args.content, problems, isSame),
      accept: ACCEPTED_ENDINGS,
      limitText: versionText.limits(formatSize(args.limits.fileBytes)),
      maxBytes: args.limits.fileBytes,
      maxText: answerEvidenceText.tooLarge(formatSize(args.limits.fileBytes)),
      isMany: false,
    },
    days: dayFields(args.details, problems),
    moves: movable.map((use) => ({
      ...moveChoice(use, place),
      checked: ticked === null || ticked.has(use.linkId),
    })),
    keptText: kept === 0 ? null : versionText.kept(kept),
  };
}
