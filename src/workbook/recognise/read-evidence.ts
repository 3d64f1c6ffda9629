import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { normaliseText } from '../../text/normalise.js';
import { listedNames } from '../evidence-list.js';
import type { FoundSheet } from './find-sheet.js';
import { cellName } from './grid.js';
import type { ReadEvidence } from './lke-reading.js';
import { safeHref } from '../safe-href.js';
import { shownWords } from './shown-text.js';
import { evidenceIn } from './split-evidence.js';

const OUR_NUMBER = /^\d{1,3}\. /;

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
  if (own === null)
    return joined(
      [],
      rows.flatMap((row) => inRow(found, row)),
    );
  const kept = own.get(code) ?? [];
  const added = rows.flatMap((row) => [
    ...addedNames(found, row, kept),
    ...inColumn(found, row, 'link'),
  ]);
  return [...kept, ...joined(kept, added)];
}

/** A note is text of the satker's own; in a file of others it is also where people put links. */
function inRow(found: FoundSheet, row: number): ReadEvidence[] {
  const names = inColumn(found, row, 'evidence');
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

/** The lines of a list of ours that we did not write: name, or name and address, numbered. */
function addedNames(
  { grid, columns }: FoundSheet,
  row: number,
  kept: readonly ReadEvidence[],
): ReadEvidence[] {
  const column = columns.evidence;
  const cell = column === null ? null : grid.at(row, column);
  if (column === null || cell === null) return [];
  const written = new Set(
    kept.flatMap((one) => [true, false].map((withLinks) => listedNames([one], withLinks))),
  );
  const lines = normaliseText(shownWords(cell))
    .split('\n')
    .filter((line) => !written.has(line) && !written.has(line.replace(OUR_NUMBER, '')));
  return evidenceIn({ ...cell, value: lines.join('\n') }, cellName(row, column));
}

/** Each address, and each name without one, once; none of what is there already. */
function joined(kept: readonly ReadEvidence[], added: readonly ReadEvidence[]): ReadEvidence[] {
  const seen = new Set(kept.flatMap((one) => [keyOf(one), keyOf({ ...one, href: null })]));
  return added.filter((one) => {
    const key = keyOf(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf({ name, href }: Pick<ReadEvidence, 'name' | 'href'>): string {
  return href === null ? `name ${name}` : `link ${safeHref(href) ?? href}`;
}
