import { prepared } from '../../src/db/prepared.js';
import type { Db } from '../../src/db/store.js';
import { openOneLke, type OneLke } from '../support/one-lke.js';

let house: OneLke;
beforeEach(async () => {
  house = await openOneLke();
});
afterEach(() => house.close());

let built = 0;
function satkerOf(db: Db, { province, level }: { province: string; level: 'provinsi' }) {
  built += 1;
  return db
    .selectFrom('satker')
    .select(['code', 'level'])
    .where('province_code', '=', province)
    .where('level', '=', level)
    .where('kind', '!=', 'kota')
    .orderBy('code');
}

describe('a prepared query', () => {
  it('gives the rows of the same query built anew, for each value', async () => {
    const select = prepared(satkerOf);
    const { db } = house.store;
    for (const province of ['52', '51', '52', 'none']) {
      const values = { province, level: 'provinsi' } as const;
      expect(await select(db, values)).toEqual(await satkerOf(db, values).execute());
    }
    expect(await select(db, { province: '52', level: 'provinsi' })).toEqual([
      { code: '52', level: 'provinsi' },
    ]);
  });

  it('is refused inside a write like any other read past it', async () => {
    const select = prepared(satkerOf);
    const { store } = house;
    const values = { province: '52', level: 'provinsi' } as const;
    const nested = store.write(async (tx) => {
      expect(await select(tx, values)).toHaveLength(1);
      return select(store.db, values);
    });
    await expect(nested).rejects.toThrow('must not be used inside store.write');
  });

  it('is built once', async () => {
    const select = prepared(satkerOf);
    built = 0;
    for (const province of ['51', '52']) {
      await select(house.store.db, { province, level: 'provinsi' });
    }
    expect(built).toBe(1);
  });

  it('takes a list of a known length, in any order', async () => {
    const select = prepared((db, values: Readonly<Record<number, string>>) =>
      db
        .selectFrom('satker')
        .select('code')
        .where('code', 'in', [values[0] as string, values[1] as string])
        .orderBy('code'),
    );
    const rows = await select(house.store.db, ['52.71', '51.71']);
    expect(rows.map((row) => row.code)).toEqual(['51.71', '52.71']);
  });

  it('serves two databases and sees what its own transaction wrote', async () => {
    const select = prepared((db, { year }: { readonly year: number }) =>
      db.selectFrom('lke').select('target').where('year', '=', year),
    );
    const other = await openOneLke();
    await other.store.write(async (tx) => {
      await tx.updateTable('lke').set({ target: 'wbbm' }).execute();
      expect(await select(tx, { year: 2026 })).toEqual([{ target: 'wbbm' }]);
      expect(await select(house.store.db, { year: 2026 })).toEqual([{ target: 'wbk' }]);
    });
    await other.close();
  });

  it('gives nothing away between calls: a value is a value, whatever it looks like', async () => {
    const select = prepared((db, { name }: { readonly name: string }) =>
      db.selectFrom('satker').select('code').where('name', '=', name),
    );
    expect(await select(house.store.db, { name: "x' OR '1'='1" })).toEqual([]);
  });
});
