import type { Request } from 'express';
import { z } from 'zod';
import { formatDay } from '../text/format.js';
import { typedName } from '../text/messages/fields.js';

/** One thing that a person typed, by the name of its field. */
export interface TypedField {
  readonly name: string;
  readonly value: string;
}

/** What was typed into a form that is refused as a whole, and the page it belongs to. */
export function typedInto(req: Request): {
  readonly back: string;
  readonly typed: readonly TypedField[];
} {
  return { back: formPage(req), typed: typedFields(textFields(req.body)) };
}

/** What a person typed, in words; neither blanks nor what the page itself sends along. */
export function typedFields(fields: Readonly<Record<string, string>>): readonly TypedField[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const name = typedName(field);
    if (name === null || value.trim() === '') return [];
    return [{ name, value: z.iso.date().safeParse(value).success ? formatDay(value) : value }];
  });
}

/** The page that showed the form: the referring page of ours, else the address posted to. */
export function formPage(req: Request): string {
  const [posted = '/'] = req.originalUrl.split('?');
  return referringPage(req) ?? posted;
}

/** The page of ours that a request comes from; null where the browser does not say. */
export function referringPage(req: Request): string | null {
  const referrer = req.get('referer');
  if (referrer === undefined || !URL.canParse(referrer)) return null;
  const url = new URL(referrer);
  return url.host === req.get('host') ? url.pathname : null;
}

/** Text only; neither tokens nor passwords are kept. */
export function textFields(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !isSecret(entry[0]),
    ),
  );
}

function isSecret(name: string): boolean {
  return name === '_csrf' || /password|token/i.test(name);
}
