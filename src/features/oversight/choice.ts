/** One option of a select. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

export function choice(value: string, label: string, current: string): Choice {
  return { value, label, selected: value === current };
}
