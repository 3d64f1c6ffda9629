/** What runs outside of requests, one thing at a time (features/recap/job-runner.ts). */
export interface Jobs {
  /** From now on queued jobs are taken; what a crash cut off is marked as failed. */
  start(): Promise<void>;
  /** A job was queued. */
  wake(): void;
  /** Once everything that was queued has ended. */
  idle(): Promise<void>;
  /** A job was cancelled: its process ends, if it has one. */
  cancelled(id: number): void;
  /** Ends the running process; its job stands in the queue again for the next start. */
  stop(): Promise<void>;
}
