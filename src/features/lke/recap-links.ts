import type { Db } from '../../db/store.js';
import { paths } from '../../paths.js';
import { recapText } from '../../text/messages/recap.js';
import { provinceName } from '../../text/messages/satker.js';
import { satkerListText as text } from '../../text/messages/lke.js';
import { provinceNames, type ListedSatker } from './list-store.js';

export interface RecapLink {
  readonly href: string;
  readonly label: string;
}

/** More than these would be a list of their own; then the province is chosen first. */
const MOST_LINKS = 3;

/** The recaps that this list leads to: of the chosen province, or of the few there are. */
export async function recapLinks(
  db: Db,
  all: readonly ListedSatker[],
  chosen: string,
  year: number,
): Promise<readonly RecapLink[]> {
  if (all.length < 2) return [];
  const codes = [...new Set(all.map(({ provinceCode }) => provinceCode))].filter(
    (code) => chosen === '' || code === chosen,
  );
  if (codes.length > MOST_LINKS) return [];
  const names = await provinceNames(db, codes);
  return codes.map((code) => ({
    href: paths.recap(code, year),
    label: recapText.link(provinceName(names.get(code) ?? text.centre), year),
  }));
}
