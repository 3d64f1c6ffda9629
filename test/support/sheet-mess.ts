import type { RawCell, RawSheet } from '../../src/workbook/read/raw-workbook.js';
import type { Layout } from '../../src/workbook/lke-workbook-input.js';
import { insertRows, mapCells, moveColumns, moveRows, textCell } from './raw-lke.js';
import type { Random } from './random.js';

/** What happens to a worksheet on its way through many hands; none of it changes an answer. */

const HEADER_ROW: Readonly<Record<Layout, number>> = { 'lampiran-iii': 2, portalrb: 1 };
const LAST_LABEL = 7;

/** Every mess at once, each more or less by chance. */
export function messUp(sheet: RawSheet, layout: Layout, random: Random): RawSheet {
  const header = HEADER_ROW[layout];
  const steps: readonly ((from: RawSheet) => RawSheet)[] = [
    (from) => headings(from, header, random),
    (from) => labels(from, header, random),
    (from) => rowNumbers(from, header, random),
    (from) => shuffledColumns(from, random),
    (from) => merged(from, random),
    (from) => ({
      ...from,
      name: random.pick(['Sheet1', 'LKE ZI KPU', 'jawaban final (2)', 'Ringkasan']),
    }),
    (from) => chatter(from, header, random),
    (from) => titles(from, random),
  ];
  return steps.reduce((from, step) => step(from), sheet);
}

/** An answer as people type it. */
export function typed(answer: string | number, random: Random): Partial<RawCell> {
  if (typeof answer === 'number') return typedNumber(answer, random);
  const cased = random.pick([answer, answer.toLowerCase(), answer.toUpperCase()]);
  return { value: random.pick([cased, ` ${cased}`, `${cased} `, `${cased}\u00a0`, `${cased}.`]) };
}

function typedNumber(answer: number, random: Random): Partial<RawCell> {
  const text = String(answer);
  const comma = text.replace('.', ',');
  return random.pick<Partial<RawCell>>([
    { value: answer, numberText: text },
    { value: answer, numberText: answer.toExponential(16) },
    { value: answer * (1 + 2 ** -52), numberText: String(answer * (1 + 2 ** -52)) },
    { value: comma },
    { value: ` ${text} ` },
    { value: text.includes('.') ? text : `${text},0` },
  ]);
}

function headings(sheet: RawSheet, header: number, random: Random): RawSheet {
  return mapCells(sheet, (cell) => {
    if (cell.row !== header || typeof cell.value !== 'string') return cell;
    const spaced = cell.value.replace(/[ /]/g, (one) => random.pick([one, `${one}\n`, ` ${one} `]));
    return {
      ...cell,
      value: random.pick([spaced, spaced.toUpperCase(), `${spaced} :`, `  ${spaced}`]),
    };
  });
}

function labels(sheet: RawSheet, header: number, random: Random): RawSheet {
  return mapCells(sheet, (cell) => {
    const isLabel = cell.column > 1 && cell.column <= LAST_LABEL && cell.row > header;
    if (!isLabel || typeof cell.value !== 'string') return cell;
    const { value } = cell;
    return {
      ...cell,
      value: random.pick([
        value,
        value.toUpperCase(),
        value.toLowerCase(),
        `  ${value.replaceAll(' ', '  ')} `,
        value.replaceAll('-', '–').replaceAll('/', ' / '),
        value.length > 8 ? `${value}.` : value,
        value.replaceAll(' ', '\u00a0'),
      ]),
    };
  });
}

/** The column of numbers is what goes wrong first. */
function rowNumbers(sheet: RawSheet, header: number, random: Random): RawSheet {
  const shift = random.below(40);
  return mapCells(sheet, (cell) =>
    cell.column === 1 && cell.row > header && typeof cell.value === 'number'
      ? { ...cell, value: cell.value + shift, numberText: String(cell.value + shift) }
      : cell,
  );
}

/** Cells, headings among them, drawn over the empty column beside them. */
function merged(sheet: RawSheet, random: Random): RawSheet {
  const used = new Set(sheet.cells.map(({ column }) => column));
  const wide = sheet.cells.filter(
    ({ column }) => column > 1 && !used.has(column + 1) && random.below(3) === 0,
  );
  const merges = wide.map(({ row, column }) => ({
    fromRow: row,
    toRow: row,
    fromColumn: column,
    toColumn: column + 1,
  }));
  return { ...sheet, merges: [...sheet.merges, ...merges] };
}

/** The columns right of the labels in any order, with room between them; the labels move as one. */
function shuffledColumns(sheet: RawSheet, random: Random): RawSheet {
  const others = [...new Set(sheet.cells.map(({ column }) => column))].filter(
    (column) => column > LAST_LABEL,
  );
  const order: number[] = [];
  while (others.length > 0) order.push(...others.splice(random.below(others.length), 1));
  const before = order.splice(0, random.below(3));
  const place = new Map<number, number>([[1, 1]]);
  let next = 2;
  for (const column of before) place.set(column, next++);
  const shift = next - 2;
  for (let column = 2; column <= LAST_LABEL; column += 1) place.set(column, column + shift);
  next = LAST_LABEL + shift + 1;
  for (const column of order) {
    place.set(column, next);
    next += 1 + random.below(2);
  }
  return moveColumns(sheet, (column) => place.get(column) ?? column + 40);
}

/** Blank rows and remarks between the rows. */
function chatter(sheet: RawSheet, header: number, random: Random): RawSheet {
  const last = Math.max(...sheet.cells.map(({ row }) => row));
  const above = Array.from(
    { length: random.below(8) },
    () => header + 1 + random.below(last - header),
  );
  const roomy = insertRows(sheet, above);
  const taken = new Set(roomy.cells.map(({ row }) => row));
  const remarks = ['(lanjutan)', 'diisi oleh subbagian umum', 'cek lagi', 'Halaman 2'];
  const blank = Array.from({ length: last }, (_, row) => row + 1).filter(
    (row) => row > header && !taken.has(row) && random.below(2) === 0,
  );
  const heads = roomy.cells.filter(({ row }) => row === header);
  const cells = blank.flatMap((row) =>
    random.below(4) === 0
      ? heads.map((cell) => ({ ...cell, row }))
      : [textCell({ row, column: 4 }, random.pick(remarks))],
  );
  return {
    ...roomy,
    cells: [...roomy.cells, ...cells].sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

function titles(sheet: RawSheet, random: Random): RawSheet {
  const lines = random.below(5);
  const lower = moveRows(sheet, (row) => row + lines);
  const cells = Array.from({ length: lines }, (_, index) =>
    textCell(
      { row: index + 1, column: 2 },
      random.pick(['LEMBAR KERJA EVALUASI', 'KPU KOTA MATARAM', 'Jawaban']),
    ),
  );
  return { ...lower, cells: [...cells, ...lower.cells] };
}
