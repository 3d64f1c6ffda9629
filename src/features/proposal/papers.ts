import type { Letterhead, Paper, PaperBlock, Signature } from '../../paper/paper.js';
import { formatDay, formatInstant } from '../../text/format.js';
import {
  categoryText,
  proposalPaperText as text,
  proposalText,
  verdictText,
} from '../../text/messages/proposal.js';
import { menujuText } from '../../text/messages/workbook.js';
import type { ProposalLetter, ProposedEntry } from './letter-store.js';
import { CENTRE_ZONE } from './place.js';
import { openRequirements, type RequirementState } from './proposed-facts.js';
import type { Signatory } from './signatory-store.js';

export interface PaperFacts {
  readonly letter: ProposalLetter;
  readonly entries: readonly ProposedEntry[];
  readonly signatory: Signatory | null;
  readonly legalBasis: string;
  readonly version: string;
}

/** The annex of the letter: every proposed satker as it stood when it was proposed. */
export function annexPaper(facts: PaperFacts): Paper {
  const { letter, entries, legalBasis } = facts;
  const [first] = entries;
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
      { kind: 'heading', text: text.instansi },
      requirementTable(first?.facts.instansi ?? []),
      ...reasonsOf(entries),
      { kind: 'text', text: text.source(legalBasis) },
    ],
  };
}

/** The statement of full responsibility that the head of the instansi signs (5/2024). */
export function statementPaper(facts: PaperFacts): Paper {
  const { letter, entries, signatory } = facts;
  return {
    ...common(facts, text.statementTitle),
    heading: text.statementHeading,
    reference: [],
    blocks: [
      { kind: 'text', text: text.undersigned },
      {
        kind: 'facts',
        facts: [
          { label: text.name, value: signatory?.name ?? text.missing(text.name) },
          { label: text.position, value: signatory?.position ?? text.missing(text.position) },
          {
            label: text.agency,
            value: (signatory?.agency ?? text.missing(text.agency)).split('\n').join(' '),
          },
        ],
      },
      {
        kind: 'text',
        text: text.declares(
          letter.year,
          predikatOf(entries),
          entries.length,
          letter.number,
          formatDay(letter.day),
        ),
      },
      { kind: 'list', items: text.clauses },
      { kind: 'text', text: text.closing },
      { kind: 'text', text: text.basis },
    ],
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
  const isWbbm = ({ facts }: ProposedEntry): boolean => facts.category === 'WBBM';
  const [wbk, wbbm] = [menujuText('wbk'), menujuText('wbbm')];
  if (entries.every(isWbbm)) return wbbm;
  return entries.some(isWbbm) ? text.both(wbk, wbbm) : wbk;
}

function countsOf(entries: readonly ProposedEntry[]): string {
  const parts = (['WBK', 'WBK-AFIRMASI', 'WBBM'] as const).flatMap((category) => {
    const count = entries.filter(({ facts }) => facts.category === category).length;
    return count === 0 ? [] : [`${categoryText[category]} ${count}`];
  });
  return `${entries.length} (${text.counts(parts)})`;
}

function satkerTable(entries: readonly ProposedEntry[]): PaperBlock {
  const { columns } = text;
  const names = [
    [columns.no, 6, true],
    [columns.satker, 27, false],
    [columns.category, 15, false],
    [columns.total, 9, true],
    [columns.pengungkit, 12, true],
    [columns.hasil, 9, true],
    [columns.gates, 10, false],
    [columns.requirements, 12, false],
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

function requirementTable(states: readonly RequirementState[]): PaperBlock {
  return {
    kind: 'table',
    columns: [
      { name: text.requirement, width: 40, isNumber: false },
      { name: text.value, width: 40, isNumber: false },
      { name: text.verdict, width: 20, isNumber: false },
    ],
    rows: states.map(({ name, needed, value, source, verdict }) => [
      `${name}\n${needed}`,
      proposalText.value(value, source),
      verdictText[verdict],
    ]),
  };
}

function reasonsOf(entries: readonly ProposedEntry[]): readonly PaperBlock[] {
  const open = entries.filter(({ reason }) => reason !== '');
  if (open.length === 0) return [];
  const items = open.map(({ facts, reason }) => {
    const missing = openRequirements([...facts.instansi, ...facts.requirements]);
    const named = missing.map(({ name, verdict }) => `${name} ${verdictText[verdict]}`);
    return text.reason(facts.name, named.join(', '), reason);
  });
  return [
    { kind: 'heading', text: text.reasons },
    { kind: 'list', items },
  ];
}
