import { TextDecoder } from 'node:util';
import { MOST_FILE_BYTES } from './limits.js';
import { refuse } from './refusal.js';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = ['504b0304', '504b0506'].map((hex) => Buffer.from(hex, 'hex'));
/** So much of the start shows what a text is. */
const SNIFF_BYTES = 4096;

/** Refuses what is not a ZIP package, by its first bytes, in words that say what it is instead. */
export function checkFileKind(bytes: Buffer): void {
  if (bytes.length === 0) refuse('workbook-empty');
  if (bytes.length > MOST_FILE_BYTES) refuse('workbook-too-large', { max: MOST_FILE_BYTES });
  if (ZIP.some((start) => startsWith(bytes, start))) return;
  if (startsWith(bytes, OLE)) refuse(oleCode(bytes));
  refuse(startsWith(bytes, Buffer.from('%PDF-')) ? 'workbook-not-one' : textCode(bytes));
}

/** A ZIP that holds no workbook: refuses it as what its parts show. */
export function refuseOtherPackage(names: readonly string[]): never {
  const some = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (some(/^xl\/workbook\.bin$/)) return refuse('workbook-xlsb');
  if (some(/^mimetype$/) && some(/^content\.xml$/)) return refuse('workbook-ods');
  if (some(/\.(?:xlsx|xlsm|xls)$/)) return refuse('workbook-zip');
  if (some(/^(?:word|ppt)\//)) return refuse('workbook-not-one');
  return refuse(
    some(/^(?:xl\/|\[content_types\]\.xml$)/) ? 'workbook-damaged' : 'workbook-not-one',
  );
}

/** Office's older container: a password is a stream of its own, and so is the sheet of an .xls. */
function oleCode(bytes: Buffer): string {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return 'workbook-encrypted';
  return holds('Workbook') || holds('Book') ? 'workbook-old-xls' : 'workbook-not-one';
}

function textCode(bytes: Buffer): string {
  const start = textOf(bytes.subarray(0, SNIFF_BYTES));
  if (start === null) return 'workbook-not-one';
  if (/<(?:!doctype html|html|table|meta|\?mso-application|workbook)\b/i.test(start)) {
    return 'workbook-web-page';
  }
  return isTable(start) ? 'workbook-csv' : 'workbook-not-one';
}

/** null where the bytes are no text. */
function textOf(bytes: Buffer): string | null {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes);
  return /[\0-\x08\x0e-\x1f]/.test(text) ? null : text;
}

/** Two lines or more, the first among them, that are divided by the same mark. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return [',', ';', '\t'].some((mark) => {
    const divided = lines.filter((line) => line.includes(mark));
    return divided.length >= 2 && divided[0] === lines[0];
  });
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
