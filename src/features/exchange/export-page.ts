import type { Viewer } from '../../domain/access/decide.js';
import type { Tier } from '../../domain/access/tiers.js';
import type { SheetScore } from '../../domain/scoring/sheet-score.js';
import type { HistoryHead } from '../../db/store.js';
import { paths } from '../../paths.js';
import { formatScore } from '../../text/format.js';
import { exchangeText, layoutText } from '../../text/messages/exchange.js';
import { tierText } from '../../text/messages/workbook.js';
import { lkeNav, type LkeNav } from '../../web/lke-nav.js';
import type { PageBase } from '../../web/pages.js';
import { workbookFileName } from '../../workbook/file-name.js';
import { LAYOUTS, tiersOfLayout } from '../../workbook/lke-workbook-input.js';
import type { Lke } from '../lke/store.js';
import type { BundlePlan } from './bundle-plan.js';
import { bundleSection, type BundleSection } from './bundle-section.js';
import { shareSection, type ShareChoice, type ShareSection } from './share-section.js';

export interface ExportPage extends PageBase {
  readonly lkeNav: LkeNav;
  readonly tier: string;
  /** Where more than one tier can be taken out. */
  readonly tiers: readonly {
    readonly href: string;
    readonly label: string;
    readonly current: boolean;
  }[];
  readonly tierNote: string | null;
  readonly state: string;
  readonly isHalfFilled: boolean;
  readonly halfFilled: string;
  readonly layouts: readonly {
    readonly id: string;
    readonly name: string;
    readonly purpose: string;
    readonly content: string;
    readonly href: string;
    readonly fileName: string;
    readonly button: string;
  }[];
  readonly share: ShareSection | null;
  readonly feedHref: string;
  readonly bundle: BundleSection;
  readonly head: string;
  /** For checking only; "" while there is no history. */
  readonly headCode: string;
  readonly script: string;
}

declare module '../../web/pages.js' {
  interface PageTypes {
    'exchange/export': ExportPage;
  }
}

export interface ExportFacts {
  readonly lke: Lke;
  readonly tier: Tier;
  readonly tiers: readonly Tier[];
  readonly score: SheetScore;
  readonly head: HistoryHead;
  readonly plan: BundlePlan;
  readonly viewer: Viewer;
  readonly share: ShareChoice;
  readonly appVersion: string;
}

export function exportPage(facts: ExportFacts): ExportPage {
  const { lke, tier, score, head } = facts;
  const at = [lke.satker.code, lke.year] as const;
  const { chosen } = facts.share;
  return {
    title: exchangeText.title,
    lkeNav: lkeNav(lke, 'export', facts.viewer),
    tier: tierText[tier],
    tiers: tierLinks(facts),
    tierNote: tier === 'mandiri' ? null : exchangeText.tierNote,
    state: exchangeText.state(score.answered, score.of, formatScore(score.total), tier),
    isHalfFilled: score.answered < score.of,
    halfFilled: exchangeText.halfFilled(score.of - score.answered, tier),
    layouts: LAYOUTS.filter((layout) => tiersOfLayout(layout).includes(tier)).map((layout) => ({
      id: `judul-${layout}`,
      ...layoutText[layout],
      href: withShare(paths.exportFile(...at, layout, tier), chosen),
      fileName: workbookFileName({
        satkerCode: lke.satker.code,
        year: lke.year,
        layout,
        tier,
      }),
      button: exchangeText.button(layoutText[layout].name),
    })),
    share: shareSection(lke, tier, facts.share),
    feedHref: paths.feedReadiness(...at),
    bundle: bundleSection(lke, facts.plan, facts.appVersion),
    head: exchangeText.head(head.seq),
    headCode: head.hash,
    script: `${paths.asset('export.js')}?v=${encodeURIComponent(facts.appVersion)}`,
  };
}

function withShare(href: string, link: { readonly id: number } | null): string {
  return link === null ? href : `${href}${href.includes('?') ? '&' : '?'}tautan=${link.id}`;
}

function tierLinks({ lke, tier, tiers }: ExportFacts): ExportPage['tiers'] {
  if (tiers.length < 2) return [];
  return tiers.map((one) => ({
    href: paths.exportPage(lke.satker.code, lke.year, one),
    label: tierText[one],
    current: one === tier,
  }));
}
