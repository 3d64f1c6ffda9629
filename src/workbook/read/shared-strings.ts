import { MOST_SHARED_STRINGS } from './limits.js';
import { parseXml } from './parse-xml.js';
import { refuse } from './refusal.js';
import { unescapeText } from './unescape-text.js';

/** The texts that cells point to by number; rich text without its looks, reading aids dropped. */
export function readSharedStrings(bytes: Buffer): string[] {
  const strings: string[] = [];
  let text = '';
  parseXml(bytes, {
    open: (name, _, parent) => {
      if (name === 'si' && parent === 'sst') text = '';
    },
    close: (name, content, parent) => {
      // A <t> within <rPh> tells how to pronounce the text.
      if (name === 't' && (parent === 'si' || parent === 'r')) text += content;
      if (name !== 'si' || parent !== 'sst') return;
      strings.push(unescapeText(text));
      if (strings.length > MOST_SHARED_STRINGS) refuse('workbook-too-much-content');
    },
  });
  return strings;
}
