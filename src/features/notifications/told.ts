import { paths } from '../../paths.js';
import { toldText } from '../../text/messages/notifications.js';
import { LETTER_SENT, TAKEN_BACK } from '../../web/notify.js';
import { TURNS } from '../../web/notify-turn.js';
import type { Notification } from './store.js';

export function sentenceOf({ kind, satker, year, subject }: Notification): string {
  return toldText[wordsFor(kind, subject)]({ satker: satker.name, year, subject });
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
