/** Who says for TPI that this is what it found, each in a record of their own (domain.md, Tiers). */
export const CONFIRMING_ROLES = ['tpi-ketua', 'tpi-dalnis'] as const;
export type ConfirmingRole = (typeof CONFIRMING_ROLES)[number];

/** One text of the report (LHE) in its version; versions only grow. */
export interface ReportText {
  readonly round: number;
  readonly section: string;
  readonly version: number;
}

/**
 * What is confirmed, in one text: the assessments (their own fingerprint) and every text of the report
 * as it stands. Without any text it is the fingerprint alone, as confirmations of earlier versions
 * keep it; migration 0016 gave those the texts that stood then.
 */
export function confirmedBasis(assessed: string, texts: readonly ReportText[]): string {
  const named = texts.map(({ round, section, version }) => `${round}/${section}/${version}`);
  return [assessed, ...named.sort()].join(' ');
}

export interface GivenConfirmation {
  readonly role: ConfirmingRole;
  /** null where the account is gone. */
  readonly userId: number | null;
  /** Nothing of what was confirmed changed since. */
  readonly holds: boolean;
}

/**
 * Ketua tim and dalnis look at the work one after the other: a person who holds both roles is one
 * pair of eyes, and confirms in one of them only.
 */
export function isSecondOfSame(
  given: readonly GivenConfirmation[],
  role: ConfirmingRole,
  userId: number | null,
): boolean {
  return given.some((one) => one.holds && one.role !== role && one.userId === userId);
}

/** Each role confirmed, by people of whom no two are the same, and all of it still stands. */
export function isConfirmedByAll(given: readonly GivenConfirmation[]): boolean {
  return CONFIRMING_ROLES.every((role) =>
    given.some((one) => one.role === role && one.holds && !isSecondOfSame(given, role, one.userId)),
  );
}
