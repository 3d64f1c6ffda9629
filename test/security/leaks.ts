import { tagsOf } from '../support/html.js';

const SPECIAL = /[<>"'=`]/;
const CALL = /alert\(\d+\)/;

/**
 * The call a payload wants to make, together with the nearest character that would give it life on
 * either side, as it came: found in a page only if the page did not escape it.
 */
export function unescapedPieces(html: string, payload: string): string[] {
  const call = CALL.exec(payload);
  if (call === null) throw new Error(`a payload that calls nothing: ${payload}`);
  const [from, to] = [call.index, call.index + call[0].length];
  const before = Array.from(payload.slice(0, from)).findLastIndex((char) => SPECIAL.test(char));
  const after = Array.from(payload.slice(to)).findIndex((char) => SPECIAL.test(char));
  const pieces = [
    ...(before < 0 ? [] : [payload.slice(before, to)]),
    ...(after < 0 ? [] : [payload.slice(from, to + after + 1)]),
  ];
  return pieces.filter((piece) => html.includes(piece));
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
