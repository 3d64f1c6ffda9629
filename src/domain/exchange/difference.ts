/**
 * What a part of an indicator (its answer or its note) in a file means beside what is stored.
 * same: nothing to do · fill: nothing is stored, the file has it · only-in-file: changed in the
 * file since it was exported, not here · only-here: changed here, the file is behind · both:
 * changed here and in the file, "berubah di dua tempat" · cleared: the file was emptied since it
 * was exported · differs: both have something, and nobody knows which is newer · file-empty: the
 * file has nothing, what is stored stays · invalid: what stands in the file is no answer.
 */
export type DifferenceKind =
  | 'same'
  | 'fill'
  | 'only-in-file'
  | 'only-here'
  | 'both'
  | 'cleared'
  | 'differs'
  | 'file-empty'
  | 'invalid';

/** There is something that a person may take from the file. */
export function isTakeable(kind: DifferenceKind): boolean {
  return kind !== 'same' && kind !== 'file-empty' && kind !== 'invalid';
}

/** Taken unless the person says otherwise: what overwrites nothing that anybody wrote here. */
export function isTakenByDefault(kind: DifferenceKind): boolean {
  return kind === 'fill' || kind === 'only-in-file';
}

/** null: empty. `base`: as it was when the file was exported; undefined where nobody can tell. */
export interface ThreeStates<T> {
  readonly stored: T | null;
  readonly file: T | null;
  readonly base: T | null | undefined;
}

/** A cell that the file leaves empty clears nothing, unless it was filled when it was exported. */
export function kindOf<T>(
  { stored, file, base }: ThreeStates<T>,
  equal: (a: T, b: T) => boolean,
): DifferenceKind {
  const same = (a: T | null, b: T | null) => (a === null || b === null ? a === b : equal(a, b));
  if (same(stored, file)) return 'same';
  if (file === null && (base ?? null) === null) return 'file-empty';
  if (base === undefined) return stored === null ? 'fill' : 'differs';
  if (same(file, base)) return 'only-here';
  if (!same(stored, base)) return 'both';
  if (file === null) return 'cleared';
  return stored === null ? 'fill' : 'only-in-file';
}
