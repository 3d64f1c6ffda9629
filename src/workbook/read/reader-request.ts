/** What the reading process is asked for; one line of JSON. The file is named, never sent. */
export type ReaderRequest =
  | { readonly kind: 'raw'; readonly path: string }
  | {
      readonly kind: 'lke';
      readonly path: string;
      readonly instrumentId: string;
      readonly sheet: string | null;
    };

/** One line of JSON per request: an outcome, or what went wrong in the reader itself. */
export type ReaderReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly unknown[] }
  | { readonly fault: string };
