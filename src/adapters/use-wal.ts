import type { DatabaseSync } from 'node:sqlite';

const busy = 5;
const pauseMs = 10;

/** The code of a failure without what SQLite adds to say how it came about. */
const codeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff;

/**
 * Turns a file to a write-ahead log. SQLite refuses at once, whatever the connection's time-out,
 * while another process does so too; it is asked again for as long as the connection would wait.
 */
export function useWal(db: DatabaseSync, lockTimeoutMs: number): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (const end = performance.now() + lockTimeoutMs; ;) {
    try {
      return db.exec('PRAGMA journal_mode = WAL');
    } catch (error) {
      if (codeOf(error) !== busy || performance.now() > end) throw error;
      Atomics.wait(pause, 0, 0, pauseMs);
    }
  }
}
