import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openPostgresImportStore } from '../../../src/adapters/import-store/open-postgres-import-store.js';
import { lockNumber } from '../../../src/adapters/postgres/advisory-lock.js';
import { openSession } from '../../../src/adapters/postgres/session.js';
import { openPostgresTextKeys } from '../../../src/adapters/text-keys/open-postgres-text-keys.js';
import { plainText } from '../../../src/domain/text.js';
import * as tell from '../../support/events.js';
import { append, ontario } from '../../support/events.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { uploadOf } from '../../support/upload-of.js';
import { postgresHub, type PostgresHub } from '../read-models/postgres-hub.js';

const databases = postgresDatabases();
const isWaiting = `SELECT FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('a transaction that PostgreSQL gave up for another one', () => {
  let hub: PostgresHub;
  beforeEach(async () => {
    hub = await postgresHub(databases);
    // Enough for the other one to begin to wait as well.
    const name = new URL(hub.database.url).pathname.slice(1);
    await hub.query(`ALTER DATABASE ${name} SET deadlock_timeout = '2s'`);
  });
  afterEach(() => hub.close());

  /**
   * Holds one thing and then wants another, which `task` takes the other way around; it is always
   * the task that is given up.
   */
  async function meet(holds: string, wants: string, task: () => Promise<void>): Promise<void> {
    await using other = await openSession(hub.database);
    await using watching = await openSession(hub.database);
    await other.query(`SET deadlock_timeout = '1h'; BEGIN; ${holds}`);
    const done = task();
    while ((await watching.query(isWaiting)).rowCount === 0) await pause(5);
    await other.query(wants);
    await other.query('COMMIT');
    await done;
    const deadlocks = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()';
    while ((await watching.query(deadlocks)).rows[0]?.deadlocks !== 1) await pause(20);
  }

  test('is tried again by the projector, and nobody notices', async () => {
    const node = await hub.open();
    const [schema] = await hub.schemas();
    await meet(
      `SELECT FROM ${schema}.checkpoint FOR UPDATE`,
      `LOCK TABLE ${schema}.organization IN SHARE MODE`,
      async () => {
        const event = tell.registered(ontario.hamilton, 'Hamilton');
        expect(await node.reached(await append(hub.log, event), 20_000)).toBe(true);
      },
    );
    expect(node.failure()).toBeUndefined();
    expect(node.projector?.().takeovers).toBe(1);
    expect(await hub.dump()).toEqual(await hub.refolded());
  });

  test('is tried again by whoever destroys a key', async () => {
    const keys = await openPostgresTextKeys({ database: hub.database, isNew: true });
    const [text] = await keys.seal([plainText({ en: 'Prevention' })]);
    await meet(
      'SELECT FROM jalon_keys.text_keys FOR UPDATE',
      'UPDATE jalon_keys.latest SET change = change',
      () => keys.destroy([text?.key ?? '']),
    );
    expect(await hub.query('SELECT key, change FROM jalon_keys.text_keys')).toEqual([
      { key: null, change: '2' },
    ]);
    await keys.close();
  });

  test('is tried again by whoever keeps an upload', async () => {
    const limits = { reportsBytesMax: 100, uploadsBytesMax: 100, uploadMs: 60_000 };
    const store = await openPostgresImportStore(hub.database, limits, () => 0);
    const upload = uploadOf('a.csv', Buffer.from('a'));
    await meet(
      'LOCK TABLE jalon_imports.uploads IN SHARE MODE',
      `SELECT pg_advisory_xact_lock(${lockNumber('keeping imports')})`,
      async () => expect(await store.keepUpload('3525005', upload)).toBeDefined(),
    );
    expect(await hub.query('SELECT name FROM jalon_imports.uploads')).toHaveLength(1);
    await store.close();
  });

  test('is tried again by whoever writes a key, where transactions are to be serializable', async () => {
    const name = new URL(hub.database.url).pathname.slice(1);
    await hub.query(`ALTER DATABASE ${name} SET default_transaction_isolation = 'serializable'`);
    const keys = await openPostgresTextKeys({ database: hub.database, isNew: true });
    await using other = await openSession(hub.database);
    await other.query('BEGIN; UPDATE jalon_keys.latest SET change = 7');
    const sealed = keys.seal([plainText({ en: 'Prevention' })]);
    while ((await hub.query(isWaiting)).length === 0) await pause(5);
    await other.query('COMMIT');
    expect(keys.open(await sealed)).toHaveLength(1);
    expect(await hub.query('SELECT change FROM jalon_keys.text_keys')).toEqual([{ change: '8' }]);
    await keys.close();
  });
});
