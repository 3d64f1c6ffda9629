import { exactFromStored } from '../../domain/exact.js';
import type {
  CountsIndicator,
  IndicatorCode,
  Instrument,
} from '../../domain/instrument/instrument.js';
import { isStage } from '../../domain/lke/stages.js';
import { TARGETS } from '../../domain/predikat/gate.js';
import type { AnswerValue } from '../../domain/scoring/answer.js';
import {
  decimalToText,
  formatDay,
  formatInteger,
  formatScore,
  formatSize,
} from '../../text/format.js';
import { historyText, linkKindText } from '../../text/messages/history.js';
import { kindText as kindWords } from '../../text/messages/conclusion.js';
import { stageText } from '../../text/messages/lke.js';
import { recommendedText } from '../../text/messages/recommendation.js';
import { grantedByText, predikatText, zoneText } from '../../text/messages/satker.js';

/** What the words of an entry need to know of the LKE it belongs to. */
export interface Wording {
  readonly instrument: Instrument;
  /** Name of a date of the year by its code. */
  readonly dateNames: ReadonlyMap<string, string>;
  readonly evidenceKinds: ReadonlyMap<string, string>;
  /** Only for those who may see addresses of people and machines. */
  readonly showsAddresses: boolean;
}

/** One stored value in words, or null where there is nothing to say. */
export function describeValue(
  key: string,
  value: unknown,
  entry: { readonly noun: string; readonly subject: string },
  wording: Wording,
): string | null {
  if (key === 'value') return answerText(value, entry.subject, wording.instrument);
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return listText(key, value);
  if (typeof value === 'number') return numberText(key, value);
  if (typeof value !== 'string') return null;
  if (key === 'kind') return kindText(value, entry.noun, wording);
  return knownText(key, value, entry, wording);
}

function answerText(value: unknown, code: string, instrument: Instrument): string {
  if (value === null || value === undefined) return historyText.unanswered;
  const answer = value as AnswerValue;
  switch (answer.kind) {
    case 'choice':
      return answer.letter;
    case 'index':
      return decimalToText(answer.index);
    case 'counts':
      return countsText(answer.counts, instrument.byCode.get(code as IndicatorCode));
  }
}

function countsText(
  counts: Readonly<Record<string, number>>,
  indicator: { readonly type: string } | undefined,
): string {
  const inputs = indicator?.type === 'counts' ? (indicator as CountsIndicator).inputs : [];
  return inputs
    .filter(({ computedFrom }) => computedFrom === null)
    .map(({ key, label }) => {
      const count = counts[key];
      const shown = count === undefined ? historyText.missingCount : formatInteger(count);
      return historyText.count1(label, shown);
    })
    .join('; ');
}

function listText(key: string, list: readonly unknown[]): string | null {
  if (list.length === 0) return null;
  if (key === 'indicators') return list.join(', ');
  if (key === 'areas') return list.map((area) => historyText.area(String(area))).join(', ');
  if (key !== 'roles') return null;
  return list
    .map((held) => {
      const { role, satker } = held as { role: string; satker: string };
      return historyText.heldAt(historyText.role(role), satker);
    })
    .join(', ');
}

const BYTES = new Set(['size', 'fileBytes', 'quotaBytes']);
const PLAIN_NUMBERS = new Set(['year', 'version', 'round']);

function numberText(key: string, value: number): string {
  if (BYTES.has(key)) return formatSize(value);
  return PLAIN_NUMBERS.has(key) ? String(value) : formatInteger(value);
}

function kindText(value: string, noun: string, wording: Wording): string {
  if (noun === 'evidence') return wording.evidenceKinds.get(value) ?? value;
  if (noun === 'predikat') return targetText(value);
  return linkKindText[value] ?? value;
}

function knownText(
  key: string,
  value: string,
  { subject }: { readonly subject: string },
  { instrument }: Wording,
): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  switch (key) {
    case 'role':
      return historyText.role(value);
    case 'target':
      return targetText(value);
    case 'stage':
      return isStage(value) ? stageText[value] : value;
    case 'total':
    case 'tierTotal':
      return formatScore(exactFromStored(value));
    case 'recommendation':
      return Object.hasOwn(recommendedText, value)
        ? recommendedText[value as keyof typeof recommendedText]
        : historyText.noRecommendation;
    case 'decision':
    case 'takenBack':
      return Object.hasOwn(kindWords, value) ? kindWords[value as keyof typeof kindWords] : value;
    case 'time':
      return value === 'late' || value === 'on-time' ? historyText.time[value] : value;
    case 'indicators':
      return value === 'all' ? historyText.allIndicators : value;
    case 'grantedBy':
      return value === 'tpn' || value === 'mandiri' ? grantedByText[value] : value;
    case 'timeZone':
      return zoneText[value] ?? value;
    case 'via':
      return linkKindText[value] ?? value;
    case 'internalTarget':
      return decimalToText(value);
    case 'checklistCode':
      return checklistName(value, subject, instrument);
    default:
      return value;
  }
}

function targetText(value: string): string {
  const target = TARGETS.find((known) => known === value);
  return target === undefined ? value : predikatText[target];
}

function checklistName(item: string, code: string, instrument: Instrument): string {
  const list = instrument.byCode.get(code as IndicatorCode)?.checklist ?? [];
  return list.find((one) => one.code === item)?.name ?? item;
}
