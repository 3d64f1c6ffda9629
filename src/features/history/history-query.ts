import { z } from 'zod';
import { decide, type Viewer } from '../../domain/access/decide.js';
import { TIERS } from '../../domain/access/tiers.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import { actionGroups } from '../../text/messages/history.js';
import type { Lke } from '../lke/store.js';
import { nextDay, startOfDay } from './start-of-day.js';
import type { HistoryFilter, HistoryPlace } from './store.js';

const GROUPS = actionGroups.map(({ value }) => value);

/** Unreadable parts of an address narrow nothing. */
const QUERY = z.object({
  pelaku: z.string().max(200).catch(''),
  kelompok: z.enum(['', ...GROUPS]).catch(''),
  cari: z.string().trim().max(100).catch(''),
  dari: z.iso.date().catch(''),
  sampai: z.iso.date().catch(''),
});
export type HistoryQuery = z.infer<typeof QUERY>;

export function readHistoryQuery(raw: unknown): HistoryQuery {
  return QUERY.parse(raw);
}

const PLACE = z.object({ sebelum: seq(), sesudah: seq() });

export function readPlace(raw: unknown): HistoryPlace {
  const { sebelum, sesudah } = PLACE.parse(raw);
  return { before: sebelum, after: sebelum === null ? sesudah : null };
}

/** Days are those of the satker: what is told of "10 March" began at its own midnight. */
export function filterOf(
  query: HistoryQuery,
  lke: Lke,
  viewer: Viewer,
  hiddenAfter: number,
): HistoryFilter {
  const seen = visibleTiers(viewer, lke.satker, lke.stage);
  const group = actionGroups.find(({ value }) => value === query.kelompok);
  const zone = lke.satker.timeZone;
  const from = startOfDay(query.dari, zone);
  const to = query.sampai === '' ? null : startOfDay(nextDay(query.sampai), zone);
  return {
    satkerCode: lke.satker.code,
    year: lke.year,
    actor: query.pelaku,
    nouns: group?.nouns ?? [],
    search: query.cari,
    hiddenTiers: TIERS.filter((tier) => !seen.includes(tier)),
    hiddenAfter,
    seesDrafts: decide(viewer, 'stage.send-letter', lke.satker) === 'allowed',
    from: from?.toISOString() ?? null,
    to: to?.toISOString() ?? null,
  };
}

function seq() {
  return z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .nullable()
    .catch(null);
}
