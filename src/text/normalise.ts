export const MAX_LENGTH = 32_000;

/**
 * Text as the product keeps it: NFC, LF line ends, no control characters but tab and newline, no
 * lone surrogates, no spaces at the ends. What goes out in a worksheet comes back equal.
 */
export function normaliseText(raw: string): string {
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .trim();
}

/** One line of it: names, titles. */
export function normaliseLine(raw: string): string {
  return normaliseText(raw).replace(/\s+/g, ' ');
}

export function isTooLong(text: string): boolean {
  return text.length > MAX_LENGTH;
}
