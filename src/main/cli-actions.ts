import { createRequire } from 'node:module';
import { CommandFailed, type CliActions, type OnProgress } from '../adapters/cli/cli-actions.js';
import { rebuildViews, viewNames } from '../adapters/read-models/sqlite/rebuild-views.js';
import { EventLogUnavailable } from '../domain/event-log.js';
import { configurationTable, type Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { importFile } from './import-file.js';
import { foldersOf, openDesk } from './open-desk.js';
import { issueToken, withTokens } from './tokens.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

// Loaded only by what serves: it takes half a second and fifty megabytes that an import lacks.
const serving = () => import('./start.js');

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

// A log in memory ends with the command that filled it.
const inMemory = {
  en: 'The event log is in memory (JALON_EVENT_LOG): use jalon start --demo.',
  fr: 'Le journal est en mémoire (JALON_EVENT_LOG) : utilisez jalon start --demo.',
};

const notEmpty = {
  en: 'The log holds other events. The demonstration is for an empty log; set JALON_DATA_DIR.',
  fr: 'Le journal contient autre chose; la démonstration en veut un vide. Changez JALON_DATA_DIR.',
};

async function demo(configuration: Configuration, onProgress: OnProgress): Promise<void> {
  if (configuration.eventLog === 'memory') throw new CommandFailed(inMemory);
  const { demoState, loadDelivered } = await serving();
  const codeLists = await readDeliveredCodeLists();
  const desk = await openDesk(configuration, foldersOf(configuration.dataDir), codeLists);
  try {
    if ((await demoState(desk)) === 'other') throw new CommandFailed(notEmpty);
    await loadDelivered(desk, onProgress);
  } finally {
    await desk.close();
  }
}

/** What the commands of `jalon` do, under a configuration. */
export function cliActions(configuration: Configuration): CliActions {
  const { dataDir } = configuration;
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  return {
    version,
    viewNames,
    start: (order) =>
      explained(serving().then(({ start }) => start(configuration, { ...order, print }))),
    demo: (onProgress) => explained(demo(configuration, onProgress)),
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
