import { createRequire } from 'node:module';
import { CommandFailed, type CliActions, type OnProgress } from '../adapters/cli/cli-actions.js';
import { DatabaseUnavailable } from '../adapters/postgres/database-failures.js';
import { rebuildPostgresViews } from '../adapters/read-models/postgres/rebuild-postgres-views.js';
import { rebuildViews } from '../adapters/read-models/sqlite/rebuild-views.js';
import { viewNames } from '../adapters/read-models/view-group.js';
import { EventLogUnavailable } from '../domain/event-log.js';
import { backup, restore } from './backup.js';
import { ask } from './ask.js';
import { configurationTable, type Configuration } from './configuration.js';
import { copy } from './copy.js';
import { databaseOf } from './database-of.js';
import { migrate } from './migrate.js';
import { openLog } from './open-log.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { importFile } from './import-file.js';
import { importPlanFile } from './import-plan-file.js';
import { foldersOf, openDesk } from './open-desk.js';
import type { BuildProgress } from './open-views.js';
import { demoState, loadDelivered, start } from './start.js';
import { issueToken, withTokens } from './tokens.js';
import { emptyPlanWorkbook, observationTemplate } from './write-templates.js';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Says in both languages why the log or the database cannot be used. */
async function explained<T>(task: Promise<T>): Promise<T> {
  try {
    return await task;
  } catch (error) {
    if (error instanceof DatabaseUnavailable)
      throw new CommandFailed({
        en: `PostgreSQL (DATABASE_URL) cannot be used. ${error.message}`,
        fr: `PostgreSQL (DATABASE_URL) ne peut pas être utilisé. ${error.message}`,
      });
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

// There is nothing to swap: such views are folded anew at every start.
const viewsInMemory = {
  en: 'The views are in memory; they are built at every start.',
  fr: 'Les vues sont en mémoire; elles sont construites à chaque démarrage.',
};

const notEmpty = {
  en: 'The log holds other events. The demonstration is for an empty log; set JALON_DATA_DIR.',
  fr: 'Le journal contient autre chose; la démonstration en veut un vide. Changez JALON_DATA_DIR.',
};

async function demo(configuration: Configuration, onProgress: OnProgress): Promise<void> {
  if (configuration.eventLog === 'memory') throw new CommandFailed(inMemory);
  const codeLists = await readDeliveredCodeLists();
  const desk = await openDesk(configuration, foldersOf(configuration.dataDir), codeLists);
  try {
    if ((await demoState(desk)) === 'other') throw new CommandFailed(notEmpty);
    await loadDelivered(desk, onProgress);
  } finally {
    await desk.close();
  }
}

async function rebuild(
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

/** What the commands of `jalon` do, under a configuration. */
export function cliActions(configuration: Configuration): CliActions {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  return {
    version,
    viewNames,
    start: (order) => explained(start(configuration, { ...order, print })),
    demo: (onProgress) => explained(demo(configuration, onProgress)),
    importObservations: (order) => explained(importFile(configuration, order)),
    copy: (order) => explained(copy(configuration, order)),
    backup: async (file) => backup(configuration, file, version),
    restore: async (file) => restore(configuration, file),
    migrate: () => explained(migrate(configuration)),
    ask: (order) => ask(configuration, order),
    rebuild: (view, onProgress) => explained(rebuild(configuration, view, onProgress)),
    issueToken: (request) => explained(issueToken(configuration, request)),
    importPlans: (order) => explained(importPlanFile(configuration, order)),
    planTemplate: emptyPlanWorkbook,
    observationTemplate: (order) => explained(observationTemplate(configuration, order)),
    listTokens: () => explained(withTokens(configuration, ({ listTokens }) => listTokens())),
    revokeToken: (id) => explained(withTokens(configuration, ({ revokeToken }) => revokeToken(id))),
    config: (language) => configurationTable('text', language),
  };
}
