import { DatabaseSync } from 'node:sqlite';

const busy = 5;

/** Held as long as it is open; the kernel releases it when the process dies. */
export type FileLock = Disposable;

/**
 * Takes a lock between processes, one of SQLite's own on a small file.
 * @returns undefined when somebody else holds it
 */
export function tryLock(file: string): FileLock | undefined {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    return undefined;
  }
}
