import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import type { SheetInput } from './sheets.js';

/**
 * The score worked out a second time from the raw fixture, in plain BigInt over one common
 * denominator and with none of the product's scoring code, so that an error would have to be made
 * twice in two different ways.
 */

/** Never reduced: comparing crosswise needs no lowest terms. */
export interface Ratio {
  n: bigint;
  d: bigint;
}

interface RawIndicator {
  code: string;
  type: string;
  weight?: string;
  options?: { letter: string; value: string }[];
}
interface RawGroup {
  code: string;
  weight: string;
  indicators: RawIndicator[];
}
interface RawSheet {
  pengungkit: { halves: { areas: { area: string; subcomponents: RawGroup[] }[] }[] };
  hasil: { parts: RawGroup[] };
}

const file = path.join(projectRoot(), 'fixtures', 'instruments', 'lke-2026.json');
const raw = JSON.parse(readFileSync(file, 'utf8')) as RawSheet;

export interface Recomputed {
  readonly answered: number;
  readonly total: Ratio;
  readonly areas: Readonly<Record<string, Ratio>>;
  readonly groups: Readonly<Record<string, Ratio>>;
}

export function recompute(input: SheetInput): Recomputed {
  const groups: Record<string, Ratio> = {};
  const areas: Record<string, Ratio> = {};
  for (const { area, subcomponents } of raw.pengungkit.halves.flatMap((half) => half.areas)) {
    for (const group of subcomponents) {
      const values = group.indicators.map((i) => worth(i, input[i.code]) ?? zero());
      const share = plus(values, zero());
      const count = BigInt(group.indicators.length);
      const points = times(share, {
        n: decimal(group.weight).n,
        d: decimal(group.weight).d * count,
      });
      groups[group.code] = points;
      areas[area] = plus([points], areas[area] ?? zero());
    }
  }
  for (const part of raw.hasil.parts) {
    const points = part.indicators.map((i) =>
      times(worth(i, input[i.code]) ?? zero(), decimal(i.weight ?? '0')),
    );
    groups[part.code] = plus(points, zero());
  }
  const all = [...raw.pengungkit.halves.flatMap((h) => h.areas).flatMap((a) => a.subcomponents)];
  const indicators = [...all, ...raw.hasil.parts].flatMap((group) => group.indicators);
  const answered = indicators.filter((i) => worth(i, input[i.code]) !== null).length;
  return { answered, total: plus(Object.values(groups), zero()), areas, groups };
}

/** Each numeric indicator spelled out by hand: numerator and denominator over its own counts. */
const NUMERIC: Readonly<Record<string, (c: (key: string) => bigint) => Ratio | null>> = {
  'A.II.1.i.a': (c) => ({ n: c('perubahan'), d: c('agen') }),
  'A.II.1.i.b': (c) => ({ n: c('terintegrasi'), d: c('perubahan') }),
  'A.II.3.iii.a': (c) => {
    c('disanksi');
    if (c('tahun_lalu') === 0n) return { n: c('tahun_ini') === 0n ? 1n : 0n, d: 1n };
    const fall = c('tahun_lalu') - c('tahun_ini');
    return { n: fall < 0n ? 0n : fall, d: c('tahun_lalu') };
  },
  'A.II.4.i.a': (c) => ({ n: c('tercapai'), d: c('sasaran') }),
  'A.II.5.ii.a': (c) =>
    c('harus') + c('proses') + c('selesai') === 0n
      ? { n: 1n, d: 1n }
      : { n: c('selesai'), d: c('harus') },
  'A.II.5.iii.a': (c) => ({ n: c('lapor'), d: c('kepala') + c('pejabat') + c('lainnya') }),
  'A.II.5.iii.b': (c) => ({ n: c('lapor'), d: c('eselon3') + c('eselon4') + c('fungsional') }),
  'A.II.6.i.b': (c) => ({ n: c('dipermudah'), d: c('terdaftar') }),
};

function worth(indicator: RawIndicator, typed: unknown): Ratio | null {
  if (typed === undefined) return null;
  if (typeof typed === 'object' && typed !== null) return countsWorth(indicator.code, typed);
  if (typeof typed !== 'string') throw new Error(`${indicator.code}: not a parsed answer`);
  const text = typed;
  if (indicator.type === 'index') return times(decimal(text), { n: 1n, d: 4n });
  const option = indicator.options?.find(({ letter }) => letter === text);
  return decimal(option?.value ?? 'no such option');
}

function countsWorth(code: string, typed: object): Ratio | null {
  const counts = new Map<string, number>(Object.entries(typed));
  let missing = false;
  const ratio = NUMERIC[code]?.((key) => {
    missing ||= !counts.has(key);
    return BigInt(counts.get(key) ?? 0);
  });
  if (missing || ratio === undefined || ratio === null) return null;
  if (ratio.d === 0n) return zero();
  return ratio.n > ratio.d ? { n: 1n, d: 1n } : ratio;
}

function decimal(text: string): Ratio {
  const [whole = '', part = ''] = text.split('.');
  return { n: BigInt(whole + part), d: 10n ** BigInt(part.length) };
}

function times(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d };
}

function plus(parts: readonly Ratio[], start: Ratio): Ratio {
  return parts.reduce((sum, p) => ({ n: sum.n * p.d + p.n * sum.d, d: sum.d * p.d }), start);
}

function zero(): Ratio {
  return { n: 0n, d: 1n };
}
