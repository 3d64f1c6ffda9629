/** An expected refusal, before it is put into words. */
export interface Problem {
  /** The form's field, the indicator's code or `code:count`; "" for the whole. */
  readonly field: string;
  readonly code: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

export function refused(
  field: string,
  code: string,
  args?: Problem['args'],
): {
  readonly ok: false;
  readonly problems: Problem[];
} {
  return { ok: false, problems: [args === undefined ? { field, code } : { field, code, args }] };
}
