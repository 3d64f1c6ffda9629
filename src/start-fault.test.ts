import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig, type Config } from './config.js';
import { openDeps, serve } from './serve.js';
import { startFault } from './start-fault.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tapak-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function configOf(env: NodeJS.ProcessEnv): Config {
  const read = readConfig({ ZI_DATA: folder, ...env });
  if (!read.ok) throw new Error(read.faults.join());
  return read.config;
}

/** What the start says of its failure; it must not pretend to listen. */
async function faultOf(config: Config): Promise<string | null> {
  try {
    const deps = await openDeps(config, pino({ level: 'silent' }));
    try {
      await (await serve(deps)).stop();
    } finally {
      await deps.store.close();
    }
    return 'it started';
  } catch (error) {
    return startFault(error, config);
  }
}

describe('a start that fails', () => {
  it('says that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const fault = await faultOf(configOf({ PORT: String(port) }));
    await new Promise((resolve) => other.close(resolve));
    expect(fault).toBe(
      `Port ${port} sudah dipakai program lain di mesin ini. Hentikan program itu atau pilih port lain. Contoh: PORT=3001`,
    );
  });

  it('says that the address is not of this machine', async () => {
    const fault = await faultOf(configOf({ HOST: '192.0.2.1', PORT: '0' }));
    expect(fault).toContain('"192.0.2.1" bukan alamat mesin ini');
  });

  it('says that the data folder cannot be written', async () => {
    const file = path.join(folder, 'berkas');
    writeFileSync(file, '');
    expect(await faultOf(configOf({ ZI_DATA: file }))).toContain(`Folder data ${file} tidak dapat`);
  });

  it('leaves any other fault to its stack', () => {
    expect(startFault(new Error('a bug'), configOf({}))).toBeNull();
  });
});
