import { normaliseLine } from '../text/normalise.js';

const MOST_CHARACTERS = 200;
const MOST_READ = 1000;
/** Direction marks, joiners and other invisible characters that make a name look like another. */
const INVISIBLE = /[\p{Cf}\p{Co}]/gu;
/** Endings that a system would run or a browser would render. */
const DANGEROUS = new Set(
  'app asp aspx bat cmd cpl dll docm exe hta htm html jar js jse jsp lnk mjs msi php phtml pif pptm ps1 py reg scr sh shtml svg vbe vbs wsf xhtml xlsm'.split(
    ' ',
  ),
);

/**
 * The name for display and downloads only; bytes are stored under their hash. Path parts, control
 * and direction characters go; 1 to 200 characters stay, the ending with them.
 */
export function safeFileName(raw: string): string {
  const last = (raw.split(/[/\\]/).pop() ?? '').slice(-MOST_READ);
  const name = normaliseLine(last.replace(INVISIBLE, '')).replace(/^[.\s]+|[.\s]+$/g, '');
  return shortened(name === '' ? 'berkas' : name);
}

/** The ending in lower case, without the dot; "" where there is none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A dangerous ending before the last one ("nota.exe.pdf"), or null. */
export function hiddenExtension(name: string): string | null {
  const parts = name.toLowerCase().split('.').slice(1, -1);
  return parts.map((part) => part.trim()).find((part) => DANGEROUS.has(part)) ?? null;
}

/** Name without its ending: what an evidence is called unless the person says otherwise. */
export function baseName(name: string): string {
  const base = name.replace(/\.[^.]+$/, '').trim();
  return base === '' ? name : base;
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MOST_CHARACTERS) return name;
  const extension = extensionOf(name);
  const ending = extension === '' || extension.length > 10 ? '' : `.${extension}`;
  return (
    characters
      .slice(0, MOST_CHARACTERS - ending.length)
      .join('')
      .trimEnd() + ending
  );
}
