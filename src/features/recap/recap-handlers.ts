import type { Request, RequestHandler, Response } from 'express';
import { dataFolder } from '../../db/data-folder.js';
import { openYears } from '../../db/open-years.js';
import { openSnapshot } from '../../db/open-snapshot.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { userOf } from '../../web/signed-in.js';
import { recapFileName } from '../../workbook/file-name.js';
import type { RecapInput } from '../../workbook/recap-input.js';
import { writeRecap } from '../../workbook/write-recap.js';
import { yearParam } from '../lke/store.js';
import { buildRecap } from './build-recap.js';
import { recapPage } from './recap-page.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface ProvinceParams {
  readonly province: string;
  readonly year: string;
}

/** `/rekap/52/2026`: what the workbook says, on the screen. */
export function showRecap(deps: Deps): RequestHandler<{ province: string; year: string }> {
  return async (req, res) => {
    const input = await readOrRefuse(deps, req, res, req.params);
    if (input === null) return;
    const years = await openYears(deps.store.db);
    deps.pages.render(req, res, 'recap/recap', recapPage(input, years, req.query));
  };
}

export function downloadRecap(deps: Deps): RequestHandler<{ province: string; year: string }> {
  return async (req, res) => {
    const input = await readOrRefuse(deps, req, res, req.params);
    if (input === null) return;
    const bytes = await writeRecap(input);
    res.attachment(recapFileName(input.province.code, input.year)).type(XLSX).send(bytes);
  };
}

/** Missing, not open and out of scope answer alike. */
async function readOrRefuse(
  deps: Deps,
  req: Request<ProvinceParams & Record<string, string>>,
  res: Response,
  { province, year }: ProvinceParams,
): Promise<RecapInput | null> {
  const { config, instruments, version, clock } = deps;
  const snapshot = openSnapshot(dataFolder(config.dataFolder).database);
  try {
    const source = { db: snapshot.db, instruments, version };
    const place = { province, year: yearParam(year) };
    const input = await buildRecap(source, userOf(res), place, clock());
    if (input === null) renderError(req, res, 404);
    return input;
  } finally {
    await snapshot.close();
  }
}
