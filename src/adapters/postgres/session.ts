import { Client, type QueryConfig, type QueryResult } from 'pg';
import { isSilence } from './database-failures.js';
import type { DatabaseOptions } from './database-options.js';
import { notConnected } from './not-connected.js';

/** A connection of its own, with what belongs to it: locks, notifications, a transaction. */
export type Session = AsyncDisposable & {
  /** Sends a statement once those before it are answered. */
  query(statement: string | QueryConfig, values?: readonly unknown[]): Promise<QueryResult>;
  /**
   * Runs a task in a transaction, rolled back when the task throws. Nothing else goes between.
   * @throws whatever the task throws
   */
  transaction<T>(task: (query: Session['query']) => Promise<T>): Promise<T>;
  /** Aborts when the connection is lost. */
  readonly lost: AbortSignal;
  onNotification(listener: (payload: string) => void): void;
};

const int8 = 20;
const bool = 16;

/** Values as SQLite gives them: positions are numbers, conditions 1 or 0, all else as stored. */
const types = {
  getTypeParser: (oid: number) => (text: string) => {
    if (oid === int8 || oid === 23 || oid === 21) return Number(text);
    return oid === bool ? Number(text === 't') : text;
  },
};

/** How much later than the server its client gives up. */
const silenceMs = 5_000;

/** A connection says so often that it is there: what is between would forget it otherwise. */
const keepAliveMs = 30_000;

/** Nobody holds up others for longer in a transaction in which nothing happens. */
const idleMsMax = 60_000;

/** What every connection of this program is opened with. */
export const clientConfig = ({ url, statementMsMax, connectMsMax }: DatabaseOptions) => ({
  connectionString: url,
  application_name: 'jalon',
  connectionTimeoutMillis: connectMsMax,
  statement_timeout: statementMsMax,
  idle_in_transaction_session_timeout: idleMsMax,
  // A server that fell silent does not cancel anything.
  ...(statementMsMax > 0 && { query_timeout: statementMsMax + silenceMs }),
  keepAlive: true,
  keepAliveInitialDelayMillis: keepAliveMs,
  types: types as never,
});

async function connected(options: DatabaseOptions): Promise<Client> {
  const client = new Client(clientConfig(options));
  // Without a listener a lost connection ends the process; whoever waits learns it otherwise.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw notConnected(options, cause);
  }
}

/** Builds what does one task after the other, in the order in which they come. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
}

/** Opens a session. @throws DatabaseUnavailable, which says which database and why */
export async function openSession(options: DatabaseOptions): Promise<Session> {
  const client = await connected(options);
  const losing = new AbortController();
  client.on('end', () => losing.abort());
  client.on('error', () => losing.abort());
  const inTurn = queue();
  const send: Session['query'] = async (statement, values) => {
    try {
      return await client.query(statement as string, values as unknown[]);
    } catch (error) {
      if (isSilence(error)) losing.abort();
      throw error;
    }
  };
  return {
    query: (statement, values) => inTurn(() => send(statement, values)),
    transaction: (task) =>
      inTurn(async () => {
        await send('BEGIN ISOLATION LEVEL READ COMMITTED');
        const within = queue();
        try {
          const result = await task((...sent) => within(() => send(...sent)));
          await send('COMMIT');
          return result;
        } catch (error) {
          if (!losing.signal.aborted) await send('ROLLBACK').catch(() => losing.abort());
          throw error;
        }
      }),
    lost: losing.signal,
    onNotification: (listener) =>
      void client.on('notification', ({ payload = '' }) => listener(payload)),
    [Symbol.asyncDispose]: () => client.end().catch(() => undefined),
  };
}
