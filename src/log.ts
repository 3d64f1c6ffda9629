import { pino, type Logger } from 'pino';

/** Lines of the log are gathered to so many bytes before they are written … */
const GATHERED_BYTES = 4096;
/** … or for so long. */
const FLUSH_MS = 1000;
const WARN = 40;

/**
 * The log on standard output. A line per request is cheap only where it is not a write of its own;
 * whatever warns or fails is written at once, together with what came before it.
 */
export function openLog(dest: number | string = 1): Logger {
  const destination = pino.destination({ dest, sync: true, minLength: GATHERED_BYTES });
  setInterval(() => destination.flush(), FLUSH_MS).unref();
  process.once('exit', () => destination.flushSync());
  return pino(
    {
      level: 'info',
      hooks: {
        logMethod(args, method, level) {
          method.apply(this, args);
          if (level >= WARN) destination.flushSync();
        },
      },
    },
    destination,
  );
}
