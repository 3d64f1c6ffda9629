import { paths } from '../../paths.js';
import { dayIn, daysBetween } from '../../text/format.js';
import { toldText } from '../../text/messages/notifications.js';
import { LETTER_SENT, TAKEN_BACK } from '../../web/notify.js';
import { TURNS } from '../../web/notify-turn.js';
import type { Notification } from './store.js';

/** In a list beside the day on which it was told. */
export function sentenceOf(one: Notification, now: Date): string {
  const { kind, satker, year, subject } = one;
  const isToday = daysSince(one, now) === 0;
  return toldText[wordsFor(kind, subject)]({ satker: satker.name, year, subject, isToday });
}

/** On its own, as it is true now: a mail may go out days after what it tells of. */
export function sentenceNow(one: Notification, now: Date): string {
  const { kind, subject } = one;
  const createdAt = now.toISOString();
  if (kind !== 'deadline') return sentenceOf({ ...one, createdAt }, now);
  const [stage = '', day = '', left = ''] = subject.split(' ');
  const shifted = left === '' ? '' : ` ${Number(left) - daysSince(one, now)}`;
  return sentenceOf({ ...one, createdAt, subject: `${stage} ${day}${shifted}` }, now);
}

function daysSince({ createdAt, satker }: Notification, now: Date): number {
  const [told = '', today = ''] = [new Date(createdAt), now].map((at) =>
    dayIn(at, satker.timeZone),
  );
  return daysBetween(told, today);
}

function wordsFor(kind: Notification['kind'], subject: string): keyof typeof toldText {
  if (kind !== 'stage') return kind;
  if (subject === LETTER_SENT) return 'letter';
  if (subject === TURNS.confirm) return 'confirm';
  if (subject === TURNS.confirmAgain) return 'confirmAgain';
  if (isRecommendation(subject)) return 'recommended';
  return subject.startsWith(`${TAKEN_BACK} `) ? 'takenBack' : 'stage';
}

function isRecommendation(subject: string): boolean {
  return subject.startsWith(`${TURNS.recommended} `);
}

/** Where the thing is that was told of. */
export function linkOf({ kind, role, satker, year, subject }: Notification): string {
  const isTeam = role === 'ketua' || role === 'anggota';
  switch (kind) {
    case 'assigned':
      return paths.review(satker.code, year, subject);
    case 'stage':
      return stageLink(satker.code, year, subject);
    case 'submitted':
      return paths.submission(satker.code, year);
    case 'returned':
      return isTeam ? paths.notes(satker.code, year) : paths.submission(satker.code, year);
    case 'reply': {
      const [tier = '', code = ''] = subject.split(' ');
      return paths.reviewAnswer(satker.code, year, tier, code);
    }
    case 'deadline':
      return paths.lke(satker.code, year);
  }
}

function stageLink(satkerCode: string, year: number, subject: string): string {
  if (subject === LETTER_SENT) return paths.decisionTpi(satkerCode, year);
  if (isRecommendation(subject)) return paths.decisionPendahuluan(satkerCode, year);
  if (subject === TURNS.confirm || subject === TURNS.confirmAgain) {
    return paths.review(satkerCode, year, 'tpi');
  }
  const isTakenBack = subject.startsWith(TAKEN_BACK);
  return isTakenBack ? paths.decisions(satkerCode, year) : paths.submission(satkerCode, year);
}
