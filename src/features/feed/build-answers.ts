import { feedAnswer, feedFields, type FeedField } from '../../domain/feed/feed-fields.js';
import type { SubmissionContent } from '../../domain/lke/submission-content.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import type { Db } from '../../db/store.js';
import type { Instruments } from '../../instruments.js';
import { feedText } from '../../text/messages/feed.js';
import { readCounted, readJudged, type Lke } from '../lke/store.js';
import {
  evidenceAddress,
  feedLinkOf,
  lastSubmissionOf,
  sharedEvidenceOf,
  shareToken,
  type LastSubmission,
  type SharedEvidence,
  type ShareLink,
} from '../share/store.js';
import { frozenContent } from '../submission/store.js';

/** One question as the portal receives it. */
export interface FeedAnswer {
  readonly soal_id: number;
  readonly jawaban_unit: string | null;
  readonly jawaban_tpi: string | null;
  readonly catatan_unit: string | null;
  readonly bukti_dukung_unit: string | null;
  readonly catatan_tpi: string | null;
}

export interface FeedLine {
  readonly field: FeedField;
  readonly answer: FeedAnswer;
  readonly evidence: readonly FeedEvidence[];
}

export interface FeedEvidence {
  readonly name: string;
  /** null: nothing that opens without an account. */
  readonly address: string | null;
}

export interface FeedContent {
  readonly submission: LastSubmission | null;
  /** The share link whose addresses stand in it. */
  readonly link: ShareLink | null;
  readonly lines: readonly FeedLine[];
}

export interface FeedSource {
  readonly db: Db;
  readonly instruments: Instruments;
  readonly publicUrl: string;
  readonly shareSecret: string;
}

/**
 * Every question of an LKE: the satker's side as it was last submitted, TPI's as it stands now.
 * Without a submission the satker's side is empty. Note and evidence of an indicator with several
 * questions stand at each of them, since the portal has no row of the indicator itself.
 */
export async function buildFeed(
  { db, instruments, publicUrl, shareSecret }: FeedSource,
  lke: Pick<Lke, 'id' | 'instrumentId'>,
  today: string,
  withTpi: boolean,
): Promise<FeedContent> {
  const submission = await lastSubmissionOf(db, lke.id);
  const content = submission === null ? EMPTY : await frozenContent(db, submission.id);
  const shared = submission === null ? [] : await sharedEvidenceOf(db, submission.id);
  const link = await feedLinkOf(db, lke.id, today);
  const token = link === null ? null : shareToken(shareSecret, link);
  const tpi = withTpi ? await tpiOf(db, lke.id) : () => NOTHING;
  const unit = unitOf(content);
  const proofs = evidenceByCode(shared, publicUrl, token);
  const lines = feedFields(instruments.instrument(lke.instrumentId)).map((field) => {
    const { code } = field.indicator;
    const evidence = proofs.get(code) ?? [];
    return { field, evidence, answer: answerOf(field, unit(code), tpi(code), evidence) };
  });
  return { submission, link, lines };
}

const EMPTY: SubmissionContent = { answers: [], evidence: [] };

interface Said {
  readonly value: AnswerValue | null;
  readonly note: string;
}
const NOTHING: Said = { value: null, note: '' };

function answerOf(
  field: FeedField,
  unit: Said,
  tpi: Said,
  evidence: readonly FeedEvidence[],
): FeedAnswer {
  const listed = evidence.map(({ name, address }) => feedText.evidence(name, address));
  return {
    soal_id: field.soalId,
    jawaban_unit: feedAnswer(field, unit.value),
    jawaban_tpi: feedAnswer(field, tpi.value),
    catatan_unit: orNull(unit.note),
    bukti_dukung_unit: orNull(listed.join('\n')),
    catatan_tpi: orNull(tpi.note),
  };
}

function unitOf({ answers }: SubmissionContent): (code: string) => Said {
  const known = new Map(
    answers.map(({ code, value, note }) => [
      code,
      { value: JSON.parse(value) as AnswerValue, note },
    ]),
  );
  return (code) => known.get(code) ?? NOTHING;
}

/** Only what TPI assessed and what still holds; why it differs stands before its note. */
async function tpiOf(db: Db, lkeId: number): Promise<(code: string) => Said> {
  const rows = await readCounted(db, lkeId, 'tpi');
  const judged = await readJudged(db, lkeId, 'tpi');
  const known = new Map<string, Said>(
    [...rows].map(([code, { value, note }]) => {
      const said = [judged.get(code)?.reason ?? '', note].filter((text) => text !== '');
      return [code, { value, note: said.join('\n') }];
    }),
  );
  return (code) => known.get(code) ?? NOTHING;
}

/** Withdrawn evidence and such without its bytes proves nothing any more. */
function evidenceByCode(
  shared: readonly SharedEvidence[],
  publicUrl: string,
  token: string | null,
): ReadonlyMap<string, readonly FeedEvidence[]> {
  const found = new Map<string, FeedEvidence[]>();
  for (const one of shared.filter(({ state }) => state === 'open')) {
    const list = found.get(one.code) ?? [];
    const address = one.type === 'link' ? one.url : null;
    const open = token === null ? address : evidenceAddress(publicUrl, token, one);
    list.push({ name: one.name, address: open });
    found.set(one.code, list);
  }
  return found;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
