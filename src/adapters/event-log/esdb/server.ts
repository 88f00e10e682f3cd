import type { Connection } from './connection.js';
import type { Counting } from './counting.js';
import type { StreamNames } from './recorded-events.js';
import { timeLimit, type TimeLimit } from './time-limit.js';

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
  /** Starts the time within which the server must answer; the words say what failed. */
  time(what: string): TimeLimit;
};

/** Builds it; the time limit names the hosts and why the last connection was given up. */
export function serverOf(parts: Omit<Server, 'time'>, shown: string, answerMsMax: number): Server {
  const { connection } = parts;
  const why = (): string => {
    const reason = connection.lastReason();
    return reason === '' ? 'it does not answer' : reason;
  };
  return {
    ...parts,
    time: (what) =>
      timeLimit(
        answerMsMax,
        () => `${what} within ${answerMsMax} ms. EventStoreDB at ${shown}: ${why()}.`,
      ),
  };
}
