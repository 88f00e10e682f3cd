import type { DatabaseOptions } from '../adapters/postgres/database-options.js';
import type { Configuration } from './configuration.js';

/** The settings of the database. */
export type DatabaseConfiguration = Pick<
  Configuration,
  'databaseUrl' | 'statementMsMax' | 'databaseConnectMsMax'
>;

/** How long a lost connection rests before it is opened anew. */
const retryMs = 500;

/** The database that is configured; a configuration that needs one was refused without. */
export const databaseOf = (configuration: DatabaseConfiguration): DatabaseOptions => ({
  url: configuration.databaseUrl ?? '',
  statementMsMax: configuration.statementMsMax,
  connectMsMax: configuration.databaseConnectMsMax,
  retryMs,
});
