import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openPostgresTextKeys,
  TextKeysMissing,
  type PostgresTextKeysOptions,
  type SharedTextKeys,
} from '../../../src/adapters/text-keys/open-postgres-text-keys.js';
import type { DatabaseOptions } from '../../../src/adapters/postgres/database-options.js';
import { EventLogUnavailable } from '../../../src/domain/event-log.js';
import { plainText, type SealedText } from '../../../src/domain/text.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { textKeysContract } from './contract.js';

const databases = postgresDatabases();

textKeysContract('in PostgreSQL', async () => {
  const database = await databases.create();
  return {
    keys: await openPostgresTextKeys({ database, isNew: true }),
    remove: () => databases.drop(database),
  };
});

describe('text keys that nodes share', () => {
  const never = 3_600_000;
  let database: DatabaseOptions;
  let opened: SharedTextKeys[];
  beforeEach(async () => {
    database = await databases.create();
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((keys) => keys.close()));
    await databases.drop(database);
  });
  const open = async (options: Partial<PostgresTextKeysOptions> = {}): Promise<SharedTextKeys> => {
    const keys = await openPostgresTextKeys({ database, isNew: true, pollMs: never, ...options });
    opened.push(keys);
    return keys;
  };
  const sealed = async (keys: SharedTextKeys, count: number): Promise<readonly SealedText[]> =>
    keys.seal(Array.from({ length: count }, (_, at) => plainText({ en: `Strategy ${at}` })));
  const cutAll = () =>
    databases.query(
      database,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

  it('open what any of them sealed, once they are fresh', async () => {
    const [here, there] = [await open(), await open()];
    const texts = (
      await Promise.all(
        Array.from({ length: 40 }, (_, at) => sealed(at % 2 === 0 ? here : there, 5)),
      )
    ).flat();
    await Promise.all([here.fresh(), there.fresh()]);
    expect(here.open(texts)).not.toContain(undefined);
    expect(there.open(texts)).toEqual(here.open(texts));
  });

  it('hash alike, so that a command repeated at another node is known', async () => {
    const [here, there] = [await open(), await open({ isNew: false })];
    expect(there.hash('Timmins')).toBe(here.hash('Timmins'));
  });

  it('lose a text everywhere once one of them destroys its key, and say so', async () => {
    let told = Promise.withResolvers<void>();
    const [here, there] = [await open(), await open({ onDestroyed: () => told.resolve() })];
    const [text, other] = (await sealed(here, 2)) as [SealedText, SealedText];
    await there.fresh();
    await here.destroy([text.key]);
    await told.promise;
    expect(there.open([text, other])).toEqual([undefined, plainText({ en: 'Strategy 1' })]);
    const later = await open({ isNew: false });
    expect(later.open([text, other])).toEqual(there.open([text, other]));
    const rows = await databases.query(
      database,
      'SELECT id FROM jalon_keys.text_keys WHERE key IS NOT NULL',
    );
    expect(rows).toEqual([{ id: other.key }]);
    told = Promise.withResolvers();
    await here.destroy([text.key]);
    expect(await databases.query(database, 'TABLE jalon_keys.latest')).toEqual([{ change: '2' }]);
  });

  it('go on when every connection was cut, and miss nothing of what happened meanwhile', async () => {
    const [here, there] = [await open(), await open()];
    const [text] = (await sealed(here, 1)) as [SealedText];
    await cutAll();
    const [second] = (await sealed(there, 1)) as [SealedText];
    await cutAll();
    await here.destroy([text.key]);
    await Promise.all([here.fresh(), there.fresh()]);
    for (const keys of [here, there])
      expect(keys.open([text, second])).toEqual([undefined, plainText({ en: 'Strategy 0' })]);
  });

  it('do not begin anew under a log that holds texts already', async () => {
    await expect(open({ isNew: false })).rejects.toBeInstanceOf(TextKeysMissing);
    await open({ isNew: true });
    await open({ isNew: false });
  });

  it('refuse to seal when the database is away, as the log would', async () => {
    const keys = await open({ database: { ...database, connectMsMax: 500 } });
    await databases.drop(database);
    await expect(sealed(keys, 1)).rejects.toBeInstanceOf(EventLogUnavailable);
    await expect(keys.fresh()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
    await databases.query(
      { ...database, url: database.url.replace(/[^/]+$/, 'postgres') },
      `CREATE DATABASE ${new URL(database.url).pathname.slice(1)}`,
    );
  });
});
