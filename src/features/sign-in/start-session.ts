import type { Request } from 'express';

/**
 * Begins a signed-in session under a new id, so that an id planted before is worth nothing. Of the
 * old session only a held form stays, and only for the person it belongs to.
 */
export async function startSession(req: Request, userId: number): Promise<void> {
  const { heldForm } = req.session;
  await regenerate(req);
  // The row must exist before anybody is signed in: a session with a person is only ever updated.
  await save(req);
  req.session.userId = userId;
  if (heldForm?.userId === userId) req.session.heldForm = heldForm;
}

/** Ends the session; what follows is an anonymous one under a new id. */
export async function endSession(req: Request): Promise<void> {
  await regenerate(req);
}

function regenerate(req: Request): Promise<void> {
  return settle((done) => req.session.regenerate(done));
}

function save(req: Request): Promise<void> {
  return settle((done) => req.session.save(done));
}

function settle(work: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('session store', { cause: error }));
    });
  });
}
