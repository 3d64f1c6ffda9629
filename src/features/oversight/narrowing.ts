import { z } from 'zod';
import { TIERS, type Tier } from '../../domain/access/tiers.js';
import { isOpenForFilling, STAGES } from '../../domain/lke/stages.js';
import { verdictOf, VERDICTS } from './gate-verdict.js';
import type { LkeStanding, Standing } from './standing.js';

export const HANDED_IN = 'sudah-diajukan';
export const ATTENTIONS = ['', 'mandek', 'hubungi', 'giliran'] as const;

const QUERY = z.object({
  cari: z.string().trim().max(100).catch(''),
  provinsi: z
    .string()
    .regex(/^\d\d$/)
    .catch(''),
  tahap: z.enum(['', ...STAGES, HANDED_IN]).catch(''),
  ambang: z.enum(['', ...VERDICTS]).catch(''),
  tingkat: z.enum(TIERS).catch('mandiri'),
  perhatian: z.enum(ATTENTIONS).catch(''),
});

/** What a list is narrowed to; `tingkat` names whose gates. */
export type Narrowing = z.infer<typeof QUERY>;

/** From a query; everything unreadable means "not". Of one province there is none to choose. */
export function readNarrowing(raw: unknown, province: string | null): Narrowing {
  const read = QUERY.parse(raw);
  return province === null ? read : { ...read, provinsi: '' };
}

export function readTier(raw: unknown): Tier {
  return QUERY.parse(raw).tingkat;
}

/** As it stands in an address; what narrows nothing is left out. */
export function narrowingFields(narrowing: Narrowing): Record<keyof Narrowing, string> {
  const { tingkat } = narrowing;
  return { ...narrowing, tingkat: tingkat === 'mandiri' ? '' : tingkat };
}

/** Whether anything is left out. */
export function isNarrowed({ cari, provinsi, tahap, ambang, perhatian }: Narrowing): boolean {
  return [cari, provinsi, tahap, ambang, perhatian].some((one) => one !== '');
}

export function narrowed(all: readonly Standing[], to: Narrowing): readonly Standing[] {
  return all.filter((one) => isFound(one, to) && isWanted(one, to));
}

function isFound({ satker }: Standing, { cari, provinsi }: Narrowing): boolean {
  if (provinsi !== '' && satker.provinceCode !== provinsi) return false;
  const words = cari.toLowerCase();
  return satker.code.startsWith(words) || satker.name.toLowerCase().includes(words);
}

function isWanted({ lke }: Standing, to: Narrowing): boolean {
  const { tahap, ambang, tingkat, perhatian } = to;
  if (lke === null) return tahap === '' && ambang === '' && perhatian === '';
  if (tahap === HANDED_IN ? isOpenForFilling(lke.stage) : tahap !== '' && lke.stage !== tahap) {
    return false;
  }
  if (ambang !== '' && verdictOf(lke, tingkat) !== ambang) return false;
  return isNoticed(lke, perhatian);
}

function isNoticed(lke: LkeStanding, attention: Narrowing['perhatian']): boolean {
  switch (attention) {
    case '':
      return true;
    case 'mandek':
      return lke.isStalled;
    case 'hubungi':
      return isToCall(lke);
    case 'giliran':
      return lke.part === 'own';
  }
}

/** Somebody else has to act, presses, and can be rung up. */
export function isToCall({ part, reasons }: LkeStanding): boolean {
  return part === 'call' && reasons.length > 0;
}
