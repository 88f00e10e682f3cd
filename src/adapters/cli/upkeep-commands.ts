import type { Command } from 'commander';
import type { CliActions } from './cli-actions.js';
import type { CliTexts } from './cli-texts.js';
import type { Terminal } from './terminal.js';

/** Adds what whoever operates a hub does beside it: `jalon migrate`. */
export function addUpkeepCommands(
  program: Command,
  actions: CliActions,
  { err }: Terminal,
  texts: CliTexts,
): void {
  program
    .command('migrate')
    .description(texts.migrate)
    .action(async () => {
      err(`${(await actions.migrate()) ? texts.migrated : texts.nothingToMigrate}\n`);
    });
}
