import type { Letterhead, Signature } from './paper.js';
import { formatDay } from '../text/format.js';
import { letterText } from '../text/messages/letter.js';

/** What a writer of papers is called and who signs; lines are separated by LF. */
export interface LetterheadDetails {
  readonly agency: string;
  readonly address: string;
  readonly city: string;
  readonly position: string;
  readonly name: string;
  readonly nip: string;
  readonly addressee: string;
  readonly copies: string;
}

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
  return `${from?.city ?? letterText.unfilled}, ${dayText(day)}`;
}

export function dayText(day: string): string {
  return day === '' ? letterText.unfilled : formatDay(day);
}

/** Of several heads this one: whose it is. */
export function letterheadName({ position, name }: LetterheadDetails): string {
  return `${position}: ${name}`;
}

/** Tembusan: one line needs no number. */
export function copiesOf(from: LetterheadDetails | null): readonly string[] {
  const copies = linesOf(from?.copies ?? '');
  if (copies.length === 0) return [];
  const numbered = copies.map((line, at) => `${at + 1}. ${line}`);
  return [letterText.copies, ...(copies.length === 1 ? copies : numbered)];
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
