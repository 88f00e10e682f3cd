import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseUnavailable, isDatabaseFailure } from './database-failures.js';
import type { DatabaseOptions } from './database-options.js';
import { openSession, type Session } from './session.js';

/** What goes on in a session as long as it lasts. */
export type SessionTask = (session: Session, signal: AbortSignal) => Promise<void>;

/** What to make of a failure: try again in a new session, or give up. */
export type AfterFailure = (error: unknown) => 'again' | 'never';

async function once(options: DatabaseOptions, signal: AbortSignal, task: SessionTask) {
  await using session = await openSession(options);
  const { lost } = session;
  try {
    await task(session, AbortSignal.any([signal, lost]));
  } catch (error) {
    if (!lost.aborted || isDatabaseFailure(error)) throw error;
  }
  if (lost.aborted) throw new DatabaseUnavailable('The connection was lost.');
}

/**
 * Keeps a task going over sessions that come and go: after a failure it rests, opens another
 * session and begins again.
 * @param signal ends it; the task gets one that aborts also when its session is lost
 */
export async function keepSession(
  options: DatabaseOptions,
  signal: AbortSignal,
  task: SessionTask,
  afterFailure: AfterFailure,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await once(options, signal, task);
    } catch (error) {
      if (signal.aborted || afterFailure(error) === 'never') return;
    }
    await pause(options.retryMs, undefined, { signal }).catch(() => undefined);
  }
}
