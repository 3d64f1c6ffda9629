import { z } from 'zod';
import type { Area, Indicator } from '../../domain/instrument/instrument.js';
import type { Problem } from '../../domain/problem.js';
import { isTooLong, MAX_LENGTH, normaliseText } from '../../text/normalise.js';
import { parseTyped, typedInputs, type TypedAnswer } from '../../web/answer-form.js';
import type { WantedAnswer } from '../sheet/store.js';

const FIELDS = z.record(z.string(), z.string()).catch({});

/** Names of an indicator's fields: "jawaban-A.I.1.i.a", "jumlah-A.II.1.i.a-agen", "catatan-…". */
export function answerField(code: string): string {
  return `jawaban-${code}`;
}
export function noteField(code: string): string {
  return `catatan-${code}`;
}
export function countsField(code: string, key: string): string {
  return `jumlah-${code}-${key}`;
}

export interface TypedArea {
  readonly items: ReadonlyMap<string, TypedAnswer>;
  readonly seen: string;
}

export function readAreaForm(body: unknown, indicators: Area['indicators']): TypedArea {
  const fields = FIELDS.parse(body ?? {});
  const items = indicators.map((indicator) => {
    const { code } = indicator;
    const said = fields[answerField(code)] ?? '';
    const counts = typedInputs(indicator).map(
      ({ key }) => [key, fields[countsField(code, key)] ?? ''] as const,
    );
    const typed: TypedAnswer = {
      letter: indicator.type === 'choice' ? said : '',
      index: indicator.type === 'index' ? said : '',
      counts: Object.fromEntries(counts),
      note: fields[noteField(code)] ?? '',
      version: 0,
      clears: false,
      goesOn: false,
    };
    return [code, typed] as const;
  });
  return { items: new Map(items), seen: fields['seen'] ?? '' };
}

/** Every indicator of the area as typed; blank takes TPN's answer back. */
export function parseArea(
  typed: TypedArea,
  indicators: Area['indicators'],
): { readonly entries: readonly WantedAnswer[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries: WantedAnswer[] = [];
  for (const indicator of indicators) {
    const one = typed.items.get(indicator.code);
    if (one === undefined) continue;
    const parsed = parseTyped(indicator, one);
    if (parsed.ok) entries.push({ code: indicator.code, value: parsed.value, note: parsed.note });
    else problems.push(...parsed.problems.map((problem) => inArea(indicator, problem)));
    if (isTooLong(normaliseText(one.note ?? '')) && parsed.ok) {
      const args = { max: MAX_LENGTH };
      problems.push({ field: noteField(indicator.code), code: 'too-long', args });
    }
  }
  return { entries, problems };
}

/** The field of the indicator's own form → its field among those of the area. */
function inArea({ code }: Indicator, problem: Problem): Problem {
  const { field } = problem;
  if (field === 'note') return { ...problem, field: noteField(code) };
  if (field.startsWith('count-')) {
    return { ...problem, field: countsField(code, field.slice('count-'.length)) };
  }
  return { ...problem, field: answerField(code) };
}
