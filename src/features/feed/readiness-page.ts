import type { Instrument } from '../../domain/instrument/instrument.js';
import { paths } from '../../paths.js';
import { formatDay, formatInstant, formatInteger } from '../../text/format.js';
import { areaText } from '../../text/messages/sheet.js';
import { feedReadinessText as text } from '../../text/messages/feed.js';
import type { LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { publicAccess } from '../../web/public-access.js';
import type { Lke } from '../lke/store.js';
import type { FeedContent, FeedLine } from './build-answers.js';
import type { Proposal } from './proposal-store.js';

export interface ReadinessPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly backHref: string;
  readonly facts: readonly string[];
  readonly counts: readonly { readonly label: string; readonly value: string }[];
  readonly limit: string;
  /** What is missing, by question; in order. */
  readonly issues: readonly {
    readonly soal: string;
    readonly name: string;
    readonly href: string;
    readonly said: readonly string[];
  }[];
  /** How many they are. */
  readonly issueCount: string;
  readonly fine: string;
  readonly areas: readonly {
    readonly name: string;
    readonly showsTpi: boolean;
    readonly rows: readonly ReadinessRow[];
  }[];
}

interface ReadinessRow {
  readonly soal: number;
  readonly name: string;
  readonly unit: string;
  readonly unitNote: SentNote;
  /** null for those who may not see it at this stage. */
  readonly tpi: null | { readonly answer: string; readonly note: SentNote };
  readonly evidence: string;
  /** The text that goes out; null where the portal receives nothing. */
  readonly sentEvidence: string | null;
}

/** A note as it goes out, whole, and how long it is. */
interface SentNote {
  readonly text: string | null;
  readonly length: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'feed/readiness': ReadinessPage;
  }
}

export interface ReadinessFacts {
  readonly lke: Lke;
  readonly nav: LkeNav;
  readonly instrument: Instrument;
  readonly content: FeedContent;
  readonly seesTpi: boolean;
  readonly proposal: Proposal | null;
  readonly isListed: boolean;
  readonly isOn: boolean;
}

export function readinessPage(facts: ReadinessFacts): ReadinessPage {
  const { lke, content, instrument } = facts;
  const most = publicAccess()['feed.note-characters'];
  const issues = content.lines
    .map((line) => ({ line, said: issuesOf(facts, line, most) }))
    .filter(({ said }) => said.length > 0);
  return {
    title: text.title,
    lkeNav: facts.nav,
    backHref: paths.exportPage(lke.satker.code, lke.year),
    facts: factsOf(facts),
    counts: countsOf(facts, most),
    limit: text.limit(formatInteger(most)),
    issues: issues.map(({ line, said }) => ({
      soal: text.soal(line.field.soalId),
      name: nameOf(line),
      href: paths.answer(lke.satker.code, lke.year, line.field.indicator.code),
      said,
    })),
    issueCount: text.perQuestion(formatInteger(issues.length)),
    fine: facts.seesTpi ? text.fine : text.fineUnit,
    areas: instrument.areas.map(({ key, name }) => ({
      name: areaText.name(key, name),
      showsTpi: facts.seesTpi,
      rows: content.lines
        .filter(({ field }) => field.indicator.area === key)
        .map((line) => rowOf(facts, line, most)),
    })),
  };
}

function factsOf(facts: ReadinessFacts): string[] {
  const { lke, content, seesTpi, isOn } = facts;
  const { submission, link } = content;
  const zone = lke.satker.timeZone;
  return [
    submission === null
      ? text.notSubmitted
      : text.submission(submission.number, formatInstant(submission.submittedAt, zone)),
    seesTpi ? text.tpi.shown : text.tpi.hidden,
    proposalText(facts),
    link === null ? text.link.none : text.link.some(link.label, formatDay(link.endsOn)),
    isOn ? text.feed.on : text.feed.off,
  ];
}

