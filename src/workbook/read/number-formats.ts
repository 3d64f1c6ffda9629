import { MOST_STYLES } from './limits.js';
import { parseXml } from './parse-xml.js';
import type { RawCell } from './raw-workbook.js';
import { hostile } from './refusal.js';

export type CellFormat = RawCell['format'];

/** What each cell style makes of a number, by the style's index. */
export function readCellFormats(bytes: Buffer): CellFormat[] {
  const codes = new Map<string, string>();
  const ids: string[] = [];
  parseXml(bytes, {
    open: (name, attributes, parent) => {
      if (name === 'numFmt' && parent === 'numFmts') {
        codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      }
      if (name === 'xf' && parent === 'cellXfs') ids.push(attributes.numFmtId ?? '0');
      if (codes.size > MOST_STYLES || ids.length > MOST_STYLES) hostile('styles');
    },
  });
  const byId = new Map<string, CellFormat>();
  return ids.map((id) => {
    const format = byId.get(id) ?? formatOf(id, codes.get(id));
    byId.set(id, format);
    return format;
  });
}

function formatOf(id: string, code: string | undefined): CellFormat {
  return code === undefined ? builtInFormat(Number(id)) : formatOfCode(code);
}

/** ECMA-376 part 1, 18.8.30: ids that every program knows and no file writes out. */
function builtInFormat(id: number): CellFormat {
  if (id === 9 || id === 10) return 'percent';
  const isDate = [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ].some(([from = 0, to = 0]) => id >= from && id <= to);
  return isDate ? 'date' : 'general';
}

/** Longest code that is looked at; Excel's own end at 255. */
const MOST_CODE_CHARACTERS = 255;

export function formatOfCode(code: string): CellFormat {
  const bare = code
    .slice(0, MOST_CODE_CHARACTERS)
    .replace(/"[^"]*"?|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '')
    .replace(/General/gi, '');
  if (bare.includes('%')) return 'percent';
  return /[dmyhs]/i.test(bare) ? 'date' : 'general';
}
