import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import { claimKey } from '../../src/domain/lke/assessment.js';
import { readClaims } from '../../src/features/lke/store.js';
import { recordAssessments } from '../../src/features/review/record-assessment.js';
import { recordReason } from '../../src/features/submission/record-reason.js';
import { answer } from './answering.js';
import type { TestApp } from './app.js';
import { fullInput } from './sheets.js';
import { lkeOf } from './submitting.js';
import { actorOf, type YearPeople } from './year-people.js';

/** Every indicator at its best and explained, recorded as the pages record it. */
export async function fillAll(zi: TestApp, satker: string, { ketua }: YearPeople): Promise<void> {
  await answer(zi, satker, fullInput('best'));
  const lke = await lkeOf(zi, satker);
  const actor = await actorOf(zi, ketua, 'ketua');
  for (const { code } of zi.deps.instruments.instrument(lke.instrumentId).indicators) {
    const reason = 'Dokumen fisik di ruang arsip.';
    const recorded = await recordReason(zi.deps, { lke, code, reason, expectedVersion: 0, actor });
    if (recorded.outcome !== 'recorded') throw new Error(`${code}: ${recorded.outcome}`);
  }
}

/** The tier accepts every claim, recorded as the pages record it. */
export async function acceptAll(
  zi: TestApp,
  satker: string,
  tier: JudgingTier,
  people: YearPeople,
): Promise<void> {
  const lke = await lkeOf(zi, satker);
  const role = tier === 'pendahuluan' ? 'penilai-provinsi' : 'tpi-anggota';
  const actor = await actorOf(zi, people[role], role);
  const claims = await readClaims(zi.deps.store.db, lke.id);
  const { indicators } = zi.deps.instruments.instrument(lke.instrumentId);
  const entries = indicators.map(({ code }) => ({
    code,
    value: 'claim' as const,
    note: null,
    reason: '',
    expectedVersion: 0,
    claim: claimKey(claims(code)),
  }));
  const assessed = await recordAssessments(zi.deps, { lke, tier, entries, actor });
  if (assessed.outcome !== 'recorded') throw new Error(`${tier}: ${assessed.outcome}`);
}
