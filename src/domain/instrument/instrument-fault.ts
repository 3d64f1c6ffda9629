/** Structural faults of an instrument file; each check reports every occurrence. */
export const INSTRUMENT_FAULT_CODES = [
  'shape',
  'unknown-type',
  'unknown-scale',
  'unknown-cadence',
  'incomplete-indicator',
  'missing-code',
  'duplicate-code',
  'code-outside-parent',
  'areas-wrong',
  'weights-do-not-add-up',
  'option-value-out-of-range',
  'options-not-descending',
  'options-do-not-match-scale',
  'soal-id-duplicate',
  'soal-id-gap',
  'row-duplicate',
  'input-duplicate',
  'formula-unknown-input',
  'same-as-nowhere',
  'checklist-code-duplicate',
  'wrong-count',
] as const;
export type InstrumentFaultCode = (typeof INSTRUMENT_FAULT_CODES)[number];

export interface InstrumentFault {
  readonly code: InstrumentFaultCode;
  /** Code of the node ("A.I.1.i", "A.II.1.i.a:agen"), a path in the file, or "" for the whole. */
  readonly at: string;
  /** What was found, for the person who edits the file. */
  readonly found: string;
}

/** Shorthand, so that a check reads as a list. */
export function fault(code: InstrumentFaultCode, at: string, found: string): InstrumentFault {
  return { code, at, found };
}

/** One line for a log or an error message. */
export function describeFault({ code, at, found }: InstrumentFault): string {
  return `${code} at ${at === '' ? 'the whole' : at}: ${found}`;
}

/** Every later item whose key an earlier one has; `null` keys never repeat. */
export function repeated<T>(items: readonly T[], key: (item: T) => string | number | null): T[] {
  const seen = new Set<string | number>();
  return items.filter((item) => {
    const value = key(item);
    if (value === null) return false;
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}
