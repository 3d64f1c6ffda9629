import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What a spreadsheet program would find in a file, read without the library that wrote it. */
export interface ReadWorkbook {
  /** Names of the parts of the package. */
  readonly parts: readonly string[];
  readonly sheets: ReadonlyMap<string, ReadSheet>;
  readonly part: (name: string) => string;
}

export interface ReadSheet {
  readonly hidden: boolean;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly hyperlinks: readonly { readonly cell: string; readonly target: string }[];
}

export interface ReadCell {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
}

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export function readXlsx(bytes: Uint8Array): ReadWorkbook {
  const files = unzipSync(bytes);
  const part = (name: string): string => {
    const file = files[name];
    if (file === undefined) throw new Error(`no part ${name}`);
    return strFromU8(file);
  };
  const strings = 'xl/sharedStrings.xml' in files ? readStrings(part('xl/sharedStrings.xml')) : [];
  const targets = readRelations(part('xl/_rels/workbook.xml.rels'));
  const sheets = new Map<string, ReadSheet>();
  for (const { name, attributes } of nodes(part('xl/workbook.xml'))) {
    if (name !== 'sheet') continue;
    const target = targets.get(attributes['r:id'] ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const relations = path.replace('worksheets/', 'worksheets/_rels/') + '.rels';
    const xml = part(path);
    sheets.set(attributes.name ?? '', {
      hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
      xml,
      cells: readCells(xml, strings),
      hyperlinks: readHyperlinks(
        xml,
        relations in files ? readRelations(part(relations)) : new Map(),
      ),
    });
  }
  return { parts: Object.keys(files), sheets, part };
}

export function sheetOf(workbook: ReadWorkbook, name: string): ReadSheet {
  const sheet = workbook.sheets.get(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

export function valueAt(workbook: ReadWorkbook, sheet: string, cell: string): ReadCell['value'] {
  return sheetOf(workbook, sheet).cells.get(cell)?.value ?? null;
}

function readCells(xml: string, strings: readonly string[]): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>();
  let at = { ref: '', type: '', formula: null as string | null, text: null as string | null };
  walk(xml, {
    open: ({ name, attributes }) => {
      if (name === 'c')
        at = { ref: attributes.r ?? '', type: attributes.t ?? 'n', formula: null, text: null };
    },
    close: (name, text) => {
      if (name === 'f') at.formula = text;
      if (name === 'v' || name === 't') at.text = (at.text ?? '') + text;
      if (name === 'c') cells.set(at.ref, { formula: at.formula, value: valueOf(at, strings) });
    },
  });
  return cells;
}

function valueOf(
  { type, text }: { type: string; text: string | null },
  strings: readonly string[],
): ReadCell['value'] {
  if (text === null) return type === 'str' ? '' : null;
  switch (type) {
    case 's':
      return strings[Number(text)] ?? null;
    case 'str':
    case 'inlineStr':
      return unescape(text);
    case 'b':
      return text === '1';
    case 'e':
      return `error ${text}`;
    default:
      return Number(text);
  }
}

function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  walk(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
    },
    close: (name, content) => {
      if (name === 't') text += unescape(content);
      if (name === 'si') strings.push(text);
    },
  });
  return strings;
}

function readRelations(xml: string): Map<string, string> {
  return new Map(
    nodes(xml)
      .filter(({ name }) => name === 'Relationship')
      .map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  );
}

function readHyperlinks(
  xml: string,
  relations: ReadonlyMap<string, string>,
): { cell: string; target: string }[] {
  return nodes(xml)
    .filter(({ name }) => name === 'hyperlink')
    .map(({ attributes }) => ({
      cell: attributes.ref ?? '',
      target: attributes.location ?? relations.get(attributes['r:id'] ?? '') ?? '',
    }));
}

function nodes(xml: string): Node[] {
  const found: Node[] = [];
  walk(xml, { open: (node) => found.push(node), close: () => undefined });
  return found;
}

function walk(
  xml: string,
  on: { open: (node: Node) => void; close: (name: string, text: string) => void },
): void {
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    text = '';
    on.open(tag);
  });
  parser.on('text', (chunk) => (text += chunk));
  parser.on('closetag', ({ name }) => {
    on.close(name, text);
    text = '';
  });
  parser.write(xml).close();
}

/** `_xHHHH_` stands for a character (ECMA-376 ST_Xstring). */
function unescape(text: string): string {
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
