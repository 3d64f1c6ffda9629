import { paths } from '../paths.js';
import { navText } from '../text/messages/nav.js';

export type LkeTab = 'home' | 'fill' | 'evidence' | 'history' | 'export';

/** The second navigation: where one is within one LKE. */
export interface LkeNav {
  readonly satkerName: string;
  readonly year: number;
  readonly tabs: readonly { href: string; label: string; current: boolean }[];
}

export interface LkePlace {
  readonly satkerCode: string;
  readonly satkerName: string;
  readonly year: number;
}

export function lkeNav(
  place: LkePlace,
  current: LkeTab,
  may: { readonly history: boolean },
): LkeNav {
  const at = [place.satkerCode, place.year] as const;
  const tabs: [LkeTab, string, string][] = [
    ['home', paths.lke(...at), navText.lkeHome],
    ['fill', paths.area(...at, '1'), navText.fill],
    ['evidence', paths.evidenceRegister(...at), navText.evidence],
  ];
  if (may.history) tabs.push(['history', paths.history(...at), navText.history]);
  tabs.push(['export', paths.exportPage(...at), navText.exportPage]);
  return {
    satkerName: place.satkerName,
    year: place.year,
    tabs: tabs.map(([tab, href, label]) => ({ href, label, current: tab === current })),
  };
}
