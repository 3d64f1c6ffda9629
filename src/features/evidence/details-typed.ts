import type { NamedDetails } from './edit-details.js';
import type { DetailsTyped } from './form.js';

/** Stored details in the form in which they would be typed. */
export function typedOf(details: NamedDetails): Omit<DetailsTyped, 'version'> {
  return {
    name: details.name,
    kind: details.kind,
    physicalLocation: details.physicalLocation,
    documentDay: details.documentDay ?? '',
    periodFrom: details.periodFrom ?? '',
    periodTo: details.periodTo ?? '',
    validUntil: details.validUntil ?? '',
  };
}
