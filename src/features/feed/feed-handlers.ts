import type { RequestHandler } from 'express';
import type { Target } from '../../domain/predikat/gate.js';
import { dayIn } from '../../text/format.js';
import type { Deps } from '../../web/deps.js';
import { findLke } from '../lke/store.js';
import { buildFeed } from './build-answers.js';
import { yearOf } from './feed-guard.js';
import { refuseFeed } from './feed-reply.js';
import { listedUnit, listedUnits } from './listed-units.js';

/** GET …/pengusulan/unit-wbk and …/unit-wbbm. */
export function getUnits(deps: Deps, target: Target): RequestHandler<{ base: string }> {
  return async (req, res) => {
    const tahun = await yearOf(deps, req, res, 'mayList');
    if (tahun === null) return;
    const listed = await listedUnits(deps.store.db, tahun, target);
    const units = listed.map(({ satkerCode, satkerName, category, afirmasi }) => ({
      id: satkerCode,
      nama: satkerName,
      kategori: category,
      afirmasi,
    }));
    res.json({ tahun, units });
  };
}

/** GET …/lke/jawaban-unit/:unit: a satker that no list names is unknown to the portal. */
export function getAnswers(deps: Deps): RequestHandler<{ base: string; unit: string }> {
  return async (req, res) => {
    const tahun = await yearOf(deps, req, res, 'mayRead');
    if (tahun === null) return;
    const { unit } = req.params;
    if (!/^\d{2}(?:\.\d{2})?$/.test(unit)) {
      refuseFeed(res, 422);
      return;
    }
    const { db } = deps.store;
    const isListed = (await listedUnit(db, tahun, unit)) !== null;
    const lke = isListed ? await findLke(db, unit, tahun) : null;
    if (lke === null) {
      refuseFeed(res, 404);
      return;
    }
    const { config, instruments, shareSecret, clock } = deps;
    const source = { db, instruments, publicUrl: config.publicUrl, shareSecret };
    const { lines } = await buildFeed(source, lke, dayIn(clock(), lke.satker.timeZone), true);
    const answers = lines.map(({ answer }) => answer);
    res.json({ unit_id: unit, nama_unit: lke.satker.name, tahun, answers });
  };
}
