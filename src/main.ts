import 'reflect-metadata';
import { buildCli } from './adapters/cli/build-cli.js';
import { processTerminal } from './adapters/cli/terminal.js';
import { cliActions } from './main/cli-actions.js';
import { readConfiguration } from './main/configuration.js';

/**
 * The program: reads the configuration from the environment and runs one command line.
 * @returns the exit code: 0 done, 1 refused or failed, 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = processTerminal(process.env);
  const reading = readConfiguration(process.env);
  if ('configuration' in reading)
    return buildCli(cliActions(reading.configuration), terminal)(args);
  for (const { message } of reading.problems)
    terminal.err(`jalon: ${message[terminal.language]}\n`);
  return 1;
}
