import type { ExportedEvidence, LkeWorkbookInput } from './lke-workbook-input.js';
import { safeHref } from './safe-href.js';
import type { PlanRow } from './sheet-plan.js';

/** Text that opens an address; only `putLink` decides whether it may. */
export interface LinkContent {
  readonly text: string;
  readonly href: string;
}

/** Names of the evidence of a row, numbered where there are several. */
export function evidenceNames(
  row: PlanRow,
  input: LkeWorkbookInput,
  withLinks: boolean,
): string | null {
  const evidence = evidenceOf(row, input);
  return evidence.length === 0 ? null : listedNames(evidence, withLinks);
}

/** The text of a cell that lists evidence; read back it tells whether the list was changed. */
export function listedNames(
  evidence: readonly Pick<ExportedEvidence, 'name' | 'href'>[],
  withLinks: boolean,
): string {
  return evidence
    .map(({ name, href }, index) => {
      const text = withLinks && href !== null ? `${name} (${href})` : name;
      return evidence.length === 1 ? text : `${index + 1}. ${text}`;
    })
    .join('\n');
}

/** A cell holds one link: that of the first evidence that can be opened. */
export function firstLink(row: PlanRow, input: LkeWorkbookInput): LinkContent | string | null {
  const hrefs = evidenceOf(row, input).flatMap(({ href }) => href ?? []);
  const href = hrefs.find((one) => safeHref(one) !== null);
  return href === undefined ? (hrefs[0] ?? null) : { text: href, href };
}

function evidenceOf(row: PlanRow, input: LkeWorkbookInput): readonly ExportedEvidence[] {
  return row.kind === 'indicator' ? (input.evidence.get(row.indicator.code) ?? []) : [];
}
