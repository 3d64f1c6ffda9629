/** A small reader of our own pages (every attribute quoted), enough to find forms and stray tags. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Decoded text between this tag and the next. */
  readonly text: string;
}

export interface Form {
  readonly action: string;
  readonly method: string;
  readonly isMultipart: boolean;
  /** What a browser would send untouched: hidden, text, checked, selected and text areas. */
  readonly fields: Readonly<Record<string, string>>;
  /** Every name that can be sent, in order, with the values a choice offers. */
  readonly controls: readonly {
    readonly name: string;
    readonly type: string;
    readonly value: string;
  }[];
}

/** Every tag outside comments; what stands in script, style and text areas is text. */
export function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  const pattern =
    /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) continue;
    let end = html.indexOf('<', pattern.lastIndex);
    if (match[1] === '' && /^(?:textarea|script|style|title)$/.test(name)) {
      end = html.toLowerCase().indexOf(`</${name}`, pattern.lastIndex);
      if (end >= 0) {
        tags.push(tagOf(name, match, html.slice(pattern.lastIndex, end)));
        pattern.lastIndex = end;
        continue;
      }
    }
    tags.push(tagOf(name, match, html.slice(pattern.lastIndex, end < 0 ? undefined : end)));
  }
  return tags;
}

export function formsIn(html: string): readonly Form[] {
  const forms: { tag: Tag; inside: Tag[] }[] = [];
  let open: { tag: Tag; inside: Tag[] } | null = null;
  const tags = tagsOf(html);
  for (const tag of tags) {
    if (tag.name === 'form') {
      open = tag.isClosing ? null : { tag, inside: [] };
      if (open !== null) forms.push(open);
    } else open?.inside.push(tag);
  }
  return forms.map(({ tag, inside }) => {
    const id = tag.attributes.get('id');
    const outside = id === undefined ? [] : tags.filter((one) => one.attributes.get('form') === id);
    return formOf(tag, [...inside, ...outside.filter((one) => !inside.includes(one))]);
  });
}

/** The form of a page that is sent to this address. */
export function formTo(html: string, action: string | RegExp): Form {
  const found = formsIn(html).find((form) =>
    typeof action === 'string' ? form.action === action : action.test(form.action),
  );
  if (found === undefined) throw new Error(`the page has no form to ${String(action)}`);
  return found;
}

/** What a person reads: no tags, entities decoded, blanks collapsed. */
export function textOf(html: string): string {
  return tagsOf(html)
    .map((tag) => (tag.name === 'script' || tag.name === 'style' ? '' : tag.text))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function tagOf(name: string, match: RegExpExecArray, text: string): Tag {
  const attributes = new Map<string, string>();
  const pairs = (match[3] ?? '').matchAll(
    /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  );
  for (const [, key = '', double, single, bare] of pairs) {
    const at = key.toLowerCase();
    if (!attributes.has(at)) attributes.set(at, decode(double ?? single ?? bare ?? ''));
  }
  return { name, isClosing: match[1] === '/', attributes, text: decode(text) };
}

function formOf(tag: Tag, inside: readonly Tag[]): Form {
  const fields: Record<string, string> = {};
  const controls: { name: string; type: string; value: string }[] = [];
  let select: string | null = null;
  for (const one of inside) {
    if (one.name === 'select') select = one.isClosing ? null : (one.attributes.get('name') ?? null);
    if (one.isClosing) continue;
    const control = controlOf(one, select);
    if (control === null) continue;
    controls.push(control);
    if (isSent(one, control, fields)) fields[control.name] = control.value;
  }
  return {
    action: tag.attributes.get('action') ?? '',
    method: (tag.attributes.get('method') ?? 'get').toLowerCase(),
    isMultipart: tag.attributes.get('enctype') === 'multipart/form-data',
    fields,
    controls,
  };
}

function controlOf(
  tag: Tag,
  select: string | null,
): { name: string; type: string; value: string } | null {
  const value = tag.attributes.get('value');
  if (tag.name === 'option' && select !== null) {
    return { name: select, type: 'option', value: value ?? tag.text.trim() };
  }
  const name = tag.attributes.get('name');
  if (name === undefined || tag.attributes.has('disabled')) return null;
  switch (tag.name) {
    case 'input': {
      const type = (tag.attributes.get('type') ?? 'text').toLowerCase();
      const isChoice = type === 'checkbox' || type === 'radio';
      return { name, type, value: value ?? (isChoice ? 'on' : '') };
    }
    case 'textarea':
      // A browser drops the first line break of a text area.
      return { name, type: 'textarea', value: tag.text.replace(/^\r?\n/, '') };
    case 'button':
      return { name, type: 'button', value: value ?? '' };
    default:
      return null;
  }
}

function isSent(
  tag: Tag,
  control: { readonly name: string; readonly type: string },
  fields: Readonly<Record<string, string>>,
): boolean {
  switch (control.type) {
    case 'checkbox':
    case 'radio':
      return tag.attributes.has('checked');
    case 'option':
      return tag.attributes.has('selected') || !(control.name in fields);
    case 'file':
    case 'button':
    case 'submit':
      return false;
    default:
      return true;
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number(decimal));
    return NAMED[String(name)] ?? all;
  });
}
