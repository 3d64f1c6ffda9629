export interface Mutex {
  /** Resolves when it is this caller's turn, first come first served. */
  lock(): Promise<void>;
  unlock(): void;
}

export function createMutex(): Mutex {
  const waiting: (() => void)[] = [];
  let locked = false;
  return {
    async lock() {
      if (locked) await new Promise<void>((resolve) => waiting.push(resolve));
      locked = true;
    },
    unlock() {
      const next = waiting.shift();
      if (next === undefined) locked = false;
      else next();
    },
  };
}
