import { readConfig } from './config.js';

function faultsOf(env: NodeJS.ProcessEnv, demo = false): readonly string[] {
  const result = readConfig(env, { demo });
  return result.ok ? [] : result.faults;
}

describe('settings of the environment', () => {
  it.each<[NodeJS.ProcessEnv, string]>([
    [{ PORT: 'abc' }, 'PORT tidak dapat dipakai: "abc" bukan bilangan bulat'],
    [{ PORT: '70000' }, 'PORT tidak dapat dipakai: "70000"'],
    [{ PORT: '-1' }, 'PORT tidak dapat dipakai'],
    [{ PORT: '3e3' }, 'PORT tidak dapat dipakai'],
    [{ PORT: '0x50' }, 'PORT tidak dapat dipakai'],
    [{ PUBLIC_URL: 'zi.contoh.go.id' }, 'PUBLIC_URL tidak dapat dipakai: "zi.contoh.go.id"'],
    [{ PUBLIC_URL: 'ftp://zi.contoh.go.id' }, 'PUBLIC_URL tidak dapat dipakai'],
    [{ PUBLIC_URL: 'http://zi.contoh.go.id/zi' }, 'PUBLIC_URL tidak dapat dipakai'],
    [{ PUBLIC_URL: 'http://zi.contoh.go.id?a' }, 'PUBLIC_URL tidak dapat dipakai'],
    [{ TRUST_PROXY: 'abc' }, 'TRUST_PROXY tidak dapat dipakai: "abc"'],
    [{ TRUST_PROXY: '10.0.0.5,abc' }, 'TRUST_PROXY tidak dapat dipakai'],
    [{ TRUST_PROXY: '10.0.0.5/33' }, 'TRUST_PROXY tidak dapat dipakai'],
    [{ ZI_REQUESTS_PER_MINUTE: '0' }, 'ZI_REQUESTS_PER_MINUTE tidak dapat dipakai: "0"'],
    [{ PUBLIC_URL: 'https://zi.contoh.go.id' }, 'TRUST_PROXY belum disebut'],
  ])('%j: says which, why, and an example', (env, sentence) => {
    const [fault, ...others] = faultsOf(env);
    expect(fault).toContain(sentence);
    expect(fault).toContain(`Contoh: ${sentence.split(' ')[0]}=`);
    expect(others).toEqual([]);
  });

  it('names every one that is wrong', () => {
    expect(faultsOf({ PORT: 'x', TRUST_PROXY: 'y' })).toHaveLength(2);
  });

  it('serves examples on this machine only', () => {
    expect(faultsOf({ HOST: '0.0.0.0' }, true)[0]).toContain('HOST adalah "0.0.0.0"');
    expect(faultsOf({ HOST: '0.0.0.0' })).toEqual([]);
  });

  it.each<[NodeJS.ProcessEnv, object]>([
    [{}, { port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000', trustProxy: false }],
    [
      { PORT: '', HOST: '' },
      { port: 3000, host: '127.0.0.1' },
    ],
    [
      { PORT: '0', HOST: '::1' },
      { port: 0, publicUrl: 'http://[::1]:0' },
    ],
    [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8' }, { trustProxy: ['loopback', '10.0.0.0/8'] }],
    [
      { PUBLIC_URL: 'https://zi.contoh.go.id/', TRUST_PROXY: '1' },
      { publicUrl: 'https://zi.contoh.go.id', https: true },
    ],
  ])('%j is read', (env, expected) => {
    expect(readConfig(env)).toMatchObject({ ok: true, config: expected });
  });
});
