import { exactToDecimal, ZERO, type Exact } from '../../domain/exact.js';
import { decimalToText } from '../../text/format.js';

/** What is short, rounded up so that gaining the figure is enough; never "0,00". */
export function shortText(points: Exact): string {
  let digits = 2;
  while (points.compare(ZERO) > 0 && points.mul(10 ** digits).compare(1) < 0) digits += 1;
  const [whole = '0', fraction = ''] = exactToDecimal(points, digits, 'up').split('.');
  return decimalToText(`${whole}.${fraction.padEnd(digits, '0')}`);
}
