import { existsSync } from 'node:fs';
import { CommandFailed } from '../adapters/cli/cli-actions.js';
import { embeddedIdentity, type EmbeddedIdentity } from '../adapters/identity/embedded-identity.js';
import { openPostgresTokenStore } from '../adapters/identity/postgres-token-store.js';
import { sqliteTokenStore } from '../adapters/identity/sqlite-token-store.js';
import { memoryTextKeys } from '../adapters/text-keys/memory-text-keys.js';
import {
  openPostgresTextKeys,
  TextKeysMissing,
  type SharedTextKeys,
} from '../adapters/text-keys/open-postgres-text-keys.js';
import { openSqliteTextKeys } from '../adapters/text-keys/open-sqlite-text-keys.js';
import type { TextKeys } from '../domain/text-keys.js';
import type { Configuration } from './configuration.js';
import { databaseOf, type DatabaseConfiguration } from './database-of.js';

/** The settings that say where keys and tokens are. */
export type KeysConfiguration = DatabaseConfiguration &
  Pick<Configuration, 'eventLog' | 'readModels'>;

/** Where the keys of texts and the tokens are: where every node that needs them can reach them. */
export function keysPlace({
  eventLog,
  readModels,
}: KeysConfiguration): 'memory' | 'file' | 'database' {
  if (eventLog === 'memory') return 'memory';
  return eventLog === 'esdb' && readModels === 'postgres' ? 'database' : 'file';
}

// Without its keys every text would read as redacted, though nobody redacted it.
const fileLost = (file: string) => ({
  en: `${file} is missing: it holds the keys of the texts in the log. Restore it beside the log.`,
  fr: `${file} manque : il contient les clés des textes du journal. Restaurez-le avec le journal.`,
});

const databaseEmpty = {
  en: 'The database holds no keys of the texts in the log. Restore it, or use jalon copy.',
  fr: 'La base n’a pas les clés des textes du journal. Restaurez-la, ou utilisez jalon copy.',
};

async function sharedKeys(
  configuration: KeysConfiguration,
  isNew: boolean,
  onDestroyed: () => void,
): Promise<SharedTextKeys> {
  try {
    return await openPostgresTextKeys({ database: databaseOf(configuration), isNew, onDestroyed });
  } catch (error) {
    throw error instanceof TextKeysMissing ? new CommandFailed(databaseEmpty) : error;
  }
}

/**
 * Opens the keys that belong to a log.
 * @param file of the keys, when they are in one
 * @param isNew true when the log is empty
 * @param onDestroyed called when another process destroyed keys, where that can be heard
 * @throws CommandFailed when the log is there but its keys are not
 */
export async function openKeys(
  configuration: KeysConfiguration,
  file: string,
  isNew: boolean,
  onDestroyed: () => void = () => undefined,
): Promise<TextKeys & Partial<SharedTextKeys>> {
  const place = keysPlace(configuration);
  if (place === 'memory') return memoryTextKeys();
  if (place === 'database') return sharedKeys(configuration, isNew, onDestroyed);
  if (!isNew && !existsSync(file)) throw new CommandFailed(fileLost(file));
  return openSqliteTextKeys({ file });
}

/** Opens the tokens that the hub issues itself, beside the keys. */
export const openTokens = async (
  configuration: KeysConfiguration,
  file: string,
): Promise<EmbeddedIdentity> =>
  embeddedIdentity(
    keysPlace(configuration) === 'database'
      ? await openPostgresTokenStore(databaseOf(configuration))
      : sqliteTokenStore(file),
  );
