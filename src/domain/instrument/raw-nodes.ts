import type { RawGroup, RawHalfArea, RawIndicator, RawInput } from './raw-instrument.js';
import type { RawInstrument } from './raw-instrument.js';

/** Walks over the file in sheet order, for the checks. */

export interface CodedNode {
  readonly code: string;
  readonly parent: string;
  readonly name: string;
}

export interface PlacedField {
  readonly at: string;
  readonly soalId: number | null;
  readonly lampiranIiiRow: number;
  readonly portalrbRow: number;
}

export function halfAreasOf(raw: RawInstrument): RawHalfArea[] {
  return raw.pengungkit.halves.flatMap((half) => half.areas);
}

export function subcomponentsOf(raw: RawInstrument): RawGroup[] {
  return halfAreasOf(raw).flatMap((area) => area.subcomponents);
}

/** Sub-components and the parts of Hasil: everything that holds indicators. */
function groupsOf(raw: RawInstrument): RawGroup[] {
  return [...subcomponentsOf(raw), ...raw.hasil.parts];
}

export function indicatorsOf(raw: RawInstrument): RawIndicator[] {
  return groupsOf(raw).flatMap((group) => group.indicators);
}

/** Every node that has a code, with the code of the node above ("" for the components). */
export function codedNodesOf(raw: RawInstrument): CodedNode[] {
  const { pengungkit, hasil } = raw;
  const components = [pengungkit, hasil].map((node) => coded(node, ''));
  const halves = pengungkit.halves.map((node) => coded(node, pengungkit.code));
  const areas = pengungkit.halves.flatMap((half) => half.areas.map((n) => coded(n, half.code)));
  const subs = halfAreasOf(raw).flatMap((area) =>
    area.subcomponents.map((n) => coded(n, area.code)),
  );
  const parts = hasil.parts.map((node) => coded(node, hasil.code));
  const leaves = groupsOf(raw).flatMap((group) =>
    group.indicators.map((n) => coded(n, group.code)),
  );
  return [...components, ...halves, ...areas, ...subs, ...parts, ...leaves];
}

/** Every row of the worksheets that an indicator or one of its inputs takes. */
export function placedFieldsOf(raw: RawInstrument): PlacedField[] {
  return indicatorsOf(raw).flatMap((indicator) => [
    { at: indicator.code, ...indicator.place },
    ...inputsOf(indicator).map((input) => ({ at: inputName(indicator, input), ...input.place })),
  ]);
}

export function inputsOf(indicator: RawIndicator): readonly RawInput[] {
  return indicator.inputs ?? [];
}

export function inputName(indicator: RawIndicator, input: RawInput): string {
  return `${indicator.code}:${input.key}`;
}

function coded(node: { code: string; name: string }, parent: string): CodedNode {
  return { code: node.code, name: node.name, parent };
}
