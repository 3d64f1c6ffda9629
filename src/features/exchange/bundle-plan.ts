import { safeName, uniquePaths } from '../../archive/safe-name.js';
import type { IndicatorCode, Indicator, Instrument } from '../../domain/instrument/instrument.js';
import { bundleFolderText as text } from '../../text/messages/bundle.js';
import type { LinkedEvidence } from '../../web/answer-evidence.js';

/** One distinct content of the bundle and where it lies, relative to the index. */
export interface BundleFile {
  readonly sha256: string;
  readonly size: number;
  readonly path: string;
}

export interface PlannedLink {
  readonly indicator: Indicator;
  readonly evidence: LinkedEvidence;
  /** null for a link, and where an administrator removed the bytes. */
  readonly file: BundleFile | null;
}

export interface BundlePlan {
  readonly files: readonly BundleFile[];
  readonly links: readonly PlannedLink[];
}

/** Together with the outer folder within 200 characters, so that unpacking on Windows has room. */
const MOST = { area: 30, subcomponent: 36, indicator: 36, file: 64 } as const;

/**
 * Where every evidence goes: a content that one indicator uses in the folder of that indicator,
 * one that several use once in a folder of its own. Same evidence, same paths.
 */
export function planBundle(
  instrument: Instrument,
  evidence: readonly LinkedEvidence[],
): BundlePlan {
  const links = sheetOrder(instrument, evidence);
  const usedBy = new Map<string, Set<string>>();
  for (const { indicator, evidence: one } of links) {
    const sha256 = hashOf(one);
    if (sha256 === null) continue;
    usedBy.set(sha256, (usedBy.get(sha256) ?? new Set()).add(indicator.code));
  }
  const unique = uniquePaths();
  const files = new Map<string, BundleFile>();
  for (const { indicator, evidence: one } of links) {
    const sha256 = hashOf(one);
    if (sha256 === null || files.has(sha256)) continue;
    const isShared = (usedBy.get(sha256)?.size ?? 0) > 1;
    const folder = isShared ? `${text.shared}/` : folderOf(instrument, indicator);
    const path = unique(folder, fileName(one));
    files.set(sha256, { sha256, size: one.size ?? 0, path });
  }
  return {
    files: [...files.values()],
    links: links.map((link) => ({
      ...link,
      file: files.get(hashOf(link.evidence) ?? '') ?? null,
    })),
  };
}

function sheetOrder(instrument: Instrument, evidence: readonly LinkedEvidence[]) {
  const byCode = new Map<string, LinkedEvidence[]>();
  for (const one of evidence) {
    byCode.set(one.indicatorCode, [...(byCode.get(one.indicatorCode) ?? []), one]);
  }
  return instrument.indicators.flatMap((indicator) =>
    (byCode.get(indicator.code) ?? []).map((one) => ({ indicator, evidence: one })),
  );
}

function hashOf({ type, purged, sha256 }: LinkedEvidence): string | null {
  return type === 'file' && !purged ? sha256 : null;
}

function folderOf(instrument: Instrument, indicator: Indicator): string {
  const area = instrument.areas.find(({ key }) => key === indicator.area);
  const areaName =
    indicator.area === 'hasil' ? text.hasil : `${indicator.area} ${area?.name ?? ''}`;
  return [
    safeName(areaName, MOST.area, text.unnamed),
    safeName(parentName(instrument, indicator), MOST.subcomponent, text.unnamed),
    safeName(`${indicator.code} ${indicator.shortName}`, MOST.indicator, text.unnamed),
    '',
  ].join('/');
}

function parentName(instrument: Instrument, { parent }: Indicator): string {
  const { subcomponents, hasilParts } = instrument;
  const found = [...subcomponents, ...hasilParts].find(({ code }) => code === parent);
  return `${parent} ${found?.name ?? ''}`;
}

/** The name people gave the evidence, with the ending of its file. */
function fileName({ name, fileName, version }: LinkedEvidence): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(fileName ?? '')?.[0].toLowerCase() ?? '';
  const plain = name.toLowerCase().endsWith(ending)
    ? name.slice(0, name.length - ending.length)
    : name;
  const suffix = version > 1 ? text.version(version) : '';
  const stem = safeName(plain, MOST.file - ending.length - suffix.length, text.unnamed);
  return safeName(`${stem}${suffix}${ending}`, MOST.file, text.unnamed);
}

/** Indicators that have some evidence. */
export function provenCodes({ links }: BundlePlan): ReadonlySet<IndicatorCode> {
  return new Set(links.map(({ indicator }) => indicator.code));
}
