import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Tier } from '../../domain/access/tiers.js';
import { visibleTiers } from '../../domain/access/visible-tiers.js';
import { decide } from '../../domain/access/decide.js';
import { dataFolder } from '../../db/data-folder.js';
import { historyHead } from '../../db/history.js';
import { openSnapshot } from '../../db/open-snapshot.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { orRefuse } from '../../web/or-refuse.js';
import { userOf } from '../../web/signed-in.js';
import { workbookFileName } from '../../workbook/file-name.js';
import { LAYOUTS, tiersOfLayout } from '../../workbook/lke-workbook-input.js';
import { writeLke } from '../../workbook/write-lke.js';
import { linkedEvidenceOfLke } from '../evidence/store.js';
import { findLkeFor, readScore, readSheet, type Lke } from '../lke/store.js';
import { openLinksOf, shareToken } from '../share/store.js';
import { bundleFileName, openBundle, readBundle, type BundleInput } from './build-bundle.js';
import { buildWorkbookInput, type WorkbookChoice } from './build-workbook-input.js';
import { planBundle } from './bundle-plan.js';
import { exportPage } from './export-page.js';
import type { ShareChoice } from './share-section.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface LkeParams {
  readonly satker: string;
  readonly year: string;
}

export function showExport(deps: Deps): RequestHandler<{ satker: string; year: string }> {
  return async (req, res) => {
    const place = await findTierOrRefuse(deps, req, res);
    if (place === null) return;
    const { lke, tier, tiers } = place;
    const { db } = deps.store;
    const share = await shareOf(deps, req, res, lke);
    if (share === null) return;
    const { score } = await readSheet(db, deps.instruments, lke, tier);
    const instrument = deps.instruments.instrument(lke.instrumentId);
    const page = exportPage({
      lke,
      tier,
      tiers,
      score,
      plan: planBundle(instrument, await linkedEvidenceOfLke(db, lke.id)),
      head: await historyHead(db),
      viewer: userOf(res),
      share,
      appVersion: deps.version,
    });
    deps.pages.render(req, res, 'exchange/export', page);
  };
}

/** `/unduhan/lampiran-iii.xlsx?tingkat=tpi`: one tier in an official layout; mandiri unnamed. */
export function downloadExport(
  deps: Deps,
): RequestHandler<{ satker: string; year: string; file: string }> {
  return async (req, res) => {
    const place = await findTierOrRefuse(deps, req, res);
    if (place === null) return;
    const { lke, tier, tiers } = place;
    const layout = LAYOUTS.find((known) => `${known}.xlsx` === req.params.file);
    if (layout === undefined || !tiersOfLayout(layout).includes(tier)) {
      renderError(req, res, 404);
      return;
    }
    const share = await shareOf(deps, req, res, lke);
    if (share === null) return;
    const link = share.chosen;
    const address = link === null ? {} : { shareToken: shareToken(deps.shareSecret, link) };
    const bytes = await workbookOf(deps, lke, { layout, tier, beside: tiers, ...address });
    const name = workbookFileName({ satkerCode: lke.satker.code, year: lke.year, layout, tier });
    res.attachment(name).type(XLSX).send(bytes);
  };
}

/** `/unduhan/bundel-bukti.zip`: all evidence with index and worksheets, never held in memory. */
export function downloadBundle(deps: Deps): RequestHandler<{ satker: string; year: string }> {
  return async (req, res) => {
    const lke = await findOrRefuse(deps, req, res);
    if (lke === null) return;
    const leaving = new AbortController();
    res.once('close', () => leaving.abort());
    const seen = visibleTiers(userOf(res), lke.satker, lke.stage);
    try {
      const archive = await openBundle(deps.blobs, await bundleOf(deps, lke, seen), leaving.signal);
      res.attachment(bundleFileName(lke)).type('application/zip');
      if (archive.size !== null) res.set('Content-Length', String(archive.size));
      if (req.method === 'HEAD') archive.abort();
      else await pipeline(archive.stream, res);
      res.end();
    } catch (error) {
      if (!isLeft(error)) throw error;
    }
  };
}

/** The reader went away: nothing is left to answer. */
function isLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'AbortError' || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')
  );
}

async function bundleOf(deps: Deps, lke: Lke, seen: readonly Tier[]): Promise<BundleInput> {
  const { config, instruments, version, clock } = deps;
  const snapshot = openSnapshot(dataFolder(config.dataFolder).database);
  try {
    const source = { db: snapshot.db, instruments, publicUrl: config.publicUrl, version };
    return await readBundle(source, lke, seen, clock());
  } finally {
    await snapshot.close();
  }
}

async function workbookOf(deps: Deps, lke: Lke, choice: WorkbookChoice): Promise<Buffer> {
  const { config, instruments, version, clock } = deps;
  const snapshot = openSnapshot(dataFolder(config.dataFolder).database);
  try {
    const source = { db: snapshot.db, instruments, publicUrl: config.publicUrl, version };
    return await writeLke(await buildWorkbookInput(source, lke, choice, clock()));
  } finally {
    await snapshot.close();
  }
}

interface TierPlace {
  readonly lke: Lke;
  readonly tier: Tier;
  /** All that this person may see and that has begun, mandiri first. */
  readonly tiers: readonly Tier[];
}

/** A tier that this person may not see answers like one that does not exist. */
async function findTierOrRefuse(
  deps: Deps,
  req: Request<LkeParams & Record<string, string>>,
  res: Response,
): Promise<TierPlace | null> {
  const lke = await findOrRefuse(deps, req, res);
  if (lke === null) return null;
  const tiers: Tier[] = [];
  for (const one of visibleTiers(userOf(res), lke.satker, lke.stage)) {
    const hasBegun = (await readScore(deps.store.db, lke.id, one)) !== null;
    if (one === 'mandiri' || hasBegun) tiers.push(one);
  }
  const wanted = req.query['tingkat'] ?? 'mandiri';
  const tier = tiers.find((one) => one === wanted);
  if (tier !== undefined) return { lke, tier, tiers };
  renderError(req, res, 404);
  return null;
}

/**
 * Whether links to evidence shall open without an account (`?tautan=12`). The address is a key, so
 * only those who may make one may take it out; null where 403 or 404 is made.
 */
async function shareOf(
  deps: Deps,
  req: Request<LkeParams & Record<string, string>>,
  res: Response,
  lke: Lke,
): Promise<ShareChoice | null> {
  const wanted = z.string().catch('').parse(req.query['tautan']);
  const may = decide(userOf(res), 'share.manage', lke.satker) === 'allowed';
  if (!may && wanted !== '') {
    renderError(req, res, 403);
    return null;
  }
  const links = may ? await openLinksOf(deps.store.db, lke, deps.clock()) : [];
  const chosen = links.find(({ id }) => String(id) === wanted) ?? null;
  if (chosen !== null || wanted === '') return { may, links, chosen };
  renderError(req, res, 404);
  return null;
}

async function findOrRefuse(
  deps: Deps,
  req: Request<LkeParams & Record<string, string>>,
  res: Response,
): Promise<Lke | null> {
  const user = userOf(res);
  const found = orRefuse(req, res, await findLkeFor(deps.store.db, user, 'lke.export', req.params));
  return found?.lke ?? null;
}
