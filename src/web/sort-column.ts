/** What a list is sorted by; in addresses `nama`, and `-nama` for the other way round. */
export interface Sorting<Key extends string> {
  readonly key: Key;
  readonly descending: boolean;
}

/** The heading of a column that sorts its list. */
export interface SortColumn {
  readonly label: string;
  /** Sorts by this column; where it does already, the other way round. */
  readonly href: string;
  /** For aria-sort. */
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly mark: string;
  readonly isNumber: boolean;
}

/** What an address asks for; the other key where it knows no such column. */
export function readSorting<Key extends string>(
  urut: string,
  keys: readonly Key[],
  otherwise: Key,
): Sorting<Key> {
  const key = keys.find((one) => one === urut.replace('-', '')) ?? otherwise;
  return { key, descending: urut.startsWith('-') };
}

interface ColumnOf<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly isNumber?: boolean;
  /** What is largest or newest is wanted first. */
  readonly descendsFirst?: boolean;
}

export function sortColumn<Key extends string>(
  { key, label, isNumber = false, descendsFirst = false }: ColumnOf<Key>,
  sorting: Sorting<Key>,
  hrefOf: (urut: string) => string,
): SortColumn {
  const isSorted = sorting.key === key;
  const descends = isSorted ? !sorting.descending : descendsFirst;
  return {
    label,
    href: hrefOf(descends ? `-${key}` : key),
    sorted: !isSorted ? 'none' : sorting.descending ? 'descending' : 'ascending',
    mark: !isSorted ? '' : sorting.descending ? '▼' : '▲',
    isNumber,
  };
}
