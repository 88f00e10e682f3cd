import { CommandFailed, type OnProgress } from '../adapters/cli/cli-actions.js';
import type { Configuration } from './configuration.js';
import { readDeliveredCodeLists } from './delivered-data.js';
import { foldersOf, openDesk } from './open-desk.js';
import { demoState, loadDelivered } from './start.js';

const inMemory = {
  en: 'The event log is in memory (JALON_EVENT_LOG): use jalon start --demo.',
  fr: 'Le journal est en mémoire (JALON_EVENT_LOG) : utilisez jalon start --demo.',
};

const notEmpty = {
  en: 'The log holds other events. The demonstration is for an empty log; set JALON_DATA_DIR.',
  fr: 'Le journal contient autre chose; la démonstration en veut un vide. Changez JALON_DATA_DIR.',
};

/** Loads the demonstration into an empty log. */
export async function demo(configuration: Configuration, onProgress: OnProgress): Promise<void> {
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
