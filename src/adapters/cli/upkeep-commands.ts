import type { Command } from 'commander';
import type { CliActions } from './cli-actions.js';
import type { CliTexts } from './cli-texts.js';
import type { Terminal } from './terminal.js';

/** Adds what whoever operates a hub does beside it: `jalon backup`, `restore`, `migrate`. */
export function addUpkeepCommands(
  program: Command,
  actions: CliActions,
  { out, err }: Terminal,
  texts: CliTexts,
): void {
  program
    .command('backup')
    .argument('<file>', texts.backupFile)
    .description(texts.backup)
    .action(async (file: string) => {
      const { head, texts: readable, sha256 } = await actions.backup(file);
      // The form of sha256sum, to be kept elsewhere and compared by it.
      out(`${sha256}  ${file}\n`);
      err(`${texts.backedUp(head, readable)}\n`);
    });
  program
    .command('restore')
    .argument('<file>', texts.restoreFile)
    .description(texts.restore)
    .action(async (file: string) => {
      const { head, texts: readable } = await actions.restore(file);
      err(`${texts.restored(head, readable)}\n`);
    });
  program
    .command('migrate')
    .description(texts.migrate)
    .action(async () => {
      err(`${(await actions.migrate()) ? texts.migrated : texts.nothingToMigrate}\n`);
    });
}
