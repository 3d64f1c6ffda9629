import { mayWorkOnArea } from '../../domain/access/decide.js';
import type { Indicator, IndicatorCode } from '../../domain/instrument/instrument.js';
import { isOpenFor } from '../../domain/lke/openness.js';
import { paths } from '../../paths.js';
import { formatDay, formatInstant } from '../../text/format.js';
import { answerEvidenceText } from '../../text/messages/evidence.js';
import { evidenceText } from '../../text/messages/evidence-pages.js';
import { isImage, isPreviewed, periodText } from '../../web/answer-evidence.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { contentParts, kindName } from './describe.js';
import {
  newestOf,
  type Evidence,
  type EvidenceUse,
  type EvidenceVersion,
} from './evidence-store.js';
import type { Place } from './place.js';

export interface EvidencePage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly registerHref: string;
  readonly script: string;
  readonly status: {
    readonly word: string;
    readonly isWarning: boolean;
    readonly text: string;
  } | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly versions: readonly VersionLine[];
  readonly uses: readonly UseLine[];
  /** Form that points the chosen links to the newest version, where some have an earlier one. */
  readonly useNewest: null | {
    readonly action: string;
    readonly text: string;
    readonly links: readonly { readonly field: string; readonly label: string }[];
  };
  readonly duplicates: readonly { readonly name: string; readonly href: string }[];
  readonly actions: readonly { readonly href: string; readonly label: string }[];
  readonly restore: null | { readonly action: string; readonly version: number };
}

interface VersionLine {
  readonly title: string;
  readonly content: string;
  readonly linkHref: string | null;
  readonly days: string;
  readonly added: string;
  readonly hash: string;
  readonly purged: string | null;
  readonly previewHref: string | null;
  readonly previewTitle: string;
  readonly isImage: boolean;
  readonly downloadHref: string | null;
  readonly purgeHref: string | null;
}

interface UseLine {
  readonly year: number;
  readonly label: string;
  readonly href: string | null;
  readonly version: string;
  readonly item: string;
  readonly removalHref: string | null;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'evidence/evidence': EvidencePage;
  }
}

export interface EvidencePageArgs {
  readonly place: Place;
  readonly evidence: Evidence;
  readonly uses: readonly EvidenceUse[];
  /** Others of this satker with the content of the newest version. */
  readonly same: readonly { readonly evidenceId: number; readonly name: string }[];
  readonly appVersion: string;
}

export function evidencePage(args: EvidencePageArgs): EvidencePage {
  const { place, evidence, uses } = args;
  const at = [place.satkerCode, place.year] as const;
  return {
    title: evidence.name,
    lkeNav: place.nav,
    registerHref: paths.evidenceRegister(...at),
    script: `${paths.asset('upload.js')}?v=${encodeURIComponent(args.appVersion)}`,
    status: statusOf(evidence, place),
    facts: factsOf(evidence, place),
    versions: evidence.versions.map((version) => versionLine(version, evidence, place)),
    uses: uses.map((use) => useLine(use, evidence, place)),
    useNewest: useNewestOf(evidence, uses, place),
    duplicates: args.same.map(({ evidenceId, name }) => ({
      name,
      href: paths.evidence(...at, evidenceId),
    })),
    actions: actionsOf(evidence, uses, place),
    restore:
      place.mayManage && evidence.withdrawnAt !== null && !isHandedIn(uses, place)
        ? { action: paths.evidenceRestoring(...at, evidence.id), version: evidence.version }
        : null,
  };
}

function statusOf(evidence: Evidence, place: Place): EvidencePage['status'] {
  const { status } = evidenceText;
  if (evidence.withdrawnAt !== null) {
    const when = formatInstant(evidence.withdrawnAt, place.timeZone);
    const text = status.withdrawn(when, evidence.withdrawnReason ?? '');
    return { word: status.withdrawnWord, isWarning: true, text };
  }
  const { validUntil } = newestOf(evidence);
  if (validUntil === null || validUntil >= place.today) return null;
  const text = answerEvidenceText.expired(formatDay(validUntil));
  return { word: status.expiredWord, isWarning: true, text };
}

function factsOf(evidence: Evidence, place: Place): EvidencePage['facts'] {
  const newest = newestOf(evidence);
  const { labels } = answerEvidenceText;
  const facts = [
    { label: evidenceText.kind, value: kindName(evidence.kind) },
    { label: labels.documentDay, value: dayOf(newest.documentDay) },
    { label: labels.period, value: periodText(newest.periodFrom, newest.periodTo) },
    { label: labels.validUntil, value: dayOf(newest.validUntil) },
    { label: labels.physicalLocation, value: evidence.physicalLocation },
    { label: labels.added, value: formatInstant(evidence.createdAt, place.timeZone) },
  ];
  return facts.filter(({ value }) => value !== '');
}

function dayOf(day: string | null): string {
  return day === null ? '' : formatDay(day);
}

