import { DatabaseError } from 'pg';
import type { Language } from '../../domain/text.js';

/** The database cannot be reached, or refuses this program. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** What is wrong, for whoever runs the hub. */
  readonly sentence: Readonly<Record<Language, string>>;

  constructor(what: string | Readonly<Record<Language, string>>, options?: ErrorOptions) {
    const sentence = typeof what === 'string' ? { en: what, fr: what } : what;
    super(sentence.en, options);
    this.sentence = sentence;
  }
}

// SQLSTATE classes and codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const deadlock = '40P01';
const serialization = '40001';
const tooLong = '57014';
const undefinedTable = '42P01';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

// Lost connections, a server that stops or starts, one that is out of something, and sessions
// that it ended because they were silent too long.
const passingCode = /^(08|53|57P|25P03)/;
// What `pg` says of a connection that ended under a query has no code.
const lostMessage = /^(Connection terminated|Client (was closed|has encountered)|timeout exp)/;
const systemCode = /^E[A-Z]+$/;

/** True when the same transaction may succeed if it is tried again at once. */
export const isRetriable = (error: unknown): boolean =>
  [deadlock, serialization].includes(codeOf(error));

// What `pg` says of it has no code.
const silenceMessage = /^(Query read timeout|Connection terminated due to connection timeout)$/;

/** True when the server did not answer in time, not even that it cancelled. */
export const isSilence = (error: unknown): boolean =>
  error instanceof Error && silenceMessage.test(error.message);

/** True when a statement was cancelled because it took too long. */
export const isTimeout = (error: unknown): boolean => codeOf(error) === tooLong;

/** True when a table is not there, or no more. */
export const isUndefined = (error: unknown): boolean => codeOf(error) === undefinedTable;

/** True when the database, or the way to it, is at fault; anything else is a bug. */
export const isDatabaseFailure = (error: unknown): boolean =>
  error instanceof DatabaseError || isLost(error);

/** True when the connection, or the way to the database, is gone. */
export function isLost(error: unknown): boolean {
  const code = codeOf(error);
  return (
    error instanceof DatabaseUnavailable ||
    isSilence(error) ||
    passingCode.test(code) ||
    systemCode.test(code) ||
    (error instanceof Error && lostMessage.test(error.message))
  );
}
