import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { normaliseText } from '../../text/normalise.js';
import { listedNames } from '../evidence-list.js';
import type { FoundSheet } from './find-sheet.js';
import { cellName, textIn } from './grid.js';
import type { ReadEvidence } from './lke-reading.js';
import { evidenceIn, same } from './split-evidence.js';

/** The sheet Bukti of our own export, by indicator; null in a file of others. */
export type OwnEvidence = ReadonlyMap<string, readonly ReadEvidence[]> | null;

/**
 * Evidence of one indicator: what its rows name and link to. In our own export the sheet Bukti
 * says it all; the cells beside the answer repeat it, and only what was added there is more.
 */
export function evidenceOf(
  found: FoundSheet,
  code: IndicatorCode,
  rows: readonly number[],
  own: OwnEvidence,
): ReadEvidence[] {
  if (own === null) return joined(rows.flatMap((row) => inRow(found, row, true)));
  const kept = own.get(code) ?? [];
  const named = rows.flatMap((row) =>
    isUnchanged(found, row, kept) ? [] : inRow(found, row, false),
  );
  const links = rows.flatMap((row) => inColumn(found, row, 'link'));
  const added = [...named, ...links].filter((one) => !kept.some((other) => isSame(one, other)));
  return [...kept, ...joined(added)];
}

/** A note is text of the satker's own; elsewhere it is where people put their links. */
function inRow(found: FoundSheet, row: number, isForeign: boolean): ReadEvidence[] {
  const names = inColumn(found, row, 'evidence');
  if (!isForeign) return names;
  const links = inColumn(found, row, 'link');
  const noted = inColumn(found, row, 'note').filter(({ href }) => href !== null);
  const [name, ...otherNames] = names;
  const [link, ...otherLinks] = links;
  const isPair = otherNames.length === 0 && otherLinks.length === 0;
  if (name?.href === null && link !== undefined && isPair) {
    return [{ ...link, name: name.name }, ...noted];
  }
  return [...names, ...links, ...noted];
}

function inColumn(
  { grid, columns }: FoundSheet,
  row: number,
  role: 'evidence' | 'link' | 'note',
): ReadEvidence[] {
  const column = columns[role];
  return column === null ? [] : evidenceIn(grid.at(row, column), cellName(row, column));
}

/** The cell still lists what we wrote into it. */
function isUnchanged(
  { grid, columns }: FoundSheet,
  row: number,
  kept: readonly ReadEvidence[],
): boolean {
  if (columns.evidence === null) return true;
  const text = normaliseText(textIn(grid.at(row, columns.evidence)));
  return [true, false].some((links) => text === normaliseText(listedNames(kept, links)));
}

function isSame(one: ReadEvidence, other: ReadEvidence): boolean {
  if (one.href !== null) return other.href !== null && same(one.href, other.href);
  return one.name === other.name || other.name.endsWith(one.name);
}

/** Each address, and each name without one, once. */
function joined(list: readonly ReadEvidence[]): ReadEvidence[] {
  return list.filter(
    (one, index) =>
      !list
        .slice(0, index)
        .some((other) =>
          one.href === null
            ? other.name === one.name
            : other.href !== null && same(one.href, other.href),
        ),
  );
}
