import { refused, type Outcome } from '../../domain/problem.js';
import { checkFileKind, refuseOtherPackage } from './file-kind.js';
import { readCellFormats } from './number-formats.js';
import { openParts, type PackageParts } from './package-parts.js';
import type { RawSheet, RawWorkbook } from './raw-workbook.js';
import { newReadingBudget } from './reading-budget.js';
import { damaged, WorkbookRefusal } from './refusal.js';
import { readRelations, targetPart, type Relation } from './relations.js';
import { readSharedStrings } from './shared-strings.js';
import type { SheetContext } from './sheet-cells.js';
import { readSheet } from './sheet-part.js';
import { readWorkbookPart, type ListedSheet } from './workbook-part.js';

/**
 * The cells of an .xlsx or .xlsm file (macros are never looked at), or why there are none. Answers
 * to any bytes; meant for a process of its own, since what is hostile may still cost time and memory.
 */
export function readRaw(bytes: Buffer): Outcome<RawWorkbook> {
  try {
    checkFileKind(bytes);
    return { ok: true, value: readPackage(openParts(bytes)) };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return { ok: false, problems: [error.problem] };
    if (error instanceof RangeError) return refused('', 'workbook-hostile', { what: 'stack' });
    throw error;
  }
}

function readPackage(parts: PackageParts): RawWorkbook {
  const main = mainPart(parts);
  const workbook = readWorkbookPart(read(parts, main));
  const relations = readRelations(parts, main);
  const context: SheetContext = {
    strings: optional(parts, main, relations, 'sharedStrings', readSharedStrings),
    formats: optional(parts, main, relations, 'styles', readCellFormats),
    countsFrom1904: workbook.countsFrom1904,
    budget: newReadingBudget(),
  };
  const sheets = workbook.sheets.flatMap((listed): RawSheet[] => {
    const relation = relations.get(listed.relationId);
    if (relation === undefined) return damaged('sheet');
    // Sheets of charts, dialogues and old macros hold no answers.
    return relation.type === 'worksheet' ? [sheetOf(parts, main, listed, relation, context)] : [];
  });
  return { sheets };
}

function sheetOf(
  parts: PackageParts,
  main: string,
  { name, state }: ListedSheet,
  relation: Relation,
  context: SheetContext,
): RawSheet {
  const part = targetPart(main, relation) ?? damaged('sheet');
  return { name, state, ...readSheet(read(parts, part), readRelations(parts, part), context) };
}

/** What the package names as its document; some programs leave the name out. */
function mainPart(parts: PackageParts): string {
  const relation = [...readRelations(parts, '').values()].find(
    ({ type }) => type === 'officeDocument',
  );
  const named = relation === undefined ? null : targetPart('', relation);
  const main = named ?? 'xl/workbook.xml';
  return main.endsWith('.xml') &&
    parts.has(main) &&
    !main.startsWith('word/') &&
    !main.startsWith('ppt/')
    ? main
    : refuseOtherPackage(parts.names);
}

function optional<T>(
  parts: PackageParts,
  main: string,
  relations: ReadonlyMap<string, Relation>,
  type: string,
  parse: (bytes: Buffer) => T[],
): T[] {
  const relation = [...relations.values()].find((one) => one.type === type);
  const part = relation === undefined ? null : targetPart(main, relation);
  const bytes = part === null ? null : parts.read(part);
  return bytes === null ? [] : parse(bytes);
}

function read(parts: PackageParts, name: string): Buffer {
  return parts.read(name) ?? damaged('part');
}
