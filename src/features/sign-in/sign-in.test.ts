import { needsRehash } from 'argon2';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { CAST_PASSWORD } from '../../../fixtures/cast.js';
import { hashPassword, verifyPassword } from './password.js';
import { signIn } from './sign-in.js';

let zi: TestApp;

beforeEach(async () => {
  zi = await startTestApp();
});

afterEach(() => zi.close());

/** The real verification, keeping what it was asked. */
function recording() {
  const asked: (string | null)[] = [];
  const verify: typeof verifyPassword = (stored, text) => {
    asked.push(stored);
    return verifyPassword(stored, text);
  };
  return { asked, verify };
}

describe('the work of a sign-in', () => {
  it.each(['ketua.mataram', 'nobody.at.all', 'nobody@kpu.go.id', 'disabled', 'invited'])(
    'is one verification for %s',
    async (name) => {
      await zi.deps.store.write(async (tx) => {
        const set = (values: object, username: string) =>
          tx.updateTable('user').set(values).where('username', '=', username).execute();
        await set({ username: 'disabled', disabled_at: '2026-03-01T00:00:00.000Z' }, 'ketua.bima');
        await set({ username: 'invited', password_hash: null }, 'ketua.dompu');
      });
      const { asked, verify } = recording();
      const form = { name, password: 'salah salah salah' };
      const outcome = await signIn(zi.deps, form, '10.0.0.1', verify);
      expect(outcome).toEqual({ kind: 'refused' });
      expect(asked).toHaveLength(1);
    },
  );

  it('is not done at all while a wait runs', async () => {
    const { asked, verify } = recording();
    const form = { name: 'ketua.mataram', password: CAST_PASSWORD };
    for (let i = 0; i < 5; i += 1) {
      await signIn(zi.deps, { ...form, password: 'salah' }, '10.0.0.1', verify);
    }
    expect(await signIn(zi.deps, form, '10.0.0.1', verify)).toEqual({ kind: 'wait', seconds: 1 });
    expect(asked).toHaveLength(5);
  });

  it('is done five times at most, however many try one name at once', async () => {
    const { asked, verify } = recording();
    const form = { name: 'ketua.mataram', password: 'salah' };
    const many = Array.from({ length: 40 }, (_, i) => signIn(zi.deps, form, `10.0.0.${i}`, verify));
    const kinds = (await Promise.all(many)).map((outcome) => outcome.kind);
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'wait')).toHaveLength(35);
    expect(asked).toHaveLength(5);
  });
});

describe('a right password', () => {
  it.each<[string, object]>([
    ['replaced', { password_hash: 'another' }],
    ['disabled', { disabled_at: '2026-03-10T02:00:00.000Z' }],
  ])('opens nothing where the account was %s while it was checked', async (_what, change) => {
    const form = { name: 'ketua.mataram', password: CAST_PASSWORD };
    const slow: typeof verifyPassword = async (stored, text) => {
      const matches = await verifyPassword(stored, text);
      await zi.deps.store.write((tx) =>
        tx.updateTable('user').set(change).where('username', '=', form.name).execute(),
      );
      return matches;
    };
    expect(await signIn(zi.deps, form, '10.0.0.1', slow)).toEqual({ kind: 'refused' });
  });
});

describe('a password hash', () => {
  it('is argon2id with at least 19 MiB and two rounds', async () => {
    const hash = await hashPassword('lesung kabut perahu');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(needsRehash(hash, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })).toBe(false);
  });

  it('takes the password exactly as typed', async () => {
    const hash = await hashPassword(' Lesung kabut ');
    expect(await verifyPassword(hash, ' Lesung kabut ')).toBe(true);
    for (const near of ['Lesung kabut', ' lesung kabut ', ' Lesung  kabut ']) {
      expect(await verifyPassword(hash, near)).toBe(false);
    }
  });

  it('that is missing matches nothing', async () => {
    expect(await verifyPassword(null, '')).toBe(false);
    expect(await verifyPassword(null, 'lesung kabut perahu')).toBe(false);
  });
});
