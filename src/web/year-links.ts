/** The same page in another year. */
export interface YearLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** Newest first; none where there is one year only, since there is nothing to choose. */
export function yearLinks(
  years: readonly number[],
  current: number,
  hrefOf: (year: number) => string,
  labelOf: (year: number) => string = String,
): readonly YearLink[] {
  if (years.length < 2 && years.includes(current)) return [];
  return years.map((year) => ({
    href: hrefOf(year),
    label: labelOf(year),
    current: year === current,
  }));
}
