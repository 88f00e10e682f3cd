import { EventLogUnavailable, type EventLog } from '../../../domain/event-log.js';
import { appendRequest } from '../append-request.js';
import { answered } from './answered.js';
import { appender, type Appender } from './appender.js';
import { openConnection } from './connection.js';
import { clusterAddress } from './connection-string.js';
import { startCounting, type Counting } from './counting.js';
import { headReader, lastPlace } from './head-reading.js';
import { readAll, subscribe } from './log-reading.js';
import { streamNames } from './recorded-events.js';
import { sendQueue } from './send-queue.js';
import { askedOver, type Asked, type Server } from './server.js';
import { readStream } from './stream-reading.js';
import { closed } from './unavailable.js';

/** Where the log is and how long to wait for it. */
export type EsdbEventLogOptions = {
  /** `esdb://user:password@host:port,host:port?option=value`; never shown. */
  readonly connectionString: string;
  /** What stream names have before them on the server; empty by default. */
  readonly prefix?: string;
  /** Milliseconds within which every call is answered or refused. Default: 10,000. */
  readonly answerMsMax?: number;
  /** Milliseconds after which an append that is not answered is sent again. Default: a third. */
  readonly attemptMsMax?: number;
  /** Called while the events on the server are counted, before the log is open. */
  readonly onCount?: (position: number) => void;
};

/** The oldest server that says when a subscription has caught up. */
const oldest = [23, 10] as const;

async function assertSupported({ connection, time }: Asked): Promise<void> {
  const limit = time();
  const version = await answered(connection, limit, (client) => limit.hold(client.serverVersion()));
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  const { shown } = connection;
  const needed = oldest.join('.');
  throw new EventLogUnavailable({
    en: `EventStoreDB at ${shown} has version ${version}; ${needed} or newer is needed.`,
    fr: `EventStoreDB à ${shown} est en version ${version}; il faut ${needed} ou plus récent.`,
  });
}

/** Waits until everything that is there is counted, for as long as counting goes on. */
async function assertCounted({ time }: Asked, counting: Counting): Promise<void> {
  for (let before = -1; ;) {
    const now = counting.ordinals.head();
    try {
      return await time().hold(counting.ready);
    } catch (error) {
      if (now === before || counting.ordinals.head() === now) throw error;
      before = now;
    }
  }
}

function portOf(server: Server, { append, settled }: Appender, end: () => Promise<void>): EventLog {
  let closing: Promise<void> | undefined;
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> => {
    return closing === undefined ? work() : Promise.reject(closed());
  };
  const close = async (): Promise<void> => {
    await settled();
    await end();
  };
  return {
    append: (...details) => whileOpen(async () => append(appendRequest(...details))),
    readStream: (stream, options = {}) => whileOpen(() => readStream(server, stream, options)),
    readAll: (options = {}) => readAll(server, options),
    subscribe: (after, signal) => subscribe(server, after, signal),
    head: () => whileOpen(server.head),
    close: () => (closing ??= close()),
  };
}

/**
 * Opens the log on an EventStoreDB cluster and counts the events that are there. A process opens
 * one such log: the client library does not keep two connections apart.
 * @throws EventLogUnavailable when the server does not answer, refuses, or is too old
 */
export async function openEsdbEventLog(options: EsdbEventLogOptions): Promise<EventLog> {
  const { connectionString, prefix = '', answerMsMax = 10_000, onCount } = options;
  const { attemptMsMax = Math.ceil(answerMsMax / 3) } = options;
  const asked = askedOver(openConnection(clusterAddress(connectionString)), answerMsMax);
  const { connection } = asked;
  const names = streamNames(prefix);
  const closing = new AbortController();
  let counting: Counting | undefined;
  const end = async (): Promise<void> => {
    closing.abort();
    await connection.close();
    await counting?.ended;
  };
  try {
    await assertSupported(asked);
    const known = await lastPlace(asked);
    counting = startCounting({ connection, prefixes: names.prefixes }, closing.signal, onCount);
    await assertCounted(asked, counting);
    const head = headReader(asked, counting, names, known);
    const server = { ...asked, counting, head, names, prefix, closing: closing.signal };
    return portOf(server, appender(server, sendQueue(connection, attemptMsMax)), end);
  } catch (error) {
    await end();
    throw error;
  }
}
