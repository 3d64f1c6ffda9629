import type { Tier } from '../domain/access/tiers.js';
import type { Layout } from './lke-workbook-input.js';

/** Name under which a worksheet is saved, e.g. "LKE-52.71-2026-lampiran-iii-mandiri.xlsx". */
export function workbookFileName(of: {
  readonly satkerCode: string;
  readonly year: number;
  readonly layout: Layout;
  readonly tier: Tier;
}): string {
  const code = of.satkerCode.replace(/[^0-9A-Za-z.]/g, '').replace(/^\.+|\.+(?=\.)|\.+$/g, '');
  return `LKE-${code}-${of.year}-${of.layout}-${of.tier}.xlsx`;
}

/** Name under which the recap of a province is saved, e.g. "Rekap-ZI-52-2026.xlsx". */
export function recapFileName(provinceCode: string, year: number): string {
  return `Rekap-ZI-${provinceCode.replace(/[^0-9A-Za-z]/g, '')}-${year}.xlsx`;
}

/** Name under which all worksheets of a province are saved, e.g. "LKE-provinsi-52-2026.zip". */
export function archiveFileName(provinceCode: string, year: number): string {
  return `LKE-provinsi-${provinceCode.replace(/[^0-9A-Za-z]/g, '')}-${year}.zip`;
}