function proposalText({ proposal, isListed }: ReadinessFacts): string {
  if (proposal === null) return text.proposal.none;
  const { listed, unlisted } = text.proposal;
  return isListed ? listed(proposal.category) : unlisted(proposal.category);
}

function countsOf({ content, seesTpi }: ReadinessFacts, most: number): ReadinessPage['counts'] {
  const { lines } = content;
  const { labels, filled } = text.counts;
  const count = (fits: (line: FeedLine) => boolean): number => lines.filter(fits).length;
  const bare = new Set(
    lines.flatMap(({ field, evidence }) =>
      evidence.filter(isBare).map(({ name }) => `${field.indicator.code} ${name}`),
    ),
  );
  const unit = count(({ answer }) => answer.jawaban_unit !== null);
  const tpi = count(({ answer }) => answer.jawaban_tpi !== null);
  const nothing = count(({ answer }) => answer.bukti_dukung_unit === null);
  const noteless = count(({ answer }) => answer.catatan_unit === null);
  const long = count(({ answer }) => isLong(answer.catatan_unit) || isLong(answer.catatan_tpi));
  return [
    { label: labels.unit, value: filled(unit, lines.length) },
    ...(seesTpi ? [{ label: labels.tpi, value: filled(tpi, lines.length) }] : []),
    { label: labels.noEvidence, value: filled(nothing, lines.length) },
    { label: labels.noNote, value: filled(noteless, lines.length) },
    { label: labels.evidence, value: formatInteger(bare.size) },
    { label: labels.notes, value: formatInteger(long) },
  ];

  function isLong(note: string | null): boolean {
    return (note ?? '').length > most;
  }
}

function issuesOf({ seesTpi }: ReadinessFacts, line: FeedLine, most: number): string[] {
  const { answer, evidence } = line;
  const { issues } = text;
  const said: string[] = [];
  if (answer.jawaban_unit === null) said.push(issues.unit);
  if (seesTpi && answer.jawaban_tpi === null) said.push(issues.tpi);
  const bare = evidence.filter(isBare).map(({ name }) => name);
  if (answer.jawaban_unit !== null && answer.bukti_dukung_unit === null)
    said.push(issues.noEvidence);
  if (bare.length > 0) said.push(issues.evidence(bare.join('; ')));
  if ((answer.catatan_unit ?? '').length > most) said.push(issues.noteUnit);
  if ((answer.catatan_tpi ?? '').length > most) said.push(issues.noteTpi);
  return said;
}

function rowOf({ seesTpi }: ReadinessFacts, line: FeedLine, most: number): ReadinessRow {
  const { answer, field } = line;
  return {
    soal: field.soalId,
    name: nameOf(line),
    unit: answer.jawaban_unit ?? text.emptyAnswer,
    unitNote: noteText(answer.catatan_unit, most),
    tpi: seesTpi
      ? {
          answer: answer.jawaban_tpi ?? text.emptyAnswer,
          note: noteText(answer.catatan_tpi, most),
        }
      : null,
    evidence: evidenceText(line),
    sentEvidence: answer.bukti_dukung_unit,
  };
}

function nameOf({ field }: FeedLine): string {
  const { indicator, input } = field;
  const name = `${indicator.code} ${indicator.shortName}`;
  return input === null ? name : `${name}: ${input.label}`;
}

function noteText(note: string | null, most: number): SentNote {
  if (note === null) return { text: null, length: text.note.none };
  const length = formatInteger(note.length);
  return {
    text: note,
    length: note.length > most ? text.note.long(length) : text.note.length(length),
  };
}

function evidenceText({ evidence }: FeedLine): string {
  const without = evidence.filter(isBare).length;
  if (evidence.length === 0) return text.evidence.none;
  if (without === 0) return text.evidence.all(evidence.length);
  return text.evidence.some(without, evidence.length);
}

function isBare({ address }: { readonly address: string | null }): boolean {
  return address === null;
}
