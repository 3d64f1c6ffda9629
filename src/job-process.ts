import { stat } from 'node:fs/promises';
import { provinceArchive } from './cli/province-archive.js';
import { writeWhole } from './cli/write-whole.js';
import { dataFolder } from './db/data-folder.js';
import { openSnapshot } from './db/open-snapshot.js';
import { buildRecap } from './features/recap/build-recap.js';
import { jobFile } from './features/recap/job-files.js';
import type { JobMessage } from './features/recap/job-child.js';
import { findJob } from './features/recap/job-store.js';
import { loadInstruments } from './instruments.js';
import { productVersion } from './version.js';
import { findSignedIn } from './web/viewer-store.js';

/**
 * One job in a process of its own: `job-process FOLDER PUBLIC-URL JOB TIME`. Reads a snapshot,
 * writes one file, tells its parent how far it is and ends with it.
 */
const [folder = '', publicUrl = '', id = '', at = ''] = process.argv.slice(2);
const parentLeft = (): never => process.exit(1);
process.on('disconnect', parentLeft);

await run();
process.off('disconnect', parentLeft);
process.disconnect();

async function run(): Promise<void> {
  const places = dataFolder(folder);
  const snapshot = openSnapshot(places.database);
  try {
    const { db } = snapshot;
    const job = await findJob(db, Number(id));
    if (job === null) throw new Error(`no job ${id}`);
    // As the person may see it now, not as it was when they asked.
    const viewer = await findSignedIn(db, job.createdBy);
    if (viewer === null) throw new Error('the person of this job has no account any more');
    const instruments = loadInstruments();
    const source = { db, instruments, publicUrl, version: productVersion() };
    const recap = await buildRecap(source, viewer, job, new Date(at));
    if (recap === null) throw new Error('nothing of the province is in scope any more');
    const satkerList = recap.satkerList.filter(({ code }) => job.satkerCodes.includes(code));
    const { stream } = provinceArchive(source, { ...recap, satkerList }, job.layouts, (done) =>
      tell({ done }),
    );
    const file = jobFile(places.exports, job.id);
    const written = await writeWhole(file, stream);
    if (!written.ok) throw new Error('the folder of exports cannot be written');
    tell({ size: (await stat(file)).size });
  } finally {
    await snapshot.close();
  }
}

function tell(message: JobMessage): void {
  process.send?.(message);
}
