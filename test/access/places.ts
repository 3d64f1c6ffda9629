import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { CAST_YEAR } from '../../fixtures/cast.js';
import { pdfFile } from '../../fixtures/example-files.js';
import type { Deps } from '../../src/web/deps.js';
import type { Tx } from '../../src/db/store.js';
import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import { PLACES, type Place } from './law.js';
import { seedTiers } from './tiers.js';
import { MISSING_IMPORTS, seedImports, type SeededImports } from './seed-imports.js';

/** One of everything that an address can name, all belonging to one satker. */
export interface At {
  readonly satker: string;
  readonly year: string;
  readonly code: string;
  readonly area: string;
  readonly evidence: string;
  /** An evidence that was withdrawn. */
  readonly withdrawn: string;
  readonly link: string;
  /** The version of the evidence that is linked. */
  readonly version: string;
  /** A note of the province about the indicator of the link. */
  readonly thread: string;
  /** A letter about the satker that went out. */
  readonly letter: string;
  /** A member of the satker's team. */
  readonly member: string;
  readonly role: string;
  /** A person who has been disabled. */
  readonly disabled: string;
  readonly predikat: string;
  /** An open share link of the LKE. */
  readonly shareLink: string;
  /** A token of the feed that holds. */
  readonly feedToken: string;
  /** A worksheet of TPN that was read and not yet taken over. */
  readonly tpnFile: string;
  /** A letter of proposal. */
  readonly proposalLetter: string;
  readonly token: string;
  /** Number of a submission that has one before it. */
  readonly submission: string;
  /** Version of the satker's LKE. */
  readonly lkeVersion: string;
  /** A workbook of official wording that was read and not yet confirmed. */
  readonly draft: string;
  readonly imports: SeededImports;
}

/** What nobody has, in the shape of what somebody could have. */
export const MISSING: At = {
  satker: '99.99',
  year: String(CAST_YEAR),
  code: 'A.I.1.i.a',
  area: '1',
  evidence: '987654321',
  withdrawn: '987654321',
  link: '987654321',
  version: '987654321',
  thread: '987654321',
  letter: '987654321',
  member: '987654321',
  role: '987654321',
  disabled: '987654321',
  predikat: '987654321',
  shareLink: '987654321',
  feedToken: '987654321',
  tpnFile: '987654321',
  proposalLetter: '987654321',
  token: 'tidak-ada',
  submission: '987654',
  lkeVersion: '1',
  draft: '987654321',
  imports: MISSING_IMPORTS,
};

/** A word that stands in the evidence, notes and team of this satker and nowhere else. */
export function secretOf(place: Place): string {
  return `rahasia-${PLACES[place].replace('.', '-')}-kpu`;
}

let made = 0;

/** A small PDF of one page that says so. */
export function pdfOf(text: string): Buffer {
  return pdfFile([text]);
}

/** Fresh things of every place, so that one test cannot spoil the next. */
export async function seedPlaces(
  deps: Deps,
  {
    stage = 'pengisian',
    assessed,
  }: { readonly stage?: Stage; readonly assessed?: JudgingTier } = {},
): Promise<Readonly<Record<Place, At>>> {
  made += 1;
  const bytes = pdfOf(`dokumen uji ${made}`);
  const staged = await deps.blobs.stage(Readable.from([bytes]), bytes.length);
  if (staged === null) throw new Error('the blob was refused');
  await deps.blobs.keep(staged);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const draft = await deps.store.write(seedWording);
  const entries: [string, At][] = [];
  for (const place of Object.keys(PLACES) as Place[]) {
    const at = await deps.store.write((tx) =>
      seedPlace(tx, place, stage, { sha256, size: bytes.length }),
    );
    entries.push([place, await seedTiers(deps, place, { ...at, draft }, assessed)]);
  }
  return Object.fromEntries(entries) as Record<Place, At>;
}

