import { median, verdictOf, type Comparison, type Outcome } from './outcome.js';

/** One outcome as lines for a person. */
export function linesOf(outcome: Outcome): string[] {
  switch (outcome.kind) {
    case 'comparison':
      return linesOfComparison(outcome);
    case 'figure':
      return [`  ${outcome.title}: ${spread(outcome.values)} ${outcome.unit}`];
    case 'skipped':
      return [`  ${outcome.title}: skipped, ${outcome.reason}`];
  }
}

function linesOfComparison(comparison: Comparison): string[] {
  const { title, unit, product, yardstick, ratios } = comparison;
  const verdict = verdictOf(comparison);
  return [
    `  ${title}: ${spread(ratios)}${verdict === null ? '' : `  ${verdict}`}`,
    `    A ${digits(median(product.values))} ${unit}: ${product.does}`,
    `    B ${digits(median(yardstick.values))} ${unit}: ${yardstick.does}`,
  ];
}

/** "0.061 (0.058–0.066)": median and range of the rounds. */
function spread(values: readonly number[]): string {
  const range = `${digits(Math.min(...values))}–${digits(Math.max(...values))}`;
  return values.length === 1 ? digits(median(values)) : `${digits(median(values))} (${range})`;
}

/** Three significant digits, no exponent. */
function digits(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
