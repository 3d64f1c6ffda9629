import { TIERS } from '../../domain/access/tiers.js';
import type { RawSheet, RawWorkbook } from '../read/raw-workbook.js';
import { identityChecksum, META_FORMAT, type WorkbookIdentity } from '../identity.js';
import { gridOf, textIn, type Grid } from './grid.js';
import type { OurExport } from './lke-reading.js';

const FORMAT_KEY = 'format';
const FORMAT_START = META_FORMAT.replace(/\d+$/, '');
/** Codes of indicators; nothing else becomes a name in what is kept. */
const CODE = /^[A-Z](?:\.[A-Za-z0-9]{1,5}){1,5}$/;
/** Rows of keys and of indicators together; a sheet of ours has fewer. */
const MOST_ROWS = 2000;

/**
 * The identities that our exports carry in a hidden sheet, found by what stands in it, not by its
 * name. null: not an export of ours. `format` tells whether this version of the product wrote it.
 */
export function readMeta(raw: RawWorkbook): OurExport | null {
  for (const sheet of raw.sheets) {
    if (!isMeta(sheet)) continue;
    const grid = gridOf(sheet);
    const keys = keysOf(grid);
    const identity = identityIn(grid, keys);
    const tier = identity.layout === 'portalrb' ? 'mandiri' : identity.tier;
    const own = identity.versions.find((one) => one.tier === tier);
    return {
      identity,
      isIntact: identityChecksum(identity) === keys.get('checksum'),
      versions: Object.fromEntries((own?.of ?? []).filter(([code]) => CODE.test(code))),
    };
  }
  return null;
}

function isMeta(sheet: RawSheet): boolean {
  const at = (column: number) =>
    textIn(sheet.cells.find((cell) => cell.row === 1 && cell.column === column) ?? null);
  return at(1) === FORMAT_KEY && at(2).startsWith(FORMAT_START);
}

function keysOf(grid: Grid): Map<string, string> {
  const keys = new Map<string, string>();
  for (const row of grid.rows.slice(0, MOST_ROWS)) {
    const key = textIn(grid.at(row, 1));
    if (key === 'code') break;
    keys.set(key, textIn(grid.at(row, 2)));
  }
  return keys;
}

function identityIn(grid: Grid, keys: ReadonlyMap<string, string>): WorkbookIdentity {
  const text = (key: string) => keys.get(key) ?? '';
  return {
    format: text(FORMAT_KEY),
    satkerCode: text('satkerCode'),
    year: whole(text('year')),
    instrumentId: text('instrumentId'),
    rulesetId: text('rulesetId'),
    layout: text('layout'),
    tier: text('tier'),
    target: text('target'),
    exportedAt: text('exportedAt'),
    historySeq: whole(text('historySeq')),
    historyHash: text('historyHash'),
    versions: versionsIn(grid),
  };
}

/** Columns headed "version:mandiri" below the keys, a row per indicator. */
function versionsIn(grid: Grid): WorkbookIdentity['versions'] {
  const rows = grid.rows.slice(0, MOST_ROWS);
  const heading = rows.find((row) => textIn(grid.at(row, 1)) === 'code');
  if (heading === undefined) return [];
  const below = rows.filter((row) => row > heading);
  return grid.inRow(heading).flatMap((cell) => {
    const tier = TIERS.find((one) => `version:${one}` === textIn(cell));
    if (tier === undefined) return [];
    const of = below.map((row): [string, number] => [
      textIn(grid.at(row, 1)),
      whole(textIn(grid.at(row, cell.column))),
    ]);
    return [{ tier, of }];
  });
}

function whole(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
