import type { Request } from 'express';

/** What was typed into a form that is refused as a whole, and the page it belongs to. */
export function typedInto(req: Request): { readonly back: string; readonly typed: string[] } {
  const typed = Object.entries(textFields(req.body)).filter(([name]) => name !== 'version');
  return {
    back: formPage(req),
    typed: typed.map(([, value]) => value).filter((value) => value.trim() !== ''),
  };
}

/** The page that showed the form: the referring page of ours, else the address posted to. */
export function formPage(req: Request): string {
  const referrer = req.get('referer');
  if (referrer === undefined || !URL.canParse(referrer)) return req.path;
  const url = new URL(referrer);
  return url.host === req.get('host') ? url.pathname : req.path;
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
