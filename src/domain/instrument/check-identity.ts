import { fault, repeated, type InstrumentFault } from './instrument-fault.js';
import { codedNodesOf, indicatorsOf, placedFieldsOf, subcomponentsOf } from './raw-nodes.js';
import type { PlacedField } from './raw-nodes.js';
import type { RawInstrument } from './raw-instrument.js';

/** Codes: present, unique, and each under the code of the node above. */
export function checkCodes(raw: RawInstrument): InstrumentFault[] {
  const nodes = codedNodesOf(raw);
  const named = nodes.filter((node) => node.code !== '');
  const stray = named.filter((n) => n.parent !== '' && !n.code.startsWith(`${n.parent}.`));
  return [
    ...nodes.filter((n) => n.code === '').map((n) => fault('missing-code', n.parent, n.name)),
    ...repeated(named, (n) => n.code).map((n) => fault('duplicate-code', n.code, n.name)),
    ...stray.map((n) => fault('code-outside-parent', n.code, `under ${n.parent}`)),
  ];
}

/** Rows used once per sheet; question numbers used once and without a gap from 1. */
export function checkPlaces(raw: RawInstrument): InstrumentFault[] {
  const fields = placedFieldsOf(raw);
  return [
    ...repeated(fields, (f) => f.lampiranIiiRow).map((f) => rowFault(f, 'lampiranIiiRow')),
    ...repeated(fields, (f) => f.portalrbRow).map((f) => rowFault(f, 'portalrbRow')),
    ...repeated(fields, (f) => f.soalId).map((f) =>
      fault('soal-id-duplicate', f.at, String(f.soalId)),
    ),
    ...checkSoalRange(fields, raw.expected.fields),
  ];
}

function rowFault(field: PlacedField, sheet: 'lampiranIiiRow' | 'portalrbRow'): InstrumentFault {
  return fault('row-duplicate', field.at, `${sheet} ${field[sheet]}`);
}

function checkSoalRange(fields: readonly PlacedField[], last: number): InstrumentFault[] {
  const used = new Set(fields.map((field) => field.soalId));
  const wanted = Array.from({ length: last }, (_, index) => index + 1);
  const stray = fields.filter(({ soalId }) => soalId !== null && (soalId < 1 || soalId > last));
  return [
    ...wanted.filter((id) => !used.has(id)).map((id) => fault('soal-id-gap', '', String(id))),
    ...stray.map((field) => fault('soal-id-gap', field.at, `${field.soalId} outside 1..${last}`)),
  ];
}

/** As many indicators, sub-components and fields as the file says it has. */
export function checkCounts(raw: RawInstrument): InstrumentFault[] {
  const fields = placedFieldsOf(raw).filter((field) => field.soalId !== null).length;
  const found = {
    indicators: indicatorsOf(raw).length,
    subcomponents: subcomponentsOf(raw).length,
    fields,
  };
  const names = ['indicators', 'subcomponents', 'fields'] as const;
  return names
    .filter((name) => found[name] !== raw.expected[name])
    .map((name) => fault('wrong-count', name, `${found[name]} instead of ${raw.expected[name]}`));
}
