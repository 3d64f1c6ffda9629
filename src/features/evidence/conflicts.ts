import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { answerEvidenceText } from '../../text/messages/evidence.js';
import { conflictLabels, withdrawText } from '../../text/messages/evidence-pages.js';
import type { Conflict } from '../../web/conflict-page.js';
import { contentSummary, kindName } from './describe.js';
import { typedOf } from './details-typed.js';
import { detailsOf } from './edit-details.js';
import { newestOf, type Evidence } from './evidence-store.js';
import { readDetailsForm, type DetailsTyped, type ReasonTyped } from './form.js';
import type { Place } from './place.js';

/** Both texts of a details form that another person was quicker with. */
export function detailsConflict(place: Place, stored: Evidence, typed: DetailsTyped): Conflict {
  const now = typedOf(detailsOf(stored));
  return {
    subject: stored.name,
    rows: [
      { label: conflictLabels.name, stored: now.name, typed: typed.name },
      {
        label: conflictLabels.kind,
        stored: kindName(now.kind),
        typed: typed.kind === '' ? '' : kindName(typed.kind),
      },
      {
        label: answerEvidenceText.labels.physicalLocation,
        stored: now.physicalLocation,
        typed: typed.physicalLocation,
      },
      ...dayRows(now, typed),
    ],
    action: paths.evidenceDetails(place.satkerCode, place.year, stored.id),
    fields: { ...typed, version: String(stored.version) },
    backHref: paths.evidence(place.satkerCode, place.year, stored.id),
  };
}

/** Somebody else has added a version meanwhile; a file has to be chosen again. */
export function versionConflict(
  place: Place,
  stored: Evidence,
  fields: Readonly<Record<string, string>>,
): Conflict {
  const newest = newestOf(stored);
  const typed = readDetailsForm(fields);
  const now = typedOf(detailsOf(stored));
  return {
    subject: stored.name,
    rows: [
      {
        label: conflictLabels.content,
        stored: contentSummary(newest, newest.number),
        typed: (fields['links'] ?? '') === '' ? conflictLabels.fileAgain : (fields['links'] ?? ''),
      },
      ...dayRows(now, typed),
    ],
    action: paths.evidenceVersions(place.satkerCode, place.year, stored.id),
    fields: { ...fields, version: String(stored.version) },
    backHref: paths.evidence(place.satkerCode, place.year, stored.id),
  };
}

export function withdrawalConflict(place: Place, stored: Evidence, typed: ReasonTyped): Conflict {
  const isWithdrawn = stored.withdrawnAt !== null;
  return {
    subject: stored.name,
    rows: [
      { label: conflictLabels.name, stored: stored.name, typed: stored.name },
      {
        label: conflictLabels.withdrawn,
        stored: isWithdrawn ? withdrawText.yes : withdrawText.no,
        typed: withdrawText.yes,
      },
      {
        label: conflictLabels.reason,
        stored: stored.withdrawnReason ?? '',
        typed: typed.reason,
      },
    ],
    action: paths.evidenceWithdrawal(place.satkerCode, place.year, stored.id),
    fields: { reason: typed.reason, version: String(stored.version) },
    backHref: paths.evidence(place.satkerCode, place.year, stored.id),
  };
}

type Days = Pick<DetailsTyped, 'documentDay' | 'periodFrom' | 'periodTo' | 'validUntil'>;

function dayRows(stored: Days, typed: Days): Conflict['rows'] {
  const { labels } = answerEvidenceText;
  const row = (label: string, key: keyof Days) => ({
    label,
    stored: dayText(stored[key]),
    typed: dayText(typed[key]),
  });
  return [
    row(labels.documentDay, 'documentDay'),
    row(conflictLabels.periodFrom, 'periodFrom'),
    row(conflictLabels.periodTo, 'periodTo'),
    row(labels.validUntil, 'validUntil'),
  ];
}

function dayText(day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day) : day;
}
