import { isEndStage, isOpenForFilling, type Stage } from '../lke/stages.js';

/** Why somebody should be rung up; the numbers come with the rules of the year, never from here. */
export const CALL_CODES = [
  'overdue',
  'stalled',
  'unfilled-near-deadline',
  'failing-near-deadline',
  'returned-waiting',
] as const;
export type CallCode = (typeof CALL_CODES)[number];

export interface CallRule {
  readonly code: CallCode;
  /** Days that the rule speaks of; 0 where it speaks of none. */
  readonly days: number;
  /** Where the rule comes from. */
  readonly source: string;
}

export interface CallFacts {
  readonly stage: Stage;
  readonly answered: number;
  readonly of: number;
  /** Gates of the target that the satker's own answers miss. */
  readonly failedGates: number;
  /** Whole days since anything happened. */
  readonly idleDays: number;
  /** Whole days until the stage ends; negative once over; null where no date is set. */
  readonly daysLeft: number | null;
  /** Whole days since it was returned; null where it was not. */
  readonly daysSinceReturn: number | null;
}

export interface CallReason {
  readonly code: CallCode;
  /** How many days, indicators or gates the sentence tells of. */
  readonly count: number;
}

/** Every rule that speaks, in the order of the rules; nobody is called where the attempt is over. */
export function callReasons(facts: CallFacts, rules: readonly CallRule[]): readonly CallReason[] {
  if (isEndStage(facts.stage)) return [];
  return rules.flatMap(({ code, days }) => {
    const count = countOf(code, days, facts);
    return count === null ? [] : [{ code, count }];
  });
}

function countOf(code: CallCode, days: number, facts: CallFacts): number | null {
  const { answered, of, failedGates, idleDays, daysLeft, daysSinceReturn } = facts;
  switch (code) {
    case 'overdue':
      return daysLeft !== null && daysLeft < 0 ? -daysLeft : null;
    case 'stalled':
      return idleDays >= days ? idleDays : null;
    case 'unfilled-near-deadline':
      return isNearEnd(facts, days) && answered < of ? of - answered : null;
    case 'failing-near-deadline':
      return isNearEnd(facts, days) && failedGates > 0 ? failedGates : null;
    case 'returned-waiting':
      return daysSinceReturn !== null && daysSinceReturn >= days ? daysSinceReturn : null;
  }
}

function isNearEnd({ stage, daysLeft }: CallFacts, days: number): boolean {
  return isOpenForFilling(stage) && daysLeft !== null && daysLeft >= 0 && daysLeft <= days;
}
