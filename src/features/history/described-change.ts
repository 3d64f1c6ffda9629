/** One thing that an entry says changed. */
export interface DescribedChange {
  readonly label: string;
  /** Null where there was nothing before, or where the entry tells only what it is about. */
  readonly before: string | null;
  readonly after: string | null;
  /** A code that only checking needs. */
  readonly isCode: boolean;
  /** What stands for a list that is folded. */
  readonly summary?: string;
}
