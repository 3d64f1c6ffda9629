import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { grantedByText, predikatText, satkerText, zoneText } from '../../text/messages/satker.js';
import type { Conflict } from '../../web/conflict-page.js';
import type { PredikatTyped, RevocationTyped, SatkerTyped } from './form.js';
import { predikatTypedOf } from './predikat-page.js';
import { satkerTypedOf } from './satker-page.js';
import type { PredikatEntry, SatkerRow } from './store.js';

const { labels } = satkerText;

export function satkerConflict(stored: SatkerRow, typed: SatkerTyped): Conflict {
  const now = satkerTypedOf(stored);
  return {
    subject: stored.name,
    rows: [
      { label: labels.name, stored: now.name, typed: typed.name },
      { label: labels.djpb, stored: now.djpb, typed: typed.djpb },
      {
        label: labels.zone,
        stored: worded(zoneText, now.zone),
        typed: worded(zoneText, typed.zone),
      },
    ],
    action: paths.adminSatkerOne(stored.code),
    fields: {
      name: typed.name,
      djpb: typed.djpb,
      zone: typed.zone,
      version: String(stored.version),
    },
    backHref: paths.adminSatkerOne(stored.code),
  };
}

export function correctionConflict(
  code: string,
  stored: PredikatEntry,
  typed: PredikatTyped,
): Conflict {
  const now = predikatTypedOf(stored);
  const { kind, year, decree, day, by, unrevoke } = typed;
  return {
    subject: satkerText.heldShort(predikatText[stored.kind], stored.year),
    rows: [
      {
        label: labels.kind,
        stored: worded(predikatText, now.kind),
        typed: worded(predikatText, kind),
      },
      { label: labels.year, stored: now.year, typed: year },
      { label: labels.decree, stored: now.decree, typed: decree },
      { label: labels.day, stored: dayText(now.day), typed: dayText(day) },
      { label: labels.by, stored: worded(grantedByText, now.by), typed: worded(grantedByText, by) },
      {
        label: labels.unrevoke,
        stored: satkerText.no,
        typed: unrevoke === '' ? satkerText.no : satkerText.yes,
      },
    ],
    action: paths.adminPredikatOne(code, stored.id),
    fields: { kind, year, decree, day, by, unrevoke, version: String(stored.version) },
    backHref: paths.adminPredikatOne(code, stored.id),
  };
}

export function revocationConflict(
  code: string,
  stored: PredikatEntry,
  { revokedOn, reason }: RevocationTyped,
): Conflict {
  const now = stored.revokedOn ?? '';
  return {
    subject: satkerText.heldShort(predikatText[stored.kind], stored.year),
    rows: [
      { label: labels.decree, stored: stored.decreeNumber, typed: stored.decreeNumber },
      { label: labels.revokedOn, stored: dayText(now), typed: dayText(revokedOn) },
      { label: labels.reason, stored: stored.revokedReason ?? '', typed: reason },
    ],
    action: paths.adminPredikatRevocation(code, stored.id),
    fields: { revokedOn, reason, version: String(stored.version) },
    backHref: paths.adminPredikatOne(code, stored.id),
  };
}

function worded(table: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(table, code) ? (table[code] ?? code) : code;
}

function dayText(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day) : day;
}
