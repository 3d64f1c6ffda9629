import type { Reply } from './http-client.js';

/** What every answer must carry; the preview of an evidence differs (quality.md, Headers). */
export function headerFaults(
  reply: Reply,
  kind: 'page' | 'preview' | 'download' | 'asset' = 'page',
): string[] {
  const { headers } = reply;
  const faults: string[] = [];
  const csp = directives(String(headers['content-security-policy'] ?? ''));
  function ask(holds: boolean, fault: string): void {
    if (!holds) faults.push(fault);
  }
  const ancestors = kind === 'preview' ? "'self'" : "'none'";
  ask(csp.get('default-src') === "'none'", `default-src ${csp.get('default-src') ?? 'missing'}`);
  ask(
    csp.get('frame-ancestors') === ancestors,
    `frame-ancestors ${csp.get('frame-ancestors') ?? 'missing'}`,
  );
  if (kind === 'preview' || kind === 'download') ask(csp.has('sandbox'), `${kind} without sandbox`);
  if (kind === 'download') {
    ask(/^attachment;/.test(headers['content-disposition'] ?? ''), 'not an attachment');
  }
  for (const [name, value] of csp) {
    ask(!/unsafe-|\*|https?:|strict-dynamic/.test(value), `${name} ${value}`);
  }
  ask(headers['x-content-type-options'] === 'nosniff', 'no nosniff');
  ask(headers['x-powered-by'] === undefined && headers.server === undefined, 'names its software');
  if (kind === 'page' || kind === 'download')
    ask(headers['cache-control'] === 'no-store', `cache ${String(headers['cache-control'])}`);
  if (kind === 'preview') {
    ask(
      headers['cache-control'] === 'private, no-cache',
      `cache ${String(headers['cache-control'])}`,
    );
    ask(headers.etag !== undefined, 'preview without ETag');
  }
  for (const cookie of headers['set-cookie'] ?? []) {
    ask(/; HttpOnly/i.test(cookie) && /; SameSite=Lax/i.test(cookie), `cookie ${cookie}`);
  }
  return faults;
}

const INSIDE: readonly RegExp[] = [
  /\bat (?:async )?[\w.<>$]+ \(/,
  /\bat (?:file:\/\/)?\/\S+:\d+/,
  /\.(?:js|ts|hbs):\d+/,
  /node_modules|node:internal/,
  /SQLITE_|\bsqlite\b|\bkysely\b|\bexpress\b|\bhandlebars\b|better-sqlite3|\bmulter\b|\bzod\b/i,
  /\bselect\b[^<]{1,200}\bfrom\b|\binsert into\b|\bdelete from\b|\bupdate "?\w+"? set\b/i,
  /\/(?:work|tmp|home|root|usr|var)\//,
  /\b(?:TypeError|RangeError|SyntaxError|ReferenceError|ZodError|AssertionError)\b/,
];

/** Signs of the inside in an answer: stacks, statements, paths, names of libraries. */
export function insideShown(text: string): string[] {
  return INSIDE.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

function directives(policy: string): ReadonlyMap<string, string> {
  const parts = policy
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return new Map(
    parts.map((part) => {
      const [name = '', ...values] = part.split(/\s+/);
      return [name, values.join(' ')];
    }),
  );
}
