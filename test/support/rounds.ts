/** How often a fault test repeats: small by default, in full with ZI_LONG=1. */
export function rounds(small: number, full: number): number {
  return process.env['ZI_LONG'] === '1' ? full : small;
}

/** A guard against hanging, never a measure. */
export const LONG_TEST_MS = 30 * 60 * 1000;
