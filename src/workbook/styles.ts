import type { Alignment, Borders, Fill, Font } from 'exceljs';
import type { CellStyle } from './cells.js';

/** Looks of the cells. Every style is one shared object: ExcelJS then writes each of them once. */
const FONT_NAME = 'Arial';

const TONES = {
  plain: { fill: null, bold: false, color: 'FF1F2933' },
  input: { fill: 'FFFFF8E1', bold: false, color: 'FF1F2933' },
  computed: { fill: 'FFF3F4F6', bold: false, color: 'FF1F2933' },
  label: { fill: null, bold: false, color: 'FF52606D' },
  heading: { fill: null, bold: true, color: 'FF1F3A5F' },
  section: { fill: null, bold: true, color: 'FF1F3A5F' },
  header: { fill: 'FF1F3A5F', bold: true, color: 'FFFFFFFF' },
  component: { fill: 'FF2F5D8A', bold: true, color: 'FFFFFFFF' },
  part: { fill: 'FFB7CCE2', bold: true, color: 'FF1F2933' },
  area: { fill: 'FFD6E2EF', bold: true, color: 'FF1F2933' },
  subcomponent: { fill: 'FFEDF2F8', bold: true, color: 'FF1F2933' },
  group: { fill: 'FFF5F8FB', bold: true, color: 'FF1F2933' },
  total: { fill: 'FF1F3A5F', bold: true, color: 'FFFFFFFF' },
} as const satisfies Record<string, { fill: string | null; bold: boolean; color: string }>;
export type Tone = keyof typeof TONES;

const SHAPES = {
  text: { horizontal: 'left', vertical: 'top', wrapText: true, indent: 1 },
  /** As `text`, at the very edge: the labels are indented by their columns. */
  label: { horizontal: 'left', vertical: 'top', wrapText: true },
  line: { horizontal: 'left', vertical: 'top' },
  center: { horizontal: 'center', vertical: 'top', wrapText: true },
  middle: { horizontal: 'center', vertical: 'middle', wrapText: true },
  number: { horizontal: 'right', vertical: 'top' },
} as const satisfies Record<string, Partial<Alignment>>;
export type Shape = keyof typeof SHAPES;

export const NUMBER_FORMATS = {
  score: '0.00',
  percent: '0.00%',
  count: '#,##0',
  index: '0.00##########',
  /** Indonesian month names whatever the reader's own language. */
  day: '[$-421]d mmmm yyyy',
} as const;

export type Edges = 'all' | 'none' | 'left' | 'middle' | 'right';

export interface Look {
  readonly tone: Tone;
  readonly shape: Shape;
  /** A number format, "General" where not given. */
  readonly format?: string;
  readonly edges?: Edges;
  readonly size?: number;
  readonly isLink?: boolean;
}

const styles = new Map<string, CellStyle>();

/** The shared style of a look. */
export function styleOf(look: Look): CellStyle {
  const key = `${look.tone}|${look.shape}|${look.format}|${look.edges}|${look.size}|${look.isLink}`;
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style = Object.freeze(makeStyle(look));
  styles.set(key, style);
  return style;
}

function makeStyle(look: Look): CellStyle {
  const fill = TONES[look.tone].fill;
  const border = bordersOf(look.edges ?? 'all');
  return {
    font: fontOf(look),
    alignment: SHAPES[look.shape],
    ...(look.format === undefined ? {} : { numFmt: look.format }),
    ...(fill === null ? {} : { fill: solid(fill) }),
    ...(border === null ? {} : { border }),
  };
}

function fontOf({ tone, size, isLink }: Look): Partial<Font> {
  const { bold, color } = TONES[tone];
  const base = { name: FONT_NAME, family: 2, size: size ?? 10, bold };
  return isLink === true
    ? { ...base, color: { argb: 'FF0B5394' }, underline: true }
    : { ...base, color: { argb: color } };
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Columns B to G read as one: lines at their outer edges only. */
function bordersOf(edges: Edges): Partial<Borders> | null {
  const line = { style: 'thin', color: { argb: 'FFBAC4D0' } } as const;
  const across = { top: line, bottom: line };
  switch (edges) {
    case 'all':
      return { ...across, left: line, right: line };
    case 'left':
      return { ...across, left: line };
    case 'middle':
      return across;
    case 'right':
      return { ...across, right: line };
    case 'none':
      return null;
  }
}
