import type { Request, RequestHandler, Response } from 'express';
import type { IndicatorCode } from '../../domain/instrument/instrument.js';
import { refused, type Outcome, type Problem } from '../../domain/problem.js';
import { scoreSheet } from '../../domain/scoring/score-sheet.js';
import { paths } from '../../paths.js';
import { formatScore } from '../../text/format.js';
import { tpnText as text } from '../../text/messages/tpn.js';
import type { Deps } from '../../web/deps.js';
import { renderError } from '../../web/error-page.js';
import { setFlash } from '../../web/flash.js';
import { receiveUpload, type Upload } from '../../web/uploads.js';
import { readLkeWorkbook } from '../../workbook/read/read-lke-workbook.js';
import type { LkeReading } from '../../workbook/recognise/lke-reading.js';
import { readAnswers, readCounted, type AnswerRow, type Lke } from '../lke/store.js';
import { fileGroups, givenBy, type TpnFilePage } from './file-page.js';
import { placeToRecord, stopClosed, type TpnPlace } from './place.js';
import { answersToken, recordTpnAnswers } from './record-answers.js';
import { renderResult } from './result-handlers.js';
import { findFile, insertFile, type FileAnswer, type TpnFile } from './result-store.js';

const MOST_BYTES = 20_000_000;
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Reads a worksheet that TPN filled and keeps what it says for a look; the file is not kept. */
export function postFile(deps: Deps): RequestHandler {
  return async (req, res) => {
    const place = await placeToRecord(deps, req, res);
    if (place === null) return;
    const options = { blobs: deps.blobs, field: 'file', maxFiles: 1, maxFileBytes: MOST_BYTES };
    await receiveUpload(req, res, options, (upload) => keep(deps, req, res, place, upload));
  };
}

async function keep(
  deps: Deps,
  req: Request,
  res: Response,
  place: TpnPlace,
  { files, problems }: Upload,
): Promise<void> {
  const [file] = files;
  const refuse = (found: readonly Problem[]) =>
    renderResult(deps, req, res, place, {}, found.map(atFile));
  if (problems.length > 0) return refuse(problems);
  if (file === undefined) return refuse([{ field: 'file', code: 'import-file-missing' }]);
  const { lke, actor } = place;
  const onFault = (fault: string) => deps.log.error({ fault }, 'the workbook reader failed');
  const ask = { instrumentId: lke.instrumentId };
  const read = await readLkeWorkbook(file.staged.path, ask, { onFault });
  const answers = read.ok ? answersOf(read.value, lke) : read;
  if (!answers.ok) return refuse(answers.problems);
  const now = deps.clock();
  const by = {
    userId: actor.userId,
    at: now.toISOString(),
    expiresAt: new Date(now.getTime() + KEPT_MS).toISOString(),
  };
  const kept = { fileName: file.name, sha256: file.staged.sha256, answers: answers.value };
  const id = await deps.store.write((tx) => insertFile(tx, lke.id, kept, by));
  res.redirect(303, paths.tpnFile(lke.satker.code, lke.year, id));
}

function atFile(problem: Problem): Problem {
  return { ...problem, field: 'file' };
}

/** Only TPN's own answers: a file of ours must be this LKE's, and of TPN or the sheet it began from. */
function answersOf(reading: LkeReading, lke: Lke): Outcome<readonly FileAnswer[]> {
  const { ours, rows, invalid } = reading;
  const identity = ours?.identity;
  if (identity !== undefined && isOther(identity, lke)) {
    return refused('file', 'tpn-other-file', { satker: identity.satkerCode, year: identity.year });
  }
  if (reading.layout !== 'lampiran-iii') return refused('file', 'tpn-layout');
  const [wrong] = invalid;
  if (wrong !== undefined) {
    return refused('file', 'tpn-invalid', { cell: wrong.cell, value: wrong.value });
  }
  const filled = rows.filter(({ value }) => value !== null);
  if (filled.length === 0) return refused('file', 'import-no-answers');
  return { ok: true, value: filled.map(({ code, value, note }) => ({ code, value, note })) };
}

function isOther(identity: { satkerCode: string; year: number }, lke: Lke): boolean {
  return identity.satkerCode !== lke.satker.code || identity.year !== lke.year;
}

