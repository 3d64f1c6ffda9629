const UNITS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

/** A whole number from 0 to 999 in words, as letters have it beside the figure. */
export function terbilang(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999)
    throw new Error(`no words for ${value}`);
  if (value < 12) return UNITS[value] ?? '';
  if (value < 20) return `${terbilang(value - 10)} belas`;
  if (value < 100) return joined(`${terbilang(Math.floor(value / 10))} puluh`, value % 10);
  if (value < 200) return joined('seratus', value % 100);
  return joined(`${terbilang(Math.floor(value / 100))} ratus`, value % 100);
}

/** "30 (tiga puluh)" */
export function countInWords(value: number): string {
  return value > 999 ? String(value) : `${value} (${terbilang(value)})`;
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${terbilang(rest)}`;
}
