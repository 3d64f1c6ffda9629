import type { Outcome, Problem } from '../../domain/problem.js';

const MOST_LINK = 2000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export interface ParsedLink {
  /** Normalised http(s) address. */
  readonly url: string;
  /** Host and path, as people know it. */
  readonly label: string;
}

/** One address per line; an address without a scheme is taken as https. */
export function parseLinks(typed: string, maxLinks: number): Outcome<readonly ParsedLink[]> {
  const lines = typed.split(/\s+/).filter((line) => line !== '');
  if (lines.length > maxLinks) {
    return {
      ok: false,
      problems: [{ field: 'links', code: 'too-many-links', args: { max: maxLinks } }],
    };
  }
  const links: ParsedLink[] = [];
  const problems: Problem[] = [];
  for (const line of lines) {
    const link = parseLink(line);
    if (typeof link === 'string') {
      problems.push({
        field: 'links',
        code: link,
        args: { link: line.slice(0, 80), max: MOST_LINK },
      });
    } else links.push(link);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: links };
}

function parseLink(line: string): ParsedLink | string {
  const address = SCHEME.test(line) && !/^[^/]*:\d/.test(line) ? line : `https://${line}`;
  if (!URL.canParse(address)) return 'link-unreadable';
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol)) return 'link-not-http';
  if (url.username !== '' || url.password !== '') return 'link-with-password';
  if (!url.hostname.includes('.')) return 'link-unreadable';
  if (url.href.length > MOST_LINK) return 'link-too-long';
  return { url: url.href, label: labelOf(url) };
}

function labelOf(url: URL): string {
  const path = url.pathname === '/' ? '' : url.pathname;
  return `${url.host}${path}`.slice(0, 200);
}
