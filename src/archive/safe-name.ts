/** Names that Windows keeps for devices, with any ending (CON, con.pdf, COM1, LPT¹). */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;
const FORBIDDEN = /[<>:"/\\|?*]/g;
/** Control, format (bidi marks, zero width) and private characters, and halves of surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;
const MOST_ENDING = 10;

/**
 * A text as the name of a file or folder that every system can unpack: composed (NFC), nothing
 * that Windows forbids, no dot or space at its ends, not reserved, at most `most` characters with
 * its ending kept. `fallback` where nothing is left.
 */
export function safeName(raw: string, most: number, fallback: string): string {
  const clean = raw
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '-')
    .replace(/\s+/gu, ' ');
  const { stem, ending } = split(trimEnds(clean));
  const kept = trimEnds(cutAtWord(stem, Math.max(1, most - ending.length)));
  const name = kept === '' ? `${fallback}${ending}` : `${kept}${ending}`;
  return RESERVED.test(name) ? `_${name}` : name;
}

/** Gives every path once, however a system compares names: in other case, or decomposed. */
export function uniquePaths(): (folder: string, name: string) => string {
  const taken = new Set<string>();
  return (folder, name) => {
    const { stem, ending } = split(name);
    for (let turn = 1; ; turn += 1) {
      const path = `${folder}${turn === 1 ? name : `${stem} (${turn})${ending}`}`;
      const key = path.normalize('NFKC').toLowerCase().toUpperCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}

/** Whole words where that keeps most of the text. */
function cutAtWord(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most).join('');
  const end = characters[most] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return end > cut.length / 2 ? cut.slice(0, end) : cut;
}

function trimEnds(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/gu, '');
}

function split(name: string): { stem: string; ending: string } {
  const at = name.lastIndexOf('.');
  const isEnding = at > 0 && name.length - at <= MOST_ENDING && !/\s/.test(name.slice(at));
  return isEnding
    ? { stem: name.slice(0, at), ending: name.slice(at) }
    : { stem: name, ending: '' };
}
