import type { Letterhead, Paper, PaperBlock, Signature } from '../../paper/paper.js';
import { formatDay, formatInstant } from '../../text/format.js';
import {
  categoryText,
  proposalPaperText as text,
  proposalText,
  verdictText,
} from '../../text/messages/proposal.js';
import { menujuText } from '../../text/messages/workbook.js';
import { countInWords } from '../../text/terbilang.js';
import type { ProposalLetter, ProposedEntry } from './letter-store.js';
import { CENTRE_ZONE } from './place.js';
import { openRequirements, type RequirementState } from './proposed-facts.js';
import type { Signatory } from './signatory-store.js';
import { statementBlocks } from './statement-template.js';

export interface PaperFacts {
  readonly letter: ProposalLetter;
  /** Those that stand; all of them where none does any more. */
  readonly entries: readonly ProposedEntry[];
  /** Those that were taken back. */
  readonly withdrawn: readonly ProposedEntry[];
  readonly signatory: Signatory | null;
  readonly legalBasis: string;
  /** The words of the statement, with fields in braces. */
  readonly statement: string;
  /** Written by the administrator; else the product's. */
  readonly isOwnStatement: boolean;
  readonly version: string;
}

/** The annex of the letter: every proposed satker as it stood when it was proposed. */
export function annexPaper(facts: PaperFacts): Paper {
  const { letter, entries, withdrawn, legalBasis } = facts;
  return {
    ...common(facts, text.annexTitle),
    heading: text.annexHeading(letter.year, predikatOf(entries)),
    reference: [
      { label: text.number, value: letter.number },
      { label: text.day, value: formatDay(letter.day) },
      { label: text.count, value: countsOf(entries) },
    ],
    blocks: [
      satkerTable(entries),
      ...instansiTables(entries),
      ...reasonsOf(entries),
      ...withdrawnOf(withdrawn),
      { kind: 'text', text: text.source(legalBasis) },
    ],
  };
}

/** The instansi in one line. */
export function agencyOf(signatory: Signatory | null): string | undefined {
  return signatory?.agency.split('\n').join(' ');
}

/** The statement of full responsibility that the head of the instansi signs (5/2024). */
export function statementPaper(facts: PaperFacts): Paper {
  const { letter, entries, signatory, statement } = facts;
  const agency = agencyOf(signatory);
  return {
    ...common(facts, text.statementTitle),
    heading: text.statementHeading,
    reference: [],
    blocks: statementBlocks(statement, {
      nama: signatory?.name ?? text.missing(text.name),
      jabatan: signatory?.position ?? text.missing(text.position),
      instansi: agency ?? text.missing(text.agency),
      jumlah: countInWords(entries.length),
      predikat: predikatOf(entries),
      tahun: String(letter.year),
      nomor: letter.number,
      tanggal: formatDay(letter.day),
    }),
  };
}

function common(
  { letter, signatory, version }: PaperFacts,
  title: string,
): Pick<
  Paper,
  'title' | 'letterhead' | 'placeAndDay' | 'addressee' | 'signature' | 'copies' | 'annex' | 'footer'
> {
  return {
    title: `${title} ${letter.number}`,
    letterhead: letterheadOf(signatory),
    placeAndDay: '',
    addressee: [],
    signature: signatureOf(signatory, letter.day),
    copies: [],
    annex: [],
    footer: text.made(formatInstant(letter.createdAt, CENTRE_ZONE), version),
  };
}

function letterheadOf(signatory: Signatory | null): Letterhead {
  if (signatory === null) return { agency: [text.missing(text.agency)], address: '' };
  return {
    agency: signatory.agency.split('\n'),
    address: signatory.address.split('\n').join(' · '),
  };
}

function signatureOf(signatory: Signatory | null, day: string): Signature {
  if (signatory === null) {
    const position = text.missing(text.position);
    return { placeAndDay: formatDay(day), position, name: text.missing(text.name), nip: '' };
  }
  const { city, position, name, nip } = signatory;
  return {
    placeAndDay: `${city}, ${formatDay(day)}`,
    position: `${position},`,
    name,
    nip: nip === '' ? '' : `${text.nip} ${nip}`,
  };
}

/** What is really asked for: Menuju WBK, Menuju WBBM, or both. */
function predikatOf(entries: readonly ProposedEntry[]): string {
  const [wbk, wbbm] = [menujuText('wbk'), menujuText('wbbm')];
  if (entries.every(isWbbm)) return wbbm;
  return entries.some(isWbbm) ? text.both(wbk, wbbm) : wbk;
}

