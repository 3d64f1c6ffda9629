import { decide, type Viewer } from '../domain/access/decide.js';
import type { SatkerPlace } from '../domain/access/roles.js';
import { JUDGING_TIERS, type JudgingTier } from '../domain/lke/assessment.js';
import { paths } from '../paths.js';
import { navText } from '../text/messages/nav.js';

type LkeTab =
  | 'home'
  | 'fill'
  | 'evidence'
  | 'review'
  | 'notes'
  | 'comparison'
  | 'submission'
  | 'decisions'
  | 'history'
  | 'import'
  | 'export';

/** The second navigation: where one is within one LKE. */
export interface LkeNav {
  readonly satkerName: string;
  readonly year: number;
  readonly tabs: readonly { href: string; label: string; current: boolean }[];
  /** What is opened rarely, behind one word; but for the page that is open. */
  readonly more: readonly { href: string; label: string }[];
}

/** Which LKE it is. */
interface NamedLke {
  readonly year: number;
  readonly satker: SatkerPlace & { readonly name: string };
}

/** What decides which tabs there are and how they are named. */
interface LkeRights {
  readonly history: boolean;
  readonly fill: boolean;
  /** The tier whose review pages are this person's; null for those who do not assess. */
  readonly review: JudgingTier | null;
}

export function lkeRights(viewer: Viewer, satker: SatkerPlace): LkeRights {
  return {
    history: decide(viewer, 'history.read', satker) === 'allowed',
    fill: decide(viewer, 'answer.record', satker) === 'allowed',
    review: reviewTier(viewer, satker),
  };
}

function reviewTier(viewer: Viewer, satker: SatkerPlace): JudgingTier | null {
  if (decide(viewer, 'review.read', satker) !== 'allowed') return null;
  const own = JUDGING_TIERS.find(
    (tier) => decide(viewer, `assessment.${tier}`, satker) === 'allowed',
  );
  if (own !== undefined) return own;
  const isTpi = decide(viewer, 'assessment.confirm', satker) === 'allowed';
  return isTpi || satker.level === 'pusat' ? 'tpi' : 'pendahuluan';
}

export function lkeNav({ satker, year }: NamedLke, current: LkeTab, viewer: Viewer): LkeNav {
  const may = lkeRights(viewer, satker);
  const at = [satker.code, year] as const;
  const tabs: [LkeTab, string, string][] = [
    ['home', paths.lke(...at), navText.lkeHome],
    ['fill', paths.area(...at, '1'), may.fill ? navText.fill : navText.sheet],
    ['evidence', paths.evidenceRegister(...at), navText.evidence],
  ];
  if (may.review !== null) tabs.push(['review', paths.review(...at, may.review), navText.review]);
  tabs.push(['submission', paths.submission(...at), navText.submission]);
  tabs.push(
    ['notes', paths.notes(...at), navText.notes],
    ['comparison', paths.comparison(...at), navText.comparison],
    ['decisions', paths.decisions(...at), navText.decisions],
  );
  if (may.history) tabs.push(['history', paths.history(...at), navText.history]);
  if (may.fill) tabs.push(['import', paths.imports(...at), navText.importPage]);
  tabs.push(['export', paths.exportPage(...at), navText.exportPage]);
  return {
    satkerName: satker.name,
    year,
    tabs: tabs
      .filter(([tab]) => tab === current || !isRare(tab, may))
      .map(([tab, href, label]) => ({ href, label, current: tab === current })),
    more: tabs
      .filter(([tab]) => tab !== current && isRare(tab, may))
      .map(([, href, label]) => ({ href, label })),
  };
}

/** To compare tiers is daily work of those who assess only. */
function isRare(tab: LkeTab, { review }: LkeRights): boolean {
  return RARE.includes(tab) || (tab === 'comparison' && review === null);
}

const RARE: readonly LkeTab[] = ['history', 'import', 'export'];
