import type { Outcome } from './outcome.js';
import type { BenchName, Settings } from './settings.js';
import { benchExport } from './export.js';
import { benchImport } from './import.js';
import { benchJobs } from './jobs.js';
import { benchPage } from './page.js';
import { benchRollUp } from './roll-up.js';
import { benchSave } from './save.js';
import { benchScore } from './score.js';

export const benches: Readonly<Record<BenchName, (settings: Settings) => Promise<Outcome[]>>> = {
  page: benchPage,
  save: benchSave,
  export: benchExport,
  import: benchImport,
  jobs: benchJobs,
  score: benchScore,
  'roll-up': benchRollUp,
};
