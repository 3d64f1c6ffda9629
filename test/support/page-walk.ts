import { formsIn } from './html.js';
import { kindOf, type PageKind } from './page-kinds.js';

/** What came back for an address, whoever asked and however. */
export interface Fetched {
  readonly status: number;
  readonly type: string;
  /** Where it leads on to, for an answer that is none itself. */
  readonly location: string | null;
  readonly html: string;
}

export interface WalkedPage {
  readonly kind: string;
  readonly address: string;
  readonly html: string;
}

export interface Walk {
  readonly pages: readonly WalkedPage[];
  /** Kinds of pages, and of addresses that only lead on to one. */
  readonly kinds: readonly string[];
  /** A link or a search that did not open, and where it stands. */
  readonly broken: readonly string[];
}

export interface WalkOptions {
  readonly get: (address: string) => Promise<Fetched>;
  /** What belongs to another satker or province is not walked. */
  readonly satker: string;
  /** Followed wherever it is linked, however many of the kind were seen. */
  readonly always: string;
  /** How many pages of one kind of this satker are enough. */
  readonly most: number;
  /** Kinds that need not be walked again. */
  readonly known: ReadonlySet<string>;
}

/** Goes from the start page over every kind of link that this person is shown. */
export async function walkPages(options: WalkOptions): Promise<Walk> {
  const pages: WalkedPage[] = [];
  const kinds = new Set<string>();
  const broken: string[] = [];
  const known = new Set(['/']);
  const counts = new Map<string, number>();
  const queue = [{ address: '/', from: '/' }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { address, from } = next;
    const { status, type, location, html } = await options.get(address);
    const onward = location === null ? [] : [location];
    const kind = kindOf(address);
    if (location === null && status !== 200) broken.push(`${from} → ${address}: ${status}`);
    else if (kind === null) broken.push(`${from} → ${address}: in no register`);
    else kinds.add(kind.key);
    if (kind !== null && status === 200 && type.startsWith('text/html')) {
      pages.push({ kind: kind.key, address, html });
      onward.push(...addressesOn(html, options));
    }
    for (const one of onward) {
      if (known.has(one)) continue;
      const found = kindOf(one);
      if (found !== null && !isWanted(one, found, options, counts)) continue;
      known.add(one);
      queue.push({ address: one, from: address });
    }
  }
  return { pages, kinds: [...kinds], broken };
}

/** Addresses of links, and of forms that only ask, with a word to search for. */
function addressesOn(html: string, { satker, always }: WalkOptions): string[] {
  const questions = (html.match(/<form[^>]* method="get"[\s\S]*?<\/form>/g) ?? [])
    .flatMap((form) => formsIn(form))
    .map(({ action, fields, controls }) => {
      const word = action.startsWith('/lke/') ? always : satker;
      const searches = controls.filter(({ type }) => type === 'search');
      const typed = Object.fromEntries(searches.map(({ name }) => [name, word]));
      return `${action}?${new URLSearchParams({ ...fields, ...typed }).toString()}`;
    });
  return [...questions, ...linksOn(html)]
    .map((one) => one.split('#')[0] ?? '')
    .filter((one) => one.startsWith('/') && !one.startsWith('/aset/'));
}

/** Where the links of a page lead, as they stand. */
export function linksOn(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  );
}

function isWanted(
  address: string,
  { key, route }: PageKind,
  { satker, always, most, known }: WalkOptions,
  counts: Map<string, number>,
): boolean {
  if (known.has(key)) return false;
  if (route.kind !== undefined || isOfAnother(address, satker)) return false;
  const [path = '', query] = address.split('?');
  if (query === undefined && path.includes(always)) return true;
  const sort = `${key}${query === undefined ? '' : '?'}`;
  const isOfSatker = key.includes(':satker') && query === undefined;
  const count = counts.get(sort) ?? 0;
  if (count >= (isOfSatker ? most : 1)) return false;
  counts.set(sort, count + 1);
  return true;
}

function isOfAnother(address: string, satker: string): boolean {
  const of = /^\/(?:lke|tim|admin\/satker)\/([^/?]+)/.exec(address)?.[1];
  const province = /^\/(?:rekap|pengawasan)\/(\d\d)\//.exec(address)?.[1];
  return (
    (of !== undefined && of !== satker) || (province !== undefined && !satker.startsWith(province))
  );
}
