import { SaxesParser } from 'saxes';
import type { FileBytes } from './upload-bytes.js';
import type { FileFault } from './upload-fault.js';
import { readDirectory, readEntry, type ZipEntry } from './upload-zip.js';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const CONTENT_TYPES = '[Content_Types].xml';
const MOST_CONTENT_TYPES = 1024 * 1024;
const MACRO_PART = /(?:^|\/)(?:vbaProject|vbaData)[^/]*\.(?:bin|xml)$|(?:^|\/)macrosheets\//i;
const MACRO_TYPE = /macroEnabled|vbaProject|ms-excel\.(?:macrosheet|intlmacrosheet)/i;

/** Null where the bytes are one office file whose main part is of this content type. */
export async function faultOfOffice(bytes: FileBytes, mainType: string): Promise<FileFault | null> {
  if ((await bytes.read(0, 8)).equals(OLE)) return 'file-locked';
  const head = await bytes.read(0, 1024);
  if (head.toString('latin1', 0, 2) !== 'PK') return 'file-content';
  if (head.includes('%PDF-')) return 'file-mixed';
  const entries = await readDirectory(bytes);
  if (entries === null) return 'file-damaged';
  const names = new Set(entries.map(({ name }) => name));
  const list = entries.find(({ name }) => name === CONTENT_TYPES);
  if (names.size !== entries.length) return 'file-damaged';
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'file-locked';
  if (list === undefined) return 'file-content';
  if (entries.some(({ name }) => MACRO_PART.test(name))) return 'file-macro';
  return faultOfTypes(await readTypes(bytes, list), names, mainType);
}

function faultOfTypes(
  types: ReadonlyMap<string, string> | null,
  names: ReadonlySet<string>,
  mainType: string,
): FileFault | null {
  if (types === null) return 'file-damaged';
  const all = [...types];
  if (all.some(([, type]) => MACRO_TYPE.test(type))) return 'file-macro';
  const main = all.find(([, type]) => type === mainType);
  if (main === undefined) return 'file-content';
  return names.has(main[0].replace(/^\//, '')) ? null : 'file-damaged';
}

/** Part name (or "*.extension") → its content type; null where the list cannot be read. */
async function readTypes(
  bytes: FileBytes,
  entry: ZipEntry,
): Promise<ReadonlyMap<string, string> | null> {
  const xml = await readEntry(bytes, entry, MOST_CONTENT_TYPES);
  if (xml === null) return null;
  const types = new Map<string, string>();
  let isBroken = false;
  const parser = new SaxesParser({});
  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const { PartName, Extension, ContentType = '' } = attributes;
    if (name === 'Override' && PartName !== undefined) types.set(PartName, ContentType);
    if (name === 'Default' && Extension !== undefined) types.set(`*.${Extension}`, ContentType);
  });
  parser.write(xml.toString('utf8')).close();
  return isBroken ? null : types;
}
