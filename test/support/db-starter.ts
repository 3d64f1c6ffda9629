import { openStore } from '../../src/db/open-store.js';

/** Opens the data folder named by the first argument as a starting server would. */
const folder = process.argv[2] ?? '';
const store = await openStore({
  folder,
  onMigrated: (names) => names.forEach((name) => process.stdout.write(`applied ${name}\n`)),
});
const rows = await store.db.selectFrom('satker').select('code').execute();
process.stdout.write(`satker ${rows.length}\n`);
await store.close();
