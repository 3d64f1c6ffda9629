/** The longest address Excel accepts in a hyperlink. */
const MOST_CHARACTERS = 2079;

/**
 * An address that may become a hyperlink, in its normal form; null for anything that is not http or
 * https (file:, javascript:, UNC paths …), cannot be read or is too long.
 */
export function safeHref(raw: string): string | null {
  const url = parse(raw.trim());
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  // With "!" a spreadsheet could take the address for a place in the workbook ("Sheet!A1").
  const href = url.href.replaceAll('!', '%21');
  return href.length > MOST_CHARACTERS ? null : href;
}

function parse(raw: string): URL | null {
  if (!/^https?:\/\/[^\\/\s]/i.test(raw)) return null;
  return URL.canParse(raw) ? new URL(raw) : null;
}
