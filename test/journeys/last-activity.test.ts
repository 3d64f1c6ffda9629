import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { MATARAM, NTB } from '../../fixtures/cast.js';
import { appendHistory } from '../../src/db/history.js';
import { GENERAL_ACTIONS, SATKER_ACTIONS } from '../../src/domain/access/decide.js';
import { scopeOf } from '../../src/domain/access/scope.js';
import { HISTORY_ACTIONS, MOVING_ACTIONS } from '../../src/domain/lke/history-actions.js';
import { readWatched } from '../../src/features/oversight/store.js';
import { projectRoot } from '../../src/project-root.js';
import { actionText } from '../../src/text/messages/history.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { setStage } from '../support/assessing.js';
import { assessAs } from '../support/concluding.js';
import { readableText } from '../support/reading.js';
import { completeLke, lkeOf, sendForm, submit } from '../support/submitting.js';

const LKE = `/lke/${MATARAM}/2026`;
const OVERSIGHT = `/pengawasan/${NTB}/2026`;
const DAY_MS = 24 * 60 * 60 * 1000;
const CENTRE = { role: 'penilai-pusat', satkerCode: '00' } as const;
const CLERK = { userId: null, name: 'operator', role: 'operator', origin: 'cli' };

describe('every action of the history', () => {
  const sources = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard', 'src'], {
    cwd: projectRoot(),
    encoding: 'utf8',
  })
    .split('\0')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => !/^src\/(domain|text)\//.test(file))
    .map((file) => readFileSync(path.join(projectRoot(), file), 'utf8'));
  const known: readonly string[] = HISTORY_ACTIONS;

  it('is written somewhere, and has words', () => {
    expect(known.filter((one) => !sources.some((text) => text.includes(`'${one}'`)))).toEqual([]);
    expect(Object.keys(actionText).sort()).toEqual([...known].sort());
  });

  it('that a file writes is classified: it moves an LKE or it does not', () => {
    const rights: readonly string[] = [...SATKER_ACTIONS, ...GENERAL_ACTIONS];
    const nouns = new Set(known.map((action) => action.split('.')[0] ?? ''));
    const told = sources
      .filter((text) => text.includes('appendHistory') || text.includes('HistoryEntry'))
      .flatMap((text) => text.match(/(?<=')[a-z-]+\.[a-z-]+(?:\.[a-z-]+)?(?=')/g) ?? [])
      .filter((one) => nouns.has(one.split('.')[0] ?? '') && !rights.includes(one));
    expect(told.length).toBeGreaterThan(40);
    expect([...new Set(told)].filter((one) => !known.includes(one))).toEqual([]);
  });
});

describe('the last activity of an LKE', () => {
  let zi: TestApp;

  beforeEach(async () => {
    zi = await startTestApp();
    await completeLke(zi, MATARAM);
    await submit(await zi.signIn('ketua.mataram'), MATARAM);
    await assessAs(zi, await lkeOf(zi, MATARAM), 'pendahuluan');
  });
  afterEach(() => zi.close());

  async function rowOf(agent: TestAgent): Promise<string> {
    const { text } = await agent.get(OVERSIGHT).expect(200);
    const row = text.split('<tr>').find((one) => one.includes('>KPU Kota Mataram<')) ?? '';
    return readableText(`<main>${row.split('</tr>')[0] ?? ''}</main>`);
  }

  async function seenAfter(person: string, act: (agent: TestAgent) => Promise<Response>) {
    zi.clock.advance(20 * DAY_MS);
    const watching = await zi.signIn('pusat');
    expect(await rowOf(watching)).toContain(' 20 hari');
    expect((await act(await zi.signIn(person))).status).toBe(303);
    return rowOf(watching);
  }

  it('is that of the province which writes its letter to TPI', async () => {
    const head = await zi.signIn('sekretaris.provinsi');
    const at = `${LKE}/keputusan/pendahuluan`;
    const fields = { checked: 'on', choice: 'decide-layak' };
    expect((await sendForm(head, at, at, fields)).status).toBe(303);
    const letter = { number: '12/ORT.01/52/2026', day: '2026-03-09', attachments: '-' };
    const row = await seenAfter('sekretaris.provinsi', (agent) =>
      sendForm(agent, `${LKE}/surat`, `${LKE}/surat`, letter),
    );
    expect(row).toContain(' 0 hari');
  });

  it('is that of TPI which writes its report', async () => {
    await setStage(zi.deps.store, MATARAM, 'tpi');
    const row = await seenAfter('tpi.anggota', (agent) =>
      sendForm(agent, `${LKE}/lhe`, `${LKE}/lhe/bagian/sakip`, { text: 'Nilai SAKIP B.' }),
    );
    expect(row).toContain(' 0 hari');
  });

  it('is that of the centre which records the score of TPN', async () => {
    await setStage(zi.deps.store, MATARAM, 'tpn');
    const row = await seenAfter('pusat', (agent) =>
      sendForm(agent, `${LKE}/tpn`, `${LKE}/tpn/nilai`, { total: '82,45' }),
    );
    expect(row).toContain(' 0 hari');
  });

  it('is moved by each action that is listed as moving it, and by no other', async () => {
    const { store } = zi.deps;
    const lastOf = async () => {
      const watched = await readWatched(store.db, scopeOf([CENTRE]), 2026, NTB);
      return watched.find(({ place }) => place.code === MATARAM)?.lke?.lastActivity;
    };
    for (const action of HISTORY_ACTIONS) {
      zi.clock.advance(DAY_MS);
      const entry = { action, subject: '', satkerCode: MATARAM, year: 2026 };
      await store.write((tx) => appendHistory(tx, CLERK, entry, zi.clock.now));
      const moved = (await lastOf()) === zi.clock.now.toISOString();
      expect([action, moved]).toEqual([action, MOVING_ACTIONS.includes(action)]);
    }
  });
});
