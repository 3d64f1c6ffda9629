import { officialText, sourceText } from '../text/messages/wording.js';
import { summaryText } from '../text/messages/workbook.js';
import type { SheetData } from './sheet-data.js';

type AppRule = keyof typeof summaryText.appRules;

/** The small print of Ringkasan: what decides, what is ours and where the minimums come from. */
export function summaryNotes(data: SheetData): string[] {
  const { ruleset } = data.input;
  const sources = new Set(Object.values(ruleset.gates).flatMap((g) => g.map((one) => one.source)));
  const ours = appRules(data);
  return [
    summaryText.noteExact,
    summaryText.noteUnanswered,
    ...(ours === '' ? [] : [summaryText.noteAppRules(ours)]),
    summaryText.notePrerequisite(ruleset.prerequisite.wbbm.text),
    summaryText.noteSource([...sources].join('; ')),
    ...wordingNote(data),
  ];
}

/** Whose words the questions and criteria are, where they are not ours. */
function wordingNote({ input }: SheetData): string[] {
  const { wording, instrument } = input;
  if (!wording) return [];
  const { source, texts } = wording;
  return [officialText.sheetNote(sourceText(source), texts.size, instrument.indicators.length)];
}

/** The rules of the application that decided a value, each with its indicators; "" where none. */
function appRules({ score }: SheetData): string {
  const codesOf = new Map<AppRule, string[]>();
  for (const [code, { appRule }] of score.indicators) {
    if (appRule !== null) codesOf.set(appRule, [...(codesOf.get(appRule) ?? []), code]);
  }
  return [...codesOf]
    .map(([rule, codes]) => `${summaryText.appRules[rule]} (${codes.join(', ')})`)
    .join('; ');
}
