import type { Outcome, Problem } from '../../domain/problem.js';
import { baseName } from '../../web/upload-name.js';
import { judgeFile } from '../../web/upload-verdict.js';
import type { ReceivedFile, Upload } from '../../web/uploads.js';
import type { NewEvidence } from './add-evidence.js';
import { readContentForm } from './form.js';
import { parseLinks } from './parse-link.js';

/** Files judged by name and content, and addresses, as evidence to be; or every reason why not. */
export async function receiveContent(
  upload: Upload,
  most: number,
): Promise<Outcome<readonly NewEvidence[]>> {
  const links = parseLinks(readContentForm(upload.fields).links, most);
  const problems: Problem[] = [...upload.problems, ...(links.ok ? [] : links.problems)];
  const items: NewEvidence[] = [];
  for (const file of upload.files) {
    const judged = await judgeOne(file);
    if (judged.ok) items.push(judged.value);
    else problems.push(...judged.problems);
  }
  for (const { url, label } of links.ok ? links.value : []) {
    items.push({ content: { type: 'link', url }, staged: null, name: label, label });
  }
  if (problems.length > 0) return { ok: false, problems };
  if (items.length > most) {
    return {
      ok: false,
      problems: [{ field: 'files', code: 'too-many-files', args: { max: most } }],
    };
  }
  return { ok: true, value: items };
}

async function judgeOne({ name, staged }: ReceivedFile): Promise<Outcome<NewEvidence>> {
  const verdict = await judgeFile(name, staged.path);
  if (!verdict.ok) {
    const args = { name, type: verdict.extension.toUpperCase() };
    return { ok: false, problems: [{ field: 'files', code: verdict.code, args }] };
  }
  const { sha256, size } = staged;
  const { mediaType } = verdict;
  const content = { type: 'file', fileName: name, mediaType, sha256, size } as const;
  return { ok: true, value: { content, staged, name: baseName(name), label: name } };
}

/** 413 where something was too large, else 422. */
export function refusalStatus(problems: readonly Problem[]): 413 | 422 {
  return problems.some(({ code }) => code === 'file-too-large') ? 413 : 422;
}
