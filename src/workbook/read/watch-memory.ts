import { readFile } from 'node:fs/promises';

/**
 * Looks at the memory a process really holds, as the system counts it; the heap flag does not see
 * buffers. Where the system does not tell (no /proc) only the heap flag holds. Call the result to end.
 */
export function watchMemory(
  pid: number,
  { most, everyMs }: { readonly most: number; readonly everyMs: number },
  tooMuch: () => void,
): () => void {
  let timer = setTimeout(look, everyMs);
  let over = false;

  function look(): void {
    void residentBytes(pid).then((bytes) => {
      if (over || bytes === null) return;
      if (bytes > most) tooMuch();
      else timer = setTimeout(look, everyMs);
    });
  }

  return () => {
    over = true;
    clearTimeout(timer);
  };
}

/** null where it cannot be told. */
async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
