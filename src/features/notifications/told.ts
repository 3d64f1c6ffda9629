import { paths } from '../../paths.js';
import { toldText } from '../../text/messages/notifications.js';
import { LETTER_SENT } from '../../web/notify.js';
import type { Notification } from './store.js';

export function sentenceOf({ kind, satker, year, subject }: Notification): string {
  const key = kind === 'stage' && subject === LETTER_SENT ? 'letter' : kind;
  return toldText[key]({ satker: satker.name, year, subject });
}

/** Where the thing is that was told of. */
export function linkOf({ kind, role, satker, year, subject }: Notification): string {
  const isTeam = role === 'ketua' || role === 'anggota';
  switch (kind) {
    case 'assigned':
      return paths.review(satker.code, year, subject);
    case 'stage':
      return subject === LETTER_SENT
        ? paths.decisionTpi(satker.code, year)
        : paths.submission(satker.code, year);
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
