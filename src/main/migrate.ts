import { mailMigrations } from '../adapters/mail/postgres-mail-ledger.js';
import { importsMigrations } from '../adapters/import-store/imports-migrations.js';
import { migrate as bringUpToDate, type Migrations } from '../adapters/postgres/migrate.js';
import { openSession } from '../adapters/postgres/session.js';
import { viewsMigrations } from '../adapters/read-models/postgres/served-views.js';
import { keysMigrations } from '../adapters/text-keys/keys-migrations.js';
import type { Configuration } from './configuration.js';
import { databaseOf } from './database-of.js';
import { keysPlace } from './open-keys.js';

/** Every part of the program that keeps tables in PostgreSQL. */
const partsOf = (configuration: Configuration): readonly Migrations[] => [
  viewsMigrations,
  ...(keysPlace(configuration) === 'database' ? [keysMigrations] : []),
  mailMigrations,
  importsMigrations,
];

/**
 * Brings the tables of the database up to date, as every node does when it starts: before an
 * upgrade this tells whether the database can be used, while the old nodes still serve.
 * @returns false when the configuration uses no database
 * @throws DatabaseUnavailable when the database cannot be reached, or refuses
 */
export async function migrate(configuration: Configuration): Promise<boolean> {
  if (configuration.readModels !== 'postgres') return false;
  await using session = await openSession(databaseOf(configuration));
  for (const part of partsOf(configuration)) await bringUpToDate(session, part);
  return true;
}
