import { STAGES } from '../../src/domain/lke/stages.js';
import { ROLES } from '../../src/domain/access/roles.js';
import { STAGE_ACTIONS } from '../../src/domain/lke/transitions.js';
import { actionText } from '../../src/text/messages/history.js';
import { readableText } from './reading.js';

/** Codes that nobody reads as Indonesian; a plain word as `tpi` or `pengisian` may stand anywhere. */
const CODES = [...STAGES, ...ROLES, ...STAGE_ACTIONS, ...Object.keys(actionText)]
  .filter((code) => /[-.]/.test(code))
  .map((code) => code.replace(/\./g, '\\.'))
  .join('|');

/** A code stands as a word of its own, not within a user name or the name of a file. */
const TRACES = new RegExp(
  [
    String.raw`\b(?:undefined|NaN|Infinity)\b`,
    // What PortalRB would receive is named as it is: "kosong (null)".
    String.raw`(?<!\()\bnull\b`,
    String.raw`\[object|\{\{|\}\}`,
    String.raw`\d{4}-\d\d-\d\dT`,
    String.raw`(?<![\w./-])(?:${CODES})(?![\w/-]|\.\w)`,
  ].join('|'),
);

/** What a person must not find on a page: no heading, or a trace of how things are stored. */
export function pageFaults(html: string): readonly string[] {
  // What a file must hold is told in its own words, marked as code.
  const text = readableText(html.replace(/<code>[^<]*<\/code>/g, ''));
  const { 0: trace, index } = TRACES.exec(text) ?? { 0: '', index: 0 };
  const around = text.slice(Math.max(0, index - 40), index + 60);
  return [...headingFaults(html), ...(trace === '' ? [] : [`shows ${trace}: ${around}`])];
}

function headingFaults(html: string): readonly string[] {
  const headings = [...html.matchAll(/<h1[^>]*>([\s\S]*?)<\/h1>/g)];
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  return [
    ...(headings.length === 1 ? [] : [`${headings.length} main headings`]),
    ...headings.filter(([said]) => readableText(said) === '').map(() => 'an empty main heading'),
    ...(/^\S.* · Tapak ZI$/.test(title) ? [] : [`the title “${title}”`]),
  ];
}
