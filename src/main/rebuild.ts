import { CommandFailed, type OnProgress } from '../adapters/cli/cli-actions.js';
import { rebuildPostgresViews } from '../adapters/read-models/postgres/rebuild-postgres-views.js';
import { rebuildViews } from '../adapters/read-models/sqlite/rebuild-views.js';
import type { Configuration } from './configuration.js';
import { databaseOf } from './database-of.js';
import { foldersOf } from './open-desk.js';
import { openLog } from './open-log.js';
import type { BuildProgress } from './open-views.js';

// There is nothing to swap: such views are folded anew at every start.
const viewsInMemory = {
  en: 'The views are in memory; they are built at every start.',
  fr: 'Les vues sont en mémoire; elles sont construites à chaque démarrage.',
};

/** Builds one view anew, or all of them, beside the ones that serve. */
export async function rebuild(
  configuration: Configuration,
  view: string | undefined,
  report: OnProgress,
): Promise<void> {
  if (configuration.readModels === 'memory') throw new CommandFailed(viewsInMemory);
  const { views: directory, log: logFile } = foldersOf(configuration.dataDir);
  const onProgress = ({ position, head }: BuildProgress): void => report(position, head);
  const options = { onProgress, ...(view !== undefined && { view }) };
  if (configuration.readModels !== 'postgres')
    return rebuildViews({ directory, logFile, ...options });
  const log = await openLog(configuration, logFile, true);
  try {
    await rebuildPostgresViews({ database: databaseOf(configuration), log, ...options });
  } finally {
    await log.close();
  }
}
