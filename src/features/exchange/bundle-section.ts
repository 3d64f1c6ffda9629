import { paths } from '../../paths.js';
import { formatInteger, formatSize } from '../../text/format.js';
import { bundleText as text } from '../../text/messages/bundle.js';
import type { Lke } from '../lke/store.js';
import { bundleFileName } from './build-bundle.js';
import type { BundlePlan } from './bundle-plan.js';

/** What the page says of the bundle before it is taken out. */
export interface BundleSection {
  readonly heading: string;
  readonly purpose: string;
  readonly content: string;
  readonly size: string;
  /** null where no evidence is a link. */
  readonly links: string | null;
  readonly large: string;
  readonly href: string;
  readonly fileName: string;
  readonly button: string;
  /** For the script: what is too large to pass through a page is left to the browser. */
  readonly bytes: string;
  readonly script: string;
}

export function bundleSection(lke: Lke, plan: BundlePlan, appVersion: string): BundleSection {
  const bytes = plan.files.reduce((sum, { size }) => sum + size, 0);
  const links = plan.links.filter(({ evidence }) => evidence.type === 'link').length;
  return {
    heading: text.heading,
    purpose: text.purpose,
    content: text.content,
    size:
      plan.files.length === 0
        ? text.nothing
        : text.size(formatInteger(plan.files.length), formatSize(bytes)),
    links: links === 0 ? null : text.links(formatInteger(links)),
    large: text.large,
    href: paths.exportBundle(lke.satker.code, lke.year),
    fileName: bundleFileName(lke),
    button: text.button,
    bytes: String(bytes),
    script: `${paths.asset('bundle.js')}?v=${encodeURIComponent(appVersion)}`,
  };
}
