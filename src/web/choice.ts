/** One of the values that a field lets choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

export function choice(value: string, label: string, current: string): Choice {
  return { value, label, selected: value === current };
}
