import { turns } from './take-turns.js';

function gate(): { readonly opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

describe('works that take turns', () => {
  it('run two at a time, the rest in the order they came, and no more than may wait', async () => {
    const turn = turns(2, 1);
    const gates = [gate(), gate(), gate()];
    const started: number[] = [];
    const works = gates.map(({ opened }, index) =>
      turn(async () => {
        started.push(index);
        await opened;
        return index;
      }),
    );
    expect(turn(() => Promise.resolve(9))).toBeNull();
    gates.forEach(({ open }) => open());
    for (const [index, work] of works.entries()) expect(await work).toBe(index);
    expect(started).toEqual([0, 1, 2]);
    expect(await turn(() => Promise.resolve(7))).toBe(7);
  });

  it('go on after a work that failed', async () => {
    const turn = turns(1, 2);
    const failing = turn(() => Promise.reject(new Error('x')));
    const next = turn(() => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('x');
    expect(await next).toBe('next');
  });
});
