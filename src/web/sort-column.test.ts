import { readSorting, sortColumn } from './sort-column.js';

const KEYS = ['kode', 'nama', 'ukuran'] as const;
const hrefOf = (urut: string) => `?urut=${urut}`;

describe('what an address sorts by', () => {
  it.each([
    ['nama', { key: 'nama', descending: false }],
    ['-nama', { key: 'nama', descending: true }],
    ['', { key: 'kode', descending: false }],
    ['tinggi', { key: 'kode', descending: false }],
  ] as const)('reads %j', (urut, sorting) => {
    expect(readSorting(urut, KEYS, 'kode')).toEqual(sorting);
  });
});

describe('the heading of a column', () => {
  const size = { key: 'ukuran', label: 'Ukuran', isNumber: true, descendsFirst: true } as const;
  it.each([
    ['that the list is not sorted by', 'kode', 'none', '', '?urut=nama'],
    ['that it is sorted by', 'nama', 'ascending', '▲', '?urut=-nama'],
    ['that it is sorted by the other way round', '-nama', 'descending', '▼', '?urut=nama'],
  ])('%s', (_title, urut, sorted, mark, href) => {
    const column = sortColumn(
      { key: 'nama', label: 'Nama' },
      readSorting(urut, KEYS, 'kode'),
      hrefOf,
    );
    expect(column).toEqual({ label: 'Nama', href, sorted, mark, isNumber: false });
  });

  it.each([
    ['kode', '?urut=-ukuran'],
    ['-ukuran', '?urut=ukuran'],
    ['ukuran', '?urut=-ukuran'],
  ])('whose largest come first, from %s', (urut, href) => {
    expect(sortColumn(size, readSorting(urut, KEYS, 'kode'), hrefOf).href).toBe(href);
  });
});
