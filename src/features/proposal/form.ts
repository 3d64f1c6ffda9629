import { z } from 'zod';
import type { Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseLine, normaliseText } from '../../text/normalise.js';
import type { Candidate } from './candidates.js';
import type { Category } from './proposed-facts.js';
import { openRequirements } from './proposed-facts.js';

const FIELDS = z.record(z.string(), z.string()).catch({});
const MOST_NUMBER = 100;

/** One satker's row of the form as typed. */
export interface TypedRow {
  readonly chosen: boolean;
  readonly category: string;
  readonly afirmasi: boolean;
  readonly reason: string;
  readonly version: string;
}

export interface TypedProposal {
  readonly number: string;
  readonly day: string;
  /** By satker code. */
  readonly rows: ReadonlyMap<string, TypedRow>;
  /** The satker named beside the tick, as {@link chosenToken} writes them; "" where it is not set. */
  readonly confirmed: string;
  /** Sent from the page that asks for the tick. */
  readonly isChecked: boolean;
  /** The person wants to change what was typed. */
  readonly isChanging: boolean;
}

/** Name of a satker's field: "pilih-52.71". */
export function rowField(
  name: 'pilih' | 'kategori' | 'afirmasi' | 'alasan' | 'versi',
  code: string,
) {
  return `${name}-${code}`;
}

/** Rows are whatever the form sent, also of satker that are no longer ready. */
export function readProposalForm(body: unknown): TypedProposal {
  const fields = FIELDS.parse(body ?? {});
  const codes = Object.keys(fields)
    .filter((name) => name.startsWith('versi-'))
    .map((name) => name.slice('versi-'.length));
  const of = (name: Parameters<typeof rowField>[0], code: string) =>
    fields[rowField(name, code)] ?? '';
  return {
    number: fields['number'] ?? '',
    day: fields['day'] ?? '',
    confirmed: fields['diperiksa'] ?? '',
    isChecked: (fields['langkah'] ?? '') !== '',
    isChanging: (fields['ubah'] ?? '') !== '',
    rows: new Map(
      codes.map((code) => [
        code,
        {
          chosen: of('pilih', code) !== '',
          category: of('kategori', code),
          afirmasi: of('afirmasi', code) !== '',
          reason: of('alasan', code),
          version: of('versi', code),
        },
      ]),
    ),
  };
}

/** Everything typed, by name of its field, as a page carries it on. */
export function proposalFields(typed: TypedProposal): readonly (readonly [string, string])[] {
  const rows = [...typed.rows].flatMap(([code, row]) => {
    const fields = [
      ['pilih', row.chosen ? 'on' : ''],
      ['kategori', row.category],
      ['afirmasi', row.afirmasi ? 'on' : ''],
      ['alasan', row.reason],
      ['versi', row.version],
    ] as const;
    return fields.map(([name, value]) => [rowField(name, code), value] as const);
  });
  return [['number', typed.number] as const, ['day', typed.day] as const, ...rows].filter(
    ([, value]) => value !== '',
  );
}

/** Codes of the ticked satker, in order. */
export function chosenCodes({ rows }: TypedProposal): readonly string[] {
  return [...rows].flatMap(([code, row]) => (row.chosen ? [code] : [])).sort();
}

/** A tick holds for the satker that it named, for no others. */
export function chosenToken(typed: TypedProposal): string {
  return chosenCodes(typed).join(' ');
}

export interface ChosenSatker {
  readonly code: string;
  readonly category: Category;
  readonly afirmasi: boolean;
  readonly reason: string;
  readonly version: number;
}

export interface ParsedLetter {
  readonly number: string;
  readonly day: string;
}

/** Number and day of the letter; `today` is the day at the centre (WIB). */
export function parseLetter(
  typed: Pick<TypedProposal, 'number' | 'day'>,
  today: string,
): { readonly value: ParsedLetter; readonly problems: readonly Problem[] } {
  const number = normaliseLine(typed.number);
  const day = typed.day.trim();
  const problems: Problem[] = [];
  if (number === '') problems.push({ field: 'number', code: 'required' });
  if (number.length > MOST_NUMBER) {
    problems.push({ field: 'number', code: 'too-long', args: { max: MOST_NUMBER } });
  }
  if (day === '') problems.push({ field: 'day', code: 'required' });
  else if (!z.iso.date().safeParse(day).success) problems.push({ field: 'day', code: 'not-a-day' });
  else if (day > today) problems.push({ field: 'day', code: 'proposal-day-future' });
  return { value: { number, day }, problems };
}

/** The chosen satker that are ready, each held against what the law and TPI say of it; one at least. */
export function parseChosen(
  typed: TypedProposal,
  candidates: readonly Candidate[],
): { readonly value: readonly ChosenSatker[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  if (chosenCodes(typed).length === 0) {
    const [first] = candidates;
    const field = first === undefined ? '' : rowField('pilih', first.lke.satker.code);
    problems.push({ field, code: 'proposal-nothing' });
  }
  const value: ChosenSatker[] = [];
  for (const [code, row] of typed.rows) {
    const candidate = candidates.find(({ lke }) => lke.satker.code === code);
    if (!row.chosen || candidate === undefined) continue;
    problems.push(...rowProblems(candidate, row));
    const category = candidate.categories.find((one) => one === row.category);
    if (category === undefined) continue;
    const afirmasi = category === 'WBK-AFIRMASI' || (category === 'WBBM' && row.afirmasi);
    const version = /^\d{1,9}$/.test(row.version) ? Number(row.version) : -1;
    value.push({ code, category, afirmasi, reason: normaliseText(row.reason), version });
  }
  return { value, problems };
}

function rowProblems(candidate: Candidate, row: TypedRow): Problem[] {
  const { code, name: satker } = candidate.lke.satker;
  const { prerequisite, categories } = candidate;
  const problems: Problem[] = [];
  if (!categories.some((one) => one === row.category)) {
    const field = rowField('kategori', code);
    problems.push({ field, code: 'proposal-category', args: { satker } });
  }
  if (prerequisite !== null && prerequisite.held === null) {
    const args = { satker, text: prerequisite.text };
    problems.push({ field: rowField('pilih', code), code: 'proposal-prerequisite', args });
  }
  const count = openRequirements([...candidate.instansi, ...candidate.satker]).length;
  const reason = normaliseText(row.reason);
  const field = rowField('alasan', code);
  if (count > 0 && reason === '') {
    problems.push({ field, code: 'proposal-reason', args: { satker, count } });
  }
  if (isTooLong(reason)) problems.push({ field, code: 'too-long', args: { max: MAX_LENGTH } });
  return problems;
}
