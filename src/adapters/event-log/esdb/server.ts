import type { Connection } from './connection.js';
import type { Counting } from './counting.js';
import type { StreamNames } from './recorded-events.js';
import { timeLimit, type TimeLimit } from './time-limit.js';
import { notAnswered } from './unavailable.js';

/** The server as appends and readings use it. */
export type Server = {
  readonly connection: Connection;
  readonly counting: Counting;
  readonly names: StreamNames;
  /** What our stream names have before them on the server. */
  readonly prefix: string;
  /** Aborts when the log is closed. */
  readonly closing: AbortSignal;
  /** Ends what is under way and closes the connection. */
  end(): Promise<void>;
  /** Starts the time within which the server must answer. */
  time(): TimeLimit;
};

/** Builds it; who waits in vain is told where, and why the last connection was given up. */
export function serverOf(parts: Omit<Server, 'time'>, answerMsMax: number): Server {
  const { shown, lastReason } = parts.connection;
  return {
    ...parts,
    time: () => timeLimit(answerMsMax, () => notAnswered(shown, answerMsMax, lastReason())),
  };
}
