import { createHash } from 'node:crypto';
import type { Session } from './session.js';

/** The number by which the database knows a lock of ours. */
export const lockNumber = (name: string): string =>
  createHash('sha256').update(`jalon ${name}`).digest().readBigInt64BE().toString();

/** Takes a lock that ends with the session; false when somebody else holds it. */
export async function tryLock({ query }: Session, name: string): Promise<boolean> {
  const { rows } = await query('SELECT pg_try_advisory_lock($1) AS taken', [lockNumber(name)]);
  return rows[0]?.taken === 1;
}

/** Says that something is in use, beside others who use it; waits for whoever removes it. */
export async function share({ query }: Session, name: string): Promise<void> {
  await query('SELECT pg_advisory_lock_shared($1)', [lockNumber(name)]);
}

/** Says that something is not in use any more. */
export async function unshare({ query }: Session, name: string): Promise<void> {
  await query('SELECT pg_advisory_unlock_shared($1)', [lockNumber(name)]);
}
