import { dataFolder } from '../../src/db/data-folder.js';
import { openSnapshot, type Snapshot } from '../../src/db/open-snapshot.js';
import { runVerify } from '../../src/cli/verify.js';
import type { Uploader } from './uploader.js';
import type { Writer } from './writer.js';

/** What a database left by kill -9 owes its writers; an empty list is what is asked for. */
export async function debtsOf(
  folder: string,
  writers: readonly Writer[],
  everPending: ReadonlySet<string>,
  uploaders: readonly Uploader[],
): Promise<string[]> {
  const snapshot = openSnapshot(dataFolder(folder).database);
  try {
    const uploads = await Promise.all(uploaders.map((one) => lostUploads(snapshot, one)));
    const debts = await Promise.all(
      writers.map((writer) => debtsTo(snapshot, writer, everPending)),
    );
    return [...debts.flat(), ...uploads.flat(), ...(await verifyFaults(folder))];
  } finally {
    await snapshot.close();
  }
}

async function debtsTo(
  snapshot: Snapshot,
  writer: Writer,
  everPending: ReadonlySet<string>,
): Promise<string[]> {
  const saved = await savedNotes(snapshot, writer);
  const debts: string[] = [];
  const found = new Set(saved.map(({ note }) => note));
  for (const note of writer.acknowledged) if (!found.has(note)) debts.push(`lost: ${note}`);
  const known = new Set([...writer.acknowledged, ...everPending]);
  for (const { note } of saved) if (!known.has(note)) debts.push(`from nowhere: ${note}`);
  if (found.size !== saved.length) debts.push(`twice in the history: ${writer.code}`);
  const row = await snapshot.db
    .selectFrom('answer')
    .innerJoin('lke', 'lke.id', 'answer.lke_id')
    .select(['answer.note', 'answer.version', 'answer.value'])
    .where('lke.satker_code', '=', writer.satker)
    .where('answer.indicator_code', '=', writer.code)
    .executeTakeFirst();
  const last = saved.at(-1);
  if ((row?.version ?? 0) !== saved.length) {
    debts.push(`${writer.code}: version ${row?.version ?? 0}, ${saved.length} in the history`);
  }
  if (row?.note !== last?.note || row?.value !== last?.value) {
    debts.push(`${writer.code}: answer and history differ`);
  }
  return debts;
}

/** A confirmed upload has its row; that its bytes are there too is checked by `verify`. */
async function lostUploads(snapshot: Snapshot, uploader: Uploader): Promise<string[]> {
  const rows = await snapshot.db
    .selectFrom('evidence')
    .innerJoin('evidence_version', 'evidence_version.evidence_id', 'evidence.id')
    .select('evidence.name')
    .where('evidence.satker_code', '=', uploader.satker)
    .execute();
  const found = new Set(rows.map(({ name }) => name));
  return uploader.acknowledged.filter((name) => !found.has(name)).map((name) => `lost: ${name}`);
}

async function savedNotes(
  snapshot: Snapshot,
  writer: Writer,
): Promise<{ note: string; value: string | null }[]> {
  const rows = await snapshot.db
    .selectFrom('history')
    .select('after')
    .where('action', '=', 'answer.record')
    .where('satker_code', '=', writer.satker)
    .where('subject', '=', writer.code)
    .orderBy('seq')
    .execute();
  return rows.map(({ after }) => {
    const { note, value } = JSON.parse(after ?? '{}') as { note: string; value: unknown };
    return { note, value: value === null ? null : JSON.stringify(value) };
  });
}

/** History chain, stored scores, evidence files: the operator's own check. */
async function verifyFaults(folder: string): Promise<string[]> {
  let output = '';
  const io = {
    stdout: (text: string) => void (output += text),
    stderr: (text: string) => void (output += text),
  };
  const code = await runVerify([], io, { ZI_DATA: folder });
  return code === 0 ? [] : [`verify ended with ${code}: ${output}`];
}
