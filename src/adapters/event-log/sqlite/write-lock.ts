import { DatabaseSync } from 'node:sqlite';
import { EventLogUnavailable } from '../../../domain/event-log.js';

const busy = 5;

/** Held as long as it is open; the kernel releases it when the process dies. */
export type WriteLock = { close(): void };

/**
 * Makes this the only writer of a log. The lock is one of SQLite's own, on a small file beside
 * the log, because readers must be able to share the log itself.
 * @throws EventLogUnavailable when another process, or another log of this one, holds it
 */
export function takeWriteLock(file: string): WriteLock {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    throw new EventLogUnavailable(`${file} is open for writing already.`);
  }
}
