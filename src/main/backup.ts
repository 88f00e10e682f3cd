import { CommandFailed } from '../adapters/cli/cli-actions.js';
import { BackupProblem } from '../adapters/backup/backup-problem.js';
import type { BackupFacts } from '../adapters/backup/manifest.js';
import { makeBackup, type BackupMade } from '../adapters/backup/make-backup.js';
import { restoreBackup } from '../adapters/backup/restore-backup.js';
import type { Configuration } from './configuration.js';
import { clock, foldersOf } from './open-desk.js';

const elsewhere = {
  en: 'The log is not in a file (JALON_EVENT_LOG). docs/backup-and-restore.md says what to do.',
  fr: 'Le journal n’est pas dans un fichier (JALON_EVENT_LOG). Voir docs/backup-and-restore.md.',
};

/** Says in both languages what is wrong with a backup. */
function explained<T>({ eventLog }: Configuration, task: () => T): T {
  if (eventLog !== 'sqlite') throw new CommandFailed(elsewhere);
  try {
    return task();
  } catch (error) {
    throw error instanceof BackupProblem ? new CommandFailed(error.sentence) : error;
  }
}

/** Backs up the data directory to a file. @throws CommandFailed when that cannot be done */
export const backup = (configuration: Configuration, file: string, program: string): BackupMade =>
  explained(configuration, () =>
    makeBackup({ data: configuration.dataDir, file, program, now: clock }),
  );

/** Puts a backup back into an empty data directory. @throws CommandFailed when it cannot be */
export const restore = (configuration: Configuration, file: string): BackupFacts =>
  explained(configuration, () => restoreBackup(foldersOf(configuration.dataDir).data, file));
