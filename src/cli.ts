import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { dispatch } from './cli/dispatch.js';
import { EXIT_FAILED } from './cli/io.js';

/** `npm run -s zi -- COMMAND`. The process ends by itself, so that a pipe gets everything. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the pipe has left: nobody is there to be told.
    if (error.code === 'EPIPE') process.exit(EXIT_FAILED);
    throw error;
  });
}

process.exitCode = await dispatch(
  process.argv.slice(2),
  {
    stdin: () => text(process.stdin),
    readFile: (path) => readFile(path, 'utf8'),
    stdout: (chunk) => process.stdout.write(chunk),
    stderr: (chunk) => process.stderr.write(chunk),
  },
  process.env,
);
