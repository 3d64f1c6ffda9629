import { summaryText } from '../text/messages/workbook.js';
import type { SheetData } from './sheet-data.js';

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
  ];
}

/** The indicators whose value a rule of the application decided, "" where none. */
function appRules({ score }: SheetData): string {
  return [...score.indicators]
    .flatMap(([code, { appRule }]) =>
      appRule === null ? [] : `${code} (${summaryText.appRules[appRule]})`,
    )
    .join(', ');
}
