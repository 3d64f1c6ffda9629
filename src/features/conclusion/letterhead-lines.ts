import type { Letterhead, Signature } from '../../paper/paper.js';
import { formatDay } from '../../text/format.js';
import { letterText } from '../../text/messages/letter.js';
import type { LetterheadDetails } from './letterhead-store.js';

/** What settings give to a paper; what is not filled in says so. */

export function headOf(from: LetterheadDetails | null): Letterhead {
  return {
    agency: linesOf(from?.agency ?? letterText.unfilled),
    address: linesOf(from?.address ?? '').join(' · '),
  };
}

export function signatureOf(from: LetterheadDetails | null, placeAndDay: string): Signature {
  const nip = from?.nip ?? '';
  return {
    placeAndDay,
    position: `${from?.position ?? letterText.unfilled},`,
    name: from?.name ?? letterText.unfilled,
    nip: nip === '' ? '' : letterText.nip(nip),
  };
}

export function placeAndDayOf(from: LetterheadDetails | null, day: string): string {
  return `${from?.city ?? letterText.unfilled}, ${day === '' ? letterText.unfilled : formatDay(day)}`;
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
