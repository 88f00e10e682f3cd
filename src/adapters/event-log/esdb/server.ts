import type { Connection } from './connection.js';
import type { Counting } from './counting.js';
import type { StreamNames } from './recorded-events.js';
import { timeLimit, type TimeLimit } from './time-limit.js';
import { notAnswered } from './unavailable.js';

/** What is asked, and how long it may take to answer. */
export type Asked = {
  readonly connection: Connection;
  /** Starts the time within which the server must answer. */
  time(): TimeLimit;
};

/** The server as appends and readings use it. */
export type Server = Asked & {
  readonly counting: Counting;
  /** Position of the last event, once it is counted. @throws EventLogUnavailable */
  head(): Promise<number>;
  readonly names: StreamNames;
  /** What our stream names have before them on the server. */
  readonly prefix: string;
  /** Aborts when the log is closed. */
  readonly closing: AbortSignal;
};

/** Asks over a connection; who waits in vain is told where, and why the last one was given up. */
export const askedOver = (connection: Connection, answerMsMax: number): Asked => ({
  connection,
  time: () =>
    timeLimit(answerMsMax, () =>
      notAnswered(connection.shown, answerMsMax, connection.lastReason()),
    ),
});
