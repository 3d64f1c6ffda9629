import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { pickerText } from '../../text/messages/evidence-pages.js';
import { contentSummary } from './describe.js';
import type { Place } from './place.js';
import { countRegister, listRegister, type RegisterQuery } from './register-store.js';

/** The satker's own evidence to choose from, for one indicator. */
export interface Picker {
  readonly searchAction: string;
  readonly action: string;
  readonly search: string;
  readonly countText: string;
  readonly rows: readonly {
    readonly field: string;
    readonly name: string;
    readonly summary: string;
  }[];
  readonly emptyText: string;
}

const MOST_ROWS = 50;

export async function buildPicker(
  db: Db,
  place: Place,
  code: string,
  search: string,
): Promise<Picker> {
  const query: RegisterQuery = {
    satkerCode: place.satkerCode,
    lkeId: place.lke.id,
    search,
    kind: '',
    filter: 'semua',
    today: place.today,
    linkableTo: code,
  };
  const total = await countRegister(db, query);
  const slice = { sort: 'ditambahkan', descending: true, limit: MOST_ROWS, offset: 0 } as const;
  const rows = await listRegister(db, query, slice);
  const action = paths.answerEvidence(place.satkerCode, place.year, code);
  return {
    searchAction: `${action}#ambil`,
    action,
    search,
    countText: pickerText.count(rows.length, total),
    rows: rows.map((row) => ({
      field: `pick-${row.id}`,
      name: row.name,
      summary: contentSummary(row, row.number),
    })),
    emptyText: search === '' ? pickerText.empty : pickerText.nothingFound,
  };
}