export function showFile(deps: Deps): RequestHandler {
  return withFile(deps, (req, res, place, file) => renderFile(deps, req, res, place, file, null));
}

/** Takes over all that the file says: all or nothing. */
export function postFileAnswers(deps: Deps): RequestHandler {
  return withFile(deps, async (req, res, place, file) => {
    const { lke, actor } = place;
    const { seen = '', same } = (req.body ?? {}) as { seen?: string; same?: string };
    if (same !== 'on' && (await readSame(deps, place, file)) !== null) {
      await renderFile(deps, req, res, place, file, { status: 422, text: text.sameUnconfirmed });
      return;
    }
    const request = { lke, entries: file.answers, seen, actor };
    const from = { id: file.id, name: file.fileName };
    const result = await recordTpnAnswers(deps, { ...request, file: from });
    switch (result.kind) {
      case 'closed':
        stopClosed(deps, req, res, result.stage);
        return;
      case 'stale':
        await renderFile(deps, req, res, place, file, { status: 409, text: text.staleAnswers });
        return;
      case 'done':
        setFlash(req, 'done', text.savedAnswers(result.changed));
        res.redirect(303, paths.tpnResult(lke.satker.code, lke.year));
    }
  });
}

async function renderFile(
  deps: Deps,
  req: Request,
  res: Response,
  place: TpnPlace,
  file: TpnFile,
  refused: { readonly status: 409 | 422; readonly text: string } | null,
): Promise<void> {
  const { lke, instrument, nav } = place;
  const stored = await readAnswers(deps.store.db, lke.id, 'tpn');
  const codes = new Set<string>(file.answers.map(({ code }) => code));
  const own = new Map([...stored].filter(([code]) => codes.has(code)));
  const tpi = await readCounted(deps.store.db, lke.id, 'tpi');
  const compared = { stored, tpi, answers: file.answers };
  const { groups, changed, differs } = fileGroups(instrument, compared);
  const at = [lke.satker.code, lke.year] as const;
  const page: TpnFilePage = {
    title: text.fileTitle(file.fileName),
    lkeNav: nav,
    backHref: paths.tpnResult(...at),
    backText: text.title,
    summary: text.fileSummary(file.answers.length, changed, differs),
    total: text.fileTotal(formatScore(totalAfter(stored, file, instrument))),
    action: paths.tpnFile(...at, file.id),
    seen: answersToken(own),
    problem: refused?.text ?? null,
    same: sameText(await readSame(deps, place, file)),
    groups,
  };
  deps.pages.render(req, res, 'tpn/file', page, refused?.status ?? 200);
}

/** Whose answers the file repeats throughout: an export of ours that TPN did not fill. */
async function readSame(
  { store: { db } }: Deps,
  { lke }: TpnPlace,
  { answers }: TpnFile,
): Promise<'mandiri' | 'tpi' | null> {
  const tiers = ['tpi', 'mandiri'] as const;
  return givenBy(
    answers,
    await Promise.all(
      tiers.map(async (tier) => ({ tier, values: await readCounted(db, lke.id, tier) })),
    ),
  );
}

function sameText(tier: 'mandiri' | 'tpi' | null): TpnFilePage['same'] {
  return tier === null ? null : { text: text.same[tier], label: text.sameConfirm };
}

function totalAfter(
  stored: ReadonlyMap<IndicatorCode, AnswerRow>,
  { answers }: TpnFile,
  instrument: TpnPlace['instrument'],
) {
  const after = new Map([...stored].map(([code, { value }]) => [code, value]));
  for (const { code, value } of answers) after.set(code, value);
  const filled = [...after].flatMap(([code, value]) =>
    value === null ? [] : [[code, value] as const],
  );
  return scoreSheet(instrument, new Map(filled)).total;
}

function withFile(
  deps: Deps,
  answer: (req: Request, res: Response, place: TpnPlace, file: TpnFile) => Promise<void>,
): RequestHandler {
  return async (req, res) => {
    const place = await placeToRecord(deps, req, res);
    if (place === null) return;
    const { file: id = '' } = req.params as Record<string, string | undefined>;
    const file = await findFile(deps.store.db, place.lke.id, id, deps.clock().toISOString());
    if (file === null) renderError(req, res, 404);
    else await answer(req, res, place, file);
  };
}
