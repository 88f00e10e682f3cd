import { describe, expect, it } from '@jest/globals';
import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { openPostgresReadModels } from '../../../src/adapters/read-models/postgres/open-postgres-read-models.js';
import type { DatabaseOptions } from '../../../src/adapters/postgres/database-options.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { readModelsContract } from './contract.js';

const databases = postgresDatabases();
let database: DatabaseOptions;

const openIn = (locale: string) => async () => {
  database = await databases.create(locale);
  const log = openMemoryEventLog();
  return { log, readModels: await openPostgresReadModels({ database, log }) };
};
const close = () => databases.drop(database);

// Whoever runs the hub may not have chosen the order of the database.
readModelsContract('PostgreSQL', openIn('fr-CA'), close);

describe.each(['fr-CA', 'en-US'])('in a database with the order of %s', (locale) => {
  it('every text of the views has an order of its own', async () => {
    const { log, readModels } = await openIn(locale)();
    const query = (sql: string) => databases.query(database, sql);
    const control = `SELECT 'É' < 'f' AS "isOfLanguage", 'É' < 'f' COLLATE "C" AS "isOfBytes"`;
    expect(await query(control)).toEqual([{ isOfLanguage: true, isOfBytes: false }]);
    const texts = `SELECT count(*)::integer AS texts,
        count(*) FILTER (WHERE collation_name IS DISTINCT FROM 'C')::integer AS others
      FROM information_schema.columns
      WHERE table_schema LIKE 'jalon_views%' AND data_type = 'text'
        AND NOT (table_name = 'checkpoint' AND column_name = 'viewVersion')`;
    expect(await query(texts)).toEqual([{ texts: expect.any(Number), others: 0 }]);
    await readModels.close();
    await log.close();
    await close();
  });
});
