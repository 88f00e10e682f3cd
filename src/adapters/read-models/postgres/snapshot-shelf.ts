import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient, type QueryResult } from 'pg';
import { isDatabaseFailure, isSilence } from '../../postgres/database-failures.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import { clientConfig } from '../../postgres/session.js';
import { quoted } from '../rows/view-schema.js';
import type { Reading } from '../snapshot/reading.js';
import { rosterCache, type RosterCache } from '../snapshot/roster-cache.js';
import { postgresReading } from './postgres-reading.js';

/** A connection lent for one snapshot, with its read transaction open. */
export type Lease = {
  readonly reading: Reading;
  /** Position of the views in the transaction. */
  readonly position: number;
  readonly rosters: RosterCache;
  /** Ends the transaction and gives the connection back; called once. */
  release(): Promise<void>;
};

/** The connections that read one schema. */
export type SnapshotShelf = {
  readonly schema: string;
  /**
   * Takes a connection and opens its transaction.
   * @param onBack called once the connection has come back
   */
  take(onBack: () => void): Promise<Lease>;
  /** Ends connections, the idle ones now and the others as they come back. */
  leave(onLeft?: () => void): void;
};

/** A transaction that is idle for longer holds back the cleaning of every table. */
const idleMsMax = 600_000;

/**
 * A connection that was lost unnoticed is replaced; so is one to a server that starts again. Who
 * waited in vain for an answer has waited long enough.
 */
const attempts = 4;
const restMs = 100;

const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT position FROM checkpoint`;

function openPool(options: DatabaseOptions, schema: string, max: number): Pool {
  const pool = new Pool({
    ...clientConfig(options),
    idle_in_transaction_session_timeout: idleMsMax,
    max,
    onConnect: async (client) => void (await client.query(`SET search_path TO ${quoted(schema)}`)),
  });
  // A connection that is lost is replaced by the next one that is needed; whoever reads through
  // it learns it from the query.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function beginOn(client: PoolClient): Promise<number> {
  try {
    const results = (await client.query(begin)) as unknown as readonly QueryResult[];
    return results[1]?.rows[0].position as number;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function beginIn(pool: Pool): Promise<readonly [PoolClient, number]> {
  for (let attempt = 1; ; attempt++)
    try {
      const client = await pool.connect();
      return [client, await beginOn(client)];
    } catch (error) {
      if (!isDatabaseFailure(error) || isSilence(error) || attempt === attempts) throw error;
      await pause(restMs * attempt);
    }
}

const giveBack = (client: PoolClient): Promise<void> =>
  client.query('COMMIT').then(
    () => client.release(),
    () => client.release(true),
  );

/** Builds a shelf for a schema; connections open when they are first needed. */
export function snapshotShelf(
  options: DatabaseOptions,
  schema: string,
  connections: number,
): SnapshotShelf {
  const pool = openPool(options, schema, connections);
  const rosters = rosterCache();
  let lent = 0;
  let left: (() => void) | undefined;
  const comeBack = (onBack: () => void): void => {
    lent -= 1;
    onBack();
    if (lent === 0) left?.();
  };
  return {
    schema,
    async take(onBack) {
      lent += 1;
      try {
        const [client, position] = await beginIn(pool);
        const reading = postgresReading(client);
        const release = async (): Promise<void> => {
          if (await reading.settled()) await giveBack(client);
          else client.release(true);
          comeBack(onBack);
        };
        return { reading, position, rosters, release };
      } catch (error) {
        comeBack(onBack);
        throw error;
      }
    },
    leave(onLeft = () => undefined) {
      left = onLeft;
      void pool.end();
      if (lent === 0) left();
    },
  };
}
