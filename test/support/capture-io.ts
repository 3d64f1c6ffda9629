import type { Io } from '../../src/cli/io.js';

export interface CapturedIo extends Io {
  captured(): { readonly stdout: string; readonly stderr: string };
}

/** Streams that only remember. */
export function captureIo(): CapturedIo {
  let [stdout, stderr] = ['', ''];
  return {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    captured: () => ({ stdout, stderr }),
  };
}
