import express, { type Express } from 'express';
import type { Area, Indicator } from '../../src/domain/instrument/instrument.js';
import { scoreIndicator } from '../../src/domain/scoring/score-indicator.js';
import type { AnswerValue } from '../../src/domain/scoring/answer.js';
import { loadInstruments } from '../../src/instruments.js';
import { rawReader, type RawAnswer, type RawRows } from './raw-rows.js';

/**
 * The yardstick of the area page: the same rows through prepared statements, the same words through
 * template literals, doubles instead of exact fractions, no checks, no protection.
 */
export type RawPage = (cookie: string, satker: string, year: number) => string;

const { instrument, ruleset } = loadInstruments().forYear(2026);

export function rawAreaPage(folder: string, areaKey: string): RawPage {
  const area = instrument.areas.find(({ key }) => key === areaKey);
  if (area === undefined) throw new Error(`no area ${areaKey}`);
  const read = rawReader(
    folder,
    area.indicators.map(({ code }) => code),
  );
  return (cookie, satker, year) => htmlOf(read(cookie, satker, year), area);
}

/** Served as bare Express does it. */
export function rawApp(folder: string, areaKey: string): Express {
  const page = rawAreaPage(folder, areaKey);
  const app = express();
  app.get('/lke/:satker/:year/area/:area', (req, res) => {
    res
      .type('html')
      .send(page(req.headers.cookie ?? '', req.params.satker, Number(req.params.year)));
  });
  return app;
}

interface Detail {
  readonly answered: Readonly<Record<string, number>>;
  readonly areas: Readonly<Record<string, { pemenuhan: string; reform: string }>>;
}

const FILTERS = [
  ['', 'Semua'],
  ['belum-terisi', 'Belum terisi'],
  ['tanpa-bukti', 'Tanpa bukti'],
  ['tidak-terhitung', 'Tidak dapat dihitung'],
] as const;

