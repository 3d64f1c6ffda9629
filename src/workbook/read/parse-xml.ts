import { SaxesParser } from 'saxes';
import { decodeXml } from './decode-xml.js';
import { MOST_ATTRIBUTES, MOST_DEPTH, MOST_TOKEN_CHARACTERS } from './limits.js';
import { damaged, hostile } from './refusal.js';

export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * Names come without their prefix: programs write `<row>` and `<x:row>` for the same. `depth` counts
 * the elements around; the root has 0.
 */
export interface XmlHandlers {
  open?(name: string, attributes: XmlAttributes, parent: string, depth: number): void;
  /** `text` is what stands before the end tag and after the last tag within the element. */
  close?(name: string, text: string, parent: string, depth: number): void;
}

const DOCTYPE = '<!DOCTYPE';

/** XML without a document type: nothing is declared, fetched or expanded. */
export function parseXml(bytes: Buffer, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  const open: string[] = [];
  let text = '';
  let attributes = 0;
  let withoutTag = 0;
  const keep = (more: string): void => {
    text += more;
  };
  parser.on('error', () => damaged('xml'));
  parser.on('xmldecl', ({ encoding }) => checkEncoding(encoding));
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) hostile('attributes');
  });
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    handlers.open?.(name, tag.attributes, open.at(-1) ?? '', open.length);
    open.push(name);
    if (open.length > MOST_DEPTH) hostile('depth');
    text = '';
    attributes = 0;
    withoutTag = 0;
  });
  parser.on('closetag', () => {
    const name = open.pop() ?? '';
    handlers.close?.(name, text, open.at(-1) ?? '', open.length);
    text = '';
    withoutTag = 0;
  });
  let before = '';
  for (const slice of decodeXml(bytes)) {
    // The parser would gather a document type letter by letter until it ends, however long it is.
    if ((before + slice).includes(DOCTYPE)) hostile('doctype');
    // What is long without a tag (a comment, a name, a text) grows in the parser's memory.
    if (withoutTag > MOST_TOKEN_CHARACTERS) hostile('token');
    withoutTag += slice.length;
    before = slice.slice(-DOCTYPE.length);
    parser.write(slice);
  }
  parser.close();
}

/** An attribute that only has a meaning with a prefix, such as `r:id`. */
export function prefixed(attributes: XmlAttributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The bytes were decoded as UTF-8 or UTF-16; a part that says otherwise would be read wrongly. */
function checkEncoding(encoding: string | undefined): void {
  if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/i.test(encoding)) {
    damaged('encoding');
  }
}
