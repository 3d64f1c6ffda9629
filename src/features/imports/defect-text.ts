import { problemText } from '../../text/messages.js';
import type { WorkbookDefect } from '../../workbook/recognise/lke-reading.js';

/** A fault of a file in words that can be sent to whoever made it. */
export function defectText({ kind, cell, args }: WorkbookDefect): string {
  return problemText(
    args === undefined ? { field: cell, code: kind } : { field: cell, code: kind, args },
  );
}