function htmlOf(rows: RawRows, area: Area): string {
  const { lke, score } = rows;
  const detail = JSON.parse(score.detail) as Detail;
  const base = `/lke/${lke.code}/${lke.year}`;
  const at = `${base}/area/${area.key}`;
  const title = esc(`Area ${area.key}: ${area.name}`);
  const own = detail.areas[area.key] ?? { pemenuhan: '0', reform: '0' };
  const points = number(own.pemenuhan) + number(own.reform);
  const minimum = ruleset.gates[lke.target].find((gate) => gate.measures === area.key)?.minimum;
  const ratio = points / Number(area.weight);
  const passed = ratio >= Number(minimum);
  const short = (Number(minimum) - ratio) * Number(area.weight);
  const answered = detail.answered[area.key] ?? 0;
  const of = area.indicators.length;
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Tapak ZI</title>
<link rel="icon" href="/aset/icon.svg?v=0.1.0" type="image/svg+xml">
<link rel="stylesheet" href="/aset/bootstrap.min.css?v=0.1.0">
<link rel="stylesheet" href="/aset/zi.css?v=0.1.0">
<script src="/aset/zi.js?v=0.1.0" defer></script>
</head>
<body>
<a class="zi-skip" href="#isi">Langsung ke isi</a>
<header class="zi-header">
  <div class="zi-bar">
    <a class="zi-brand" href="/"><img src="/aset/icon.svg?v=0.1.0" alt="" width="28" height="28"> <span>Tapak ZI</span></a>
    <nav class="zi-nav" aria-label="Utama">
      <ul>
        <li><a href="/">Beranda</a></li>
        <li><a href="/satker">Satker</a></li>
        <li><a href="/perbaikan">Perlu perbaikan</a></li>
        ${rows.roles.map(({ role, satker_code }) => (role === 'ketua' ? `<li><a href="/tim/${esc(satker_code)}">Tim</a></li>` : '')).join('')}
      </ul>
    </nav>
    <div class="zi-account">
      <a class="zi-bell" href="/pemberitahuan">Pemberitahuan</a>
      <a href="/sandi" title="Ganti kata sandi">${esc(rows.userName)}</a>
      <form method="post" action="/keluar"><input type="hidden" name="_csrf" value="${esc(rows.csrfToken)}">
<button class="btn btn-sm btn-outline-secondary" type="submit">Keluar</button></form>
    </div>
  </div>
</header>
<main id="isi" class="zi-main" tabindex="-1">
<div class="zi-context">
  <p class="zi-context-name">${esc(lke.name)} <span class="zi-context-year">LKE ${lke.year}</span></p>
  <nav aria-label="LKE">
    <ul class="zi-tabs">
      <li><a href="${base}">Ringkasan</a></li>
      <li><a href="${base}/area/1" aria-current="page">Isi LKE</a></li>
      <li><a href="${base}/bukti">Bukti</a></li>
      <li><a href="${base}/pengajuan">Pengajuan</a></li>
      <li><a href="${base}/catatan">Catatan</a></li>
      <li><a href="${base}/keputusan">Keputusan</a></li>
      <li><details class="zi-more"><summary>Lainnya</summary><ul><li><a href="${base}/perbandingan">Perbandingan</a></li><li><a href="${base}/riwayat">Riwayat</a></li><li><a href="${base}/impor">Impor</a></li><li><a href="${base}/unduhan">Unduh lembar kerja</a></li></ul></details></li>
    </ul>
  </nav>
</div>
<nav class="sheet-areas" aria-label="Area">
  <ul>
    ${instrument.areas.map((one) => `<li><a href="${base}/area/${one.key}" title="${esc(one.name)}"${one === area ? ' aria-current="page"' : ''}>${one.key === 'hasil' ? 'Hasil' : `Area ${one.key}`} <span class="sheet-count">${detail.answered[one.key] ?? 0}/${one.indicators.length}</span></a></li>`).join('\n    ')}
  </ul>
</nav>
<div class="sheet-sticky">
  <h1>${title}</h1>
  <p class="sheet-summary">
    <span>Nilai area <strong>${fixed(points, 2)} dari ${short3(Number(area.weight))}</strong></span>
    <span>Ambang area ${fixed(ratio * 100, 2)} %; minimum ${fixed(Number(minimum) * 100, 2)} % <span class="zi-status ${passed ? 'zi-pass' : 'zi-fail'}">${passed ? 'Terpenuhi' : `Kurang ${fixed(short, 2)} poin`}</span></span>
    <span>${answered} dari ${of} terisi${answered === of ? ' <span class="zi-status zi-pass">Lengkap</span>' : ''}</span>
    <span>Nilai total <strong>${fixed(number(score.total), 2)}</strong></span>
  </p>
</div>
<div class="zi-actions">
  ${answered < of ? `<a class="btn btn-primary" href="${base}/belum-terisi">Isi yang belum terisi di area ini</a>` : ''}
  <form class="lke-search" method="get" action="${base}/cari" role="search" aria-label="Cari indikator">
  <label class="visually-hidden" for="cari">Cari kode atau kata</label>
  <input class="form-control" id="cari" type="search" name="q" maxlength="100" placeholder="Cari kode atau kata">
  <button class="btn btn-outline-secondary" type="submit">Cari</button>
</form>
</div>
<nav class="sheet-filters zi-no-print" aria-label="Saring indikator">
  <ul>${FILTERS.map(([filter, label]) => `<li><a href="${at}${filter === '' ? '' : `?saring=${filter}`}"${filter === '' ? ' aria-current="true"' : ''}>${label}</a></li>`).join('')}</ul>
</nav>
${halvesOf(rows, area, base)}
</main>
<footer class="zi-footer">
  <p>Tapak ZI 0.1.0 · Penilaian mandiri Zona Integritas menurut PermenPANRB 90/2021</p>
</footer>
</body>
</html>
`;
}

function halvesOf(rows: RawRows, area: Area, base: string): string {
  const answers = new Map(rows.answers.map((row) => [row.code, row]));
  const evidence = new Map(rows.evidence.map((row) => [row.code, row.count]));
  return (['pemenuhan', 'reform'] as const)
    .map((half) => {
      const title = half === 'pemenuhan' ? 'Pemenuhan' : 'Reform';
      const groups = instrument.subcomponents.filter(
        (sub) => sub.area === area.key && sub.half === half,
      );
      return `<h2>${title}</h2>
<div class="zi-table-wrap">
<table class="zi-table zi-stack lke-inline sheet-table">
<caption class="visually-hidden">Indikator ${title}</caption>
<thead><tr><th scope="col">Indikator</th><th scope="col">Keadaan</th><th scope="col">Jawaban</th><th scope="col" class="zi-num">Poin</th><th scope="col">Bukti</th></tr></thead>
${groups
  .map((group) => {
    const scored = group.indicators.map((indicator) => pointsOf(indicator, answers));
    const points = scored.reduce((sum, one) => sum + one.points, 0);
    return `<tbody>
<tr class="sheet-group"><th scope="rowgroup" colspan="5">${esc(`${group.code} ${group.name}`)} <span class="zi-small">${short3(points)} dari ${short3(Number(group.weight))} poin</span></th></tr>
${group.indicators
  .map((one, place) =>
    rowOf(one, answers.get(one.code), scored[place], evidence.get(one.code) ?? 0, base),
  )
  .join('\n')}
</tbody>`;
  })
  .join('\n')}
</table>
</div>`;
    })
    .join('\n');
}

interface Scored {
  readonly points: number;
  readonly computable: boolean;
  readonly value: AnswerValue | null;
}

const LETTER_POINTS = new Map(
  instrument.indicators.flatMap((indicator) =>
    indicator.type === 'choice'
      ? indicator.options.map(({ letter, value }) => [
          `${indicator.code} ${letter}`,
          Number(value) * Number(indicator.fullPoints),
        ])
      : [],
  ) as [string, number][],
);

function pointsOf(indicator: Indicator, answers: ReadonlyMap<string, RawAnswer>): Scored {
  const text = answers.get(indicator.code)?.value ?? null;
  const value = text === null ? null : (JSON.parse(text) as AnswerValue);
  if (value === null) return { points: 0, computable: true, value };
  if (value.kind === 'choice') {
    const points = LETTER_POINTS.get(`${indicator.code} ${value.letter}`) ?? 0;
    return { points, computable: true, value };
  }
  const { points, state } = scoreIndicator(indicator, value);
  return { points: Number(points), computable: state === 'answered', value };
}

function rowOf(
  indicator: Indicator,
  row: RawAnswer | undefined,
  scored: Scored | undefined,
  evidence: number,
  base: string,
): string {
  const { points = 0, computable = true, value = null } = scored ?? {};
  const [look, state] =
    value === null
      ? ['zi-open', 'Belum terisi']
      : computable
        ? ['zi-pass', 'Terisi']
        : ['zi-warn', 'Tidak dapat dihitung'];
  const proof = evidence === 0 ? 'tanpa bukti' : `${evidence} bukti`;
  return `<tr>
<th scope="row"><a href="${base}/jawaban/${indicator.code}">${indicator.code}</a> <span class="zi-normal">${esc(indicator.shortName)}</span></th>
<td data-label="Keadaan"><span class="zi-status ${look}">${state}</span></td>
<td data-label="Jawaban">${esc(answerText(indicator, value))}${(row?.note ?? '') === '' ? '' : ' <span class="zi-tag">catatan</span>'}</td>
<td class="zi-num" data-label="Poin">${short3(points)} dari ${short3(Number(indicator.fullPoints))}</td>
<td data-label="Bukti">${evidence === 0 && points > 0 ? `<span class="zi-status zi-warn">${proof}</span>` : proof}</td>
</tr>`;
}

function answerText(indicator: Indicator, value: AnswerValue | null): string {
  if (value === null) return '';
  if (value.kind === 'choice') return value.letter;
  if (value.kind === 'index') return value.index.replace('.', ',');
  if (indicator.type !== 'counts') return '';
  return indicator.inputs
    .filter((input) => input.computedFrom === null)
    .map(({ key }) => String(value.counts[key] ?? '–'))
    .join(' · ');
}

function number(fraction: string): number {
  const [n = '0', d = '1'] = fraction.split('/');
  return Number(n) / Number(d);
}

function fixed(value: number, places: number): string {
  return value.toFixed(places).replace('.', ',');
}

/** Up to three decimals. */
function short3(value: number): string {
  return String(Math.round(value * 1000) / 1000).replace('.', ',');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

function esc(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign) : text;
}
