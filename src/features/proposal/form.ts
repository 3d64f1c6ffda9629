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
  if (!z.iso.date().safeParse(day).success) problems.push({ field: 'day', code: 'not-a-day' });
  else if (day > today) problems.push({ field: 'day', code: 'proposal-day-future' });
  return { value: { number, day }, problems };
}

/** The chosen satker that are ready, each held against what the law and TPI say of it. */
export function parseChosen(
  typed: TypedProposal,
  candidates: readonly Candidate[],
): { readonly value: readonly ChosenSatker[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
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
