import { decodeCsv, MOST_ROWS, readCsv } from './import-csv.js';

const HEADER = 'username,nama,email,peran,satker';
const utf8 = (text: string) => new TextEncoder().encode(text);

function rowsOf(text: string) {
  const table = readCsv(text);
  if (!table.ok) throw new Error(table.problems.map((problem) => problem.code).join());
  return table.value.rows;
}

function problemOf(text: string): string {
  const table = readCsv(text);
  return table.ok
    ? ''
    : table.problems
        .map(({ code, args }) => `${code} ${args?.['line'] ?? ''}`)
        .join()
        .trim();
}

const LALU = {
  username: 'lalu',
  nama: 'Lalu',
  email: 'l@kpu.go.id',
  peran: 'ketua',
  satker: '52.71',
};

describe('a CSV of people', () => {
  it.each([
    ['commas', `${HEADER}\nlalu,Lalu,l@kpu.go.id,ketua,52.71`],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\nlalu;Lalu;l@kpu.go.id;ketua;52.71`],
    ['Windows line ends', `${HEADER}\r\nlalu,Lalu,l@kpu.go.id,ketua,52.71\r\n`],
    ['a byte order mark', `\ufeff${HEADER}\nlalu,Lalu,l@kpu.go.id,ketua,52.71`],
    [
      'blank lines and lines of delimiters',
      `${HEADER}\n\n,,,,\nlalu,Lalu,l@kpu.go.id,ketua,52.71\n\n`,
    ],
    ['quotes and blanks', `${HEADER}\n "lalu" , Lalu ,l@kpu.go.id,"ketua",52.71`],
    [
      'columns in another order and case',
      'Satker,PERAN,Email,Nama,Username\n52.71,ketua,l@kpu.go.id,Lalu,lalu',
    ],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text).map((row) => row.cells)).toEqual([LALU]);
  });

  it('knows the line of every row, also below a text of two lines', () => {
    const text = `${HEADER}\na,"Nama\ndua baris",,ketua,52.71\n\nb,B,,ketua,52.72`;
    expect(rowsOf(text).map((row) => row.line)).toEqual([3, 5]);
  });

  it('keeps a row with too few or too many columns apart', () => {
    const rows = rowsOf(`${HEADER}\na,A,,ketua\nb,B,,ketua,52,71`);
    expect(rows.map(({ cells, found }) => [cells, found])).toEqual([
      [null, 4],
      [null, 6],
    ]);
  });

  it.each([
    ['', 'csv-missing'],
    ['   \n ', 'csv-missing'],
    [HEADER, 'csv-no-rows'],
    ['nama,peran\nA,ketua', 'csv-header'],
    [`${HEADER},catatan\na,A,,ketua,52.71,x`, 'csv-header'],
    ['username,nama,nama,peran,satker\na,A,B,ketua,52.71', 'csv-header'],
    [`${HEADER}\na,"A,,ketua,52.71`, 'csv-broken 2'],
    [`${HEADER}\na,A"B"",,ketua,52.71`, 'csv-broken 2'],
    [`${HEADER}\n${'a,A,,ketua,52.71\n'.repeat(MOST_ROWS + 1)}`, 'csv-too-large'],
    [`${HEADER}\na,${'A'.repeat(300_000)},,ketua,52.71`, 'csv-too-large'],
  ])('is refused where it cannot be read (%#)', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('may have as many rows as one import takes', () => {
    expect(rowsOf(`${HEADER}\n${'a,A,,ketua,52.71\n'.repeat(MOST_ROWS)}`)).toHaveLength(MOST_ROWS);
  });

  it('is UTF-8 or refused', () => {
    expect(decodeCsv(utf8('Bépé ᬩᬮᬶ'))).toEqual({ ok: true, value: 'Bépé ᬩᬮᬶ' });
    for (const bytes of [
      [0x42, 0xe9, 0x70],
      [0xff, 0xfe, 0x61, 0],
      [0x61, 0, 0x62],
    ]) {
      expect(decodeCsv(Uint8Array.from(bytes))).toMatchObject({
        problems: [{ code: 'csv-not-utf8' }],
      });
    }
  });
});
