import { formTo } from './html.js';
import type { Fields, HttpClient } from './http-client.js';

/** The form of one indicator as its page shows it, and how to fill it. */
export interface AnswerForm {
  readonly path: string;
  readonly fields: Fields;
  readonly version: number;
  /** Name of the note's field. */
  readonly note: string;
  /** What can be chosen, e.g. Ya and Tidak; empty for numbers. */
  readonly choices: readonly { readonly name: string; readonly value: string }[];
}

export function answerPath(satker: string, year: number, code: string): string {
  return `/lke/${satker}/${year}/jawaban/${encodeURIComponent(code)}`;
}

export async function openAnswer(client: HttpClient, path: string): Promise<AnswerForm> {
  const page = await client.get(path);
  if (page.status !== 200) throw new Error(`GET ${path} answered ${page.status}`);
  const form = formTo(page.text, path);
  const note = form.controls.find((control) => control.type === 'textarea')?.name;
  if (note === undefined) throw new Error(`no note on ${path}`);
  const choices = form.controls.filter(
    (control) => control.type === 'radio' && control.value !== '',
  );
  return { path, fields: form.fields, version: Number(form.fields['version']), note, choices };
}

/** The form filled with the n-th choice and a note, over the version given. */
export function filled(form: AnswerForm, n: number, note: string, version: number): Fields {
  const choice = form.choices[n % form.choices.length];
  if (choice === undefined) throw new Error(`${form.path} offers no choice`);
  return {
    ...form.fields,
    [choice.name]: choice.value,
    [form.note]: note,
    version: String(version),
  };
}
