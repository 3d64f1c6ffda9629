/**
 * Runs before each test file. An interval that nobody ends (the limiters of every app have one)
 * holds the modules of the whole file for the life of the worker: tens of megabytes a file.
 */
const started: NodeJS.Timeout[] = [];
const start = globalThis.setInterval;

globalThis.setInterval = (...args: Parameters<typeof start>) => {
  const timer = start(...args);
  started.push(timer);
  return timer;
};

afterAll(() => {
  for (const timer of started.splice(0)) clearInterval(timer);
});
