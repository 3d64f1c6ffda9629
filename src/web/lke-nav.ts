import { decide, type Viewer } from '../domain/access/decide.js';
import type { SatkerPlace } from '../domain/access/roles.js';
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

/** What decides which tabs there are and how they are named. */
export interface LkeRights {
  readonly history: boolean;
  readonly fill: boolean;
}

export function lkeRights(viewer: Viewer, satker: SatkerPlace): LkeRights {
  return {
    history: decide(viewer, 'history.read', satker) === 'allowed',
    fill: decide(viewer, 'answer.record', satker) === 'allowed',
  };
}

export function lkeNav(place: LkePlace, current: LkeTab, may: LkeRights): LkeNav {
  const at = [place.satkerCode, place.year] as const;
  const tabs: [LkeTab, string, string][] = [
    ['home', paths.lke(...at), navText.lkeHome],
    ['fill', paths.area(...at, '1'), may.fill ? navText.fill : navText.sheet],
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
