import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, type ReadWorkbook } from './read-xlsx.js';

/** Far more than a run takes; only keeps a broken installation from hanging the suite. */
const MOST_TIME = 300_000;
const PROGRAMS = ['soffice', 'libreoffice'];

/** Path of LibreOffice, null when it is not installed. */
function findLibreOffice(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  return paths.find(isExecutable) ?? null;
}

/**
 * `describe` where LibreOffice is installed; else a printed reason and a skip, and with ZI_FULL=1 a
 * failure, so that a full run never passes without it.
 */
export function describeWithLibreOffice(title: string, body: () => void): void {
  if (findLibreOffice() !== null) {
    describe(title, body);
    return;
  }
  const reason = 'LibreOffice (soffice) is not installed: worksheets are not recalculated';
  if (process.env.ZI_FULL === '1') {
    describe(title, () => {
      it('needs LibreOffice', () => {
        throw new Error(reason);
      });
    });
    return;
  }
  process.stderr.write(`skipped "${title}": ${reason}\n`);
  describe.skip(title, body);
}

/**
 * Recalculates workbooks in one call with a profile of its own. Every stored result of a formula is
 * removed from the copies first, so that what comes back was computed, not kept.
 */
export async function recalculate(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, ReadWorkbook>> {
  const stripped = new Map([...files].map(([name, bytes]) => [name, withoutResults(bytes)]));
  const saved = await resave(stripped);
  return new Map([...saved].map(([name, bytes]) => [name, readXlsx(new Uint8Array(bytes))]));
}

/** The workbooks as LibreOffice saves them, in one call with a profile of its own. */
export async function resave(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Buffer>> {
  const program = findLibreOffice();
  if (program === null) throw new Error('LibreOffice is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'zi-recalculate-'));
  try {
    const names = [...files.keys()];
    await mkdir(join(folder, 'in'));
    for (const [name, bytes] of files) await writeFile(join(folder, 'in', `${name}.xlsx`), bytes);
    await promisify(execFile)(
      program,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        ...['--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', join(folder, 'out')],
        ...names.map((name) => join(folder, 'in', `${name}.xlsx`)),
      ],
      { timeout: MOST_TIME },
    );
    const read = names.map(async (name) => {
      return [name, await readFile(join(folder, 'out', `${name}.xlsx`))] as const;
    });
    return new Map(await Promise.all(read));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A copy of a workbook whose formulas have no stored results. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  return mapSheets(bytes, (xml) =>
    xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1').replace(/<v\/>/g, ''),
  );
}

/** A copy of a workbook with the XML of its sheets changed. */
export function mapSheets(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, content] of Object.entries(files)) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    files[name] = strToU8(change(strFromU8(content)));
  }
  return zipSync(files);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
