import type { Tier } from '../../domain/access/tiers.js';
import { paths } from '../../paths.js';
import { formatDay } from '../../text/format.js';
import { exportShareText as text } from '../../text/messages/exchange.js';
import type { Lke } from '../lke/store.js';
import type { ShareLink } from '../share/store.js';

/** Whether links to evidence in the worksheet open without an account. */
export interface ShareChoice {
  readonly may: boolean;
  /** Those open now. */
  readonly links: readonly ShareLink[];
  readonly chosen: ShareLink | null;
}

export interface ShareSection {
  readonly action: string;
  /** Kept while the address is chosen. */
  readonly tier: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly isChosen: boolean;
  }[];
  readonly said: string;
  readonly linksHref: string;
}

/** null for those who may not take such an address out. */
export function shareSection(
  lke: Lke,
  tier: Tier,
  { may, links, chosen }: ShareChoice,
): ShareSection | null {
  if (!may) return null;
  const at = [lke.satker.code, lke.year] as const;
  return {
    action: paths.exportPage(...at),
    tier,
    options: [
      { value: '', label: text.inside, isChosen: chosen === null },
      ...links.map((link) => ({
        value: String(link.id),
        label: text.shared(link.label, formatDay(link.endsOn)),
        isChosen: link.id === chosen?.id,
      })),
    ],
    said: chosen === null ? text.insideSaid : text.sharedSaid(chosen.label),
    linksHref: paths.shareLinks(...at),
  };
}