function versionLine(version: EvidenceVersion, evidence: Evidence, place: Place): VersionLine {
  const at = [place.satkerCode, place.year, evidence.id] as const;
  const seesWithdrawn = place.isTeam || place.mayPurge;
  const isThere = version.purgedAt === null && (evidence.withdrawnAt === null || seesWithdrawn);
  const isFile = version.type === 'file' && isThere;
  const when = formatInstant(version.createdAt, place.timeZone);
  return {
    title: answerEvidenceText.version(version.number),
    content: [...contentParts(version), version.fileName ?? ''].filter(Boolean).join(' · '),
    linkHref: version.url,
    days: evidenceText.days(
      dayOf(version.documentDay),
      periodText(version.periodFrom, version.periodTo),
    ),
    added: answerEvidenceText.addedBy(when, version.createdBy),
    hash: version.sha256 === null ? '' : evidenceText.hash(version.sha256.slice(0, 12)),
    purged:
      version.purgedAt === null
        ? null
        : evidenceText.purged(formatInstant(version.purgedAt, place.timeZone)),
    previewHref:
      isFile && isPreviewed(version) ? paths.evidencePreview(...at, version.number) : null,
    isImage: isImage(version),
    previewTitle: answerEvidenceText.previewTitle(
      `${evidence.name}, ${answerEvidenceText.version(version.number)}`,
    ),
    downloadHref: isFile ? paths.evidenceFile(...at, version.number) : null,
    purgeHref:
      place.mayPurge && version.type === 'file' && version.purgedAt === null
        ? `${paths.evidencePurge(...at)}?versi=${version.number}`
        : null,
  };
}

function useLine(use: EvidenceUse, evidence: Evidence, place: Place): UseLine {
  const indicator = use.year === place.year ? indicatorOf(use, place) : null;
  const isHere = indicator !== null;
  const item = indicator?.checklist.find(({ code }) => code === use.checklistCode);
  return {
    year: use.year,
    label: isHere ? `${indicator.code} ${indicator.shortName}` : use.code,
    href: isHere ? paths.answer(place.satkerCode, place.year, use.code) : null,
    version: answerEvidenceText.version(use.version),
    item: item?.name ?? '',
    removalHref:
      isHere && evidence.withdrawnAt === null && mayChange(place, indicator)
        ? paths.answerEvidenceRemoval(place.satkerCode, place.year, use.code, use.linkId)
        : null,
  };
}

function indicatorOf(use: EvidenceUse, place: Place): Indicator | null {
  return place.instrument.byCode.get(use.code as IndicatorCode) ?? null;
}

function mayChange(place: Place, indicator: Indicator): boolean {
  const { satker, openness } = place.lke;
  const isOpen = place.mayManage && isOpenFor(openness, indicator.code);
  return isOpen && mayWorkOnArea(place.user, satker, indicator.area);
}

function useNewestOf(
  evidence: Evidence,
  uses: readonly EvidenceUse[],
  place: Place,
): EvidencePage['useNewest'] {
  const newest = newestOf(evidence);
  if (evidence.withdrawnAt !== null || newest.purgedAt !== null) return null;
  const links = movableUses(uses, place).filter((use) => use.versionId !== newest.id);
  if (links.length === 0) return null;
  return {
    action: paths.evidenceUseNewest(place.satkerCode, place.year, evidence.id),
    text: evidenceText.useNewest(newest.number),
    links: links.map((use) => moveChoice(use, place)),
  };
}

/** Links of this LKE that the person may point to another version. */
export function movableUses(uses: readonly EvidenceUse[], place: Place): readonly EvidenceUse[] {
  return uses.filter((use) => {
    const indicator = use.lkeId === place.lke.id ? indicatorOf(use, place) : null;
    return indicator !== null && mayChange(place, indicator);
  });
}

/** A tick box that moves one link. */
export function moveChoice(use: EvidenceUse, place: Place): { field: string; label: string } {
  const name = indicatorOf(use, place)?.shortName ?? '';
  return {
    field: `link-${use.linkId}`,
    label: evidenceText.moveLabel(use.code, name, use.version),
  };
}

/** Something of it was handed in with this LKE and is closed now. */
function isHandedIn(uses: readonly EvidenceUse[], { lke }: Place): boolean {
  return uses.some(
    (use) => use.lkeId === lke.id && !isOpenFor(lke.openness, use.code as IndicatorCode),
  );
}

function actionsOf(
  evidence: Evidence,
  uses: readonly EvidenceUse[],
  place: Place,
): EvidencePage['actions'] {
  if (!place.isTeam || evidence.withdrawnAt !== null) return [];
  const at = [place.satkerCode, place.year, evidence.id] as const;
  const { actions } = evidenceText;
  const link = { href: paths.evidenceUses(...at), label: actions.link };
  const version = { href: paths.evidenceVersions(...at), label: actions.version };
  if (!place.mayManage) return [version];
  if (isHandedIn(uses, place)) return [link, version];
  return [
    link,
    version,
    { href: paths.evidenceDetails(...at), label: actions.details },
    { href: paths.evidenceWithdrawal(...at), label: actions.withdraw },
  ];
}
