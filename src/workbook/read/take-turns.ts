/** Lets `most` works run at the same time and `waiting` wait; null: too many wait already. */
export type TakeTurn = <T>(work: () => Promise<T>) => Promise<T> | null;

export function turns(most: number, waiting: number): TakeTurn {
  const queue: (() => void)[] = [];
  let running = 0;

  async function run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      running -= 1;
      start();
    }
  }

  function start(): void {
    if (running >= most) return;
    const next = queue.shift();
    if (next === undefined) return;
    running += 1;
    next();
  }

  return (work) => {
    if (running >= most && queue.length >= waiting) return null;
    const turn = new Promise<void>((resolve) => queue.push(resolve));
    start();
    return turn.then(() => run(work));
  };
}
