import { createRequire } from 'node:module';
import { CommandFailed, type CliActions } from '../adapters/cli/cli-actions.js';
import { rebuildViews, viewNames } from '../adapters/read-models/sqlite/rebuild-views.js';
import { EventLogUnavailable } from '../domain/event-log.js';
import { configurationTable, type Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { importFile } from './import-file.js';
import { foldersOf, openDesk } from './open-desk.js';
import { loadDelivered, start } from './start.js';
import { issueToken, withTokens } from './tokens.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Says in both languages why the log cannot be used. */
async function explained<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    if (!(error instanceof EventLogUnavailable)) throw error;
    throw new CommandFailed({
      en: `The event log cannot be used. ${error.message}`,
      fr: `Le journal des événements ne peut pas être utilisé. ${error.message}`,
    });
  }
}

/** What the commands of `jalon` do, under a configuration. */
export function cliActions(configuration: Configuration): CliActions {
  const { dataDir } = configuration;
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  return {
    version,
    viewNames,
    start: (order) => explained(start(configuration, { ...order, print })),
    demo: (onProgress) =>
      explained(
        (async () => {
          const codeLists = await readDeliveredCodeLists();
          const desk = await openDesk(configuration, foldersOf(dataDir), codeLists);
          await loadDelivered(desk, onProgress).finally(() => desk.close());
        })(),
      ),
    importObservations: (order) => explained(importFile(configuration, order)),
    rebuild: (view, onProgress) => {
      const { views: directory, log: logFile } = foldersOf(dataDir);
      const report = ({ position, head }: { position: number; head: number }): void =>
        onProgress(position, head);
      const only = view === undefined ? {} : { view };
      return explained(rebuildViews({ directory, logFile, ...only, onProgress: report }));
    },
    issueToken: async (request) => issueToken(dataDir, request),
    listTokens: async () => withTokens(dataDir, (identity) => identity.listTokens()),
    revokeToken: async (id) => withTokens(dataDir, (identity) => identity.revokeToken(id)),
    config: (language) => configurationTable('text', language),
  };
}