function isWbbm({ facts }: ProposedEntry): boolean {
  return facts.category === 'WBBM';
}

function countsOf(entries: readonly ProposedEntry[]): string {
  const parts = (['WBK', 'WBK-AFIRMASI', 'WBBM'] as const).flatMap((category) => {
    const count = entries.filter(({ facts }) => facts.category === category).length;
    return count === 0 ? [] : [`${categoryText[category]} ${count}`];
  });
  return text.counts(countInWords(entries.length), parts);
}

function satkerTable(entries: readonly ProposedEntry[]): PaperBlock {
  const { columns } = text;
  const names = [
    [columns.no, 6, true],
    [columns.satker, 20, false],
    [columns.category, 13, false],
    [columns.total, 9, true],
    [columns.pengungkit, 16, true],
    [columns.hasil, 9, true],
    [columns.gates, 10, true],
    [columns.requirements, 17, true],
  ] as const;
  return {
    kind: 'table',
    columns: names.map(([name, width, isNumber]) => ({ name, width, isNumber })),
    rows: entries.map(({ satkerCode, facts }, at) => [
      String(at + 1),
      `${facts.name} (${satkerCode})`,
      categoryText[facts.category],
      facts.total,
      facts.pengungkit,
      facts.hasil,
      `${facts.gatesPassed}/${facts.gatesOf}`,
      `${facts.requirements.filter(({ verdict }) => verdict === 'met').length}/${facts.requirements.length}`,
    ]),
  };
}

/** The instansi's own, once for each predikat asked for, since the minima differ. */
function instansiTables(entries: readonly ProposedEntry[]): readonly PaperBlock[] {
  const targets = [
    [menujuText('wbk'), entries.find((one) => !isWbbm(one))],
    [menujuText('wbbm'), entries.find(isWbbm)],
  ] as const;
  return targets.flatMap(([predikat, entry]): PaperBlock[] => {
    if (entry === undefined) return [];
    const title = { kind: 'heading', text: text.instansi(predikat) } as const;
    return [title, requirementTable(entry.facts.instansi)];
  });
}

function requirementTable(states: readonly RequirementState[]): PaperBlock {
  return {
    kind: 'table',
    isWhole: true,
    columns: [
      { name: text.requirement, width: 40, isNumber: false },
      { name: text.value, width: 38, isNumber: false },
      { name: text.verdict, width: 22, isNumber: false },
    ],
    rows: states.map(({ name, needed, value, source, verdict }) => [
      `${name}\n${needed}`,
      proposalText.value(value, source),
      verdictText[verdict],
    ]),
  };
}

/** Why a satker is proposed all the same; what the instansi lacks stands in its own table. */
function reasonsOf(entries: readonly ProposedEntry[]): readonly PaperBlock[] {
  const open = entries.filter(({ reason }) => reason !== '');
  if (open.length === 0) return [];
  const widths = [25, 37, 38];
  return [
    { kind: 'heading', text: text.reasons },
    {
      kind: 'table',
      columns: text.reasonColumns.map((name, at) => ({
        name,
        width: widths[at] ?? 0,
        isNumber: false,
      })),
      rows: open.map(({ facts, reason }) => [facts.name, missingOf(facts.requirements), reason]),
    },
  ];
}

function missingOf(states: readonly RequirementState[]): string {
  const missing = openRequirements(states);
  if (missing.length === 0) return text.onlyInstansi;
  const said = (['unmet', 'unknown'] as const).flatMap((verdict) => {
    const names = missing.filter((one) => one.verdict === verdict).map(({ name }) => name);
    return names.length === 0 ? [] : [text.lacking(verdictText[verdict], names.join(', '))];
  });
  return said.join('\n');
}

function withdrawnOf(withdrawn: readonly ProposedEntry[]): readonly PaperBlock[] {
  if (withdrawn.length === 0) return [];
  const items = withdrawn.map(({ facts, satkerCode, takenBack }) => {
    const when = takenBack === null ? '' : formatInstant(takenBack.at, CENTRE_ZONE);
    return text.withdrawnItem(facts.name, satkerCode, when, takenBack?.reason ?? '');
  });
  return [
    { kind: 'heading', text: text.withdrawn },
    { kind: 'list', items },
  ];
}
