import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { CAST_YEAR } from '../../../fixtures/cast.js';
import type { Actor } from '../../db/store.js';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { addEvidence, type NewEvidence } from '../../features/evidence/add-evidence.js';
import { linkEvidence } from '../../features/evidence/link-evidence.js';
import { findLke, type Lke } from '../../features/lke/store.js';
import type { Deps } from '../../web/deps.js';
import { judgeFile } from '../../web/upload-verdict.js';
import { demoFolder, type Story, type StoryEvidence } from './story.js';

/** Puts real small files and a link onto the indicators they prove. */
export async function fillDemoEvidence(
  deps: Deps,
  leads: ReadonlyMap<string, Actor>,
  story: Story,
): Promise<void> {
  for (const satker of story.evidenceSatker) {
    const lke = await findLke(deps.store.db, satker, CAST_YEAR);
    const actor = leads.get(satker);
    if (lke === null || actor === undefined) throw new Error(`no LKE or lead for ${satker}`);
    for (const evidence of story.evidence) await addOne(deps, lke, actor, evidence);
  }
}

async function addOne(deps: Deps, lke: Lke, actor: Actor, evidence: StoryEvidence): Promise<void> {
  const [first, ...more] = evidence.links;
  if (first === undefined) return;
  const [code, checklistCode] = first;
  const added = await addEvidence(deps, {
    lke,
    code: code as IndicatorCode,
    checklistCode,
    items: [await itemOf(deps, evidence)],
    details: {
      kind: evidence.kind,
      physicalLocation: evidence.physicalLocation,
      documentDay: evidence.documentDay,
      periodFrom: evidence.periodFrom ?? null,
      periodTo: evidence.periodTo ?? null,
      validUntil: evidence.validUntil ?? null,
    },
    allowSame: false,
    actor,
  });
  const evidenceId = added.outcome === 'added' ? added.ids[0] : undefined;
  if (evidenceId === undefined) throw new Error(`${evidence.name}: ${added.outcome}`);
  for (const [other, item] of more) {
    const links = [{ code: other as IndicatorCode, evidenceId }];
    const request = { lke, links, checklistCode: item, field: '', actor };
    const linked = await linkEvidence(deps, request);
    if (linked.outcome !== 'linked') throw new Error(`${evidence.name}: ${linked.outcome}`);
  }
}

async function itemOf(deps: Deps, { file, url, name }: StoryEvidence): Promise<NewEvidence> {
  if (file === undefined) {
    if (url === undefined) throw new Error(`${name} has neither file nor link`);
    return { name, label: url, content: { type: 'link', url }, staged: null };
  }
  const source = path.join(demoFolder(), 'evidence', file);
  const staged = await deps.blobs.stage(createReadStream(source), statSync(source).size);
  const verdict = await judgeFile(file, source);
  if (staged === null || !verdict.ok) throw new Error(`${file} is not what it says`);
  const { sha256, size } = staged;
  const content = {
    type: 'file',
    fileName: file,
    mediaType: verdict.mediaType,
    sha256,
    size,
  } as const;
  return { name, label: file, content, staged };
}
