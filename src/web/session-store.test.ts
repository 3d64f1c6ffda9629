import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import session, { type SessionData } from 'express-session';
import { openStore } from '../db/open-store.js';
import type { Store } from '../db/store.js';
import { endSessionsOf, SessionStore, sweepSessions } from './session-store.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let folder: string;
let database: Store;
let now: Date;
let sessions: SessionStore;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tapak-session-'));
  database = await openStore({ folder });
  now = new Date('2026-03-10T02:00:00.000Z');
  sessions = new SessionStore(database, () => now);
  const at = now.toISOString();
  await database.write((tx) =>
    tx
      .insertInto('user')
      .values({
        id: 7,
        username: 'lalu',
        email: null,
        name: 'Lalu',
        password_hash: null,
        disabled_at: null,
        created_at: at,
        version: 1,
      })
      .execute(),
  );
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const advance = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};
const cookie = new session.Cookie();

function save(id: string, data: Partial<SessionData>): Promise<void> {
  return new Promise((resolve, reject) => {
    sessions.set(id, { cookie, ...data }, (error: unknown) =>
      error instanceof Error ? reject(error) : resolve(),
    );
  });
}

function read(id: string): Promise<SessionData | null> {
  return new Promise((resolve, reject) => {
    sessions.get(id, (error, data) =>
      error instanceof Error ? reject(error) : resolve(data ?? null),
    );
  });
}

function destroy(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    sessions.destroy(id, (error: unknown) => (error instanceof Error ? reject(error) : resolve()));
  });
}

async function lastSeen(): Promise<string | undefined> {
  const row = await database.db.selectFrom('session').selectAll().executeTakeFirst();
  return row?.last_seen_at;
}

/** As signing in does: an empty one first, then the person. */
async function begin(id: string): Promise<void> {
  await save(id, {});
  await save(id, { userId: 7, csrfToken: 'token' });
}

describe('a session', () => {
  it('keeps its person while it is used', async () => {
    await begin('a');
    for (let i = 0; i < 5; i += 1) {
      advance(50 * MINUTE);
      expect((await read('a'))?.userId).toBe(7);
    }
  });

  it('ends after 60 minutes without use', async () => {
    await begin('a');
    await begin('b');
    advance(60 * MINUTE);
    expect((await read('a'))?.userId).toBe(7);
    advance(1);
    const after = await read('b');
    expect(after?.userId).toBeUndefined();
    expect(after?.expiredUserId).toBe(7);
  });

  it('ends after 12 hours however busy', async () => {
    await begin('a');
    for (let i = 0; i < 24; i += 1) {
      advance(30 * MINUTE);
      await read('a');
    }
    expect((await read('a'))?.userId).toBe(7);
    advance(MINUTE);
    expect((await read('a'))?.userId).toBeUndefined();
  });

  it('keeps its form token when it expires, so that typed text can be held', async () => {
    await begin('a');
    advance(2 * HOUR);
    expect(await read('a')).toMatchObject({ csrfToken: 'token', expiredUserId: 7 });
  });

  it('is gone a day later', async () => {
    await begin('a');
    advance(25 * HOUR);
    expect(await read('a')).toBeNull();
    await sweepSessions(database, now);
    const left = await database.db.selectFrom('session').selectAll().execute();
    expect(left).toEqual([]);
  });

  it('is seen anew once a minute, so that reading a page is not a write', async () => {
    await begin('a');
    const begun = now.toISOString();
    advance(MINUTE - 1);
    await read('a');
    expect(await lastSeen()).toBe(begun);
    advance(1);
    await read('a');
    expect(await lastSeen()).toBe(now.toISOString());
  });

  it('is read also where nothing can be written', async () => {
    await begin('a');
    advance(MINUTE);
    const full = { ...database, write: () => Promise.reject(new Error('disk full')) };
    sessions = new SessionStore(full, () => now);
    expect((await read('a'))?.userId).toBe(7);
  });

  it('is kept without its id: only a hash of it', async () => {
    await begin('the-id-of-the-cookie');
    const [row] = await database.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(row)).not.toContain('the-id-of-the-cookie');
    expect(row?.id_hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('an ended session', () => {
  it('has no person any more, and never again', async () => {
    await begin('a');
    await begin('b');
    await database.write((tx) => endSessionsOf(tx, 7));
    expect((await read('a'))?.userId).toBeUndefined();
    expect((await read('b'))?.expiredUserId).toBe(7);
  });

  it('does not come back with the end of a request that was still under way', async () => {
    await begin('a');
    await database.write((tx) => endSessionsOf(tx, 7));
    await save('a', { userId: 7 });
    expect((await read('a'))?.userId).toBeUndefined();
  });

  it('does not come back after signing out either', async () => {
    await begin('a');
    await destroy('a');
    await save('a', { userId: 7 });
    expect(await read('a')).toBeNull();
  });
});
