import type { Tx } from '../../db/store.js';
import type { Content, EvidenceDetails, VersionDays } from './content.js';

/** Who writes, and when. */
export interface Stamp {
  readonly userId: number | null;
  readonly at: string;
}

export async function insertEvidence(
  tx: Tx,
  satkerCode: string,
  name: string,
  details: EvidenceDetails,
  { userId, at }: Stamp,
): Promise<number> {
  const { id } = await tx
    .insertInto('evidence')
    .values({
      satker_code: satkerCode,
      name,
      kind: details.kind,
      physical_location: details.physicalLocation,
      withdrawn_at: null,
      withdrawn_reason: null,
      created_by: userId,
      created_at: at,
      version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewVersion {
  readonly evidenceId: number;
  readonly number: number;
  readonly year: number;
  readonly content: Content;
  readonly days: VersionDays;
}

export async function insertVersion(
  tx: Tx,
  { evidenceId, number, year, content, days }: NewVersion,
  { userId, at }: Stamp,
): Promise<number> {
  const file = content.type === 'file' ? content : null;
  const { id } = await tx
    .insertInto('evidence_version')
    .values({
      evidence_id: evidenceId,
      number,
      year,
      type: content.type,
      sha256: file?.sha256 ?? null,
      file_name: file?.fileName ?? null,
      media_type: file?.mediaType ?? null,
      size: file?.size ?? null,
      url: content.type === 'link' ? content.url : null,
      ...dayColumns(days),
      created_by: userId,
      created_at: at,
      purged_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface NewLink {
  readonly lkeId: number;
  readonly code: string;
  readonly evidenceId: number;
  readonly versionId: number;
  readonly checklistCode: string | null;
}

/** Gives the id of the link. */
export async function insertLink(tx: Tx, link: NewLink, { userId, at }: Stamp): Promise<number> {
  const { id } = await tx
    .insertInto('evidence_link')
    .values({
      lke_id: link.lkeId,
      indicator_code: link.code,
      evidence_id: link.evidenceId,
      evidence_version_id: link.versionId,
      checklist_code: link.checklistCode,
      created_by: userId,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteLink(tx: Tx, linkId: number): Promise<void> {
  await tx.deleteFrom('evidence_link').where('id', '=', linkId).execute();
}

export async function pointLink(tx: Tx, linkId: number, versionId: number): Promise<void> {
  await tx
    .updateTable('evidence_link')
    .set({ evidence_version_id: versionId })
    .where('id', '=', linkId)
    .execute();
}

/** Every write to an evidence or its versions moves the version that forms are checked against. */
export async function bumpEvidence(tx: Tx, evidenceId: number): Promise<void> {
  await tx
    .updateTable('evidence')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', evidenceId)
    .execute();
}

export async function updateDetails(
  tx: Tx,
  target: { readonly evidenceId: number; readonly versionId: number },
  name: string,
  details: EvidenceDetails,
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({ name, kind: details.kind, physical_location: details.physicalLocation })
    .where('id', '=', target.evidenceId)
    .execute();
  await tx
    .updateTable('evidence_version')
    .set(dayColumns(details))
    .where('id', '=', target.versionId)
    .execute();
  await bumpEvidence(tx, target.evidenceId);
}

/** Withdraws (with an instant and a reason) or takes a withdrawal back (with nulls). */
export async function setWithdrawn(
  tx: Tx,
  evidenceId: number,
  withdrawal: { readonly at: string; readonly reason: string } | null,
): Promise<void> {
  await tx
    .updateTable('evidence')
    .set({
      withdrawn_at: withdrawal?.at ?? null,
      withdrawn_reason: withdrawal?.reason ?? null,
    })
    .where('id', '=', evidenceId)
    .execute();
  await bumpEvidence(tx, evidenceId);
}

export async function setPurged(
  tx: Tx,
  evidenceId: number,
  versionId: number,
  at: string,
): Promise<void> {
  await tx
    .updateTable('evidence_version')
    .set({ purged_at: at })
    .where('id', '=', versionId)
    .execute();
  await bumpEvidence(tx, evidenceId);
}

function dayColumns(days: VersionDays) {
  return {
    document_day: days.documentDay,
    period_from: days.periodFrom,
    period_to: days.periodTo,
    valid_until: days.validUntil,
  };
}
