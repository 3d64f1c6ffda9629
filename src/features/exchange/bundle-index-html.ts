import { formatDay, formatSize } from '../../text/format.js';
import { bundleIndexText as text, bundleStateText } from '../../text/messages/bundle.js';
import { isFault, type BundleIndex, type BundleRow } from '../../workbook/bundle-index-input.js';
import { safeHref } from '../../workbook/safe-href.js';
import { bundleFacts } from '../../workbook/write-bundle-index.js';

/**
 * The index as a page that opens from the unpacked folder: no script, nothing fetched, every text
 * escaped, links relative to the page or http(s).
 */
export function bundleIndexHtml(index: BundleIndex): string {
  const title = escape(text.title(index.satker.name, index.year));
  const facts = bundleFacts(index).map((fact) => `<li>${escape(fact)}</li>`);
  const workbooks = index.workbooks.map((name) => `<li>${relativeLink(name, name)}</li>`);
  const headings = COLUMNS.map((name) => `<th scope="col">${escape(text.columns[name])}</th>`);
  const rows = index.rows.map(rowHtml);
  const table = `<table>
<thead><tr>${headings.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<ul class="facts">${facts.join('')}</ul>
<h2>${escape(text.workbooks)}</h2>
<ul>${workbooks.join('')}</ul>
<h2>${escape(text.sheetName)}</h2>
${rows.length === 0 ? `<p>${escape(text.none)}</p>` : table}
</main>
</body>
</html>
`;
}

const COLUMNS = [
  'code',
  'indicator',
  'evidence',
  'day',
  'size',
  'state',
  'file',
  'sha256',
] as const;

const STYLE = `
body { font: 16px/1.5 system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif; color: #1d2628; background: #fff; margin: 0; overflow-wrap: break-word; }
main { max-width: 80rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 1.5rem; }
.facts { color: #3f4b51; padding-left: 1.2rem; }
a { color: #0b5563; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { border: 1px solid #d5dbdd; padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: #e3eff1; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td:nth-child(3), td:nth-child(7), .hash { overflow-wrap: anywhere; }
.code, .day { white-space: nowrap; } .code { font-weight: 600; }
.hash { font-family: monospace; font-size: 0.8rem; }
.note { color: #55626a; font-size: 0.88rem; display: block; }
.fault { color: #a3261b; font-weight: 600; }
@media (max-width: 48rem) { table, tbody, tr, td { display: block; } thead { position: absolute; left: -9999px; } tr { border-bottom: 2px solid #8a979d; padding: 0.5rem 0; } td { border: 0; padding: 0.1rem 0; } .number { text-align: left; } }
@media print { @page { size: A4 landscape; margin: 12mm; } body { font-size: 9pt; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

function rowHtml(row: BundleRow): string {
  const notes = [row.checklist, row.physicalLocation].filter((note) => note !== '');
  const state = escape(bundleStateText[row.state]);
  const cells = [
    `<td class="code">${escape(row.code)}</td>`,
    `<td>${escape(row.indicator)}</td>`,
    `<td>${escape(row.evidence)}${notes.map((note) => `<span class="note">${escape(note)}</span>`).join('')}</td>`,
    `<td class="day">${row.documentDay === null ? '' : escape(formatDay(row.documentDay))}</td>`,
    `<td class="number">${row.size === null ? '' : escape(formatSize(row.size))}</td>`,
    `<td${isFault(row) ? ' class="fault"' : ''}>${state}</td>`,
    `<td>${linkHtml(row)}</td>`,
    `<td class="hash">${escape(row.sha256 ?? '')}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}

function linkHtml({ path, url }: BundleRow): string {
  if (path !== null) return relativeLink(path, path);
  const href = url === null ? null : safeHref(url);
  if (href === null) return escape(url ?? '');
  return `<a href="${escape(href)}" rel="noreferrer">${escape(url ?? '')}</a>`;
}

/** Below the page itself, so that no name can lead elsewhere. */
function relativeLink(path: string, label: string): string {
  const href = `./${path.split('/').map(encodeURIComponent).join('/')}`;
  return `<a href="${escape(href)}">${escape(label)}</a>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
