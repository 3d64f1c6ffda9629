import type { WordingSource } from '../../domain/wording/official-text.js';
import { normaliseLine } from '../../text/normalise.js';
import { LONGEST } from './form.js';

const DAY = /(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)/;
const NUMBER = /(?<!\d)(\d{1,4})\s*(?:\/|-|_|\s(?:tahun|thn|th)\.?\s)\s*(20\d\d)(?!\d)/i;

/** A name for the source from the name of the file, to be corrected by the person. */
export function suggestSource(fileName: string): WordingSource {
  const base = fileName.replace(/\.[a-z]{3,4}$/i, '');
  const [found, year = '', month = '', date = ''] = DAY.exec(base) ?? [];
  const rest = found === undefined ? base : base.replace(found, ' ');
  const [, number = '', of = ''] = NUMBER.exec(rest.replaceAll('_', ' ')) ?? [];
  const title = normaliseLine(rest.replace(/[_+]+|(?<=\D)-(?=\D)/g, ' ')).replace(/[\s-]+$/, '');
  return {
    title: title.slice(0, LONGEST.title),
    number: number === '' ? '' : `${number}/${of}`,
    day: found === undefined ? null : `${year}-${month}-${date}`,
  };
}
