import { prepared } from '../../db/prepared.js';
import type { Db, Tx } from '../../db/store.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type {
  OfficialText,
  OfficialWording,
  WordingSource,
} from '../../domain/wording/official-text.js';
import type { ReadLayout } from '../../workbook/recognise/lke-reading.js';

/** The set of a year without its texts. */
export interface StoredWording {
  readonly id: number;
  readonly source: WordingSource;
  readonly file: WordingFile;
  readonly loadedBy: string | null;
  readonly loadedAt: string;
}

export interface WordingFile {
  readonly name: string;
  readonly sha256: string;
  readonly layout: ReadLayout;
}

/** Texts of a year: every one, or those of some indicators; null while none were loaded. */
export async function readWording(
  db: Db | Tx,
  year: number,
  codes?: readonly IndicatorCode[],
): Promise<OfficialWording | null> {
  const [set] = await selectSource(db, { year });
  if (set === undefined) return null;
  const { id, title, number, day } = set;
  const rows = await (codes === undefined ? selectTexts(db, { id }) : selectSome(db, id, codes));
  const texts = rows.map(
    ({ indicator_code, question, criteria }) =>
      [indicator_code as IndicatorCode, { question, criteria }] as const,
  );
  return { source: { title, number, day }, texts: new Map(texts) };
}

/** Asked by every page of a year, mostly to find that there is none. */
const selectSource = prepared((db, { year }: { readonly year: number }) =>
  db
    .selectFrom('official_wording')
    .select(['id', 'title', 'number', 'day'])
    .where('year', '=', year),
);

interface OfSet {
  readonly id: number;
}

function textsOf(db: Db, { id }: OfSet) {
  return db
    .selectFrom('official_text')
    .select(['indicator_code', 'question', 'criteria'])
    .where('wording_id', '=', id);
}

const selectTexts = prepared(textsOf);

/** One statement per number of codes: an area always asks for as many. */
const someBySize = new Map<number, ReturnType<typeof preparedSome>>();

async function selectSome(db: Db, id: number, codes: readonly IndicatorCode[]) {
  const select = someBySize.get(codes.length) ?? preparedSome(codes.length);
  someBySize.set(codes.length, select);
  return select(db, Object.assign({ id }, codes));
}

function preparedSome(size: number) {
  return prepared((db, values: OfSet & Readonly<Record<number, IndicatorCode>>) => {
    const codes = Array.from({ length: size }, (_, at) => values[at] as IndicatorCode);
    return textsOf(db, values).where('indicator_code', 'in', codes);
  });
}

export async function findWording(db: Db | Tx, year: number): Promise<StoredWording | null> {
  const row = await db
    .selectFrom('official_wording')
    .leftJoin('user', 'user.id', 'official_wording.loaded_by')
    .selectAll('official_wording')
    .select('user.name as loaded_by_name')
    .where('year', '=', year)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    source: { title: row.title, number: row.number, day: row.day },
    file: { name: row.file_name, sha256: row.sha256, layout: row.layout },
    loadedBy: row.loaded_by_name,
    loadedAt: row.loaded_at,
  };
}

export interface NewWording {
  readonly year: number;
  readonly source: WordingSource;
  readonly file: WordingFile;
  readonly texts: ReadonlyMap<IndicatorCode, OfficialText>;
  readonly loadedBy: number | null;
  readonly loadedAt: string;
}

export async function insertWording(tx: Tx, wording: NewWording): Promise<void> {
  const { source, file } = wording;
  const { id } = await tx
    .insertInto('official_wording')
    .values({
      year: wording.year,
      title: source.title,
      number: source.number,
      day: source.day,
      file_name: file.name,
      sha256: file.sha256,
      layout: file.layout,
      loaded_by: wording.loadedBy,
      loaded_at: wording.loadedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const [indicator_code, text] of wording.texts) {
    await tx
      .insertInto('official_text')
      .values({ wording_id: id, indicator_code, ...text })
      .execute();
  }
}

export async function deleteWording(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('official_text').where('wording_id', '=', id).execute();
  await tx.deleteFrom('official_wording').where('id', '=', id).execute();
}
