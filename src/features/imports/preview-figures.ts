import { exactFromDecimal } from '../../domain/exact.js';
import type { IndicatorDifference } from '../../domain/exchange/compare-reading.js';
import type { DifferenceKind } from '../../domain/exchange/difference.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import type { Target } from '../../domain/predikat/gate.js';
import { judge } from '../../domain/predikat/gates.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import { formatInteger, formatScore } from '../../text/format.js';
import { previewText as text } from '../../text/messages/imports.js';
import type { Deps } from '../../web/deps.js';
import { gateRow } from '../../web/gate-rows.js';
import type { Comparison } from './compare-import.js';
import type { ImportPlace } from './import-place.js';
import { DIFFERING } from './preview-rows.js';
import { answersAfter, type Selection } from './selection.js';

/** How many indicators are of which kind. */
export interface PreviewCount {
  readonly label: string;
  readonly value: string;
  /** Where the page lists them; null where nothing is to be listed. */
  readonly href: string | null;
}

export function previewCounts({ differences, reading }: Comparison): readonly PreviewCount[] {
  const kinds = differences.map(mainKind);
  const count = (wanted: readonly DifferenceKind[]) =>
    formatInteger(kinds.filter((kind) => wanted.includes(kind)).length);
  const { counts } = text;
  const of = (label: string, value: string): PreviewCount => ({ label, value, href: null });
  return [
    of(counts.fill, count(['fill'])),
    of(counts.differs, count(DIFFERING)),
    of(counts.both, count(['both'])),
    of(counts.same, count(['same'])),
    of(counts.empty, count(['file-empty'])),
    listed(counts.invalid, reading.invalid.length, '#judul-skala'),
    listed(counts.unrecognised, reading.unrecognised.length, '#judul-asing'),
    listed(counts.missing, reading.missing.length, '#judul-hilang'),
    listed(counts.defects, reading.defects.length, '#judul-temuan'),
  ];
}

function listed(label: string, count: number, section: string): PreviewCount {
  return { label, value: formatInteger(count), href: count === 0 ? null : section };
}

const WEIGHTIEST: readonly DifferenceKind[] = [
  'both',
  ...DIFFERING,
  'fill',
  'invalid',
  'file-empty',
  'same',
];

/** Of answer and note the one that needs more thought. */
function mainKind({ answer, note }: IndicatorDifference): DifferenceKind {
  return WEIGHTIEST.find((kind) => answer.kind === kind || note.kind === kind) ?? 'same';
}

export interface FigureRow {
  readonly name: string;
  readonly file: string;
  readonly now: string;
  readonly after: string;
  /** "Terpenuhi" or what is short, after the import. */
  readonly verdict: string;
  readonly passed: boolean;
}

/** The file's own total and gates beside ours now, and as they will be. */
export function previewFigures(
  deps: Pick<Deps, 'instruments'>,
  { lke, instrument }: ImportPlace,
  comparison: Comparison,
  selection: Selection,
): { readonly rows: readonly FigureRow[]; readonly warning: string | null } {
  const { fileTotal, fileGates } = comparison.reading;
  const now = scoreSheet(instrument, valuesOf(comparison));
  const after = scoreSheet(instrument, answersAfter(instrument, comparison, selection));
  const inFile = new Map(
    fileGates.map(({ code, text: said }) => [code, ofTarget(said, lke.target)]),
  );
  if (fileTotal !== null) inFile.set('total', figure(fileTotal));
  const ruleset = deps.instruments.ruleset(lke.rulesetId);
  const [gatesNow, gatesAfter] = [now, after].map((score) =>
    judge(ruleset, lke.target, score).items.map(gateRow),
  );
  const codes = ruleset.gates[lke.target].map(({ code }) => code);
  const gates = (gatesAfter ?? []).map((gate, index) => ({
    name: gate.name,
    file: inFile.get(codes[index] ?? '') ?? text.noFigure,
    now: gatesNow?.[index]?.value ?? '',
    after: gate.value,
    verdict: gate.verdict,
    passed: gate.passed,
  }));
  const ofFile = scoreOfFile(instrument, comparison);
  return { rows: gates, warning: warningOf(fileTotal, ofFile, comparison.reading.ours !== null) };
}

type Values = ReadonlyMap<IndicatorCode, AnswerValue>;

function valuesOf({ stored }: Comparison): Values {
  const answered = [...stored.values()].flatMap(({ code, value }) =>
    value === null ? [] : [[code, value] as const],
  );
  return new Map(answered);
}

/** What the answers of the file alone are worth by our rules. */
function scoreOfFile(
  instrument: ImportPlace['instrument'],
  { reading }: Pick<Comparison, 'reading'>,
): SheetScore {
  const answers = reading.rows.flatMap(({ code, value }) =>
    value === null ? [] : [[code, value] as const],
  );
  return scoreSheet(instrument, new Map(answers));
}

/** Said where the two totals differ as they are shown. */
function warningOf(
  fileTotal: string | null,
  { total }: SheetScore,
  isOurs: boolean,
): string | null {
  if (fileTotal === null) return null;
  const [file, ours] = [figure(fileTotal), formatScore(total)];
  if (file === ours) return null;
  const skipsRows = !isOurs && Number(fileTotal) > total.valueOf();
  return skipsRows ? text.higher(file, ours) : text.different(file, ours);
}

/** A summary that judges both targets says several verdicts in one row. */
function ofTarget(said: string, target: Target): string {
  const own = said.split('; ').find((part) => part.toLowerCase().startsWith(`${target} `));
  return own === undefined ? said : own.slice(own.indexOf(': ') + 2);
}

/** Decimal text of a file: more digits than we read are cut, and what is no number is shown as it is. */
function figure(decimal: string): string {
  const short = /^-?\d{1,15}(?:\.\d{1,15})?/.exec(decimal)?.[0];
  return short === undefined ? decimal : formatScore(exactFromDecimal(short));
}
