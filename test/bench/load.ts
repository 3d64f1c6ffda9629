import { openRaw, type RawConnection } from './raw-client.js';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly milliseconds: number;
  /** Ends earlier after this many requests. */
  readonly mostRequests: number;
  readonly request: Buffer;
  readonly expectedStatus: number;
}

export interface Loaded {
  readonly requests: number;
  readonly perSecond: number;
}

/** A closed loop: every connection sends its next request when the last one is answered. */
export async function runLoad(load: Load): Promise<Loaded> {
  const opening = Array.from({ length: load.connections }, () => openRaw(load.port));
  const connections = await Promise.all(opening);
  const began = performance.now();
  let requests = 0;
  const isOver = () =>
    requests >= load.mostRequests || performance.now() - began >= load.milliseconds;

  async function loop(connection: RawConnection): Promise<void> {
    while (!isOver()) {
      requests += 1;
      const { status } = await connection.send(load.request);
      if (status !== load.expectedStatus) throw new Error(`the server answered ${status}`);
    }
  }

  try {
    await Promise.all(connections.map(loop));
  } finally {
    for (const connection of connections) connection.close();
  }
  return { requests, perSecond: (requests / (performance.now() - began)) * 1000 };
}
