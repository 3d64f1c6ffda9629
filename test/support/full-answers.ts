import type { TestApp } from './app.js';

/** Every indicator answered, in the form that `score` takes. */
export function fullAnswers(zi: Pick<TestApp, 'deps'>): Record<string, unknown> {
  const { indicators } = zi.deps.instruments.instrument('lke-2026');
  return Object.fromEntries(
    indicators.map((indicator, at): [string, unknown] => {
      switch (indicator.type) {
        case 'choice':
          return [indicator.code, indicator.options[at % indicator.options.length]?.letter];
        case 'index':
          return [indicator.code, '3,57'];
        case 'counts': {
          const typed = indicator.inputs.filter(({ computedFrom }) => computedFrom === null);
          return [indicator.code, Object.fromEntries(typed.map(({ key }) => [key, 4]))];
        }
      }
    }),
  );
}

/** `_x000D_` stands for a character to LibreOffice, which does not write it back as text. */
export const NOTES_FOR_LIBREOFFICE = ['=1+1', 'baris satu\nbaris dua', '"kutip" & <tanda>', '-5'];

const HARD_NOTES = [
  '=1+1',
  'baris satu\nbaris dua',
  '_x000D_ "kutip" & <tanda>',
  'é ✓ 🏛',
  '-5',
  '1,50',
];

/** A note for every indicator, of kinds that files like to spoil. */
export function fullNotes(
  zi: Pick<TestApp, 'deps'>,
  notes: readonly string[] = HARD_NOTES,
): Record<string, string> {
  const { indicators } = zi.deps.instruments.instrument('lke-2026');
  return Object.fromEntries(
    indicators.map(({ code }, at) => [code, notes[at % notes.length] ?? '']),
  );
}
