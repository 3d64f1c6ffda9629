import { tagsOf } from '../support/html.js';

const SPECIAL = /[<>"'=`]/;
const WINDOW = 8;

/**
 * Pieces of a payload that stand unescaped in a page although the page without it (`plain`) has no
 * such piece: empty when the page writes it as text.
 */
export function unescapedPieces(html: string, payload: string, plain: string): string[] {
  const pieces = new Set<string>();
  for (let from = 0; from + WINDOW <= payload.length; from += 1) {
    const piece = payload.slice(from, from + WINDOW);
    if (SPECIAL.test(piece) && html.includes(piece) && !plain.includes(piece)) pieces.add(piece);
  }
  return [...pieces];
}

const OWN_SCRIPT = /^\/aset\/[\w.-]+\.js\?v=[\w.%-]+$/;
const OWN_STYLE = /^\/aset\/[\w.-]+\.css\?v=[\w.%-]+$/;
const ADDRESS = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'srcdoc', 'xlink:href'];
const NEVER = ['object', 'embed', 'base', 'math', 'style', 'applet', 'frame', 'video', 'audio'];

/** What none of our pages ever contains, whatever people typed. */
export function foreignMarkup(html: string): string[] {
  const faults: string[] = [];
  for (const { name, isClosing, attributes } of tagsOf(html)) {
    if (isClosing) continue;
    const shown = `<${name} ${[...attributes].map(([key, value]) => `${key}="${value}"`).join(' ')}>`;
    const src = attributes.get('src') ?? '';
    if (name === 'script' && !OWN_SCRIPT.test(src)) faults.push(shown);
    if (name === 'link' && attributes.get('rel') === 'stylesheet') {
      if (!OWN_STYLE.test(attributes.get('href') ?? '')) faults.push(shown);
    }
    if (name === 'meta' && attributes.has('http-equiv')) faults.push(shown);
    if (NEVER.includes(name)) faults.push(shown);
    if ([...attributes.keys()].some((key) => key.startsWith('on') || key === 'style')) {
      faults.push(shown);
    }
    for (const key of ADDRESS) if (isForeign(attributes.get(key), key)) faults.push(shown);
  }
  return faults;
}

/** Only our own paths, http(s) links of evidence, and places within the page. */
function isForeign(address: string | undefined, key: string): boolean {
  if (address === undefined) return false;
  if (/^(?:\/(?![/\\])|#|\?)/.test(address)) return false;
  return !(key === 'href' && /^https?:\/\//i.test(address));
}
