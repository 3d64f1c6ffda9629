import { ROLES, type Role } from '../../src/domain/access/roles.js';
import type { JudgingTier } from '../../src/domain/lke/assessment.js';
import type { Stage } from '../../src/domain/lke/stages.js';
import { pageFaults } from './page-faults.js';
import { walkPages, type Fetched, type WalkedPage } from './page-walk.js';
import { TALKED } from './year-plan.js';
import type { Sightings } from './year-sightings.js';

export interface Looking {
  readonly satker: string;
  readonly stage: Stage;
  readonly begun: readonly JudgingTier[];
  readonly seen: Sightings;
  /** How many pages of one kind each role looks at. */
  readonly most: number;
  /** Kinds that look the same at every stage and were walked by then. */
  readonly known: ReadonlySet<string>;
  readonly get: (role: Role, address: string) => Promise<Fetched>;
  /** What else is wrong with a page that this role was led to. */
  readonly faultsOf?: (role: Role, page: WalkedPage) => Promise<readonly string[]>;
}

const JUDGES = ['penilai-provinsi', 'sekretaris-provinsi', 'penilai-pusat'] as const;
const TPI = ['tpi-anggota', 'tpi-ketua', 'tpi-dalnis'] as const;

/** Who is shown the work of a tier that has begun, where not everybody is (domain.md, Tiers). */
const SHOWN: Partial<Record<Stage, Readonly<Record<JudgingTier, readonly Role[]>>>> = {
  pendahuluan: { pendahuluan: [...JUDGES, ...TPI], tpi: [...JUDGES, ...TPI] },
  'menunggu-tpi': { pendahuluan: ROLES, tpi: [...TPI, 'penilai-pusat'] },
  tpi: { pendahuluan: ROLES, tpi: [...TPI, 'penilai-pusat'] },
};

/** Every role goes wherever it is led; what is wrong there, in lines. */
export async function lookAround(looking: Looking): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const role of ROLES) {
    const found = await lookAs(role, looking);
    faults.push(...found.map((fault) => `${role}: ${fault}`));
  }
  return faults;
}

async function lookAs(role: Role, looking: Looking): Promise<readonly string[]> {
  const { satker, stage, seen, most, known, get } = looking;
  const { pages, kinds, broken } = await walkPages({
    get: (address) => get(role, address),
    satker,
    always: TALKED,
    most,
    known,
  });
  seen.add(role, stage, kinds);
  const faults = [...broken, ...tierFaults(role, looking, pages)];
  for (const page of pages) {
    const found = [...pageFaults(page.html), ...((await looking.faultsOf?.(role, page)) ?? [])];
    faults.push(...found.map((fault) => `${page.address}: ${fault}`));
  }
  const result = await get(role, `/lke/${satker}/2026/tpn`);
  const isDecided = stage === 'ditetapkan' || stage === 'tidak-ditetapkan';
  const expected = isDecided || role === 'penilai-pusat' ? 200 : 403;
  if (result.status !== expected) faults.push(`the result of TPN answers ${result.status}`);
  return faults;
}

/** Neither a tier too early, nor one that is kept from whoever may read it. */
function tierFaults(
  role: Role,
  { satker, stage, begun }: Looking,
  pages: readonly WalkedPage[],
): readonly string[] {
  const files = pages.find(({ address }) => address === `/lke/${satker}/2026/unduhan`)?.html;
  if (files === undefined) return ['is led to no worksheets'];
  return (['pendahuluan', 'tpi'] as const).flatMap((tier) => {
    const expected = begun.includes(tier) && (SHOWN[stage]?.[tier] ?? ROLES).includes(role);
    const isShown = files.replaceAll('&#x3D;', '=').includes(`tingkat=${tier}`);
    return isShown === expected ? [] : [`worksheets of ${tier}: ${isShown ? 'shown' : 'missing'}`];
  });
}