/** The year speaks official words, though of no indicator, and others wait to be confirmed. */
async function seedWording(tx: Tx): Promise<string> {
  await tx.deleteFrom('official_text').execute();
  await tx.deleteFrom('official_wording').execute();
  const at = '2026-03-10T01:00:00.000Z';
  const file = { file_name: 'lampiran.xlsx', sha256: 'ab'.repeat(32) };
  const loaded = { layout: 'lampiran-iii', loaded_by: null, loaded_at: at } as const;
  const source = { title: `Lampiran III ${made}`, number: '', day: null };
  await tx
    .insertInto('official_wording')
    .values({ year: CAST_YEAR, ...source, ...file, ...loaded })
    .execute();
  const text = { code: 'A.I.1.i.a', cell: 'K8', question: 'Tim dibentuk', criteria: '' };
  const read = { layout: 'lampiran-iii', sheet: 'LKE ZI', texts: [text], tooLong: [] };
  const content = JSON.stringify({ ...read, unrecognised: [], unrecognisedCount: 0 });
  const { id } = await tx
    .insertInto('wording_draft')
    .values({ year: CAST_YEAR, ...file, content, created_by: null, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}

async function seedPlace(tx: Tx, place: Place, stage: Stage, file: StoredFile): Promise<At> {
  const satker = PLACES[place];
  const at = '2026-03-01T00:00:00.000Z';
  const lke = await tx
    .selectFrom('lke')
    .select(['id', 'version'])
    .where('satker_code', '=', satker)
    .where('year', '=', CAST_YEAR)
    .executeTakeFirstOrThrow();
  await seedStage(tx, lke.id, stage, at);
  const evidence = await seedEvidence(tx, place, file, at, null);
  const withdrawn = await seedEvidence(tx, place, file, at, at);
  // An indicator takes only so many.
  await tx.deleteFrom('evidence_link').where('lke_id', '=', lke.id).execute();
  const link = await tx
    .insertInto('evidence_link')
    .values({
      lke_id: lke.id,
      indicator_code: 'A.I.1.i.a',
      evidence_id: evidence.id,
      evidence_version_id: evidence.versionId,
      checklist_code: null,
      created_by: null,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { member, role } = await seedMember(tx, place, at, null);
  const gone = await seedMember(tx, place, at, at);
  await tx.deleteFrom('predikat').where('satker_code', '=', satker).execute();
  const predikat = await tx
    .insertInto('predikat')
    .values({
      satker_code: satker,
      kind: 'wbk',
      year: 2020,
      decree_number: `SK ${made}`,
      decree_day: null,
      granted_by: 'tpn',
      revoked_on: null,
      revoked_reason: null,
      version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    ...MISSING,
    satker,
    evidence: String(evidence.id),
    withdrawn: String(withdrawn.id),
    link: String(link.id),
    version: String(evidence.versionId),
    member,
    role,
    disabled: gone.member,
    predikat: String(predikat.id),
    shareLink: await seedShareLink(tx, lke.id, at),
    feedToken: await seedFeedToken(tx, at),
    proposalLetter: await seedProposalLetter(tx, lke.id, at),
    tpnFile: await seedTpn(tx, lke.id, at),
    submission: '2',
    imports: await seedImports(tx, lke.id, secretOf(place), made),
    lkeVersion: String(lke.version),
  };
}

/** Where the LKE stands, with everything open there, and two submissions to look at. */
async function seedStage(tx: Tx, lkeId: number, stage: Stage, at: string): Promise<void> {
  await tx.updateTable('lke').set({ stage }).where('id', '=', lkeId).execute();
  await tx.updateTable('lke_return').set({ closed_at: at }).where('lke_id', '=', lkeId).execute();
  const made = await tx.selectFrom('submission').select('id').where('lke_id', '=', lkeId).execute();
  for (let number = made.length + 1; number <= 2; number += 1) {
    await tx
      .insertInto('submission')
      .values({
        lke_id: lkeId,
        number,
        target: 'wbk',
        submitted_by: null,
        submitted_by_name: 'Ketua',
        submitted_at: at,
        is_late: 0,
        answered: 0,
        total: '0',
        head_seq: 0,
        head_hash: '',
        content_hash: 'ab'.repeat(32),
      })
      .execute();
  }
}

async function seedFeedToken(tx: Tx, at: string): Promise<string> {
  const { id } = await tx
    .insertInto('feed_token')
    .values({
      name: `Portal ${made}`,
      token_hash: randomUUID(),
      may_list: 1,
      may_read: 1,
      year: null,
      form_key: randomUUID(),
      created_by: null,
      created_by_name: 'Admin',
      created_at: at,
      last_used_at: null,
      last_address: null,
      revoked_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}

/** An empty letter; the LKE waits to be proposed. */
async function seedProposalLetter(tx: Tx, lkeId: number, created_at: string): Promise<string> {
  await tx.deleteFrom('proposal').where('lke_id', '=', lkeId).execute();
  const { id } = await tx
    .insertInto('proposal_letter')
    .values({
      year: CAST_YEAR,
      number: `S-${randomUUID()}`,
      day: '2026-03-01',
      created_by: null,
      created_by_name: 'Pusat',
      created_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}

async function seedTpn(tx: Tx, lke_id: number, created_at: string): Promise<string> {
  const totals = { total: '80', pengungkit: null, hasil: null, note: '', version: 1 };
  await tx
    .insertInto('tpn_result')
    .values({ lke_id, ...totals, updated_by: null, updated_at: created_at })
    .onConflict((conflict) => conflict.column('lke_id').doUpdateSet(totals))
    .execute();
  const answer = { code: 'A.I.1.i.b', value: { kind: 'choice', letter: 'B' }, note: `${made}` };
  const { id } = await tx
    .insertInto('tpn_file')
    .values({
      lke_id,
      file_name: 'tpn.xlsx',
      sha256: 'ab'.repeat(32),
      answers: JSON.stringify([answer]),
      created_by: null,
      created_at,
      expires_at: '2027-01-01T00:00:00.000Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}

async function seedShareLink(tx: Tx, lke_id: number, at: string): Promise<string> {
  const { id } = await tx
    .insertInto('share_link')
    .values({
      lke_id,
      label: `Penerima ${made}`,
      ends_on: '2026-12-31',
      in_feed: 0,
      form_key: randomUUID(),
      created_by: null,
      created_by_name: 'Ketua',
      created_at: at,
      revoked_by_name: null,
      revoked_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return String(id);
}

interface StoredFile {
  readonly sha256: string;
  readonly size: number;
}

async function seedEvidence(
  tx: Tx,
  place: Place,
  { sha256, size }: StoredFile,
  at: string,
  withdrawn_at: string | null,
): Promise<{ id: number; versionId: number }> {
  const satker = PLACES[place];
  const evidence = await tx
    .insertInto('evidence')
    .values({
      satker_code: satker,
      name: `SK ${secretOf(place)} ${made}`,
      kind: 'sk',
      physical_location: `lemari ${secretOf(place)}`,
      withdrawn_at,
      withdrawn_reason: withdrawn_at === null ? null : 'Salah unggah.',
      created_by: null,
      created_at: at,
      version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const version = await tx
    .insertInto('evidence_version')
    .values({
      evidence_id: evidence.id,
      number: 1,
      year: CAST_YEAR,
      type: 'file',
      sha256,
      file_name: `${secretOf(place)}.pdf`,
      media_type: 'application/pdf',
      size,
      url: null,
      document_day: null,
      period_from: null,
      period_to: null,
      valid_until: null,
      created_by: null,
      created_at: at,
      purged_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: evidence.id, versionId: version.id };
}

async function seedMember(
  tx: Tx,
  place: Place,
  at: string,
  disabled_at: string | null,
): Promise<{ member: string; role: string }> {
  const satker_code = PLACES[place];
  const user = await tx
    .insertInto('user')
    .values({
      username: `orang-${made}-${satker_code}${disabled_at === null ? '' : '-lama'}`,
      email: null,
      name: `Orang ${secretOf(place)}`,
      password_hash: null,
      disabled_at,
      created_at: at,
      version: 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const role = await tx
    .insertInto('user_role')
    .values({ user_id: user.id, role: 'anggota', satker_code, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { member: String(user.id), role: String(role.id) };
}
